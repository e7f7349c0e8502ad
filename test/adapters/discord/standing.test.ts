import { PermissionFlagsBits as Bits } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Frozen } from "../../../src/core/bot/platform.ts";
import type { Lack } from "../../../src/core/network/place.ts";
import { denyIn, freezeFor } from "../../support/discord/posting.ts";
import { type DiscordRig, openDiscordRig } from "../../support/discord/rig.ts";
import { addChannel, addGuild, addRole, type Channel, newId } from "../../support/discord/state.ts";

let rig: DiscordRig;
/** A new one for each test: a client that has made fifty requests in a second makes no more. */
beforeEach(async () => {
  rig = await openDiscordRig({ patience: { requestMs: 400 } });
});
afterEach(async () => {
  expect(rig.server.violations).toEqual([]);
  await rig.close();
});

const freeze = (channel: string): Frozen => freezeFor(rig, channel);
const deny = (channel: string, bits: bigint): void => denyIn(rig, channel, bits);
const standing = (channel: string, thread?: string) =>
  rig.platform.standing({ platform: "discord", space: rig.space, channel, ...(thread !== undefined && { thread }) });

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
  expect(await standing(id)).toEqual({ name: id, lacks: ["elsewhere"] });
});

test("nothing can be posted to a category", async () => {
  expect((await standing(rig.addChannel({ name: "archive", type: 4 }))).lacks).toEqual(["unpostable"]);
});

const forum = (given: Partial<Channel> = {}, without: readonly Lack[] = []): string => {
  const id = rig.addChannel({ name: "forum", type: 15, without });
  Object.assign(rig.server.state.channels.get(id) ?? {}, given);
  return id;
};

test("in a forum posts are created and written in, and no thread is opened", async () => {
  expect(await standing(forum())).toEqual({ name: "#forum", lacks: [] });
  expect((await standing(forum({}, ["create-threads"]))).lacks).toEqual([]);
  expect((await standing(forum({}, ["send", "send-in-threads"]))).lacks).toEqual(["create-posts", "send-in-threads"]);
  expect((await standing(forum({}, ["view"]))).lacks).toEqual(["view"]);
});

test("a forum that wants a tag must have one that the bot may use", async () => {
  const tag = { id: "1", name: "Question", moderated: false };
  expect((await standing(forum({ requiresTag: true }))).lacks).toEqual(["tags"]);
  expect((await standing(forum({ requiresTag: true, tags: [{ ...tag, moderated: true }] }))).lacks).toContain("tags");
  expect((await standing(forum({ requiresTag: true, tags: [tag] }))).lacks).toEqual([]);
});

test("the chat of a voice channel is read only by who may connect", async () => {
  const voice = rig.addChannel({ name: "voice", type: 2 });
  expect(await standing(voice)).toEqual({ name: "#voice", lacks: [], threadless: true });
  deny(voice, Bits.Connect);
  expect((await standing(voice)).lacks).toEqual(["connect"]);
});

test("slow mode keeps no bot from posting", async () => {
  const channel = rig.channel("slow");
  Object.assign(rig.server.state.channels.get(channel) ?? {}, { slow: 21_600 });
  expect((await standing(channel)).lacks).toEqual([]);
});

test("in time-out the bot may look and nothing else, until the time-out is over or it administers", async () => {
  const { bot, guilds } = rig.server.state;
  const channel = rig.channel("discussion");
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  bot.timeoutUntil = inAnHour;
  expect((await standing(channel)).lacks).toEqual(["timeout"]);
  await expect(rig.platform.post(freeze(channel))).rejects.toMatchObject({ fault: "place", cause: "50013" });
  bot.timeoutUntil = "2026-01-01T00:00:00.000000+00:00";
  expect((await standing(channel)).lacks).toEqual([]);
  const guild = guilds.get(rig.space);
  if (guild) bot.roles.push(addRole(guild, "Bots", Bits.Administrator).id);
  bot.timeoutUntil = inAnHour;
  expect((await standing(channel)).lacks).toEqual([]);
  bot.roles.length = 0;
});

test("a thread that sleeps is no obstacle; a locked one is, closed or not, unless the bot may manage threads", async () => {
  const channel = rig.channel("discussion");
  const id = rig.addChannel({ name: "Reading group", type: 11 });
  const thread: Channel = { id, guild: rig.space, name: "Reading group", type: 11, parent: channel, overwrites: [] };
  rig.server.state.channels.set(id, thread);
  thread.archived = true;
  expect(await standing(id)).toEqual({ name: "#Reading group", lacks: [], threadless: true });
  thread.locked = true;
  expect((await standing(id)).lacks).toEqual(["closed"]);
  thread.archived = false;
  expect((await standing(id)).lacks).toEqual(["locked"]);
  const overwrites = rig.server.state.channels.get(channel)?.overwrites ?? [];
  overwrites.push({
    id: rig.server.state.bot.id,
    type: 1,
    allow: Bits.ManageThreads,
    deny: Bits.SendMessagesInThreads,
  });
  expect((await standing(id)).lacks).toEqual(["write-in-thread"]);
});

test("in a thread the channel's rights count, without the right to open others", async () => {
  const channel = rig.channel("discussion");
  const post = await rig.platform.post(freeze(channel));
  const { thread = "" } = await rig.platform.thread(post, "Answers");
  deny(channel, Bits.SendMessages | Bits.CreatePublicThreads);
  expect(await standing(channel, thread)).toEqual({ name: "#Answers", lacks: [], threadless: true });
  deny(channel, 0n);
  const place = rig.server.state.channels.get(thread);
  if (place) place.locked = true;
  expect((await standing(channel, thread)).lacks).toEqual(["locked"]);
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
