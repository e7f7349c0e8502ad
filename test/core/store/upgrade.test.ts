import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReader, openStore } from "../../../src/core/store/database.ts";
import { isOlder } from "../../../src/core/store/migrate.ts";
import { migrations } from "../../../src/core/store/migrations.ts";
import { openPostgres, type Postgres } from "../../support/postgres.ts";

let folder: string;
let postgres: Postgres;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "upgrade-"));
  postgres = await openPostgres();
}, 60_000);
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Tomorrow's program: one step more, which makes a table. */
const later = (name: string, up = `create table ${name} (x integer)`) => ({
  ...migrations,
  [`9999-${name}`]: { up: async (db: never) => void (await sql.raw(up).execute(db)) },
});
let count = 0;
describe.each([
  ["SQLite", async () => `file:${join(folder, `${++count}.sqlite`)}`],
  ["PostgreSQL", () => postgres.fresh()],
] as const)("a database on %s", (_name, fresh) => {
  it("that a newer program changed is used by an older one as far as that one allows, and refused with what to do otherwise", async () => {
    const url = await fresh();
    const newer = { steps: later("one"), oldest: "0.2.0", version: "0.3.0" };
    await (await openStore(url, newer)).close();
    for (const open of [openStore, openReader])
      await expect(open(url, { version: "0.1.9" })).rejects.toThrow(
        "The database was written by a newer Rostrum: it takes 0.2.0 at least, and this is 0.1.9. Start that version, or restore a backup from before it.",
      );
    const allowed = await openStore(url, { version: "0.2.0" });
    await allowed.transact((trx) => trx.insertInto("memory").values({ key: "a", value: "b" }).execute());
    await allowed.close();
    await (await openStore(url, newer)).close();
  });

  it("goes forward step by step, each told and kept by itself: one that fails leaves nothing, those before it stay", async () => {
    const url = await fresh();
    await (await openStore(url)).close();
    const told: string[] = [];
    const broken = {
      ...later("one"),
      "9999-two": {
        up: async (db: never) => {
          await sql.raw("create table half (x integer)").execute(db);
          throw new Error("no further");
        },
      },
    };
    const given = { version: "0.1.0", told: (nth: number, of: number) => void told.push(`${nth}/${of}`) };
    await expect(openStore(url, { ...given, steps: broken })).rejects.toThrow("no further");
    expect(told).toEqual(["1/2", "2/2"]);
    const reader = await openReader(url, { steps: later("one") });
    await reader.transact((trx) => sql.raw("select * from one").execute(trx));
    await expect(reader.transact((trx) => sql.raw("select * from half").execute(trx))).rejects.toThrow();
    await reader.close();
  });

  it("of yesterday is not read by today's scripts before it has been brought up to date", async () => {
    const url = await fresh();
    const first = Object.fromEntries(Object.entries(migrations).slice(0, 3));
    await (await openStore(url, { steps: first })).close();
    await expect(openReader(url)).rejects.toThrow(
      "Start this version once, so that it is brought up to date: npm start.",
    );
    await (await openStore(url)).close();
    await (await openReader(url)).close();
  });
});

describe("versions", () => {
  it.each([
    ["0.1.0", "0.1.0", false],
    ["0.1.9", "0.2.0", true],
    ["0.10.0", "0.9.1", false],
    ["1.0.0", "0.9.9", false],
    ["0", "0.1.0", true],
    ["0.2.0-rc.1", "0.2.0", false],
  ])("%s comes before %s: %s", (one, other, is) => {
    expect(isOlder(one, other)).toBe(is);
  });
});
