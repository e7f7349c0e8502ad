import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PlatformError } from "../../../src/core/bot/errors.ts";
import { message, text } from "../../../src/core/bot/message.ts";
import { createMemoryBoard } from "../../support/web/board.ts";
import { openWebRig } from "../../support/web/rig.ts";
import { say, script, titleForm, web } from "../../support/web/scripted.ts";

let rig: Awaited<ReturnType<typeof openWebRig>>;
beforeEach(async () => {
  rig = await openWebRig();
});
afterEach(() => rig.close());

const posting = (channel: string, said: string, id = "d1") => ({
  id,
  to: { platform: "web", space: "playground", channel } as const,
  message: say(said),
});
const post = (channel: string, said: string, id = "d1") => {
  const given = posting(channel, said, id);
  return rig.platform.post({ id, to: given.to, body: rig.platform.render(given) });
};

/** Creates a webinar by form: an empty title is refused. */
const creating = script(({ said, options }) => {
  if ("command" in said)
    return said.command === "webinar next" ? say("Next", ["New", titleForm().press], ["Again", "again"]) : titleForm();
  if (!said.press.startsWith("manage")) return say("Once more", ["New", titleForm().press]);
  if (options.title === undefined) return titleForm();
  return options.title === "" ? titleForm(options, "A webinar has a title.") : say(`Created: ${options.title}`);
});

describe("private answers", () => {
  test("a line becomes a call with its options, in the persona's language", async () => {
    const bot = script(() => say("hello"));
    await rig.platform.start(bot);
    const person = rig.person({ name: "Noi", locale: "ja-JP", zone: "Asia/Bangkok", administers: true });
    const channel = rig.channel("general");
    const seen = await person.type('/Webinar show 3 as:"long"', channel);
    expect(seen).toMatchObject({ text: "hello", private: true, replaced: false });
    expect(bot.calls).toMatchObject([
      {
        said: { command: "webinar show" },
        options: { webinar: "3", as: "long" },
        locale: "ja-JP",
        asker: { user: person.user, name: "Noi", rights: ["administer", "post"], zone: "Asia/Bangkok" },
        at: { channel },
      },
    ]);
  });

  test("the answer to a press on a private message takes its place, on a public post it is a new one", async () => {
    await rig.platform.start(creating);
    const person = rig.person({ name: "Noi" });
    const channel = rig.channel("general");
    const seen = await person.type("/webinar next", channel);
    expect(await person.press(seen, "Again")).toMatchObject({ text: "Once more", private: true, replaced: true });
    const given = { ...posting(channel, ""), message: say("For all", ["Again", "again"]) };
    await rig.platform.post({ ...given, body: rig.platform.render(given) });
    const [shown] = rig.posts(channel);
    expect(shown).toMatchObject({ text: "For all", buttons: ["Again"], private: false });
    expect(shown && (await person.press(shown, "Again"))).toMatchObject({ private: true, replaced: false });
  });

  test("a choice sends what was chosen under its option", async () => {
    const choice = { label: "Which", option: "webinar", press: "webinar show", from: [{ label: "3rd", value: "3" }] };
    const bot = script((call) =>
      "command" in call.said ? message(text("?"), { block: "choice", choice }) : say(call.options.webinar ?? ""),
    );
    await rig.platform.start(bot);
    const person = rig.person({ name: "Noi" });
    const seen = await person.type("/webinar", rig.channel("general"));
    expect(seen.choices).toEqual(["3"]);
    expect(await person.choose(seen, "3")).toMatchObject({ text: "3", replaced: true });
  });
});

describe("forms", () => {
  test("come back with what was typed and what is wrong beside the field, until all is right", async () => {
    await rig.platform.start(creating);
    const person = rig.person({ name: "Noi" });
    const channel = rig.channel("general");
    const values = {
      about: '\nLine one\n<b>two</b> & "three"',
      who: `<@${person.user}>`,
      where: `<#${channel}>`,
      mode: "room",
    };
    const form = await person.type("/webinar create", channel);
    expect(form.form?.fields.map(({ label }) => label)).toEqual(["Title", "About", "Moderator", "Place", "Held"]);
    const back = await person.fill(form, values);
    expect(back.form?.fields).toEqual([
      { option: "title", label: "Title", problem: "A webinar has a title." },
      { option: "about", label: "About", value: values.about },
      { option: "who", label: "Moderator", value: values.who },
      { option: "where", label: "Place", value: values.where },
      { option: "mode", label: "Held", value: "room" },
    ]);
    const { html } = back.raw as { html: string };
    expect(html).toMatch(/aria-describedby="(f-[\w-]+-0-problem) f-[\w-]+-0-hint" aria-invalid="true"/u);
    expect(await person.fill(back, { title: "Fourth" })).toMatchObject({ text: "Created: Fourth", replaced: false });
    expect(creating.calls.at(-1)?.options).toEqual({ title: "Fourth", ...values });
  });

  test("opened from a private message, its answer takes that message's place", async () => {
    await rig.platform.start(creating);
    const person = rig.person({ name: "Noi" });
    const seen = await person.type("/webinar next", rig.channel("general"));
    const form = await person.press(seen, "New");
    expect(form).toMatchObject({ form: { title: "New webinar" }, replaced: false });
    expect(await person.fill(form, { title: "Fifth" })).toMatchObject({ text: "Created: Fifth", replaced: true });
  });

  test("a value that is not among the offers any more stays as it was typed", async () => {
    await rig.platform.start(script(() => titleForm({ mode: "by <post>", who: "<@gone>" })));
    const form = await rig.person({ name: "Noi" }).type("/webinar create", rig.channel("general"));
    expect(form.form?.fields.filter(({ value }) => value !== undefined).map(({ value }) => value)).toEqual([
      "<@gone>",
      "by <post>",
    ]);
  });
});

