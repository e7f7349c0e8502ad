import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { message, text } from "../../src/core/bot/message.ts";
import { openSlackHttpRig, openSlackRig, type SlackRig } from "../support/slack/rig.ts";
import type { Json } from "../support/slack/rules.ts";
import { createScriptedBot, pause, type ScriptedBot } from "../support/slack/script.ts";
import { TEAM } from "../support/slack/state.ts";

/** Requests that lack something, or that nobody here knows: acknowledged in time, asked of nobody, and the next is answered. */

const user = { id: "U1", team_id: TEAM.id };
const team = { id: TEAM.id };
const press = { type: "block_actions", user, team, container: { type: "message", channel_id: "C1" } };
type Sent = readonly ["interactive" | "events_api", Json];
const odd: readonly (readonly [string, Sent])[] = [
  ["a press of nothing", ["interactive", { ...press, trigger_id: "1", actions: [] }]],
  ["a press of null", ["interactive", { ...press, trigger_id: "2", actions: [null] }]],
  ["a press without its place", ["interactive", { ...press, container: undefined, trigger_id: "3", actions: [{}] }]],
  ["a choice of nothing", ["interactive", { ...press, trigger_id: "4", actions: [{ type: "static_select" }] }]],
  ["a list without its form", ["interactive", { type: "block_suggestion", user, team, block_id: "x", value: "v" }]],
  [
    "a shortcut of no message",
    ["interactive", { type: "message_action", callback_id: "webinar next", user, team, trigger_id: "5" }],
  ],
  ["a window that was closed", ["interactive", { type: "view_closed", user, team, view: { id: "V1" } }]],
  ["a kind of tomorrow", ["interactive", { type: "hologram", user, team, trigger_id: "6" }]],
  ["nothing", ["interactive", {}]],
  [
    "an event of tomorrow",
    ["events_api", { type: "event_callback", team_id: TEAM.id, event_id: "E1", event: { type: "tomorrow" } }],
  ],
  [
    "a post without a channel",
    ["events_api", { type: "event_callback", team_id: TEAM.id, event_id: "E2", event: { type: "message", ts: 5 } }],
  ],
];

describe.each([
  ["Socket Mode", () => openSlackRig()],
  ["HTTP", openSlackHttpRig],
])("by %s", (way, open) => {
  let rig: SlackRig;
  let bot: ScriptedBot;
  beforeEach(async () => {
    rig = await open();
    bot = createScriptedBot(() => message(text("Here you are.")));
    await rig.platform.start(bot);
  });
  afterEach(() => rig.close());

  it.each(odd)("%s", async (_what, [type, body]) => {
    const said = await rig.server.sockets.deliver(type, body);
    expect([{}, { options: [] }]).toContainEqual(said);
    expect(rig.server.sockets.acknowledged.at(-1)).toBeLessThan(1000);
    await pause(20);
    expect(bot.calls).toEqual([]);
    expect(rig.server.redelivery.again).toEqual([]);
    const ann = rig.person({ name: "Ann" });
    expect((await ann.type("/webinar next", rig.channel("general"))).text).toBe("Here you are.");
  });

  // By sockets there is no way to say no but to say nothing, which takes its three seconds.
  if (way === "HTTP")
    it("a form that cannot be read stays open, with words of Slack's own", async () => {
      const view = { id: "V1", private_metadata: '{"press":"p","channel":""}' };
      const body = { type: "view_submission", user, team, trigger_id: "7", view };
      await expect(rig.server.sockets.deliver("interactive", body)).rejects.toThrow("dispatch_failed");
      expect(bot.calls).toEqual([]);
    });
});
