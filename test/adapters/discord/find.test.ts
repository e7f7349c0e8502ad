import { PermissionFlagsBits as Bits } from "discord.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { planNow } from "../../../src/core/delivery/plan.ts";
import { addDeliveries } from "../../../src/core/store/deliveries.ts";
import { setPlace } from "../../../src/core/store/spaces.ts";
import { refuse } from "../../support/discord/answers.ts";
import { createMessage, storeMessage, toMessage } from "../../support/discord/messages.ts";
import { announcement } from "../../support/discord/posting.ts";
import { type DiscordRig, openDiscordRig } from "../../support/discord/rig.ts";
import { addChannel, type Json, newId } from "../../support/discord/state.ts";
import { createForumPost } from "../../support/discord/threads.ts";
import { type Home, openHome } from "../../support/home.ts";

/** A post whose answer was lost, and whose event never came, is looked for where it should be: the real adapter and house. */

let rig: DiscordRig;
let home: Home;
let room: string;
let desk: string;
beforeEach(async () => {
  rig = await openDiscordRig({ patience: { requestMs: 400 } });
  [room, desk] = [rig.channel("discussion"), rig.channel("desk")];
  home = await openHome(rig.platform);
  const at = { platform: "discord", space: rig.space, channel: desk } as const;
  await home.store.transact((trx) => setPlace(trx, at, { purpose: "desk", name: "#desk" }));
});
afterEach(async () => {
  await home.close();
  await rig.close();
  expect(home.errors).toEqual([]);
  expect(rig.server.violations).toEqual([]);
});

let count = 0;
const plan = async (channel = room, thread?: string): Promise<string> => {
  const to = { platform: "discord", space: rig.space, channel, ...(thread && { thread }) } as const;
  const planned = planNow({
    what: `question/f${++count}`,
    to,
    message: announcement(),
    now: Date.now(),
    lateMs: 600_000,
  });
  await home.store.transact((trx) => addDeliveries(trx, [planned]));
  await home.dispatcher.tick();
  return planned.id;
};
const row = (id: string) =>
  home.store.transact((trx) =>
    trx
      .selectFrom("deliveries")
      .select(["state", "evidence", "message_id", "attempts", "cause"])
      .where("id", "=", id)
      .executeTakeFirst(),
  );
const looks = () => rig.server.requests.filter(({ method, path }) => method === "GET" && /\/messages/u.test(path));
const body = (): Json => JSON.parse(rig.server.requests.at(-1)?.raw ?? "{}") as Json;
/** Discord posts it, tells nobody, and fails to answer. */
const silently = (post: (channel: string) => unknown, channel = room) =>
  rig.server.trouble(() => {
    post(channel);
    return { status: 502, body: "bad gateway" };
  });
const posted = () => rig.server.state.messages.filter(({ channel_id }) => channel_id === room);

describe("in a channel", () => {
  test("it is found by its marker, however much was said since", async () => {
    const { events, state } = rig.server;
    silently((channel) => createMessage(state, channel, body()));
    const id = await plan();
    for (let n = 0; n < 130; n++) events.say({ id: "9", name: "Ann", bot: false }, room, `${n}`);
    expect(await row(id)).toMatchObject({ state: "unknown", cause: "http 502" });
    await home.later({ seconds: 36 });
    expect(await row(id)).toMatchObject({ state: "sent", evidence: "history", message_id: posted()[0]?.id });
    await home.later({ seconds: 60 });
    expect(rig.server.posts()).toBe(1);
  });

  test("where it is not, it is posted, after two looks over every page", async () => {
    const { events } = rig.server;
    rig.server.trouble({ status: 502, body: "bad gateway" });
    const id = await plan();
    for (let n = 0; n < 230; n++) events.say({ id: "9", name: "Ann", bot: false }, room, `${n}`);
    await home.later({ seconds: 36 });
    expect(await row(id)).toMatchObject({ state: "unknown" });
    expect(looks()).toHaveLength(3);
    await home.later({ seconds: 31 });
    expect(looks()).toHaveLength(6);
    await expect.poll(() => row(id)).toMatchObject({ state: "sent", attempts: 2 });
    expect(rig.posts(room).filter(({ buttons }) => buttons.length > 0)).toHaveLength(1);
  });

  test("another's copy of it, and a webhook's, is not it", async () => {
    const { state } = rig.server;
    rig.server.trouble({ status: 502, body: "bad gateway" });
    const id = await plan();
    const components = [{ type: 1, components: [{ type: 2, style: 2, label: "x", custom_id: `p~${id}` }] }];
    const { author, ...copy } = storeMessage(state, { id: newId(), channel: room, body: { components } });
    state.messages.push(
      { ...copy, id: newId(), author: { ...author, id: "9" }, pings: [`@${state.bot.id}`] },
      { ...copy, id: newId(), author, webhook: "7" },
    );
    state.messages.splice(0, 1);
    await home.later({ seconds: 36 });
    expect(await row(id)).toMatchObject({ state: "unknown" });
  });

  test("without Read Message History, where Discord's list is empty, a person is asked at once", async () => {
    const { state } = rig.server;
    state.channels.get(room)?.overwrites.push({ id: rig.space, type: 0, allow: 0n, deny: Bits.ReadMessageHistory });
    silently((channel) => createMessage(state, channel, body()));
    const id = await plan();
    await home.later({ seconds: 36 });
    expect(await row(id)).toMatchObject({ state: "held", attempts: 1 });
    expect(looks()).toEqual([]);
    await expect.poll(() => rig.posts(desk)).toHaveLength(1);
    expect(rig.posts(desk)[0]?.text).toContain("It is unclear whether");
  });

  test("a reading that fails is none", async () => {
    rig.server.trouble({ status: 502, body: "bad gateway" });
    const id = await plan();
    rig.server.trouble({ status: 500, body: {} }, "other");
    await home.later({ seconds: 36 });
    rig.server.trouble("cut", "other");
    await home.later({ seconds: 31 });
    await home.later({ seconds: 31 });
    expect(await row(id)).toMatchObject({ state: "unknown", attempts: 1 });
    await home.later({ seconds: 31 });
    await expect.poll(() => row(id)).toMatchObject({ state: "sent", attempts: 2 });
  });

  test("taken away before it was looked for, it is not posted again: its nonce says so", async () => {
    const { state } = rig.server;
    silently((channel) => createMessage(state, channel, body()));
    const id = await plan();
    const [first] = posted();
    if (first !== undefined) first.deleted = true;
    await home.later({ seconds: 36 });
    await home.later({ seconds: 31 });
    await expect.poll(() => row(id)).toMatchObject({ state: "sent", attempts: 2, message_id: null });
    await expect.poll(() => rig.posts(desk)).toHaveLength(1);
    expect(rig.posts(desk)[0]?.text).toContain("Somebody deleted my post");
    expect(posted().filter(({ deleted }) => !deleted)).toEqual([]);
  });
});

