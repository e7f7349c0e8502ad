/** The same text in several languages (BCP 47 tag → text), each written by a person, never by a machine. */
export type Wordings = Readonly<Record<string, string>>;

/** The wording in `language`, else openly another one: English first, then whichever is there. */
export const pick = (wordings: Wordings, language: string): { readonly text: string; readonly language: string } => {
  for (const tag of [language, "en", ...Object.keys(wordings)]) {
    const text = wordings[tag];
    if (text !== undefined) return { text, language: tag };
  }
  return { text: "", language };
};

export const wording = (wordings: Wordings, language: string): string => pick(wordings, language).text;
