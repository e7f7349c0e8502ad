import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Web } from "./adapters/web/web.ts";
import { commands } from "./commands/commands.ts";
import { type Config, ConfigError, readEnvironment, toConfig } from "./config.ts";
import { createBot } from "./core/bot/bot.ts";
import type { PlatformName } from "./core/bot/call.ts";
import { PlatformError } from "./core/bot/errors.ts";
import type { Bot, Platform } from "./core/bot/platform.ts";
import { createDispatcher, type Dispatcher } from "./core/delivery/dispatcher.ts";
import type { Log } from "./core/log.ts";
import { platformNames } from "./core/network/place.ts";
import { sayCondition } from "./core/say/condition.ts";
import { openStore, type Store, StoreError } from "./core/store/database.ts";
import { sweep } from "./core/store/drafts.ts";
import { recall, remember } from "./core/store/memory.ts";
import { type Clock, createClock } from "./core/time/clock.ts";
import { createVault } from "./core/vault.ts";
import { wordsIn } from "./core/words/words.ts";
import { createLog } from "./log.ts";
import { channels, createBoard, furnishPlayground, personas } from "./playground.ts";
import { takeOver } from "./record/take-over.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** SIGTERM: whatever has not ended by then is left to the next start. */
const STOP_MS = 10_000;
const HOUR_MS = 3_600_000;
/** Long after any platform would repeat a call. */
const CALLS_KEPT_MS = 7 * 24 * HOUR_MS;
const AGAIN_MS = 5_000;
const AGAIN_MOST_MS = 60_000;

/** One record with its bot: that of the chat platforms, or the playground's. They share nothing but the code. */
interface House {
  readonly store: Store;
  readonly bot: Bot;
  readonly dispatcher: Dispatcher;
  /** Filled as their libraries arrive. */
  readonly platforms: Map<PlatformName, Platform>;
}

interface Ground {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
}

const WHERE = "docs/discord.md and docs/slack.md say where the tokens are found and what must be switched on.";

const isoAt = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(ms).toString();
/** How it stands with a platform, and what to do. */
const sentenceOf = ({ name, condition }: Platform): string =>
  sayCondition(wordsIn("en"), platformNames[name], { now: condition(), at: isoAt }).join(" ");

/** What GET /health answers: `well` until something stands still, `ready` when everything is connected. */
const toHealth = (platforms: readonly Platform[]) => {
  const states = platforms.map((platform) => platform.state());
  return {
    version,
    well: !states.includes("stopped"),
    ready: states.every((state) => state === "connected"),
    platforms: Object.fromEntries(
      platforms.map((platform) => {
        const { state, since } = platform.condition();
        return [platform.name, { state, since: isoAt(since), says: sentenceOf(platform) }];
      }),
    ),
  };
};

const recordOf = ({ config }: Ground, isPlayground: boolean) => ({ folder: config.dataDir, isPlayground, version });

/** Takes the files over and notes what the doctor tells. */
const prepare = async (store: Store, ground: Ground, isPlayground: boolean): Promise<void> => {
  const { clock, log } = ground;
  const now = clock.now();
  for (const file of await takeOver(store, recordOf(ground, isPlayground), now))
    log.warn({ file }, "the file was changed, but a command changed the same before: kept");
  await store.transact((trx) => remember(trx, "started", JSON.stringify({ version, at: now.epochMilliseconds })));
};

/** The sample's date is always ahead: once it has passed, the next one takes its place. */
const rollSample = async (store: Store, ground: Ground): Promise<void> => {
  try {
    await takeOver(store, recordOf(ground, true), ground.clock.now());
  } catch (error) {
    ground.log.error({ err: error }, "the sample could not be renewed");
  }
};

const secretOf = (store: Store): Promise<string> =>
  store.transact(async (trx) => {
    const known = await recall(trx, "secret");
    if (known !== undefined) return known;
    const secret = randomBytes(32).toString("base64url");
    await remember(trx, "secret", secret);
    return secret;
  });

