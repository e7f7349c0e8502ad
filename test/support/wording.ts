import type { Localized } from "../../src/core/words/language.ts";

/** The same in every language but Japanese, where that is given. */
export const wording = (en: string, ja = en): Localized => ({ en, ja, "zh-Hans": en, "zh-Hant": en, th: en });
