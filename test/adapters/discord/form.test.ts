import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Form } from "../../../src/core/bot/form.ts";
import type { Message } from "../../../src/core/bot/message.ts";
import { type DiscordRig, openDiscordRig } from "../../support/discord/rig.ts";
import { after, createScript, form, said } from "../../support/discord/script.ts";
import type { Seen } from "../../support/rig.ts";

/** Two seconds and three are a tenth of that here. */
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

const post = async (public_: Message, id = "abcdefghijklmnopqrstuvwx"): Promise<void> => {
  const to = { platform: "discord", space: rig.space, channel: room } as const;
  await rig.platform.post({ id, to, body: rig.platform.render({ id, to, message: public_ }) });
};

test("a form is a window, comes back with its values, and opens again with them and the problem", async () => {
  script.answer = (call) => {
    if (!("title" in call.options)) return form();
    const title = call.options.title ?? "";
    if (title === "Good") return said(JSON.stringify(call.options));
    return form({
      fields: [
        {
          option: "title",
          label: "Title",
          kind: "line",
          required: true,
          value: title,
          problem: `${title} is not a title.`,
        },
        { option: "about", label: "About", kind: "paragraph", required: false, value: call.options.about ?? "" },
      ],
    });
  };
  const mei = rig.person({ name: "Mei" });
  const window = await mei.type("/webinar next", room);
  expect(window.form).toEqual({
    title: "A webinar",
    fields: [
      { option: "title", label: "Title" },
      { option: "about", label: "About" },
    ],
  });
  const refused = await mei.fill(window, { title: "Bad", about: "two\nlines" });
  // Discord opens no window on top of a window: a message with one button takes its place.
  expect(refused).toMatchObject({
    text: "A webinar\nTitle: Bad is not a title.",
    buttons: ["Open the form"],
    private: true,
  });
  script.calls.length = 0;
  script.answer = () =>
    form({
      fields: [
        { option: "title", label: "Title", kind: "line", required: true, value: "Bad", problem: "Bad is not a title." },
      ],
    });
  const again = await mei.press(refused, "Open the form");
  expect(script.calls).toMatchObject([{ said: { press: "webinar add?step=1" }, options: {} }]);
  expect(again.form?.fields).toEqual([
    { option: "title", label: "Title", value: "Bad", problem: "Bad is not a title." },
  ]);
  script.answer = (call) => said(JSON.stringify(call.options));
  const done = await mei.fill(again, { title: "Good" });
  expect(done).toMatchObject({ text: '{"title":"Good"}', replaced: true });
});

test("an empty field comes back empty", async () => {
  script.answer = (call) => ("press" in call.said ? said(JSON.stringify(call.options)) : form());
  const mei = rig.person({ name: "Mei" });
  const seen = await mei.fill(await mei.type("/webinar next", room), { title: "T" });
  expect(JSON.parse(seen.text)).toEqual({ title: "T", about: "" });
});

test("choices, people and channels have their own fields, filled in again with what was picked", async () => {
  const mei = rig.person({ name: "Mei" });
  const fields = (values: Readonly<Record<string, string>>): Form["fields"] =>
    (
      [
        {
          option: "how",
          label: "How",
          kind: "choice",
          from: [
            { label: "Online", value: "online" },
            { label: "There", value: "there" },
          ],
        },
        { option: "who", label: "Who", kind: "account" },
        { option: "group", label: "Group", kind: "account" },
        { option: "where", label: "Where", kind: "channel" },
      ] as const
    ).map((field) => ({
      ...field,
      required: false,
      ...(values[field.option] !== undefined && { value: values[field.option] ?? "" }),
    }));
  script.answer = (call) =>
    "press" in call.said
      ? said(Object.values(call.options).join(" ").replaceAll(/[<>]/g, ""))
      : form({ fields: fields(call.options) });
  const empty = await mei.fill(await mei.type("/webinar next", room), {});
  expect(empty.text).toBe("…");
  expect(script.calls.at(-1)?.options).toEqual({ how: "", who: "", group: "", where: "" });
  const window = await mei.type("/webinar next", room);
  const full = await mei.fill(window, {
    how: "there",
    who: `<@${mei.user}>`,
    group: "@Administrators",
    where: "#discussion",
  });
  expect(full.replaced).toBe(false);
  const options = script.calls.at(-1)?.options ?? {};
  expect(options).toMatchObject({ how: "there", who: `<@${mei.user}>`, where: `<#${room}>` });
  expect(options.group).toMatch(/^<@&\d+>$/u);
  script.answer = () => form({ fields: fields({ ...options, where: room }) });
  const again = await mei.type("/webinar next", room);
  expect(again.form?.fields.map(({ value }) => value)).toEqual([
    "there",
    `<@${mei.user}>`,
    options.group,
    `<#${room}>`,
  ]);
});

