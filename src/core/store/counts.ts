import type { Transaction } from "./database.ts";
import type { DeliveryState } from "./schema.ts";

/** How many there are of each platform in each state: for /metrics. */
export const countByState = async (
  trx: Transaction,
): Promise<readonly { readonly platform: string; readonly state: DeliveryState; readonly n: number }[]> => {
  const rows = await trx
    .selectFrom("deliveries")
    .select(({ fn }) => ["platform", "state", fn.countAll().as("n")])
    .groupBy(["platform", "state"])
    .execute();
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
};

/** Announcements and questions that were due since and will never be posted: too late, or refused. */
export const countLost = async (trx: Transaction, since: number): Promise<number> => {
  const row = await trx
    .selectFrom("deliveries")
    .select(({ fn }) => fn.countAll().as("n"))
    .where("state", "in", ["expired", "failed"])
    .where("due_at", ">=", since)
    // A reminder is between the bot and one person.
    .where(({ eb, and }) =>
      and(["notice/%", "edit/%", "withdraw/%", "reminder/%"].map((kind) => eb("what", "not like", kind))),
    )
    .executeTakeFirst();
  return Number(row?.n ?? 0);
};

/** How many of this kind (the beginning of `what`) have been planned since. */
export const countSince = async (trx: Transaction, what: string, since: number): Promise<number> => {
  const row = await trx
    .selectFrom("deliveries")
    .select(({ fn }) => fn.countAll().as("n"))
    .where("what", ">=", what)
    .where("what", "<", `${what}\u{10FFFF}`)
    .where("due_at", ">=", since)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
};

export const countIn = async (trx: Transaction, state: DeliveryState): Promise<number> => {
  const row = await trx
    .selectFrom("deliveries")
    .select(({ fn }) => fn.countAll().as("n"))
    .where("state", "=", state)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
};
