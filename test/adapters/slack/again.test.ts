import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buttons, message, text } from "../../../src/core/bot/message.ts";
import { type Home, openHome } from "../../support/home.ts";
import { fillIn, slashCommand, submission } from "../../support/slack/bodies.ts";
import type { SlackPerson } from "../../support/slack/client.ts";
import { deleteMessage } from "../../support/slack/events.ts";
import { sign } from "../../support/slack/http.ts";
import { openSlackHttpRig, openSlackRig, SIGNING_SECRET, type SlackRig } from "../../support/slack/rig.ts";
import { createScriptedBot, field, form, pause, type ScriptedBot } from "../../support/slack/script.ts";
import { type Channel, createInteraction, type User } from "../../support/slack/state.ts";
import { toOutput } from "../../support/slack/views.ts";

/** What Slack sends again because an acknowledgement was lost, and what somebody replays: one effect each. */

let rig: SlackRig;

const found = <T>(value: T | undefined): T => value ?? expect.unreachable();
const begin = (user: string, channel: string) =>
  createInteraction(rig.server.workspace, {
    user,
    channel,
    ephemeral: undefined,
    message: undefined,
    view: undefined,
  });

describe.each([
  ["Socket Mode", () => openSlackRig()],
  ["HTTP", openSlackHttpRig],
])("by %s", (_way, open) => {
  describe("whose acknowledgements are lost", () => {
    let bot: ScriptedBot;
    let channel: string;
    let ann: SlackPerson;

    beforeEach(async () => {
      rig = await open();
      bot = createScriptedBot(() => message(text("Once."), buttons({ label: "More", press: "more" })));
      await rig.platform.start(bot);
      channel = rig.channel("general");
      ann = rig.person({ name: "Ann" });
      rig.server.redelivery.factor = 1e-4;
    });
    afterEach(async () => {
      await rig.close();
      expect(rig.server.violations).toEqual([]);
    });

    /** Three times more, and nobody acknowledges the first three; what the person does may fail before their eyes. */
    const lose = async (act: () => Promise<unknown>): Promise<void> => {
      const before = rig.server.redelivery.again.length;
      rig.server.redelivery.lost = 3;
      await act().catch(() => undefined);
      await expect.poll(() => rig.server.redelivery.again.length).toBe(before + 3);
      await pause(60);
      expect(rig.server.redelivery.again.slice(-3).map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    };
    const sent = (...methods: string[]) =>
      rig.server.requests.filter(({ method }) => methods.includes(method)).map(({ method }) => method);

    test("a command is asked and answered once", async () => {
      await lose(() => ann.type("/webinar next", channel));
      expect([bot.calls.length, sent("response_url")]).toEqual([1, ["response_url"]]);
    });

    test("a command that opens a form opens one, and says nothing of the others", async () => {
      bot.answer = () => form("x", field("a"));
      await lose(() => ann.type("/webinar next", channel));
      expect(sent("views.open", "response_url")).toEqual(["views.open"]);
    });

    test("what only has the same trigger is another command", async () => {
      const { trigger } = begin(ann.user, channel);
      const url = rig.server.responseUrl(trigger);
      const common = { command: "/webinar", team_id: rig.space, user_id: ann.user, channel_id: channel };
      for (const [n, words] of ["next", "show 3", "next"].entries()) {
        const body = { ...common, text: words, trigger_id: trigger, response_url: url };
        await rig.server.sockets.deliver("slash_commands", body);
        await expect.poll(() => sent("response_url")).toHaveLength(Math.min(n + 1, 2));
      }
      await pause(50);
      expect(bot.calls.map(({ said }) => said)).toHaveLength(2);
    });

    test("a press on a message is asked and answered once", async () => {
      const seen = await ann.type("/webinar next", channel);
      await lose(() => ann.press(seen, "More"));
      expect([bot.calls.length, sent("response_url").length]).toEqual([2, 2]);
    });

    test("a press in the home opens one window", async () => {
      const home = found(await ann.home());
      await lose(() => ann.press(home, "More"));
      expect([bot.calls.length, sent("views.open")]).toEqual([2, ["views.open"]]);
    });

    test("a shortcut opens one window", async () => {
      await lose(() => ann.shortcut("menu"));
      expect([bot.calls.length, sent("views.open", "response_url", "chat.postEphemeral")]).toEqual([1, ["views.open"]]);
    });

    test("a look at the home publishes once", async () => {
      await lose(() => ann.home());
      expect([bot.calls.length, sent("views.publish")]).toEqual([1, ["views.publish"]]);
    });

    test("that a post was deleted is heard once", async () => {
      const id = "abcdefghijklmnopqrstuvwx";
      const to = { platform: "slack" as const, space: rig.space, channel };
      await rig.platform.post({ id, to, body: rig.platform.render({ id, to, message: message(text("A post")) }) });
      const place = found(rig.server.workspace.channels.get(channel));
      await pause(30);
      await lose(async () => deleteMessage(rig.server.workspace, place, found(place.messages[0]).ts));
      expect(bot.news.filter(({ heard }) => heard === "gone")).toHaveLength(1);
    });

    test("a form that is sent in has the same id each time", async () => {
      bot.answer = (_, nth) => (nth === 1 ? form("x", field("a")) : message(text("Thank you.")));
      const opened = await ann.type("/webinar next", channel);
      await lose(() => ann.fill(opened, { a: "b" }));
      expect(new Set(bot.calls.slice(1).map(({ id }) => id)).size).toBe(1);
    });
  });

  describe("a command and a form that change the record", () => {
    let home: Home;
    let folder: string;
    let user: User;
    let place: Channel;
    let ada: SlackPerson;

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), "rostrum-"));
      rig = await open();
      rig.server.redelivery.factor = 1e-4;
      home = await openHome(rig.platform, `${folder}/again.db`);
      ada = rig.person({ name: "Ada", administers: true });
      user = found(rig.server.workspace.users.get(ada.user));
      place = found(rig.server.workspace.channels.get(rig.channel("general")));
    });
    afterEach(async () => {
      await home.close();
      await rig.close();
      rmSync(folder, { recursive: true });
      expect(rig.server.violations).toEqual([]);
      expect(home.errors).toEqual([]);
    });

    const restart = async (): Promise<void> => {
      await home.close();
      await rig.restart();
      home = await openHome(rig.platform, `${folder}/again.db`);
    };
    const done = async (): Promise<number> => {
      const rows = await home.store.transact((trx) => trx.selectFrom("calls").select("id").execute());
      return rows.length;
    };

    test("are done once when they come again, now and after a restart", async () => {
      const interaction = begin(ada.user, place.id);
      const line = `/rostrum roles give who:<@${ada.user}> role:admin`;
      const body = slashCommand(rig.server, user, { line, channel: place, interaction });
      rig.server.redelivery.lost = 1;
      await rig.server.sockets.deliver("slash_commands", body).catch(() => undefined);
      await interaction.outcome;
      await restart();
      await rig.server.sockets.deliver("slash_commands", body, { retry_attempt: 3 });
      await expect.poll(() => interaction.uses).toBe(2);
      const [first, second] = rig.server.requests.filter(({ method }) => method === "response_url");
      expect(second?.args.text).toBe(first?.args.text);
      expect(await done()).toBe(1);
    });

    test("are done once when a form is sent in twice, with a restart in between", async () => {
      const opened = await ada.type("/rostrum setup", place.id);
      const view = found([...rig.server.workspace.views.values()].at(-1));
      const name = { name: "Education network" };
      const shown = structuredClone({ ...toOutput(view), state: { values: fillIn(view, name) } });
      const saved = await ada.fill(opened, name);
      expect(saved.buttons).toContain("Continue");
      const before = await done();
      await restart();
      const payload = submission(user, shown, begin(ada.user, place.id).trigger);
      const said = await rig.server.sockets.deliver("interactive", payload, { retry_attempt: 1 });
      expect(JSON.stringify(said)).toContain("Continue");
      expect(await done()).toBe(before);
    });
  });
});

