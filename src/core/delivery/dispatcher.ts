import { createHash } from "node:crypto";
import type { PlatformName } from "../bot/call.ts";
import { PlatformError } from "../bot/errors.ts";
import type { Platform } from "../bot/platform.ts";
import type { Log } from "../log.ts";
import type { Store, Transaction } from "../store/database.ts";
import {
  abandonSending,
  type Change,
  type Delivery,
  dueDeliveries,
  moveDelivery,
  nextLook,
  pausePending,
  pending,
  proveSent,
  readDelivery,
} from "../store/deliveries.ts";
import type { DeliveryState } from "../store/schema.ts";
import type { Clock } from "../time/clock.ts";
import { type Breaker, createBreaker } from "./breaker.ts";
import { compose } from "./compose.ts";
import { planNotice, type Trouble } from "./notice.ts";

/** Durations of delivery.md, milliseconds. */
export const durations = {
  /** A claim is worth this long; then whoever sent is taken for dead. */
  lease: 60_000,
  /** Oldest intent that may still be written to a socket (T_disp). */
  freshIntent: 5_000,
  /** Until a place, a platform, a connection is tried again. */
  placeAgain: 60_000,
  stopAgain: 300_000,
  connectAgain: 15_000,
  /** How long opening a thread is tried again. */
  threadPatience: 3_600_000,
};
const BATCH = 200;
/** Places served at the same time: enough for speed, few enough that a platform's refusals are noticed early. */
const LANES = 8;
/** A row that cannot even be composed is given up after so many looks. */
const STRIKES = 3;

export interface Dispatcher {
  /** Takes over what a killed process left behind, then looks whenever something is due. */
  start(): Promise<void>;
  /** Looks now at all that is due; resolves when each has been tried once. Never rejects. */
  tick(): Promise<void>;
  /** Ends when what is under way has its answer. */
  stop(): Promise<void>;
}

interface Given {
  readonly store: Store;
  readonly clock: Clock;
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  readonly log: Log;
}
interface House extends Given {
  readonly breaker: Breaker;
}

const hash = (body: string): string => createHash("sha256").update(body).digest("base64url");
const ms = (clock: Clock): number => clock.now().epochMilliseconds;

/** Moves a row and, with it, tells the desk: one transaction. */
const settle = async (
  { store, clock }: House,
  row: Delivery,
  to: Change,
  { from, trouble }: { readonly from: readonly DeliveryState[]; readonly trouble?: Trouble },
): Promise<void> =>
  store.transact(async (trx) => {
    const moved = await moveDelivery(trx, row, { from, to });
    if (moved && trouble !== undefined) await planNotice(trx, row, trouble, ms(clock));
  });

/** The words of one attempt, frozen at the first and the same ever after. `undefined` when there is nothing left to say. */
const freeze = async (trx: Transaction, row: Delivery, platform: Platform): Promise<string | undefined> => {
  if (row.body !== undefined) return row.body;
  const said = await compose(trx, row);
  return said === undefined ? undefined : platform.render({ id: row.id, to: row.to, message: said });
};

/** R1: the intent is committed before a byte leaves. Answers the row as claimed, or `undefined` when it is not ours to send. */
const intend = async (
  house: House,
  { id }: Delivery,
  platform: Platform,
): Promise<(Delivery & { body: string }) | undefined> =>
  house.store.transact(async (trx) => {
    const row = await readDelivery(trx, id);
    const now = ms(house.clock);
    if (row === undefined || !pending.includes(row.state) || row.nextAt === undefined || row.nextAt > now)
      return undefined;
    const body = await freeze(trx, row, platform);
    if (body === undefined) {
      await moveDelivery(trx, row, {
        from: pending,
        to: { state: "cancelled", next_at: null, cause: "nothing left to say" },
      });
      return undefined;
    }
    const attempts = row.attempts + 1;
    const to: Change = {
      state: "sending",
      attempts,
      last_dispatch: now,
      ...(attempts === 1 && { first_dispatch: now }),
      next_at: now + durations.lease,
      body,
      body_hash: hash(body),
    };
    const claimed = await moveDelivery(trx, row, { from: pending, to, claim: true });
    return claimed ? { ...row, epoch: row.epoch + 1, attempts, state: "sending", body } : undefined;
  });

/** Doubles from 2 s to 5 min. */
const backOff = (attempts: number): number => Math.min(2_000 * 2 ** Math.min(attempts, 8), 300_000);

/** R5: three ways an attempt may have failed, and what follows from each. */
const failed = async (house: House, row: Delivery, error: PlatformError): Promise<void> => {
  const now = ms(house.clock);
  const cause = String(error.cause);
  if (error.fault === "place" || error.fault === "stop") house.breaker.note(row.to.platform, now);
  house.log.warn({ delivery: row.id, fault: error.fault, cause }, "a post did not arrive for certain");
  const after = { from: ["sending"] as const };
  const again = (waitMs: number): Change => ({ state: "ready", next_at: now + waitMs, cause });
  if (error.fault === "wait")
    return settle(house, row, again(Math.max(error.retryMs ?? 0, backOff(row.attempts))), after);
  if (error.fault === "content")
    return settle(house, row, { state: "failed", next_at: null, cause }, { ...after, trouble: "failed" });
  if (error.fault === "place" || error.fault === "stop") {
    const wait = error.fault === "place" ? durations.placeAgain : durations.stopAgain;
    await settle(house, row, again(wait), { ...after, trouble: error.fault });
    return house.store.transact((trx) =>
      pausePending(trx, row.to, { whole: error.fault === "stop", until: now + wait }),
    );
  }
  return settle(house, row, { state: "held", next_at: null, cause }, { ...after, trouble: "held" });
};

