import { fold } from "./fold.ts";

/**
 * What a text is found by: its words, folded. Where a script has no spaces between words, every stretch that begins
 * somewhere in a run of it, so that the beginning of a term is any part of the text.
 */

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** Longer stretches tell no two texts apart. */
const STRETCH = 12;
/** Nobody types a longer word to look something up; what is longer is found by its beginning. */
const LONGEST = 40;

const wordsOf = (text: string): readonly string[] => fold(text.normalize("NFKC")).match(WORD) ?? [];

const stretchesOf = (word: string): readonly string[] => {
  const letters = [...word];
  return letters.flatMap((letter, n) => (/\p{M}/u.test(letter) ? [] : [letters.slice(n, n + STRETCH).join("")]));
};

export const termsOf = (texts: readonly string[]): readonly string[] => [
  ...new Set(
    texts.flatMap(wordsOf).flatMap((word) => (SPACELESS.test(word) ? stretchesOf(word) : [word.slice(0, LONGEST)])),
  ),
];

/** What is looked for: each must begin a term. At most eight, the longest first. */
export const soughtIn = (typed: string): readonly string[] =>
  [...new Set(wordsOf(typed).map((word) => [...word].slice(0, SPACELESS.test(word) ? STRETCH : LONGEST).join("")))]
    .sort((a, b) => b.length - a.length)
    .slice(0, 8);
