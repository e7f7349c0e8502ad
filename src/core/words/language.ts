/** BCP 47. The languages that the catalogues speak; wordings in the record may be in others, too. */
export type Language = "en" | "ja";
export const languages: readonly Language[] = ["en", "ja"];

/** One string in each language of the catalogues. */
export type Localized = Readonly<Record<Language, string>>;

/** The catalogue nearest to a BCP 47 tag ("en-GB" → en), or `undefined`. */
export const toLanguage = (tag: string | undefined): Language | undefined =>
  tag === undefined ? undefined : languages.find((language) => tag.toLowerCase().split("-")[0] === language);
