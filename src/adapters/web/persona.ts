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
  /** Lines to press, for whoever does not know what to type. */
  readonly lines?: readonly string[];
}

export const toAccount = (
  persona: Persona,
  { space, language }: { readonly space: string; readonly language: Language },
): Account => ({
  platform: "web",
  space,
  user: persona.user,
  name: persona.name[language],
  rights: persona.rights,
  groups: persona.groups,
  zone: persona.zone,
  ...(persona.guest !== undefined && { guest: persona.guest }),
});
