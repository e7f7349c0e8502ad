/** BCP 47. The languages that the catalogues speak; wordings in the record may be in others, too. */
export type Language = "en" | "ja";
export const languages: readonly Language[] = ["en", "ja"];

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

/** The catalogue nearest to a BCP 47 tag ("en-GB" → en), or `undefined`. */
export const toLanguage = (tag: string | undefined): Language | undefined =>
  tag === undefined ? undefined : languages.find((language) => tag.toLowerCase().split("-")[0] === language);
