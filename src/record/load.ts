import { createHash } from "node:crypto";
import { replanWebinar } from "../core/delivery/replan.ts";
import type { Network } from "../core/network/network.ts";
import type { Store, Transaction } from "../core/store/database.ts";
import { webinarEditedAt } from "../core/store/manage.ts";
import { readDiscussion } from "../core/store/questions.ts";
import {
  indexWebinar,
  loadedEntries,
  loadedHash,
  networkEditedAt,
  noteLoaded,
  putInstitution,
  putPerson,
  putQuestions,
  putSeries,
  putWebinar,
  type WebinarEntry,
} from "../core/store/record.ts";
import { writeNetwork } from "../core/store/spaces.ts";
import { readWebinar } from "../core/store/webinars.ts";
import type { Record } from "./read.ts";
import type { WebinarFile } from "./shapes.ts";

/** What loading found: entries taken over, and files whose change was not, since a command had changed the same. */
export interface Loaded {
  readonly taken: number;
  readonly kept: readonly string[];
  /** Entries that no file describes any more; they stay in the record until a command takes them out. */
  readonly gone: readonly string[];
}

/** When it is, and where the sample stands already: it stays there until its day has passed. */
interface Today {
  readonly today: Temporal.PlainDate;
  readonly stands: string | undefined;
}

/** A Saturday at least a week ahead: far enough for reminders, near enough to try them. */
const rolling = ({ today, stands }: Today): string => {
  const next = today.add({ days: 7 + ((6 - today.dayOfWeek + 7) % 7) }).toString();
  return stands !== undefined && stands >= today.toString() && stands <= next ? stands : next;
};

const ROLLING = "next-saturday";

const toEntry = (file: WebinarFile, today: Today): WebinarEntry => ({
  key: file.webinar,
  series: file.series,
  edition: file.edition,
  sample: file.sample ?? false,
  status: file.status,
  title: file.title,
  subtitle: file.subtitle,
  date: file.date === ROLLING ? rolling(today) : file.date,
  hour: file.hour,
  link: file.link,
  talks: file.talks,
  roles: file.roles,
  questions: file.questions,
  attendance: file.attendance,
  outcome: file.outcome,
});

const toNetwork = ({ name, zone, language, strip }: NonNullable<Record["network"]>): Network => ({
  name,
  zone,
  language,
  strip,
});

interface Entry {
  readonly name: string;
  readonly value: unknown;
  readonly put: (trx: Transaction) => Promise<void>;
  /** Whether a command changed it since it was loaded. */
  readonly edited?: (trx: Transaction) => Promise<boolean>;
}

const peopleOf = (people: Record["people"]): readonly Entry[] =>
  Object.entries(people).map(([key, value]) => ({
    name: `people.yaml, ${key}`,
    value,
    put: (trx) => putPerson(trx, { key, title: value.title, name: value.name, family: value.family }),
  }));
const institutionsOf = (institutions: Record["institutions"]): readonly Entry[] =>
  Object.entries(institutions).map(([key, value]) => ({
    name: `institutions.yaml, ${key}`,
    value,
    put: (trx) => putInstitution(trx, key, value),
  }));

/** In an order in which what is referred to comes first. People come once more after webinars: they are found by affiliation. */
const entriesOf = (record: Record, today: Today): readonly Entry[] => {
  const network = record.network;
  const entries = record.webinars.map((file) => toEntry(file, today));
  const institutions = [record.institutions, ...record.webinars.map((file) => file.institutions ?? {})];
  const people = [record.people, ...record.webinars.map((file) => file.people ?? {})];
  const held = new Map(
    entries
      .flatMap(({ talks, roles }) => [...talks.map(({ speaker }) => speaker), ...roles])
      .map((part) => [part.person, part.at]),
  );
  return [
    ...(network === undefined
      ? []
      : [
          {
            name: "network.yaml",
            value: network,
            put: (trx: Transaction) => writeNetwork(trx, toNetwork(network), null),
            edited: async (trx: Transaction) => (await networkEditedAt(trx)) !== undefined,
          },
        ]),
    ...record.series.map(({ series, name }) => ({
      name: `series/${series}`,
      value: name,
      put: (trx: Transaction) => putSeries(trx, series, name),
    })),
    ...institutions.flatMap(institutionsOf),
    ...entries.map((entry) => ({
      name: `webinars/${entry.key}`,
      value: entry,
      put: (trx: Transaction) => putWebinar(trx, entry),
      edited: async (trx: Transaction) => (await webinarEditedAt(trx, entry.key)) !== undefined,
    })),
    // By themselves, since commands edit them.
    ...entries.map((entry) => ({
      name: `webinars/${entry.key}, questions`,
      value: entry.questions,
      put: (trx: Transaction) => putQuestions(trx, entry),
      edited: async (trx: Transaction) => (await readDiscussion(trx, entry.key)).editedAt !== undefined,
    })),
    ...people.flatMap(peopleOf).map((entry) => ({ ...entry, value: [entry.value, [...held]] })),
  ];
};

/** Goes with its webinar. */
const PART = /^webinars\/.*, questions$/;

/** Takes over what changed in the files since the last time; what a command changed is kept, and said. Idempotent. `told`: before each entry. */
export const loadRecord = async (
  store: Store,
  record: Record,
  now: Temporal.Instant,
  { told }: { readonly told?: ((nth: number, of: number) => void) | undefined } = {},
): Promise<Loaded> => {
  const sample = record.webinars.find(({ date }) => date === ROLLING)?.webinar;
  return store.transact(async (trx) => {
    const today: Today = {
      today: now.toZonedDateTimeISO(record.network?.zone ?? "UTC").toPlainDate(),
      stands: sample === undefined ? undefined : (await readWebinar(trx, sample))?.date,
    };
    const kept: string[] = [];
    let taken = 0;
    const entries = entriesOf(record, today);
    for (const [n, entry] of entries.entries()) {
      told?.(n + 1, entries.length);
      const hash = createHash("sha256").update(JSON.stringify(entry.value)).digest("base64url");
      if ((await loadedHash(trx, entry.name)) === hash) continue;
      if ((await entry.edited?.(trx)) === true) {
        kept.push(entry.name);
        continue;
      }
      await entry.put(trx);
      await noteLoaded(trx, entry.name, hash);
      taken++;
    }
    // A name or an affiliation stands in posts about any webinar, and finds it.
    if (taken > 0)
      for (const { webinar } of record.webinars) {
        await indexWebinar(trx, webinar);
        await replanWebinar(trx, webinar, now.epochMilliseconds);
      }
    const named = entries.map(({ name }) => name);
    return {
      taken,
      kept,
      gone: (await loadedEntries(trx)).filter((entry) => !named.includes(entry) && !PART.test(entry)),
    };
  });
};
