import { PermissionFlagsBits as Bits } from "discord.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Frozen, Heading } from "../../../src/core/bot/platform.ts";
import { refuse } from "../../support/discord/answers.ts";
import { announcement, denyIn, freezeFor } from "../../support/discord/posting.ts";
import { type DiscordRig, openDiscordRig } from "../../support/discord/rig.ts";
import type { Channel, Tag } from "../../support/discord/state.ts";

/** Posting and editing in every kind of channel, at the seam. */

let rig: DiscordRig;
beforeEach(async () => {
  rig = await openDiscordRig({ patience: { requestMs: 400 } });
});
afterEach(async () => {
  expect(rig.server.violations).toEqual([]);
  await rig.close();
});

const freeze = (channel: string, heading?: Heading): Frozen => ({
  ...freezeFor(rig, channel),
  ...(heading && { heading }),
});
const channelAt = (id: string): Channel => {
  const channel = rig.server.state.channels.get(id);
  if (channel === undefined) throw new Error("no such channel");
  return channel;
};
const tag = (id: string, name: string, moderated = false): Tag => ({ id, name, moderated });
const forum = (
  given: { readonly tags?: readonly Tag[]; readonly requiresTag?: boolean; readonly type?: number } = {},
) => {
  const id = rig.addChannel({ name: "questions", type: given.type ?? 15 });
  Object.assign(channelAt(id), given.tags && { tags: given.tags }, { requiresTag: given.requiresTag ?? false });
  return id;
};
const HEADING: Heading = { title: "Question 2: Build Back Better", labels: ["Build Back Better", "2", "question"] };
const lastBody = (ending: string) =>
  JSON.parse(
    rig.server.requests.findLast(({ path, method }) => path.endsWith(ending) && method !== "GET")?.raw ?? "{}",
  );

describe.each([15, 16])("in a forum (%i)", (type) => {
  test("a message is a post of its own: one request, with its title, a week, and the frozen message", async () => {
    const channel = forum({ type });
    const before = rig.attempts();
    const frozen = freeze(channel, HEADING);
    const post = await rig.platform.post(frozen);
    expect(rig.attempts() - before).toBe(1);
    const { message, ...filed } = lastBody("/threads");
    expect(filed).toEqual({ name: "Question 2: Build Back Better", auto_archive_duration: 10_080 });
    const { nonce, enforce_nonce, ...said } = JSON.parse(frozen.body);
    expect(message).toEqual(said);
    expect([nonce, enforce_nonce]).toEqual([frozen.id, true]);
    expect(post).toEqual({ at: frozen.to, message: rig.server.state.messages.at(-1)?.id });
    expect(channelAt(post.message)).toMatchObject({ parent: channel, name: HEADING.title });
  });

  test("answers stand in the post itself, and nothing is asked for that", async () => {
    const post = await rig.platform.post(freeze(forum({ type }), HEADING));
    const before = rig.server.requests.length;
    expect(await rig.platform.thread(post, "x")).toEqual({ ...post.at, thread: post.message });
    expect(rig.server.requests).toHaveLength(before);
  });
});

test("a title is cut at a hundred characters and never empty", async () => {
  const channel = forum();
  await rig.platform.post(freeze(channel, { title: `${"long ".repeat(40)}`, labels: [] }));
  expect(lastBody("/threads").name.length).toBeLessThanOrEqual(100);
  await rig.platform.post(freeze(channel));
  expect(lastBody("/threads").name).toBe("…");
});

test.each<[string, { tags?: readonly Tag[]; requiresTag?: boolean }, readonly string[] | undefined]>([
  ["none where there is none", {}, undefined],
  ["none where none fits and none must be", { tags: [tag("1", "Off topic")] }, undefined],
  [
    "the forum's first where one must be and none fits",
    { tags: [tag("1", "Off topic"), tag("2", "b")], requiresTag: true },
    ["1"],
  ],
  ["the one that is called as the question is", { tags: [tag("1", "x"), tag("2", "build back better")] }, ["2"]],
  [
    "the label before the number before the word",
    { tags: [tag("1", "Question"), tag("2", "2"), tag("3", "Build Back Better")] },
    ["3", "2", "1"],
  ],
  [
    "none that only moderators may set",
    { tags: [tag("1", "Question", true), tag("2", "x")], requiresTag: true },
    ["2"],
  ],
])("a post gets %s", async (_, given, applied) => {
  await rig.platform.post(freeze(forum(given), HEADING));
  expect(lastBody("/threads").applied_tags).toEqual(applied);
});

test("never more than five tags", async () => {
  const tags = Array.from({ length: 8 }, (_, n) => tag(String(n), `t${n}`));
  await rig.platform.post(freeze(forum({ tags }), { title: "x", labels: tags.map(({ name }) => name) }));
  expect(lastBody("/threads").applied_tags).toEqual(["0", "1", "2", "3", "4"]);
});

test("a forum that wants a tag and has none refuses, surely", async () => {
  const channel = forum({ requiresTag: true });
  await expect(rig.platform.post(freeze(channel, HEADING))).rejects.toMatchObject({ fault: "place", cause: "40066" });
});

test.each(["lose", "hang", "cut"] as const)(
  "an answer that a forum did not give (%s) leaves it open whether the post is there",
  async (trouble) => {
    const frozen = freeze(forum(), HEADING);
    rig.server.trouble(trouble);
    await expect(rig.platform.post(frozen)).rejects.toMatchObject({ fault: "ambiguous" });
  },
);

