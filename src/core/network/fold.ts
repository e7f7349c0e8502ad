/** Letters that Unicode does not take apart, written the way people type them. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ŋ: "n",
  ħ: "h",
};

/** Case, accents and widths away: "Ｔōｈoku" and "tohoku" are the same. Thai and kana keep their marks. */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[łøđðþßæœıŋħ]/g, (letter) => LETTERS[letter] ?? letter);

/** The words of a name, folded. Titles are no part of it. */
export const tokensOf = (text: string): readonly string[] => [
  ...new Set(
    fold(text)
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== "" && !TITLES.includes(word)),
  ),
];

const TITLES: readonly string[] = ["dr", "prof", "professor", "mr", "ms", "mrs"];
