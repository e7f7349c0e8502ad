import type { Selectable } from "kysely";
import type { Options } from "../bot/call.ts";
import type { Transaction } from "./database.ts";
import { fromJson } from "./json.ts";
import type { Schema } from "./schema.ts";

/** What organisers keep: a draft to schedule later, or a template under a name to begin from. */
export interface Kept {
  readonly id: string;
  readonly kind: Schema["kept"]["kind"];
  /** Of a template; a draft is called by how it begins. */
  readonly name: string;
  /** Options of an announcement, as they would be typed. */
  readonly options: Options;
  readonly madeBy: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly version: number;
}

const toKept = (row: Selectable<Schema["kept"]>): Kept => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  options: fromJson<Options>(row.options_json),
  madeBy: row.made_by,
  madeAt: row.made_at,
  version: row.version,
});

export const keep = async (trx: Transaction, one: Omit<Kept, "version">): Promise<void> => {
  await trx
    .insertInto("kept")
    .values({
      id: one.id,
      kind: one.kind,
      name: one.name,
      options_json: JSON.stringify(one.options),
      made_by: one.madeBy,
      made_at: one.madeAt,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
};

/** The latest first. */
export const listKept = async (trx: Transaction, kind: Kept["kind"], limit: number): Promise<readonly Kept[]> => {
  const rows = await trx
    .selectFrom("kept")
    .selectAll()
    .where("kind", "=", kind)
    .orderBy("made_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(toKept);
};

export const readKept = async (trx: Transaction, id: string): Promise<Kept | undefined> => {
  const row = await trx.selectFrom("kept").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : toKept(row);
};

/** Answers whether it was still as it was read. */
export const rewriteKept = async (
  trx: Transaction,
  { id, version }: Pick<Kept, "id" | "version">,
  options: Options,
): Promise<boolean> => {
  const done = await trx
    .updateTable("kept")
    .set({ options_json: JSON.stringify(options), version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
};

/** Answers whether it was there. */
export const throwAway = async (trx: Transaction, id: string): Promise<boolean> => {
  const done = await trx.deleteFrom("kept").where("id", "=", id).executeTakeFirst();
  return done.numDeletedRows === 1n;
};
