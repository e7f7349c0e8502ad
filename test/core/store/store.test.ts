import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, StoreError } from "../../../src/core/store/database.ts";
import { migrations } from "../../../src/core/store/migrations.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "store-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const url = (): string => `file:${join(folder, "rostrum.sqlite")}`;

describe("the store", () => {
  it("keeps what was committed, and nothing of what was not", async () => {
    const store = await openStore(url());
    await store.transact((trx) => trx.insertInto("memory").values({ key: "kept", value: "1" }).execute());
    await expect(
      store.transact(async (trx) => {
        await trx.insertInto("memory").values({ key: "lost", value: "1" }).execute();
        throw new Error("on the way");
      }),
    ).rejects.toThrow("on the way");
    await store.close();
    const again = await openStore(url());
    expect(
      await again.transact((trx) => trx.selectFrom("memory").select("key").where("value", "=", "1").execute()),
    ).toEqual([{ key: "kept" }]);
    await again.close();
  });

  it("refuses a second process on the same file, and the file is free again when the first is killed", async () => {
    const program = `import { openStore } from "${process.cwd()}/src/core/store/database.ts"; await openStore("${url()}"); console.log("open"); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    await expect(openStore(url())).rejects.toThrow(/^Another Rostrum is running on .*rostrum\.sqlite\. Stop it first/);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    await (await openStore(url())).close();
  });

  it.each(Object.keys(migrations).map((name, n) => [name, n + 1] as const))(
    "takes on a database as it was after %s",
    async (_name, count) => {
      const earlier = await openStore(url(), {
        steps: Object.fromEntries(Object.entries(migrations).slice(0, count)),
      });
      await earlier.transact((trx) => trx.insertInto("memory").values({ key: "a", value: "b" }).execute());
      await earlier.close();
      const now = await openStore(url());
      expect(
        await now.transact((trx) => trx.selectFrom("memory").select("value").where("key", "=", "a").execute()),
      ).toEqual([{ value: "b" }]);
      expect(await now.transact((trx) => trx.selectFrom("deliveries").selectAll().execute())).toEqual([]);
      expect(await now.transact((trx) => trx.selectFrom("announcements").selectAll().execute())).toEqual([]);
      await now.close();
    },
  );

  it("keeps the text of announcements that had one for all languages", async () => {
    const names = Object.entries(migrations).filter(([name]) => name < "2026-11-25-3-announcements");
    const before = await openStore(url(), { steps: Object.fromEntries(names) });
    const row = { id: "a", text: 'Join "us"', when_json: "{}", made_by: "x", made_at: 1 };
    await before.transact((trx) =>
      trx
        .insertInto("announcements")
        .values(row as never)
        .execute(),
    );
    await before.close();
    const now = await openStore(url());
    const rows = await now.transact((trx) => trx.selectFrom("announcements").select("texts_json").execute());
    expect(rows).toEqual([{ texts_json: JSON.stringify({ und: 'Join "us"' }) }]);
    await now.close();
  });

  it("leaves nothing of a migration that fails", async () => {
    await (await openStore(url())).close();
    const { migrations } = await import("../../../src/core/store/migrations.ts");
    const broken = {
      ...migrations,
      "9999-broken": {
        up: async (db: never) => {
          const { sql } = await import("kysely");
          await sql`create table half (x integer)`.execute(db);
          throw new Error("no further");
        },
      },
    };
    await expect(openStore(url(), { steps: broken })).rejects.toThrow("no further");
    const store = await openStore(url());
    await expect(
      store.transact(async (trx) => (await import("kysely")).sql`select * from half`.execute(trx)),
    ).rejects.toThrow(/no such table/);
    await store.close();
  });

  it("refuses a folder it may not write to, and a file that is no database, with a sentence", async () => {
    writeFileSync(join(folder, "file"), "");
    await expect(openStore(`file:${join(folder, "file", "x.sqlite")}`)).rejects.toThrow(StoreError);
    writeFileSync(
      join(folder, "rostrum.sqlite"),
      "this is a letter to my aunt, long enough to be read as a header of a database",
    );
    await expect(openStore(url())).rejects.toThrow(/The database file is damaged/);
    if (process.getuid?.() !== 0) {
      chmodSync(folder, 0o500);
      await expect(openStore(url())).rejects.toThrow(/may not write/);
    }
  });

  it("used by its root inside a transaction is an error, not a hang", async () => {
    const store = await openStore(":memory:");
    await expect(store.transact(() => store.transact(async () => 1))).rejects.toThrow("inside a transaction");
    expect(await store.transact(async () => 2)).toBe(2);
    await store.close();
  });

  it("takes no Date and no plain object for a value", async () => {
    const store = await openStore(":memory:");
    const bad = { key: "x", value: new Date() as unknown as string };
    await expect(store.transact((trx) => trx.insertInto("memory").values(bad).execute())).rejects.toThrow(
      "cannot bind a object",
    );
    await store.close();
  });

  it("finds what is due, the next webinar and people by index", async () => {
    const store = await openStore(":memory:");
    const { sql } = await import("kysely");
    const plan = (query: string) =>
      store.transact(async (trx) =>
        (await sql<{ detail: string }>`${sql.raw(`explain query plan ${query}`)}`.execute(trx)).rows
          .map(({ detail }) => detail)
          .join(),
      );
    expect(await plan("select * from deliveries where next_at <= 5 order by next_at limit 200")).toContain(
      "USING INDEX deliveries_next",
    );
    expect(
      await plan("select * from webinars where status = 'planned' and starts_at > 5 order by starts_at"),
    ).toContain("USING INDEX webinars_start");
    expect(await plan("select distinct person from names where token >= 'a' and token <= 'b'")).toMatch(
      /USING (COVERING )?INDEX/,
    );
    await store.close();
  });
});