test("an event that finds no connection comes again through the next one, and is heard once", async () => {
  rig = await openSlackRig();
  const bot = createScriptedBot(() => message(text("?")));
  await rig.platform.start(bot);
  const { sockets, redelivery, workspace } = rig.server;
  await expect.poll(() => sockets.connections(), { timeout: 3000 }).toBe(2);
  redelivery.factor = 5e-3;
  sockets.cut();
  workspace.tell({ type: "channel_archive", channel: "C1", user: "U1" });
  await expect.poll(() => bot.news.filter(({ heard }) => heard === "gone"), { timeout: 3000 }).toHaveLength(1);
  expect(redelivery.again[0]).toEqual({ type: "events_api", attempt: 1 });
  await rig.close();
});

test("the very bytes that Slack signed have no second effect either, before and after a restart", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rostrum-"));
  rig = await openSlackHttpRig();
  let home = await openHome(rig.platform, `${folder}/replay.db`);
  const ada = rig.person({ name: "Ada", administers: true });
  const place = found(rig.server.workspace.channels.get(rig.channel("general")));
  const user = found(rig.server.workspace.users.get(ada.user));
  const interaction = begin(ada.user, place.id);
  const line = `/rostrum roles give who:<@${ada.user}> role:admin`;
  const fields = slashCommand(rig.server, user, { line, channel: place, interaction }) as Record<string, string>;
  const body = new URLSearchParams(fields).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded", ...sign(SIGNING_SECRET, body) };
  const send = async () =>
    (await fetch(new URL("/slack/events", rig.address), { method: "POST", headers, body })).status;
  const ranks = () => home.store.transact((trx) => trx.selectFrom("ranks").selectAll().execute());
  expect(await send()).toBe(200);
  await interaction.outcome;
  const given = await ranks();
  expect(given).toHaveLength(1);
  expect(await send()).toBe(200);
  await pause(30);
  expect(interaction.uses).toBe(1);
  await home.close();
  await rig.restart();
  home = await openHome(rig.platform, `${folder}/replay.db`);
  expect(await send()).toBe(200);
  await expect.poll(() => interaction.uses).toBe(2);
  expect(await ranks()).toEqual(given);
  const calls = await home.store.transact((trx) => trx.selectFrom("calls").select("id").execute());
  expect(calls).toHaveLength(1);
  await home.close();
  await rig.close();
  rmSync(folder, { recursive: true });
});
