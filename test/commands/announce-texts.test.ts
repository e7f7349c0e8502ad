import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** Discord's place speaks English, Slack's Japanese. The sample starts on 2026-12-05 at 17:00 in Tokyo. */
let house: House;
let oki: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
});
afterEach(() => house.close());

const posts = (channel = "announcements"): readonly string[] => house.posts(channel).map(({ text }) => text);
const AT = 'when:"2026-11-24 09:00 UTC"';
const due = () => house.turnTo("2026-11-24T09:01:00Z");

describe("an announcement in several languages", () => {
  it("says in each place what is written in its language", async () => {
    const preview = await oki.say(`/announce schedule en:"Join us" ja:"ご参加ください" ${AT}`);
    expect(preview.text).toContain("In Discord #announcements:\nJoin us\n");
    expect(preview.text).toContain("In Slack #お知らせ:\nご参加ください\n");
    expect(preview.text).not.toContain("There is no text");
    await oki.press("Schedule");
    await due();
    expect(posts()).toEqual(["Join us"]);
    expect(posts("お知らせ")).toEqual(["ご参加ください"]);
  });

  it("says openly which one is missing, and a button asks for it alone", async () => {
    const preview = await oki.say(`/announce schedule text:"Join us" ${AT}`);
    expect(preview.text).toContain("There is no text in 日本語 (Japanese): Slack #お知らせ shows what is written.");
    expect(preview.text).not.toContain("no text in English");
    const form = await oki.press("Write it in 日本語 (Japanese)…");
    expect(form.text).toBe("Announcement\nIts words in Japanese (日本語): ");
    const whole = await oki.fillIn({ ja: "ご参加ください" });
    expect(whole.text).not.toContain("There is no text");
    await oki.press("Schedule");
    await due();
    expect([...posts(), ...posts("お知らせ")]).toEqual(["Join us", "ご参加ください"]);
  });

  it("of a step is said from the record where one is missing", async () => {
    const preview = await oki.say('/announce schedule en:"Only a week" when:"1w before"');
    expect(preview.text).toContain(
      "There is no text in 日本語 (Japanese): Slack #お知らせ shows what the record says.",
    );
    expect(preview.text).toContain("In Slack #お知らせ:\n開催まであと1週間です");
  });

  it("may be one text in both", async () => {
    const both = await oki.say(`/announce schedule text:"Join us for the talk. ご参加ください" ${AT}`);
    expect(both.text).not.toContain("There is no text");
  });

  it("is composed from the record when nothing is written, and needs words or a webinar", async () => {
    const preview = await oki.say(`/announce schedule webinar:sample ${AT}`);
    expect(preview.text).toContain("In Discord #announcements:\nSample webinar: Libraries as places of learning");
    await oki.press("Schedule");
    expect((await oki.say("/announce list")).text).toContain("Sample webinar");
    await due();
    expect(posts()[0]).toMatch(/^Sample webinar: Libraries/u);
    expect(posts("お知らせ")[0]).not.toContain("Libraries as places");
    const form = await oki.say(`/announce schedule ${AT}`);
    expect(form.answer.kind === "form" && form.answer.fields.map(({ option }) => option)).toEqual(["text"]);
  });

  it("says which language the title is missing in", async () => {
    await oki.say('/manage webinar create title:"Rivers" start:"2026-12-19 17:00 Tokyo"');
    await oki.press("Publish");
    await oki.press("Publish");
    const preview = await oki.say(`/announce schedule webinar:rivers ${AT}`);
    expect(preview.text).toContain("The title has no wording in 日本語 (Japanese)");
  });

  it("too long for its place is refused beside its own field, before anything is scheduled", async () => {
    house.slack.limit(3500);
    const form = await oki.say(`/announce schedule text:"Join us" ja:"${"あ".repeat(2900)}" webinar:sample ${AT}`);
    expect(form.text).toContain("With the programme below it this is too long for Slack #お知らせ.");
    expect(form.answer.kind === "form" && form.answer.fields.map(({ option }) => option)).toEqual(["ja"]);
    expect((await oki.say("/announce list days:all")).text).toContain("Nothing is scheduled.");
  });
});

describe("what stands in braces", () => {
  it("is said from the record for three names, in each place's language, and follows it", async () => {
    await oki.say(`/announce schedule text:"{webinar}: {title}, {date}" webinar:sample ${AT}`);
    await oki.press("Schedule");
    await due();
    expect(posts()[0]).toMatch(
      /^Sample webinar: Libraries as places of learning, Saturday, 5 December 2026, 17:00 Tokyo\n/u,
    );
    expect(posts("お知らせ")[0]).toContain("12月5日");
    await oki.say('/manage webinar reschedule start:"2026-12-06 17:00 Tokyo"');
    await oki.press("Move it, post nothing");
    await house.turnTo("2026-11-24T09:05:00Z");
    expect(posts()[0]).toContain("Sunday, 6 December 2026");
  });

  it.each([
    "{speaker.__proto__}",
    "{constructor}",
    "%s %d",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what is typed
    "${process.env.HOME}",
    "{{title}",
    "{Title}",
    "{toString} {__proto__} {webinar.title}",
  ])("%s is literal everywhere (12)", async (words) => {
    const preview = await oki.say(`/announce schedule text:"${words}" webinar:sample ${AT}`);
    expect(preview.text).toContain(`:\n${words}\n`);
    await oki.press("Schedule");
    await due();
    expect(posts()[0]?.split("\n")[0]).toBe(words);
  });

  it("stays where no webinar is named, which is said", async () => {
    const preview = await oki.say(`/announce schedule text:"On {date}" ${AT}`);
    expect(preview.text).toContain("stay as they are written, since no webinar is named");
    await oki.press("Schedule");
    await due();
    expect(posts()).toEqual(["On {date}"]);
  });
});

