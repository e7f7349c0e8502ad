import { type DatabaseConnection, type Dialect, PostgresDialect } from "kysely";
import pg from "pg";

/** PostgreSQL gives 64-bit integers as strings; ours are milliseconds and counts, far below 2^53. */
const INT8 = 20;
pg.types.setTypeParser(INT8, Number);

/** @param guard throws when the root of the store is used inside a transaction. */
export const postgresDialect = (url: string, guard: () => void, onError: (error: Error) => void): Dialect => {
  // synchronous_commit: a committed intent survives a power cut (delivery.md R1).
  const pool = new pg.Pool({ connectionString: url, max: 8, options: "-c synchronous_commit=on" });
  // Without a listener a connection that breaks while idle ends the process.
  pool.on("error", onError);
  const dialect = new PostgresDialect({ pool });
  return {
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (kysely) => dialect.createIntrospector(kysely),
    createDriver: () => {
      const driver = dialect.createDriver();
      return new Proxy(driver, {
        get: (target, name) => {
          if (name === "acquireConnection")
            return (): Promise<DatabaseConnection> => {
              guard();
              return target.acquireConnection();
            };
          const member: unknown = Reflect.get(target, name);
          return typeof member === "function" ? member.bind(target) : member;
        },
      });
    },
  };
};

/** "host:5432/name": where the data is, without user and password. */
export const describePostgres = (url: string): string => {
  const { host, pathname } = new URL(url);
  return `PostgreSQL ${host}${pathname}`;
};
