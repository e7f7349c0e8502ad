import type { PlatformName } from "../bot/call.ts";
import type { Transaction } from "./database.ts";
import { fromJson } from "./json.ts";

/** What was done with a right, or refused for want of one. Append-only: nothing changes or deletes a line. */
export interface Act {
  /** In order: it begins with the time. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: {
    readonly platform: PlatformName;
    readonly space: string;
    readonly user: string;
    readonly name: string;
  };
  /** The command: "manage webinar edit". */
  readonly act: string;
  /** What it was done to: "webinar/international-4"; "" where the command says all. */
  readonly about: string;
  /** Which of its values were what before, and are what now; only those that changed. */
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly refused: boolean;
}

export const noteAct = async (trx: Transaction, act: Act): Promise<void> => {
  await trx
    .insertInto("audit")
    .values({
      id: act.id,
      at: act.at,
      platform: act.by.platform,
      space: act.by.space,
      user_id: act.by.user,
      name: act.by.name,
      act: act.act,
      about: act.about,
      before_json: JSON.stringify(act.before),
      after_json: JSON.stringify(act.after),
      refused: act.refused ? 1 : 0,
    })
    .execute();
};

/** The latest first. */
export const listActs = async (
  trx: Transaction,
  { before, limit }: { readonly before?: string | undefined; readonly limit: number },
): Promise<readonly Act[]> => {
  const all = trx.selectFrom("audit").selectAll().orderBy("id", "desc").limit(limit);
  const rows = await (before === undefined ? all : all.where("id", "<", before)).execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    by: { platform: row.platform as PlatformName, space: row.space, user: row.user_id, name: row.name },
    act: row.act,
    about: row.about,
    before: fromJson<Act["before"]>(row.before_json),
    after: fromJson<Act["after"]>(row.after_json),
    refused: row.refused === 1,
  }));
};
