import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Front, FrontGiven } from "./adapters/web/web.ts";
import { commands } from "./commands/commands.ts";
import { type Config, ConfigError, readEnvironment, toConfig } from "./config.ts";
import { createBot } from "./core/bot/bot.ts";
import type { PlatformName } from "./core/bot/call.ts";
import { PlatformError } from "./core/bot/errors.ts";
import type { Bot, Platform } from "./core/bot/platform.ts";
import { createDispatcher, type Dispatcher } from "./core/delivery/dispatcher.ts";
import type { Log } from "./core/log.ts";
import { platformNames } from "./core/network/place.ts";
import { openStore, type Store, StoreError } from "./core/store/database.ts";
import { sweep } from "./core/store/drafts.ts";
import { recall, remember } from "./core/store/memory.ts";
import { type Clock, createClock } from "./core/time/clock.ts";
import { createVault } from "./core/vault.ts";
import { sentenceOf, toHealth } from "./health.ts";
import { createLog } from "./log.ts";
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
  readonly clock: Clock;
  readonly bot: Bot;
  readonly dispatcher: Dispatcher;
  /** Filled as their libraries arrive. */
  readonly platforms: Map<PlatformName, Platform>;
  /** What every hour asks for. */
  readonly roll?: () => Promise<void>;
}

interface Ground {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
}

const WHERE = "docs/discord.md and docs/slack.md say where the tokens are found and what must be switched on.";

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
  return { store, clock, bot, dispatcher, platforms };
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

type Said = Pick<FrontGiven, "health" | "doors">;

/** Without a playground: /health, and the doctor for whoever sits at this machine. */
const openFront = async ({ config: { host, port }, log }: Ground, house: House, said: Said): Promise<Front> => {
  const { createFront } = await import("./adapters/web/web.ts");
  // Loaded when it is first looked at.
  const doctor: FrontGiven["doctor"] = async (language) => (await import("./examination.ts")).examine(house, language);
  const front = createFront({ host, port, ...said, doctor, log });
  await front.start();
  return front;
};

/** The playground's own house, which lives by a clock of its own. Stopped with the other houses. */
const openPlayground = async (ground: Ground, houses: House[], said: Said): Promise<Pick<Front, "address">> => {
  const [
    { createWeb },
    { looks },
    { createBoard, furnishPlayground, ...playground },
    { createTimeTravel, openJumpingClock },
  ] = await Promise.all([
    import("./adapters/web/web.ts"),
    import("./looks.ts"),
    import("./playground.ts"),
    import("./time-travel.ts"),
  ]);
  const { host, port, database } = ground.config;
  const store = await openStore(database.playground);
  const clock = await openJumpingClock(store, ground.clock);
  const own = { ...ground, clock };
  await prepare(store, own, true);
  await store.transact(furnishPlayground);
  const roll = () => rollSample(store, own);
  const house = { ...build(own, store), roll };
  houses.push(house);
  const travel = createTimeTravel({ ...house, clock, settle: roll });
  const board = createBoard(store, clock);
  const web = createWeb({ host, port, ...said, ...playground, board, looks, clock: travel, log: ground.log });
  await startHouse(own, house, [async () => web]);
  return web;
};

/** Everything, in the order in which it depends on each other. Answers what stops it again. */
const start = async (config: Config): Promise<() => Promise<void>> => {
  const log = createLog({ level: config.logLevel, secrets: config.secrets });
  const ground: Ground = { config, clock: createClock(), log };
  const houses: House[] = [];
  const platforms = () => houses.flatMap((house) => [...house.platforms.values()]);
  const said: Said = {
    health: () => toHealth(version, platforms()),
    doors: () => platforms().flatMap(({ doors = [] }) => doors),
  };
  let connecting: Promise<void> = Promise.resolve();
  if (config.discord !== undefined || config.slack !== undefined) {
    const chat = await openStore(config.database.chat);
    const house = build(ground, chat);
    houses.push(house);
    connecting = startHouse(ground, house, chatPlatforms(ground, chat));
    // Awaited below; the record is read and the rest is loaded while the platforms are being reached.
    connecting.catch(() => undefined);
    await prepare(chat, ground, false);
  }
  const { startHeartbeat } = await import("./heartbeat.ts");
  const front = config.playground ? undefined : await openFront(ground, houses[0] as House, said);
  const pages = front ?? (await openPlayground(ground, houses, said));
  await connecting;
  const at = config.publicUrl ?? pages.address();
  say(
    config.playground
      ? `Playground: open ${at} in a browser. Everything can be tried there; nothing leaves this machine.`
      : `Health: ${at}/health`,
  );
  const stopBeating = startHeartbeat(async () => {
    await Promise.all(houses.map(({ dispatcher }) => dispatcher.tick()));
  });
  const sweeping = setInterval(() => {
    for (const { store, clock, roll } of houses) {
      const now = clock.now().epochMilliseconds;
      void roll?.();
      store
        .transact((trx) => sweep(trx, { drafts: now, calls: now - CALLS_KEPT_MS }))
        .catch((error: unknown) => log.error({ err: error }, "sweeping failed"));
    }
  }, HOUR_MS);
  return async () => {
    clearInterval(sweeping);
    await stopBeating();
    await front?.stop();
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
    // Before the start, which waits for platforms: as a container's first process only what is listened for ends it.
    let stop = async (): Promise<void> => undefined;
    const end = (): void => {
      say("Stopping.");
      setTimeout(() => process.exit(1), STOP_MS).unref();
      void stop().then(() => process.exit(0));
    };
    process.once("SIGTERM", end);
    process.once("SIGINT", end);
    stop = await start(config);
  } catch (error) {
    for (const line of toSentences(error)) process.stderr.write(`${line}\n`);
    process.exit(1);
  }
};
