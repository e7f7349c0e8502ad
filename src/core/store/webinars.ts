import type { Selectable } from "kysely";
import type { Institution, Part, Person, Role } from "../network/person.ts";
import type { Question } from "../network/question.ts";
import { endsAt, type Status, type Talk, type Webinar, type WebinarHead } from "../network/webinar.ts";
import type { Period } from "../time/period.ts";
import type { Transaction } from "./database.ts";
import { toWordings, wordingsOf } from "./json.ts";
import type { Schema } from "./schema.ts";
import { searchWebinars } from "./search.ts";

type Row = Selectable<Schema["webinars"]> & { series_name: string | null };

const heads = (trx: Transaction) =>
  trx
    .selectFrom("webinars")
    .leftJoin("series", "series.key", "webinars.series")
    .selectAll("webinars")
    .select("series.name_json as series_name");

const toHead = (row: Row): WebinarHead => ({
  key: row.key,
  series:
    row.series === null || row.series_name === null
      ? undefined
      : { key: row.series, name: wordingsOf(row.series_name) },
  edition: row.edition ?? undefined,
  sample: row.sample === 1,
  status: row.status as Status,
  title: wordingsOf(row.title_json),
  subtitle: toWordings(row.subtitle_json),
  date: row.date,
  hour:
    row.time === null || row.zone === null || row.minutes === null
      ? undefined
      : { time: row.time, zone: row.zone, minutes: row.minutes },
  startsAt: row.starts_at ?? undefined,
});

interface PartRow {
  readonly person: string;
  readonly person_title: string | null;
  readonly person_name: string;
  readonly family: string | null;
  readonly institution: string | null;
  readonly institution_name: string | null;
  readonly country: string | null;
}

const toPart = (row: PartRow): Part => {
  const person: Person = {
    key: row.person,
    title: row.person_title ?? undefined,
    name: row.person_name,
    family: row.family ?? undefined,
  };
  const at: Institution | undefined =
    row.institution === null || row.institution_name === null || row.country === null
      ? undefined
      : { key: row.institution, name: wordingsOf(row.institution_name), country: row.country };
  return { person, at };
};

/** A person with the affiliation of that time, beside a talk or a role. */
const PART_COLUMNS = [
  "people.title as person_title",
  "people.name as person_name",
  "people.family as family",
  "institutions.name_json as institution_name",
  "institutions.country as country",
] as const;

const readTalks = async (trx: Transaction, webinar: string): Promise<readonly Talk[]> => {
  const rows = await trx
    .selectFrom("talks")
    .innerJoin("people", "people.key", "talks.person")
    .leftJoin("institutions", "institutions.key", "talks.institution")
    .selectAll("talks")
    .select(PART_COLUMNS)
    .where("talks.webinar", "=", webinar)
    .orderBy("talks.position")
    .execute();
  return rows.map((row) => ({
    ...toPart(row),
    position: row.position,
    title: toWordings(row.title_json),
    about: toWordings(row.about_json),
    subject:
      row.subject_json === null || row.subject_country === null
        ? undefined
        : { name: wordingsOf(row.subject_json), country: row.subject_country },
  }));
};

const readRoles = async (trx: Transaction, webinar: string): Promise<Webinar["roles"]> => {
  const rows = await trx
    .selectFrom("roles")
    .innerJoin("people", "people.key", "roles.person")
    .leftJoin("institutions", "institutions.key", "roles.institution")
    .selectAll("roles")
    .select(PART_COLUMNS)
    .where("roles.webinar", "=", webinar)
    .orderBy("roles.position")
    .execute();
  return rows.map((row) => ({ ...toPart(row), role: row.role as Exclude<Role, "speaker"> }));
};

const readQuestions = async (trx: Transaction, webinar: string): Promise<readonly Question[]> => {
  const rows = await trx
    .selectFrom("questions")
    .selectAll()
    .where("webinar", "=", webinar)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    webinar: row.webinar,
    number: row.number,
    label: wordingsOf(row.label_json),
    text: wordingsOf(row.text_json),
    closedAt: row.closed_at ?? undefined,
    skipped: row.skipped === 1,
  }));
};

/** The whole of one webinar, drafts included: the caller decides who may see it. */
export const readWebinar = async (trx: Transaction, key: string): Promise<Webinar | undefined> => {
  const row = await heads(trx).where("webinars.key", "=", key).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    ...toHead(row),
    version: row.version,
    link: row.link ?? undefined,
    talks: await readTalks(trx, key),
    roles: await readRoles(trx, key),
    questions: await readQuestions(trx, key),
    attendance:
      row.participants === null
        ? undefined
        : { participants: row.participants, countriesAndRegions: row.countries_and_regions ?? undefined },
    outcome: toWordings(row.outcome_json),
  };
};

/** Longest that a webinar may run on after its start and still be looked at as "on now": a bound for the index. */
const LONGEST_MS = 24 * 3_600_000;

