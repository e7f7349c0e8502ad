import type { Role } from "../network/person.ts";
import type { Rank } from "../network/rank.ts";
import type { Voice } from "../say/voice.ts";
import type { Store, Transaction } from "../store/database.ts";
import type { Clock } from "../time/clock.ts";
import type { Language } from "../words/language.ts";
import { localized, type Words } from "../words/words.ts";
import type { Account, Address, Options as CallOptions, PlatformName } from "./call.ts";
import type { Entry } from "./entry.ts";
import type { FieldKind, Picking } from "./form.ts";
import type { Reply, Suggestion } from "./message.ts";
import type { Platform } from "./platform.ts";
import type { Press } from "./press.ts";

/** Who asks, as the network knows them at this moment. */
export interface Asker {
  readonly account: Account;
  readonly rank: Rank;
  /** The person in the record whom the account is tied to. */
  readonly person: string | undefined;
  /** What this person is in which webinar. */
  readonly roles: readonly { readonly webinar: string; readonly role: Role }[];
}

/** What a command gets. Nothing but `trx` is awaited while it runs. */
export interface Tools {
  readonly trx: Transaction;
  readonly now: Temporal.Instant;
  readonly asker: Asker;
  readonly at: Address;
  /** The call's own id: the same for a redelivered one. */
  readonly id: string;
  /** The asker's language, and their zone where it is known, else the network's. */
  readonly voice: Voice;
  /** The language that the asker has chosen for this answer, where it was not left to the profile. */
  readonly chosen?: Language | undefined;
  /** Who will read the answer: what everybody reads stays there, so nothing in it may go stale ("in 12 days"). */
  readonly audience: "asker" | "everyone";
  readonly menu: readonly Entry[];
  /** What is done to what, for the audit; a command that notes nothing at all is kept with its options. */
  readonly note: (change: Change | "nothing") => void;
}

/** What was changed: only the values that are others now, as people read them. */
export interface Change {
  /** "webinar/international-4" */
  readonly about: string;
  readonly before?: Readonly<Record<string, string>>;
  readonly after?: Readonly<Record<string, string>>;
}

/** What a command may ask before its transaction begins: the platforms, and the store in short transactions of its own. */
export interface Outside {
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  readonly read: <T>(run: (trx: Transaction) => Promise<T>) => Promise<T>;
  readonly store: Pick<Store, "description" | "alone">;
  readonly clock: Clock;
  readonly asker: Asker;
  readonly at: Address;
  readonly voice: Voice;
}

/** One input: raw words → value. `parse` throws UserError for what it cannot read. */
export interface Option<T, R extends boolean = boolean> {
  readonly kind: FieldKind;
  readonly required: R;
  /** Options of the same command: where one of them is given, this one may be left out after all. */
  readonly unless?: readonly string[];
  readonly from?: readonly { readonly value: string; readonly label: (words: Words) => string }[];
  readonly parse: (raw: string, tools: Tools) => T | Promise<T>;
  /** What is meant when nothing is given. */
  readonly otherwise?: (tools: Tools) => T | Promise<T>;
  /** What fits what is typed so far, the best first. `others`: the command's other options as they stand, not checked. */
  readonly suggest?: (typed: string, tools: Tools, others: CallOptions) => Promise<readonly Suggestion[]>;
  /** A form may ask for it with a list of what it suggests; left out where free words are meant (a moment, say). */
  readonly pick?: Picking;
}

type Options = Readonly<Record<string, Option<unknown>>>;
type Given<O> = O extends { readonly otherwise: (tools: Tools) => infer T }
  ? Awaited<T>
  : O extends Option<infer T, true>
    ? T
    : O extends Option<infer T, boolean>
      ? T | undefined
      : never;
/** The parsed options of a command. */
export type Asked<O extends Options> = { readonly [K in keyof O]: Given<O[K]> };

export type CommandName = keyof Words["menu"];

/** As the bot keeps it: the types of its options are known only inside. */
export interface Command extends Entry {
  readonly key: CommandName;
  readonly role: Role | undefined;
  readonly changes: boolean;
  readonly hidden: boolean;
  readonly anywhere: boolean;
  readonly share: ((asked: Readonly<Record<string, unknown>>) => CallOptions | undefined) | undefined;
  readonly inputs: Options;
  readonly inspect: ((asked: Readonly<Record<string, unknown>>, outside: Outside) => Promise<unknown>) | undefined;
  readonly run: (asked: Readonly<Record<string, unknown>>, tools: Tools, seen: unknown) => Promise<Reply | Press>;
}

export interface Declaration<N extends CommandName, O extends Options, S> {
  readonly name: N;
  readonly rank: Rank;
  /** Whoever has this role in the webinar of the option `webinar` may use it without the rank. */
  readonly role?: Role;
  /**
   * Its answer may be posted for everyone: options that ask for the same answer again, or `undefined` for one that is not
   * to be shared. The bot adds the button *Share here*.
   */
  readonly share?: (asked: Asked<O>) => CallOptions | undefined;
  /** It changes the record: done once per call id, and a repeated call gets the first one's answer. */
  readonly changes?: boolean;
  /** Reached by buttons only; not in the menu. */
  readonly hidden?: boolean;
  /** It may be used in a space that is not connected, and checks by itself who may use it. */
  readonly anywhere?: boolean;
  /** Exactly those that the catalogue has words for. */
  readonly options: O & { readonly [K in keyof Words["menu"][N]["options"]]: Option<unknown> } & {
    readonly [K in Exclude<keyof O, keyof Words["menu"][N]["options"]>]: never;
  };
  /** Runs before the transaction; what it saw is the third argument of `run`. */
  readonly inspect?: (asked: Asked<O>, outside: Outside) => Promise<S>;
  /** The answer, or a press to follow at once: one with `ask` shows its form. */
  readonly run: (asked: Asked<O>, tools: Tools, seen: S) => Promise<Reply | Press>;
}

const wordsOf = (words: Words, name: CommandName): { summary: string; options: Readonly<Record<string, string>> } =>
  words.menu[name];

export const defineCommand = <N extends CommandName, O extends Options, S = undefined>(
  declared: Declaration<N, O, S>,
): Command => ({
  key: declared.name,
  name: declared.name,
  summary: localized((words) => wordsOf(words, declared.name).summary),
  rank: declared.rank,
  role: declared.role,
  changes: declared.changes ?? false,
  hidden: declared.hidden ?? false,
  anywhere: declared.anywhere ?? false,
  inputs: declared.options,
  options: Object.entries<Option<unknown>>(declared.options).map(([name, option]) => ({
    name,
    summary: localized((words) => wordsOf(words, declared.name).options[name] ?? name),
    kind: option.kind,
    required: option.required,
    suggests: option.suggest !== undefined,
    ...(option.from && { from: option.from.map(({ value, label }) => ({ value, label: localized(label) })) }),
  })),
  share: declared.share as Command["share"],
  // The one place where the types of a command's options are let go: parse() of the same declaration made the values.
  inspect: declared.inspect as Command["inspect"],
  run: declared.run as Command["run"],
});
