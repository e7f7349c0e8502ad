import type { PlatformName } from "../bot/call.ts";
import type { Platform } from "../bot/platform.ts";
import type { Log } from "../log.ts";
import type { Meter } from "../meter.ts";
import type { Store } from "../store/database.ts";
import { type Change, type Delivery, moveDelivery } from "../store/deliveries.ts";
import type { DeliveryState } from "../store/schema.ts";
import type { Clock } from "../time/clock.ts";
import { type Missing, planNotice, type Trouble } from "./notice.ts";
import type { Pauses } from "./pauses.ts";

/** Durations of delivery.md, milliseconds. */
export const durations = {
  /** A claim is worth this long; then whoever sent is taken for dead. */
  lease: 60_000,
  /** Oldest intent that may still be written to a socket (T_disp). */
  freshIntent: 5_000,
  /** Until a place, a platform, a thread is tried again. */
  placeAgain: 60_000,
  stopAgain: 300_000,
  threadAgain: 15_000,
  /** Until a platform is asked again who may call whom. */
  callsAgain: 5_000,
  /** Until a place is read for a post whose answer was lost: Q of R7 (D_max 20 s, L_max 10 s, T_disp 5 s). */
  quarantine: 35_000,
  /** Readings that must not find it, and the time between them and after one that failed (R7). */
  reads: 2,
  readAgain: 30_000,
  /** So much before the attempt a reading begins: by the platform's clock, from which this machine's may differ. */
  readBefore: 600_000,
  /** After so long of readings that fail a person is asked. */
  readPatience: 600_000,
  /** How long opening a thread is tried again. */
  threadPatience: 3_600_000,
};

/** What deliveries are made with. */
export interface House {
  readonly store: Store;
  /** The time that deliveries go by (steady.ts). */
  readonly clock: Clock;
  /** The machine's own, which may jump. */
  readonly machine: Clock;
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  readonly log: Log;
  readonly meter?: Meter;
  readonly pauses: Pauses;
  /** The same for reading: a limit on that keeps no post back. */
  readonly reads: Pauses;
  /** Since when a doubtful delivery cannot be looked for, milliseconds since 1970. A new process may well try anew. */
  readonly unread: Map<string, number>;
}

export const nowOf = ({ clock }: Pick<House, "clock">): number => clock.now().epochMilliseconds;

/** Moves a row and, with it, tells the desk: one transaction. */
export const settle = async (
  house: House,
  row: Delivery,
  move: {
    readonly to: Change;
    readonly from: readonly DeliveryState[];
    readonly trouble?: Trouble;
    readonly missing?: Missing;
  },
): Promise<void> =>
  house.store.transact(async (trx) => {
    const moved = await moveDelivery(trx, row, move);
    if (moved && move.trouble !== undefined)
      await planNotice(trx, { ...row, ...(move.missing && { missing: move.missing }) }, move.trouble, nowOf(house));
  });
