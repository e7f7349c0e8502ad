import type { Wordings } from "../network/wordings.ts";

/** JSON columns: written by this program only, so read back as what was written. */
export const fromJson = <T>(json: string): T => JSON.parse(json) as T;

export const toWordings = (json: string | null): Wordings | undefined =>
  json === null ? undefined : fromJson<Wordings>(json);
export const wordingsOf = (json: string): Wordings => fromJson<Wordings>(json);
