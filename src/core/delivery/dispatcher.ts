import type { PlatformName } from "../bot/call.ts";
import { PlatformError } from "../bot/errors.ts";
import { doubtCopied } from "../store/backup.ts";
import { abandonSending, type Change, type Delivery, dueDeliveries, nextLook, pending } from "../store/deliveries.ts";
import { attempt, openThread, Unsayable } from "./attempt.ts";
import { correct, isCorrection } from "./correction.ts";
import { doubt, resolve } from "./doubt.ts";
import { durations, type House, nowOf, settle } from "./house.ts";
import { createPauses } from "./pauses.ts";
import { ASK_AGAIN_MS, believe, type ClockFault, createSteady, type Steady } from "./steady.ts";

const BATCH = 200;
/** Rows of one place that are served before others get their turn. */
const TURN = 10;
/** Places served at the same time: enough for speed, few enough that a platform's refusals are noticed early. */
const LANES = 8;
/** A row that cannot be put into words is given up after so many looks. */
const STRIKES = 3;

export interface Dispatcher {
  /** Takes over what a killed process left behind, then looks whenever something is due. */
  start(): Promise<void>;
  /** Looks now at all that is due; resolves when nothing is under way any more. Never rejects. */
  tick(): Promise<void>;
  /** What is wrong with the clock of this machine. */
  clockFault(): ClockFault | undefined;
  /** Ends when what is under way has its answer. */
  stop(): Promise<void>;
}

/** Whatever a row needs at its time, by its state. */
const look = async (house: House, row: Delivery): Promise<void> => {
  const now = nowOf(house);
  const from = [row.state];
  if (row.state === "sending" && isCorrection(row))
    return settle(house, row, { from, to: { state: "ready", next_at: now } });
  // Whoever sent it is dead.
  if (row.state === "sending") return doubt(house, row, "the answer was lost");
  if (pending.includes(row.state) && now > row.notAfter)
    return settle(house, row, { from, to: { state: "expired", next_at: null }, trouble: "expired" });
  const platform = house.platforms.get(row.to.platform);
  // Gone since the row was chosen: it stays due.
  if (platform?.state() !== "connected") return;
  const until = house.pauses.until(row.to, now);
  if (until !== undefined) return settle(house, row, { from, to: { next_at: until } });
  if (row.state === "unknown") return resolve(house, row, platform);
  if (row.state === "sent") return openThread(house, row, platform);
  if (pending.includes(row.state)) return (isCorrection(row) ? correct : attempt)(house, row, platform);
  return settle(house, row, { from, to: { next_at: null } });
};

/** A row that cannot be handled does not hold up the others; one that cannot be put into words is given up. */
const createLook = (house: House): ((row: Delivery) => Promise<void>) => {
  const strikes = new Map<string, number>();
  return async (row) => {
    try {
      await look(house, row);
      strikes.delete(row.id);
    } catch (error) {
      house.log.error({ delivery: row.id, err: error }, "a delivery cannot be handled");
      const cause = error instanceof Unsayable ? error.cause : error;
      const isContent = cause instanceof PlatformError && cause.fault === "content";
      const count = error instanceof Unsayable ? (strikes.get(row.id) ?? 0) + 1 : 0;
      strikes.set(row.id, count);
      const isOver = isContent || count >= STRIKES;
      const word = cause instanceof PlatformError ? String(cause.cause) : "our own fault";
      const to: Change = isOver
        ? { state: "failed", next_at: null, cause: word }
        : { next_at: nowOf(house) + durations.placeAgain, cause: word };
      await settle(house, row, { from: [row.state], to, ...(isOver && { trouble: "failed" }) });
    }
  };
};

const placeOf = ({ to }: Delivery): string => `${to.platform}/${to.space}/${to.channel}`;

/** What is due on a platform that is away stays so; the heartbeat and the platform's own news bring the next look. */
const connected = ({ platforms }: House): readonly PlatformName[] =>
  [...platforms.values()].filter((platform) => platform.state() === "connected").map(({ name }) => name);

