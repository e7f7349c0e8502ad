import { en } from "./en/en.ts";
import { ja } from "./ja/ja.ts";
import { type Language, type Localized, languages } from "./language.ts";
import { th } from "./th/th.ts";
import { zhHans } from "./zh-hans/zh-hans.ts";
import { zhHant } from "./zh-hant/zh-hant.ts";

/** Every sentence people see. English is the type: a missing key or argument in another language does not compile. */
export type Words = typeof en;

const catalogues: Readonly<Record<Language, Words>> = { en, ja, "zh-Hans": zhHans, "zh-Hant": zhHant, th };

export const wordsIn = (language: Language): Words => catalogues[language];

export const localized = (say: (words: Words) => string): Localized =>
  // Every language has its entry.
  Object.fromEntries(languages.map((language) => [language, say(wordsIn(language))])) as unknown as Localized;
