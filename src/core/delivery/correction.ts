import { PlatformError } from "../bot/errors.ts";
import type { Message } from "../bot/message.ts";
import type { Platform, Post } from "../bot/platform.ts";
import type { Webinar } from "../network/webinar.ts";
import { announcementsOf } from "../store/announcements.ts";
import type { Transaction } from "../store/database.ts";
import {
  addDeliveries,
  type Change,
  type Delivery,
  deliveriesOf,
  moveDelivery,
  noteSaid,
  out,
  pending,
  readDelivery,
  WITHDRAWN,
} from "../store/deliveries.ts";
import { failed } from "./attempt.ts";
import { compose, splitWhat } from "./compose.ts";
import { durations, type House, nowOf } from "./house.ts";
import { deliveryId, hashOf } from "./identity.ts";
import { planNotice } from "./notice.ts";
import { LATE_MS, questionWhat } from "./plan.ts";
import { WITHDRAW } from "./withdrawal.ts";

/**
 * A post that is out there is corrected in place, by a delivery of its own: what left with other words than the record has
 * now is never sent again (delivery.md, R11), and what is planned here is not forgotten over a restart. Its words are made
 * when it is done, from the record as it is then.
 */

const EDIT = "edit/";
/** An edit of a post that is out there, or its taking away. */
export const isCorrection = ({ what }: Pick<Delivery, "what">): boolean =>
  what.startsWith(EDIT) || what.startsWith(WITHDRAW);

/** Its words are fixed: out there, on their way there, or perhaps there. */
const hasLeft = ({ state, body }: Delivery): boolean =>
  out.includes(state) || (pending.includes(state) && body !== undefined);

/** Corrects what of these says something else than it would be said now, and answers which those are. */
export const correctPosts = async (
  trx: Transaction,
  posts: readonly Delivery[],
  now: number,
): Promise<readonly Delivery[]> => {
  const due = { dueAt: now, notAfter: now + LATE_MS.announcement };
  const corrected: Delivery[] = [];
  for (const row of posts)
    if (hasLeft(row) && row.cause !== WITHDRAWN && (await planCorrection(trx, row, due))) corrected.push(row);
  return corrected;
};

/** One edit of a message in two seconds at most (abuse.md, 66); Discord and Slack allow a little more. */
const EDITS_APART_MS = 2000;

/** Answers whether it says something else now. */
const planCorrection = async (
  trx: Transaction,
  post: Delivery,
  due: Pick<Delivery, "dueAt" | "notAfter">,
): Promise<boolean> => {
  const said = await compose(trx, post);
  if (said === undefined || hashOf(JSON.stringify(said)) === post.said) return false;
  const what = `${EDIT}${post.id}`;
  const before = await deliveriesOf(trx, what);
  // One that has yet to be done will say it.
  if (before.some(({ state }) => pending.includes(state))) return true;
  const occurrence = `edit-${before.length + 1}`;
  // What changes faster than people read is edited once for all of it.
  const last = Math.max(...before.map(({ lastDispatch = 0 }) => lastDispatch));
  const dueAt = Math.max(due.dueAt, last + EDITS_APART_MS);
  const id = deliveryId({ what, occurrence, to: post.to });
  await addDeliveries(trx, [{ id, what, occurrence, to: post.to, ...due, dueAt }]);
  return true;
};

/** Of all that is out there about a webinar still to come, what does not say what the record says. */
export const planCorrections = async (trx: Transaction, webinar: Webinar, now: number): Promise<void> => {
  const { key, status, startsAt, questions } = webinar;
  if ((status !== "planned" && status !== "cancelled") || (startsAt !== undefined && startsAt <= now)) return;
  const announced = (await announcementsOf(trx, key)).map(({ id }) => `announcement/${id}`);
  const due = { dueAt: now, notAfter: Math.max(now + LATE_MS.announcement, startsAt ?? 0) };
  for (const what of [...announced, ...questions.map(questionWhat)])
    for (const row of await deliveriesOf(trx, what))
      if (hasLeft(row) && row.cause !== WITHDRAWN) await planCorrection(trx, row, due);
};

