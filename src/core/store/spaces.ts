import type { Address, PlatformName } from "../bot/call.ts";
import type { Network } from "../network/network.ts";
import type { Place, Purpose, Space } from "../network/place.ts";
import { type Language, toLanguage } from "../words/language.ts";
import type { Transaction } from "./database.ts";
import { fromJson } from "./json.ts";

/** Used until the record or an admin says otherwise. */
const UNSET: Network = { name: undefined, zone: "UTC", language: "en", strip: ["london", "tokyo"] };

export const readNetwork = async (trx: Transaction): Promise<Network> => {
  const row = await trx.selectFrom("network").selectAll().executeTakeFirst();
  if (row === undefined) return UNSET;
  return {
    name: row.name ?? undefined,
    zone: row.zone,
    language: toLanguage(row.language) ?? "en",
    strip: fromJson<readonly string[]>(row.strip_json),
  };
};

/** @param editedAt when a command wrote it; null when it comes from the record's files. */
export const writeNetwork = async (trx: Transaction, network: Network, editedAt: number | null): Promise<void> => {
  const row = {
    name: network.name ?? null,
    zone: network.zone,
    language: network.language,
    strip_json: JSON.stringify(network.strip),
    edited_at: editedAt,
  };
  await trx
    .insertInto("network")
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
};

type SpaceKey = Pick<Address, "platform" | "space">;

export const readSpace = async (trx: Transaction, { platform, space }: SpaceKey): Promise<Space | undefined> => {
  const row = await trx
    .selectFrom("spaces")
    .selectAll()
    .where("platform", "=", platform)
    .where("space", "=", space)
    .executeTakeFirst();
  return row === undefined ? undefined : toSpace(row);
};

/** `spaces.connected`: 0 not, 1 by an admin's yes, 2 the network's own. */
const BY_YES = 1;
const OWN = 2;

export const toSpace = (row: {
  platform: string;
  space: string;
  name: string;
  connected: number;
  language: string | null;
}): Space => ({
  platform: row.platform as PlatformName,
  space: row.space,
  name: row.name,
  connected: row.connected > 0,
  own: row.connected === OWN,
  language: row.language === null ? undefined : toLanguage(row.language),
});

export const listSpaces = async (trx: Transaction): Promise<readonly Space[]> => {
  const rows = await trx.selectFrom("spaces").selectAll().orderBy("platform").orderBy("name").execute();
  return rows.map(toSpace);
};

/** A space that the platform reached. Once connected it stays so until an admin says otherwise. */
export const noteSpace = async (
  trx: Transaction,
  at: SpaceKey,
  known: { name: string; connected: boolean },
): Promise<void> => {
  await trx
    .insertInto("spaces")
    .values({
      platform: at.platform,
      space: at.space,
      name: known.name,
      connected: known.connected ? OWN : 0,
      language: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["platform", "space"])
        .doUpdateSet(known.connected ? { name: known.name, connected: OWN } : { name: known.name }),
    )
    .execute();
};

/** Answers whether there is such a space. */
export const connectSpace = async (trx: Transaction, at: SpaceKey, { own }: { own: boolean }): Promise<boolean> => {
  const done = await trx
    .updateTable("spaces")
    .set({ connected: own ? OWN : BY_YES })
    .where("platform", "=", at.platform)
    .where("space", "=", at.space)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
};

export const setSpaceLanguage = async (trx: Transaction, at: SpaceKey, language: Language): Promise<void> => {
  await trx
    .updateTable("spaces")
    .set({ language })
    .where("platform", "=", at.platform)
    .where("space", "=", at.space)
    .execute();
};

export const setPlace = async (
  trx: Transaction,
  at: Address,
  place: { purpose: Purpose; name: string },
): Promise<void> => {
  await trx
    .insertInto("places")
    .values({ platform: at.platform, space: at.space, purpose: place.purpose, channel: at.channel, name: place.name })
    .onConflict((conflict) =>
      conflict.columns(["platform", "space", "purpose"]).doUpdateSet({ channel: at.channel, name: place.name }),
    )
    .execute();
};

/** Places of connected spaces, in a steady order; of one purpose where it is given. */
export const listPlaces = async (trx: Transaction, purpose?: Purpose): Promise<readonly Place[]> => {
  const network = await readNetwork(trx);
  const all = trx
    .selectFrom("places")
    .innerJoin("spaces", (on) =>
      on.onRef("spaces.platform", "=", "places.platform").onRef("spaces.space", "=", "places.space"),
    )
    .select(["places.platform", "places.space", "places.channel", "places.name", "places.purpose", "spaces.language"])
    .where("spaces.connected", ">", 0)
    .orderBy("places.platform")
    .orderBy("places.space")
    .orderBy("places.purpose");
  const rows = await (purpose === undefined ? all : all.where("places.purpose", "=", purpose)).execute();
  return rows.map((row) => ({
    at: { platform: row.platform as PlatformName, space: row.space, channel: row.channel },
    name: row.name,
    purpose: row.purpose as Purpose,
    language: toLanguage(row.language ?? undefined) ?? network.language,
  }));
};