/** When to look again, milliseconds since 1970. */
const nextWake = async (house: House, steady: Steady): Promise<number | undefined> =>
  steady.fault() === "unknown"
    ? nowOf(house) + ASK_AGAIN_MS
    : house.store.transact((trx) => nextLook(trx, nowOf(house)));

type Given = Omit<House, "machine" | "pauses" | "reads" | "unread"> & {
  /** What time it is elsewhere; without it the clock is believed whatever it says. */
  readonly askTime?: (() => Promise<Temporal.Instant>) | undefined;
};

const createHouse = ({ askTime, ...given }: Given): { readonly house: House; readonly steady: Steady } => {
  const { clock: machine, log } = given;
  const steady = askTime === undefined ? believe(machine) : createSteady({ clock: machine, log, askTime });
  const own = { pauses: createPauses(), reads: createPauses(), unread: new Map<string, number>() };
  return { steady, house: { ...given, ...own, machine, clock: steady.clock } };
};

export const createDispatcher = (given: Given): Dispatcher => {
  const { house, steady } = createHouse(given);
  const { store, clock, log } = house;
  const lookAt = createLook(house);
  /** Places that are being served, each with its end. */
  const lanes = new Map<string, Promise<void>>();
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let unwake = (): void => undefined;
  let poke = Promise.withResolvers<void>();

  /** One place after the other, in the order of their time; then others get their turn. */
  const serve = async (place: string, rows: readonly Delivery[]): Promise<void> => {
    try {
      for (const row of rows.slice(0, TURN)) if (!stopped) await lookAt(row);
      again = true;
    } catch (error) {
      // The store itself fails: the heartbeat looks again.
      log.error({ err: error }, "a place cannot be served");
    } finally {
      lanes.delete(place);
    }
  };
  /** Fills the free lanes with places that have something due and are not being served. */
  const fill = async (): Promise<void> => {
    while (lanes.size < LANES && !stopped) {
      const busy = [...lanes.keys()].map((place) => place.split("/").at(-1) ?? "");
      const due = await store.transact((trx) =>
        dueDeliveries(trx, { now: nowOf(house), on: connected(house), except: busy, limit: BATCH }),
      );
      const waiting = [...Map.groupBy(due, placeOf)].filter(([place]) => !lanes.has(place));
      if (waiting.length === 0) return;
      for (const [place, rows] of waiting.slice(0, LANES - lanes.size)) lanes.set(place, serve(place, rows));
    }
  };
  const setWake = async (): Promise<void> => {
    unwake();
    const next = await nextWake(house, steady);
    if (next !== undefined && !stopped)
      unwake = clock.wake(Temporal.Instant.fromEpochMilliseconds(next), () => void tick());
  };
  const run = async (): Promise<void> => {
    try {
      while (again || lanes.size > 0) {
        const isAsked = again && !stopped;
        again = false;
        if (isAsked && (await steady.look())) await fill();
        if (lanes.size > 0 && !again) await Promise.race([...lanes.values(), poke.promise]);
        if (!again && lanes.size === 0) await setWake();
      }
    } catch (error) {
      log.error({ err: error }, "looking for what is due failed");
      await Promise.all(lanes.values());
    }
    // Before anything is awaited: a tick from now on begins anew.
    running = undefined;
  };
  const tick = (): Promise<void> => {
    if (stopped) return Promise.resolve();
    again = true;
    poke.resolve();
    poke = Promise.withResolvers();
    running ??= run();
    return running;
  };
  return {
    tick,
    clockFault: steady.fault,
    async start() {
      if (store.alone) await store.transact((trx) => abandonSending(trx, nowOf(house)));
      const doubted = await store.transact((trx) => doubtCopied(trx, nowOf(house)));
      if (doubted > 0) log.warn({ doubted }, "restored from a backup: what came due since is looked for first");
      void tick();
    },
    async stop() {
      stopped = true;
      unwake();
      await running;
    },
  };
};
