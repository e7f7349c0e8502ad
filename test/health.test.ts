import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openStore, type Store } from "../src/core/store/database.ts";
import { createHealth } from "../src/health.ts";
import { createPulse, type Pulse } from "../src/pulse.ts";
import { createMemoryPlatform } from "./support/memory.ts";

let now = 0;
let pulse: Pulse;
let store: Store;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  now = 0;
  pulse = createPulse({ monotonicMs: () => now });
  store = await openStore(":memory:");
});
afterEach(async () => {
  pulse.stop();
  vi.useRealTimers();
  await store.close();
});

const discord = createMemoryPlatform("discord");
const healthOf = (given: Partial<Parameters<typeof createHealth>[0]> = {}) =>
  createHealth({
    ...{ version: "1", pulse, now: () => now, folder: undefined, isRead: () => true, clockFault: () => undefined },
    platforms: () => [discord],
    stores: () => [store],
    ...given,
  });
/** So much time passes, and the program is alive in it. */
const pass = (ms: number): void => {
  for (let passed = 0; passed < ms; passed += 1_000) {
    now += 1_000;
    vi.advanceTimersByTime(1_000);
  }
};

describe("health", () => {
  it("is well, live and ready when nothing is wrong", async () => {
    expect(await healthOf()()).toMatchObject({ well: true, live: true, ready: true, because: [] });
  });

  it("is not live when the schedule has not been looked at for two minutes, and is again after a look", async () => {
    const health = healthOf();
    pass(119_000);
    expect(await health()).toMatchObject({ live: true });
    pass(2_000);
    expect(await health()).toMatchObject({
      ...{ well: false, live: false, ready: false },
      because: [expect.stringContaining("was not looked at for 121 s, so nothing is posted. Start Rostrum again")],
    });
    pulse.beat();
    expect(await health()).toMatchObject({ well: true, live: true, ready: true });
  });

  it("is not ready for a minute after the event loop stood still for five seconds, and lives", async () => {
    const health = healthOf();
    pass(3_000);
    // The timer comes seven seconds late.
    now += 7_000;
    pass(1_000);
    expect(await health()).toMatchObject({
      ...{ well: true, live: true, ready: false },
      because: [expect.stringContaining("Rostrum stood still for 7 s within the last minute.")],
    });
    pass(61_000);
    pulse.beat();
    expect(await health()).toMatchObject({ ready: true });
  });

  it("is not ready while the clock is wrong or in doubt, and says what happens to posts (F16)", async () => {
    expect(await healthOf({ clockFault: () => "wrong" })()).toMatchObject({
      ...{ live: true, ready: false },
      because: [expect.stringMatching(/^The clock of this machine is wrong\. Posts go out by the platforms' time/)],
    });
    expect(await healthOf({ clockFault: () => "unknown" })()).toMatchObject({
      ...{ live: true, ready: false },
      because: [expect.stringContaining("nothing is posted until one answers")],
    });
  });

  it("is red within ten seconds of a full disk, says to make room, and recovers by itself (F11)", async () => {
    const full = new DatabaseSync(":memory:");
    full.exec("create table t (x text); pragma max_page_count = 2");
    let isFull = false;
    const filling: Store = {
      ...store,
      transact: (run) => {
        if (isFull) full.exec(`insert into t values ('${"x".repeat(20_000)}')`);
        return store.transact(run);
      },
    };
    const health = healthOf({ stores: () => [{ ...filling, transact: async (run) => filling.transact(run) }] });
    expect(await health()).toMatchObject({ well: true });
    isFull = true;
    pass(3_000);
    expect(await health()).toMatchObject({
      ...{ well: false, live: true, ready: false },
      because: [expect.stringMatching(/^The disk is full.*Make room/)],
    });
    isFull = false;
    pass(3_000);
    expect(await health()).toMatchObject({ well: true, ready: true });
  });

  it("writes to the database no more often than every two seconds, however often it is asked", async () => {
    let tried = 0;
    const counted: Store = {
      ...store,
      transact: (run) => store.transact((trx) => run(trx)).finally(() => void tried++),
    };
    const health = healthOf({ stores: () => [counted] });
    await Promise.all(Array.from({ length: 100 }, () => health()));
    expect(tried).toBe(1);
    pass(3_000);
    await health();
    expect(tried).toBe(2);
  });

  it("is not ready before the record is read, nor before a platform is there", async () => {
    expect(await healthOf({ isRead: () => false })()).toMatchObject({
      ...{ well: true, live: true, ready: false },
      because: ["The record is being read."],
    });
    expect(await healthOf({ platforms: () => [] })()).toMatchObject({
      ...{ ready: false, because: ["The platforms are being loaded."] },
    });
    expect(await healthOf({ folder: "/nowhere/at/all" })()).toMatchObject({ well: false, ready: false });
  });
});
