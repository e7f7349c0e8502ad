import type { Place } from "../network/place.ts";
import type { Question } from "../network/question.ts";
import type { Transaction } from "../store/database.ts";
import { addDeliveries, pending } from "../store/deliveries.ts";
import { closeQuestion, skipQuestion } from "../store/questions.ts";
import { readWebinar } from "../store/webinars.ts";
import { correctQuestions } from "./correction.ts";
import { planQuestion } from "./plan.ts";
import { freePlaces, freeQuestion, isAt, planned, planSlots } from "./slots.ts";

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
 * `forward`: what is scheduled of it goes out now instead.
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
  if (how.forward === true) await freeQuestion(trx, question);
  const { rows, tries, title } = await planned(trx, question);
  const isComing = ({ at }: Place): boolean => rows.some((row) => isAt(row, at) && pending.includes(row.state));
  const open = how.again === true ? how.where.filter((place) => !isComing(place)) : freePlaces(rows, how.where);
  if (open.length === 0) return open;
  await addDeliveries(trx, planQuestion({ question, dueAt: how.dueAt, tries, title }, open));
  await reopenQuestion(trx, question, how.now);
  return open;
};

/** Nothing more of it goes out, and its posts say that it is closed. */
export const shutQuestion = async (trx: Transaction, question: Question, now: number): Promise<void> => {
  await freeQuestion(trx, question);
  await closeQuestion(trx, question.id, now);
  await followQuestions(trx, question.webinar, now);
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
