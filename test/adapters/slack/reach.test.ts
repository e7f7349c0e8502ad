import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Message, message, text } from "../../../src/core/bot/message.ts";
import { openSlackRig, type SlackRig } from "../../support/slack/rig.ts";
import { createScriptedBot, field, form, pause, type ScriptedBot } from "../../support/slack/script.ts";
import { TEAM } from "../../support/slack/state.ts";

const say = (words: string): Message => message(text(words));

let rig: SlackRig;
let bot: ScriptedBot;
let channel: string;

beforeEach(async () => {
  rig = await openSlackRig();
  bot = createScriptedBot(() => say("Here you are."));
  await rig.platform.start(bot);
  channel = rig.channel("general");
});
afterEach(async () => {
  const { violations } = rig.server;
  await rig.close();
  expect(violations).toEqual([]);
});

const post = async (thread?: string) => {
  const to = { platform: "slack" as const, space: TEAM.id, channel, ...(thread !== undefined && { thread }) };
  const id = "abcdefghijklmnopqrstuvwx";
  await rig.platform.post({ id, to, body: rig.platform.render({ id, to, message: say("A question") }) });
  const seen = rig.posts(channel).at(-1);
  if (seen === undefined) throw new Error("nothing was posted");
  return { seen, ts: String(rig.server.workspace.channels.get(channel)?.messages.at(-1)?.ts) };
};

describe("A list in a form on Slack", () => {
  const ask = form(
    "talk add?webinar=3",
    field("who", { pick: "one", value: "liu", shown: "Dr. Jing Liu" }),
    field("where", { pick: "several", value: "Slack #a, Slack #b" }),
    field("when"),
  );

  test("offers what the bot suggests for what is typed, the best first, and what is typed itself", async () => {
    bot.answer = () => ask;
    const asked: unknown[] = [];
    bot.suggest = async (call, option) => {
      asked.push([call.said, call.options[option], option]);
      return [
        { label: "Dr. Jing Liu", value: "liu" },
        { label: "<!here> & *all*", value: "x" },
      ];
    };
    const ann = rig.person({ name: "Ann" });
    const opened = await ann.type("/webinar next", channel);
    expect(opened.form?.fields.map(({ value }) => value)).toEqual(["liu", "Slack #a, Slack #b", undefined]);
    expect(await ann.typeInto(opened, "who", "Li <!here>")).toEqual([
      ["Dr. Jing Liu", "liu"],
      ["<!here> & *all*", "x"],
      ["Li <!here>", "Li <!here>"],
    ]);
    expect(await ann.typeInto(opened, "who", "")).toHaveLength(2);
    expect(asked[0]).toEqual([{ press: "talk add?webinar=3" }, "Li <!here>", "who"]);
  });

  test("sends in what was picked, several with commas between them, and what was typed", async () => {
    bot.answer = (_, nth) => (nth === 1 ? ask : say("Thank you."));
    const ann = rig.person({ name: "Ann" });
    const opened = await ann.type("/webinar next", channel);
    await ann.fill(opened, { who: "somebody else", where: "Slack #c, Discord", when: "1w before" });
    expect(bot.calls[1]?.options).toEqual({ who: "somebody else", where: "Slack #c, Discord", when: "1w before" });
  });

  test("never holds more or longer options than Slack takes, whatever is typed", async () => {
    bot.answer = () => ask;
    bot.suggest = async () =>
      Array.from({ length: 150 }, (_, n) => ({ label: "🌏".repeat(80), value: `${n}`.padEnd(n === 3 ? 151 : 4) }));
    const ann = rig.person({ name: "Ann" });
    const opened = await ann.type("/webinar next", channel);
    expect(await ann.typeInto(opened, "who", "y")).toHaveLength(100);
    expect(await ann.typeInto(opened, "who", "y".repeat(5000))).toHaveLength(100);
  });

  test("is empty but for what is typed when the bot takes longer than Slack waits", async () => {
    bot.answer = () => ask;
    bot.suggest = () => new Promise(() => {});
    const ann = rig.person({ name: "Ann" });
    const opened = await ann.type("/webinar next", channel);
    expect(await ann.typeInto(opened, "who", "liu")).toEqual([["liu", "liu"]]);
    expect(rig.server.sockets.acknowledged.at(-1)).toBeLessThan(2900);
  });
});

