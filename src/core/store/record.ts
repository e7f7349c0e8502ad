import type { Part, Person } from "../network/person.ts";
import type { Webinar } from "../network/webinar.ts";
import type { Wordings } from "../network/wordings.ts";
import { toMoment } from "../time/moment.ts";
import type { Transaction } from "./database.ts";
import { indexPerson } from "./people.ts";
import { readDiscussion } from "./questions.ts";
import { putTerms } from "./search.ts";
import { readWebinar } from "./webinars.ts";

/** Writing of the record: whole entries, replaced as one. */

const json = (wordings: Wordings | undefined): string | null =>
  wordings === undefined ? null : JSON.stringify(wordings);

/** What this entry's file said when it was last taken over. */
export const loadedHash = async (trx: Transaction, entry: string): Promise<string | undefined> => {
  const row = await trx.selectFrom("loaded").select("hash").where("entry", "=", entry).executeTakeFirst();
  return row?.hash;
};

/** All entries that files were taken over for. */
export const loadedEntries = async (trx: Transaction): Promise<readonly string[]> =>
  (await trx.selectFrom("loaded").select("entry").orderBy("entry").execute()).map(({ entry }) => entry);

export const noteLoaded = async (trx: Transaction, entry: string, hash: string): Promise<void> => {
  await trx
    .insertInto("loaded")
    .values({ entry, hash })
    .onConflict((conflict) => conflict.column("entry").doUpdateSet({ hash }))
    .execute();
};

/** Whether a command changed the network's row since it was loaded. */
export const networkEditedAt = async (trx: Transaction): Promise<number | undefined> => {
  const row = await trx.selectFrom("network").select("edited_at").executeTakeFirst();
  return row?.edited_at ?? undefined;
};

export const putSeries = async (trx: Transaction, key: string, name: Wordings): Promise<void> => {
  const name_json = JSON.stringify(name);
  await trx
    .insertInto("series")
    .values({ key, name_json })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ name_json }))
    .execute();
};

export const putInstitution = async (
  trx: Transaction,
  key: string,
  one: { name: Wordings; country: string },
): Promise<void> => {
  const row = { name_json: JSON.stringify(one.name), country: one.country };
  await trx
    .insertInto("institutions")
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
    .execute();
};

export const putPerson = async (trx: Transaction, person: Person): Promise<void> => {
  const row = { title: person.title ?? null, name: person.name, family: person.family ?? null };
  await trx
    .insertInto("people")
    .values({ key: person.key, ...row })
    .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
    .execute();
  await indexPerson(trx, person);
};

interface PartKeys {
  readonly person: string;
  readonly at?: string | undefined;
}

/** A webinar as it is written: people and institutions by key. */
export interface WebinarEntry {
  readonly key: string;
  readonly series: string | undefined;
  readonly edition: number | undefined;
  readonly sample: boolean;
  readonly status: string;
  readonly title: Wordings;
  readonly subtitle: Wordings | undefined;
  readonly date: string;
  readonly hour: { readonly time: string; readonly zone: string; readonly minutes: number } | undefined;
  readonly link: string | undefined;
  readonly talks: readonly {
    readonly speaker: PartKeys;
    readonly title?: Wordings | undefined;
    readonly about?: Wordings | undefined;
    readonly subject?: { readonly name: Wordings; readonly country: string } | undefined;
  }[];
  readonly roles: readonly (PartKeys & { readonly role: string })[];
  readonly questions: readonly { readonly label: Wordings; readonly text: Wordings }[];
  readonly attendance: { readonly participants: number; readonly countriesAndRegions?: number | undefined } | undefined;
  readonly outcome: Wordings | undefined;
}

const webinarRow = (one: WebinarEntry) => ({
  key: one.key,
  series: one.series ?? null,
  edition: one.edition ?? null,
  sample: one.sample ? 1 : 0,
  status: one.status,
  title_json: JSON.stringify(one.title),
  subtitle_json: json(one.subtitle),
  date: one.date,
  time: one.hour?.time ?? null,
  zone: one.hour?.zone ?? null,
  minutes: one.hour?.minutes ?? null,
  // A date without an hour has no instant.
  starts_at:
    one.hour === undefined ? null : toMoment(`${one.date}T${one.hour.time}`, one.hour.zone).at.epochMilliseconds,
  link: one.link ?? null,
  participants: one.attendance?.participants ?? null,
  countries_and_regions: one.attendance?.countriesAndRegions ?? null,
  outcome_json: json(one.outcome),
});

/** What a command changed stays. */
export const putQuestions = async (trx: Transaction, one: WebinarEntry): Promise<void> => {
  if ((await readDiscussion(trx, one.key)).editedAt !== undefined) return;
  for (const [n, question] of one.questions.entries()) {
    const row = { label_json: JSON.stringify(question.label), text_json: JSON.stringify(question.text) };
    const id = `${one.key}/q${n + 1}`;
    await trx
      .insertInto("questions")
      .values({ id, webinar: one.key, number: n + 1, position: n + 1, ...row })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
      .execute();
  }
  await trx
    .deleteFrom("questions")
    .where("webinar", "=", one.key)
    .where("position", ">", one.questions.length)
    .execute();
};

export const putWebinar = async (trx: Transaction, one: WebinarEntry): Promise<void> => {
  const row = webinarRow(one);
  await trx
    .insertInto("webinars")
    .values(row)
    .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
    .execute();
  await trx.deleteFrom("talks").where("webinar", "=", one.key).execute();
  await trx.deleteFrom("roles").where("webinar", "=", one.key).execute();
  for (const [n, talk] of one.talks.entries())
    await trx
      .insertInto("talks")
      .values({
        webinar: one.key,
        position: n + 1,
        person: talk.speaker.person,
        institution: talk.speaker.at ?? null,
        title_json: json(talk.title),
        about_json: json(talk.about),
        subject_json: json(talk.subject?.name),
        subject_country: talk.subject?.country ?? null,
      })
      .execute();
  for (const [n, role] of one.roles.entries())
    await trx
      .insertInto("roles")
      .values({ webinar: one.key, role: role.role, person: role.person, institution: role.at ?? null, position: n + 1 })
      .execute();
  await putQuestions(trx, one);
  await indexWebinar(trx, one.key);
};

/** What it is found by, taken anew: people, institutions and series are found under their names as they are now. */
export const indexWebinar = async (trx: Transaction, key: string): Promise<void> => {
  const webinar = await readWebinar(trx, key);
  if (webinar !== undefined) await putTerms(trx, webinar, webinar.status === "draft" ? undefined : saidOf(webinar));
};

const textsOf = (wordings: Wordings | undefined): readonly string[] => Object.values(wordings ?? {});
const textsOfPart = ({ person, at }: Part): readonly string[] => [person.name, ...textsOf(at?.name)];

const saidOf = ({ title, subtitle, series, talks, roles, questions, outcome, date, edition }: Webinar) => ({
  named: [title, subtitle, series?.name].flatMap(textsOf),
  other: [
    date,
    edition === undefined ? "" : String(edition),
    ...talks.flatMap((talk) => [
      ...textsOfPart(talk),
      ...[talk.title, talk.about, talk.subject?.name].flatMap(textsOf),
    ]),
    ...roles.flatMap(textsOfPart),
    ...questions.flatMap(({ label, text }) => [label, text].flatMap(textsOf)),
    ...textsOf(outcome),
  ],
});
