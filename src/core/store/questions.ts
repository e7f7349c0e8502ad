import type { Question } from "../network/question.ts";
import type { Transaction } from "./database.ts";

/** What commands do to the questions of a webinar. Times in milliseconds since 1970. */

export interface Discussion {
  /** When a command last changed them; the record's files do not overwrite them then. */
  readonly editedAt: number | undefined;
  /** Since when nothing that is scheduled of them goes out. */
  readonly pausedAt: number | undefined;
}

export const readDiscussion = async (trx: Transaction, webinar: string): Promise<Discussion> => {
  const row = await trx.selectFrom("discussions").selectAll().where("webinar", "=", webinar).executeTakeFirst();
  return { editedAt: row?.edited_at ?? undefined, pausedAt: row?.paused_at ?? undefined };
};

const note = async (
  trx: Transaction,
  webinar: string,
  change: { readonly edited_at?: number; readonly paused_at?: number | null },
): Promise<void> => {
  await trx
    .insertInto("discussions")
    .values({ webinar, ...change })
    .onConflict((conflict) => conflict.column("webinar").doUpdateSet(change))
    .execute();
};

export const noteQuestionsEdited = (trx: Transaction, webinar: string, now: number): Promise<void> =>
  note(trx, webinar, { edited_at: now });

export const pauseQuestions = (trx: Transaction, webinar: string, since: number | undefined): Promise<void> =>
  note(trx, webinar, { paused_at: since ?? null });

/** Closed then, or with `undefined` not closed. */
export const closeQuestion = async (trx: Transaction, id: string, at: number | undefined): Promise<void> => {
  await trx
    .updateTable("questions")
    .set({ closed_at: at ?? null })
    .where("id", "=", id)
    .execute();
};

export const skipQuestion = async (trx: Transaction, id: string, skipped: boolean): Promise<void> => {
  await trx
    .updateTable("questions")
    .set({ skipped: skipped ? 1 : 0 })
    .where("id", "=", id)
    .execute();
};

export const addQuestion = async (
  trx: Transaction,
  one: Pick<Question, "id" | "webinar" | "number" | "label" | "text">,
): Promise<void> => {
  await trx
    .insertInto("questions")
    .values({
      id: one.id,
      webinar: one.webinar,
      number: one.number,
      position: one.number,
      label_json: JSON.stringify(one.label),
      text_json: JSON.stringify(one.text),
    })
    .execute();
};

export const wordQuestion = async (
  trx: Transaction,
  { id, label, text }: Pick<Question, "id" | "label" | "text">,
): Promise<void> => {
  const row = { label_json: JSON.stringify(label), text_json: JSON.stringify(text) };
  await trx.updateTable("questions").set(row).where("id", "=", id).execute();
};

export const removeQuestion = async (trx: Transaction, id: string): Promise<void> => {
  await trx.deleteFrom("questions").where("id", "=", id).execute();
};

/** All of a webinar's, in this order and with these numbers. */
export const orderQuestions = async (
  trx: Transaction,
  ordered: readonly Pick<Question, "id" | "number">[],
): Promise<void> => {
  // No two may have one number at any time.
  for (const [n, { id }] of ordered.entries())
    await trx
      .updateTable("questions")
      .set({ number: -n - 1 })
      .where("id", "=", id)
      .execute();
  for (const [n, { id, number }] of ordered.entries())
    await trx
      .updateTable("questions")
      .set({ number, position: n + 1 })
      .where("id", "=", id)
      .execute();
};
