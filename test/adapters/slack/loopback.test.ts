import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Json } from "../../support/slack/rules.ts";
import { type LoopbackSlack, openLoopbackSlack } from "../../support/slack/server.ts";
import { createInteraction, newId, TEAM, TOKENS } from "../../support/slack/state.ts";
import { acknowledgeForm } from "../../support/slack/views.ts";

let server: LoopbackSlack;
let channel: string;
beforeEach(async () => {
  server = await openLoopbackSlack();
  channel = newId("C");
  server.workspace.channels.set(channel, {
    id: channel,
    name: "general",
    private: false,
    member: true,
    archived: false,
    flags: {},
    messages: [],
  });
});
afterEach(() => server.close());

const call = async (method: string, args: Json, token: string | undefined = TOKENS.bot): Promise<Json> => {
  const headers = { "content-type": "application/json", ...(token === "" ? {} : { authorization: `Bearer ${token}` }) };
  return (
    await fetch(server.url + method, { method: "POST", headers, body: JSON.stringify(args) })
  ).json() as Promise<Json>;
};
const plain = (text: string): Json => ({ type: "plain_text", text });
const section = (text: string): Json => ({ type: "section", text: plain(text) });
const button = (id: string): Json => ({ type: "button", action_id: id, text: plain("Go"), value: "v" });
const actions = (...elements: readonly Json[]): Json => ({ type: "actions", elements });
const input: Json = {
  type: "input",
  block_id: "a",
  label: plain("A"),
  element: { type: "plain_text_input", action_id: "a" },
};
const view = (more: Json): Json => ({ type: "modal", title: plain("T"), blocks: [section("x")], ...more });

