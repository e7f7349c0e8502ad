import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createPace } from "../../../src/adapters/slack/pace.ts";
import { PATIENCE } from "../../../src/adapters/slack/patience.ts";
import { createSlack } from "../../../src/adapters/slack/slack.ts";
import { buttons, message, text } from "../../../src/core/bot/message.ts";
import type { Frozen, Platform } from "../../../src/core/bot/platform.ts";
import type { Lack } from "../../../src/core/network/place.ts";
import { createClock } from "../../../src/core/time/clock.ts";
import { wordsIn } from "../../../src/core/words/words.ts";
import { beginEffort } from "../../support/effort.ts";
import { createLines, openSlackRig, type SlackRig } from "../../support/slack/rig.ts";
import { createScriptedBot, pause } from "../../support/slack/script.ts";
import { TEAM, TOKENS } from "../../support/slack/state.ts";

const ID = "abcdefghijklmnopqrstuvwx";
let rig: SlackRig;
let channel: string;

beforeEach(async () => {
  rig = await openSlackRig();
  await rig.platform.start(createScriptedBot(() => message(text("?"))));
  channel = rig.channel("general");
});
afterEach(async () => {
  vi.useRealTimers();
  const { violations } = rig.server;
  await rig.close();
  expect(violations).toEqual([]);
});

const freeze = (platform: Platform, to: Frozen["to"] = { platform: "slack", space: TEAM.id, channel }): Frozen => {
  const said = message(
    text("The 4th webinar <!channel>"),
    buttons({ label: "Programme", press: "webinar show?webinar=4" }),
  );
  return { id: ID, to, body: platform.render({ id: ID, to, message: said }) };
};
const faultOf = async (posting: Promise<unknown>): Promise<unknown> => {
  try {
    await posting;
    return "posted";
  } catch (error) {
    const { fault, retryMs } = error as { fault: string; retryMs?: number };
    return retryMs === undefined ? fault : `${fault} ${retryMs}`;
  }
};

