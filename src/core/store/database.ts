import { AsyncLocalStorage } from "node:async_hooks";
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, type Transaction as KyselyTransaction, sql } from "kysely";
import { StoreError, sayFault } from "./fault.ts";
import { isReadable, type Migrating, migrate } from "./migrate.ts";
import { migrations, oldestProgram } from "./migrations.ts";
import type { Schema } from "./schema.ts";
import { sqliteDialect } from "./sqlite.ts";

export { StoreError };
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

/** SQLite's SQLITE_BUSY: somebody else has it. */
const BUSY = 5;
const codeIn = (error: unknown): unknown =>
  typeof error === "object" && error !== null && "errcode" in error ? error.errcode : undefined;

/** Two processes on one file would post twice. The lock is SQLite's own, on a small file beside; a killed process frees it. */
const lock = (file: string): DatabaseSync => {
  const held = new DatabaseSync(`${file}.lock`);
  try {
    held.exec("pragma locking_mode = exclusive; begin exclusive");
    return held;
  } catch (error) {
    held.close();
    if (codeIn(error) !== BUSY) throw error;
    throw new StoreError(`Another Rostrum is running on ${file}. Stop it first, or set DATABASE_URL to another file.`);
  }
};

/** What SQLite or PostgreSQL has against it, in words and with where. */
const named = (error: unknown, where: string): unknown => {
  const said = error instanceof StoreError ? undefined : sayFault(error);
  return said === undefined ? error : new StoreError(`${where}: ${said}`);
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
  let held: DatabaseSync | undefined;
  try {
    held = lock(file);
    const db = new DatabaseSync(file);
    // FULL: a committed intent survives a power cut (delivery.md R1).
    db.exec("pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 2000");
    return { db, held };
  } catch (error) {
    held?.close();
    throw named(error, file);
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

/** Beside a program that runs: without its lock, and nothing can be changed. */
const readSqlite = (url: string): Opened => {
  const file = url.replace(/^file:/, "");
  if (!existsSync(file)) throw new StoreError(`There is no database ${file} yet. Start Rostrum once: npm start.`);
  const db = new DatabaseSync(file, { readOnly: true, timeout: 2000 });
  const kysely = new Kysely<Schema>({ dialect: sqliteDialect(db, guard, "begin") });
  return { kysely, description: file, alone: false, release: () => undefined };
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

export const isPostgres = (url: string): boolean => /^postgres(ql)?:/.test(url);

/** Once what it was opened for is done; else it is closed again, and the error goes on in words. */
const toStore = async (opened: Opened, ready: (kysely: Kysely<Schema>) => Promise<void>): Promise<Store> => {
  const { kysely, description, alone, release } = opened;
  const close = async (): Promise<void> => {
    await kysely.destroy();
    release();
  };
  try {
    await ready(kysely);
  } catch (error) {
    await close();
    throw named(error, description);
  }
  return { transact: createTransact(kysely), description, alone, close };
};

/** What is told of this program and its schema; a test may tell another. */
type Given = Partial<Migrating>;
const known = (given: Given): Migrating => ({
  steps: migrations,
  oldest: oldestProgram,
  version: "0",
  told: () => undefined,
  ...given,
});

/**
 * @param url `file:state/rostrum.sqlite`; `postgres://user:password@host/name`; or `:memory:`, which ends with the process.
 * Throws StoreError.
 */
export const openStore = async (url: string, given: Given = {}): Promise<Store> =>
  toStore(isPostgres(url) ? await openPostgres(url) : openSqlite(url), (kysely) => migrate(kysely, known(given)));

/** The same to look into only, beside a program that runs on it. Throws StoreError, also where the schema is not of today. */
export const openReader = async (url: string, given: Given = {}): Promise<Store> => {
  const opened = isPostgres(url) ? await openPostgres(url) : readSqlite(url);
  return toStore(opened, async (kysely) => {
    if (await isReadable(kysely, known(given))) return;
    throw new StoreError(
      `${opened.description} was last used by an older Rostrum. Start this version once, so that it is brought up to date: npm start.`,
    );
  });
};
