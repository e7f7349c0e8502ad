import { afterEach, beforeEach, expect, test } from "vitest";
import { planNow } from "../../../src/core/delivery/plan.ts";
import { addDeliveries, readDelivery } from "../../../src/core/store/deliveries.ts";
import { setPlace } from "../../../src/core/store/spaces.ts";
import { toGuildCreate } from "../../support/discord/guilds.ts";
import { announcement } from "../../support/discord/posting.ts";
import { type DiscordRig, openDiscordRig } from "../../support/discord/rig.ts";
import { addChannel, addGuild } from "../../support/discord/state.ts";
import { type Home, openHome } from "../../support/home.ts";

/** What Discord tells of our posts, from the gateway to the desk: the real adapter, the real house. */

let rig: DiscordRig;
let home: Home;
let room: string;
let desk: string;
beforeEach(async () => {
  rig = await openDiscordRig({ patience: { requestMs: 400 } });
  [room, desk] = [rig.channel("discussion"), rig.channel("desk")];
  home = await openHome(rig.platform);
  await home.store.transact(async (trx) => {
    for (const [purpose, channel] of [
      ["discussion", room],
      ["desk", desk],
    ] as const)
      await setPlace(trx, { platform: "discord", space: rig.space, channel }, { purpose, name: `#${purpose}` });
  });
});
afterEach(async () => {
  await home.close();
  await rig.close();
  expect(home.errors).toEqual([]);
});

let count = 0;
/** Plans a post, and answers its id. */
const plan = async (given: { readonly channel?: string; readonly thread?: string; readonly title?: string } = {}) => {
  const to = {
    platform: "discord",
    space: rig.space,
    channel: given.channel ?? room,
    ...(given.thread && { thread: given.thread }),
  } as const;
  const planned = {
    ...planNow({ what: `question/q${++count}`, to, message: announcement(), now: Date.now(), lateMs: 60_000 }),
    ...(given.title && { threadTitle: given.title }),
  };
  await home.store.transact((trx) => addDeliveries(trx, [planned]));
  return planned.id;
};
const row = (id: string) => home.store.transact((trx) => readDelivery(trx, id));
const evidence = (id: string) =>
  home.store.transact((trx) =>
    trx.selectFrom("deliveries").select(["state", "evidence", "message_id"]).where("id", "=", id).executeTakeFirst(),
  );
const post = async (given?: Parameters<typeof plan>[0]) => {
  const id = await plan(given);
  await home.dispatcher.tick();
  await expect.poll(async () => (await row(id))?.state).toBe("sent");
  return { id, message: (await row(id))?.messageId ?? "" };
};
const told = (): readonly string[] => rig.posts(desk).map(({ text }) => text);

test.each(["lose", "hang"] as const)(
  "an answer that is lost (%s) does not matter: the post itself is seen",
  async (how) => {
    rig.server.trouble(how);
    const id = await plan();
    await home.dispatcher.tick();
    await expect.poll(() => evidence(id)).toMatchObject({ state: "sent", evidence: "gateway" });
    expect((await evidence(id))?.message_id).toBe(rig.server.state.messages.at(-1)?.id);
    expect(rig.posts(room)).toHaveLength(1);
    expect(told()).toEqual([]);
  },
);

test("what was unclear becomes clear when the event comes late, with the resume", async () => {
  rig.server.gateway.cut();
  await expect.poll(() => rig.platform.state()).toBe("connecting");
  const id = await plan();
  await home.store.transact((trx) =>
    trx.updateTable("deliveries").set({ state: "held", next_at: null }).where("id", "=", id).execute(),
  );
  // Posted by a process that died before it heard so.
  const to = { platform: "discord", space: rig.space, channel: room } as const;
  await rig.platform.post({ id, to, body: rig.platform.render({ id, to, message: announcement() }) });
  expect((await evidence(id))?.state).toBe("held");
  await expect.poll(() => evidence(id)).toMatchObject({ state: "sent", evidence: "gateway" });
});

test("a post into a thread is evidence, too, and the thread below a post is opened once", async () => {
  const { message } = await post({ title: "Answers" });
  await expect.poll(() => rig.server.state.channels.has(message)).toBe(true);
  rig.server.trouble("lose");
  const id = await plan({ thread: message });
  await home.dispatcher.tick();
  await expect.poll(() => evidence(id)).toMatchObject({ state: "sent", evidence: "gateway" });
});