describe("public posts", () => {
  test("stay after a restart, with their threads", async () => {
    const board = createMemoryBoard();
    const bot = script(() => say("hello"));
    const first = web({ board });
    await first.start(bot);
    const given = posting("discussion", "Question 2\nWhat about <COVID-19>?");
    const done = await first.post({ id: given.id, to: given.to, body: first.render(given) });
    const thread = await first.thread(done, "Question 2: COVID-19");
    const answer = { ...posting("discussion", "In the thread", "d2"), to: thread };
    await first.post({ ...answer, body: first.render(answer) });
    await first.stop();

    const second = web({ board });
    await second.start(bot);
    const read = async (query: string) =>
      (await fetch(`${second.address()}/api/posts?channel=discussion&lang=en${query}`)).json();
    const main = await read("");
    expect(main.posts).toHaveLength(1);
    expect(main.posts[0].html).toContain("What about &lt;COVID-19&gt;?");
    expect(main.posts[0].html).toMatch(/Thread: Question 2: COVID-19 <span class="count">1 post</u);
    const inThread = await read(`&thread=${thread.thread}`);
    expect(inThread.title).toBe("Question 2: COVID-19");
    expect(inThread.posts.map(({ message }: { message: string }) => message)).toEqual([done.message, "m2"]);
    await second.stop();
  });

  test("come to open pages at once", async () => {
    await rig.platform.start(script(() => say("hello")));
    const channel = rig.channel("general");
    const { address } = rig.platform as ReturnType<typeof web>;
    const live = await fetch(`${address()}/api/live`);
    const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader();
    await post(channel, "For all");
    expect((await reader?.read())?.value).toBe(`data: {"channel":"${channel}"}\n\n`);
    await reader?.cancel();
  });

  test("a post is there once, however often its delivery comes", async () => {
    await rig.platform.start(script(() => say("hello")));
    const channel = rig.channel("general");
    const first = await post(channel, "For all");
    expect(await post(channel, "For all")).toEqual(first);
    expect(rig.posts(channel)).toHaveLength(1);
    expect(rig.attempts()).toBe(2);
  });

  test("a thread that is there already is the answer, and keeps its title", async () => {
    await rig.platform.start(script(() => say("hello")));
    const channel = rig.channel("general");
    const done = await post(channel, "For all");
    const thread = await rig.platform.thread(done, "First");
    expect(await rig.platform.thread(done, "Second")).toEqual(thread);
    const [seen] = rig.posts(channel);
    expect(seen && rig.threads(seen)).toEqual(["First"]);
    const within = { ...posting(channel, "In it", "d2"), to: thread };
    const answer = await rig.platform.post({ ...within, body: rig.platform.render(within) });
    expect(await rig.platform.thread(answer, "Third")).toEqual(thread);
  });

  test.each([
    ["refuse", "place", 0],
    ["limit", "wait", 0],
    ["revoke", "stop", 0],
    ["fail", "ambiguous", 0],
    ["lose", "ambiguous", 1],
  ] as const)("when posting meets “%s”, it is known as “%s”", async (disturbance, fault, there) => {
    await rig.platform.start(script(() => say("hello")));
    const channel = rig.channel("general");
    rig.disturb(disturbance);
    const error = await post(channel, "For all").catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PlatformError);
    expect(error).toMatchObject({ fault, retryMs: fault === "wait" ? 1_000 : undefined });
    expect(rig.posts(channel)).toHaveLength(there);
    await post(channel, "For all");
    expect(rig.posts(channel)).toHaveLength(1);
  });

  test("a channel that is gone is known as gone", async () => {
    const gone = rig.channel("old", ["gone"]);
    const there = rig.channel("general");
    const at = { platform: "web", space: "playground" } as const;
    expect(await rig.platform.standing({ ...at, channel: there })).toEqual({ name: "#general", lacks: [] });
    expect(await rig.platform.standing({ ...at, channel: gone })).toMatchObject({ lacks: ["gone"] });
    expect(await rig.platform.standing({ ...at, space: "other", channel: there })).toMatchObject({ lacks: ["gone"] });
    await expect(post(gone, "For all")).rejects.toMatchObject({ fault: "place" });
  });

  test("40,000 characters can be posted, one more cannot", () => {
    expect(() => rig.platform.render(posting("c", "x".repeat(40_000)))).not.toThrow();
    expect(() => rig.platform.render(posting("c", "x".repeat(40_001)))).toThrow(
      new PlatformError("content", "too long"),
    );
  });
});
