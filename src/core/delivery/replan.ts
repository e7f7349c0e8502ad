import type { Webinar } from "../network/webinar.ts";
import { announcementsOf } from "../store/announcements.ts";
import type { Transaction } from "../store/database.ts";
import { type Delivery, deliveriesOf, moveDelivery, pending } from "../store/deliveries.ts";
import { readWebinar } from "../store/webinars.ts";
import { planCorrections } from "./correction.ts";
import { planNotice } from "./notice.ts";
import { momentOf, notAfterOf } from "./plan.ts";
import { planReminders } from "./remind.ts";
import { planSlots } from "./slots.ts";

/**
 * What counts from a webinar's start or end and has not gone out follows when the webinar moves; what is out there and
 * does not say what the record says any more is corrected.
 */
export const replanWebinar = async (trx: Transaction, key: string, now: number): Promise<void> => {
  const webinar = await readWebinar(trx, key);
  if (webinar === undefined) return;
  for (const { id, when } of await announcementsOf(trx, key)) {
    if (when.kind !== "relative") continue;
    // Without an hour it waits for one until it is due, and is not said then (compose.ts).
    const dueAt = momentOf(when, webinar)?.at.epochMilliseconds;
    if (dueAt === undefined) continue;
    for (const row of await deliveriesOf(trx, `announcement/${id}`))
      if (row.dueAt !== dueAt) await follow(trx, row, { dueAt, webinar, now });
  }
  await planReminders(trx, webinar, now);
  await planSlots(trx, webinar, now);
  await planCorrections(trx, webinar, now);
};

/** "In one week" is not said of what is in two days: what the move has left behind does not go out. */
const follow = async (
  trx: Transaction,
  row: Delivery,
  { dueAt, webinar, now }: { readonly dueAt: number; readonly webinar: Webinar; readonly now: number },
): Promise<void> => {
  if (dueAt <= now) {
    const to = { state: "expired", due_at: dueAt, next_at: null } as const;
    if (await moveDelivery(trx, row, { from: pending, to })) await planNotice(trx, row, "expired", now);
  } else {
    const to = { due_at: dueAt, next_at: dueAt, not_after: notAfterOf(dueAt, webinar) };
    await moveDelivery(trx, row, { from: pending, to });
  }
};
