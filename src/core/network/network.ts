import type { Language } from "../words/language.ts";

/** The one network that this installation serves. */
export interface Network {
  /** `undefined` until an admin gives one. */
  readonly name: string | undefined;
  /** IANA zone. */
  readonly zone: string;
  readonly language: Language;
  /** Cities of the time strip, from west to east: keys of core/time/city.ts. */
  readonly strip: readonly string[];
}
