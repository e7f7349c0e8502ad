/** BCP 47. The languages that the catalogues speak; wordings in the record may be in others, too. */
export type Language = "en" | "ja" | "zh-Hans" | "zh-Hant" | "th";
export const languages: readonly Language[] = ["en", "ja", "zh-Hans", "zh-Hant", "th"];

/** One string in each language of the catalogues. */
export type Localized = Readonly<Record<Language, string>>;

let byZone: ReadonlyMap<string, Language> | undefined;
/** What is spoken where most who speak it live: ja in Asia/Tokyo; `undefined` anywhere else. CLDR knows countries and zones. */
export const languageIn = (zone: string | undefined): Language | undefined => {
  byZone ??= new Map(
    languages.flatMap((language) =>
      (new Intl.Locale(language).maximize().getTimeZones() ?? []).map((one): [string, Language] => [one, language]),
    ),
  );
  return zone === undefined ? undefined : byZone.get(zone);
};

/** "zh-TW" → zh in Hant: CLDR knows which script a region writes. `undefined` for what is no tag. */
const writingOf = (tag: string): string | undefined => {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
};

/** The catalogue nearest to a BCP 47 tag ("en-GB" → en, "zh-HK" → zh-Hant), or `undefined`. */
export const toLanguage = (tag: string | undefined): Language | undefined => {
  if (tag === undefined) return undefined;
  const known = languages.find((language) => language.toLowerCase() === tag.toLowerCase());
  const writing = known === undefined ? writingOf(tag.replaceAll("_", "-")) : undefined;
  return known ?? languages.find((language) => writing !== undefined && writingOf(language) === writing);
};
