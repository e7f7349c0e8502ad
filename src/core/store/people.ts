import { fold, tokensOf } from "../network/fold.ts";
import type { Part, Person, Role } from "../network/person.ts";
import type { Talk, WebinarHead } from "../network/webinar.ts";
import type { Transaction } from "./database.ts";
import { readWebinar } from "./webinars.ts";

/** What a person was in one webinar, with the affiliation held then. */
export interface Appearance extends Part {
  readonly role: Role;
  readonly webinar: WebinarHead;
  readonly talk: Talk | undefined;
}

export const readPerson = async (trx: Transaction, key: string): Promise<Person | undefined> => {
  const row = await trx.selectFrom("people").selectAll().where("key", "=", key).executeTakeFirst();
  return row === undefined
    ? undefined
    : { key: row.key, title: row.title ?? undefined, name: row.name, family: row.family ?? undefined };
};

/** Every word given must begin a word of the name or of an affiliation; `whole` ones first. */
export const findPeople = async (trx: Transaction, typed: string, limit: number): Promise<readonly Person[]> => {
  const words = tokensOf(typed);
  if (words.length === 0) return [];
  const [first = "", ...others] = words;
  const keys = await peopleWith(trx, first, limit * 10);
  const fitting = await Promise.all(keys.map(async (key) => ({ key, tokens: await tokensOfPerson(trx, key) })));
  const found = fitting.filter(({ tokens }) => others.every((word) => tokens.some((token) => token.startsWith(word))));
  const exact = found.filter(({ tokens }) => words.every((word) => tokens.includes(word)));
  const inOrder = [...exact, ...found.filter((one) => !exact.includes(one))].slice(0, limit);
  const people = await Promise.all(inOrder.map(({ key }) => readPerson(trx, key)));
  return people.filter((person) => person !== undefined);
};

/** People with a folded word that begins so; where there is none, one that contains it. */
const peopleWith = async (trx: Transaction, word: string, limit: number): Promise<readonly string[]> => {
  const from = trx
    .selectFrom("names")
    .select("person")
    .distinct()
    // Whoever stands in drafts only is not announced yet, and so not found.
    .where(({ or, exists, selectFrom }) =>
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
    )
    .orderBy("person")
    .limit(limit);
  // The last code point of Unicode sorts after every word that begins so: a range that the index answers.
  const begins = await from.where("token", ">=", word).where("token", "<=", `${word}\u{10FFFF}`).execute();
  if (begins.length > 0 || word.length < 3) return begins.map(({ person }) => person);
  const contains = await from.where("token", "like", `%${word.replace(/[%_\\]/g, "")}%`).execute();
  return contains.map(({ person }) => person);
};

const tokensOfPerson = async (trx: Transaction, person: string): Promise<readonly string[]> => {
  const rows = await trx.selectFrom("names").select("token").where("person", "=", person).execute();
  return rows.map(({ token }) => token);
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
      or([
        eb("key", "in", selectFrom("talks").select("institution").where("person", "=", person.key)),
        eb("key", "in", selectFrom("roles").select("institution").where("person", "=", person.key)),
      ]),
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
