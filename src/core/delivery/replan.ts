import { announcementsOf } from "../store/announcements.ts";
import type { Transaction } from "../store/database.ts";
import { deliveriesOf, moveDelivery, pending } from "../store/deliveries.ts";
import { readWebinar } from "../store/webinars.ts";
import { planCorrections } from "./correction.ts";
import { momentOf, notAfterOf } from "./plan.ts";
import { planReminders } from "./remind.ts";
import { planSlots } from "./slots.ts";

/**
 * What counts from a webinar's start or end and has not gone out follows when the webinar moves; what is out there and
 * does not say what the record says any more is corrected.
 */
export const replanWebinar = async (trx: Transaction, key: string, now: number): Promise<void> => {
  const webinar = await readWebinar(trx, key);
  for (const { id, when } of await announcementsOf(trx, key)) {
    const moment = when.kind === "relative" ? momentOf(when, webinar) : undefined;
    if (moment === undefined) continue;
    const dueAt = moment.at.epochMilliseconds;
    const to = { due_at: dueAt, next_at: dueAt, not_after: notAfterOf(dueAt, webinar) };
    for (const row of await deliveriesOf(trx, `announcement/${id}`))
      if (row.dueAt !== dueAt) await moveDelivery(trx, row, { from: pending, to });
  }
  if (webinar === undefined) return;
  await planReminders(trx, webinar, now);
  await planSlots(trx, webinar, now);
  await planCorrections(trx, webinar, now);
};
