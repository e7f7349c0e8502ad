import type { Question } from "../network/question.ts";
import type { Webinar } from "../network/webinar.ts";
import type { Transaction } from "../store/database.ts";
import { type Delivery, deliveriesOf, pending, stands } from "../store/deliveries.ts";
import { byHand, questionWhat } from "./plan.ts";

/** The questions of a webinar in their order, each with what became of it. */

export type QueueState = "waiting" | "scheduled" | "opening" | "open" | "closed" | "skipped";

export interface Queued {
  readonly question: Question;
  readonly state: QueueState;
  /** All that was ever planned of it. */
  readonly rows: readonly Delivery[];
  /** Since when it is open; milliseconds since 1970. */
  readonly since: number | undefined;
}

/** It is out there, on its way there, or perhaps there: its number and its wording are what people have read. */
export const isPosted = ({ rows }: Pick<Queued, "rows">): boolean => rows.some(stands);
export const isOpening = (row: Delivery): boolean => pending.includes(row.state) && byHand(row);

/** Until its ten seconds are over. One that no place takes may wait long; the way on must not wait with it. */
export const isAboutToGo = ({ state, rows }: Queued, now: number): boolean =>
  state === "opening" && rows.some((row) => isOpening(row) && row.dueAt > now);

const stateOf = ({ closedAt, skipped }: Question, rows: readonly Delivery[]): QueueState => {
  if (closedAt !== undefined) return "closed";
  if (isPosted({ rows })) return "open";
  if (rows.some(isOpening)) return "opening";
  if (skipped) return "skipped";
  return rows.some(({ state }) => pending.includes(state)) ? "scheduled" : "waiting";
};

export const readQueued = async (trx: Transaction, question: Question): Promise<Queued> => {
  const rows = await deliveriesOf(trx, questionWhat(question));
  const left = rows.filter(stands).flatMap(({ lastDispatch }) => lastDispatch ?? []);
  const since = left.length === 0 ? undefined : Math.min(...left);
  return { question, rows, state: stateOf(question, rows), since };
};

export const readQueue = async (trx: Transaction, { questions }: Webinar): Promise<readonly Queued[]> => {
  const queue: Queued[] = [];
  for (const question of questions) queue.push(await readQueued(trx, question));
  return queue;
};

/** Those that nobody has seen, in the order in which they come. */
export const toCome = (queue: readonly Queued[]): readonly Queued[] =>
  queue.filter(({ state }) => state === "waiting" || state === "scheduled");
