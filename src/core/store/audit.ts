import type { Selectable } from "kysely";
import type { PlatformName } from "../bot/call.ts";
import type { Transaction } from "./database.ts";
import { fromJson } from "./json.ts";
import type { Schema } from "./schema.ts";

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

/** Which acts are meant: of those whose name has this in it, about this. */
export interface Acts {
  readonly by?: string | undefined;
  readonly about?: readonly string[] | undefined;
  /** Older than this one. */
  readonly before?: string | undefined;
  /** Not older than this moment, milliseconds since 1970. */
  readonly since?: number | undefined;
}

/** The first in the order of ids at or after this moment. */
export const firstId = (at: number): string => String(at).padStart(15, "0");

/** The latest first. */
export const listActs = async (
  trx: Transaction,
  { by, about, before, since }: Acts,
  limit: number,
): Promise<readonly Act[]> => {
  const rows = await trx
    .selectFrom("audit")
    .selectAll()
    .where(({ and, eb }) =>
      and([
        ...(before === undefined ? [] : [eb("id", "<", before)]),
        ...(since === undefined ? [] : [eb("id", ">=", firstId(since))]),
        ...(about === undefined ? [] : [eb("about", "in", about)]),
        ...(by === undefined
          ? []
          : [eb(eb.fn("lower", ["name"]), "like", `%${by.toLowerCase().replaceAll(/[%_\\]/g, "")}%`)]),
      ]),
    )
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(toAct);
};

const toAct = (row: Selectable<Schema["audit"]>): Act => ({
  id: row.id,
  at: row.at,
  by: { platform: row.platform as PlatformName, space: row.space, user: row.user_id, name: row.name },
  act: row.act,
  about: row.about,
  before: fromJson<Act["before"]>(row.before_json),
  after: fromJson<Act["after"]>(row.after_json),
  refused: row.refused === 1,
});

/** Names under which something was done, the latest first. */
export const namesInActs = async (trx: Transaction, limit: number): Promise<readonly string[]> => {
  const rows = await trx
    .selectFrom("audit")
    .select("name")
    .groupBy("name")
    .orderBy(({ fn }) => fn.max("id"), "desc")
    .limit(limit)
    .execute();
  return rows.map(({ name }) => name);
};

/** Under which name an account acted last. */
export const nameInActs = async (
  trx: Transaction,
  { platform, space, user }: Pick<Act["by"], "platform" | "space" | "user">,
): Promise<string | undefined> => {
  const row = await trx
    .selectFrom("audit")
    .select("name")
    .where("platform", "=", platform)
    .where("space", "=", space)
    .where("user_id", "=", user)
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row?.name;
};
