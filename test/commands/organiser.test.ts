import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let organiser: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  organiser = await house.somebody({ name: "Oki", rank: "organiser" });
});
afterEach(() => house.close());

const problem = async (when: string): Promise<string> => {
  const said = await organiser.say(`/announce schedule text:"Join us" when:${when}`);
  if (said.answer.kind !== "form") throw new Error(`no form, but ${said.text}`);
  expect(said.answer.fields.find(({ option }) => option === "when")?.value).toBe(when);
  return said.answer.fields.find(({ option }) => option === "when")?.problem ?? "";
};

describe("an organiser schedules an announcement", () => {
  it("is asked for what is missing, mends what is wrong, sees what will go out, and it goes out then and there", async () => {
    expect((await organiser.say("/announce schedule")).text).toBe("Announcement\nWhat it says: \nWhen it goes out: ");
    const wrong = await organiser.fillIn({ text: "Join us on *Saturday*", when: "yesterday-ish" });
    expect(wrong.text).toBe(
      "Announcement\nWhat it says: Join us on *Saturday*\nWhen it goes out: yesterday-ish – I cannot read this time. Write it like 2026-12-05 17:00 Tokyo, 17:00, +2d, or 1w before.",
    );
    const preview = await organiser.fillIn({ when: "2026-11-28 17:00 Tokyo" });
    expect(preview.text).toContain("Announcement for Saturday, 28 November 2026, 17:00 Tokyo");
    expect(preview.text).toContain("London 08:00 · Bangkok 15:00");
    expect(preview.text).toContain("In Discord #announcements:\nJoin us on *Saturday*");
    expect(preview.text).toContain("In Slack #お知らせ:\nJoin us on *Saturday*");
    expect(preview.text).toContain("If it could not go out for 24 hours");
    expect(preview.buttons).toEqual([
      "Schedule",
      "Change…",
      "Write it in 日本語 (Japanese)…",
      "Keep as a draft",
      "Cancel",
    ]);
    expect((await organiser.press("Schedule")).text).toContain(
      "Scheduled for Saturday, 28 November 2026, 17:00 Tokyo in Discord #announcements and Slack #お知らせ.",
    );
    await house.turnTo("2026-11-28T07:59:59Z");
    expect(house.posts("announcements")).toEqual([]);
    await house.turnTo("2026-11-28T08:00:00Z");
    expect(house.posts("announcements").map(({ text }) => text)).toEqual(["Join us on *Saturday*"]);
    expect(house.posts("お知らせ")).toHaveLength(1);
  });

  it("changes it from the preview, with all that was typed", async () => {
    await organiser.say('/announce schedule text:"Join us" when:+2d where:slack');
    const form = await organiser.press("Change…");
    expect(form.text).toContain("What it says: Join us");
    expect(form.text).toContain("In which channels: Slack #お知らせ");
    const preview = await organiser.fillIn({ where: "discord" });
    expect(preview.text).toContain("In Discord #announcements:");
    expect(preview.text).not.toContain("Slack");
  });

  it("leaves it, and nothing is kept", async () => {
    await organiser.say('/announce schedule text:"Join us" when:+2d');
    expect((await organiser.press("Cancel")).text).toBe("Left as it was. Nothing was scheduled or posted.");
    expect((await organiser.say("/announce list")).text).toContain("Nothing is scheduled.");
  });

  it("once, however often the button is pressed", async () => {
    await organiser.say('/announce schedule text:"Join us" when:+2d');
    const preview = await organiser.call({
      id: "p",
      said: { command: "announce schedule" },
      options: { text: "Join us", when: "+2d" },
    });
    if (preview.answer.kind !== "message") throw new Error("no preview");
    const press =
      preview.answer.blocks.flatMap((block) => (block.block === "buttons" ? block.buttons : []))[0]?.press ?? "";
    expect((await organiser.call({ said: { press } })).text).toContain("Scheduled for");
    expect((await organiser.call({ said: { press } })).text).toBe("This is scheduled already.");
    await house.turnTo("2026-11-26T19:01:00Z");
    expect(house.posts("announcements")).toHaveLength(1);
  });

  it("about a webinar: the card follows the words, with buttons that work for everyone", async () => {
    await organiser.say('/announce schedule text:"One week to go" when:"1w before" where:discord');
    await organiser.press("Schedule");
    await house.turnTo("2026-11-28T08:00:00Z");
    const [post] = house.posts("announcements");
    expect(post?.text).toContain("One week to go\nSample webinar: Libraries as places of learning");
    expect(post?.text).toContain(
      "With Ada Example, Harbour University (invented) and Ben Sample, Hillside Institute (invented)",
    );
    expect(post?.buttons).toEqual(["Programme", "2 questions", "Remind me"]);
  });

  it("in the language of each place", async () => {
    await house.store.transact((trx) =>
      trx.updateTable("spaces").set({ language: "ja" }).where("platform", "=", "slack").execute(),
    );
    await organiser.say('/announce schedule text:"Soon" when:"1h before"');
    await organiser.press("Schedule");
    await house.turnTo("2026-12-05T07:00:00Z");
    expect(house.posts("お知らせ")[0]?.text).toContain("学びの場としての図書館");
    expect(house.posts("お知らせ")[0]?.text).toContain("2026年12月5日(土)");
    expect(house.posts("announcements")[0]?.text).toContain("Saturday, 5 December 2026");
  });
});

