import type { Option } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { isVisible } from "../../core/bot/plain.ts";
import { type Language, languages } from "../../core/words/language.ts";
import type { Words } from "../../core/words/words.ts";

/** With "Question 12: " before it a label is a thread's name, which has 100 characters (Discord), and is never cut. */
const LABEL_MOST = 80;

/** A short name, on one line. */
export const labelOption = {
  kind: "line",
  required: true,
  parse: (raw: string): string => {
    const label = raw.replace(/\s+/gu, " ").trim();
    if (!isVisible(label)) throw new UserError((words) => words.bot.empty);
    if (label.length > LABEL_MOST) throw new UserError((words) => words.bot.tooLong(LABEL_MOST, label.length));
    return label;
  },
} as const satisfies Option<string, true>;

/** In which language something is written; nothing given: what the command says. */
export const languageIfGiven = {
  kind: "choice",
  required: false,
  from: languages.map((value) => ({ value, label: (words: Words) => words.languageNames[value] })),
  parse: (raw: string, { voice }): Language => {
    const { languageNames } = voice.words;
    const named = raw.trim().toLowerCase();
    // "日本語 (Japanese)" is all of it, 日本語, Japanese and ja.
    const namesOf = (one: Language): readonly string[] =>
      [one, languageNames[one], ...languageNames[one].split(/[()（）]/u)].map((name) => name.trim().toLowerCase());
    const found = named === "" ? undefined : languages.find((one) => namesOf(one).includes(named));
    if (found === undefined)
      throw new UserError((words) =>
        words.bot.notAChoice(languages.map((one) => words.languageNames[one]).join(words.date.comma)),
      );
    return found;
  },
} as const satisfies Option<Language>;
