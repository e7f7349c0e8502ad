import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDispatcher } from "../../src/core/delivery/dispatcher.ts";
import { planNow } from "../../src/core/delivery/plan.ts";
import { openStore, type Store, type Transaction } from "../../src/core/store/database.ts";
import { addDeliveries } from "../../src/core/store/deliveries.ts";
import { loadRecord } from "../../src/record/load.ts";
import { readRecord } from "../../src/record/read.ts";
import { createTurnedClock } from "../support/clock.ts";
import { type House, openHouse } from "../support/house.ts";
import { createMemoryPlatform } from "../support/memory.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
});
afterEach(() => house.close());

const file = (date: string, status = "planned") =>
  `webinar: attack\nstatus: ${status}\ntitle: { en: Attack }\ndate: "${date}"\nhour: { time: "17:00", zone: Asia/Tokyo, minutes: 90 }\n`;
const folderWith = (text: string): string => {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  cpSync("data", folder, { recursive: true });
  writeFileSync(join(folder, "webinars", "attack.yaml"), text);
  return folder;
};
const reload = async (folder: string, text: string, now: string) => {
  writeFileSync(join(folder, "webinars", "attack.yaml"), text);
  await loadRecord(house.store, readRecord(folder), Temporal.Instant.from(now));
  await house.restart();
};

describe("an announcement that counts from a webinar", () => {
  it("follows when the webinar moves, as its preview promises", async () => {
    await house.close();
    const folder = folderWith(file("2026-12-05"));
    house = await openHouse("2026-11-23T19:00:00Z", { data: folder });
    const organiser = await house.somebody({ name: "Oki", rank: "organiser" });
    const preview = await organiser.say(
      '/announce schedule text:"Tomorrow!" when:"1d before" webinar:attack where:discord',
    );
    expect(preview.text).toContain("It follows when the webinar moves.");
    await organiser.press("Schedule");
    await reload(folder, file("2026-12-19"), "2026-11-23T20:00:00Z");
    await house.turnTo("2026-12-05T00:00:00Z");
    expect(house.posts("announcements").map(({ text }) => text)).toEqual([]);
  });

  it("does not go out for a webinar that was cancelled, or made a draft again", async () => {
    await house.close();
    const folder = folderWith(file("2026-12-05"));
    house = await openHouse("2026-11-23T19:00:00Z", { data: folder });
    const organiser = await house.somebody({ name: "Oki", rank: "organiser" });
    await organiser.say('/announce schedule text:"Join us tomorrow" when:"1d before" webinar:attack where:discord');
    await organiser.press("Schedule");
    await reload(folder, file("2026-12-05", "draft"), "2026-11-23T20:00:00Z");
    await house.turnTo("2026-12-05T00:00:00Z");
    expect(house.posts("announcements").map(({ text }) => text)).toEqual([]);
  });
});

describe("a member who shares", () => {
  it("where the bot may not write cannot fill the organisers' desk", async () => {
    const mei = await house.somebody({ channel: "private-talk" });
    for (let n = 0; n < 60; n++) {
      house.discord.disturb("refuse");
      await mei.say("/webinar next");
      await mei.press("Share here");
    }
    await house.turnTo("2026-11-23T19:02:00Z");
    expect(house.posts("desk").length).toBeLessThan(3);
  });

  it("is told that it cannot be, where the bot may not write", async () => {
    house.discord.lacks.set("private-talk", ["send"]);
    const mei = await house.somebody({ channel: "private-talk" });
    await mei.say("/webinar next");
    expect((await mei.press("Share here")).text).not.toContain("Posting it here for everyone.");
  });
});

/** The store, failing as told: the n-th transaction from now, or all while this is so. */
const failing = (store: Store) => {
  const next: boolean[] = [];
  let when = (): boolean => false;
  let after = async (): Promise<void> => undefined;
  return {
    ...store,
    afterEach: (given: () => Promise<void>) => {
      after = given;
    },
    plan: (...fails: boolean[]) => void next.push(...fails),
    failWhile: (given: () => boolean) => {
      when = given;
    },
    async transact<T>(run: (trx: Transaction) => Promise<T>): Promise<T> {
      const fails = next.shift() === true || when();
      if (fails) throw new Error("connection reset");
      const value = await store.transact(run);
      await after();
      return value;
    },
  };
};

const ground = async (now = "2026-11-23T19:00:00Z") => {
  const clock = createTurnedClock(now);
  const inner = await openStore(":memory:");
  const store = failing(inner);
  const discord = createMemoryPlatform("discord");
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const dispatcher = createDispatcher({ store, clock, platforms: new Map([["discord", discord]]), log });
  const add = (what: string, channel = "a", after = 0) =>
    inner.transact((trx) =>
      addDeliveries(trx, [
        planNow({
          what,
          to: { platform: "discord", space: "guild", channel },
          message: { kind: "message", blocks: [] },
          now: clock.now().epochMilliseconds + after,
          lateMs: 86_400_000,
        }),
      ]),
    );
  const states = () =>
    inner.transact((trx) => trx.selectFrom("deliveries").select(["what", "state", "cause"]).execute());
  return { clock, inner, store, discord, dispatcher, add, states };
};