describe("A post to Slack", () => {
  test("is the frozen bytes and nothing else", async () => {
    const frozen = freeze(rig.platform);
    const post = await rig.platform.post(frozen);
    // The second connection may be asked for meanwhile.
    const sent = rig.server.requests.filter(({ method }) => method.startsWith("chat."));
    expect(sent).toMatchObject([{ method: "chat.postMessage", body: frozen.body }]);
    expect(rig.platform.render({ id: ID, to: frozen.to, message: message(text("a")) })).toBe(
      rig.platform.render({ id: ID, to: frozen.to, message: message(text("a")) }),
    );
    expect(post).toEqual({ at: frozen.to, message: rig.server.workspace.channels.get(channel)?.messages[0]?.ts });
    expect(rig.posts(channel).map((seen) => [seen.text, seen.buttons, seen.private])).toEqual([
      ["The 4th webinar <!channel>", ["Programme"], false],
    ]);
    expect(rig.attempts()).toBe(1);
  });

  test("unfurls nothing and mentions nobody", () => {
    const body = JSON.parse(freeze(rig.platform).body) as Record<string, unknown>;
    expect(body).toMatchObject({
      channel,
      unfurl_links: false,
      unfurl_media: false,
      text: "The 4th webinar &lt;!channel&gt;",
    });
    expect(Object.keys(body).toSorted()).toEqual([
      "blocks",
      "channel",
      "metadata",
      "text",
      "unfurl_links",
      "unfurl_media",
    ]);
  });

  test("carries a marker that Slack gives back, and that only the secret can make", async () => {
    await rig.platform.post(freeze(rig.platform));
    const history = await fetch(`${rig.server.url}conversations.history`, {
      method: "POST",
      headers: { authorization: `Bearer ${TOKENS.bot}`, "content-type": "application/json" },
      body: JSON.stringify({ channel, include_all_metadata: true }),
    });
    const { messages } = (await history.json()) as { messages: { metadata: unknown }[] };
    const mac = createHmac("sha256", "loopback secret")
      .update(ID + channel)
      .digest("base64url")
      .slice(0, 22);
    expect(messages[0]?.metadata).toEqual({ event_type: "rostrum_post", event_payload: { id: ID, mac } });
    const elsewhere = JSON.parse(
      freeze(rig.platform, { platform: "slack", space: TEAM.id, channel: "C0OTHER" }).body,
    ) as (typeof messages)[0];
    expect(elsewhere.metadata).not.toEqual(messages[0]?.metadata);
  });

  test("into a thread stands in the thread, whose id is the message's", async () => {
    const post = await rig.platform.post(freeze(rig.platform));
    const before = rig.server.requests.length;
    const thread = await rig.platform.thread(post, "Answers");
    expect(thread).toEqual({ ...post.at, thread: post.message });
    expect(await rig.platform.thread(post, "Answers")).toEqual(thread);
    expect(await rig.platform.thread({ at: thread, message: "9.9" }, "Answers")).toEqual(thread);
    expect(rig.server.requests).toHaveLength(before);
    const answer = await rig.platform.post(freeze(rig.platform, thread));
    expect(answer.at).toEqual(thread);
    expect(rig.server.workspace.channels.get(channel)?.messages[1]?.thread).toBe(post.message);
  });

  test("to another workspace is not even tried", async () => {
    const frozen = freeze(rig.platform, { platform: "slack", space: "T0ELSEWHERE", channel });
    expect(await faultOf(rig.platform.post(frozen))).toBe("place");
    expect(rig.attempts()).toBe(0);
  });

  test.each([
    ["5xx", { kind: "status", status: 500, body: "<html>" }, "ambiguous"],
    [
      "5xx in Slack's words",
      { kind: "status", status: 500, body: '{"ok":false,"error":"not_in_channel"}' },
      "ambiguous",
    ],
    ["502", { kind: "status", status: 502 }, "ambiguous"],
    ["503 with Retry-After", { kind: "status", status: 503, retryAfter: "1" }, "ambiguous"],
    ["408", { kind: "status", status: 408 }, "ambiguous"],
    ["403 of a proxy", { kind: "status", status: 403 }, "ambiguous"],
    ["204", { kind: "status", status: 204 }, "ambiguous"],
    ["garbage", { kind: "status", status: 200, body: "<html>" }, "ambiguous"],
    ["null", { kind: "status", status: 200, body: "null" }, "ambiguous"],
    ["ok without ts", { kind: "status", status: 200, body: '{"ok":true,"channel":"C1"}' }, "ambiguous"],
    ["an endless answer", { kind: "status", status: 200, body: "x".repeat(1_100_000) }, "ambiguous"],
    ["another channel", { kind: "channel", channel: "C0OTHER" }, "ambiguous"],
    ["an answer that is lost", { kind: "lose" }, "ambiguous"],
    ["a connection that is cut", { kind: "cut" }, "ambiguous"],
    ["internal_error", { kind: "word", word: "internal_error" }, "ambiguous"],
    ["an unknown word", { kind: "word", word: "of_tomorrow" }, "ambiguous"],
    ["429", { kind: "status", status: 429, retryAfter: "3" }, "wait 3000"],
    ["429 without Retry-After", { kind: "status", status: 429 }, "wait 1000"],
    ["429 with a past one", { kind: "status", status: 429, retryAfter: "-1" }, "wait 1000"],
    ["429 with a garbled one", { kind: "status", status: 429, retryAfter: "NaN" }, "wait 1000"],
    ["ratelimited", { kind: "word", word: "ratelimited", retryAfter: "2" }, "wait 2000"],
    ["not_in_channel", { kind: "word", word: "not_in_channel" }, "place"],
    ["invalid_blocks", { kind: "word", word: "invalid_blocks" }, "content"],
    ["token_revoked", { kind: "word", word: "token_revoked" }, "stop"],
  ] as const)("that meets %s is one request and is said to be what it is", async (_, trouble, expected) => {
    rig.server.trouble(trouble);
    expect(await faultOf(rig.platform.post(freeze(rig.platform)))).toBe(expected);
    await pause(30);
    expect(rig.attempts()).toBe(1);
  });

  test("follows no redirect", async () => {
    let visits = 0;
    const away = createServer((_, response) => {
      visits += 1;
      response.writeHead(307, { location: `${rig.server.url}chat.postMessage` }).end();
    });
    await new Promise<void>((resolve) => away.listen(0, "127.0.0.1", resolve));
    const platform = slackAt(`http://127.0.0.1:${(away.address() as AddressInfo).port}/`);
    expect(await faultOf(platform.post(freeze(platform)))).toBe("ambiguous");
    away.close();
    expect([visits, rig.attempts()]).toEqual([1, 0]);
  });

  test("that nobody answers is given up after ten seconds", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    rig.server.trouble({ kind: "hang" });
    const posting = faultOf(rig.platform.post(freeze(rig.platform)));
    while (rig.attempts() === 0) await vi.advanceTimersByTimeAsync(1);
    const settled = vi.fn();
    void posting.then(settled);
    await vi.advanceTimersByTimeAsync(9000);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1001);
    expect(await posting).toBe("ambiguous");
    expect(rig.attempts()).toBe(1);
  });

  test.each([
    ["refuses the connection", "http://127.0.0.1:1/api/"],
    ["has no address", "http://slack.invalid/api/"],
    ["speaks no TLS", "https"],
  ])("to a host that %s has surely not happened", async (_, url) => {
    const platform = slackAt(url === "https" ? rig.server.url.replace("http:", "https:") : url);
    expect(await faultOf(platform.post(freeze(platform)))).toBe("wait 1000");
    expect(rig.attempts()).toBe(0);
  });

  test("obeys Slack's pace when asked to", async () => {
    rig.server.limitPosts(true);
    const faults: unknown[] = [];
    for (let nth = 0; nth < 4; nth++) faults.push(await faultOf(rig.platform.post(freeze(rig.platform))));
    expect(faults).toEqual(["posted", "posted", "posted", "wait 1000"]);
  });

  test("goes out beside an answer that Slack holds back, and the other way round", async () => {
    rig.server.refuse("users.info", "ratelimited");
    expect(await faultOf(rig.platform.post(freeze(rig.platform)))).toBe("posted");
    rig.server.trouble({ kind: "status", status: 429, retryAfter: "30" });
    expect(await faultOf(rig.platform.post(freeze(rig.platform)))).toBe("wait 30000");
    expect((await rig.person({ name: "Ann" }).type("/webinar next", channel)).text).toBe("?");
  });
});

