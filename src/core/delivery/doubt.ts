import { PlatformError } from "../bot/errors.ts";
import type { Platform, Post } from "../bot/platform.ts";
import { type Change, type Delivery, moveDelivery, proveSent } from "../store/deliveries.ts";
import { durations, type House, nowOf, settle } from "./house.ts";
import { isReminder } from "./remind.ts";

/**
 * An attempt whose answer never came: before anything leaves again, the place itself is read for the post's marker
 * (delivery.md, R7). Found is sent. Twice not found, after all that was under way must have arrived, is surely not sent.
 * What cannot be read is asked of a person. Its own event may settle it at any time (R8).
 */

/** From `sending`: nothing is known of the attempt. */
export const doubt = async (house: House, row: Delivery, cause: string): Promise<void> => {
  const from = ["sending"] as const;
  const now = nowOf(house);
  const next_at = Math.max(now, (row.lastDispatch ?? now) + durations.quarantine);
  return settle(house, row, { from, to: { state: "unknown", next_at, neg_reads: 0, cause } });
};

/** Claims the row, so that two who read at the same time do not count as two reads. */
const claim = async (house: House, row: Delivery): Promise<Delivery | undefined> =>
  house.store.transact(async (trx) => {
    const to: Change = { next_at: nowOf(house) + durations.lease };
    const moved = await moveDelivery(trx, row, { from: ["unknown"], to, claim: true });
    return moved ? { ...row, epoch: row.epoch + 1 } : undefined;
  });

/** What follows from one reading: `undefined` when the whole span was read and the post is not there. */
const conclude = async (house: House, row: Delivery, found: Post | undefined): Promise<void> => {
  const now = nowOf(house);
  house.unread.delete(row.id);
  if (found !== undefined) {
    const proof = { messageId: found.message, evidence: "history" as const, threadAt: now };
    await house.store.transact((trx) => proveSent(trx, row.id, proof));
    return;
  }
  const neg_reads = row.negReads + 1;
  const to: Change =
    neg_reads < durations.reads
      ? { neg_reads, next_at: now + durations.readAgain }
      : { state: "ready", neg_reads: 0, next_at: now };
  return settle(house, row, { from: ["unknown"], to });
};

/**
 * A reading that failed is none. A refusal, or none for long, and a person is asked: for long since it was first tried,
 * not since the post, for the platform or we may have been away. What the platform tells one row to wait, all that are
 * looked for in the same place wait with it; posts do not.
 */
const unread = async (house: House, row: Delivery, { fault, cause, retryMs }: PlatformError): Promise<void> => {
  const now = nowOf(house);
  house.log.warn({ delivery: row.id, fault, cause }, "a place could not be read");
  const from = ["unknown"] as const;
  const since = house.unread.get(row.id) ?? now;
  house.unread.set(row.id, since);
  if (retryMs !== undefined) house.reads.pause(row.to, now + retryMs);
  const isRefused = fault === "place" || fault === "content";
  if (isRefused || now > since + durations.readPatience) {
    house.unread.delete(row.id);
    return settle(house, row, { from, ...askOf(row, now) });
  }
  return settle(house, row, { from, to: { next_at: now + Math.max(retryMs ?? 0, durations.readAgain) } });
};

/**
 * A person is asked; but nobody can be asked about a reminder but who would get it, and a note to the desk is better said
 * twice than not at all.
 */
const askOf = (row: Delivery, now: number): Pick<Parameters<typeof settle>[2], "to" | "trouble"> => {
  if (isReminder(row)) return { to: { state: "failed", next_at: null } };
  if (row.what.startsWith("notice/")) return { to: { state: "ready", next_at: now } };
  return { to: { state: "held", next_at: null }, trouble: "held" };
};

/** One reading of the place. */
export const resolve = async (house: House, due: Delivery, platform: Platform): Promise<void> => {
  const until = house.reads.until(due.to, nowOf(house));
  if (until !== undefined) return settle(house, due, { from: ["unknown"], to: { next_at: until } });
  const row = await claim(house, due);
  if (row === undefined) return;
  let found: Post | undefined;
  try {
    const sinceMs = (row.lastDispatch ?? row.dueAt) - durations.readBefore;
    found = await platform.find({ id: row.id, to: row.to, sinceMs });
  } catch (error) {
    if (!(error instanceof PlatformError)) house.log.error({ delivery: row.id, err: error }, "reading a place failed");
    return unread(house, row, error instanceof PlatformError ? error : new PlatformError("wait", "our own fault"));
  }
  return conclude(house, row, found);
};
