import { clean, cut, isVisible } from "../../core/bot/plain.ts";

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
