import type { Selectable } from "kysely";
import { fold, tokensOf } from "../network/fold.ts";
import type { Part, Person, Role } from "../network/person.ts";
import type { Talk, WebinarHead } from "../network/webinar.ts";
import { nearest } from "../words/nearest.ts";
import type { Transaction } from "./database.ts";
import type { Schema } from "./schema.ts";
import { readWebinar } from "./webinars.ts";

/** What a person was in one webinar, with the affiliation held then. */
export interface Appearance extends Part {
  readonly role: Role;
  readonly webinar: WebinarHead;
  readonly talk: Talk | undefined;
}

export const readPerson = async (trx: Transaction, key: string): Promise<Person | undefined> => {
  const row = await trx.selectFrom("people").selectAll().where("key", "=", key).executeTakeFirst();
  return row === undefined ? undefined : toPerson(row);
};

const toPerson = ({ key, title, name, family }: Selectable<Schema["people"]>): Person => ({
  key,
  title: title ?? undefined,
  name,
  family: family ?? undefined,
});

/** Every word given must begin a word of the name or of an affiliation; whole words come first. Nothing given: nobody. */
export const findPeople = async (trx: Transaction, typed: string, limit: number): Promise<readonly Person[]> => {
  const words = tokensOf(typed);
  return words.length === 0 ? [] : peopleBy(trx, words, limit);
};

/** The same while it is being typed: nothing given is anybody, by name. */
export const suggestPeople = (trx: Transaction, typed: string, limit: number): Promise<readonly Person[]> =>
  peopleBy(trx, tokensOf(typed), limit);

/** The same for who keeps the record: those who stand in drafts only, or in no programme yet, as well. */
export const findAnybody = async (trx: Transaction, typed: string, limit: number): Promise<readonly Person[]> => {
  const words = tokensOf(typed);
  return words.length === 0 ? [] : peopleBy(trx, words, limit, anybody);
};
export const suggestAnybody = (trx: Transaction, typed: string, limit: number): Promise<readonly Person[]> =>
  peopleBy(trx, tokensOf(typed), limit, anybody);

/** Words of names that begin like what was typed: enough to find a slip of the fingers in, and a bound for the reading. */
const ALIKE = 2000;

/** Those whose names are a slip of the fingers away: each word read as the nearest one that somebody is called. */
export const nearPeople = async (trx: Transaction, typed: string, limit: number): Promise<readonly Person[]> => {
  const words = tokensOf(typed);
  const meant: string[] = [];
  for (const word of words) {
    const first = [...word][0] ?? "";
    const rows = await trx
      .selectFrom("names")
      .select("token")
      .distinct()
      .where("kind", "=", "name")
      .where("token", ">=", first)
      .where("token", "<=", `${first}\u{10FFFF}`)
      .limit(ALIKE)
      .execute();
    const slips = word.length < LONG_WORD ? 1 : 2;
    const near = nearest(
      word,
      rows.map(({ token }) => token),
      word.length < SHORT_WORD ? 0 : slips,
    );
    if (near === undefined) return [];
    meant.push(near);
  }
  return meant.length === 0 ? [] : peopleBy(trx, meant, limit);
};
const SHORT_WORD = 3;
const LONG_WORD = 7;

/** At most two statements: those with a word that begins so; only where there is none, those with one that contains it. */
const peopleBy = async (
  trx: Transaction,
  words: readonly string[],
  limit: number,
  whose: Narrow = announced,
): Promise<readonly Person[]> => {
  const [first = "", ...others] = words;
  // The last code point of Unicode sorts after every word that begins so: a range that the index answers.
  const begins = await peopleWith(trx, limit, (names) =>
    first === "" ? whose(names) : whose(names).where("token", ">=", first).where("token", "<=", `${first}\u{10FFFF}`),
  );
  const some =
    begins.length > 0 || first.length < 3
      ? begins
      : await peopleWith(trx, limit, (names) =>
          whose(names).where("token", "like", `%${first.replace(/[%_\\]/g, "")}%`),
        );
  const found = some.filter(({ tokens }) => others.every((word) => tokens.some((token) => token.startsWith(word))));
  const isExact = ({ tokens }: Found): boolean => words.every((word) => tokens.includes(word));
  return [...found.filter(isExact), ...found.filter((one) => !isExact(one))]
    .slice(0, limit)
    .map(({ person }) => person);
};

