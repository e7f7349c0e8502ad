import { randomBytes } from "node:crypto";
import { dirname } from "node:path";
import type { Front, FrontGiven } from "./adapters/web/web.ts";
import { type Config, databaseOf, fileOf, readEnvironment, toConfig } from "./config.ts";
import type { Platform } from "./core/bot/platform.ts";
import { platformNames } from "./core/network/place.ts";
import { isPostgres, openStore, type Store } from "./core/store/database.ts";
import { sweep } from "./core/store/drafts.ts";
import { remember } from "./core/store/memory.ts";
import { createClock } from "./core/time/clock.ts";
import { createHealth } from "./health.ts";
import { build, chatPlatforms, connect, type Ground, type House } from "./house.ts";
import { createLog, redact } from "./log.ts";
import { createPulse, type Pulse } from "./pulse.ts";
import { takeOver } from "./record/take-over.ts";
import { refuseSecrets } from "./secrets.ts";
import { createTally, type Tally } from "./tally.ts";
import { complain, createProgress, say, toSentences, withProgress } from "./terminal.ts";
import { createTheirTime } from "./their-time.ts";
import { version } from "./version.ts";

/** SIGTERM: whatever has not ended by then is left to the next start. */
const STOP_MS = 10_000;
/** How often the schedule is looked at, beside the timer that is set to the next due time. A timer: the wall clock jumps. */
const HEARTBEAT_MS = 10_000;
const HOUR_MS = 3_600_000;
/** Long after any platform would repeat a call. */
const CALLS_KEPT_MS = 7 * 24 * HOUR_MS;

/** Opens the database; a step of its schema that takes its time is told. */
const open = (url: string): Promise<Store> =>
  openStore(url, {
    version,
    told: (nth, of) => say(`Bringing the database up to date, step ${nth} of ${of} …`),
  });

const recordOf = ({ config, clock }: Ground, isPlayground: boolean) => ({
  ...{ folder: config.dataDir, isPlayground, version },
  told: createProgress("Reading the record", clock),
});

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

type Said = Pick<FrontGiven, "health" | "metrics" | "isOpen" | "terminal" | "doors">;

/** What is not connected, and how it would be. */
const missing = ({ discord, slack }: Config): readonly string[] => [
  ...(discord === undefined
    ? ["Discord: not connected, since DISCORD_TOKEN is not set. docs/discord.md has the clicks."]
    : []),
  ...(slack === undefined
    ? [
        "Slack: not connected, since SLACK_BOT_TOKEN is not set. Paste what npm run -s slack:manifest prints at https://api.slack.com/apps (Create New App → From a manifest), put the two tokens into .env, and start again; docs/slack.md has the clicks.",
      ]
    : []),
];

interface Around {
  readonly pulse: Pulse;
  readonly tally: Tally;
  readonly isRead: () => boolean;
}

/** What is said of the machine to those who watch over it; what it takes is loaded when it is first asked for. */
const watch = ({ config, clock }: Ground, houses: readonly House[], around: Around) => {
  const given = {
    ...around,
    version,
    now: () => clock.now().epochMilliseconds,
    folder: isPostgres(config.database.chat) ? undefined : dirname(fileOf(databaseOf(config))),
    platforms: () => houses.flatMap((house) => [...house.platforms.values()]),
    stores: () => houses.map(({ store }) => store),
    // The chat platforms' house comes first; the playground's clock is put ahead on purpose.
    clockFault: () => houses[0]?.dispatcher.clockFault(),
  };
  let read: (() => Promise<{ readonly text: string; readonly type: string }>) | undefined;
  return {
    health: createHealth(given),
    isOpen: config.isMonitored,
    doors: () => given.platforms().flatMap(({ doors = [] }) => doors),
    terminal: {
      key: randomBytes(32).toString("base64url"),
      // The chat platforms' house comes first.
      examine: async (language) => (await import("./examination.ts")).look(houses[0] as House, language),
    },
    async metrics() {
      read ??= (await import("./metrics.ts")).createMetrics(given);
      return read();
    },
  } satisfies Said;
};

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
  const store = await open(database.playground);
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
  const [clock, tally] = [createClock(), createTally()];
  const ground: Ground = { config, clock, log, meter: tally };
  const houses: House[] = [];
  const pulse = createPulse(clock);
  let isRead = false;
  const said = watch(ground, houses, { pulse, tally, isRead: () => isRead });
  let connecting: Promise<void> = Promise.resolve();
  if (config.discord !== undefined || config.slack !== undefined) {
    const chat = await open(config.database.chat);
    const house = build(ground, chat, createTheirTime(config));
    houses.push(house);
    connecting = startHouse(ground, house, chatPlatforms(ground, chat));
    // Awaited below; the record is read and the rest is loaded while the platforms are being reached.
    connecting.catch(() => undefined);
    await prepare(chat, ground, false);
  }
  const front = config.playground ? undefined : await openFront(ground, houses[0] as House, said);
  const pages = front ?? (await openPlayground(ground, houses, said));
  isRead = true;
  const heartbeat = setInterval(() => {
    pulse.beat();
    for (const { dispatcher } of houses) void dispatcher.tick();
  }, HEARTBEAT_MS);
  // For `npm run doctor`: whoever can read the database may ask.
  const here = JSON.stringify({ address: pages.address(), key: said.terminal.key });
  await houses[0]?.store.transact((trx) => remember(trx, "terminal", here));
  await withProgress("Connecting", connecting);
  if (config.playground)
    say(
      `Playground: open ${config.publicUrl ?? pages.address()} in a browser. Everything can be tried there; nothing leaves this machine.`,
    );
  else say(`Health: ${pages.address()}/health`);
  for (const line of missing(config)) say(line);
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
    clearInterval(heartbeat);
    pulse.stop();
    await front?.stop();
    await Promise.all(houses.map(stopHouse));
  };
};

/** Starts, and stops cleanly at SIGTERM or SIGINT. */
export const main = async (): Promise<void> => {
  say(`Rostrum ${version}`);
  let secrets: readonly string[] = [];
  let stop = async (): Promise<void> => undefined;
  const end = (): void => {
    say("Stopping.");
    setTimeout(() => process.exit(1), STOP_MS).unref();
    void stop().then(() => process.exit(0));
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  try {
    refuseSecrets(process.argv.slice(2));
    const environment = readEnvironment(complain);
    const config = toConfig(environment);
    secrets = config.secrets;
    const log = createLog({ level: config.logLevel, secrets });
    // A fault in a library's own promise (socket-mode 3.1.0, platforms.md) must not end the bot.
    process.on("unhandledRejection", (error) => log.error({ err: error }, "a promise was left alone"));
    stop = await start(config);
  } catch (error) {
    for (const line of toSentences(error)) complain(redact(line, secrets));
    process.exit(1);
  }
};
