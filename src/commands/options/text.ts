import type { Option } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { isVisible } from "../../core/bot/plain.ts";

/** Discord's Components V2 hold 4,000 characters a message, and a webinar's card needs room below the text. */
const TEXT_MOST = 3000;

/** What an organiser writes: any words, kept as they are. */
export const textOption = {
  kind: "paragraph",
  required: true,
  parse: (raw: string): string => {
    const text = raw.trim();
    if (!isVisible(text)) throw new UserError((words) => words.bot.empty);
    if (text.length > TEXT_MOST) throw new UserError((words) => words.bot.tooLong(TEXT_MOST, text.length));
    return text;
  },
} as const satisfies Option<string, true>;

/** A word that a button carries and people never type. */
export const wordOption = {
  kind: "line",
  required: true,
  parse: (raw: string): string => raw,
} as const satisfies Option<string, true>;
