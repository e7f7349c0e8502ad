import type { Selectable } from "kysely";
import type { Calling } from "../network/calling.ts";
import type { Schedule } from "../time/recurrence.ts";
import type { Transaction } from "./database.ts";
import { fromJson } from "./json.ts";
import type { Approval, Schema } from "./schema.ts";

/** What an organiser wants said; each place gets a delivery of it. */
export interface Announcement {
  readonly id: string;
  readonly text: string;
  readonly webinar: string | undefined;
  readonly when: Schedule;
  readonly madeBy: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly mention: Calling | undefined;
  readonly approval: Approval | undefined;
}

/** Answers whether it is new: the same id is the same announcement. */
export const addAnnouncement = async (trx: Transaction, one: Announcement): Promise<boolean> => {
  const done = await trx
    .insertInto("announcements")
    .values({
      id: one.id,
      text: one.text,
      webinar: one.webinar ?? null,
      when_json: JSON.stringify(one.when),
      made_by: one.madeBy,
      made_at: one.madeAt,
      mention_json: one.mention === undefined ? null : JSON.stringify(one.mention),
      approval: one.approval ?? null,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) === 1n;
};

const toAnnouncement = (row: Selectable<Schema["announcements"]>): Announcement => ({
  id: row.id,
  text: row.text,
  webinar: row.webinar ?? undefined,
  when: fromJson<Schedule>(row.when_json),
  madeBy: row.made_by,
  madeAt: row.made_at,
  mention: row.mention_json === null ? undefined : fromJson<Calling>(row.mention_json),
  approval: row.approval ?? undefined,
});

/** All that are about a webinar. */
export const announcementsOf = async (trx: Transaction, webinar: string): Promise<readonly Announcement[]> => {
  const rows = await trx.selectFrom("announcements").selectAll().where("webinar", "=", webinar).execute();
  return rows.map(toAnnouncement);
};

export const readAnnouncement = async (trx: Transaction, id: string): Promise<Announcement | undefined> => {
  const row = await trx.selectFrom("announcements").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : toAnnouncement(row);
};

/** Answers what it said before; `undefined` when there is no such announcement. */
export const rewriteAnnouncement = async (trx: Transaction, id: string, text: string): Promise<string | undefined> => {
  const before = await readAnnouncement(trx, id);
  if (before !== undefined) await trx.updateTable("announcements").set({ text }).where("id", "=", id).execute();
  return before?.text;
};

/** What a second organiser said of the mention. Answers whether it was still being asked. */
export const answerApproval = async (
  trx: Transaction,
  id: string,
  said: { readonly approval: Exclude<Approval, "asked">; readonly by: string },
): Promise<boolean> => {
  const done = await trx
    .updateTable("announcements")
    .set({ approval: said.approval, approved_by: said.by })
    .where("id", "=", id)
    .where("approval", "=", "asked")
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
};
