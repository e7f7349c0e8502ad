import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { message, text } from "../../../src/core/bot/message.ts";
import type { Store } from "../../../src/core/store/database.ts";
import { createTurnedClock, type TurnedClock } from "../../support/clock.ts";
import { createScriptedBot, pause, type ScriptedBot } from "../../support/slack/script.ts";
import type { LoopbackSlack } from "../../support/slack/server.ts";
import {
  channelIn,
  installIn,
  openProcess,
  openSlackWorld,
  type Process,
  postIn,
  vaultOf,
} from "../../support/slack/several.ts";
import { SECOND } from "../../support/slack/state.ts";

/** Tokens that end after twelve hours: renewed in time, once, and never lost on the way where that can be helped. */

let server: LoopbackSlack;
let second: LoopbackSlack;
let store: Store;
let clock: TurnedClock;
let one: Process;
let bot: ScriptedBot;
let to: string;

beforeEach(async () => {
  ({ server, second, store } = await openSlackWorld());
  clock = createTurnedClock("2026-11-24T10:00:00Z");
  server.oauth.now = () => clock.now().epochMilliseconds;
  server.oauth.rotate = true;
  one = await openProcess(server, { store, clock });
  bot = createScriptedBot(() => message(text("Here.")));
  await one.platform.start(bot);
  await installIn(server, { address: one.address, workspace: second.workspace });
  to = channelIn(second).id;
  server.requests.length = 0;
});
afterEach(async () => {
  expect(server.violations).toEqual([]);
  const written = one.lines.join("\n");
  for (const { token, refresh = "-" } of server.oauth.grants.values()) {
    expect(written).not.toContain(token);
    expect(written).not.toContain(refresh);
  }
  await one.close();
  await store.close();
  await server.close();
});

const post = (by: Process = one) => postIn(by.platform, SECOND.id, to);
const turn = (by: Temporal.DurationLike): void => {
  clock.set(clock.now().add(by));
};
const refreshes = (): number => server.requests.filter(({ method }) => method === "oauth.v2.access").length;
const newest = (): string => [...server.oauth.grants.keys()].at(-1) ?? "";
const kept = async (): Promise<string> => (await vaultOf({ store, clock }).read(SECOND.id))?.word ?? "";

/** So many tokens were made since it was installed, and the last one is kept. */
const renewed = async (times: number): Promise<void> => {
  await expect.poll(() => server.oauth.grants.size).toBe(times + 1);
  await expect.poll(kept).toContain(newest());
};

test("with more than two hours left nothing is renewed", async () => {
  turn({ hours: 9, minutes: 59 });
  await post();
  expect(refreshes()).toBe(0);
});

test("with less, a call goes out at once by the old token, and the next by a new one", async () => {
  const old = newest();
  turn({ hours: 10, minutes: 1 });
  server.slow("oauth.v2.access", 60);
  await post();
  expect(server.requests.find(({ method }) => method === "chat.postMessage")?.token).toBe(old);
  await renewed(1);
  await post();
  expect(server.requests.at(-1)).toMatchObject({ method: "chat.postMessage", token: newest() });
  expect(refreshes()).toBe(1);
});

test("one that has ended is renewed first, once for all who wait", async () => {
  turn({ hours: 13 });
  server.slow("oauth.v2.access", 30);
  await Promise.all([post(), post(), post(), post(), post()]);
  expect(refreshes()).toBe(1);
  const used = server.requests.filter(({ method }) => method === "chat.postMessage").map(({ token }) => token);
  expect(new Set(used)).toEqual(new Set([newest()]));
});

test("an idle workspace's is renewed by the clock, again and again", async () => {
  const until = clock.now().add({ hours: 40 });
  while (clock.step(until)) {
    // The clock stands while a renewal is on its way.
    await pause(0);
    const done = refreshes();
    if (done > 0) await renewed(done);
  }
  // At 10:10, 20:20 and 30:30.
  expect(refreshes()).toBe(3);
  expect(bot.news.filter(({ heard }) => heard === "stopped")).toEqual([]);
  await post();
});

