import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { buttons, type Message, message, text } from "../../../src/core/bot/message.ts";
import { bold, md } from "../../../src/core/bot/text.ts";
import { wordsIn } from "../../../src/core/words/words.ts";
import { type DiscordRig, openDiscordRig } from "../../support/discord/rig.ts";
import { after, createScript, said } from "../../support/discord/script.ts";

/** The bot's two seconds are a tenth of that here, and Discord's three a third: a busy machine must not make them meet. */
const rigs: DiscordRig[] = [];
const script = createScript();
let rig: DiscordRig;
let room: string;

beforeAll(async () => {
  rig = await openDiscordRig({ times: { answerMs: 1000, tokenMs: 4000 }, patience: { deferMs: 200, suggestMs: 250 } });
  rigs.push(rig);
  room = rig.channel("discussion");
  await rig.platform.start(script);
});
afterEach(() => {
  expect(rig.server.violations).toEqual([]);
  script.calls.length = 0;
});
afterAll(async () => {
  for (const open of rigs) await open.close();
});

const answered = (since: number): readonly string[] => rig.server.interactions.log.slice(since);

test("a command is answered at once, and only the asker sees it", async () => {
  script.answer = () => said("The next webinar is in May.");
  const since = rig.server.interactions.log.length;
  const seen = await rig.person({ name: "Mei" }).type("/webinar next", room);
  expect(seen).toMatchObject({ text: "The next webinar is in May.", private: true, replaced: false });
  expect(answered(since)).toEqual(["4"]);
  expect(rig.posts(room)).toEqual([]);
});

test("a call says who asks, where, in which language and with which rights", async () => {
  const mei = rig.person({ name: "Mei", locale: "ja" });
  await mei.type("/webinar show webinar:3 text:two words", room);
  expect(script.calls).toMatchObject([
    {
      said: { command: "webinar show" },
      options: { webinar: "3", text: "two words" },
      at: { platform: "discord", space: rig.space, channel: room },
      asker: { platform: "discord", space: rig.space, user: mei.user, name: "Mei", rights: ["post"], groups: [] },
      locale: "ja",
    },
  ]);
  expect(script.calls[0]?.id).toMatch(/^\d{17,20}$/u);
});

test("an administrator has every right", async () => {
  await rig.person({ name: "Ada", administers: true }).type("/webinar next", room);
  expect(script.calls[0]?.asker.rights).toEqual(["administer", "manage-events", "manage-messages", "post"]);
  expect(script.calls[0]?.asker.groups).toHaveLength(1);
});

test("a command in a group keeps all its words", async () => {
  await rig.person({ name: "Mei" }).type('/webinar talk add title:"Sums: a story"', room);
  expect(script.calls[0]).toMatchObject({
    said: { command: "webinar talk add" },
    options: { title: "Sums: a story" },
  });
});

test("people, roles and channels arrive as mentions, a choice as its value", async () => {
  const mei = rig.person({ name: "Mei" });
  await mei.type(`/speaker who:<@${mei.user}> where:#discussion how:In person`, room);
  await mei.type("/speaker who:@Administrators", room);
  expect(script.calls[0]?.options).toEqual({ who: `<@${mei.user}>`, where: `<#${room}>`, how: "there" });
  expect(script.calls[1]?.options.who).toMatch(/^<@&\d+>$/u);
});

test("in a thread the call knows the channel and the thread, and the right to write is the thread's", async () => {
  const { state } = rig.server;
  const thread = `${BigInt(room) + 1n}`;
  state.channels.set(thread, {
    id: thread,
    guild: rig.space,
    name: "a thread",
    type: 11,
    parent: room,
    overwrites: [],
  });
  await rig.person({ name: "Mei" }).type("/webinar next", thread);
  expect(script.calls[0]?.at).toEqual({ platform: "discord", space: rig.space, channel: room, thread });
  expect(script.calls[0]?.asker.rights).toEqual(["post"]);
  const everyone = state.guilds.get(rig.space)?.roles[0];
  if (everyone) everyone.permissions &= ~(1n << 38n);
  await rig.person({ name: "Li" }).type("/webinar next", thread);
  expect(script.calls[1]?.asker.rights).toEqual([]);
  if (everyone) everyone.permissions |= 1n << 38n;
});

test("a slow answer is put off privately and then filled in", async () => {
  script.answer = () => after(250, said("It took a while."));
  const since = rig.server.interactions.log.length;
  const seen = await rig.person({ name: "Mei" }).type("/webinar next", room);
  expect(seen).toMatchObject({ text: "It took a while.", private: true, replaced: false });
  expect(answered(since)).toEqual(["5", "edit"]);
});

