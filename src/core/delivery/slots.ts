import type { Address } from "../bot/call.ts";
import type { Place } from "../network/place.ts";
import type { Question } from "../network/question.ts";
import { isOpen, type Webinar } from "../network/webinar.ts";
import { threadTitle } from "../say/question.ts";
import { toVoice } from "../say/voice.ts";
import type { Transaction } from "../store/database.ts";
import { addDeliveries, type Delivery, deliveriesOf, moveDelivery, pending, WITHDRAWN } from "../store/deliveries.ts";
import { readDiscussion } from "../store/questions.ts";
import { changeSlot, dropSlots, type Slot, slotsOf } from "../store/slots.ts";
import { listPlaces, readNetwork } from "../store/spaces.ts";
import { webinarOfQuestion } from "../store/webinars.ts";
import type { When } from "../time/moment.ts";
import { warnOfDry } from "./dry.ts";
import { hashOf } from "./identity.ts";
import { byHand, bySlot, LATE_MS, momentOf, planQuestion, questionWhat } from "./plan.ts";
import { isOpening, type Queued, readQueue } from "./queue.ts";

/**
 * Scheduled questions: each slot ahead is bound to a question by its deliveries, planned long before their first intent,
 * and bound anew whenever the queue changes. Planning again changes nothing that is right already.
 */

const SLOT_ID_LENGTH = 20;

/**
 * The same slot has the same id, by its wall time and zone and by its places in whatever order: a second press schedules
 * nothing more, and no change of the clocks does. `question`: the one that is chosen for it.
 */
export const toSlot = (of: {
  readonly webinar: Pick<Webinar, "key">;
  readonly when: When;
  readonly at: Temporal.ZonedDateTime;
  readonly where: readonly Place[];
  readonly question?: Question | undefined;
}): Slot => {
  const where = of.where.map(({ at }) => at).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  const question = of.question?.id;
  const id = hashOf(JSON.stringify([of.webinar.key, of.when, where, question ?? ""]))
    .replaceAll("-", "_")
    .slice(0, SLOT_ID_LENGTH);
  const at = of.at.epochMilliseconds;
  return { id, webinar: of.webinar.key, when: of.when, at, where, question, chosen: question !== undefined };
};

/** Nothing has been sent and nothing will be, or it was taken away: the question may be posted there again. */
const GIVEN_UP: readonly Delivery["state"][] = ["cancelled", "expired", "failed"];
export const isAt = ({ to }: Pick<Delivery, "to">, at: Address): boolean =>
  to.platform === at.platform && to.space === at.space && to.channel === at.channel;
/** Places where the question is neither out nor on its way. */
export const freePlaces = (rows: readonly Delivery[], where: readonly Place[]): readonly Place[] =>
  where.filter(({ at }) =>
    rows.every((row) => !isAt(row, at) || GIVEN_UP.includes(row.state) || row.cause === WITHDRAWN),
  );

export interface Bound {
  readonly slot: Slot;
  readonly question: Question | undefined;
}

/**
 * Pure: which question each slot gets, in their order. A chosen one keeps its own, and rests while that is closed or
 * skipped; the others get the next that waits. One whose moment comes while its question is being opened by hand is used up
 * by that, so that no two go out within seconds.
 */
export const bindSlots = (slots: readonly Slot[], queue: readonly Queued[]): readonly Bound[] => {
  const chosen = slots.flatMap((slot) => (slot.chosen ? [slot.question] : []));
  const isFree = ({ question, state, rows }: Queued): boolean =>
    (state === "waiting" || state === "scheduled") &&
    !chosen.includes(question.id) &&
    rows.every((row) => !pending.includes(row.state) || slots.some(({ id }) => bySlot(row, id)));
  const waiting = queue.filter(isFree).map(({ question }) => question);
  const awake = queue.filter(({ state }) => state !== "closed" && state !== "skipped").map(({ question }) => question);
  const openedFor = ({ question: id, at }: Slot): Question | undefined =>
    queue.find(({ question, rows }) => question.id === id && rows.some((row) => isOpening(row) && row.dueAt >= at))
      ?.question;
  return slots.map((slot) => ({
    slot,
    question: slot.chosen ? awake.find(({ id }) => id === slot.question) : (openedFor(slot) ?? waiting.shift()),
  }));
};

/** What counts from the webinar's start or end follows it; where the hour is lost, it waits for one: `undefined`. */
const follow = (slot: Slot, webinar: Webinar): Slot | undefined => {
  if (slot.when.kind !== "relative") return slot;
  const at = momentOf(slot.when, webinar)?.at.epochMilliseconds;
  return at === undefined ? undefined : { ...slot, at };
};

