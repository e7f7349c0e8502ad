import { afterAll, beforeAll, describe, expect, type TestContext, test } from "vitest";
import { message, text } from "../../../src/core/bot/message.ts";
import { beginEffort } from "../../support/effort.ts";
import { openSlackRig, type SlackRig } from "../../support/slack/rig.ts";
import { createScriptedBot, pause, type ScriptedBot } from "../../support/slack/script.ts";

/** Real Bolt, real sockets: what happens to the two connections, and that nobody notices. They run side by side. */

const escaped: unknown[] = [];
const catchEscaped = (reason: unknown): void => void escaped.push(reason);
beforeAll(() => {
  process.on("unhandledRejection", catchEscaped);
});
afterAll(() => {
  process.off("unhandledRejection", catchEscaped);
  expect(escaped).toEqual([]);
});

interface Two {
  readonly rig: SlackRig;
  readonly bot: ScriptedBot;
  readonly ask: () => Promise<string>;
}
/** @param expect the test's own: of tests that run side by side the common one loses which it is in. */
const openTwo = async (
  expect: TestContext["expect"],
  patience: Parameters<typeof openSlackRig>[0] = {},
): Promise<Two> => {
  const rig = await openSlackRig(patience);
  const bot = createScriptedBot(() => message(text("Here you are.")));
  await rig.platform.start(bot);
  await expect.poll(() => rig.server.sockets.connections()).toBe(2);
  const ann = rig.person({ name: "Ann" });
  const channel = rig.channel("general");
  return { rig, bot, ask: async () => (await ann.type("/webinar next", channel)).text };
};

describe.concurrent("A connection to Slack", () => {
  test("of which both halves broke comes back by itself, within a second", async ({ expect }) => {
    const { rig, ask } = await openTwo(expect);
    const effort = beginEffort();
    rig.server.sockets.cut();
    await expect.poll(() => rig.server.sockets.connections()).toBe(2);
    expect(effort.waitedMs()).toBeLessThan(1000);
    expect(await ask()).toBe("Here you are.");
    expect(rig.platform.condition()).toMatchObject({ state: "connected" });
    await rig.close();
  });

  test.for(["warning", "refresh_requested"] as const)(
    "that Slack renews (%s) on both halves at once is never away",
    async (reason, { expect }) => {
      const { rig, ask } = await openTwo(expect);
      const { since } = rig.platform.condition();
      rig.server.slow("apps.connections.open", 300);
      rig.server.sockets.refresh(reason);
      rig.server.sockets.refresh(reason);
      await expect.poll(() => rig.server.sockets.connections()).toBe(2);
      // Had it been away for a moment, it would be connected since then.
      expect(rig.platform.condition()).toEqual({ state: "connected", since });
      expect(await ask()).toBe("Here you are.");
      expect(rig.lines.filter((line) => line.includes("Another process"))).toEqual([]);
      await rig.close();
    },
  );

  test("that is one too many is not opened again at once", async ({ expect }) => {
    const { rig, ask } = await openTwo(expect);
    rig.server.sockets.refresh("too_many_websockets");
    await pause(400);
    expect(rig.server.sockets.connections()).toBe(1);
    expect(await ask()).toBe("Here you are.");
    await rig.close();
  });

  test("that fell silent is noticed, said and made anew", async ({ expect }) => {
    const { rig, ask } = await openTwo(expect, { silentMs: 2500, closeMs: 100 });
    await pause(2600);
    // Answers to pings keep it alive while nobody asks anything.
    expect(rig.lines.filter((line) => line.includes("is dead"))).toEqual([]);
    rig.server.slow("apps.connections.open", 600);
    rig.server.sockets.deafen();
    await expect
      .poll(() => rig.platform.condition(), { interval: 20 })
      .toMatchObject({ state: "connecting", why: "silent" });
    await expect.poll(() => rig.platform.condition().state).toBe("connected");
    expect(rig.platform.condition().why).toBeUndefined();
    expect(await ask()).toBe("Here you are.");
    await rig.close();
  });

  test("that cannot be made again is tried less and less often, and says since when", async ({ expect }) => {
    const { rig } = await openTwo(expect, { againMs: 150, againMostMs: 2000 });
    rig.server.refuse("apps.connections.open", "internal_error");
    const before = Date.now();
    rig.server.sockets.cut();
    await expect.poll(() => rig.platform.condition().why).toBe("lost");
    expect(rig.platform.condition().since).toBeGreaterThanOrEqual(before);
    await pause(1200);
    const opened = rig.server.requests.filter(({ method }) => method === "apps.connections.open").length;
    expect(opened).toBeGreaterThan(4);
    expect(opened).toBeLessThan(13);
    rig.server.refuse("apps.connections.open", undefined);
    await expect.poll(() => rig.platform.state()).toBe("connected");
    await rig.close();
  });

  test("that Slack limits waits for as long as Slack says", async ({ expect }) => {
    const { rig } = await openTwo(expect);
    rig.server.limit("apps.connections.open", { retryAfter: "30" });
    rig.server.sockets.cut();
    await expect.poll(() => rig.platform.state()).toBe("connecting");
    await pause(1500);
    expect(rig.server.requests.filter(({ method }) => method === "apps.connections.open")).toHaveLength(4);
    await rig.close();
  });

  test.for(["invalid_auth", "token_revoked", "account_inactive"])(
    "that is refused with %s while it comes back ends, and says what to do",
    async (word, { expect }) => {
      const { rig, bot } = await openTwo(expect);
      rig.server.refuse("apps.connections.open", word);
      rig.server.sockets.cut();
      await expect.poll(() => rig.platform.condition()).toMatchObject({ state: "stopped", why: "appToken" });
      expect(bot.news.filter(({ heard }) => heard === "stopped")).toEqual([
        { heard: "stopped", platform: "slack", why: "appToken" },
      ]);
      expect(rig.lines.some((line) => line.includes("Make a new one"))).toBe(true);
      await rig.close();
    },
  );

  test("whose Socket Mode somebody switches off ends, and says what to do", async ({ expect }) => {
    const { rig, bot } = await openTwo(expect);
    rig.server.sockets.refresh("link_disabled");
    await expect.poll(() => rig.platform.condition()).toMatchObject({ state: "stopped", why: "socket" });
    expect(bot.news.at(-1)).toEqual({ heard: "stopped", platform: "slack", why: "socket" });
    expect(rig.lines.some((line) => line.includes("Enable Socket Mode"))).toBe(true);
    await pause(200);
    await expect.poll(() => rig.server.sockets.connections()).toBe(0);
    await rig.close();
  });

  test("whose bot token is taken back while people ask ends, and says so", async ({ expect }) => {
    const { rig, ask } = await openTwo(expect);
    rig.server.refuse("users.info", "token_revoked");
    await ask().catch(() => undefined);
    await expect.poll(() => rig.platform.condition()).toMatchObject({ state: "stopped", why: "token" });
    await rig.close();
  });

  test("that another process shares is told, and once it is alone that, too", async ({ expect }) => {
    const { rig } = await openTwo(expect);
    const hello = { type: "hello", connection_info: { app_id: "A0ROSTRUM1" } };
    rig.server.sockets.say({ ...hello, num_connections: 4 });
    await expect.poll(() => rig.platform.condition()).toMatchObject({ state: "connected", why: "shared" });
    rig.server.sockets.say({ ...hello, num_connections: 2 });
    await expect.poll(() => rig.platform.condition().why).toBeUndefined();
    await rig.close();
  });
});
