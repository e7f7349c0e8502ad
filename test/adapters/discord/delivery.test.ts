import { PermissionFlagsBits as Bits } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Address } from "../../../src/core/bot/call.ts";
import { buttons, type Message, message, text } from "../../../src/core/bot/message.ts";
import type { Frozen, Lack } from "../../../src/core/bot/platform.ts";
import { limited, refuse } from "../../support/discord/answers.ts";
import { type DiscordRig, openDiscordRig } from "../../support/discord/rig.ts";
import type { Trouble } from "../../support/discord/server.ts";
import { addChannel, addGuild, addRole, newId } from "../../support/discord/state.ts";

let rig: DiscordRig;
/** A new one for each test: a client that has made fifty requests in a second makes no more. */
beforeEach(async () => {
  rig = await openDiscordRig({ patience: { requestMs: 400 } });
});
afterEach(async () => {
  expect(rig.server.violations).toEqual([]);
  await rig.close();
});

let count = 0;
/** Twenty-four characters of base32, a new one each time. */
const newMarker = (): string =>
  `delivery${"a".repeat(10)}${(++count).toString(2).padStart(6, "0").replaceAll("0", "a").replaceAll("1", "b")}`;

const announcement = (words = "A webinar in May.", press = "webinar show?webinar=3"): Message =>
  message(
    text(words),
    buttons({ label: "About", press }, { label: "Attend", press: "attend?webinar=3", style: "primary" }),
  );

const freeze = (channel: string, said = announcement(), id = newMarker()): Frozen => {
  const to: Address = { platform: "discord", space: rig.space, channel };
  return { id, to, body: rig.platform.render({ id, to, message: said }) };
};

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

test("a post that was deleted meanwhile is not sent again, and nothing is claimed", async () => {
  const frozen = freeze(rig.channel("announcements"));
  await rig.platform.post(frozen);
  const stored = rig.server.state.messages.at(-1);
  if (stored) stored.deleted = true;
  await expect(rig.platform.post(frozen)).rejects.toMatchObject({ fault: "ambiguous", cause: "10008" });
});

test("a post goes into a thread", async () => {
  const channel = rig.channel("announcements");
  const first = await rig.platform.post(freeze(channel));
  const at = await rig.platform.thread(first, "Answers");
  const frozen = { ...freeze(channel), to: at };
  expect(await rig.platform.post(frozen)).toMatchObject({ at });
  expect(rig.server.state.messages.at(-1)?.channel_id).toBe(at.thread);
});

test("nothing is sent to a server that is not the network's", async () => {
  const before = rig.attempts();
  const frozen = freeze(rig.channel("a"));
  await expect(rig.platform.post({ ...frozen, to: { ...frozen.to, space: newId() } })).rejects.toMatchObject({
    fault: "place",
  });
  expect(rig.attempts()).toBe(before);
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
  ["404 for a message under the nonce", refuse(404, 10008), { fault: "ambiguous", cause: "10008" }],
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
  const started = performance.now();
  const failed = await rig.platform.post(freeze(channel)).catch((error: unknown) => error);
  expect(failed).toMatchObject({ fault: "wait" });
  const told = (failed as { retryMs: number }).retryMs;
  expect(told).toBeGreaterThanOrEqual(retryMs);
  expect(told).toBeLessThanOrEqual(retryMs + 100);
  expect(performance.now() - started).toBeLessThan(200);
  expect(rig.attempts() - before).toBe(1);
});

test("a channel whose limit is used up is not even asked", async () => {
  const channel = rig.channel("busy");
  const outcomes: unknown[] = [];
  for (let n = 0; n < 11; n++) outcomes.push(await rig.platform.post(freeze(channel)).catch((error: unknown) => error));
  expect(outcomes.slice(0, 10).every((outcome) => !(outcome instanceof Error))).toBe(true);
  expect(outcomes[10]).toMatchObject({ fault: "wait" });
  expect(rig.posts(channel)).toHaveLength(10);
  expect(rig.server.requests.filter(({ path }) => path.includes(channel))).toHaveLength(10);
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
  ["cannot be seen", (channel) => deny(channel, Bits.ViewChannel), "50001"],
  ["cannot be written to", (channel) => deny(channel, Bits.SendMessages), "50013"],
])("a place that %s refuses, surely", async (_, spoil, cause) => {
  const channel = rig.channel("announcements");
  spoil(channel);
  await expect(rig.platform.post(freeze(channel))).rejects.toMatchObject({ fault: "place", cause });
});

const deny = (channel: string, bits: bigint): void => {
  rig.server.state.channels
    .get(channel)
    ?.overwrites.push({ id: rig.server.state.bot.id, type: 1, allow: 0n, deny: bits });
};