/** One attempt is one request. What it answers is recorded whatever else happened meanwhile. */
const attempt = async (house: House, due: Delivery, platform: Platform): Promise<void> => {
  const { clock, store } = house;
  const [wall, monotonic] = [ms(clock), clock.monotonicMs()];
  const row = await intend(house, due, platform);
  if (row === undefined) return;
  // R2: the monotonic clock stands still while the machine sleeps and the wall clock may jump: both must agree.
  if (ms(clock) - wall > durations.freshIntent || clock.monotonicMs() - monotonic > durations.freshIntent)
    return settle(
      house,
      row,
      { state: "ready", next_at: ms(clock), cause: "the intent was too old" },
      { from: ["sending"] },
    );
  try {
    const post = await platform.post({ id: row.id, to: row.to, body: row.body });
    await store.transact(async (trx) => {
      await proveSent(trx, row.id, { messageId: post.message, evidence: "response", threadAt: ms(clock) });
    });
  } catch (error) {
    // An error of ours after the request went out says nothing about it.
    await failed(house, row, error instanceof PlatformError ? error : new PlatformError("ambiguous", "our own fault"));
    if (!(error instanceof PlatformError)) house.log.error({ delivery: row.id, err: error }, "a post failed here");
  }
};

/** Below a post that is out there. Idempotent on the platform, so it is simply tried again. */
const openThread = async (house: House, row: Delivery, platform: Platform): Promise<void> => {
  const { store, clock } = house;
  try {
    const post = { at: row.to, message: row.messageId ?? "" };
    const { thread } = await platform.thread(post, row.threadTitle ?? "");
    await store.transact(async (trx) => {
      await moveDelivery(trx, row, { from: ["sent"], to: { thread_id: thread ?? null, next_at: null } });
    });
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const lasting = error.fault !== "wait" && error.fault !== "ambiguous";
    const isOver = lasting || ms(clock) > row.dueAt + durations.threadPatience;
    const next_at = isOver ? null : ms(clock) + Math.max(error.retryMs ?? 0, durations.connectAgain);
    await settle(
      house,
      row,
      { next_at, cause: String(error.cause) },
      { from: ["sent"], ...(isOver && { trouble: "thread" }) },
    );
  }
};

/** Whatever a row needs at its time, by its state. */
const look = async (house: House, row: Delivery): Promise<void> => {
  const now = ms(house.clock);
  if (row.state === "sending")
    return settle(
      house,
      row,
      { state: "held", next_at: null, cause: "the answer was lost" },
      { from: ["sending"], trouble: "held" },
    );
  if (pending.includes(row.state) && now > row.notAfter)
    return settle(house, row, { state: "expired", next_at: null }, { from: pending, trouble: "expired" });
  const platform = house.platforms.get(row.to.platform);
  if (platform?.state() !== "connected")
    return settle(house, row, { next_at: now + durations.connectAgain }, { from: [row.state] });
  const closed = house.breaker.closedUntil(row.to.platform, now);
  if (closed !== undefined) return settle(house, row, { next_at: closed }, { from: [row.state] });
  if (row.state === "sent") return openThread(house, row, platform);
  if (pending.includes(row.state)) return attempt(house, row, platform);
  return settle(house, row, { next_at: null }, { from: [row.state] });
};

/** A row that cannot be handled does not hold up the others, and is given up after three looks. */
const lookSafely = async (house: House, row: Delivery): Promise<void> => {
  try {
    await look(house, row);
  } catch (error) {
    house.log.error({ delivery: row.id, err: error }, "a delivery cannot be handled");
    const isContent = error instanceof PlatformError && error.fault === "content";
    const isOver = pending.includes(row.state) && (isContent || row.attempts + 1 >= STRIKES);
    const cause = error instanceof PlatformError ? String(error.cause) : "our own fault";
    const again: Change = { next_at: ms(house.clock) + durations.placeAgain, attempts: row.attempts + 1, cause };
    const to: Change = isOver ? { state: "failed", next_at: null, cause } : again;
    await settle(house, row, to, { from: [row.state], ...(isOver && { trouble: "failed" }) });
  }
};

/** Places go side by side, what is for one place one after the other. */
const byPlace = (rows: readonly Delivery[]): readonly (readonly Delivery[])[] => [
  ...Map.groupBy(rows, ({ to }) => `${to.platform}/${to.space}/${to.channel}`).values(),
];

export const createDispatcher = (given: Given): Dispatcher => {
  const { store, clock, log } = given;
  const house: House = { ...given, breaker: createBreaker() };
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let unwake = (): void => undefined;

  const round = async (): Promise<number> => {
    const due = await store.transact((trx) => dueDeliveries(trx, ms(clock), BATCH));
    const queue = byPlace(due).values();
    const lane = async (): Promise<void> => {
      for (const rows of queue) for (const row of rows) if (!stopped) await lookSafely(house, row);
    };
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
    for (const done of lanes) if (done.status === "rejected") throw done.reason;
    return due.length;
  };
  const rounds = async (): Promise<void> => {
    do {
      again = false;
      while ((await round()) > 0 && !stopped);
    } while (again && !stopped);
    unwake();
    const next = await store.transact(nextLook);
    if (next !== undefined && !stopped)
      unwake = clock.wake(Temporal.Instant.fromEpochMilliseconds(next), () => void tick());
  };
  const tick = (): Promise<void> => {
    if (stopped) return Promise.resolve();
    again = true;
    running ??= rounds()
      .catch((error: unknown) => log.error({ err: error }, "looking for what is due failed"))
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  return {
    tick,
    async start() {
      if (store.alone) await store.transact((trx) => abandonSending(trx, ms(clock)));
      void tick();
    },
    async stop() {
      stopped = true;
      unwake();
      await running;
    },
  };
};
