import type { PlatformName } from "../bot/call.ts";
import type { Transaction } from "./database.ts";

/** A sealed word of a platform's, by a key that only the platform understands. */
export interface Sealed {
  readonly key: string;
  readonly sealed: string;
  /** Another one after every change: what was read before is not written over what came since. */
  readonly stamp: string;
}

interface At {
  readonly platform: PlatformName;
  readonly key: string;
}
type Read = At & Pick<Sealed, "stamp">;

export const listSealed = (trx: Transaction, platform: PlatformName): Promise<readonly Sealed[]> =>
  trx
    .selectFrom("installations")
    .select(["key", "sealed", "stamp"])
    .where("platform", "=", platform)
    .orderBy("key")
    .execute();

export const readSealed = (trx: Transaction, { platform, key }: At): Promise<Sealed | undefined> =>
  trx
    .selectFrom("installations")
    .select(["key", "sealed", "stamp"])
    .where("platform", "=", platform)
    .where("key", "=", key)
    .executeTakeFirst();

/** Whatever stood there. */
export const keepSealed = async (
  trx: Transaction,
  { platform, key }: At,
  given: Omit<Sealed, "key">,
): Promise<void> => {
  const row = { sealed: given.sealed, stamp: given.stamp, busy_until: null };
  await trx
    .insertInto("installations")
    .values({ platform, key, ...row })
    .onConflict((conflict) => conflict.columns(["platform", "key"]).doUpdateSet(row))
    .execute();
};

const change = async (
  trx: Transaction,
  { platform, key, stamp }: Read,
  to: { sealed?: string; stamp?: string; busy_until: number | null },
): Promise<boolean> => {
  const done = await trx
    .updateTable("installations")
    .set(to)
    .where("platform", "=", platform)
    .where("key", "=", key)
    .where("stamp", "=", stamp)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
};

/** Only what is still as it was read. */
export const exchangeSealed = (trx: Transaction, read: Read, to: Omit<Sealed, "key">): Promise<boolean> =>
  change(trx, read, { sealed: to.sealed, stamp: to.stamp, busy_until: null });

/** For whoever is the first, and still as it was read. */
export const claimSealed = async (
  trx: Transaction,
  read: Read,
  { now, until }: { readonly now: number; readonly until: number },
): Promise<boolean> => {
  const row = await trx
    .selectFrom("installations")
    .select("busy_until")
    .where("platform", "=", read.platform)
    .where("key", "=", read.key)
    .where("stamp", "=", read.stamp)
    .executeTakeFirst();
  if (row === undefined || (row.busy_until ?? 0) > now) return false;
  return change(trx, read, { busy_until: until });
};

/** Answers whether there was one. */
export const removeSealed = async (trx: Transaction, { platform, key }: At): Promise<boolean> => {
  const done = await trx
    .deleteFrom("installations")
    .where("platform", "=", platform)
    .where("key", "=", key)
    .executeTakeFirst();
  return done.numDeletedRows === 1n;
};
