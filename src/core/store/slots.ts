import type { Selectable } from "kysely";
import type { Address } from "../bot/call.ts";
import type { When } from "../time/moment.ts";
import type { Transaction } from "./database.ts";
import { fromJson } from "./json.ts";
import type { Schema } from "./schema.ts";

/** A moment at which a question of a webinar goes out, and where: the one that was chosen for it, else the next that waits. */
export interface Slot {
  readonly id: string;
  readonly webinar: string;
  readonly when: When;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly where: readonly Address[];
  /** The question that is bound to it; its deliveries are planned. */
  readonly question: string | undefined;
  readonly chosen: boolean;
}

const toSlot = (row: Selectable<Schema["slots"]>): Slot => ({
  id: row.id,
  webinar: row.webinar,
  when: fromJson<When>(row.when_json),
  at: row.at,
  where: fromJson<readonly Address[]>(row.where_json),
  question: row.question ?? undefined,
  chosen: row.chosen === 1,
});

/** Answers how many were new: the same slot again is the same. */
export const addSlots = async (trx: Transaction, slots: readonly Slot[]): Promise<number> => {
  let added = 0;
  for (const one of slots) {
    const done = await trx
      .insertInto("slots")
      .values({
        id: one.id,
        webinar: one.webinar,
        when_json: JSON.stringify(one.when),
        at: one.at,
        where_json: JSON.stringify(one.where),
        question: one.question ?? null,
        chosen: one.chosen ? 1 : 0,
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .executeTakeFirst();
    added += Number(done.numInsertedOrUpdatedRows ?? 0n);
  }
  return added;
};

/** In the order of their time. */
export const slotsOf = async (trx: Transaction, webinar: string): Promise<readonly Slot[]> => {
  const rows = await trx
    .selectFrom("slots")
    .selectAll()
    .where("webinar", "=", webinar)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map(toSlot);
};

export const readSlot = async (trx: Transaction, id: string): Promise<Slot | undefined> => {
  const row = await trx.selectFrom("slots").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : toSlot(row);
};

export const changeSlot = async (trx: Transaction, { id, question, at }: Slot): Promise<void> => {
  await trx
    .updateTable("slots")
    .set({ question: question ?? null, at })
    .where("id", "=", id)
    .execute();
};

export const dropSlots = async (trx: Transaction, ids: readonly string[]): Promise<void> => {
  for (const id of ids) await trx.deleteFrom("slots").where("id", "=", id).execute();
};

/** Those that are to take the next question, and for which none is left; of all webinars, in the order of their time. */
export const emptySlots = async (
  trx: Transaction,
  span: { readonly from: number; readonly to: number; readonly limit: number },
): Promise<readonly Slot[]> => {
  const rows = await trx
    .selectFrom("slots")
    .selectAll()
    .where("question", "is", null)
    .where("at", ">", span.from)
    .where("at", "<", span.to)
    .orderBy("at")
    .orderBy("id")
    .limit(span.limit)
    .execute();
  return rows.map(toSlot);
};