test("an answer that comes after all patience is over is still filled in", async () => {
  script.answer = () => after(1200, said("Very late."));
  expect((await rig.person({ name: "Mei" }).type("/webinar next", room)).text).toBe("Very late.");
});

test("without putting off, Discord shows a failure to the asker", async () => {
  const impatient = await openDiscordRig({ times: { answerMs: 60 }, patience: { deferMs: 10_000 } });
  rigs.push(impatient);
  await impatient.platform.start(createScript(() => after(120, said("Too late."))));
  await expect(impatient.person({ name: "Mei" }).type("/webinar next", impatient.channel("x"))).rejects.toThrow(
    "The application did not respond",
  );
  await after(100, undefined);
  expect(impatient.server.interactions.log).toEqual(["4 refused 10062"]);
  expect(impatient.lines.filter((line) => line.includes("10062"))).toHaveLength(1);
  expect(impatient.platform.state()).toBe("connected");
});

test("a press on a private message replaces it", async () => {
  script.answer = (call) =>
    "press" in call.said ? said(`You pressed ${call.said.press}`) : said("Choose.", "webinar show?webinar=3");
  const mei = rig.person({ name: "Mei" });
  const first = await mei.type("/webinar next", room);
  const second = await mei.press(first, "webinar show?webinar=3");
  expect(second).toMatchObject({ text: "You pressed webinar show?webinar=3", private: true, replaced: true });
  expect(second.buttons).toEqual([]);
});

test("a slow answer to a press on a private message still replaces it", async () => {
  script.answer = (call) => ("press" in call.said ? after(250, said("Done.")) : said("Choose.", "go"));
  const mei = rig.person({ name: "Mei" });
  const since = rig.server.interactions.log.length;
  const seen = await mei.press(await mei.type("/webinar next", room), "go");
  expect(seen).toMatchObject({ text: "Done.", replaced: true, private: true });
  expect(answered(since)).toEqual(["4", "6", "edit"]);
});

const post = async (public_: Message, id = "abcdefghijklmnopqrstuvwx"): Promise<void> => {
  const to = { platform: "discord", space: rig.space, channel: room } as const;
  await rig.platform.post({ id, to, body: rig.platform.render({ id, to, message: public_ }) });
};

test.each([
  ["quick", 0],
  ["slow", 250],
])("a %s answer to a press on a public post is a new message for the one who pressed", async (_, ms) => {
  script.answer = (call) => after(ms, said("press" in call.said ? `Only you: ${call.said.press}` : "?"));
  await post(said("Who is coming?", "attend?webinar=3"), `abcdefghijklmnopqrstuvw${ms === 0 ? "x" : "y"}`);
  const [seen] = rig.posts(room).slice(-1);
  if (!seen) throw new Error("nothing was posted");
  const own = await rig.person({ name: "Mei" }).press(seen, "attend?webinar=3");
  expect(own).toMatchObject({ text: "Only you: attend?webinar=3", private: true, replaced: false });
  expect(rig.posts(room).at(-1)?.text).toBe("Who is coming?");
});

test("the same press may stand on one message several times, also at its longest", async () => {
  const long = "webinar show?".padEnd(90, "x");
  script.answer = (call) =>
    "press" in call.said
      ? said(call.said.press)
      : message(
          text("Twice."),
          buttons({ label: "a", press: long }, { label: "b", press: long }, { label: "c", press: "x^0" }),
        );
  const mei = rig.person({ name: "Mei" });
  expect((await mei.press(await mei.type("/webinar next", room), "b")).text).toBe(long);
  expect((await mei.press(await mei.type("/webinar next", room), "a")).text).toBe(long);
  expect((await mei.press(await mei.type("/webinar next", room), "c")).text).toBe("x^0");
});

test.each([
  ["webinar", "webinar show"],
  ["webinar", "w".repeat(90)],
  ["an-option-of-thirty-two-letters-", "w".repeat(90)],
])("what is chosen comes back as the option %s of its press", async (name, press) => {
  script.answer = (call) =>
    "press" in call.said
      ? said(JSON.stringify([call.said.press, call.options]))
      : message(text("Which?"), {
          block: "choice",
          choice: {
            label: "Webinars",
            option: name,
            press,
            from: [
              { label: "First", value: "1" },
              { label: "Second=2", value: "2=b" },
            ],
          },
        });
  const mei = rig.person({ name: "Mei" });
  const seen = await mei.choose(await mei.type("/webinar next", room), "Second=2");
  expect(JSON.parse(seen.text)).toEqual([press, { [name]: "2=b" }]);
  expect(seen.replaced).toBe(true);
});