const slackAt = (apiUrl: string): Platform =>
  createSlack({
    botToken: TOKENS.bot,
    entrance: { appToken: TOKENS.app },
    apiUrl,
    secret: "s",
    log: createLines().log,
  });

describe("A channel on Slack", () => {
  const standing = (id: string) => rig.platform.standing({ platform: "slack", space: TEAM.id, channel: id });

  test("where the bot may do everything lacks nothing and has a name", async () => {
    expect(await standing(channel)).toEqual({ name: "#general", lacks: [] });
  });

  test.each<[Lack, readonly Lack[]]>([
    ["membership", ["membership"]],
    ["gone", ["gone"]],
    ["send", ["send"]],
    ["send-in-threads", ["send-in-threads"]],
    ["history", ["history"]],
    ["view", ["gone"]],
  ])("without %s lacks %j", async (without, expected) => {
    expect((await standing(rig.channel("other", [without]))).lacks).toEqual(expected);
  });

  test("is as good as unread where the bot may not see the marks", async () => {
    rig.server.workspace.scopes.delete("metadata.message:read");
    expect((await standing(channel)).lacks).toEqual(["history"]);
    expect(wordsIn("en").places.lack("slack", "history")).toContain("needs the new manifest");
    expect(wordsIn("ja").places.lack("slack", "history")).toContain("新しいマニフェスト");
  });

  test("that the bot is not in says what to type, by the name that the bot has there", async () => {
    expect(await standing(rig.channel("other", ["membership"]))).toMatchObject({
      lacks: ["membership"],
      self: "rostrum",
    });
    expect(wordsIn("en").places.lack("slack", "membership", "talks")).toContain("/invite @talks");
    expect(wordsIn("ja").places.lack("slack", "membership", "talks")).toContain("/invite @talks");
  });

  test.each([
    [{ retryAfter: "0" }, "wait 1000"],
    [{ retryAfter: "30" }, "wait 30000"],
    [{}, "wait 1000"],
    [{ retryAfter: "soon" }, "wait 1000"],
  ])(
    "of which Slack limits the questions (%j) is asked again later, and nothing else waits",
    async (limit, expected) => {
      rig.server.limit("conversations.info", limit);
      expect(await faultOf(standing(channel))).toBe(expected);
      const effort = beginEffort();
      await rig.platform.post(freeze(rig.platform));
      expect((await rig.person({ name: "Ann" }).type("/webinar next", channel)).text).toBe("?");
      expect(effort.waitedMs()).toBeLessThan(900);
    },
  );

  test("gets one post a second, and a workspace five", async () => {
    const waits: number[] = [];
    const patience = { ...PATIENCE, placeMs: 100, spaceMs: 20 };
    const pace = createPace({ clock: createClock(), patience });
    const begun = performance.now();
    const timed = async (id: string) => {
      await pace(id);
      waits.push(performance.now() - begun);
    };
    await Promise.all([timed("C1"), timed("C1"), timed("C2")]);
    expect(waits[0]).toBeLessThan(20);
    expect(waits[1]).toBeGreaterThan(95);
    expect(waits[2]).toBeGreaterThan(115);
  });

  test("that nobody knows, or that is another workspace's, is gone", async () => {
    expect(await standing("C0NOWHERE")).toEqual({ name: "C0NOWHERE", lacks: ["gone"] });
    const before = rig.server.requests.length;
    expect((await rig.platform.standing({ platform: "slack", space: "T0ELSEWHERE", channel })).lacks).toEqual(["gone"]);
    expect(rig.server.requests).toHaveLength(before);
  });

  test("is unknown when the app may not ask", async () => {
    rig.server.workspace.scopes.delete("channels:read");
    expect((await standing(channel)).lacks).toEqual(["unknown"]);
  });

  test("is asked about afresh each time", async () => {
    await standing(channel);
    const kept = rig.server.workspace.channels.get(channel);
    if (kept !== undefined) kept.member = false;
    expect((await standing(channel)).lacks).toEqual(["membership"]);
  });

  test.each([
    ["token_revoked", "stop"],
    ["internal_error", "wait 1000"],
    ["ratelimited", "wait 1000"],
  ])("of which Slack says %s is a fault of the platform", async (word, expected) => {
    rig.server.refuse("conversations.info", word);
    expect(await faultOf(standing(channel))).toBe(expected);
  });
});
