import { PermissionFlagsBits as Bits } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buttons, type Message, message, text } from "../../../src/core/bot/message.ts";
import type { Frozen } from "../../../src/core/bot/platform.ts";
import { limited, refuse } from "../../support/discord/answers.ts";
import { announcement, denyIn, freezeFor, newMarker } from "../../support/discord/posting.ts";
import { type DiscordRig, openDiscordRig } from "../../support/discord/rig.ts";
import type { Trouble } from "../../support/discord/server.ts";
import { addChannel, addGuild } from "../../support/discord/state.ts";
import { beginEffort } from "../../support/effort.ts";

let rig: DiscordRig;
/** A new one for each test: a client that has made fifty requests in a second makes no more. */
beforeEach(async () => {
  rig = await openDiscordRig({ patience: { requestMs: 400 } });
});
afterEach(async () => {
  expect(rig.server.violations).toEqual([]);
  await rig.close();
});

const freeze = (channel: string, ...given: readonly [Message?, string?]): Frozen => freezeFor(rig, channel, ...given);

test("a post is one request with these very bytes, and mentions nobody", async () => {
  const channel = rig.channel("announcements");
  const before = rig.attempts();
  const frozen = freeze(channel);
  const post = await rig.platform.post(frozen);
  const [seen] = rig.posts(channel);
  expect(seen).toMatchObject({ text: "A webinar in May.", buttons: ["About", "Attend"], private: false });
  expect(post).toEqual({ at: frozen.to, message: rig.server.state.messages.at(-1)?.id });
  expect(rig.attempts() - before).toBe(1);
  const sent = rig.server.requests.at(-1)?.raw;
  expect(sent).toBe(frozen.body);
  expect(JSON.parse(frozen.body)).toMatchObject({
    allowed_mentions: { parse: [] },
    nonce: frozen.id,
    enforce_nonce: true,
    flags: 32_768,
  });
});

test("the marker stands on one button, and its press still comes back as it was", () => {
  const frozen = freeze(rig.channel("a"), announcement("x", "p".repeat(75)));
  const ids = [...frozen.body.matchAll(/"custom_id":"([^"]+)"/gu)].map(([, id]) => id);
  expect(ids).toEqual([`${"p".repeat(75)}~${frozen.id}`, "attend?webinar=3^1"]);
});

test("a press that has no room for the marker leaves it to the next button", () => {
  const frozen = freeze(rig.channel("a"), announcement("x", "p".repeat(76)));
  expect(frozen.body).toContain(`attend?webinar=3~${frozen.id}`);
});

test.each<[string, Message]>([
  ["without a button", message(text("Nothing to press."))],
  ["with no room for the marker on any button", message(text("x"), buttons({ label: "a", press: "p".repeat(76) }))],
  ["with a press that is too long", message(text("x"), buttons({ label: "a", press: "p".repeat(99) }))],
  ["that is too long", announcement("word ".repeat(900))],
  [
    "with more than forty components",
    message(...Array.from({ length: 40 }, () => text("x")), buttons({ label: "a", press: "p" })),
  ],
])("a post %s is refused before anything is sent", (_, said) => {
  expect(() => freeze("1", said)).toThrow(expect.objectContaining({ fault: "content" }));
});

test("the same delivery sent again is the same post", async () => {
  const channel = rig.channel("announcements");
  const frozen = freeze(channel);
  expect(await rig.platform.post(frozen)).toEqual(await rig.platform.post(frozen));
  expect(rig.posts(channel)).toHaveLength(1);
});

test("a post that was deleted meanwhile is not posted again: its nonce is remembered", async () => {
  const frozen = freeze(rig.channel("announcements"));
  await rig.platform.post(frozen);
  const stored = rig.server.state.messages.at(-1);
  if (stored) stored.deleted = true;
  await expect(rig.platform.post(frozen)).rejects.toMatchObject({ fault: "content", cause: "gone" });
});

test("a post goes into a thread", async () => {
  const channel = rig.channel("announcements");
  const first = await rig.platform.post(freeze(channel));
  const at = await rig.platform.thread(first, "Answers");
  const frozen = { ...freeze(channel), to: at };
  expect(await rig.platform.post(frozen)).toMatchObject({ at });
  expect(rig.server.state.messages.at(-1)?.channel_id).toBe(at.thread);
});

