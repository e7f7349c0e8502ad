import type { Kept } from "../../core/vault.ts";
import type { Token } from "./oauth.ts";

/** What a workspace, or an organisation of them, let Rostrum have. */
export interface Installation {
  readonly token: string;
  /** With token rotation: what the next token is made of, and when this one ends, milliseconds since 1970. */
  readonly refresh?: string;
  readonly endsAt?: number;
  readonly name: string;
  /** Ours there: the app's id, the bot's, its user's, and what people type to invite it. */
  readonly app?: string;
  readonly bot: string;
  readonly user: string;
  readonly handle: string;
  /** Where the workspace is, for links to posts. */
  readonly url?: string;
  /** When it was made, milliseconds since 1970. */
  readonly madeAt: number;
  /** It is of all the workspaces of an organisation. */
  readonly org?: true;
}

/** A workspace of an organisation that installed Rostrum for all of its own. */
export interface Under {
  readonly under: string;
}

/** `undefined` for what cannot be opened. */
export const fromWord = ({ word }: Pick<Kept, "word">): Installation | Under | undefined =>
  word === undefined ? undefined : (JSON.parse(word) as Installation | Under);
export const toWord = (given: Installation | Under): string => JSON.stringify(given);

export const isUnder = (given: Installation | Under): given is Under => "under" in given;

/** The same, with another token. */
export const withToken = (
  { refresh: _refresh, endsAt: _endsAt, ...rest }: Omit<Installation, "token"> & { readonly token?: string },
  { token, refresh, seconds }: Token,
  now: number,
): Installation => ({
  ...rest,
  token,
  ...(refresh !== undefined && seconds !== undefined && { refresh, endsAt: now + seconds * 1000 }),
});