/** What is planned of a question for this slot and has not begun to leave. */
const plannedFor = async (trx: Transaction, { id, question }: Slot): Promise<readonly Delivery[]> =>
  question === undefined
    ? []
    : (await deliveriesOf(trx, `question/${question}`)).filter((row) => pending.includes(row.state) && bySlot(row, id));

/** These do not go out. */
export const release = async (trx: Transaction, rows: readonly Delivery[]): Promise<void> => {
  for (const row of rows) await moveDelivery(trx, row, { from: pending, to: { state: "cancelled", next_at: null } });
};

/** How often a question was planned for a place, and how its thread is called there. */
export const planned = async (trx: Transaction, question: Question) => {
  const network = await readNetwork(trx);
  const rows = await deliveriesOf(trx, questionWhat(question));
  return {
    rows,
    tries: (at: Address): number => rows.filter((row) => isAt(row, at)).length,
    title: (place: Place): string => threadTitle(toVoice(place.language, network), question),
  };
};

const bind = async (trx: Transaction, { slot, question }: Bound & { readonly question: Question }): Promise<void> => {
  const places = await listPlaces(trx);
  const where = slot.where
    .map((at) => places.find((place) => isAt({ to: place.at }, at)))
    .filter((place) => place !== undefined);
  const { rows, tries, title } = await planned(trx, question);
  const to = { due_at: slot.at, next_at: slot.at, not_after: slot.at + LATE_MS.question };
  for (const row of await plannedFor(trx, slot)) {
    const place = where.find(({ at }) => isAt(row, at));
    const thread_title = place === undefined ? row.threadTitle : title(place);
    if (row.dueAt !== slot.at || row.threadTitle !== thread_title)
      await moveDelivery(trx, row, { from: pending, to: { ...to, ...(thread_title && { thread_title }) } });
  }
  const deliveries = planQuestion({ question, slot: slot.id, dueAt: slot.at, tries, title }, freePlaces(rows, where));
  await addDeliveries(trx, deliveries);
};

/** Binds every slot ahead to its question as the queue is now. */
export const planSlots = async (trx: Transaction, webinar: Webinar, now: number): Promise<readonly Bound[]> => {
  // Nothing more of it goes out, and should it be held after all, its dates are there still.
  if (!isOpen(webinar)) return [];
  const slots: Slot[] = [];
  for (const slot of (await slotsOf(trx, webinar.key)).filter(({ at }) => at > now)) {
    const moved = follow(slot, webinar);
    if (moved !== undefined && moved.at > now) slots.push(moved);
    else await release(trx, await plannedFor(trx, slot));
    if (moved !== undefined && moved.at <= now) await dropSlots(trx, [slot.id]);
  }
  if (slots.length === 0) return [];
  const bound = bindSlots(
    slots.toSorted((a, b) => a.at - b.at),
    await readQueue(trx, webinar),
  );
  for (const { slot, question } of bound)
    if (slot.question !== question?.id) await release(trx, await plannedFor(trx, slot));
  for (const { slot, question } of bound) {
    const changed = slot.chosen ? slot : { ...slot, question: question?.id };
    await changeSlot(trx, changed);
    if (question !== undefined) await bind(trx, { slot: changed, question });
  }
  await warnOfDry(
    trx,
    bound.flatMap(({ slot, question }) => (slot.chosen || question !== undefined ? [] : [slot])),
    now,
  );
  return bound;
};

/** A date that is still to come, or is kept back: its slot, its question, and what is planned for it. */
export interface Ahead extends Bound {
  readonly rows: readonly Delivery[];
}

/** What goes out at some date, and the dates for which no question is left. What rests is not among them. */
export const datesAhead = async (
  trx: Transaction,
  { key, questions }: Webinar,
  now: number,
): Promise<readonly Ahead[]> => {
  const all: Ahead[] = [];
  for (const slot of await slotsOf(trx, key)) {
    const rows = await plannedFor(trx, slot);
    const question = questions.find(({ id }) => id === slot.question);
    if (rows.length > 0 || (slot.question === undefined && slot.at > now)) all.push({ slot, question, rows });
  }
  return all;
};

/** Whether it is a scheduled question of a webinar whose questions are paused. What somebody posts by hand is not. */
export const isPaused = async (trx: Transaction, row: Delivery): Promise<boolean> => {
  if (!row.what.startsWith("question/") || byHand(row)) return false;
  const webinar = await webinarOfQuestion(trx, row.what.slice("question/".length));
  return webinar !== undefined && (await readDiscussion(trx, webinar.key)).pausedAt !== undefined;
};

/** What was kept back goes out, unless that would be too late by now. */
export const resumeSlots = async (trx: Transaction, { questions }: Webinar, now: number): Promise<void> => {
  for (const question of questions)
    for (const row of await deliveriesOf(trx, questionWhat(question)))
      if (!byHand(row)) await moveDelivery(trx, row, { from: pending, to: { next_at: Math.max(row.dueAt, now) } });
};
