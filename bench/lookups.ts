import { childFile, nodeFlags, startChild } from "./child.ts";
import { drift, percentile } from "./measure.ts";
import { type Figures, toBelow } from "./table.ts";

/** What a member looks up, in a record far longer than any network's: inside the bot, without a platform. */

const STORED = 100_000;
const ROUNDS = 400;
const MOST_MS = 10;

interface Result {
  readonly found: Readonly<Record<string, { readonly ours: readonly number[]; readonly bare: readonly number[] }>>;
  readonly fillMs: number;
}

export const measureLookups = async (folder: string): Promise<Figures> => {
  const given = { file: `${folder}/lookups.sqlite`, stored: STORED, rounds: ROUNDS };
  const child = startChild([...nodeFlags(), childFile("lookups.ts"), JSON.stringify(given)]);
  const { line } = await child.says("result ");
  await child.end();
  const { found, fillMs } = JSON.parse(line.slice("result ".length)) as Result;
  const of = Object.entries(found);
  return {
    rows: of.map(([name, { ours, bare }]) =>
      toBelow(
        `/webinar ${name} with ${STORED.toLocaleString("en")} webinars, p99`,
        { ours: percentile(ours, 99), bare: percentile(bare, 99) },
        MOST_MS,
      ),
    ),
    notes: [
      `Look-ups: ${ROUNDS} of each, A B B A, from a call to its message; bare is reading the same rows by hand with statements prepared once, and SQLite's FTS5 for words. Medians: ${of
        .map(
          ([name, { ours, bare }]) =>
            `${name} ${percentile(ours, 50).toFixed(2)} and ${percentile(bare, 50).toFixed(2)} ms (quarters ${drift(ours)})`,
        )
        .join(", ")}. Filling the file took ${(fillMs / 1000).toFixed(0)} s.`,
    ],
  };
};