/** The same of one webinar's questions, whenever it is: a command has changed what they say. */
export const correctQuestions = async (
  trx: Transaction,
  { questions }: Pick<Webinar, "questions">,
  now: number,
): Promise<void> => {
  const due = { dueAt: now, notAfter: now + LATE_MS.announcement };
  for (const what of questions.map(questionWhat))
    for (const row of await deliveriesOf(trx, what)) if (hasLeft(row)) await planCorrection(trx, row, due);
};

interface Claimed {
  readonly row: Delivery;
  readonly post: Post & { readonly id: string };
  /** `undefined`: it is taken away. */
  readonly said: Message | undefined;
}

/** What there is to do to the post now: `undefined` when it is nothing (any more). */
const dutyTo = async (trx: Transaction, post: Delivery, what: string): Promise<Pick<Claimed, "said"> | undefined> => {
  if (!hasLeft(post)) return undefined;
  if (what.startsWith(WITHDRAW)) return { said: undefined };
  const said = post.cause === WITHDRAWN ? undefined : await compose(trx, post);
  return said === undefined || hashOf(JSON.stringify(said)) === post.said ? undefined : { said };
};

/** Claims a correction that can be made now; else moves it to where it belongs. */
const claim = async (trx: Transaction, id: string, now: number): Promise<Claimed | undefined> => {
  const row = await readDelivery(trx, id);
  if (row === undefined || !pending.includes(row.state) || (row.nextAt ?? now + 1) > now) return undefined;
  const move = async (to: Change): Promise<undefined> => {
    await moveDelivery(trx, row, { from: pending, to });
  };
  const post = await readDelivery(trx, splitWhat(row.what)[1]);
  const duty = post && (await dutyTo(trx, post, row.what));
  if (post === undefined || duty === undefined)
    return move({ state: "cancelled", next_at: null, cause: "nothing to correct" });
  if (post.state !== "sent") {
    // Not before the post itself is looked at; but that may be planned anew.
    const wait = Math.min((post.nextAt ?? now) - now, durations.stopAgain);
    return move({ next_at: now + Math.max(wait, durations.threadAgain) });
  }
  if (post.messageId === undefined) {
    // A person said that it is there; which message it is nobody told.
    await planNotice(trx, row, "failed", now);
    return move({ state: "failed", next_at: null, cause: "no message" });
  }
  const attempts = row.attempts + 1;
  const to: Change = { state: "sending", attempts, last_dispatch: now, next_at: now + durations.lease };
  if (!(await moveDelivery(trx, row, { from: pending, to, claim: true }))) return undefined;
  // One that was in doubt when it was taken away: marked now, so that nobody is told that somebody deleted it.
  if (duty.said === undefined) await moveDelivery(trx, post, { from: ["sent"], to: { cause: WITHDRAWN } });
  return {
    row: { ...row, epoch: row.epoch + 1, attempts, state: "sending" },
    post: { id: post.id, at: post.to, message: post.messageId },
    ...duty,
  };
};

const refused = async (house: House, row: Delivery, error: unknown): Promise<void> => {
  if (!(error instanceof PlatformError)) house.log.error({ delivery: row.id, err: error }, "a correction failed here");
  const known = error instanceof PlatformError ? error : new PlatformError("wait", "our own fault");
  if (known.cause !== "gone") return failed(house, row, known);
  // Who took the post away knows.
  await house.store.transact((trx) =>
    moveDelivery(trx, row, { from: ["sending"], to: { state: "cancelled", next_at: null, cause: "gone" } }),
  );
};

/** One edit. The same again is no other, so what a killed process left is simply done again. */
export const correct = async (house: House, due: Delivery, platform: Platform): Promise<void> => {
  const claimed = await house.store.transact((trx) => claim(trx, due.id, nowOf(house)));
  if (claimed === undefined) return;
  const { row, post, said } = claimed;
  try {
    const there = { at: post.at, message: post.message };
    await (said === undefined ? platform.remove(there) : platform.edit(there, { id: post.id, message: said }));
  } catch (error) {
    return refused(house, row, error);
  }
  await house.store.transact(async (trx) => {
    const to: Change = { state: "sent", next_at: null, cause: null, message_id: post.message, evidence: "response" };
    if ((await moveDelivery(trx, row, { from: ["sending"], to })) && said !== undefined)
      await noteSaid(trx, post.id, hashOf(JSON.stringify(said)));
  });
};
