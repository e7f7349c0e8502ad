import type { Place } from "../network/place.ts";
import type { Question } from "../network/question.ts";
import type { Webinar } from "../network/webinar.ts";
import type { Transaction } from "../store/database.ts";
import { addDeliveries, cancelPending, deliveriesOf, pending } from "../store/deliveries.ts";
import { closeQuestion, skipQuestion } from "../store/questions.ts";
import { dropSlots } from "../store/slots.ts";
import { readWebinar } from "../store/webinars.ts";
import { correctQuestions } from "./correction.ts";
import { planQuestion, questionWhat } from "./plan.ts";
import { type Ahead, datesAhead, freePlaces, isAt, planned, planSlots, release } from "./slots.ts";

/** What is done to a question, each with all that follows from it for what is scheduled and for what is posted. */

/** The record has changed: slots get their questions, posts say what it says now. */
export const followQuestions = async (trx: Transaction, key: string, now: number): Promise<void> => {
  const webinar = await readWebinar(trx, key);
  if (webinar === undefined) return;
  await planSlots(trx, webinar, now);
  await correctQuestions(trx, webinar, now);
};

/** Open again, or no longer skipped. */
export const reopenQuestion = async (
  trx: Transaction,
  question: Pick<Question, "id" | "webinar">,
  now: number,
): Promise<void> => {
  await closeQuestion(trx, question.id, undefined);
  await skipQuestion(trx, question.id, false);
  await followQuestions(trx, question.webinar, now);
};

/**
 * Posts a question where it is neither out nor on its way; `again`: also where it is out. Answers those places.
 * `forward`: what is scheduled of it there goes out now instead. Its dates stay as they are, so that what is undone is as
 * it was; once it is out they find nothing left to do.
 */
export const openQuestion = async (
  trx: Transaction,
  question: Question,
  how: {
    readonly where: readonly Place[];
    readonly dueAt: number;
    readonly now: number;
    readonly again?: boolean;
    readonly forward?: boolean;
  },
): Promise<readonly Place[]> => {
  if (how.forward === true) {
    const there = (await deliveriesOf(trx, questionWhat(question))).filter((row) =>
      how.where.some(({ at }) => isAt(row, at)),
    );
    await release(trx, there);
  }
  const { rows, tries, title } = await planned(trx, question);
  const isComing = ({ at }: Place): boolean => rows.some((row) => isAt(row, at) && pending.includes(row.state));
  const open = how.again === true ? how.where.filter((place) => !isComing(place)) : freePlaces(rows, how.where);
  if (open.length === 0) return open;
  await addDeliveries(trx, planQuestion({ question, dueAt: how.dueAt, tries, title }, open));
  await reopenQuestion(trx, question, how.now);
  return open;
};

/** Nothing more of it goes out while it is closed, and its posts say so. */
export const shutQuestion = async (trx: Transaction, question: Question, now: number): Promise<void> => {
  await cancelPending(trx, questionWhat(question));
  await closeQuestion(trx, question.id, now);
  await followQuestions(trx, question.webinar, now);
};

/** Dates are taken back: nothing goes out at them, and what was to moves up to those that are left. Answers those there were. */
export const cancelDates = async (
  trx: Transaction,
  webinar: Webinar,
  { ids, now }: { readonly ids: readonly string[]; readonly now: number },
): Promise<readonly Ahead[]> => {
  const gone = (await datesAhead(trx, webinar, now)).filter(({ slot }) => ids.includes(slot.id));
  for (const { rows } of gone) await release(trx, rows);
  await dropSlots(
    trx,
    gone.map(({ slot }) => slot.id),
  );
  await followQuestions(trx, webinar.key, now);
  return gone;
};

/**
 * Puts a webinar's questions into this order. What is posted keeps its number; the others get those that are left, in
 * their order.
 */
export const toNumbers = (
  ordered: readonly Pick<Question, "id" | "number">[],
  isFixed: (id: string) => boolean,
): readonly Pick<Question, "id" | "number">[] => {
  const fixed = new Set(ordered.filter(({ id }) => isFixed(id)).map(({ number }) => number));
  let next = 0;
  return ordered.map(({ id, number }) => {
    if (isFixed(id)) return { id, number };
    do next++;
    while (fixed.has(next));
    return { id, number: next };
  });
};
