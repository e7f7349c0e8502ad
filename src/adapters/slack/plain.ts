import type { types } from "@slack/bolt";
import { cut } from "../../core/bot/text.ts";

/** Strings on their way to Slack: what no client may show is taken out, and nothing is cut in the middle of a character. */

/**
 * Controls but tab and line feed (Slack refuses NUL; the others show as boxes), and the bidirectional controls, with
 * which a title could turn the words around it.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is what this is for
const UNSHOWABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What of a string is shown: no controls, no half characters (they become U+FFFD), one kind of line end. */
export const clean = (text: string): string =>
  text.replaceAll(/\r\n?/gu, "\n").toWellFormed().replaceAll(UNSHOWABLE, "");

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The longest beginning of at most `limit` UTF-16 units that ends between characters as people see them. */
export const headOf = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  let end = 0;
  for (const { segment } of graphemes.segment(text.slice(0, limit + 64))) {
    if (end + segment.length > limit) break;
    end += segment.length;
  }
  // One "character" longer than the limit (thousands of combining marks): between code points, at least.
  return end > 0 ? text.slice(0, end) : text.slice(0, limit).replace(/[\ud800-\udbff]$/u, "");
};

/** mrkdwn of a string that means nothing but itself. Slack decodes exactly these three entities (docs: escaping text). */
export const escapeMarkup = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Slack takes three entities for escapes in plain_text, too; a word joiner (no width, no break) keeps a typed one as it is. */
const keepEntities = (text: string): string => text.replaceAll(/&(?=(?:amp|lt|gt);)/gu, "&\u2060");

/** Whether anything of it can be seen: Slack refuses empty texts, and one of blanks and joiners looks like one. */
export const isVisible = (text: string): boolean => /[^\s\p{Z}\p{Cf}]/u.test(text);

/** A plain_text object whose text is literal: no markup exists in it, and `emoji: false` leaves ":wave:" as typed. */
export const plain = (text: string, limit: number): types.PlainTextElement => {
  const shown = cut(keepEntities(clean(text)), limit);
  return { type: "plain_text", text: isVisible(shown) ? shown : "…", emoji: false };
};

/** The same on one line: labels, titles, options. */
export const label = (text: string, limit: number): types.PlainTextElement =>
  plain(text.replaceAll(/\s*[\r\n]\s*/gu, " "), limit);
