import type { Transaction } from "./database.ts";

/** What the program itself must remember, by a name. */
export const remember = async (trx: Transaction, key: string, value: string): Promise<void> => {
  await trx
    .insertInto("memory")
    .values({ key, value })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
    .execute();
};

export const recall = async (trx: Transaction, key: string): Promise<string | undefined> => {
  const row = await trx.selectFrom("memory").select("value").where("key", "=", key).executeTakeFirst();
  return row?.value;
};
