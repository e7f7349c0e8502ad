import { AsyncLocalStorage } from "node:async_hooks";
import { accessSync, constants, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, type Transaction as KyselyTransaction, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { migrations } from "./migrations.ts";
import type { Schema } from "./schema.ts";
import { sqliteDialect } from "./sqlite.ts";

export type Transaction = KyselyTransaction<Schema>;

/** The database. Only the bot, the dispatcher and main hold it; a command gets a transaction of it. */
export interface Store {
  /** Serializable. Nothing but the transaction is awaited inside; `run` may be run again where the database asks for it. */
  transact<T>(run: (trx: Transaction) => Promise<T>): Promise<T>;
  /** For people: where the data is, without secrets. */
  readonly description: string;
  /** Whether no other process can hold rows of this database, so that what it left behind may be taken over at once. */
  readonly alone: boolean;
  close(): Promise<void>;
}

/** What keeps the store from opening: a sentence that says what to do. */
export class StoreError extends Error {}

const inside = new AsyncLocalStorage<true>();
const guard = (): void => {
  if (inside.getStore()) throw new Error("the root of the store was used inside a transaction");
};

/** PostgreSQL asks for another try: serialization failure, deadlock (Appendix A of its documentation). */
const AGAIN = /^(40001|40P01)$/;
const TRIES = 10;

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";

const createTransact =
  (db: Kysely<Schema>): Store["transact"] =>
  async (run) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await db
          .transaction()
          .setIsolationLevel("serializable")
          .execute((trx) => inside.run(true, () => run(trx)));
      } catch (error) {
        if (attempt === TRIES || !AGAIN.test(codeOf(error))) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * 2 ** attempt));
      }
    }
  };

type Steps = Readonly<Record<string, Migration>>;

/** Whether the last step taken is our last: then there is nothing to do, as at nearly every start. */
const isNewest = async (db: Kysely<Schema>, steps: Steps): Promise<boolean> => {
  const last = await sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`
    .execute(db)
    .catch(() => undefined);
  return last?.rows[0]?.name === Object.keys(steps).sort().at(-1);
};

/** Forward to the newest schema. A database from a newer program is refused: its meaning is not known here. */
const migrate = async (db: Kysely<Schema>, steps: Steps): Promise<void> => {
  if (await isNewest(db, steps)) return;
  const { Migrator } = await import("kysely/migration");
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...steps }) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const said = error instanceof Error ? error.message : String(error);
  if (/previously executed migration .* is missing/.test(said))
    throw new StoreError(
      "The database was written by a newer Rostrum. Start that version, or restore a backup from before it.",
    );
  throw error;
};

/** Two processes on one file would post twice. The lock is SQLite's own, on a small file beside; a killed process frees it. */
const lock = (file: string): DatabaseSync => {
  const held = new DatabaseSync(`${file}.lock`);
  try {
    held.exec("pragma locking_mode = exclusive; begin exclusive");
    return held;
  } catch {
    held.close();
    throw new StoreError(`Another Rostrum is running on ${file}. Stop it first, or set DATABASE_URL to another file.`);
  }
};

const openFile = (file: string): { db: DatabaseSync; held: DatabaseSync } => {
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new StoreError(
      `Rostrum may not write to the folder ${folder}. Give it that right, or set DATABASE_URL to a file elsewhere.`,
    );
  }
  const held = lock(file);
  try {
    const db = new DatabaseSync(file);
    // FULL: a committed intent survives a power cut (delivery.md R1).
    db.exec("pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 2000");
    return { db, held };
  } catch (error) {
    held.close();
    const said = error instanceof Error ? error.message : String(error);
    throw new StoreError(
      `The file ${file} cannot be opened as a database (${said}). Restore a backup, or set DATABASE_URL to another file.`,
    );
  }
};

interface Opened {
  readonly kysely: Kysely<Schema>;
  readonly description: string;
  readonly alone: boolean;
  readonly release: () => void;
}

const openSqlite = (url: string): Opened => {
  const file = url === ":memory:" ? undefined : url.replace(/^file:/, "");
  const { db, held } = file === undefined ? { db: new DatabaseSync(":memory:"), held: undefined } : openFile(file);
  const kysely = new Kysely<Schema>({ dialect: sqliteDialect(db, guard) });
  return { kysely, description: file ?? "memory", alone: true, release: () => held?.close() };
};

const openPostgres = async (url: string): Promise<Opened> => {
  if (!URL.canParse(url))
    throw new StoreError("DATABASE_URL is no address. Write special characters of the password as %23 and so on.");
  // Loaded only where it is used.
  const { postgresDialect, describePostgres } = await import("./postgres.ts");
  const kysely = new Kysely<Schema>({ dialect: postgresDialect(url, guard, () => undefined) });
  const description = describePostgres(url);
  try {
    await sql`select 1`.execute(kysely);
  } catch (error) {
    await kysely.destroy();
    throw new StoreError(
      `${description} cannot be reached (${codeOf(error) || "no answer"}). Check DATABASE_URL, and that PostgreSQL runs.`,
    );
  }
  return { kysely, description, alone: false, release: () => undefined };
};

/**
 * @param url `file:state/rostrum.sqlite`; `postgres://user:password@host/name`; or `:memory:`, which ends with the process.
 * Throws StoreError.
 */
export const openStore = async (url: string, steps = migrations): Promise<Store> => {
  const { kysely, description, alone, release } = /^postgres(ql)?:/.test(url)
    ? await openPostgres(url)
    : openSqlite(url);
  const close = async (): Promise<void> => {
    await kysely.destroy();
    release();
  };
  try {
    await migrate(kysely, steps);
  } catch (error) {
    await close();
    throw error;
  }
  return { transact: createTransact(kysely), description, alone, close };
};
