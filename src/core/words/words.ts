import { en } from "./en/en.ts";
import { ja } from "./ja/ja.ts";
import type { Language, Localized } from "./language.ts";

/** Every sentence people see. English is the type: a missing key or argument in another language does not compile. */
export type Words = typeof en;

const catalogues: Readonly<Record<Language, Words>> = { en, ja };

export const wordsIn = (language: Language): Words => catalogues[language];

export const localized = (say: (words: Words) => string): Localized => ({ en: say(en), ja: say(ja) });
