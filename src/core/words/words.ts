import { en } from "./en/en.ts";
import { ja } from "./ja/ja.ts";

/** Every sentence people see. English is the type: a missing key or argument in another language does not compile. */
export type Words = typeof en;

/** BCP 47. The languages that the catalogues speak; wordings in the record may be in others, too. */
export type Language = "en" | "ja";
export const languages: readonly Language[] = ["en", "ja"];

const catalogues: Readonly<Record<Language, Words>> = { en, ja };

export const wordsIn = (language: Language): Words => catalogues[language];

/** One string in each language of the catalogues. */
export type Localized = Readonly<Record<Language, string>>;
export const localized = (say: (words: Words) => string): Localized => ({ en: say(en), ja: say(ja) });

/** The catalogue nearest to a BCP 47 tag ("en-GB" → en), or `undefined`. */
export const toLanguage = (tag: string | undefined): Language | undefined =>
  tag === undefined ? undefined : languages.find((language) => tag.toLowerCase().split("-")[0] === language);