describe("Slack on loopback is as strict as Slack", () => {
  test.each<[string, readonly Json[]]>([
    ["an unknown kind of block", [{ type: "sektion" }]],
    ["a key that no block has", [{ ...section("x"), colour: "red" }]],
    ["a key that no button has", [actions({ ...button("a"), label: "x" })]],
    [
      "text of the wrong kind",
      [{ type: "actions", elements: [{ ...button("a"), text: { type: "mrkdwn", text: "x" } }] }],
    ],
    ["fifty-one blocks", Array.from({ length: 51 }, () => ({ type: "divider" }))],
    ["twenty-six buttons in a row", [actions(...Array.from({ length: 26 }, (_, n) => button(`b${n}`)))]],
    ["a long section", [section("x".repeat(3001))]],
    ["a long label", [actions({ ...button("a"), text: plain("x".repeat(76)) })]],
    ["an empty text", [section("")]],
    ["two buttons of one id", [actions(button("a"), button("a"))]],
    [
      "two blocks of one id",
      [
        { ...section("x"), block_id: "b" },
        { ...section("y"), block_id: "b" },
      ],
    ],
    ["an input", [input]],
    ["a select without options", [actions({ type: "static_select", action_id: "a", options: [] })]],
    ["half a character", [section("\ud800")]],
    ["NUL", [section("\u0000")]],
    ["an empty rich text", [{ type: "rich_text", elements: [{ type: "rich_text_section", elements: [] }] }]],
  ])("a message with %s is refused and written down", async (_, blocks) => {
    expect(await call("chat.postMessage", { channel, text: "x", blocks })).toMatchObject({
      ok: false,
      error: "invalid_blocks",
    });
    expect(server.violations.length).toBeGreaterThan(0);
    expect(server.workspace.channels.get(channel)?.messages).toEqual([]);
  });

  test.each<[string, Json, string]>([
    ["nothing in it", { channel: "" }, "channel_not_found"],
    ["no text", {}, "no_text"],
    [
      "too much in its blocks",
      { blocks: Array.from({ length: 10 }, () => section("x".repeat(1300))) },
      "msg_blocks_too_long",
    ],
    ["a thread that is not there", { text: "x", thread_ts: "1.1" }, "cannot_reply_to_message"],
    ["metadata without a type", { text: "x", metadata: { event_payload: {} } }, "invalid_metadata_format"],
  ])("a message with %s is refused", async (_, args, error) => {
    expect(await call("chat.postMessage", { channel, ...args })).toMatchObject({ ok: false, error });
  });

  test.each<[string, Json]>([
    ["a long title", view({ title: plain("x".repeat(25)) })],
    ["an input and no submit", view({ blocks: [input] })],
    ["no blocks", view({ blocks: [] })],
    ["long metadata", view({ private_metadata: "x".repeat(3001) })],
    [
      "an initial option that is none",
      view({
        submit: plain("S"),
        blocks: [
          {
            ...input,
            element: {
              type: "static_select",
              action_id: "a",
              options: [{ text: plain("1"), value: "1" }],
              initial_option: { text: plain("2"), value: "2" },
            },
          },
        ],
      }),
    ],
    ["an unknown key", view({ colour: "red" })],
  ])("a modal with %s is refused", async (_, given) => {
    const { trigger } = createInteraction(server.workspace, {
      user: "U1",
      channel,
      ephemeral: undefined,
      message: undefined,
      view: undefined,
    });
    expect(await call("views.open", { trigger_id: trigger, view: given })).toMatchObject({
      ok: false,
      error: "invalid_arguments",
    });
    expect(server.violations.length).toBeGreaterThan(0);
  });

  test("a trigger opens one modal, within its time", async () => {
    const interaction = () =>
      createInteraction(server.workspace, {
        user: "U1",
        channel,
        ephemeral: undefined,
        message: undefined,
        view: undefined,
      }).trigger;
    const trigger = interaction();
    expect(await call("views.open", { trigger_id: trigger, view: view({}) })).toMatchObject({ ok: true });
    expect(await call("views.open", { trigger_id: trigger, view: view({}) })).toMatchObject({
      error: "exchanged_trigger_id",
    });
    expect(await call("views.open", { trigger_id: "nonsense", view: view({}) })).toMatchObject({
      error: "invalid_trigger_id",
    });
    const late = interaction();
    server.workspace.triggerMs = -1;
    expect(await call("views.open", { trigger_id: late, view: view({}) })).toMatchObject({
      error: "expired_trigger_id",
    });
  });

  test("a view is exchanged under its hash only, and errors need their fields", async () => {
    const { trigger } = createInteraction(server.workspace, {
      user: "U1",
      channel,
      ephemeral: undefined,
      message: undefined,
      view: undefined,
    });
    const opened = (
      await call("views.open", { trigger_id: trigger, view: view({ submit: plain("S"), blocks: [input] }) })
    ).view as { id: string; hash: string };
    expect(await call("views.update", { view_id: opened.id, hash: "old", view: view({}) })).toMatchObject({
      error: "hash_conflict",
    });
    const kept = server.workspace.views.get(opened.id);
    if (kept === undefined) throw new Error("no view");
    await acknowledgeForm(server.workspace, kept, { response_action: "errors", errors: { other: "No." } });
    expect(server.violations).toEqual(["errors for no field: other"]);
    expect(await call("views.update", { view_id: opened.id, hash: opened.hash, view: view({}) })).toMatchObject({
      ok: true,
    });
    expect(await call("views.update", { view_id: "V0", view: view({}) })).toMatchObject({ error: "not_found" });
  });

  test("a response_url answers five times", async () => {
    const { trigger } = createInteraction(server.workspace, {
      user: "U1",
      channel,
      ephemeral: undefined,
      message: undefined,
      view: undefined,
    });
    const statuses: number[] = [];
    for (let nth = 0; nth < 6; nth++) {
      const response = await fetch(server.responseUrl(trigger), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: '{"text":"x"}',
      });
      statuses.push(response.status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  });

  test.each([
    ["", "not_authed"],
    ["xoxb-wrong", "invalid_auth"],
    [TOKENS.app, "not_allowed_token_type"],
  ])("a request with the token %j is refused", async (token, error) => {
    expect(await call("auth.test", {}, token)).toMatchObject({ ok: false, error });
  });

  test("history keeps markers to itself unless they are asked for", async () => {
    await call("chat.postMessage", { channel, text: "x", metadata: { event_type: "e", event_payload: { id: "1" } } });
    const [without] = (await call("conversations.history", { channel })).messages as Json[];
    const [having] = (await call("conversations.history", { channel, include_all_metadata: true })).messages as Json[];
    expect([without?.metadata, having?.metadata]).toEqual([undefined, { event_type: "e", event_payload: { id: "1" } }]);
  });

  test("an envelope that nobody acknowledges fails before the person's eyes", async () => {
    await expect(server.sockets.deliver("slash_commands", { team_id: TEAM.id })).rejects.toThrow("dispatch_failed");
  });
});