test("a thread is opened under a post, and is the answer again when it is there", async () => {
  const channel = rig.channel("announcements");
  const post = await rig.platform.post(freeze(channel));
  const title = `Questions about ${"𝛌".repeat(80)}`;
  const address = await rig.platform.thread(post, title);
  expect(address).toEqual({ platform: "discord", space: rig.space, channel, thread: post.message });
  expect(await rig.platform.thread(post, title)).toEqual(address);
  expect(await rig.platform.thread({ at: address, message: newId() }, "deeper")).toEqual(address);
  const [seen] = rig.posts(channel);
  const [name] = seen ? rig.threads(seen) : [];
  expect(name?.length).toBeLessThanOrEqual(100);
  expect(name?.isWellFormed()).toBe(true);
  expect(rig.server.requests.findLast(({ path }) => path.endsWith("/threads"))?.raw).toContain(
    '"auto_archive_duration":10080',
  );
});

test("a thread that may not be opened is refused by the place", async () => {
  const channel = rig.channel("announcements", ["create-threads"]);
  const post = await rig.platform.post(freeze(channel));
  await expect(rig.platform.thread(post, "x")).rejects.toMatchObject({ fault: "place", cause: "50013" });
});

const standing = (channel: string, thread?: string) =>
  rig.platform.standing({ platform: "discord", space: rig.space, channel, ...(thread !== undefined && { thread }) });

test("a place where everything is right lacks nothing", async () => {
  expect(await standing(rig.channel("discussion"))).toEqual({ name: "#discussion", lacks: [] });
  expect(await standing(rig.addChannel({ name: "news", type: 5 }))).toEqual({ name: "#news", lacks: [] });
});

test.each<Lack>(["send", "history", "create-threads", "send-in-threads"])(
  "a place without the right %s says so",
  async (lack) => {
    expect(await standing(rig.channel("discussion", [lack]))).toEqual({ name: "#discussion", lacks: [lack] });
  },
);

test("several rights that are missing are all said", async () => {
  expect((await standing(rig.channel("x", ["history", "send"]))).lacks).toEqual(["send", "history"]);
});

test("a place that cannot be seen lacks that, one that is gone is gone", async () => {
  expect((await standing(rig.channel("x", ["view"]))).lacks).toEqual(["view"]);
  expect((await standing(rig.channel("x", ["gone"]))).lacks).toEqual(["gone"]);
});

test("a channel of another server is as good as gone", async () => {
  const { state } = rig.server;
  const guild = addGuild(state, "Others");
  const { id } = addChannel(state, { guild: guild.id, name: "theirs", type: 0 });
  expect(await standing(id)).toEqual({ name: id, lacks: ["gone"] });
});

test("nothing can be posted to a forum or a category as such", async () => {
  expect((await standing(rig.addChannel({ name: "forum", type: 15 }))).lacks).toEqual(["send"]);
});

test("in a thread the channel's rights count, without the right to open others", async () => {
  const channel = rig.channel("discussion");
  const post = await rig.platform.post(freeze(channel));
  const { thread = "" } = await rig.platform.thread(post, "Answers");
  deny(channel, Bits.SendMessages | Bits.CreatePublicThreads);
  expect(await standing(channel, thread)).toEqual({ name: "#Answers", lacks: [] });
  deny(channel, 0n);
  const place = rig.server.state.channels.get(thread);
  if (place) place.locked = true;
  expect((await standing(channel, thread)).lacks).toEqual(["send-in-threads"]);
});

test("roles and overwrites are weighed as Discord weighs them", async () => {
  const { state } = rig.server;
  const guild = state.guilds.get(rig.space);
  if (!guild) throw new Error("no server");
  const channel = rig.channel("discussion");
  const overwrites = state.channels.get(channel)?.overwrites ?? [];
  const speakers = addRole(guild, "Speakers", 0n);
  overwrites.push({ id: guild.id, type: 0, allow: 0n, deny: Bits.SendMessages | Bits.ReadMessageHistory });
  expect((await standing(channel)).lacks).toEqual(["send", "history"]);
  overwrites.push({ id: speakers.id, type: 0, allow: Bits.SendMessages, deny: 0n });
  expect((await standing(channel)).lacks).toEqual(["send", "history"]);
  state.bot.roles.push(speakers.id);
  expect((await standing(channel)).lacks).toEqual(["history"]);
  overwrites.push({ id: state.bot.id, type: 1, allow: Bits.ReadMessageHistory, deny: Bits.SendMessages });
  expect((await standing(channel)).lacks).toEqual(["send"]);
  speakers.permissions = Bits.Administrator;
  expect((await standing(channel)).lacks).toEqual([]);
  state.bot.roles.length = 0;
});

test("a standing that cannot be asked for is a failure, not an answer", async () => {
  const fresh = await openDiscordRig();
  const at = { platform: "discord", space: fresh.space, channel: fresh.channel("a") } as const;
  fresh.server.state.token = "revoked";
  await expect(fresh.platform.standing(at)).rejects.toMatchObject({ fault: "stop" });
  await fresh.close();
  await expect(fresh.platform.standing(at)).rejects.toMatchObject({ fault: "wait" });
  await expect(fresh.platform.post({ ...freeze("1"), to: at })).rejects.toMatchObject({
    fault: "wait",
    cause: "ECONNREFUSED",
  });
});