test("an answer for another forum, or without our marker, is no success", async () => {
  const channel = forum();
  for (const body of [
    { id: "1", parent_id: "1" },
    { id: "1", parent_id: channel, message: { components: [] } },
  ]) {
    rig.server.trouble({ status: 201, body });
    await expect(rig.platform.post(freeze(channel))).rejects.toMatchObject({ fault: "ambiguous", cause: "mismatch" });
  }
});

test.each([2, 13])("in the chat of a voice or stage channel (%i) answers stand among the rest", async (type) => {
  const channel = rig.addChannel({ name: "hall", type });
  denyIn(rig, channel, Bits.Connect);
  const post = await rig.platform.post(freeze(channel));
  expect(await rig.platform.thread(post, "x")).toEqual(post.at);
  expect(await rig.platform.standing(post.at)).toEqual({ name: "#hall", lacks: ["connect"], threadless: true });
});

const threadIn = (parent: string, given: Partial<Channel> = {}): string => {
  const id = rig.addChannel({ name: "Reading group", type: 11 });
  const thread = { ...channelAt(id), parent, ...given };
  rig.server.state.channels.set(id, thread);
  return id;
};

test("a thread is a place: a post wakes it, and answers stand in it", async () => {
  const thread = threadIn(rig.channel("discussion"), { archived: true });
  const post = await rig.platform.post(freeze(thread));
  expect(channelAt(thread).archived).toBe(false);
  expect(await rig.platform.thread(post, "x")).toEqual(post.at);
});

test("a locked thread takes no post", async () => {
  const thread = threadIn(rig.channel("discussion"), { locked: true });
  await expect(rig.platform.post(freeze(thread))).rejects.toMatchObject({ fault: "place", cause: "160005" });
});

describe("an edit", () => {
  const said = (words: string, id: string) => ({ id, message: announcement(words) });

  test.each([
    ["a channel", () => rig.channel("a")],
    ["an announcement channel", () => rig.addChannel({ name: "b", type: 5 })],
    ["a voice channel", () => rig.addChannel({ name: "c", type: 2 })],
    ["a thread", () => threadIn(rig.channel("a"))],
    ["a forum", () => forum()],
  ])("changes what a post in %s says, keeps its marker and calls nobody", async (_, make) => {
    const frozen = freeze(make());
    const post = await rig.platform.post(frozen);
    for (let n = 0; n < 2; n++) await rig.platform.edit(post, said("It is on Sunday.", frozen.id));
    const { raw, method } = rig.server.requests.at(-1) ?? {};
    expect(method).toBe("PATCH");
    expect(JSON.parse(raw ?? "")).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(raw).toContain(`~${frozen.id}"`);
    const stored = rig.server.state.messages.filter(({ id }) => id === post.message);
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored[0]?.components)).toContain("It is on Sunday.");
  });

  test("of a post that was deleted says so", async () => {
    const frozen = freeze(rig.channel("a"));
    const post = await rig.platform.post(frozen);
    Object.assign(rig.server.state.messages.at(-1) ?? {}, { deleted: true });
    await expect(rig.platform.edit(post, said("x", frozen.id))).rejects.toMatchObject({
      fault: "content",
      cause: "gone",
    });
  });

  test.each([
    ["a post of a forum", () => forum()],
    ["a message with its channel", () => rig.channel("a")],
  ])("of %s that was deleted says so, too", async (_, make) => {
    const channel = make();
    const frozen = freeze(channel);
    const post = await rig.platform.post(frozen);
    const { channels } = rig.server.state;
    rig.server.events.deleteChannel(channels.has(post.message) ? post.message : channel);
    await expect(rig.platform.edit(post, said("x", frozen.id))).rejects.toMatchObject({ cause: "gone" });
  });

  test("in a thread that sleeps wakes it first", async () => {
    const frozen = freeze(forum());
    const post = await rig.platform.post(frozen);
    channelAt(post.message).archived = true;
    await rig.platform.edit(post, said("Later.", frozen.id));
    expect(channelAt(post.message).archived).toBe(false);
    expect(JSON.stringify(rig.server.state.messages.at(-1)?.components)).toContain("Later.");
  });

  test("in a thread that is closed and locked is refused by the place", async () => {
    const frozen = freeze(forum());
    const post = await rig.platform.post(frozen);
    Object.assign(channelAt(post.message), { archived: true, locked: true });
    await expect(rig.platform.edit(post, said("x", frozen.id))).rejects.toMatchObject({
      fault: "place",
      cause: "50013",
    });
  });

  test.each([
    ["refused for now", refuse(400, 30_046), { fault: "wait", cause: "30046", retryMs: 900_000 }],
    ["without an answer", "lose", { fault: "wait" }],
    ["that failed inside Discord", { status: 502, body: "<html>" }, { fault: "wait", cause: "http 502" }],
    ["that is not ours to make", refuse(403, 50_005), { fault: "content", cause: "50005" }],
    ["with a refused token", refuse(401, 0), { fault: "stop" }],
  ] as const)("%s is one request and known for what it is", async (_, trouble, known) => {
    const frozen = freeze(rig.channel("a"));
    const post = await rig.platform.post(frozen);
    rig.server.trouble(trouble, "edit");
    const before = rig.server.requests.length;
    await expect(rig.platform.edit(post, said("x", frozen.id))).rejects.toMatchObject(known);
    expect(rig.server.requests.length - before).toBe(1);
  });
});
