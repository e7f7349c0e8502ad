import { randomBytes } from "node:crypto";
import { commands } from "./commands/commands.ts";
import { type Config, ConfigError } from "./config.ts";
import { createBot } from "./core/bot/bot.ts";
import type { Call, PlatformName } from "./core/bot/call.ts";
import { PlatformError } from "./core/bot/errors.ts";
import type { Bot, Platform } from "./core/bot/platform.ts";
import { createDispatcher, type Dispatcher } from "./core/delivery/dispatcher.ts";
import type { Log } from "./core/log.ts";
import type { Meter } from "./core/meter.ts";
import type { Store } from "./core/store/database.ts";
import { recall, remember } from "./core/store/memory.ts";
import type { Clock } from "./core/time/clock.ts";
import { createVault } from "./core/vault.ts";
import { sentenceOf } from "./health.ts";
import { complain } from "./terminal.ts";

const AGAIN_MS = 5_000;
const AGAIN_MOST_MS = 60_000;

/** One record with its bot: that of the chat platforms, or the playground's. They share nothing but the code. */
export interface House {
  readonly store: Store;
  readonly clock: Clock;
  readonly bot: Bot;
  readonly dispatcher: Dispatcher;
  /** Filled as their libraries arrive. */
  readonly platforms: Map<PlatformName, Platform>;
  /** What every hour asks for. */
  readonly roll?: () => Promise<void>;
}

export interface Ground {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly meter: Meter;
}

const WHERE = "docs/discord.md and docs/slack.md say where the tokens are found and what must be switched on.";

const secretOf = (store: Store): Promise<string> =>
  store.transact(async (trx) => {
    const known = await recall(trx, "secret");
    if (known !== undefined) return known;
    const secret = randomBytes(32).toString("base64url");
    await remember(trx, "secret", secret);
    return secret;
  });

/** A platform's library is loaded only when it is configured. The one that takes longest to connect comes first. */
export const chatPlatforms = ({ config, clock, log }: Ground, store: Store): readonly (() => Promise<Platform>)[] => {
  const { discord, slack } = config;
  const toInstall = (given: NonNullable<typeof slack>["install"]) =>
    given && { ...given, vault: createVault({ store, clock, platform: "slack", secret: given.clientSecret }) };
  return [
    ...(discord === undefined
      ? []
      : [
          () => import("./adapters/discord/discord.ts").then(({ createDiscord }) => createDiscord({ ...discord, log })),
        ]),
    ...(slack === undefined
      ? []
      : [
          () =>
            import("./adapters/slack/slack.ts").then(async ({ createSlack }) =>
              createSlack({ ...slack, install: toInstall(slack.install), secret: await secretOf(store), log }),
            ),
        ]),
  ];
};

const roots = new Set(commands.flatMap(({ name }) => [name, name.split(" ")[0]]));
/** Names of commands only: what else somebody typed is theirs. */
const nameOf = ({ said }: Call): string => {
  if (!("command" in said)) return "press";
  return roots.has(said.command) ? said.command : "other";
};

/** Counts what is asked, and how long the answer took. */
const metered = (bot: Bot, { meter, clock }: Pick<Ground, "meter" | "clock">): Bot => ({
  ...bot,
  async handle(call) {
    const began = clock.monotonicMs();
    const said = await bot.handle(call);
    const { platform } = call.at;
    meter.count("calls", { platform, command: nameOf(call) });
    meter.measure("answers", { platform }, (clock.monotonicMs() - began) / 1_000);
    return said;
  },
});

/** @param askTime what time it is elsewhere: a clock that jumped is believed once it agrees */
export const build = (
  { clock, log, meter }: Ground,
  store: Store,
  askTime?: () => Promise<Temporal.Instant>,
): House => {
  const platforms = new Map<PlatformName, Platform>();
  const dispatcher = createDispatcher({ store, clock, platforms, log, meter, askTime });
  const bot = createBot({ commands, store, clock, platforms, log, changed: () => void dispatcher.tick() });
  return { store, clock, bot: metered(bot, { meter, clock }), dispatcher, platforms };
};

/** A wrong token ends the program with a sentence; a platform that cannot be reached is tried again. */
export const connect = async (platform: Platform, bot: Bot, log: Log): Promise<void> => {
  for (let wait = AGAIN_MS; ; wait = Math.min(wait * 2, AGAIN_MOST_MS)) {
    try {
      return await platform.start(bot);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      if (error.fault === "stop") throw new ConfigError([sentenceOf(platform), WHERE]);
      // Longer where the platform itself named a time.
      const againInMs = Math.max(wait, error.retryMs ?? 0);
      log.warn({ platform: platform.name, cause: error.cause, againInMs }, "cannot be reached");
      if (wait === AGAIN_MS) complain(sentenceOf(platform));
      await new Promise((resolve) => setTimeout(resolve, againInMs));
    }
  }
};
