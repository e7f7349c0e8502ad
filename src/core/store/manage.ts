import { fold } from "../network/fold.ts";
import type { Institution } from "../network/person.ts";
import type { Wordings } from "../network/wordings.ts";
import { toMoment } from "../time/moment.ts";
import type { Transaction } from "./database.ts";
import { wordingsOf } from "./json.ts";
import { indexPerson, readPerson } from "./people.ts";
import { indexWebinar } from "./record.ts";
import { readWebinar } from "./webinars.ts";

/** What commands change of the record. The files do not overwrite it from then on. */

/** What of a webinar commands change; what is left out stays. */
export interface Edit {
  readonly status?: "draft" | "planned" | "cancelled";
  readonly title?: Wordings;
  readonly subtitle?: Wordings | undefined;
  readonly date?: string;
  readonly hour?: { readonly time: string; readonly zone: string; readonly minutes: number } | undefined;
  readonly link?: string | undefined;
}

const columnsOf = (edit: Edit) => ({
  ...(edit.status !== undefined && { status: edit.status }),
  ...(edit.title !== undefined && { title_json: JSON.stringify(edit.title) }),
  ...("subtitle" in edit && { subtitle_json: edit.subtitle === undefined ? null : JSON.stringify(edit.subtitle) }),
  ...("link" in edit && { link: edit.link ?? null }),
  ...(edit.date !== undefined && {
    date: edit.date,
    time: edit.hour?.time ?? null,
    zone: edit.hour?.zone ?? null,
    minutes: edit.hour?.minutes ?? null,
    starts_at:
      edit.hour === undefined ? null : toMoment(`${edit.date}T${edit.hour.time}`, edit.hour.zone).at.epochMilliseconds,
  }),
});

/** Answers whether it was changed: not, when somebody has changed it since `version` was read. */
export const editWebinar = async (
  trx: Transaction,
  { key, version }: { readonly key: string; readonly version: number },
  { edit, now }: { readonly edit: Edit; readonly now: number },
): Promise<boolean> => {
  const done = await trx
    .updateTable("webinars")
    .set({ ...columnsOf(edit), version: version + 1, edited_at: now })
    .where("key", "=", key)
    .where("version", "=", version)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return false;
  await indexWebinar(trx, key);
  if (edit.status !== undefined) await indexPeople(trx, await peopleOf(trx, key));
  return true;
};

const peopleOf = async (trx: Transaction, key: string): Promise<readonly string[]> => {
  const webinar = await readWebinar(trx, key);
  return [...(webinar?.talks ?? []), ...(webinar?.roles ?? [])].map(({ person }) => person.key);
};

/** Under the affiliations that they have in what is published. */
const indexPeople = async (trx: Transaction, keys: readonly string[]): Promise<void> => {
  for (const key of new Set(keys)) {
    const person = await readPerson(trx, key);
    if (person !== undefined) await indexPerson(trx, person);
  }
};

export interface Draft {
  readonly key: string;
  readonly series: string | undefined;
  readonly edition: number | undefined;
  readonly title: Wordings;
  readonly edit: Edit;
}

/** Invisible until it is published. */
export const addDraft = async (trx: Transaction, { key, series, edition, title, edit }: Draft, now: number) => {
  await trx
    .insertInto("webinars")
    .values({
      key,
      series: series ?? null,
      edition: edition ?? null,
      sample: 0,
      title_json: JSON.stringify(title),
      date: edit.date ?? "",
      edited_at: now,
      ...columnsOf(edit),
      status: "draft",
    })
    .execute();
};

/** The one series that there is, with the edition that comes next; `undefined` where there is none, or more than one. */
export const nextEdition = async (
  trx: Transaction,
): Promise<{ readonly series: string; readonly edition: number } | undefined> => {
  const [series, another] = await trx.selectFrom("series").select("key").limit(2).execute();
  if (series === undefined || another !== undefined) return undefined;
  const row = await trx
    .selectFrom("webinars")
    .select("edition")
    .where("series", "=", series.key)
    .where("edition", "is not", null)
    .orderBy("edition", "desc")
    .executeTakeFirst();
  return { series: series.key, edition: (row?.edition ?? 0) + 1 };
};

