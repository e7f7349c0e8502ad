import type { Selectable } from "kysely";
import type { Calling } from "../network/calling.ts";
import type { Wordings } from "../network/wordings.ts";
import type { Schedule } from "../time/recurrence.ts";
import type { Transaction } from "./database.ts";
import { fromJson } from "./json.ts";
import type { Approval, Schema } from "./schema.ts";

/** What an organiser wants said; each place gets a delivery of it. */
export interface Announcement {
  readonly id: string;
  /** What is said in which language; empty: said from the record. */
  readonly texts: Wordings;
  readonly webinar: string | undefined;
  readonly when: Schedule;
  readonly madeBy: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly mention: Calling | undefined;
  readonly approval: Approval | undefined;
  /** Grows whenever its words or its time change: what was shown to somebody is told from what is there now. */
  readonly version: number;
}

/** Answers whether it is new: the same id is the same announcement. */
export const addAnnouncement = async (trx: Transaction, one: Omit<Announcement, "version">): Promise<boolean> => {
  const done = await trx
    .insertInto("announcements")
    .values({
      id: one.id,
      texts_json: JSON.stringify(one.texts),
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
  texts: fromJson<Wordings>(row.texts_json),
  webinar: row.webinar ?? undefined,
  when: fromJson<Schedule>(row.when_json),
  madeBy: row.made_by,
  madeAt: row.made_at,
  mention: row.mention_json === null ? undefined : fromJson<Calling>(row.mention_json),
  approval: row.approval ?? undefined,
  version: row.version,
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

/** Other words or another time for it. Answers whether it was still as it was read. */
export const changeAnnouncement = async (
  trx: Transaction,
  { id, version }: Pick<Announcement, "id" | "version">,
  to: { readonly texts?: Wordings; readonly when?: Schedule },
): Promise<boolean> => {
  const done = await trx
    .updateTable("announcements")
    .set({
      version: version + 1,
      ...(to.texts && { texts_json: JSON.stringify(to.texts) }),
      ...(to.when && { when_json: JSON.stringify(to.when) }),
    })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
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

/** Nobody has agreed to what it is now. */
export const askApproval = async (trx: Transaction, id: string): Promise<void> => {
  await trx.updateTable("announcements").set({ approval: "asked", approved_by: null }).where("id", "=", id).execute();
};