test("what is typed is completed from at most twenty-five suggestions", async () => {
  script.suggestions = async (call, name) =>
    Array.from({ length: 30 }, (_, n) => ({ label: `${name} ${call.options[name]} ${n}`, value: String(n) }));
  const offered = await rig.person({ name: "Mei" }).complete("/webinar show webinar:lo", "webinar", room);
  expect(offered).toHaveLength(25);
  expect(offered[0]).toEqual({ name: "webinar lo 0", value: "0" });
});

test("suggestions that take too long are none", async () => {
  script.suggestions = () => after(400, [{ label: "late", value: "late" }]);
  expect(await rig.person({ name: "Mei" }).complete("/webinar show webinar:lo", "webinar", room)).toEqual([]);
});

test("an event that is delivered twice is answered once", async () => {
  script.answer = () => said("Once.");
  const mei = rig.person({ name: "Mei" });
  const { gateway } = rig.server;
  const dispatch = gateway.dispatch;
  (gateway as { dispatch: typeof dispatch }).dispatch = (event, data) => {
    dispatch(event, data);
    dispatch(event, data);
  };
  const since = rig.server.interactions.log.length;
  expect((await mei.type("/webinar next", room)).text).toBe("Once.");
  await after(50, undefined);
  (gateway as { dispatch: typeof dispatch }).dispatch = dispatch;
  expect(answered(since)).toEqual(["4"]);
  expect(script.calls).toHaveLength(1);
});

test.each([
  ["from a bot", { member: { user: { id: "1", username: "x", bot: true }, roles: [], permissions: "0" } }],
  ["that is an hour old", { id: String(((BigInt(Date.now()) - 3_600_000n - 1_420_070_400_000n) << 22n) | 1n) }],
  ["of a kind that nobody knows", { type: 99 }],
])("a request %s is left alone", async (_, odd) => {
  const member = { user: { id: "2", username: "y" }, roles: [], permissions: "0" };
  const base = {
    id: String((BigInt(Date.now()) - 1_420_070_400_000n) << 22n),
    application_id: "1",
    token: "t",
    version: 1,
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: 1,
    app_permissions: "0",
    locale: "en-US",
    channel_id: room,
    type: 2,
    guild_id: rig.space,
    channel: { id: room, type: 0 },
    member,
    data: { id: "1", name: "webinar", type: 1, options: [] },
  };
  rig.server.gateway.dispatch("INTERACTION_CREATE", { ...base, ...odd });
  await after(40, undefined);
  expect(script.calls).toEqual([]);
  expect(rig.lines.at(-1)).toContain("An interaction was not answered");
  expect(rig.platform.state()).toBe("connected");
});

test("in a direct message what is typed is answered with where it works instead, and suggests nothing", async () => {
  script.answer = () => said("Choose.", "webinar list");
  const mei = rig.person({ name: "Mei", locale: "ja" });
  const shown = await mei.type("/webinar next", room);
  script.calls.length = 0;
  const alone = mei.inPrivate();
  const typed = await alone.type("/webinar show webinar:3", room);
  expect(typed).toMatchObject({ text: wordsIn("ja").bot.outside, private: true, replaced: false });
  expect(await alone.complete("/webinar show webinar:3", "webinar", room)).toEqual([]);
  expect(script.calls).toEqual([]);
  // What a message of ours carries is the bot's to judge: from somebody without rank or role, and in no server.
  await alone.press(shown, "webinar list");
  expect(script.calls).toMatchObject([{ at: { space: "" }, asker: { space: "", rights: [], groups: [] } }]);
});

test("words stand as they are written, in bold or not", async () => {
  const nasty = "@everyone **not bold** <@1> # no [zoom](https://evil.example) :x: `code` ||no||";
  script.answer = () => message(text(md`${bold(nasty)}: ${nasty}`));
  expect((await rig.person({ name: "Mei" }).type("/webinar next", room)).text).toBe(`${nasty}: ${nasty}`);
});

test("nothing in all of this went wrong inside", () => {
  expect(rig.lines.filter((line) => line.startsWith("error"))).toEqual([]);
});

test("neither the token nor an interaction's token is ever logged", () => {
  for (const line of rig.lines) {
    expect(line).not.toContain(rig.server.state.token);
    expect(line).not.toContain("aW50ZXJhY3Rpb24");
  }
});
