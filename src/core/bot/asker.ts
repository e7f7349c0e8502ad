import type { Space } from "../network/place.ts";
import { isAtLeast, type Rank, ranks } from "../network/rank.ts";
import { heldRanks, personOf, ranksOf, rolesOf } from "../store/accounts.ts";
import type { Transaction } from "../store/database.ts";
import type { Account, Right } from "./call.ts";
import type { Asker } from "./command.ts";

/** The platform's own right that stands for a rank until somebody in the network holds it (product.md). */
const STANDS_FOR: readonly (readonly [Right, Rank])[] = [
  ["administer", "admin"],
  ["manage-events", "organiser"],
  ["manage-messages", "moderator"],
];

/**
 * Who asks: what commands gave, then what the platform's rights stand for, and that in the network's own spaces only: a
 * server that an admin let in later brings no admins of its own. Looked up afresh at every call.
 */
export const readAsker = async (trx: Transaction, account: Account, space: Space | undefined): Promise<Asker> => {
  const given = await ranksOf(trx, account);
  const held = space?.own === true ? await heldRanks(trx, account) : ranks;
  const stood = STANDS_FOR.filter(([right, rank]) => account.rights.includes(right) && !held.includes(rank)).map(
    ([, rank]) => rank,
  );
  const all: readonly Rank[] = ["member", ...given, ...stood];
  const person = await personOf(trx, account);
  return {
    account,
    rank: ranks.findLast((rank) => all.includes(rank)) ?? "member",
    person,
    roles: person === undefined ? [] : await rolesOf(trx, person),
  };
};

export const mayUse = (asker: Asker, rank: Rank): boolean => isAtLeast(asker.rank, rank);
