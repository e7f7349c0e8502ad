import type { Account, Right } from "../../core/bot/call.ts";
import type { Language } from "../../core/words/language.ts";

/** Somebody whom the reader of the page may be. The page sends `user` only; everything else is looked up here. */
export interface Persona {
  readonly user: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly rights: readonly Right[];
  readonly groups: readonly string[];
  /** IANA zone. */
  readonly zone: string;
  /** BCP 47; used until a language is chosen in the page. */
  readonly locale?: string;
  readonly guest?: boolean;
}

/** The one space of the playground. */
export const SPACE = "playground";

export const toAccount = (persona: Persona, language: Language): Account => ({
  platform: "web",
  space: SPACE,
  user: persona.user,
  name: persona.name[language],
  rights: persona.rights,
  groups: persona.groups,
  zone: persona.zone,
  ...(persona.guest !== undefined && { guest: persona.guest }),
});