interface Found {
  readonly person: Person;
  readonly tokens: readonly string[];
}

const namesIn = (trx: Transaction) => trx.selectFrom("names").select("person").distinct();

type Narrow = (names: ReturnType<typeof namesIn>) => ReturnType<typeof namesIn>;
const anybody: Narrow = (names) => names;

/** Whoever stands in drafts only is not announced yet, and so not found. */
const announced: Narrow = (names) =>
  names.where(({ or, exists, selectFrom }) =>
    or(
      (["talks", "roles"] as const).map((table) =>
        exists(
          selectFrom(table)
            .innerJoin("webinars", "webinars.key", `${table}.webinar`)
            .select("webinars.key")
            .whereRef(`${table}.person`, "=", "names.person")
            .where("webinars.status", "!=", "draft"),
        ),
      ),
    ),
  );

/** People of whom some folded word fits, with all their words. */
const peopleWith = async (trx: Transaction, limit: number, fitting: Narrow): Promise<readonly Found[]> => {
  const some = fitting(namesIn(trx))
    .orderBy("person")
    .limit(limit * 10);
  const rows = await trx
    .selectFrom("people")
    .innerJoin("names", "names.person", "people.key")
    .selectAll("people")
    .select("names.token")
    .where("people.key", "in", some)
    .orderBy("people.name")
    .orderBy("people.key")
    .execute();
  return [...Map.groupBy(rows, ({ key }) => key).values()].flatMap((same) => {
    const [row] = same;
    return row === undefined ? [] : [{ person: toPerson(row), tokens: same.map(({ token }) => token) }];
  });
};

export const appearancesOf = async (trx: Transaction, person: string): Promise<readonly Appearance[]> => {
  const talks = await trx.selectFrom("talks").select("webinar").where("person", "=", person).execute();
  const roles = await trx.selectFrom("roles").select("webinar").where("person", "=", person).execute();
  const keys = [...new Set([...talks, ...roles].map(({ webinar }) => webinar))];
  const webinars = await Promise.all(keys.map((key) => readWebinar(trx, key)));
  return webinars
    .filter((webinar) => webinar !== undefined)
    .filter((webinar) => webinar.status !== "draft")
    .sort((a, b) => b.date.localeCompare(a.date))
    .flatMap((webinar) => [
      ...webinar.talks
        .filter((talk) => talk.person.key === person)
        .map((talk): Appearance => ({ person: talk.person, at: talk.at, role: "speaker", webinar, talk })),
      ...webinar.roles
        .filter((part) => part.person.key === person)
        .map((part): Appearance => ({ ...part, webinar, talk: undefined })),
    ]);
};

/** Folded words to find a person by, taken anew. */
export const indexPerson = async (trx: Transaction, person: Person): Promise<void> => {
  await trx.deleteFrom("names").where("person", "=", person.key).execute();
  const held = await trx
    .selectFrom("institutions")
    .select("name_json")
    .where(({ eb, or, selectFrom }) =>
      or(
        (["talks", "roles"] as const).map((table) =>
          eb(
            "key",
            "in",
            selectFrom(table)
              .innerJoin("webinars", "webinars.key", `${table}.webinar`)
              .select("institution")
              .where("person", "=", person.key)
              .where("webinars.status", "!=", "draft"),
          ),
        ),
      ),
    )
    .execute();
  const rows = [
    ...tokensOf(person.name).map((token) => ({ token, person: person.key, kind: "name" as const })),
    ...held.flatMap(({ name_json }) =>
      tokensOf(fold(Object.values(JSON.parse(name_json) as Record<string, string>).join(" "))).map((token) => ({
        token,
        person: person.key,
        kind: "affiliation" as const,
      })),
    ),
  ];
  if (rows.length > 0)
    await trx
      .insertInto("names")
      .values(rows)
      .onConflict((c) => c.doNothing())
      .execute();
};
