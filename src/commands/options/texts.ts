import type { Options } from "../../core/bot/call.ts";
import type { Option } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import type { Place } from "../../core/network/place.ts";
import { UNSAID, type Wordings } from "../../core/network/wordings.ts";
import { type Language, languages, toLanguage } from "../../core/words/language.ts";
import { textOption } from "./text.ts";

/** What an announcement says: one text for all, and one for each language that has its own. */

/** Discord's names of options have no capitals. */
export type LanguageOption = Lowercase<Language>;
export type TextOption = "text" | LanguageOption;
export const optionOf = (language: Language): LanguageOption => language.toLowerCase() as LanguageOption;

const ownText = { ...textOption, required: false } as const satisfies Option<string>;
export const languageTexts = { en: ownText, ja: ownText, "zh-hans": ownText, "zh-hant": ownText, th: ownText } as const;
export const textOptions: readonly TextOption[] = ["text", ...languages.map(optionOf)];

/** Needed, unless another of the options says enough. */
export const textUnless = (...others: readonly string[]) =>
  ({
    ...textOption,
    parse: (raw: string): string | undefined => textOption.parse(raw),
    unless: [...languages.map(optionOf), ...others],
  }) as const satisfies Option<string | undefined, true>;

/** Words as options give them. */
export type GivenTexts = { readonly [name in TextOption]?: string | undefined };

export const textsOf = (given: GivenTexts): Wordings =>
  Object.fromEntries(
    textOptions.flatMap((name) => {
      const text = given[name];
      return text === undefined ? [] : [[tagOf(name), text] as const];
    }),
  );

/** "zh-hans" → zh-Hans, "text" → und */
export const tagOf = (name: TextOption): string => (name === "text" ? UNSAID : (toLanguage(name) ?? UNSAID));

/** As options again. */
export const writtenTexts = (texts: Wordings): Options =>
  Object.fromEntries(
    textOptions.flatMap((name) => {
      const text = texts[tagOf(name)];
      return text === undefined ? [] : [[name, text] as const];
    }),
  );

/** The fields in which it is written. */
export const fieldsOf = (texts: Wordings): readonly TextOption[] =>
  textOptions.filter((name) => texts[tagOf(name)] !== undefined);

/** Where what a place shows was written. */
export const fieldFor = (texts: Wordings, { language }: Pick<Place, "language">): TextOption => {
  if (texts[language] !== undefined) return optionOf(language);
  const [first = "text"] = fieldsOf(texts);
  return first;
};

/** Words, or a webinar to be said from the record: else there is nothing to say. */
export const checkSaid = (texts: Wordings, webinar: unknown): void => {
  if (Object.keys(texts).length === 0 && webinar === undefined)
    throw new UserError((words) => words.bot.empty, { option: "text" });
};