describe("A shortcut on Slack", () => {
  test("of a message answers in a window, with the thread that the message is in or may begin", async () => {
    const above = await post();
    const below = await post(above.ts);
    const ann = rig.person({ name: "Ann" });
    expect((await ann.shortcut("webinar questions", above.seen)).text).toBe("Here you are.");
    await ann.shortcut("discuss queue", below.seen);
    expect(bot.calls.map(({ said, at }) => [said, at.channel, at.thread])).toEqual([
      [{ command: "webinar questions" }, channel, above.ts],
      [{ command: "discuss queue" }, channel, above.ts],
    ]);
  });

  test("of the workspace is asked from no channel, and its answer may be a form", async () => {
    bot.answer = () => form("x", field("a"));
    expect((await rig.person({ name: "Ann" }).shortcut("menu")).form?.fields).toHaveLength(1);
    expect(bot.calls[0]).toMatchObject({ said: { command: "menu" }, at: { channel: "" } });
  });

  test("whose answer takes long opens in time and says in the asker's language that it is working", async () => {
    bot.answer = async () => {
      await pause(1900);
      return say("At last.");
    };
    const ann = rig.person({ name: "Ann", locale: "ja-JP" });
    expect((await ann.shortcut("menu")).text).toBe("処理しています…");
    const [view] = rig.server.workspace.views.values();
    await expect.poll(() => JSON.stringify(view?.view)).toContain("At last.");
  });

  test.each(["expired_trigger_id", "exchanged_trigger_id"])("refused with %s is answered privately", async (word) => {
    rig.server.refuse("views.open", word);
    const { seen } = await post();
    const answered = await rig.person({ name: "Ann" }).shortcut("webinar next", seen);
    expect(answered).toMatchObject({ text: "Here you are.", private: true });
    bot.answer = () => form("x", field("a"));
    expect((await rig.person({ name: "Bob" }).shortcut("webinar next", seen)).buttons).toEqual(["Open the form"]);
  });

  test("that is not ours asks nothing", async () => {
    rig
      .person({ name: "Ann" })
      .shortcut("rostrum roles give")
      .catch(() => {});
    await expect.poll(() => rig.lines.some((line) => line.includes("not ours"))).toBe(true);
    expect(bot.calls).toEqual([]);
  });
});

describe("The App Home on Slack", () => {
  const publishes = (): number => rig.server.requests.filter(({ method }) => method === "views.publish").length;

  test("is published when somebody looks at it, once for the same content, with the hash of what stood there", async () => {
    const ann = rig.person({ name: "Ann" });
    expect((await ann.home())?.text).toBe("Here you are.");
    await ann.home();
    expect(publishes()).toBe(1);
    bot.answer = () => say("Something new.");
    expect((await ann.home())?.text).toBe("Something new.");
    expect(rig.server.requests.at(-1)?.args).toMatchObject({ user_id: ann.user, hash: expect.any(String) });
    expect(bot.calls[0]).toMatchObject({ said: { command: "home" }, at: { channel: "" }, asker: { user: ann.user } });
  });

  test("stays as it is when it was published meanwhile, and on the tab of messages", async () => {
    const ann = rig.person({ name: "Ann" });
    expect(await ann.home("messages")).toBeUndefined();
    await ann.home();
    bot.answer = () => say("Later.");
    rig.server.refuse("views.publish", "hash_conflict");
    await ann.home();
    expect(rig.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  });

  test("answers a press in a window and stays", async () => {
    bot.answer = (_, nth) =>
      nth === 1
        ? message(text("Home"), { block: "buttons", buttons: [{ label: "List", press: "webinar list" }] })
        : say("The list.");
    const ann = rig.person({ name: "Ann" });
    const home = await ann.home();
    if (home === undefined) throw new Error("no home");
    expect(await ann.press(home, "List")).toMatchObject({ text: "The list.", private: true });
    expect(bot.calls[1]?.said).toEqual({ press: "webinar list" });
    expect(publishes()).toBe(1);
  });
});

describe("A window on Slack", () => {
  test("closed before its answer came is answered by a private message where it was asked for", async () => {
    bot.answer = (_, nth) =>
      nth === 1
        ? form("a", field("title"))
        : message(text("Done."), { block: "buttons", buttons: [{ label: "Again", press: "a" }] });
    const ann = rig.person({ name: "Ann" });
    const done = await ann.fill(await ann.type("/webinar next", channel), { title: "x" });
    bot.answer = async () => {
      ann.close(done);
      return say("All <!channel> the same.");
    };
    ann.press(done, "Again").catch(() => {});
    await expect.poll(() => ann.whispers().map((seen) => seen.text)).toEqual(["All <!channel> the same."]);
    expect(rig.posts(channel)).toEqual([]);
  });

  test("too large for Slack is answered with what to do", async () => {
    bot.answer = () => form("a", field("title"));
    rig.server.refuse("views.open", "view_too_large");
    const seen = await rig.person({ name: "Ann" }).type("/webinar next", channel);
    expect(seen.text).toContain("as one line");
    expect(seen.buttons).toEqual([]);
  });

  test("pushed too deep becomes a message with a button", async () => {
    bot.answer = () => form("a", field("title"));
    rig.server.refuse("views.open", "push_limit_reached");
    expect((await rig.person({ name: "Ann" }).type("/webinar next", channel)).buttons).toEqual(["Open the form"]);
  });
});
