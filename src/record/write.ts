import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { stringify } from "yaml";
import type { Part } from "../core/network/person.ts";
import type { Webinar } from "../core/network/webinar.ts";
import type { Whole } from "../core/store/whole.ts";
import { type Record, RecordError, readRecord } from "./read.ts";

/** What is not there has no line. */
const bare = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const toPart = ({ person, at }: Part) => ({ person: person.key, at: at?.key });

const toWebinar = (one: Webinar) => ({
  webinar: one.key,
  series: one.series?.key,
  edition: one.edition,
  sample: one.sample ? true : undefined,
  status: one.status,
  title: one.title,
  subtitle: one.subtitle,
  date: one.date,
  hour: one.hour,
  link: one.link,
  talks: one.talks.map((talk) => ({
    speaker: toPart(talk),
    title: talk.title,
    about: talk.about,
    subject: talk.subject,
  })),
  roles: one.roles.map((role) => ({ role: role.role, ...toPart(role) })),
  questions: one.questions.map(({ label, text }) => ({ label, text })),
  attendance: one.attendance,
  outcome: one.outcome,
});

/** The record as its files say it. */
export const toRecord = ({ network, series, institutions, people, webinars }: Whole): Record =>
  bare({
    network,
    series: series.map(({ key, name }) => ({ series: key, name })),
    institutions: Object.fromEntries(institutions.map(({ key, name, country }) => [key, { name, country }])),
    people: Object.fromEntries(people.map(({ key, title, name, family }) => [key, { title, name, family }])),
    webinars: webinars.map(toWebinar),
  } as unknown as Record);

const HEAD = "# Written by npm run -s record:export. docs/record.md says what each line means.\n";
const DRAFT = "# A draft: in the chat nobody but organisers sees it.\n";

const write = (file: string, value: unknown, head = HEAD): void => {
  mkdirSync(dirname(file), { recursive: true });
  // Every string that could be read as something else (a date, a number, yes) gets its quotation marks.
  writeFileSync(
    file,
    `${head}${stringify(value, { lineWidth: 120, singleQuote: false, aliasDuplicateObjects: false })}`,
  );
};

const writeAll = (folder: string, { network, series, institutions, people, webinars }: Record): void => {
  write(join(folder, "network.yaml"), network);
  write(join(folder, "institutions.yaml"), institutions);
  write(join(folder, "people.yaml"), people);
  for (const one of series) write(join(folder, "series", `${one.series}.yaml`), one);
  for (const one of webinars)
    write(join(folder, "webinars", `${one.webinar}.yaml`), one, one.status === "draft" ? HEAD + DRAFT : HEAD);
};

/**
 * Writes the record into a folder that is not there yet or empty, in the form of `data/`, once it has been read back as the
 * same. Throws RecordError.
 */
export const writeRecord = (folder: string, whole: Whole): void => {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new RecordError([`${folder} is not empty. Name a folder that is not there yet.`]);
  const record = toRecord(whole);
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  try {
    writeAll(part, record);
    const read = readRecord(part);
    const isSame = isDeepStrictEqual({ ...bare(read), webinars: byKey(read) }, { ...record, webinars: byKey(record) });
    if (!isSame)
      throw new RecordError([`The record could not be read back as it is, so nothing was written to ${folder}.`]);
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    // What is in the database cannot stand in a file: correct it by command first.
    throw new RecordError(error.mistakes.map((mistake) => mistake.replace(`${part}/`, "")));
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
};

const byKey = ({ webinars }: Record) => bare(webinars).toSorted((one, other) => (one.webinar < other.webinar ? -1 : 1));