describe("its words are changed", () => {
  beforeEach(async () => {
    await oki.say(`/announce schedule en:"Join us" ja:"ご参加ください" ${AT}`);
    await oki.press("Schedule");
  });

  it("in one language: only what says that is corrected, and the audit has both", async () => {
    await due();
    const form = await oki.say('/announce edit "Join us"');
    expect(form.text).toContain("Its words in English: Join us\nIts words in Japanese (日本語): ご参加ください");
    const said = await oki.fillIn({ ja: "ぜひご参加ください" });
    expect(said.text).toContain("It says now: ぜひご参加ください");
    expect(said.text).toContain("What is posted already is corrected in place: Slack #お知らせ.");
    await house.turnTo("2026-11-24T09:05:00Z");
    expect([...posts(), ...posts("お知らせ")]).toEqual(["Join us", "ぜひご参加ください"]);
    expect(house.discord.edited).toEqual([]);
    const ada = await house.somebody({ name: "Ada", rank: "admin" });
    expect((await ada.say("/rostrum audit")).text).toContain(
      "text (日本語 (Japanese)): ご参加ください → ぜひご参加ください",
    );
  });

  it("by two at once in two languages: both stand", async () => {
    const ren = await house.somebody({ name: "Ren", rank: "organiser" });
    await oki.say('/announce edit "Join us"');
    await ren.say('/announce edit "Join us"');
    await oki.fillIn({ en: "Come to us" });
    expect((await ren.fillIn({ ja: "お越しください" })).text).toContain("It says now: お越しください");
    await due();
    expect([...posts(), ...posts("お知らせ")]).toEqual(["Come to us", "お越しください"]);
  });

  it("by two at once in the same: the second sees both, and decides", async () => {
    const ren = await house.somebody({ name: "Ren", rank: "organiser" });
    await oki.say('/announce edit "Join us"');
    await ren.say('/announce edit "Join us"');
    await oki.fillIn({ en: "Come to us" });
    const asked = await ren.fillIn({ en: "Be with us" });
    expect(asked.text).toContain("Somebody changed this announcement while you were editing it.");
    expect(asked.text).toContain("Now: Come to us\nYours: Be with us");
    await house.turnTo("2026-11-24T08:00:00Z");
    expect((await ren.press("Take mine")).text).toContain("It says now: Be with us");
    await due();
    expect(posts()).toEqual(["Be with us"]);
  });

  it("to nothing in one language falls back openly; to nothing at all is refused", async () => {
    await oki.say('/announce edit "Join us"');
    const said = await oki.fillIn({ ja: "" });
    expect(said.text).toContain("There is no text in 日本語 (Japanese)");
    await oki.press("Write it in 日本語 (Japanese)…");
    await oki.fillIn({ ja: "お待ちしています" });
    await oki.say('/announce edit "Join us"');
    expect((await oki.fillIn({ en: "", ja: "" })).answer.kind).toBe("form");
    await due();
    expect([...posts(), ...posts("お知らせ")]).toEqual(["Join us", "お待ちしています"]);
  });

  it("to more than a place takes is refused beside the field", async () => {
    house.slack.limit(1500);
    await oki.say('/announce edit "Join us"');
    const form = await oki.fillIn({ ja: "あ".repeat(2000) });
    expect(form.text).toContain("this is too long for Slack #お知らせ");
    expect(form.text.split("\n").find((line) => line.includes("too long"))).toContain("Japanese");
  });

  it("of a step of the plan in one language: the other goes on saying what the record says", async () => {
    await oki.say('/announce plan steps:"1w, 1d"');
    await oki.press("Schedule 2 announcements");
    const form = await oki.say('/announce edit "In one week"');
    expect(form.text).toContain("Its words in English: In one week");
    await oki.fillIn({ en: "Only a week left" });
    await house.turnTo("2026-11-28T08:01:00Z");
    expect(posts().at(-1)).toMatch(/^Only a week left\nSample webinar/u);
    expect(posts("お知らせ").at(-1)).toContain("開催まであと1週間です");
  });
});

it.each(["\u200b", " \u202e\u2066 ", "\u2060\u00ad"])("words that nobody can see are none: %j", async (nothing) => {
  const none = "This cannot be empty.";
  const asks = (command: string, options: Readonly<Record<string, string>>) => oki.call({ said: { command }, options });
  const soon = { when: "+1h", webinar: "sample" };
  expect((await asks("announce schedule", { text: nothing, ...soon })).text).toContain(none);
  expect((await asks("announce schedule", { ja: nothing, text: "Join us", ...soon })).text).toContain(none);
  expect((await asks("discuss add", { text: nothing, label: "A", webinar: "sample" })).text).toContain(none);
  expect((await asks("discuss add", { text: "A", label: nothing, webinar: "sample" })).text).toContain(none);
  expect((await asks("manage webinar create", { title: nothing, start: "2026-12-20" })).text).toContain(none);
  expect((await asks("manage talk add", { speaker: nothing, webinar: "sample" })).text).toContain(none);
  expect((await asks("announce template", { name: nothing, text: "A" })).text).toContain(none);
});