test("a server that the configuration does not name gets its posts once it is connected by setup", async () => {
  const guild = addGuild(rig.server.state, "Connected later");
  const channel = addChannel(rig.server.state, { guild: guild.id, name: "news", type: 0, overwrites: [] });
  const frozen = freeze(channel.id);
  await rig.platform.post({ ...frozen, to: { ...frozen.to, space: guild.id } });
  expect(rig.posts(channel.id)).toHaveLength(1);
});

const json = (status: number, body: unknown): Trouble => ({ status, body });
const other = (given: object): Trouble => ({
  status: 200,
  body: { id: "1", channel_id: "1", components: [{ type: 2, custom_id: "x~" }], ...given },
});

test.each<[string, Trouble, object]>([
  ["500", json(500, { message: "500", code: 0 }), { fault: "ambiguous", cause: "http 500" }],
  [
    "502 in HTML",
    { status: 502, body: "<html>", headers: { "Content-Type": "text/html" } },
    { fault: "ambiguous", cause: "http 502" },
  ],
  ["503 with a known code", json(503, { message: "x", code: 50013 }), { fault: "ambiguous" }],
  ["524", json(524, {}), { fault: "ambiguous", cause: "http 524" }],
  ["408", json(408, {}), { fault: "ambiguous", cause: "http 408" }],
  ["a cut connection", "cut", { fault: "ambiguous" }],
  ["an answer that is lost", "lose", { fault: "ambiguous" }],
  ["no answer in ten seconds", "hang", { fault: "ambiguous" }],
  ["an answer that never ends", "drip", { fault: "ambiguous", cause: "AbortError" }],
  ["200 with garbage", json(200, "{not json"), { fault: "ambiguous" }],
  [
    "200 with HTML",
    { status: 200, body: "<html>", headers: { "Content-Type": "text/html" } },
    { fault: "ambiguous", cause: "mismatch" },
  ],
  ["200 for another channel", other({}), { fault: "ambiguous", cause: "mismatch" }],
  ["a code that nobody knows", json(400, { message: "x", code: 987_654 }), { fault: "ambiguous", cause: "987654" }],
  ["400 without a code", json(400, {}), { fault: "ambiguous", cause: "http 400" }],
  ["413 without a code", json(413, {}), { fault: "content" }],
  ["401", refuse(401, 0), { fault: "stop" }],
  ["404 for a message under the nonce", refuse(404, 10008), { fault: "content", cause: "gone" }],
])("after %s one request was made and it is known for what it is", async (_, trouble, known) => {
  const frozen = freeze(rig.channel("announcements"));
  const before = rig.attempts();
  rig.server.trouble(trouble);
  await expect(rig.platform.post(frozen)).rejects.toMatchObject(known);
  expect(rig.attempts() - before).toBe(1);
});

test("200 with our marker in another channel is no success", async () => {
  const frozen = freeze(rig.channel("announcements"));
  rig.server.trouble(other({ components: [{ type: 2, custom_id: `x~${frozen.id}` }] }));
  await expect(rig.platform.post(frozen)).rejects.toMatchObject({ fault: "ambiguous", cause: "mismatch" });
});

test("200 with another delivery's marker is no success", async () => {
  const channel = rig.channel("announcements");
  rig.server.trouble(
    other({
      channel_id: channel,
      components: [{ type: 17, components: [{ type: 2, custom_id: `x~${newMarker()}` }] }],
    }),
  );
  await expect(rig.platform.post(freeze(channel))).rejects.toMatchObject({ fault: "ambiguous", cause: "mismatch" });
});