/** A platform's library is loaded only when it is configured. The one that takes longest to connect comes first. */
const chatPlatforms = ({ config, clock, log }: Ground, store: Store): readonly (() => Promise<Platform>)[] => {
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

const build = ({ clock, log }: Ground, store: Store): House => {
  const platforms = new Map<PlatformName, Platform>();
  const dispatcher = createDispatcher({ store, clock, platforms, log });
  const bot = createBot({ commands, store, clock, platforms, log, changed: () => void dispatcher.tick() });
  return { store, bot, dispatcher, platforms };
};

/** A wrong token ends the program with a sentence; a platform that cannot be reached is tried again. */
const connect = async (platform: Platform, bot: Bot, log: Log): Promise<void> => {
  for (let wait = AGAIN_MS; ; wait = Math.min(wait * 2, AGAIN_MOST_MS)) {
    try {
      return await platform.start(bot);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      if (error.fault === "stop") throw new ConfigError([sentenceOf(platform), WHERE]);
      // Longer where the platform itself named a time.
      const againInMs = Math.max(wait, error.retryMs ?? 0);
      log.warn({ platform: platform.name, cause: error.cause, againInMs }, "cannot be reached");
      await new Promise((resolve) => setTimeout(resolve, againInMs));
    }
  }
};

/** What people read when the program cannot start: a sentence each, and what to do. */
const toSentences = (error: unknown): readonly string[] => {
  if (error instanceof ConfigError) return error.mistakes;
  if (error instanceof StoreError) return [error.message];
  return [error instanceof Error ? error.message : String(error)];
};

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/**
 * The schedule runs from the first moment: what is due while a platform is still being reached waits for it. One
 * platform connects while the library of the next is loaded.
 */
const startHouse = async (
  { log }: Ground,
  { platforms, bot, dispatcher }: House,
  loads: readonly (() => Promise<Platform>)[],
): Promise<void> => {
  await dispatcher.start();
  const connecting: Promise<void>[] = [];
  for (const load of loads) {
    const platform = await load();
    platforms.set(platform.name, platform);
    const connected = connect(platform, bot, log).then(() => {
      if (platform.name !== "web") say(`${platformNames[platform.name]}: connected`);
      const invitation = platform.invitation?.();
      if (invitation?.alone)
        say(
          `${platformNames[platform.name]}: I am in no ${platform.name === "slack" ? "workspace" : "server"} yet. Open this to let me in: ${invitation.link}`,
        );
    });
    // Awaited below, after the next one is loaded.
    connected.catch(() => undefined);
    connecting.push(connected);
  }
  await Promise.all(connecting);
  void dispatcher.tick();
};

const stopHouse = async ({ dispatcher, platforms, store }: House): Promise<void> => {
  await Promise.all([...platforms.values()].map((platform) => platform.stop().catch(() => undefined)));
  await dispatcher.stop();
  await store.close();
};

/** Everything, in the order in which it depends on each other. Answers what stops it again. */
const start = async (config: Config): Promise<() => Promise<void>> => {
  const ground: Ground = {
    config,
    clock: createClock(),
    log: createLog({ level: config.logLevel, secrets: config.secrets }),
  };
  const { clock, log } = ground;
  const houses: House[] = [];
  const hasChat = config.discord !== undefined || config.slack !== undefined;
  const health = () => toHealth(houses.flatMap(({ platforms }) => [...platforms.values()]));
  const doors = () => houses.flatMap(({ platforms }) => [...platforms.values()].flatMap(({ doors: own = [] }) => own));
  const chat = hasChat ? await openStore(config.database.chat) : undefined;
  let connecting: Promise<void> = Promise.resolve();
  if (chat !== undefined) {
    const house = build(ground, chat);
    houses.push(house);
    connecting = startHouse(ground, house, chatPlatforms(ground, chat));
    // Awaited below; the record is read and the rest is loaded while the platforms are being reached.
    connecting.catch(() => undefined);
    await prepare(chat, ground, false);
  }
  const { createWeb } = await import("./adapters/web/web.ts");
  const { startHeartbeat } = await import("./heartbeat.ts");
  const { host, port, playground } = config;
  const webFor = (store: Store): Web =>
    createWeb({ host, port, playground, board: createBoard(store, clock), personas, channels, health, doors, log });
  const tried = config.playground ? await openStore(config.database.playground) : undefined;
  if (tried !== undefined) {
    await prepare(tried, ground, true);
    await tried.transact(furnishPlayground);
  }
  const web = webFor(tried ?? chat ?? (await openStore(":memory:")));
  if (tried !== undefined) {
    const house = build(ground, tried);
    houses.push(house);
    await startHouse(ground, house, [async () => web]);
  } else await web.start((houses[0] as House).bot);
  await connecting;
  const at = config.publicUrl ?? web.address();
  say(
    config.playground
      ? `Playground: open ${at} in a browser. Everything can be tried there; nothing leaves this machine.`
      : `Health: ${at}/health`,
  );
  const stopBeating = startHeartbeat(async () => {
    await Promise.all(houses.map(({ dispatcher }) => dispatcher.tick()));
  });
  const sweeping = setInterval(() => {
    const now = clock.now().epochMilliseconds;
    if (tried !== undefined) void rollSample(tried, ground);
    for (const { store } of houses)
      store
        .transact((trx) => sweep(trx, { drafts: now, calls: now - CALLS_KEPT_MS }))
        .catch((error: unknown) => log.error({ err: error }, "sweeping failed"));
  }, HOUR_MS);
  return async () => {
    clearInterval(sweeping);
    await stopBeating();
    if (tried === undefined) await web.stop();
    await Promise.all(houses.map(stopHouse));
  };
};

/** Starts, and stops cleanly at SIGTERM or SIGINT. */
export const main = async (): Promise<void> => {
  say(`Rostrum ${version}`);
  try {
    const config = toConfig(readEnvironment());
    const log = createLog({ level: config.logLevel, secrets: config.secrets });
    // A fault in a library's own promise (socket-mode 3.1.0, platforms.md) must not end the bot.
    process.on("unhandledRejection", (error) => log.error({ err: error }, "a promise was left alone"));
    const stop = await start(config);
    const end = (): void => {
      say("Stopping.");
      setTimeout(() => process.exit(1), STOP_MS).unref();
      void stop().then(() => process.exit(0));
    };
    process.once("SIGTERM", end);
    process.once("SIGINT", end);
  } catch (error) {
    for (const line of toSentences(error)) process.stderr.write(`${line}\n`);
    process.exit(1);
  }
};
