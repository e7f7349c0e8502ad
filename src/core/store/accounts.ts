import type { Account, Address } from "../bot/call.ts";
import type { Role } from "../network/person.ts";
import { type Rank, ranks } from "../network/rank.ts";
import type { Transaction } from "./database.ts";

type SpaceKey = Pick<Address, "platform" | "space">;

export interface Given {
  readonly kind: "user" | "group";
  readonly id: string;
  readonly name: string;
  readonly rank: Rank;
}

/** The ranks that commands have given to this account, itself or through its groups. */
export const ranksOf = async (trx: Transaction, account: Account): Promise<readonly Rank[]> => {
  const rows = await trx
    .selectFrom("ranks")
    .select("rank")
    .where("platform", "=", account.platform)
    .where("space", "=", account.space)
    .where(({ eb, and, or }) =>
      or([
        and([eb("kind", "=", "user"), eb("id", "=", account.user)]),
        ...(account.groups.length === 0 ? [] : [and([eb("kind", "=", "group"), eb("id", "in", account.groups)])]),
      ]),
    )
    .execute();
  return rows.map(({ rank }) => rank as Rank);
};

/** Ranks that somebody in this space holds: for each of the others the platform's own rights count there. */
export const heldRanks = async (trx: Transaction, at: SpaceKey): Promise<readonly Rank[]> => {
  const rows = await trx
    .selectFrom("ranks")
    .select("rank")
    .distinct()
    .where("platform", "=", at.platform)
    .where("space", "=", at.space)
    .execute();
  return ranks.filter((rank) => rows.some((row) => row.rank === rank));
};

export const listRanks = async (trx: Transaction, at: SpaceKey): Promise<readonly Given[]> => {
  const rows = await trx
    .selectFrom("ranks")
    .select(["kind", "id", "name", "rank"])
    .where("platform", "=", at.platform)
    .where("space", "=", at.space)
    .orderBy("rank")
    .orderBy("name")
    .execute();
  return rows.map((row) => ({ ...row, rank: row.rank as Rank }));
};

export const giveRank = async (trx: Transaction, at: SpaceKey, given: Given): Promise<void> => {
  await trx
    .insertInto("ranks")
    .values({ platform: at.platform, space: at.space, ...given })
    .onConflict((conflict) =>
      conflict.columns(["platform", "space", "kind", "id"]).doUpdateSet({ rank: given.rank, name: given.name }),
    )
    .execute();
};

export const countAdmins = async (trx: Transaction): Promise<number> => {
  // A group may be empty: only a person counts.
  const rows = await trx
    .selectFrom("ranks")
    .select("id")
    .where("rank", "=", "admin")
    .where("kind", "=", "user")
    .execute();
  return rows.length;
};

/** Everything that commands have given: the rank and the tie. `undefined` when there was nothing. */
export const takeAll = async (trx: Transaction, at: SpaceKey, who: Pick<Given, "kind" | "id">): Promise<boolean> => {
  const rank = await trx
    .deleteFrom("ranks")
    .where("platform", "=", at.platform)
    .where("space", "=", at.space)
    .where("kind", "=", who.kind)
    .where("id", "=", who.id)
    .executeTakeFirst();
  const tie = await trx
    .deleteFrom("ties")
    .where("platform", "=", at.platform)
    .where("space", "=", at.space)
    .where("account", "=", who.kind === "user" ? who.id : "")
    .executeTakeFirst();
  return rank.numDeletedRows + tie.numDeletedRows > 0n;
};

export const tie = async (trx: Transaction, at: SpaceKey, tied: { account: string; person: string }): Promise<void> => {
  await trx
    .insertInto("ties")
    .values({ platform: at.platform, space: at.space, ...tied })
    .onConflict((conflict) => conflict.columns(["platform", "space", "account"]).doUpdateSet({ person: tied.person }))
    .execute();
};

export const listTies = async (
  trx: Transaction,
  at: SpaceKey,
): Promise<readonly { account: string; person: string }[]> =>
  trx
    .selectFrom("ties")
    .select(["account", "person"])
    .where("platform", "=", at.platform)
    .where("space", "=", at.space)
    .orderBy("account")
    .execute();

export const personOf = async (
  trx: Transaction,
  account: Pick<Account, "platform" | "space" | "user">,
): Promise<string | undefined> => {
  const row = await trx
    .selectFrom("ties")
    .select("person")
    .where("platform", "=", account.platform)
    .where("space", "=", account.space)
    .where("account", "=", account.user)
    .executeTakeFirst();
  return row?.person;
};

/** What a person is in which webinar; drafts of webinars included, since the programme names the person there. */
export const rolesOf = async (
  trx: Transaction,
  person: string,
): Promise<readonly { webinar: string; role: Role }[]> => {
  const talks = await trx.selectFrom("talks").select("webinar").distinct().where("person", "=", person).execute();
  const roles = await trx.selectFrom("roles").select(["webinar", "role"]).where("person", "=", person).execute();
  return [
    ...talks.map(({ webinar }) => ({ webinar, role: "speaker" as const })),
    ...roles.map(({ webinar, role }) => ({ webinar, role: role as Role })),
  ];
};