/** What is on now, else the next one to start; one without an hour counts from the beginning of its day, UTC-12 being last. */
export const nextWebinar = async (trx: Transaction, now: Temporal.Instant): Promise<WebinarHead | undefined> => {
  const ms = now.epochMilliseconds;
  const rows = await heads(trx)
    .where("status", "=", "planned")
    .where("starts_at", ">", ms - LONGEST_MS)
    .orderBy("starts_at")
    .limit(20)
    .execute();
  const timed = rows.find((row) => (row.starts_at ?? 0) + (row.minutes ?? 0) * 60_000 > ms);
  const today = now.toZonedDateTimeISO("Etc/GMT+12").toPlainDate().toString();
  const untimed = await heads(trx)
    .where("status", "=", "planned")
    .where("starts_at", "is", null)
    .where("date", ">=", today)
    .orderBy("date")
    .executeTakeFirst();
  if (timed === undefined || untimed === undefined)
    return timed === undefined && untimed === undefined ? undefined : toHead((timed ?? untimed) as Row);
  return toHead(untimed.date < timed.date ? untimed : timed);
};

/** Whether it is held, or was planned and its time has passed; one without an hour when its day is over everywhere. */
const isOver = (head: WebinarHead, now: Temporal.Instant): boolean =>
  head.status === "held" ||
  (endsAt(head) === undefined
    ? head.date < now.toZonedDateTimeISO("Etc/GMT+12").toPlainDate().toString()
    : (endsAt(head) ?? 0) <= now.epochMilliseconds);

/** The latest that is over, whether or not anybody has noted yet that it was held. */
export const lastWebinar = async (trx: Transaction, now: Temporal.Instant): Promise<WebinarHead | undefined> => {
  const rows = await heads(trx)
    .where("status", "in", ["held", "planned"])
    .where("date", "<=", now.toZonedDateTimeISO("Etc/GMT-14").toPlainDate().toString())
    .orderBy("date", "desc")
    .limit(20)
    .execute();
  return rows.map(toHead).find((head) => isOver(head, now));
};

/** Cancelled ones whose day has not passed. */
export const cancelledAhead = async (trx: Transaction, today: string): Promise<WebinarHead | undefined> => {
  const row = await heads(trx)
    .where("status", "=", "cancelled")
    .where("date", ">=", today)
    .orderBy("date")
    .executeTakeFirst();
  return row === undefined ? undefined : toHead(row);
};

/** By day, the latest first; never drafts. `after`: those that come after this one in the list. */
export const listWebinars = async (
  trx: Transaction,
  limit: number,
  { within, after }: { readonly within?: Period | undefined; readonly after?: WebinarHead | undefined } = {},
): Promise<readonly WebinarHead[]> => {
  const rows = await heads(trx)
    .where("status", "!=", "draft")
    .where((eb) =>
      eb.and([
        ...(within === undefined ? [] : [eb("date", ">=", within.from), eb("date", "<", within.to)]),
        ...(after === undefined
          ? []
          : [eb("date", "<=", after.date), eb.or([eb("date", "<", after.date), eb("webinars.key", ">", after.key)])]),
      ]),
    )
    .orderBy("date", "desc")
    .orderBy("webinars.key")
    .limit(limit)
    .execute();
  return rows.map(toHead);
};

/** Years that have one, the latest first, as far back as suggestions go. */
export const webinarYears = async (trx: Transaction): Promise<readonly number[]> => {
  const years: number[] = [];
  for (let before = "9999"; years.length < MOST_YEARS; ) {
    const row = await trx
      .selectFrom("webinars")
      .select("date")
      .where("status", "!=", "draft")
      .where("date", "<", before)
      .orderBy("date", "desc")
      .executeTakeFirst();
    if (row === undefined) break;
    before = row.date.slice(0, 4);
    years.push(Number(before));
  }
  return years;
};
const MOST_YEARS = 25;

/** By key, edition, year, words of its title in any language, else words of its programme; never drafts. At most `limit`, the latest first. */
export const findWebinars = async (trx: Transaction, typed: string, limit: number): Promise<readonly WebinarHead[]> => {
  const named = typed.normalize("NFKC").trim().toLowerCase();
  const visible = heads(trx).where("status", "!=", "draft").orderBy("date", "desc").limit(limit);
  const byKey = await visible.where("webinars.key", "=", named).execute();
  if (byKey.length > 0) return byKey.map(toHead);
  const number = named
    .match(/^(?:(\d{1,4})|第\s*(\d{1,4})\s*回.*|(\d{1,4})(?:st|nd|rd|th)\b.*|(\d{1,4})\s*回)$/)
    ?.slice(1)
    .find((one) => one !== undefined);
  if (number !== undefined) {
    const rows = await visible
      .where(({ eb, and, or }) =>
        or([
          eb("edition", "=", Number(number)),
          ...(number.length === 4 ? [and([eb("date", ">=", `${number}-`), eb("date", "<", `${number}.`)])] : []),
        ]),
      )
      .execute();
    return rows.map(toHead);
  }
  const called = await searchWebinars(trx, named, { named: true, limit });
  return readHeads(trx, called.length > 0 ? called : await searchWebinars(trx, named, { named: false, limit }));
};

/** In the order of the keys; never drafts. */
export const readHeads = async (trx: Transaction, keys: readonly string[]): Promise<readonly WebinarHead[]> => {
  if (keys.length === 0) return [];
  const rows = await heads(trx).where("webinars.key", "in", keys).where("status", "!=", "draft").execute();
  return keys.flatMap((key) => rows.filter((row) => row.key === key).map(toHead));
};

/** The webinar that a question belongs to. */
export const webinarOfQuestion = async (trx: Transaction, question: string): Promise<Webinar | undefined> => {
  const row = await trx.selectFrom("questions").select("webinar").where("id", "=", question).executeTakeFirst();
  return row === undefined ? undefined : readWebinar(trx, row.webinar);
};
