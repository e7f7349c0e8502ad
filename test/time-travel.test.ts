import { afterEach, describe, expect, it } from "vitest";
import { commands } from "../src/commands/commands.ts";
import { createBot } from "../src/core/bot/bot.ts";
import { createDispatcher } from "../src/core/delivery/dispatcher.ts";
import { openStore, type Store } from "../src/core/store/database.ts";
import { channels, furnishPlayground, personas, spaces } from "../src/playground.ts";
import { loadRecord } from "../src/record/load.ts";
import { readRecord } from "../src/record/read.ts";
import { createTimeTravel, openJumpingClock } from "../src/time-travel.ts";
import { createTurnedClock } from "./support/clock.ts";
import { createMemoryBoard } from "./support/web/board.ts";
import { web } from "./support/web/scripted.ts";

const START = "2026-11-25T00:00:00Z";
const HOUR_MS = 3_600_000;
const quiet = (): void => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** The playground's house without its pages, on a clock that stands still until it is put. */
const open = async (given?: Store) => {
  const store = given ?? (await openStore(":memory:"));
  const clock = await openJumpingClock(store, createTurnedClock(START));
  await loadRecord(store, readRecord("data", true), clock.now());
  await store.transact(furnishPlayground);
  const board = createMemoryBoard(() => clock.now().epochMilliseconds);
  const platform = web({ board, personas, channels, spaces });
  const platforms = new Map([["web", platform] as const]);
  const dispatcher = createDispatcher({ store, clock, platforms, log });
  const bot = createBot({ commands, store, clock, platforms, log, changed: () => void dispatcher.tick() });
  await platform.start(bot);
  await dispatcher.start();
  let settled = 0;
  const travel = createTimeTravel({
    store,
    clock,
    dispatcher,
    settle: async () => {
      settled++;
    },
  });
  ends.push(async () => {
    await platform.stop();
    await dispatcher.stop();
    if (given === undefined) await store.close();
  });
  let calls = 0;
  const ask = async (said: { command: string } | { press: string }, options = {}) => {
    const asker = {
      platform: "web",
      space: "playground",
      user: "organiser",
      name: "O",
      rights: [],
      groups: [],
    } as const;
    const at = { platform: "web", space: "playground", channel: "discussion" } as const;
    const answer = await bot.handle({ id: `c${calls++}`, asker, at, locale: "en", said, options });
    if (answer.kind === "form") throw new Error("a form");
    return answer.blocks.flatMap((one) => (one.block === "buttons" ? one.buttons : []));
  };
  return {
    store,
    board,
    travel,
    settled: () => settled,
    async schedule(command: string, options: Readonly<Record<string, string>>) {
      const [button] = await ask({ command }, options);
      if (button !== undefined) await ask({ press: button.press });
    },
  };
};

const at = (ms: number): string => new Date(ms).toISOString();

describe("the playground's clock", () => {
  it("goes to the next post, which bears the time that it then is, and says when nothing waits", async () => {
    const { travel, board, schedule } = await open();
    expect(await travel.jump("post")).toBe(false);
    expect(travel.ahead()).toBe(0);
    await schedule("announce schedule", { text: "Join us", when: "+3h", where: "Discord #announcements" });
    expect(board.posts).toEqual([]);
    expect(await travel.jump("post")).toBe(true);
    expect(at(travel.now())).toBe("2026-11-25T03:00:00.000Z");
    expect(board.posts.map((post) => [post.channel, at(post.at)])).toEqual([
      ["announcements", "2026-11-25T03:00:00.000Z"],
    ]);
  });

  it("stops at what is due on the way: a question that may be an hour late at most goes out on time", async () => {
    const { travel, board, schedule, settled } = await open();
    await schedule("discuss schedule", { question: "1", webinar: "sample", when: "+2h", where: "Discord #discussion" });
    expect(await travel.jump("day")).toBe(true);
    expect(at(travel.now())).toBe("2026-11-26T00:00:00.000Z");
    expect(board.posts.map((post) => at(post.at))).toEqual(["2026-11-25T02:00:00.000Z"]);
    expect(settled()).toBe(1);
  });

  it("jumps one after the other when asked twice at once, and back to now", async () => {
    const { travel } = await open();
    await Promise.all([travel.jump("hour"), travel.jump("day"), travel.jump("hour")]);
    expect(travel.ahead()).toBe(26 * HOUR_MS);
    expect(await travel.jump("now")).toBe(true);
    expect([travel.ahead(), at(travel.now())]).toEqual([0, "2026-11-25T00:00:00.000Z"]);
  });

  it("stands after a restart as it was put", async () => {
    const first = await open();
    await first.travel.jump("day");
    const second = await open(first.store);
    expect(at(second.travel.now())).toBe("2026-11-26T00:00:00.000Z");
    ends.reverse();
  });
});
