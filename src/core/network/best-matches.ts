import { fold } from "./fold.ts";

/** How well one text fits what was typed; 0 is best, `undefined` not at all. Both are folded. */
const gradeOf = (text: string, typed: string): number | undefined => {
  if (text === typed) return 0;
  if (text.startsWith(typed)) return 1;
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u);
  if (typed.split(/\s+/u).every((part) => words.some((word) => word.startsWith(part)))) return 2;
  return text.includes(typed) ? 3 : undefined;
};

/**
 * Those that fit what has been typed so far, the best first and else in their order: the whole name, its beginning, the
 * beginnings of its words in any order, a part of it. Case, accents and widths do not count. Nothing typed: all.
 * @param textsOf by which texts one can be found, in any language.
 */
export const bestMatches = <T>(
  typed: string,
  all: readonly T[],
  textsOf: (one: T) => readonly string[],
): readonly T[] => {
  const wanted = fold(typed.trim());
  if (wanted === "") return all;
  return all
    .flatMap((one) => {
      const grades = textsOf(one).map((text) => gradeOf(fold(text), wanted));
      const best = Math.min(...grades.map((grade) => grade ?? Number.POSITIVE_INFINITY));
      return best === Number.POSITIVE_INFINITY ? [] : [{ one, best }];
    })
    .sort((a, b) => a.best - b.best)
    .map(({ one }) => one);
};
