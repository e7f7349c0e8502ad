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
