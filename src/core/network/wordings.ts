/** The same text in several languages (BCP 47 tag → text), each written by a person, never by a machine. */
export type Wordings = Readonly<Record<string, string>>;

/** The wording in `language`; where nobody has written one, English, then whichever is there. */
export const wording = (wordings: Wordings, language: string): string =>
  wordings[language] ?? wordings.en ?? Object.values(wordings)[0] ?? "";