describe("one failure of the database", () => {
  it("does not end a delivery that had only been asked to wait before", async () => {
    const { clock, store, discord, dispatcher, add, states } = await ground();
    await add("announcement/x");
    discord.disturb("limit", "limit");
    await dispatcher.tick();
    clock.set(clock.now().add({ seconds: 10 }));
    await dispatcher.tick();
    clock.set(clock.now().add({ seconds: 20 }));
    // transactions: due (ok), intend (fails)
    store.plan(false, true);
    await dispatcher.tick();
    clock.set(clock.now().add({ minutes: 5 }));
    await dispatcher.tick();
    expect(await states()).toMatchObject([{ state: "sent" }]);
    await dispatcher.stop();
  });

  it("does not turn an answer that did arrive into a question to people", async () => {
    const { store, discord, dispatcher, add, states } = await ground();
    await add("announcement/x");
    // The next thing is to record it.
    let failed = 0;
    store.failWhile(() => discord.posted.length > 0 && failed++ < 4);
    await dispatcher.tick();
    expect(discord.posted).toHaveLength(1);
    expect(failed).toBeGreaterThan(4);
    expect(await states()).toMatchObject([{ state: "sent" }]);
    await dispatcher.stop();
  });
});

describe("a database that fails for long after a post", () => {
  it("loses nothing: once the claim is over, the place is read and the post is found", async () => {
    const { clock, store, discord, dispatcher, add, states } = await ground();
    await add("announcement/x");
    let isBroken = true;
    store.failWhile(() => isBroken && discord.posted.length > 0);
    await dispatcher.tick();
    expect(await states()).toMatchObject([{ state: "sending" }]);
    isBroken = false;
    for (const seconds of [30, 31, 40]) {
      clock.set(clock.now().add({ seconds }));
      await dispatcher.tick();
    }
    expect(await states()).toMatchObject([{ state: "sent" }]);
    expect(discord.posted).toHaveLength(1);
    await dispatcher.stop();
  });
});

describe("an intent that has grown old before anything left, the machine having stood still", () => {
  it("is given back, and the post leaves at once by a new one", async () => {
    const { clock, store, discord, dispatcher, add, states } = await ground();
    await add("announcement/x");
    let stood = false;
    store.afterEach(async () => {
      if (stood || (await states())[0]?.state !== "sending") return;
      stood = true;
      clock.set(clock.now().add({ milliseconds: 5_001 }));
    });
    await dispatcher.tick();
    expect([stood, discord.attempts()]).toEqual([true, 1]);
    expect(await states()).toMatchObject([{ state: "sent" }]);
    await dispatcher.stop();
  });
});

describe("a place whose platform hangs", () => {
  it("does not hold up another place", async () => {
    const { clock, discord, dispatcher, add } = await ground();
    await add("share/1", "slow");
    await add("announcement/x", "fast", 1000);
    let release = (): void => undefined;
    const hang = new Promise<void>((resolve) => {
      release = resolve;
    });
    const post = discord.post;
    Object.assign(discord, {
      post: async (frozen: Parameters<typeof post>[0]) => {
        if (frozen.to.channel === "slow") await hang;
        return post(frozen);
      },
    });
    void dispatcher.tick();
    await new Promise((resolve) => setTimeout(resolve, 20));
    clock.set(clock.now().add({ seconds: 2 }));
    void dispatcher.tick();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = discord.posted.map(({ channel }) => channel);
    release();
    await dispatcher.tick();
    await dispatcher.stop();
    expect(before).toEqual(["fast"]);
  });

  it("does not hold up another place with a long queue of its own", async () => {
    const { clock, discord, dispatcher, add } = await ground();
    for (let n = 0; n < 250; n++) await add(`share/${n}`, "slow");
    await add("announcement/x", "fast", 1);
    clock.set(clock.now().add({ seconds: 2 }));
    let _taken = 0;
    const post = discord.post;
    Object.assign(discord, {
      post: async (frozen: Parameters<typeof post>[0]) => {
        if (frozen.to.channel === "slow") _taken++;
        return post(frozen);
      },
    });
    await dispatcher.tick();
    const order = discord.posted.findIndex(({ channel }) => channel === "fast");
    await dispatcher.stop();
    expect(order).toBeLessThan(10);
  });
});

describe("a tick that comes while the next time is being looked up", () => {
  it("is not lost", async () => {
    const { clock, inner, discord, add } = await ground();
    let calls = 0;
    const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
    let dispatcher: ReturnType<typeof createDispatcher> | undefined;
    const store: Store = {
      ...inner,
      transact: async (run) => {
        const done = await inner.transact(run);
        // 1: due (none), 2: nextLook: as on PostgreSQL, somebody commits before this answer is back
        if (++calls === 2) {
          await add("announcement/x");
          void dispatcher?.tick();
        }
        return done;
      },
    };
    dispatcher = createDispatcher({ store, clock, platforms: new Map([["discord", discord]]), log });
    await dispatcher.tick();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await dispatcher.stop();
    expect(discord.posted).toHaveLength(1);
  });
});
