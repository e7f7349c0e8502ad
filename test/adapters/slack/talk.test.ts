import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buttons, type Message, message, text } from "../../../src/core/bot/message.ts";
import { openSlackHttpRig, openSlackRig, type SlackRig } from "../../support/slack/rig.ts";
import { createScriptedBot, field, form, pause, type ScriptedBot } from "../../support/slack/script.ts";
import { createInteraction, newId, TEAM } from "../../support/slack/state.ts";

const say = (words: string): Message => message(text(words));

let rig: SlackRig;
let bot: ScriptedBot;
let channel: string;

describe.each([
  ["by Socket Mode", () => openSlackRig()],
  ["by HTTP", openSlackHttpRig],
])("%s", (_way, openRig) => {
  beforeEach(async () => {
    rig = await openRig();
    bot = createScriptedBot(() => say("Here you are."));
    await rig.platform.start(bot);
    channel = rig.channel("general");
  });
  afterEach(async () => {
    const { violations } = rig.server;
    await rig.close();
    expect(violations).toEqual([]);
  });

  describe("A command on Slack", () => {
    test("is acknowledged at once, however long the answer takes", async () => {
      bot.answer = async () => {
        await pause(1500);
        return say("At last.");
      };
      const seen = await rig.person({ name: "Ann" }).type("/webinar next", channel);
      expect(seen).toMatchObject({ text: "At last.", private: true, replaced: false });
      expect(rig.server.sockets.acknowledged[0]).toBeLessThan(1000);
    });

    test("reaches the bot with its options, its place and its asker", async () => {
      const ann = rig.person({ name: "Ann", locale: "ja-JP", zone: "Asia/Tokyo" });
      await ann.type("/webinar show webinar:3", channel);
      expect(bot.calls).toHaveLength(1);
      expect(bot.calls[0]).toMatchObject({
        said: { command: "webinar show" },
        options: { webinar: "3" },
        at: { platform: "slack", space: TEAM.id, channel },
        asker: {
          platform: "slack",
          space: TEAM.id,
          user: ann.user,
          name: "Ann",
          zone: "Asia/Tokyo",
          rights: ["post"],
          guest: false,
        },
        locale: "ja-JP",
      });
    });

    test("carries mentions by their id, addresses whole, and what looks like an entity as it was typed", async () => {
      const ann = rig.person({ name: "Ann|Bob" });
      const line = `/announce schedule 3 where:<#${channel}> text:"<@${ann.user}> a < b && &lt;!here&gt; https://zoom.example/j/1?a=1&b=2"`;
      await ann.type(line, channel);
      expect(bot.calls[0]?.options).toEqual({
        webinar: "3",
        where: `<#${channel}>`,
        text: `<@${ann.user}> a < b && &lt;!here&gt; https://zoom.example/j/1?a=1&b=2`,
      });
    });

    test("of an admin comes with the rights of one, and that of a guest with none", async () => {
      await rig.person({ name: "Ada", administers: true }).type("/webinar next", channel);
      await rig.person({ name: "Gus", guest: true, administers: true }).type("/webinar next", channel);
      expect(bot.calls[0]?.asker).toMatchObject({
        rights: ["administer", "manage-events", "manage-messages", "post"],
        guest: false,
      });
      expect(bot.calls[1]?.asker).toMatchObject({ rights: [], guest: true });
    });

    test("of somebody at home in another workspace is a guest's", async () => {
      const id = newId("U");
      rig.server.workspace.users.set(id, {
        id,
        name: "Out",
        administers: true,
        guest: false,
        team: "T0ELSEWHERE",
        locale: "en-GB",
        zone: "UTC",
      });
      const payload = {
        command: "/webinar",
        text: "next",
        team_id: "T0ELSEWHERE",
        user_id: id,
        channel_id: channel,
        trigger_id: "t1",
        response_url: "",
      };
      await rig.server.sockets.deliver("slash_commands", payload);
      await expect.poll(() => bot.calls.length).toBe(1);
      expect(bot.calls[0]?.asker).toMatchObject({ rights: [], guest: true });
    });

    test("is answered for somebody without rights when Slack does not say who it is, and asked again the next time", async () => {
      const ada = rig.person({ name: "Ada", administers: true });
      rig.server.refuse("users.info", "internal_error");
      await ada.type("/webinar next", channel);
      expect(bot.calls[0]?.asker).toMatchObject({ user: ada.user, rights: [] });
      rig.server.refuse("users.info", undefined);
      await ada.type("/webinar next", channel);
      expect(bot.calls[1]?.asker.rights).toContain("administer");
    });

    test("says which user groups its asker is in, or none where the app may not ask", async () => {
      const { groups, scopes } = rig.server.workspace;
      const [ann, bob] = [rig.person({ name: "Ann" }), rig.person({ name: "Bob" })];
      groups.set("S0ORGANISERS", [ann.user]).set("S0OTHERS", [bob.user]);
      await ann.type("/webinar next", channel);
      await bob.type("/webinar next", channel);
      expect(bot.calls.map(({ asker }) => asker.groups)).toEqual([["S0ORGANISERS"], ["S0OTHERS"]]);
      expect(rig.server.requests.filter(({ method }) => method === "usergroups.list")).toHaveLength(1);
      await rig.platform.stop();
      scopes.delete("usergroups:read");
      await rig.platform.start(bot);
      await ann.type("/webinar next", channel);
      expect(bot.calls[2]?.asker).toMatchObject({ groups: [], rights: ["post"] });
    });

    test("asks Slack who it is once a minute, even when two come together", async () => {
      const ann = rig.person({ name: "Ann" });
      await Promise.all([ann.type("/webinar next", channel), ann.type("/webinar next", channel)]);
      await ann.type("/webinar next", channel);
      expect(rig.server.requests.filter(({ method }) => method === "users.info")).toHaveLength(1);
    });

    test("has an id of its own each time", async () => {
      const ann = rig.person({ name: "Ann" });
      await ann.type("/webinar next", channel);
      await ann.type("/webinar next", channel);
      expect(new Set(bot.calls.map(({ id }) => id)).size).toBe(2);
    });

    test("that comes twice while it is being answered is asked and answered once", async () => {
      bot.answer = async () => {
        await pause(200);
        return say("Once.");
      };
      const { sockets, workspace, requests } = rig.server;
      const user = rig.person({ name: "Ann" }).user;
      const { trigger } = createInteraction(workspace, {
        user,
        channel,
        ephemeral: undefined,
        message: undefined,
        view: undefined,
      });
      const payload = {
        command: "/webinar",
        text: "next",
        team_id: TEAM.id,
        user_id: user,
        channel_id: channel,
        trigger_id: trigger,
        response_url: rig.server.responseUrl(trigger),
      };
      await Promise.all([
        sockets.deliver("slash_commands", payload),
        sockets.deliver("slash_commands", payload, { retry_attempt: 1 }),
      ]);
      await pause(400);
      expect(bot.calls).toHaveLength(1);
      expect(requests.filter(({ method }) => method === "response_url")).toHaveLength(1);
    });

    test("is never answered to an address that is not Slack's", async () => {
      let visits = 0;
      const trap = createServer((_, response) => {
        visits += 1;
        response.end();
      });
      await new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve));
      const ann = rig.person({ name: "Ann" });
      const trapped = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/response/x`;
      for (const url of [
        trapped,
        `${trapped}#https://hooks.slack.com`,
        "https://hooks.slack.com@127.0.0.1/",
        "file:///etc/passwd",
        "nonsense",
      ]) {
        const payload = {
          command: "/webinar",
          text: "next",
          team_id: TEAM.id,
          user_id: ann.user,
          channel_id: channel,
          trigger_id: url,
          response_url: url,
        };
        await rig.server.sockets.deliver("slash_commands", payload);
      }
      await expect.poll(() => bot.calls.length).toBe(5);
      await pause(100);
      trap.close();
      expect(visits).toBe(0);
      expect(rig.lines.filter((line) => line.includes("its address is not Slack's"))).toHaveLength(5);
    });
  });

  describe("A form on Slack", () => {
    const ask = form(
      "talk add?webinar=3",
      field("title"),
      field("kind", {
        kind: "choice",
        from: [
          { label: "Talk", value: "talk" },
          { label: "Panel", value: "panel" },
        ],
        value: "panel",
      }),
      field("about", { kind: "paragraph", required: false, hint: "A sentence" }),
    );

    test("opens as a modal, and its answer stands in the same modal with the place still known", async () => {
      bot.answer = (call, nth) =>
        nth === 1
          ? ask
          : message(text(`Heard ${JSON.stringify(call.options)}`), buttons({ label: "More", press: "more" }));
      const ann = rig.person({ name: "Ann" });
      const opened = await ann.type("/webinar next", channel);
      expect(opened.form).toEqual({
        title: "A talk",
        fields: [
          { option: "title", label: "The title" },
          { option: "kind", label: "The kind", value: "panel" },
          { option: "about", label: "The about" },
        ],
      });
      const answered = await ann.fill(opened, { title: "Trees & <!here>" });
      expect(answered.text).toBe('Heard {"title":"Trees & <!here>","kind":"panel","about":""}');
      expect(answered).toMatchObject({ private: true, replaced: true });
      expect(bot.calls[1]).toMatchObject({
        said: { press: "talk add?webinar=3" },
        at: { channel },
        options: { title: "Trees & <!here>", kind: "panel", about: "" },
      });
      const more = await ann.press(answered, "More");
      expect(bot.calls[2]).toMatchObject({
        said: { press: "more" },
        at: { platform: "slack", space: TEAM.id, channel },
      });
      expect(more).toMatchObject({ private: true, replaced: true });
    });

    test("asked for too late becomes a message with a button, and the button opens it", async () => {
      rig.server.workspace.triggerMs = 50;
      bot.answer = async (_, nth) => {
        if (nth === 1) await pause(120);
        return ask;
      };
      const ann = rig.person({ name: "Ann" });
      const late = await ann.type("/webinar next", channel);
      expect(late).toMatchObject({ text: "A talk", buttons: ["Open the form"], private: true });
      expect(late.form).toBeUndefined();
      rig.server.workspace.triggerMs = 3000;
      expect((await ann.press(late, "Open the form")).form?.title).toBe("A talk");
      expect(bot.calls[1]?.said).toEqual({ press: "talk add?webinar=3" });
    });

    test.each(["exchanged_trigger_id", "expired_trigger_id", "invalid_arguments", "internal_error"])(
      "that Slack refuses with %s becomes a message with a button",
      async (word) => {
        bot.answer = () => ask;
        rig.server.refuse("views.open", word);
        expect((await rig.person({ name: "Ann" }).type("/webinar next", channel)).buttons).toEqual(["Open the form"]);
      },
    );

    test("sent in with a mistake shows it beside its field and keeps what was typed", async () => {
      bot.answer = (call, nth) => {
        if (nth === 1) return ask;
        if (call.options.title === "Good") return say("Thank you.");
        return {
          ...ask,
          fields: ask.fields.map((each) =>
            each.option === "title" ? { ...each, value: call.options.title ?? "", problem: "Not *that* <one>." } : each,
          ),
        };
      };
      const ann = rig.person({ name: "Ann" });
      const wrong = await ann.fill(await ann.type("/webinar next", channel), { title: "Bad" });
      // The same modal stays open: Slack was told what is wrong, not given another view.
      expect(wrong.replaced).toBe(false);
      expect(wrong.form?.fields[0]).toEqual({
        option: "title",
        label: "The title",
        value: "Bad",
        problem: "Not *that* <one>.",
      });
      expect((await ann.fill(wrong, { title: "Good" })).text).toBe("Thank you.");
    });

    test("gives way to another form when that is the answer, with nothing of the first in its fields", async () => {
      const second = form("talk place", field("title", { value: "Fresh" }), field("city", { problem: "Which one?" }));
      bot.answer = (_, nth) => (nth === 1 ? ask : second);
      const ann = rig.person({ name: "Ann" });
      const first = await ann.type("/webinar next", channel);
      const next = await ann.fill(first, { title: "Bad" });
      expect(next.form?.fields).toEqual([
        { option: "title", label: "The title", value: "Fresh" },
        { option: "city", label: "The city", problem: "Which one?" },
      ]);
      // Slack keeps what was typed where block_id and action_id stay the same.
      const idsOf = (raw: unknown): readonly unknown[] =>
        (raw as { blocks: { block_id: unknown }[] }).blocks.map(({ block_id }) => block_id);
      expect(idsOf(first.raw).filter((id) => idsOf(next.raw).includes(id))).toEqual([]);
    });

    test("whose answer takes long shows … and then the answer", async () => {
      bot.answer = async (_, nth) => {
        if (nth === 1) return ask;
        await pause(3200);
        return say("It took a while.");
      };
      const ann = rig.person({ name: "Ann" });
      const answered = await ann.fill(await ann.type("/webinar next", channel), { title: "Slow" });
      expect(answered).toMatchObject({ text: "It took a while.", replaced: true });
      expect(rig.server.sockets.acknowledged[1]).toBeGreaterThan(2000);
      expect(rig.server.sockets.acknowledged[1]).toBeLessThan(2900);
      expect(bot.calls).toHaveLength(2);
      const [view] = rig.server.workspace.views.values();
      const shown = view?.shown.map((one) => JSON.stringify(one)) ?? [];
      expect(shown.map((one) => one.includes("Working on it…"))).toEqual([false, true, false]);
      expect(rig.server.requests.filter(({ method }) => method === "views.update")).toHaveLength(1);
    });

    test("lets people and channels be picked, and says them as mentions", async () => {
      const ann = rig.person({ name: "Ann" });
      const bob = rig.person({ name: "Bob" });
      const pick = form(
        "tie",
        field("who", { kind: "account", value: `<@${bob.user}>` }),
        field("where", { kind: "channel", value: `<#${channel}>` }),
      );
      bot.answer = (_, nth) => (nth === 1 ? pick : say("Tied."));
      const opened = await ann.type("/webinar next", channel);
      expect(opened.form?.fields.map(({ value }) => value)).toEqual([`<@${bob.user}>`, `<#${channel}>`]);
      await ann.fill(opened, { who: `<@${ann.user}>` });
      expect(bot.calls[1]?.options).toEqual({ who: `<@${ann.user}>`, where: `<#${channel}>` });
    });

    test("shows problems of its first showing above their fields", async () => {
      bot.answer = () => form("x", field("a", { problem: "Never heard of it." }), field("b"));
      const opened = await rig.person({ name: "Ann" }).type("/webinar next", channel);
      expect(opened.form?.fields.map(({ problem }) => problem)).toEqual(["Never heard of it.", undefined]);
    });

    test("shown with a problem loses it when another one takes its place", async () => {
      const wrong = (problem: string) => form("x", field("a", { value: "1", problem }), field("b", { value: "2" }));
      bot.answer = (_, nth) => wrong(nth === 1 ? "Not this." : "Not that.");
      const ann = rig.person({ name: "Ann" });
      const next = await ann.fill(await ann.type("/webinar next", channel), { a: "3" });
      expect(next.form?.fields[0]?.problem).toBe("Not that.");
      expect(next.text).not.toContain("Not this.");
    });

    test("sent in twice is one request, and another one once something in it has changed", async () => {
      bot.answer = (_, nth) =>
        nth === 1 ? ask : { ...ask, fields: [{ ...field("title"), problem: "No." }, ...ask.fields.slice(1)] };
      const ann = rig.person({ name: "Ann" });
      const opened = await ann.type("/webinar next", channel);
      await ann.fill(opened, { title: "One" });
      await ann.fill(opened, { title: "One" });
      await ann.fill(opened, { title: "Two" });
      const [, one, again, two] = bot.calls.map(({ id }) => id);
      expect(again).toBe(one);
      expect(two).not.toBe(one);
    });

    test("that is not ours is acknowledged and left alone", async () => {
      const ann = rig.person({ name: "Ann" });
      const view = {
        id: "V1",
        hash: "1",
        private_metadata: "not ours",
        blocks: [],
        state: { values: {} },
        title: { type: "plain_text", text: "?" },
      };
      const payload = { type: "view_submission", team: { id: TEAM.id }, user: { id: ann.user }, view, trigger_id: "t" };
      expect(await rig.server.sockets.deliver("interactive", payload)).toEqual({});
      expect(bot.calls).toEqual([]);
    });
  });

  describe("A press on Slack", () => {
    const offer = message(text("Which?"), buttons({ label: "This & that", press: "show?webinar=3&part=a%26b" }), {
      block: "choice" as const,
      choice: {
        label: "Choose",
        option: "where",
        press: "share?webinar=3",
        from: [
          { label: "Here", value: "here: one" },
          { label: "There", value: "there" },
        ],
      },
    });
    const publish = async () => {
      const to = { platform: "slack" as const, space: TEAM.id, channel };
      const id = "abcdefghijklmnopqrstuvwx";
      return rig.platform.post({ id, to, body: rig.platform.render({ id, to, message: offer }) });
    };

    test("on a private message puts the answer in its place", async () => {
      bot.answer = (_, nth) => (nth === 1 ? offer : say("This."));
      const ann = rig.person({ name: "Ann" });
      const seen = await ann.type("/webinar next", channel);
      expect(await ann.press(seen, "This & that")).toMatchObject({ text: "This.", private: true, replaced: true });
      expect(bot.calls[1]).toMatchObject({
        said: { press: "show?webinar=3&part=a%26b" },
        options: {},
        at: { channel },
      });
    });

    test("on a public post is answered privately, and the post stays as it is", async () => {
      await publish();
      bot.answer = () => say("Only for you.");
      const [post] = rig.posts(channel);
      if (post === undefined) throw new Error("nothing was posted");
      expect(await rig.person({ name: "Ann" }).press(post, "This & that")).toMatchObject({
        text: "Only for you.",
        private: true,
        replaced: false,
      });
      expect(rig.posts(channel).map((each) => each.text)).toEqual(["Which?"]);
    });

    test("in a thread says which thread", async () => {
      const post = await publish();
      const thread = await rig.platform.thread(post, "Answers");
      const id = "bbcdefghijklmnopqrstuvwx";
      await rig.platform.post({ id, to: thread, body: rig.platform.render({ id, to: thread, message: offer }) });
      const [above, below] = rig.posts(channel);
      const ann = rig.person({ name: "Ann" });
      if (above === undefined || below === undefined) throw new Error("nothing was posted");
      await ann.press(above, "This & that");
      await ann.press(below, "This & that");
      expect(bot.calls.map(({ at }) => at.thread)).toEqual([undefined, post.message]);
    });

    test("on a choice carries what was chosen under its option", async () => {
      bot.answer = (_, nth) => (nth === 1 ? offer : say("Chosen."));
      const ann = rig.person({ name: "Ann" });
      const seen = await ann.type("/webinar next", channel);
      expect(seen.choices).toEqual(["here: one", "there"]);
      await ann.choose(seen, "here: one");
      expect(bot.calls[1]).toMatchObject({ said: { press: "share?webinar=3" }, options: { where: "here: one" } });
    });

    test("in a modal can ask for a form there", async () => {
      const ask = form("a", field("title"));
      bot.answer = (_, nth) =>
        [ask, message(text("Done."), buttons({ label: "Again", press: "a" })), ask][nth - 1] ?? say("?");
      const ann = rig.person({ name: "Ann" });
      const done = await ann.fill(await ann.type("/webinar next", channel), { title: "x" });
      expect((await ann.press(done, "Again")).form?.fields[0]).toEqual({ option: "title", label: "The title" });
    });

    test("in a modal that has changed meanwhile changes nothing more", async () => {
      bot.answer = (_, nth) =>
        nth === 1 ? form("a", field("title")) : message(text("Done."), buttons({ label: "Again", press: "a" }));
      const ann = rig.person({ name: "Ann" });
      const done = await ann.fill(await ann.type("/webinar next", channel), { title: "x" });
      rig.server.refuse("views.update", "hash_conflict");
      ann.press(done, "Again").catch(() => {});
      await expect.poll(() => rig.lines.some((line) => line.includes("hash_conflict"))).toBe(true);
      expect(rig.server.requests.at(-1)?.args).toMatchObject({ hash: expect.any(String), view_id: expect.any(String) });
    });

    test("is believed to be that of the envelope's user, whatever else the body says", async () => {
      const ann = rig.person({ name: "Ann" });
      const ada = rig.person({ name: "Ada", administers: true });
      const payload = {
        type: "block_actions",
        team: { id: TEAM.id },
        user: { id: ann.user, team_id: TEAM.id },
        user_id: ada.user,
        trigger_id: "t",
        container: { type: "message", message_ts: "1.2", channel_id: channel, is_ephemeral: true },
        channel: { id: channel },
        actions: [{ type: "button", action_id: "press:0:0:0", block_id: "b", value: "next", user_id: ada.user }],
      };
      await rig.server.sockets.deliver("interactive", payload);
      await expect.poll(() => bot.calls.length).toBe(1);
      expect(bot.calls[0]?.asker).toMatchObject({ user: ann.user, rights: ["post"] });
    });

    test("on something that is not ours is acknowledged and left alone", async () => {
      const payload = {
        type: "block_actions",
        team: { id: TEAM.id },
        user: { id: "U1" },
        trigger_id: "t",
        container: { type: "message", channel_id: channel },
        actions: [{ type: "button", action_id: "other", block_id: "b", value: "v" }],
      };
      await rig.server.sockets.deliver("interactive", payload);
      await pause(50);
      expect(bot.calls).toEqual([]);
    });
  });
});
