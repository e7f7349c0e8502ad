import type { types } from "@slack/bolt";
import { clean, cut } from "../../core/bot/plain.ts";

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
