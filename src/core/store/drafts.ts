import type { Press } from "../bot/press.ts";
import type { Transaction } from "./database.ts";
import { fromJson } from "./json.ts";

/** A long call kept for its owner until it expires; a press is then its key. */
export interface Draft {
  readonly key: string;
  /** "platform/space/user" */
  readonly owner: string;
  readonly press: Press;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export const keepDraft = async (trx: Transaction, draft: Draft): Promise<void> => {
  await trx
    .insertInto("drafts")
    .values({
      key: draft.key,
      owner: draft.owner,
      press_json: JSON.stringify(draft.press),
      expires_at: draft.expiresAt,
    })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ expires_at: draft.expiresAt }))
    .execute();
  // Nobody has so many previews before their eyes: the oldest give way.
  await trx
    .deleteFrom("drafts")
    .where("key", "in", (eb) =>
      eb
        .selectFrom("drafts")
        .select("key")
        .where("owner", "=", draft.owner)
        .orderBy("expires_at", "desc")
        .orderBy("key")
        .limit(DRAFTS_MOST)
        .offset(DRAFTS_MOST),
    )
    .execute();
};
const DRAFTS_MOST = 500;

export const readDraft = async (trx: Transaction, key: string): Promise<Draft | undefined> => {
  const row = await trx.selectFrom("drafts").selectAll().where("key", "=", key).executeTakeFirst();
  return row === undefined
    ? undefined
    : { key: row.key, owner: row.owner, press: fromJson<Press>(row.press_json), expiresAt: row.expires_at };
};

/** The answer that a call which changed something got; JSON of a sealed message or form. */
export const readAnswer = async (trx: Transaction, id: string): Promise<string | undefined> => {
  const row = await trx.selectFrom("calls").select("reply_json").where("id", "=", id).executeTakeFirst();
  return row?.reply_json;
};

export const keepAnswer = async (trx: Transaction, given: { id: string; reply: string; at: number }): Promise<void> => {
  await trx.insertInto("calls").values({ id: given.id, reply_json: given.reply, at: given.at }).execute();
};

/** How many calls of this owner changed something since then. */
export const countAnswers = async (trx: Transaction, owner: string, since: number): Promise<number> => {
  const row = await trx
    .selectFrom("calls")
    .select(({ fn }) => fn.countAll().as("n"))
    .where("id", ">=", `${owner}/`)
    .where("id", "<", `${owner}/\u{10FFFF}`)
    .where("at", ">=", since)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
};

/** Whether this is the first time; remembered as long as an answer is. */
export const noteOnce = async (trx: Transaction, { id, at }: { id: string; at: number }): Promise<boolean> => {
  const done = await trx
    .insertInto("calls")
    .values({ id, reply_json: "null", at })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
};

/** Drafts past their time, and answers so old that no platform can repeat their call. */
export const sweep = async (trx: Transaction, before: { drafts: number; calls: number }): Promise<void> => {
  await trx.deleteFrom("drafts").where("expires_at", "<", before.drafts).execute();
  await trx.deleteFrom("calls").where("at", "<", before.calls).execute();
};