test("in the chat of a voice channel that it may not connect to, a person is asked at once", async () => {
  const voice = rig.addChannel({ name: "voice", type: 2 });
  rig.server.state.channels.get(voice)?.overwrites.push({ id: rig.space, type: 0, allow: 0n, deny: Bits.Connect });
  silently((channel) => createMessage(rig.server.state, channel, body()), voice);
  const id = await plan(voice);
  await home.later({ seconds: 36 });
  expect(await row(id)).toMatchObject({ state: "held", attempts: 1 });
  expect(looks()).toEqual([]);
});

test("a page that comes again and again is not read for ever", async () => {
  const { events, state } = rig.server;
  rig.server.trouble({ status: 502, body: "bad gateway" });
  const id = await plan();
  for (let n = 0; n < 130; n++) events.say({ id: "9", name: "Ann", bot: false }, room, `${n}`);
  const page = state.messages.filter(({ channel_id }) => channel_id === room).slice(0, 100);
  const again = { status: 200, body: page.map((one) => toMessage(one)) };
  rig.server.always((path) => (path.endsWith("/messages") ? again : undefined));
  await home.later({ seconds: 36 });
  expect(looks()).toHaveLength(2);
  expect(await row(id)).toMatchObject({ state: "unknown", attempts: 1 });
});

test("in a thread it is found there", async () => {
  const { state } = rig.server;
  const first = await plan();
  const message = (await row(first))?.message_id ?? "";
  const thread = (
    await rig.platform.thread({ at: { platform: "discord", space: rig.space, channel: room }, message }, "Talk")
  ).thread;
  silently((channel) => createMessage(state, channel, body()), thread);
  const id = await plan(room, thread);
  await home.later({ seconds: 36 });
  expect(await row(id)).toMatchObject({ state: "sent", evidence: "history", message_id: state.messages.at(-1)?.id });
});

describe("in a forum", () => {
  const newForum = (): string => {
    const { id } = addChannel(rig.server.state, { guild: rig.space, name: "forum", type: 15 });
    rig.server.events.addedChannel(id);
    return id;
  };

  test.each([false, true])("it is found by the thread that it began (closed meanwhile: %s)", async (isClosed) => {
    const { state } = rig.server;
    const forum = newForum();
    silently((channel) => createForumPost(state, channel, body()), forum);
    const id = await plan(forum);
    const thread = [...state.channels.values()].find(({ parent }) => parent === forum);
    if (thread !== undefined && isClosed)
      Object.assign(thread, { archived: true, archivedAt: new Date().toISOString() });
    // Somebody else's threads stand there as well.
    createForumPost(state, forum, { name: "Other", message: {} });
    await home.later({ seconds: 36 });
    expect(await row(id)).toMatchObject({ state: "sent", evidence: "history", message_id: thread?.id });
    expect(rig.server.posts()).toBe(1);
  });

  test("a thread that somebody takes away while it is looked for is no reason to ask", async () => {
    const { state } = rig.server;
    const forum = newForum();
    createForumPost(state, forum, { name: "Older", message: {} });
    const other = [...state.channels.values()].find(({ parent }) => parent === forum)?.id ?? "";
    rig.server.trouble({ status: 502, body: "bad gateway" });
    const id = await plan(forum);
    rig.server.always((path) => (path.startsWith(`/channels/${other}/messages/`) ? refuse(404, 10003) : undefined));
    await home.later({ seconds: 36 });
    expect(await row(id)).toMatchObject({ state: "unknown" });
    expect(looks()).toHaveLength(1);
  });

  test("where it is not, it is filed once more", async () => {
    const forum = newForum();
    rig.server.trouble({ status: 502, body: "bad gateway" });
    const id = await plan(forum);
    await home.later({ seconds: 36 });
    await home.later({ seconds: 31 });
    await expect.poll(() => row(id)).toMatchObject({ state: "sent", attempts: 2 });
    expect([...rig.server.state.channels.values()].filter(({ parent }) => parent === forum)).toHaveLength(1);
  });
});