test("an introduction stands above the fields", async () => {
  script.answer = () => form({ intro: "Tell us *more*." });
  expect((await rig.person({ name: "Mei" }).type("/webinar next", room)).text).toContain("Tell us *more*.");
});

test("a form that comes too late for a window is a message with a button", async () => {
  script.answer = () => after(250, form());
  const mei = rig.person({ name: "Mei" });
  const late = await mei.type("/webinar next", room);
  expect(late).toMatchObject({ text: "A webinar", buttons: ["Open the form"], private: true });
  script.answer = () => form();
  expect((await mei.press(late, "Open the form")).form?.title).toBe("A webinar");
});

const chosen = { label: "Which", option: "which", press: "pick", from: [{ label: "One", value: "1" }] };
const offer: Message = {
  kind: "message",
  blocks: [...said("Go on?", "go").blocks, { block: "choice", choice: chosen }],
};
/** How somebody gets to a form: what they do, and what the answers on the wire are when it comes late. */
const ways: readonly [string, (mei: ReturnType<DiscordRig["person"]>) => Promise<Seen>, readonly string[]][] = [
  ["a command", (mei) => mei.type("/webinar next", room), ["5", "edit"]],
  ["a button on a private message", async (mei) => mei.press(await mei.type("/speaker", room), "go"), ["6", "edit"]],
  ["a choice on a private message", async (mei) => mei.choose(await mei.type("/speaker", room), "1"), ["6", "edit"]],
  [
    "a button on a public post",
    async (mei) => {
      await post(said("Ask us", "ask"), "abcdefghijklmnopqrstuvw3");
      return mei.press(rig.posts(room).at(-1) as Seen, "ask");
    },
    ["5", "edit"],
  ],
  [
    "a form sent in",
    async (mei) => mei.fill(await mei.type("/speaker who:@Administrators", room), { title: "T" }),
    ["5", "edit"],
  ],
];

test.each(ways)(
  "a form that comes too late after %s is offered by a button, and sent in from there",
  async (_, act, wire) => {
    const mei = rig.person({ name: "Mei" });
    let slow = false;
    script.answer = (call) => {
      if ("command" in call.said && call.said.command === "speaker")
        return "who" in call.options ? form({ press: "first" }) : offer;
      if ("press" in call.said && call.said.press === "second")
        return "title" in call.options ? said(`Thank you for ${call.options.title}`) : form({ press: "second" });
      slow = true;
      return after(250, form({ press: "second" }));
    };
    const since = rig.server.interactions.log.length;
    const late = await act(mei);
    expect(slow).toBe(true);
    expect(late).toMatchObject({ text: "A webinar", buttons: ["Open the form"], private: true });
    expect(rig.server.interactions.log.slice(since).slice(-2)).toEqual(wire);
    const done = await mei.fill(await mei.press(late, "Open the form"), { title: "Sums" });
    expect(done).toMatchObject({ text: "Thank you for Sums", private: true, replaced: true });
  },
);

test("a form that answers a form is a button in its place, since Discord opens no window on a window", async () => {
  const mei = rig.person({ name: "Mei" });
  script.answer = (call) => {
    if (!("press" in call.said)) return form({ press: "first" });
    if (call.said.press === "first") return form({ press: "second", title: "The second" });
    return "title" in call.options ? said("Both are done.") : form({ press: "second", title: "The second" });
  };
  const since = rig.server.interactions.log.length;
  const second = await mei.fill(await mei.type("/webinar next", room), { title: "T" });
  expect(second).toMatchObject({ text: "The second", buttons: ["Open the form"] });
  const done = await mei.fill(await mei.press(second, "Open the form"), { title: "T" });
  expect(done).toMatchObject({ text: "Both are done.", replaced: true });
  expect(rig.server.interactions.log.slice(since)).toEqual(["9", "4", "9", "7"]);
});

test("a form sent in from a public post is answered with a new message", async () => {
  script.answer = (call) => ("title" in call.options ? said("Thank you.") : form());
  await post(said("Ask us", "ask?question=1"), "abcdefghijklmnopqrstuvw2");
  const seen = rig.posts(room).at(-1);
  if (!seen) throw new Error("nothing was posted");
  const mei = rig.person({ name: "Mei" });
  const done = await mei.fill(await mei.press(seen, "ask?question=1"), { title: "Why?" });
  expect(done).toMatchObject({ text: "Thank you.", private: true, replaced: false });
});
