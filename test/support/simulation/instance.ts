import type { PlatformName } from "../../../src/core/bot/call.ts";
import { createConditions } from "../../../src/core/bot/condition.ts";
import type { Platform } from "../../../src/core/bot/platform.ts";
import { createDispatcher, type Dispatcher } from "../../../src/core/delivery/dispatcher.ts";
import type { Log } from "../../../src/core/log.ts";
import type { Store } from "../../../src/core/store/database.ts";
import type { Clock } from "../../../src/core/time/clock.ts";
import type { Ledger, Surroundings } from "./ledger.ts";

/** One process of the program: it can be killed, stand still, lose its connection, and its database can fail it. */
export interface Instance {
  readonly dispatcher: Dispatcher;
  isAlive(): boolean;
  kill(): void;
  /** Stands still for so long; `suspended`: its monotonic clock, too, as that of a laptop that sleeps. */
  stand(ms: number, suspended: boolean): void;
  /** Without a connection for so long. */
  disconnect(platform: PlatformName, ms: number): void;
  /** Its wall clock is off by so much, until it is set right after so long. */
  misset(offMs: number, ms: number): void;
}

const HEARTBEAT_MS = 60_000;
/** Once nothing goes wrong any more, hardly anything depends on it. */
const CALM_HEARTBEAT_MS = 600_000;
const never = new Promise<never>(() => undefined);

const faults = [
  "killed before a commit",
  "killed after a commit",
  "store refuses",
  "commit unknown",
  "stands still",
] as const;
export type Fault = (typeof faults)[number];

/** What is otherwise than it is meant to be, so that it shows what that is good for. */
export interface Bent extends Pick<Surroundings, "trouble"> {
  /** The one thing that goes wrong with this process and its database, and more often. */
  readonly only?: Fault;
  /** Believes its wall clock whatever it says. */
  readonly credulous?: true;
}

export const createInstance = (
  given: Surroundings & {
    readonly store: Store;
    readonly alone: boolean;
    readonly ledgers: ReadonlyMap<PlatformName, Ledger>;
    readonly log: Log;
  } & Bent,
): Instance => {
  const { time, dice, roughness, note, store, ledgers } = given;
  let alive = true;
  let still = { until: 0, suspended: 0 };
  let wrong = { offMs: 0, until: 0 };
  const away = new Map<PlatformName, number>();
  const awake = async (): Promise<void> => {
    while (alive && time.now() < still.until) await time.sleep(still.until - time.now());
    if (!alive) await never;
  };
  const stand: Instance["stand"] = (ms, suspended) => {
    note(suspended ? "is suspended" : "is stopped");
    still = { until: time.now() + ms, suspended: still.suspended + (suspended ? ms : 0) };
  };
  const kill = (): void => {
    alive = false;
  };
  const draw = (): Fault | undefined => {
    // Every commit asks, and there are many: a request's trouble is more likely.
    if (!dice.chance(roughness() / (given.only === undefined ? 6 : 4))) return undefined;
    const drawn = given.only ?? dice.pick(faults);
    note(drawn);
    return drawn;
  };
  const transact: Store["transact"] = async (run) => {
    await awake();
    const fault = draw();
    if (fault === "killed before a commit") kill();
    if (!alive) return never;
    if (fault === "store refuses") throw new Error("disk full");
    const value = await store.transact(run);
    if (fault === "killed after a commit") kill();
    if (fault === "stands still") stand(dice.between(1_000, 15 * 60_000), dice.chance(0.5));
    await awake();
    if (fault === "commit unknown") throw new Error("the connection was lost");
    return value;
  };
  const offMs = (): number => (time.now() < wrong.until ? wrong.offMs : 0);
  const clock: Clock = {
    now: () => Temporal.Instant.fromEpochMilliseconds(time.now() + offMs()),
    monotonicMs: () => time.now() - still.suspended,
    // Like a timer of the event loop: what the wall clock does later does not move it.
    wake: (at, call) => time.at(Math.max(at.epochMilliseconds - offMs(), time.now()), () => void awake().then(call)),
    async sleep(ms) {
      await time.sleep(ms);
      await awake();
    },
  };
  const platforms = new Map<PlatformName, Platform>();
  for (const [name, ledger] of ledgers) {
    const condition = createConditions(clock).now;
    const state = () => (time.now() < (away.get(name) ?? 0) ? "connecting" : "connected");
    platforms.set(name, {
      ...{ name, condition, start: async () => undefined, stop: async () => undefined },
      ...ledger.seenBy(awake, state),
      render: ({ message }) => JSON.stringify(message),
      thread: async ({ at, message }) => ({ ...at, thread: message }),
      direct: async ({ space, user }) => ({ platform: name, space, channel: user }),
      standing: async ({ channel }) => ({ name: `#${channel}`, lacks: [] }),
    });
  }
  /** To the second, as an answer's Date says it. */
  const askTime = async (): Promise<Temporal.Instant> => {
    if (dice.chance(roughness())) throw new Error("nobody answers");
    await time.sleep(dice.between(20, 300));
    await awake();
    return Temporal.Instant.fromEpochMilliseconds(Math.floor(time.now() / 1_000) * 1_000);
  };
  const dispatcher = createDispatcher({
    store: { ...store, transact, alone: given.alone },
    ...{ clock, platforms, log: given.log },
    ...(given.credulous !== true && { askTime }),
  });
  const tick = (): void => void awake().then(dispatcher.tick);
  const beat = (): void => {
    if (!alive) return;
    tick();
    time.at(time.now() + (roughness() > 0 ? HEARTBEAT_MS : CALM_HEARTBEAT_MS), beat);
  };
  // A store that fails at once ends the program, and it is started again.
  dispatcher.start().then(beat, kill);
  return {
    dispatcher: { ...dispatcher, tick: () => awake().then(dispatcher.tick) },
    isAlive: () => alive,
    kill,
    stand,
    disconnect(name, ms) {
      note("is away");
      away.set(name, time.now() + ms);
      time.at(time.now() + ms, tick);
    },
    misset(off, ms) {
      note("has a wrong clock");
      wrong = { offMs: off, until: time.now() + ms };
    },
  };
};