export const isKeyFree = async (trx: Transaction, key: string): Promise<boolean> =>
  (await trx.selectFrom("webinars").select("key").where("key", "=", key).executeTakeFirst()) === undefined;

/** Of the drafts, the one that was changed last first. */
export const listDrafts = async (trx: Transaction, limit: number): Promise<readonly string[]> => {
  const rows = await trx
    .selectFrom("webinars")
    .select("key")
    .where("status", "=", "draft")
    .orderBy("edited_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ key }) => key);
};

/** When a command last changed it. */
export const webinarEditedAt = async (trx: Transaction, key: string): Promise<number | undefined> => {
  const row = await trx.selectFrom("webinars").select("edited_at").where("key", "=", key).executeTakeFirst();
  return row?.edited_at ?? undefined;
};

export interface TalkEntry {
  readonly person: string;
  readonly institution: string | undefined;
  readonly title: Wordings | undefined;
  readonly about: Wordings | undefined;
  readonly subject: { readonly name: Wordings; readonly country: string } | undefined;
}

export interface RoleEntry {
  readonly role: "discussant" | "moderator";
  readonly person: string;
  readonly institution: string | undefined;
}

export interface Programme {
  readonly talks: readonly TalkEntry[];
  readonly roles: readonly RoleEntry[];
}

/** All talks of a webinar in their order, and who leads it; answers whether they were changed (`version`, as above). */
export const putProgramme = async (
  trx: Transaction,
  webinar: { readonly key: string; readonly version: number },
  { talks, roles, now }: Programme & { readonly now: number },
): Promise<boolean> => {
  if (!(await editWebinar(trx, webinar, { edit: {}, now }))) return false;
  const before = await peopleOf(trx, webinar.key);
  for (const table of ["talks", "roles"] as const)
    await trx.deleteFrom(table).where("webinar", "=", webinar.key).execute();
  for (const [n, talk] of talks.entries())
    await trx
      .insertInto("talks")
      .values({
        webinar: webinar.key,
        position: n + 1,
        person: talk.person,
        institution: talk.institution ?? null,
        title_json: talk.title === undefined ? null : JSON.stringify(talk.title),
        about_json: talk.about === undefined ? null : JSON.stringify(talk.about),
        subject_json: talk.subject === undefined ? null : JSON.stringify(talk.subject.name),
        subject_country: talk.subject?.country ?? null,
      })
      .execute();
  for (const [n, { role, person, institution }] of roles.entries())
    await trx
      .insertInto("roles")
      .values({ webinar: webinar.key, role, person, institution: institution ?? null, position: n + 1 })
      .execute();
  await indexWebinar(trx, webinar.key);
  await indexPeople(trx, [...before, ...talks.map(({ person }) => person), ...roles.map(({ person }) => person)]);
  return true;
};

export const listInstitutions = async (trx: Transaction): Promise<readonly Institution[]> => {
  const rows = await trx.selectFrom("institutions").selectAll().orderBy("key").execute();
  return rows.map((row) => ({ key: row.key, name: wordingsOf(row.name_json), country: row.country }));
};

export const readInstitution = async (trx: Transaction, key: string): Promise<Institution | undefined> => {
  const row = await trx.selectFrom("institutions").selectAll().where("key", "=", key).executeTakeFirst();
  return row === undefined ? undefined : { key: row.key, name: wordingsOf(row.name_json), country: row.country };
};

/** "jing-liu", "jing-liu-2": a key that nothing of this kind has. */
export const freeKey = async (trx: Transaction, kind: "people" | "institutions", name: string): Promise<string> => {
  const slug = fold(name)
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "")
    .slice(0, 40);
  const base = slug === "" ? kind : slug;
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`;
    const there = await trx.selectFrom(kind).select("key").where("key", "=", key).executeTakeFirst();
    if (there === undefined) return key;
  }
};
