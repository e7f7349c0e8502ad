import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { StoreError } from "./fault.ts";
import type { Schema } from "./schema.ts";

export type Steps = Readonly<Record<string, Migration>>;

export interface Migrating {
  readonly steps: Steps;
  /** The oldest program that may use the newest schema. Written into the database with every step. */
  readonly oldest: string;
  /** This program's own version. */
  readonly version: string;
  /** Called before each step of a database that is in use, with how many there are. */
  readonly told: (nth: number, of: number) => void;
}

const numbersOf = (version: string): readonly number[] =>
  [0, 1, 2].map((nth) => Number(version.split(/[.-]/u)[nth] ?? 0));

/** Whether `one` comes before `other`, as versions do. */
export const isOlder = (one: string, other: string): boolean => {
  const [ours, theirs] = [numbersOf(one), numbersOf(other)];
  const nth = ours.findIndex((number, n) => number !== theirs[n]);
  return nth >= 0 && (ours[nth] ?? 0) < (theirs[nth] ?? 0);
};

/** Names of the steps that were taken; none where there is no database yet. */
const takenIn = async (db: Kysely<Schema>): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`
    .execute(db)
    .catch((error: unknown) => {
      if (/no such table|does not exist/u.test(String(error))) return { rows: [] };
      throw error;
    });
  return rows.map(({ name }) => name);
};

const OLDEST = "oldest program";

/** A newer program has been here: whether this one may still use what it left is what that one wrote down. */
const admit = async (db: Kysely<Schema>, version: string): Promise<void> => {
  const row = await db.selectFrom("memory").select("value").where("key", "=", OLDEST).executeTakeFirst();
  if (row !== undefined && !isOlder(version, row.value)) return;
  const which = row === undefined ? "" : `: it takes ${row.value} at least, and this is ${version}`;
  throw new StoreError(
    `The database was written by a newer Rostrum${which}. Start that version, or restore a backup from before it.`,
  );
};

/** With each step, in its own transaction, who may use the database from then on. */
const recorded = ({ steps, oldest }: Migrating): Steps =>
  Object.fromEntries(
    Object.entries(steps).map(([name, { up }]) => [
      name,
      {
        async up(db: Kysely<Schema>) {
          await up(db);
          await db
            .insertInto("memory")
            .values({ key: OLDEST, value: oldest })
            .onConflict((conflict) => conflict.column("key").doUpdateSet({ value: oldest }))
            .execute();
        },
      },
    ]),
  );

/** Forward to the newest schema, each step in a transaction of its own. Where nothing is to be done, Kysely's migrator is not loaded. */
export const migrate = async (db: Kysely<Schema>, given: Migrating): Promise<void> => {
  const ours = Object.keys(given.steps);
  const taken = await takenIn(db);
  if (taken.some((name) => !ours.includes(name))) return admit(db, given.version);
  const missing = ours.filter((name) => !taken.includes(name));
  if (missing.length === 0) return;
  const { Migrator } = await import("kysely/migration");
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...recorded(given) }) } });
  for (const n of missing.keys()) {
    if (taken.length > 0) given.told(n + 1, missing.length);
    const { error } = await migrator.migrateUp();
    if (error !== undefined) throw error;
  }
};

/** Whether the schema is one that this program can read, without changing anything. */
export const isReadable = async (db: Kysely<Schema>, { steps, version }: Pick<Migrating, "steps" | "version">) => {
  const taken = await takenIn(db);
  if (taken.some((name) => !(name in steps))) await admit(db, version);
  return Object.keys(steps).every((name) => taken.includes(name));
};
