import { soughtIn, termsOf } from "../network/terms.ts";
import type { Transaction } from "./database.ts";

/**
 * Webinars by anything that the record says of them. `terms` has every word of each, `vocabulary` every word once: the
 * beginning of a word is looked up there, so that a common one costs no more than a rare one.
 */

/** Words that one beginning may stand for. */
const READINGS = 20;
/** From so many webinars on, a word counts as common. */
const COMMON = 500;
/** Of webinars that all have only common words in common, the newest that are looked at. */
const NEWEST = 2000;

/** @param said.named what it is called: title, subtitle, series; `other`: whatever else is said of it. */
export const putTerms = async (
  trx: Transaction,
  { key, date }: { readonly key: string; readonly date: string },
  said: { readonly named: readonly string[]; readonly other: readonly string[] } | undefined,
): Promise<void> => {
  await trx.deleteFrom("terms").where("webinar", "=", key).execute();
  if (said === undefined) return;
  const named = new Set(termsOf(said.named));
  const all = [...new Set([...named, ...termsOf(said.other)])];
  for (let n = 0; n < all.length; n += 100) {
    const some = all.slice(n, n + 100);
    await trx
      .insertInto("terms")
      .values(some.map((term) => ({ term, webinar: key, date, named: named.has(term) ? 1 : 0 })))
      .execute();
    await trx
      .insertInto("vocabulary")
      .values(some.map((term) => ({ term })))
      .onConflict((conflict) => conflict.column("term").doNothing())
      .execute();
  }
};

interface Word {
  /** The terms that it may stand for; none: no webinar has it. */
  readonly terms: readonly string[];
  /** How many webinars have one, up to COMMON. */
  readonly webinars: number;
}

const readWord = async (trx: Transaction, sought: string): Promise<Word> => {
  const rows = await trx
    .selectFrom("vocabulary")
    .select("term")
    .where("term", ">=", sought)
    .where("term", "<=", `${sought}\u{10FFFF}`)
    .orderBy("term")
    .limit(READINGS)
    .execute();
  const terms = rows.map(({ term }) => term);
  if (terms.length === 0) return { terms, webinars: 0 };
  const some = await trx.selectFrom("terms").select("webinar").where("term", "in", terms).limit(COMMON).execute();
  return { terms, webinars: some.length };
};

/** Those with this term and all the other words, the latest first. */
const withTerm = (
  trx: Transaction,
  term: string,
  { others, named, limit }: { readonly others: readonly Word[]; readonly named: boolean; readonly limit: number },
) =>
  trx
    .selectFrom(
      trx
        .selectFrom("terms")
        .select(["webinar", "date", "named"])
        .where("term", "=", term)
        .orderBy("date", "desc")
        .orderBy("webinar")
        .limit(NEWEST)
        .as("one"),
    )
    .select(["one.webinar", "one.date"])
    .where((eb) =>
      eb.and([
        ...(named ? [eb("one.named", "=", 1)] : []),
        ...others.map(({ terms }) =>
          eb.exists(
            eb
              .selectFrom("terms")
              .select("terms.term")
              .whereRef("terms.webinar", "=", "one.webinar")
              .where("terms.term", "in", terms)
              .where("terms.named", ">=", named ? 1 : 0),
          ),
        ),
      ]),
    )
    .orderBy("one.date", "desc")
    .orderBy("one.webinar")
    .limit(limit);

/**
 * Keys of the webinars that have every word typed, or a word that begins with it; the latest first, never drafts.
 * `named`: in what they are called.
 */
export const searchWebinars = async (
  trx: Transaction,
  typed: string,
  { named, limit }: { readonly named: boolean; readonly limit: number },
): Promise<readonly string[]> => {
  const words: Word[] = [];
  for (const sought of soughtIn(typed)) words.push(await readWord(trx, sought));
  if (words.length === 0 || words.some(({ terms }) => terms.length === 0)) return [];
  const [rarest, ...others] = words.sort((a, b) => a.webinars - b.webinars);
  const [first, ...more] = (rarest?.terms ?? []).map((term) =>
    trx.selectFrom(withTerm(trx, term, { others, named, limit }).as("found")).selectAll(),
  );
  if (first === undefined) return [];
  // One statement: suggestions are asked for at every letter.
  const rows = await more.reduce((all, one) => all.unionAll(one), first).execute();
  rows.sort((a, b) => b.date.localeCompare(a.date) || a.webinar.localeCompare(b.webinar));
  return [...new Set(rows.map(({ webinar }) => webinar))].slice(0, limit);
};
