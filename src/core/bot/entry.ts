import type { Role } from "../network/person.ts";
import type { Rank } from "../network/rank.ts";
import type { Localized } from "../words/language.ts";
import type { FieldKind } from "./form.ts";

/** What a platform sees of a command: enough to register, complete, ask for and explain it. */
export interface Entry {
  /** Two or three words, each [a-z-]{1,32}: root, (group,) command. A root alone has one word ("speaker"). */
  readonly name: string;
  /** At most 100 characters (Discord's description). */
  readonly summary: Localized;
  /** The least rank; a role in the webinar may stand in for it. Platforms use it as a hint only. */
  readonly rank: Rank;
  readonly role?: Role | undefined;
  /** Required ones first (Discord's order); the first is the bare one on a line ("/speaker liu"). */
  readonly options: readonly EntryOption[];
}

export interface EntryOption {
  readonly name: string;
  readonly summary: Localized;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Whether `Bot.suggest` knows values while it is typed. */
  readonly suggests: boolean;
  /** For `choice`: all values, at most 25. */
  readonly from?: readonly { readonly value: string; readonly label: Localized }[];
}