describe("a new token is used only once it is kept:", () => {
  /** A database that fails so often once Slack has given a new token. */
  const openFailing = async (times: number) => {
    let failures = 0;
    const failing: Store = {
      ...store,
      transact: async (run) => {
        if (refreshes() === 0 || failures === times) return store.transact(run);
        failures++;
        throw new Error("the disk is full");
      },
    };
    const other = await openProcess(server, { store: failing, clock });
    await other.platform.start(bot);
    turn({ hours: 13 });
    return { other, failures: () => failures };
  };

  test("when that fails it is tried again before anything else", async () => {
    const { other, failures } = await openFailing(2);
    await post(other);
    expect(failures()).toBe(2);
    expect(refreshes()).toBe(1);
    expect(await kept()).toContain(newest());
    await other.close();
  });

  test("when it fails for longer nothing is sent, and the token is kept as soon as that is possible", async () => {
    const { other, failures } = await openFailing(7);
    await expect(post(other)).rejects.toMatchObject({ fault: "wait", cause: "our own store" });
    expect(server.requests.filter(({ method }) => method === "chat.postMessage")).toEqual([]);
    await expect(post(other)).rejects.toMatchObject({ fault: "wait", cause: "our own store" });
    expect(failures()).toBe(7);
    await post(other);
    expect(refreshes()).toBe(1);
    expect(server.requests.at(-1)).toMatchObject({ method: "chat.postMessage", token: newest() });
    await other.close();
  });
});

test("two processes with one database renew once, and both go on", async () => {
  const other = await openProcess(server, { store, clock });
  await other.platform.start(bot);
  turn({ hours: 13 });
  server.slow("oauth.v2.access", 30);
  await Promise.all([post(), post(other), post(), post(other)]);
  expect(refreshes()).toBe(1);
  await other.close();
});

test("a process that died between claim and renewal is followed by another, once its claim is over", async () => {
  turn({ hours: 10, minutes: 30 });
  const vault = vaultOf({ store, clock });
  const before = await vault.read(SECOND.id);
  expect(before && (await vault.claim(before, 30_000))).toBe(true);
  await post();
  await pause(20);
  expect(refreshes()).toBe(0);
  turn({ seconds: 31 });
  await post();
  await renewed(1);
  expect(refreshes()).toBe(1);
});

test("what Slack cannot answer just now is tried again after a while, with the old token meanwhile", async () => {
  turn({ hours: 10, minutes: 30 });
  server.refuse("oauth.v2.access", "internal_error");
  await post();
  await expect.poll(refreshes).toBe(1);
  await pause(20);
  await post();
  await pause(20);
  expect(refreshes()).toBe(1);
  server.refuse("oauth.v2.access", undefined);
  turn({ seconds: 31 });
  await post();
  await renewed(1);
  expect(bot.news.filter(({ heard }) => heard === "stopped")).toEqual([]);
});

test("a refresh token that Slack refuses is told once, the token serves to its end, and installing anew mends it", async () => {
  turn({ hours: 10, minutes: 30 });
  for (const grant of server.oauth.grants.values()) grant.spent = true;
  await post();
  await expect
    .poll(() => bot.news.at(-1))
    .toEqual({ heard: "stopped", platform: "slack", space: SECOND.id, why: "install" });
  await post();
  expect(refreshes()).toBe(1);
  turn({ hours: 2 });
  await expect(post()).rejects.toMatchObject({ fault: "wait" });
  expect(bot.news.filter(({ heard }) => heard === "stopped")).toHaveLength(1);
  expect(one.platform.state()).toBe("connected");
  await installIn(server, { address: one.address, workspace: second.workspace });
  await post();
  expect(await one.platform.conditionIn?.(SECOND.id)).toMatchObject({ state: "connected" });
});

test("an uninstallation while a token is being renewed stays one", async () => {
  turn({ hours: 10, minutes: 30 });
  server.slow("oauth.v2.access", 60);
  await post();
  await vaultOf({ store, clock }).remove(SECOND.id);
  await expect.poll(() => server.oauth.grants.size).toBe(2);
  await pause(30);
  expect(await vaultOf({ store, clock }).list()).toEqual([]);
});

describe("a token that Slack says has ended, whatever our clock says,", () => {
  test("is renewed, and the post goes out at the next attempt", async () => {
    for (const [key, grant] of server.oauth.grants) server.oauth.grants.set(key, { ...grant, endsAt: 0 });
    await expect(post()).rejects.toMatchObject({ fault: "wait", cause: "token_expired" });
    await renewed(1);
    await post();
    expect(bot.news.filter(({ heard }) => heard === "stopped")).toEqual([]);
  });
});
