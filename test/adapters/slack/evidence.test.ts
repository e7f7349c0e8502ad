import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toMac } from "../../../src/adapters/slack/post.ts";
import { planNow } from "../../../src/core/delivery/plan.ts";
import { addDeliveries, readDelivery } from "../../../src/core/store/deliveries.ts";
import { setPlace } from "../../../src/core/store/spaces.ts";
import { announcement } from "../../support/discord/posting.ts";
import { beginEffort } from "../../support/effort.ts";
import { type Home, openHome } from "../../support/home.ts";
import { deleteMessage } from "../../support/slack/events.ts";
import { openSlackRig, SECRET, type SlackRig } from "../../support/slack/rig.ts";
import { BOT } from "../../support/slack/state.ts";

/** What Slack tells of our posts, from its events to the desk: real Bolt, the real house. */

let rig: SlackRig;
let home: Home;
let room: string;
let desk: string;
beforeEach(async () => {
  rig = await openSlackRig();
  [room, desk] = [rig.channel("discussion"), rig.channel("desk")];
  home = await openHome(rig.platform);
  await home.store.transact(async (trx) => {
    for (const [purpose, channel] of [
      ["discussion", room],
      ["desk", desk],
    ] as const)
      await setPlace(trx, { platform: "slack", space: rig.space, channel }, { purpose, name: `#${purpose}` });
  });
});
afterEach(async () => {
  await home.close();
  await rig.close();
  expect(home.errors).toEqual([]);
});

let count = 0;
const plan = async (given: { readonly channel?: string; readonly thread?: string } = {}): Promise<string> => {
  const to = { platform: "slack", space: rig.space, channel: room, ...given } as const;
  const planned = planNow({
    what: `question/q${++count}`,
    to,
    message: announcement(),
    now: Date.now(),
    lateMs: 60_000,
  });
  await home.store.transact((trx) => addDeliveries(trx, [planned]));
  return planned.id;
};
const hold = async (given?: Parameters<typeof plan>[0]): Promise<string> => {
  const id = await plan(given);
  await home.store.transact((trx) =>
    trx.updateTable("deliveries").set({ state: "held", next_at: null }).where("id", "=", id).execute(),
  );
  return id;
};
const evidence = (id: string) =>
  home.store.transact((trx) =>
    trx.selectFrom("deliveries").select(["state", "evidence", "message_id"]).where("id", "=", id).executeTakeFirst(),
  );
const post = async (given?: Parameters<typeof plan>[0]) => {
  const id = await plan(given);
  await home.dispatcher.tick();
  await expect.poll(() => evidence(id)).toMatchObject({ state: "sent" });
  return { id, message: (await evidence(id))?.message_id ?? "" };
};
const told = (): readonly string[] => rig.posts(desk).map(({ text }) => text);
const channelAt = (id: string) => rig.server.workspace.channels.get(id) ?? expect.unreachable();
const tell = (event: Readonly<Record<string, unknown>>) => rig.server.workspace.tell(event);

test("an answer that is lost does not matter: the post itself is seen", async () => {
  rig.server.trouble({ kind: "lose" });
  const id = await plan();
  await home.dispatcher.tick();
  await expect.poll(() => evidence(id)).toMatchObject({ state: "sent", evidence: "gateway" });
  expect((await evidence(id))?.message_id).toBe(channelAt(room).messages[0]?.ts);
  expect(rig.posts(room)).toHaveLength(1);
});

test("so it is in a thread", async () => {
  const { message } = await post();
  rig.server.trouble({ kind: "lose" });
  const id = await plan({ thread: message });
  await home.dispatcher.tick();
  await expect.poll(() => evidence(id)).toMatchObject({ state: "sent", evidence: "gateway" });
});

describe("Evidence is", () => {
  const signed = (id: string, channel: string) => ({
    event_type: "rostrum_post",
    event_payload: { id, mac: toMac(id, channel, SECRET) },
  });
  const said = (id: string) => ({
    type: "message",
    bot_id: BOT.id,
    user: BOT.user,
    channel: room,
    ts: "9.9",
    metadata: signed(id, room),
  });

  test("neither another bot's, nor unsigned, nor signed for elsewhere, nor without its payload", async () => {
    const id = await hold();
    const metadata = signed(id, room);
    tell({ ...said(id), bot_id: "B0OTHER" });
    tell({ ...said(id), metadata: { ...metadata, event_payload: { id, mac: "x".repeat(22) } } });
    tell({ ...said(id), metadata: { ...metadata, event_payload: { id, mac: "é".repeat(22) } } });
    tell({ ...said(id), metadata: signed(id, desk) });
    tell({ ...said(id), channel: desk });
    tell({ ...said(id), metadata: { event_type: "rostrum_post", event_payload: {} } });
    tell({ ...said(id), metadata: { ...metadata, event_type: "other_post" } });
    tell({ ...said(id), subtype: "channel_topic" });
    tell({ type: "message_metadata_posted", bot_id: "B0OTHER", channel_id: room, message_ts: "9.9", metadata });
    tell({ type: "message" });
    await post();
    expect((await evidence(id))?.state).toBe("held");
    tell(said(id));
    await expect.poll(() => evidence(id)).toMatchObject({ state: "sent", evidence: "gateway", message_id: "9.9" });
  });

  test("the metadata that Slack tells of", async () => {
    const id = await hold();
    const metadata = signed(id, room);
    tell({ type: "message_metadata_posted", bot_id: BOT.id, channel_id: room, message_ts: "8.8", metadata });
    await expect.poll(() => evidence(id)).toMatchObject({ state: "sent", message_id: "8.8" });
  });
});

