import type { webApi } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findPost } from "../../../src/adapters/slack/find.ts";
import { planNow } from "../../../src/core/delivery/plan.ts";
import { addDeliveries } from "../../../src/core/store/deliveries.ts";
import { setPlace } from "../../../src/core/store/spaces.ts";
import { announcement } from "../../support/discord/posting.ts";
import { type Home, openHome } from "../../support/home.ts";
import { openSlackRig, type SlackRig } from "../../support/slack/rig.ts";
import { type Message, newTs } from "../../support/slack/state.ts";

/** A post whose answer was lost, and whose event never came, is looked for where it should be: real Bolt, the real house. */

let rig: SlackRig;
let home: Home;
let room: string;
let desk: string;
beforeEach(async () => {
  rig = await openSlackRig();
  [room, desk] = [rig.channel("discussion"), rig.channel("desk")];
  home = await openHome(rig.platform);
  const at = { platform: "slack", space: rig.space, channel: desk } as const;
  await home.store.transact((trx) => setPlace(trx, at, { purpose: "desk", name: "#desk" }));
  // No event of a post comes.
  rig.server.workspace.tell = () => undefined;
});
afterEach(async () => {
  const { violations } = rig.server;
  await home.close();
  await rig.close();
  expect(home.errors).toEqual([]);
  expect(violations).toEqual([]);
});

let count = 0;
const plan = async (thread?: string): Promise<string> => {
  const to = { platform: "slack", space: rig.space, channel: room, ...(thread && { thread }) } as const;
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
const channel = () => rig.server.workspace.channels.get(room) ?? expect.unreachable();
const looks = () => rig.server.requests.filter(({ method }) => /^conversations\.(?:history|replies)$/u.test(method));
const chat = (n: number, more: Partial<Message> = {}): void => {
  for (let i = 0; i < n; i++)
    channel().messages.push({
      ts: newTs(),
      thread: undefined,
      text: `${i}`,
      blocks: [],
      metadata: undefined,
      pings: [],
      raw: {},
      by: { user: "U1" },
      ...more,
    });
};

describe("in a channel", () => {
  test("it is found by its signed mark, however much was said since", async () => {
    rig.server.trouble({ kind: "lose" });
    const id = await plan();
    chat(430);
    expect(await row(id)).toMatchObject({ state: "unknown" });
    await home.later({ seconds: 36 });
    expect(await row(id)).toMatchObject({
      state: "sent",
      evidence: "history",
      message_id: channel().messages[0]?.ts,
    });
    expect(looks()).toHaveLength(3);
    await home.later({ seconds: 60 });
    expect(rig.attempts()).toBe(1);
  });

  test("where it is not, it is posted, after two looks", async () => {
    rig.server.trouble({ kind: "cut" });
    const id = await plan();
    await home.later({ seconds: 36 });
    expect(await row(id)).toMatchObject({ state: "unknown" });
    await home.later({ seconds: 31 });
    await expect.poll(() => row(id)).toMatchObject({ state: "sent", attempts: 2 });
    expect(channel().messages).toHaveLength(1);
  });

  test("a history that is behind once is why there are two", async () => {
    const { workspace } = rig.server;
    workspace.lagMs = 60_000;
    rig.server.trouble({ kind: "lose" });
    const id = await plan();
    await home.later({ seconds: 36 });
    expect(await row(id)).toMatchObject({ state: "unknown" });
    workspace.lagMs = 0;
    await home.later({ seconds: 31 });
    expect(await row(id)).toMatchObject({ state: "sent", attempts: 1, evidence: "history" });
  });

  test("another app's copy of the mark is not it", async () => {
    rig.server.trouble({ kind: "lose" });
    const id = await plan();
    const [ours] = channel().messages.splice(0, 1);
    chat(1, { metadata: ours?.metadata, by: { user: "U0OTHER", bot_id: "B0OTHER" } });
    await home.later({ seconds: 36 });
    expect(await row(id)).toMatchObject({ state: "unknown" });
  });

  test.each(["channels:history", "metadata.message:read", "membership"] as const)(
    "without %s to read it a person is asked at once",
    async (what) => {
      rig.server.trouble({ kind: "lose" });
      const id = await plan();
      if (what !== "membership") rig.server.workspace.scopes.delete(what);
      else channel().member = false;
      await home.later({ seconds: 36 });
      expect(await row(id)).toMatchObject({ state: "held", attempts: 1 });
      await expect.poll(() => rig.posts(desk)).toHaveLength(1);
      expect(rig.posts(desk)[0]?.text).toContain("It is unclear whether");
    },
  );

  test("a limit on reading keeps from neither reading later nor posting meanwhile", async () => {
    rig.server.trouble({ kind: "lose" });
    const id = await plan();
    rig.server.limit("conversations.history", { retryAfter: "40" });
    await home.later({ seconds: 36 });
    expect(await row(id)).toMatchObject({ state: "unknown" });
    rig.server.limit("conversations.history", undefined);
    const other = await plan();
    expect(await row(other)).toMatchObject({ state: "sent" });
    await home.later({ seconds: 39 });
    expect(await row(id)).toMatchObject({ state: "unknown" });
    await home.later({ seconds: 2 });
    expect(await row(id)).toMatchObject({ state: "sent", evidence: "history" });
  });
});

test("in a thread it is found among the answers", async () => {
  const first = await plan();
  const thread = (await row(first))?.message_id ?? "";
  rig.server.trouble({ kind: "lose" });
  const id = await plan(thread);
  chat(250, { thread });
  await home.later({ seconds: 36 });
  expect(await row(id)).toMatchObject({ state: "sent", evidence: "history", message_id: channel().messages[1]?.ts });
});

test("a page that names itself as the next is not read for ever", async () => {
  let pages = 0;
  const history = async () => {
    pages++;
    return { ok: true, messages: [], response_metadata: { next_cursor: "again" } };
  };
  const client = { conversations: { history } } as unknown as webApi.WebClient;
  const sought = { id: "a".repeat(24), to: { platform: "slack", space: "T", channel: "C" }, sinceMs: 0 } as const;
  const here = { space: "T", bot: "B", user: "U", secret: "s", handle: "rostrum" };
  await expect(findPost(sought, client, here)).rejects.toMatchObject({ fault: "wait" });
  expect(pages).toBe(2);
});