describe("a time that cannot be meant is answered beside its field, and nothing changes", () => {
  it.each([
    ["2026-11-20 17:00 Tokyo", "Friday, 20 November 2026, 17:00 Tokyo is in the past."],
    ["5/12/2026 17:00", "Which is the day and which the month? Write the year first: 2026-12-05 17:00."],
    ["2569-12-05 17:00", "Is 2569 a Buddhist year? Then write 2026."],
    ["2026-02-30 17:00", "There is no such day in the calendar."],
    ["2026-12-05 25:00", "There is no such hour. Write it like 17:00 or 5pm."],
    ["2026-12-05", "At what hour? Write it like 2026-12-05 17:00."],
    [
      "2026-12-05 17:00 Atlantis",
      "I do not know the zone “atlantis”. Name a city (Tokyo) or an IANA zone (Europe/London).",
    ],
    ["2036-12-05 17:00", "That is more than two years ahead."],
    ["soon", "I cannot read this time. Write it like 2026-12-05 17:00 Tokyo, 17:00, +2d, or 1w before."],
  ])("%s", async (when, sentence) => {
    expect(await problem(when)).toBe(sentence);
    expect((await organiser.say("/announce list days:all")).text).toContain("Nothing is scheduled.");
  });

  it("a webinar whose hour is not recorded cannot be announced by the hour", async () => {
    const said = await organiser.say('/announce schedule text:"Join us" when:"1h before" webinar:3');
    expect(said.text).toContain("3rd international webinar: the hour is not recorded, so nothing can be timed by it.");
  });

  it("an hour that the clocks skip is moved and said, one that comes twice is the first and said", async () => {
    const gap = await organiser.say('/announce schedule text:"x" when:2027-03-28 01:30 London');
    expect(gap.text).toContain(
      "The clocks go forward then and 01:30 does not exist; it becomes Sunday, 28 March 2027, 02:30 London.",
    );
    const twice = await organiser.say('/announce schedule text:"x" when:2027-10-31 01:30 London');
    expect(twice.text).toContain("this hour comes twice; the first is meant.");
    await organiser.press("Schedule");
    const due = await house.store.transact((trx) =>
      trx.selectFrom("deliveries").select("due_at").executeTakeFirstOrThrow(),
    );
    expect(new Date(due.due_at).toISOString()).toBe("2027-10-31T00:30:00.000Z");
  });

  it("a time without a zone is read in the asker's own", async () => {
    const bangkok = await house.somebody({ name: "Ploy", rank: "organiser", zone: "Asia/Bangkok" });
    expect((await bangkok.say('/announce schedule text:"x" when:2026-12-05 17:00')).text).toContain(
      "Saturday, 5 December 2026, 17:00 Bangkok",
    );
  });
});

describe("a place that cannot take it is said before anything is scheduled", () => {
  it("with the right that is missing and the clicks that grant it", async () => {
    house.discord.lacks.set("announcements", ["send"]);
    const said = await organiser.say('/announce schedule text:"Join us" when:+2d');
    expect(said.text).toContain(
      "Discord #announcements: I may not post in it. Channel → Edit → Permissions → Rostrum → “Send Messages” → ✓ → Save",
    );
    expect(said.text).toContain("In which channels");
  });

  it("where the bot is not a member, with what to type", async () => {
    house.slack.lacks.set("お知らせ", ["membership"]);
    expect((await organiser.say('/announce schedule text:"Join us" when:+2d')).text).toContain(
      "I am not in it. Open it and send  /invite @Rostrum",
    );
  });

  it("a text that is too long comes back to be shortened", async () => {
    const said = await organiser.call({
      said: { command: "announce schedule" },
      options: { text: "あ".repeat(3001), when: "+2d" },
    });
    expect(said.text).toContain("At most 3000 characters, and this has 3001.");
  });

  it("a text that is too long with the programme below it, too", async () => {
    house.discord.limit(3000);
    const said = await organiser.call({
      said: { command: "announce schedule" },
      options: { text: "x".repeat(2990), when: "1h before", where: "discord" },
    });
    expect(said.text).toContain(
      "With the programme below it this is too long for Discord #announcements. Shorten the text.",
    );
  });

  it("a channel that nobody set up is not known", async () => {
    const said = await organiser.say('/announce schedule text:"x" when:+2d where:#random');
    expect(said.text).toContain(
      "“#random” is none of the channels set up. There are: Discord #announcements, Discord #discussion, Slack #お知らせ, Slack #討論.",
    );
  });
});

