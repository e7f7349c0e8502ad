/** Strings on their way out: what no client may show is taken out, and nothing is cut in the middle of a character. */

/** Controls but tab and line feed (PostgreSQL and JSON readers choke on NUL; others show as boxes), and the bidirectional controls, which can turn the words around them. */
const UNSHOWABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is what this is for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What of a string is shown: no controls, no half characters (they become U+FFFD), one kind of line end. */
export const clean = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, "\n")
    .toWellFormed()
    .replaceAll(UNSHOWABLE, "");

/** Whether anything can be seen: what is nothing but blanks, joiners and controls is no text, and no name. */
export const isVisible = (text: string): boolean => /[^\s\p{Z}\p{C}]/u.test(text);

// Made when first needed: ICU takes 8 ms for it, and most texts are short enough.
let graphemes: Intl.Segmenter | undefined;
/** Far more than any real grapheme has; segmenting stops here, so a text of 10 MB costs no more than one of 10 kB. */
const LONGEST_GRAPHEME = 64;

/** The longest beginning of at most `limit` UTF-16 units that ends between characters as people see them. */
const wholeHead = (text: string, limit: number): string => {
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  let end = 0;
  for (const { segment } of graphemes.segment(text.slice(0, limit + LONGEST_GRAPHEME))) {
    if (end + segment.length > limit) break;
    end += segment.length;
  }
  return text.slice(0, end);
};

/** The same, never empty: of one "character" longer than the limit (thousands of combining marks) a part in whole code points. */
export const headOf = (text: string, limit: number): string =>
  text.length <= limit ? text : wholeHead(text, limit) || text.slice(0, limit).replace(/[\ud800-\udbff]$/u, "");

/** At most `limit` UTF-16 units (a platform's own count is never more), the last one "…" when something is missing. */
export const cut = (text: string, limit: number): string =>
  text.length <= limit ? text : `${wholeHead(text, limit - 1).trimEnd()}…`;

/** A button's and a suggestion's: Slack 75 (Discord 80). */
const LABEL_LENGTH = 75;
export const toLabel = (whole: string): string => cut(whole, LABEL_LENGTH);
