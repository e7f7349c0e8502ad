import { lacks } from "../../src/core/network/place.ts";
import type { Language } from "../../src/core/words/language.ts";
import { wordsIn } from "../../src/core/words/words.ts";

/** What a catalogue says, sentence by sentence, with samples for what its sentences are told. */

export type Say = (...args: readonly unknown[]) => unknown;
export type Leaf = string | Say;

/** Everything a catalogue says: "webinar.participants" → the sentence, or what makes it. */
const leaves = (branch: object, above = ""): readonly (readonly [string, Leaf])[] =>
  Object.entries(branch).flatMap(([name, value]: [string, unknown]) => {
    const path = above === "" ? name : `${above}.${name}`;
    if (typeof value === "string") return [[path, value] as const];
    if (typeof value === "function") return [[path, value as Say] as const];
    return leaves(value as object, path);
  });

export const saidIn = (language: Language): ReadonlyMap<string, Leaf> => new Map(leaves(wordsIn(language)));

export const saturday = Temporal.PlainDate.from("2026-12-05");
export const morning = Temporal.ZonedDateTime.from("2026-12-05T08:00[Europe/London]");

/** Samples for what does not take words and counts, with what must be found in the sentence. */
const SAMPLES: Readonly<Record<string, { readonly args: readonly unknown[]; readonly found: readonly string[] }>> = {
  "date.long": { args: [saturday], found: ["2026", "5"] },
  "date.short": { args: [saturday], found: ["2026", "5"] },
  "date.day": { args: [saturday], found: ["2026", "5"] },
  "date.weekday": { args: [saturday], found: [] },
  "date.time": { args: [morning], found: ["8:00"] },
  "date.stopOn": { args: ["⟨1⟩", morning], found: ["⟨1⟩", "8:00"] },
  "date.months": { args: [saturday], found: [] },
  "webinar.clocksChange": { args: ["⟨1⟩", "⟨2⟩", -60], found: ["⟨1⟩", "⟨2⟩", "1"] },
  "date.stops": { args: [["⟨1⟩", "⟨2⟩"]], found: ["⟨1⟩", "⟨2⟩"] },
  "date.oneDay": { args: ["⟨1⟩", saturday], found: ["⟨1⟩"] },
  "date.inTime": { args: [12 * 86_400_000], found: ["12"] },
  list: { args: [["⟨1⟩", "⟨2⟩"]], found: ["⟨1⟩", "⟨2⟩"] },
  "places.lack": { args: ["discord", "history"], found: ["Rostrum", "✓"] },
};
/** Words and counts alike are said as they are given, so a mark does for both. */
export const sampleOf = (path: string, leaf: Say) => {
  const marks = Array.from({ length: leaf.length }, (_, n) => `⟨${n + 1}⟩`);
  return SAMPLES[path] ?? { args: marks, found: marks };
};
export const sentence = (path: string, leaf: Leaf): string =>
  typeof leaf === "string" ? leaf : String(leaf(...sampleOf(path, leaf).args));
export const sentences = (language: Language): readonly (readonly [string, string])[] =>
  [...saidIn(language)].map(([path, leaf]) => [path, sentence(path, leaf)]);

export const lacksIn = (language: Language): readonly (readonly [string, string])[] =>
  lacks.flatMap((lack) =>
    (["discord", "slack"] as const).map((platform) => [
      `places.lack ${platform} ${lack}`,
      wordsIn(language).places.lack(platform, lack),
    ]),
  );