test("a post that somebody deletes is told at the desk once, however often Slack says so", async () => {
  const { id, message } = await post();
  deleteMessage(rig.server.workspace, channelAt(room), message);
  await expect.poll(told).toHaveLength(1);
  expect(told()[0]).toContain("Somebody deleted my post “a question that was removed” in Slack #discussion.");
  tell({ type: "message", subtype: "message_deleted", channel: room, deleted_ts: message, previous_message: {} });
  tell({ type: "message", subtype: "message_deleted", channel: room, deleted_ts: "1.1", previous_message: {} });
  await post();
  expect(told()).toHaveLength(1);
  expect(await evidence(id)).toMatchObject({ state: "sent", message_id: message });
});

test("so are one with answers, which becomes a tombstone, and an answer in its thread", async () => {
  const { message } = await post();
  const answer = await post({ thread: message });
  deleteMessage(rig.server.workspace, channelAt(room), message);
  await expect.poll(told).toHaveLength(1);
  deleteMessage(rig.server.workspace, channelAt(room), answer.message);
  await expect.poll(told).toHaveLength(2);
});

test.each([
  ["channel_archive", "Slack #discussion was archived."],
  ["group_archive", "Slack #discussion was archived."],
  [
    "channel_left",
    "I was removed from Slack #discussion. What is due there waits until I am invited again: open it and send  /invite @rostrum",
  ],
  [
    "group_left",
    "I was removed from Slack #discussion. What is due there waits until I am invited again: open it and send  /invite @rostrum",
  ],
  ["channel_deleted", "Slack #discussion was deleted."],
  ["group_deleted", "Slack #discussion was deleted."],
])("%s is told at the desk, once", async (type, words) => {
  tell({ type, channel: rig.channel("nobody's") });
  tell({ type, channel: room, user: "U1" });
  tell({ type, channel: room, user: "U1" });
  await expect.poll(told).toHaveLength(1);
  expect(told()[0]).toContain(words);
});

test("a channel that it is not in asks to invite it by the name that it has there, once it is due", async () => {
  channelAt(room).member = false;
  await plan();
  await home.dispatcher.tick();
  await expect.poll(told).toHaveLength(1);
  expect(told()[0]).toContain("I am not in it. Open it and send  /invite @rostrum");
});

test.each([{ type: "app_uninstalled" }, { type: "tokens_revoked", tokens: { oauth: [], bot: [BOT.user] } }])(
  "$type stops the platform and says what to do",
  async (event) => {
    tell({ type: "tokens_revoked", tokens: { oauth: ["U1"], bot: ["U0OTHER"] } });
    await post();
    expect(rig.platform.state()).toBe("connected");
    tell(event);
    await expect.poll(() => rig.platform.condition()).toMatchObject({ state: "stopped", why: "token" });
  },
);

test("what waits under a limit neither holds up an answer nor is posted twice", { timeout: 20_000 }, async () => {
  const rooms = Array.from({ length: 20 }, (_, n) => rig.channel(`room-${n}`));
  rig.server.limit("chat.postMessage", { retryAfter: "30" });
  const ids: string[] = [];
  for (let n = 0; n < 200; n++) ids.push(await plan({ channel: rooms[n % 20] ?? room }));
  void home.dispatcher.tick();
  await expect.poll(rig.attempts).toBeGreaterThan(0);
  const ann = rig.person({ name: "Ann" });
  const effort = beginEffort();
  for (let n = 0; n < 3; n++) expect((await ann.type("/webinar next", room)).private).toBe(true);
  expect(effort.waitedMs()).toBeLessThan(1500);
  await home.dispatcher.tick();
  // One refusal for each place, and then the others of the place wait with it.
  expect(rig.attempts()).toBeLessThanOrEqual(20);
  rig.server.limit("chat.postMessage", undefined);
  await home.later({ seconds: 31 });
  await expect.poll(() => rooms.flatMap((one) => rig.posts(one)).length, { timeout: 15_000 }).toBe(200);
  expect(new Set(ids).size).toBe(200);
  expect(await home.store.transact((trx) => readDelivery(trx, ids[0] ?? ""))).toMatchObject({ state: "sent" });
});
