import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";

/** node:sqlite takes a Date or a plain object as named parameters and binds NULL in silence; here it is an error. */
const toBindable = (value: unknown): SQLInputValue => {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "bigint")
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`cannot bind a ${typeof value}`);
};

/** Statements kept ready: about as many as the house has; what was used longest ago makes room. */
const STATEMENTS = 256;

/** SQLite prepares a kept statement anew by itself when the schema changes. */
const createPrepare = (db: DatabaseSync): ((sql: string) => StatementSync) => {
  const kept = new Map<string, StatementSync>();
  return (sql) => {
    const statement = kept.get(sql) ?? db.prepare(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    const [oldest] = kept.keys();
    if (kept.size > STATEMENTS && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
};

const createConnection = (prepare: (sql: string) => StatementSync): DatabaseConnection => ({
  async executeQuery<R>({ sql, parameters }: CompiledQuery) {
    const statement = prepare(sql);
    const values = parameters.map(toBindable);
    if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(...values).changes) };
  },
  // biome-ignore lint/correctness/useYield: a stream would hold the one connection across awaits
  async *streamQuery() {
    throw new Error("page by key instead of streaming");
  },
});

/**
 * Kysely over node:sqlite, one connection, first come first served. What the usual wrapper gets wrong (stack.md): the
 * root used inside a transaction hangs for ever (`guard` throws instead), a failed statement may have rolled back
 * already, and DDL is transactional here.
 */
export const sqliteDialect = (db: DatabaseSync, guard: () => void, begin = "begin immediate"): Dialect => {
  const connection = createConnection(createPrepare(db));
  let tail: Promise<void> = Promise.resolve();
  let free = (): void => undefined;
  const run = async (sql: string): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createAdapter: () =>
      Object.defineProperties(new SqliteAdapter(), {
        supportsMultipleConnections: { value: true },
        supportsTransactionalDdl: { value: true },
      }),
    createDriver: () => ({
      init: async () => undefined,
      destroy: async () => db.close(),
      releaseConnection: async () => free(),
      async acquireConnection() {
        guard();
        const before = tail;
        let next = (): void => undefined;
        tail = new Promise((resolve) => {
          next = resolve;
        });
        await before;
        free = next;
        return connection;
      },
      // A deferred transaction that turns into a writer fails at once (SQLite 517), so it begins as one.
      beginTransaction: () => run(begin),
      commitTransaction: () => run("commit"),
      rollbackTransaction: async () => {
        if (db.isTransaction) await run("rollback");
      },
    }),
  };
};
