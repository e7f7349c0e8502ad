import { sql } from "kysely";
import type { Account, Address } from "../bot/call.ts";
import type { Role } from "../network/person.ts";
import type { Space } from "../network/place.ts";
import { type Rank, ranks } from "../network/rank.ts";
import { type Language, toLanguage } from "../words/language.ts";
import type { Transaction } from "./database.ts";
import { toSpace } from "./spaces.ts";

type SpaceKey = Pick<Address, "platform" | "space">;

export interface Given {
  readonly kind: "user" | "group";
  readonly id: string;
  readonly name: string;
  readonly rank: Rank;
}

/** What the store knows of an account, and of the space that it speaks in. */
export interface Known {
  readonly space: Space | undefined;
  /** The ranks that commands have given, to the account itself or to its groups. */
  readonly given: readonly Rank[];
  /** Ranks that somebody in this space holds: for each of the others the platform's own rights count there. */
  readonly held: readonly Rank[];
  readonly person: string | undefined;
  /** What the account has chosen to be answered in. */
  readonly language: Language | undefined;
  /** What this person is in which webinar; drafts of webinars included, since the programme names the person there. */
  readonly roles: readonly { readonly webinar: string; readonly role: Role }[];
}

type Who = Pick<Account, "platform" | "space" | "user" | "groups">;

/** One statement, for it is asked before every answer and at every letter that somebody types. */
const readFacts = (trx: Transaction, { platform, space, user }: Who) => {
  const nothing = sql<string | null>`null`;
  const of = (what: string) => sql<string>`${sql.lit(what)}`.as("what");
  const ties = trx
    .selectFrom("ties")
    .where("ties.platform", "=", platform)
    .where("ties.space", "=", space)
    .where("ties.account", "=", user);
  return trx
    .selectFrom("spaces")
    .select(({ ref, cast }) => [
      of("space"),
      ref("name").as("a"),
      ref("language").as("b"),
      cast<string | null>("connected", "text").as("c"),
    ])
    .where("platform", "=", platform)
    .where("space", "=", space)
    .unionAll(
      trx
        .selectFrom("ranks")
        .select(({ ref }) => [of("rank"), ref("rank").as("a"), ref("kind").as("b"), ref("id").as("c")])
        .where("platform", "=", platform)
        .where("space", "=", space),
    )
    .unionAll(
      trx
        .selectFrom("preferences")
        .select(({ ref }) => [of("language"), ref("language").as("a"), nothing.as("b"), nothing.as("c")])
        .where("platform", "=", platform)
        .where("space", "=", space)
        .where("user_id", "=", user),
    )
    .unionAll(ties.select(({ ref }) => [of("tie"), ref("person").as("a"), nothing.as("b"), nothing.as("c")]))
    .unionAll(
      ties
        .innerJoin("talks", "talks.person", "ties.person")
        .select(({ ref }) => [
          of("role"),
          ref("talks.webinar").as("a"),
          sql<string | null>`'speaker'`.as("b"),
          nothing.as("c"),
        ]),
    )
    .unionAll(
      ties
        .innerJoin("roles", "roles.person", "ties.person")
        .select(({ ref }) => [of("role"), ref("roles.webinar").as("a"), ref("roles.role").as("b"), nothing.as("c")]),
    )
    .execute();
};

export const readKnown = async (trx: Transaction, account: Who): Promise<Known> => {
  const facts = await readFacts(trx, account);
  const about = (what: string) => facts.filter((fact) => fact.what === what);
  const [space] = about("space");
  const [tie] = about("tie");
  const given = about("rank").filter(({ b: kind, c: id }) =>
    kind === "user" ? id === account.user : account.groups.includes(id ?? ""),
  );
  return {
    space: space && toSpace({ ...account, name: space.a, language: space.b, connected: Number(space.c) }),
    given: given.map(({ a }) => a as Rank),
    held: ranks.filter((rank) => about("rank").some(({ a }) => a === rank)),
    person: tie?.a,
    language: toLanguage(about("language")[0]?.a),
    roles: about("role").map(({ a: webinar, b: role }) => ({ webinar, role: role as Role })),
  };
};

/** @param language `undefined`: what the profile says. */
export const preferLanguage = async (
  trx: Transaction,
  { platform, space, user }: Pick<Account, "platform" | "space" | "user">,
  language: Language | undefined,
): Promise<void> => {
  if (language === undefined) {
    await trx
      .deleteFrom("preferences")
      .where("platform", "=", platform)
      .where("space", "=", space)
      .where("user_id", "=", user)
      .execute();
    return;
  }
  await trx
    .insertInto("preferences")
    .values({ platform, space, user_id: user, language })
    .onConflict((conflict) => conflict.columns(["platform", "space", "user_id"]).doUpdateSet({ language }))
    .execute();
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