test("only our own message in the delivery's own channel is evidence", async () => {
  const id = await plan();
  await home.store.transact((trx) =>
    trx.updateTable("deliveries").set({ state: "held", next_at: null }).where("id", "=", id).execute(),
  );
  const { events, state } = rig.server;
  const components = [{ type: 1, components: [{ type: 2, style: 2, label: "x", custom_id: `p~${id}` }] }];
  const other = rig.channel("elsewhere");
  const stranger = { id: "9", name: "Copy", bot: true };
  // Who mentions the bot is shown to it whole.
  events.say(stranger, room, "x", { components, mentions: [{ id: state.bot.id }] });
  events.say(state.bot, room, "x", { components, webhook_id: "7" });
  events.say(state.bot, other, "x", { components });
  events.say(state.bot, room, "x", { components, nonce: "another" });
  events.say(state.bot, room, "x", { components: [] });
  await post();
  expect((await evidence(id))?.state).toBe("held");
  events.say(state.bot, room, "x", { components, nonce: id });
  await expect.poll(() => evidence(id)).toMatchObject({ state: "sent", evidence: "gateway" });
});

test("a post that somebody deletes is told at the desk once, and stays sent", async () => {
  const { id, message } = await post();
  rig.server.events.deleteMessage(message);
  await expect.poll(told).toHaveLength(1);
  expect(told()[0]).toContain("Somebody deleted my post “a question that was removed” in Discord #discussion.");
  rig.server.gateway.repeat("MESSAGE_DELETE");
  rig.server.events.deleteMessages(room, [message, "1"]);
  await post();
  expect(told()).toHaveLength(1);
  expect(await evidence(id)).toMatchObject({ state: "sent", message_id: message });
});

test("many deleted at once are told one by one; what people wrote is no news", async () => {
  const [first, second] = [await post(), await post()];
  const chat = rig.server.events.say({ id: "5", name: "Mei", bot: false }, room, "hello");
  rig.server.events.deleteMessages(room, [first.message, chat.id, second.message]);
  await expect.poll(told).toHaveLength(2);
});

test("the thread below a post that somebody deletes is told", async () => {
  const { message, id } = await post({ title: "Answers" });
  await expect.poll(async () => (await row(id))?.threadId).toBe(message);
  rig.server.events.deleteChannel(message);
  await expect.poll(told).toHaveLength(1);
  expect(told()[0]).toContain("Somebody deleted the thread below my post");
});

test("a channel that is deleted takes its posts along: told once, with their names and what it was for", async () => {
  await post();
  await post();
  rig.server.events.deleteChannel(room);
  await expect.poll(told).toHaveLength(1);
  expect(told()[0]).toContain(
    "Discord #discussion was deleted, and with it what I posted there: “a question that was removed”, “a question that was removed”. It was the channel for discussion. Choose another with /rostrum setup.",
  );
  rig.server.gateway.repeat("CHANNEL_DELETE");
  rig.server.events.deleteChannel(rig.channel("of no interest"));
  const last = rig.channel("last");
  await post({ channel: last });
  expect(told()).toHaveLength(1);
});

test("a server that is lost is told elsewhere; one that is only down is not", async () => {
  const { state, events, gateway } = rig.server;
  const guild = addGuild(state, "Second home");
  const channel = addChannel(state, { guild: guild.id, name: "news", type: 0 }).id;
  gateway.dispatch("GUILD_CREATE", toGuildCreate(state, guild));
  await expect
    .poll(() => home.store.transact((trx) => trx.selectFrom("spaces").select("name").execute()))
    .toHaveLength(2);
  await home.store.transact(async (trx) => {
    await trx.updateTable("spaces").set({ connected: 1 }).where("space", "=", guild.id).execute();
    await setPlace(trx, { platform: "discord", space: guild.id, channel }, { purpose: "desk", name: "#news" });
  });
  events.outage(guild.id);
  events.restore(guild.id);
  await post();
  expect(told()).toEqual([]);
  events.removeFrom(guild.id);
  await expect.poll(told).toHaveLength(1);
  expect(told()[0]).toContain("I am no longer in the Discord server “Second home”");
});