test.each<[string, Trouble, number]>([
  ["one second", limited(1), 1000],
  ["a fraction", limited(0.3), 1000],
  ["an hour", limited(3600), 3_600_000],
  ["by the header alone", { status: 429, body: "{}", headers: { "Retry-After": "7" } }, 7000],
  ["by the body alone", json(429, { retry_after: 6.5, global: false }), 6500],
  ["nothing at all", json(429, {}), 1000],
  ["no time", { status: 429, body: { retry_after: 0 }, headers: { "Retry-After": "0" } }, 1000],
  ["less than nothing", { status: 429, body: { retry_after: -5 }, headers: { "Retry-After": "-5" } }, 1000],
  [
    "something that is no number",
    { status: 429, body: { retry_after: "soon" }, headers: { "Retry-After": "soon" } },
    1000,
  ],
  ["a year", { status: 429, body: {}, headers: { "Retry-After": "31536000" } }, 86_400_000],
  ["on a shared resource", limited(2, "shared"), 2000],
])("a limit of %s is waited for, outside", async (_, trouble, retryMs) => {
  const channel = rig.channel("announcements");
  const before = rig.attempts();
  rig.server.trouble(trouble);
  const effort = beginEffort();
  const failed = await rig.platform.post(freeze(channel)).catch((error: unknown) => error);
  expect(failed).toMatchObject({ fault: "wait" });
  const told = (failed as { retryMs: number }).retryMs;
  expect(told).toBeGreaterThanOrEqual(retryMs);
  expect(told).toBeLessThanOrEqual(retryMs + 100);
  expect(effort.waitedMs()).toBeLessThan(200);
  expect(rig.attempts() - before).toBe(1);
});

test("a channel whose limit is used up is not even asked", async () => {
  const channel = rig.channel("busy");
  const outcomes: unknown[] = [];
  for (let n = 0; n < 11; n++) outcomes.push(await rig.platform.post(freeze(channel)).catch((error: unknown) => error));
  expect(outcomes.slice(0, 10).every((outcome) => !(outcome instanceof Error))).toBe(true);
  expect(outcomes[10]).toMatchObject({ fault: "wait" });
  expect(rig.posts(channel)).toHaveLength(10);
  expect(rig.server.requests.filter(({ path }) => path.endsWith(`${channel}/messages`))).toHaveLength(10);
});

test("two posts to one channel at once never wait for each other: the second is told to come again", async () => {
  const channel = rig.channel("announcements");
  const before = rig.attempts();
  const both = await Promise.allSettled([rig.platform.post(freeze(channel)), rig.platform.post(freeze(channel))]);
  expect(both[0]?.status).toBe("fulfilled");
  expect(both[1]).toMatchObject({ status: "rejected", reason: { fault: "wait", retryMs: 1000 } });
  expect(rig.attempts() - before).toBe(1);
});

test("a limit on everything is remembered everywhere until it is over", async () => {
  const fresh = await openDiscordRig();
  try {
    const to = (channel: string): Frozen => ({
      ...freeze(channel),
      to: { platform: "discord", space: fresh.space, channel },
    });
    fresh.server.trouble(limited(1, "global"));
    await expect(fresh.platform.post(to(fresh.channel("a")))).rejects.toMatchObject({ fault: "wait" });
    await expect(fresh.platform.post(to(fresh.channel("b")))).rejects.toMatchObject({ fault: "wait" });
    expect(fresh.attempts()).toBe(1);
  } finally {
    await fresh.close();
  }
});

test("a refused token is a stop every time, not once", async () => {
  const fresh = await openDiscordRig();
  try {
    const to = { platform: "discord", space: fresh.space, channel: fresh.channel("a") } as const;
    fresh.disturb("revoke");
    for (let n = 0; n < 3; n++)
      await expect(fresh.platform.post({ ...freeze("1"), to })).rejects.toMatchObject({
        fault: "stop",
        cause: "http 401",
      });
  } finally {
    await fresh.close();
  }
});

test.each<[string, (channel: string) => void, string]>([
  ["is gone", (channel) => rig.server.state.channels.delete(channel), "10003"],
  ["cannot be seen", (channel) => denyIn(rig, channel, Bits.ViewChannel), "50001"],
  ["cannot be written to", (channel) => denyIn(rig, channel, Bits.SendMessages), "50013"],
])("a place that %s refuses, surely", async (_, spoil, cause) => {
  const channel = rig.channel("announcements");
  spoil(channel);
  await expect(rig.platform.post(freeze(channel))).rejects.toMatchObject({ fault: "place", cause });
});