describe("the list of announcements", () => {
  it("shows what goes where and when, and takes one back by its button", async () => {
    await organiser.say('/announce schedule text:"Join us" when:+2d');
    await organiser.press("Schedule");
    const list = await organiser.say("/announce list");
    expect(list.text).toContain(
      "Next 7 days · times in Tokyo\nThu 26 Nov 2026, 04:00 Tokyo · Join us\nDiscord #announcements · Slack #お知らせ",
    );
    expect(list.buttons).toEqual([
      "Correct “Join us”…",
      "Preview “Join us”",
      "Move “Join us”…",
      "Cancel “Join us”",
      "30 days",
      "All",
    ]);
    expect((await organiser.press("Cancel “Join us”")).text).toBe("Cancelled: Join us. It will not be posted.");
    await house.turnTo("2026-11-30T00:00:00Z");
    expect(house.posts("announcements")).toEqual([]);
  });

  it("says what went out, and that it is too late to cancel it", async () => {
    await organiser.say('/announce schedule text:"Join us" when:+2d');
    const { answer } = await organiser.press("Schedule");
    await house.turnTo("2026-11-26T00:00:00Z");
    const list = await organiser.say("/announce list");
    expect(list.text).toContain(
      "So far\nThu 26 Nov 2026, 04:00 Tokyo · Join us\n" +
        "Discord #announcements: ✓ posted Open (https://discord.example/announcements/m1) · " +
        "Slack #お知らせ: ✓ posted Open (https://slack.example/お知らせ/m1)",
    );
    if (answer.kind !== "message") throw new Error("no message");
    const takeBack = answer.blocks.flatMap((block) => (block.block === "buttons" ? block.buttons : []))[0]?.press ?? "";
    expect((await organiser.call({ said: { press: takeBack } })).text).toBe(
      "It is going out or has gone out already, so it cannot be cancelled.",
    );
  });

  it("reaches the rest of a long list by its one button, what is unclear included", async () => {
    const numbers = Array.from({ length: 16 }, (_, n) => `Number ${n + 1}.`);
    for (const [n, name] of numbers.entries()) {
      await organiser.say(`/announce schedule text:"${name}" when:+${n + 1}h where:slack`);
      await organiser.press("Schedule");
    }
    await house.store.transact((trx) =>
      trx
        .updateTable("deliveries")
        .set({ state: "held", next_at: null })
        .where("what", "like", "announcement/%")
        .execute(),
    );
    let page = await organiser.say("/announce list");
    const read = [page.text];
    for (; page.buttons.includes("More"); read.push(page.text)) {
      expect(page.buttons.filter((label) => label === "More")).toHaveLength(1);
      page = await organiser.press("More");
    }
    expect(read.length).toBeGreaterThan(1);
    for (const name of numbers) expect(read.filter((text) => text.includes(name))).toHaveLength(1);
  });
});

describe("who may announce", () => {
  it("is an organiser, by command or by Discord's own right until somebody holds the rank", async () => {
    const other = await openHouse("2026-11-23T19:00:00Z");
    const manager = await other.somebody({ name: "Kay", rights: ["post", "manage-events"] });
    expect((await manager.say("/announce list")).text).toContain("Nothing is scheduled.");
    await other.somebody({ name: "Oki", rank: "organiser" });
    expect((await manager.say("/announce list")).text).toContain("This is for organisers.");
    await other.close();
  });

  it("is nobody else, on whatever surface", async () => {
    const mei = await house.somebody();
    const denied = "This is for organisers. An admin can make you one: /rostrum roles give";
    expect((await mei.say('/announce schedule text:"x" when:+2d')).text).toBe(denied);
    expect((await mei.call({ said: { press: "announce stop?what=announcement%2Fx" } })).text).toBe(denied);
    expect((await mei.call({ said: { press: "announce confirm?id=x&text=x&when=%2B2d" } })).text).toBe(denied);
    expect((await mei.call({ said: { press: "announce schedule?%3Fask=text" } })).text).toBe(denied);
    expect(await mei.suggest("announce schedule", "where", "")).toEqual([]);
  });
});
