import type { Transaction } from "../store/database.ts";
import {
  addDeliveries,
  type Change,
  type Delivery,
  deliveriesOf,
  isStanding,
  moveDelivery,
  pending,
  terminal,
  WITHDRAWN,
} from "../store/deliveries.ts";
import { deliveryId } from "./identity.ts";
import { LATE_MS } from "./plan.ts";

/**
 * What was posted is taken away everywhere: where it stands, where it turns out to have arrived, and where it has yet to
 * go out. The taking away of a post is a delivery of its own, "withdraw/" and the post's id.
 */

export const WITHDRAW = "withdraw/";

const withdrawalOf = ({ id }: Pick<Delivery, "id">): string => `${WITHDRAW}${id}`;

/** Whether it is to be taken away as soon as it is known where it is, and so must not be sent again. */
export const isTakenAway = async (trx: Transaction, post: Pick<Delivery, "id">): Promise<boolean> =>
  (await deliveriesOf(trx, withdrawalOf(post))).some(({ state }) => !terminal.includes(state));

/** What there is to take away of something that was said, by what is known of each of its deliveries. */
export interface Takeable {
  readonly there: readonly Delivery[];
  /** A person said that it is there; which message it is nobody told. */
  readonly nameless: readonly Delivery[];
  /** On its way, or perhaps there. */
  readonly unclear: readonly Delivery[];
  /** Other places of the same post that have yet to get it; what comes again at other times is not meant. */
  readonly waiting: readonly Delivery[];
}

export const readTakeable = async (trx: Transaction, what: string): Promise<Takeable> => {
  const rows = await deliveriesOf(trx, what);
  const sent = rows.filter(isStanding);
  const unclear: Delivery[] = [];
  for (const row of rows)
    if (["sending", "unknown", "held"].includes(row.state) && !(await isTakenAway(trx, row))) unclear.push(row);
  const begun = new Set([...sent, ...unclear].map(({ occurrence }) => occurrence));
  return {
    there: sent.filter(({ messageId }) => messageId !== undefined),
    nameless: sent.filter(({ messageId }) => messageId === undefined),
    unclear,
    waiting: rows.filter(({ state, occurrence }) => pending.includes(state) && begun.has(occurrence)),
  };
};

/** Takes it away. What stands there is marked at once, so that nobody is told that somebody deleted it. */
export const planWithdrawals = async (
  trx: Transaction,
  { there, unclear, waiting }: Omit<Takeable, "nameless">,
  now: number,
): Promise<void> => {
  const off: Change = { state: "cancelled", next_at: null, cause: WITHDRAWN };
  for (const row of waiting) await moveDelivery(trx, row, { from: pending, to: off });
  for (const post of there) await moveDelivery(trx, post, { from: ["sent"], to: { cause: WITHDRAWN } });
  for (const post of [...there, ...unclear]) {
    const what = withdrawalOf(post);
    const due = { dueAt: now, notAfter: now + LATE_MS.notice };
    const id = deliveryId({ what, occurrence: "once", to: post.to });
    await addDeliveries(trx, [{ id, what, occurrence: "once", to: post.to, ...due }]);
  }
};
