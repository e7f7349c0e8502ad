import type { Space } from "../network/place.ts";
import { isAtLeast, type Rank, ranks } from "../network/rank.ts";
import { readKnown } from "../store/accounts.ts";
import type { Transaction } from "../store/database.ts";
import type { Language } from "../words/language.ts";
import type { Address, Call, Right } from "./call.ts";
import type { Asker } from "./command.ts";
import type { Entry } from "./entry.ts";

/** The platform's own right that stands for a rank until somebody in the network holds it (product.md). */
const STANDS_FOR: readonly (readonly [Right, Rank])[] = [
  ["administer", "admin"],
  ["manage-events", "organiser"],
  ["manage-messages", "moderator"],
];

/** Who asks and from where, as far as rights go. */
export interface Who {
  readonly asker: Asker;
  readonly space: Space | undefined;
  readonly at: Address;
  /** What they have chosen to be answered in. */
  readonly language?: Language | undefined;
}

/**
 * Who asks: what commands gave, then what the platform's rights stand for, and that in the network's own spaces only: a
 * server that an admin let in later brings no admins of its own. Looked up afresh at every call.
 */
export const readWho = async (trx: Transaction, { asker: account, at }: Pick<Call, "asker" | "at">): Promise<Who> => {
  const { space, given, held, person, roles, language } = await readKnown(trx, account);
  const stood = STANDS_FOR.filter(
    ([right, rank]) => space?.own === true && account.rights.includes(right) && !held.includes(rank),
  ).map(([, rank]) => rank);
  const all: readonly Rank[] = ["member", ...given, ...stood];
  const rank = ranks.findLast((one) => all.includes(one)) ?? "member";
  return { asker: { account, rank, person, roles }, space, at, language };
};

/** Whether a menu shows somebody this command: by rank, or because a role in some webinar may open it. */
export const mayOpen = ({ rank, role }: Pick<Entry, "rank" | "role">, asker: Asker): boolean =>
  mayUse(asker, rank) || (role !== undefined && asker.roles.some((one) => one.role === role));

export const mayUse = (asker: Asker, rank: Rank): boolean => isAtLeast(asker.rank, rank);
