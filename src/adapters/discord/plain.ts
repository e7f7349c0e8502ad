/** Strings on their way to Discord: what no client may show is taken out, and nothing is cut in the middle of a character. */

/** Controls but tab and line feed (PostgreSQL and JSON readers choke on NUL), and the bidirectional controls, which can turn the words around them. */
const UNSHOWABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is what this is for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What of a string is shown: no controls, no half characters (they become U+FFFD), one kind of line end. */
export const clean = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, "\n")
    .toWellFormed()
    .replaceAll(UNSHOWABLE, "");

/** Whether anything can be seen: Discord refuses labels and texts of nothing but blanks. */
export const isVisible = (text: string): boolean => /[^\s\p{Z}\p{C}]/u.test(text);

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Far more than any real grapheme has; segmenting stops here, so a text of 10 MB costs no more than one of 10 kB. */
const LONGEST_GRAPHEME = 64;

/** The longest beginning of at most `limit` UTF-16 units that ends between characters as people see them. */
const headOf = (text: string, limit: number): string => {
  let end = 0;
  for (const { segment } of graphemes.segment(text.slice(0, limit + LONGEST_GRAPHEME))) {
    if (end + segment.length > limit) break;
    end += segment.length;
  }
  return text.slice(0, end);
};

/** At most `limit` UTF-16 units (Discord's count is never more), the last one "…" when something is missing. */
export const cut = (text: string, limit: number): string =>
  text.length <= limit ? text : `${headOf(text, limit - 1).trimEnd()}…`;

/** For labels, titles and placeholders, where Discord reads no markup: one line, never empty. */
export const label = (text: string, limit: number): string => {
  const line = cut(clean(text).replaceAll(/\s+/gu, " ").trim(), limit);
  return isVisible(line) ? line : "…";
};

/**
 * What Discord's markdown would read as something else than itself. A backslash makes any punctuation literal (docs:
 * support.discord.com, Markdown Text 101); letters and digits cannot be escaped, so marks are stopped at their punctuation:
 * - everywhere: \ * _ ~ | ` and < (mentions, times, custom emoji, links), [ ] (masked links), @ (everyone, here)
 * - ":" before anything but a blank (:emoji:, https://)
 * - at the start of a line: # > - + and the dot after a number (headings, quotes, lists, small print)
 */
const MARKS = /[\\*_~|`<[\]@]|:(?=\S)|(?<=^[^\S\n]*)[#>+-]|(?<=^[^\S\n]*\d+)\./gmu;

/** Markdown that shows exactly `text`. The beginning counts as the start of a line, wherever it will stand. */
export const escapeMarkup = (text: string): string => text.replaceAll(MARKS, "\\$&");

/** Markdown of at most `limit` characters that shows `text`, or its beginning and "…". */
export const toLiteral = (text: string, limit: number): string => {
  const whole = escapeMarkup(clean(text));
  // A backslash before every character is the worst that can come.
  return whole.length <= limit ? whole : escapeMarkup(cut(clean(text), Math.floor(limit / 2)));
};
