import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/core/store/database.ts";
import { createVault } from "../../src/core/vault.ts";
import { createTurnedClock } from "../support/clock.ts";
import { openPostgres, type Postgres } from "../support/postgres.ts";

let postgres: Postgres;
beforeAll(async () => {
  postgres = await openPostgres();
}, 60_000);
afterAll(() => postgres?.stop());

describe.each([
  ["SQLite", async (): Promise<string> => ":memory:"],
  ["PostgreSQL", (): Promise<string> => postgres.fresh()],
] as const)("a vault on %s", (_name, address) => {
  const open = async () => {
    const url = await address();
    const store = await openStore(url);
    const clock = createTurnedClock("2026-11-24T10:00:00Z");
    // Another process has a connection of its own where there can be one.
    const other = url === ":memory:" ? store : await openStore(url);
    const [mine, theirs] = [store, other].map((one) =>
      createVault({ store: one, clock, platform: "slack", secret: "a secret" }),
    ) as [ReturnType<typeof createVault>, ReturnType<typeof createVault>];
    const close = async (): Promise<void> => {
      await store.close();
      if (other !== store) await other.close();
    };
    return { mine, theirs, clock, close, store };
  };

  it("keeps, exchanges and removes words, each by its key", async () => {
    const { mine, theirs, close } = await open();
    await mine.keep("T1", "one");
    await mine.keep("T2", "two");
    await mine.keep("T1", "anew");
    expect((await theirs.list()).map(({ key, word }) => [key, word])).toEqual([
      ["T1", "anew"],
      ["T2", "two"],
    ]);
    expect(await theirs.remove("T1")).toBe(true);
    expect(await mine.remove("T1")).toBe(false);
    expect(await mine.read("T1")).toBeUndefined();
    await close();
  });

  it("gives a claim to one of many, and to another once it is over", async () => {
    const { mine, theirs, clock, close } = await open();
    await mine.keep("T1", "one");
    const kept = await mine.read("T1");
    if (kept === undefined) throw new Error("nothing was kept");
    const claims = await Promise.all([mine, theirs, mine, theirs].map((one) => one.claim(kept, 30_000)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    clock.set(clock.now().add({ seconds: 31 }));
    expect(await theirs.claim(kept, 30_000)).toBe(true);
    expect(await theirs.exchange(kept, "next")).toBe(true);
    expect((await mine.read("T1"))?.word).toBe("next");
    await close();
  });

  it("writes nothing over what came since it was read", async () => {
    const { mine, theirs, close } = await open();
    await mine.keep("T1", "one");
    const kept = await mine.read("T1");
    if (kept === undefined) throw new Error("nothing was kept");
    await theirs.remove("T1");
    expect(await mine.exchange(kept, "late")).toBe(false);
    await theirs.keep("T1", "installed anew");
    expect(await mine.exchange(kept, "late")).toBe(false);
    expect(await mine.claim(kept, 30_000)).toBe(false);
    expect((await mine.read("T1"))?.word).toBe("installed anew");
    await close();
  });

  it("knows an id the second time, whoever comes with it", async () => {
    const { mine, theirs, close } = await open();
    const known = await Promise.all([mine, theirs, mine, theirs].map((one) => one.once("state/1")));
    expect(known.filter(Boolean)).toHaveLength(1);
    expect(await mine.once("state/2")).toBe(true);
    await close();
  });

  it("opens nothing that somebody changed in the database", async () => {
    const { mine, close, store } = await open();
    await mine.keep("T1", "one");
    const [row] = await store.transact((trx) => trx.selectFrom("installations").selectAll().execute());
    const sealed = row?.sealed ?? "";
    for (const changed of ["", "AAAA", `A${sealed.slice(1)}`, sealed.slice(0, -2), `${sealed}AAAA`]) {
      if (changed === sealed) continue;
      await store.transact((trx) => trx.updateTable("installations").set({ sealed: changed }).execute());
      expect((await mine.read("T1"))?.word, changed).toBeUndefined();
    }
    await close();
  });
});
