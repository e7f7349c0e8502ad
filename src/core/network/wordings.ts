/** The same text in several languages (BCP 47 tag → text), each written by a person, never by a machine. */
export type Wordings = Readonly<Record<string, string>>;

/** BCP 47's tag for a language that nobody has said: such a text is for all that have none of their own. */
export const UNSAID = "und";

/** The wording in `language`; where nobody has written one, English, then whichever is there. */
export const wording = (wordings: Wordings, language: string): string =>
  wordings[language] ?? wordings.en ?? Object.values(wordings)[0] ?? "";
