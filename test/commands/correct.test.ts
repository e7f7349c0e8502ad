import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let oki: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
  await oki.say('/announce schedule text:"Join us tomorow" when:"2026-11-24 09:00 UTC"');
  await oki.press("Schedule");
});
afterEach(() => house.close());

const posts = (channel = "announcements"): readonly string[] =>
  house
    .posts(channel)
    .map(({ text }) => text)
    .filter((text) => text !== "");
const due = () => house.turnTo("2026-11-24T09:01:00Z");

describe("an announcement", () => {
  it("that is still to come says what it was corrected to", async () => {
    const form = await oki.say('/announce edit "Join us"');
    expect(form.text).toContain("Join us tomorow");
    expect((await oki.fillIn({ text: "Join us tomorrow" })).text).toContain("It says now: Join us tomorrow");
    await due();
    expect(posts()).toEqual(["Join us tomorrow"]);
    expect(house.discord.edited).toEqual([]);
  });

  it("that is posted is corrected in place, everywhere, and the audit has what it was", async () => {
    await due();
    const said = await oki.say('/announce edit "Join us" text:"Join us tomorrow"');
    expect(said.text).toContain(
      "What is posted already is corrected in place: Discord #announcements and Slack #お知らせ.",
    );
    await house.turnTo("2026-11-24T09:02:00Z");
    expect(posts()).toEqual(["Join us tomorrow"]);
    expect(posts("お知らせ")).toEqual(["Join us tomorrow"]);
    const ada = await house.somebody({ name: "Ada", rank: "admin" });
    expect((await ada.say("/rostrum audit")).text).toContain("text: Join us tomorow → Join us tomorrow");
  });

  it("is taken away everywhere, after a look at where it stands, and nobody is told that somebody deleted it", async () => {
    await due();
    const asked = await oki.say('/announce withdraw "Join us"');
    expect(asked.text).toContain("Take “Join us tomorow” away?");
    expect(asked.text).toContain("It stands in Discord #announcements and Slack #お知らせ.");
    expect(posts()).toHaveLength(1);
    expect((await oki.press("Take it away everywhere")).text).toContain("is taken away in");
    await house.bot.hear({
      heard: "gone",
      platform: "discord",
      space: "guild",
      channel: "announcements",
      messages: ["m1"],
    });
    await house.turnTo("2026-11-24T09:02:00Z");
    expect(posts()).toEqual([]);
    expect(posts("お知らせ")).toEqual([]);
    expect(posts("desk")).toEqual([]);
    const list = await oki.say("/announce list");
    expect(list.text).toContain("Discord #announcements: taken away");
    expect((await oki.say('/announce withdraw "Join us"')).text).toContain("Nothing of it is posted");
  });

  it("that a platform would not let go of at once is taken away when it does", async () => {
    await due();
    house.discord.disturbEdits("limit", "fail");
    await oki.say('/announce withdraw "Join us"');
    await oki.press("Take it away everywhere");
    await house.turnTo("2026-11-24T09:10:00Z");
    expect(posts()).toEqual([]);
  });

  it("that was taken away is not corrected any more", async () => {
    await due();
    await oki.say('/announce withdraw "Join us"');
    await oki.press("Take it away everywhere");
    await oki.say('/announce edit "Join us" text:"Other words"');
    await house.turnTo("2026-11-24T09:10:00Z");
    expect(posts()).toEqual([]);
    expect(house.discord.edited).toEqual([]);
  });

  it("is offered for both in the list", async () => {
    await due();
    await oki.say("/announce list");
    expect((await oki.press("Correct “Join us tomorow”…")).text).toContain("Join us tomorow");
    await oki.say("/announce list");
    expect((await oki.press("Take “Join us tomorow” away…")).text).toContain("It stands in");
  });

  it("that is none is answered with the list", async () => {
    expect((await oki.say('/announce edit "Nothing like it" text:x')).text).toContain(
      "Nothing that was announced lately",
    );
  });
});

describe("a post of which nobody told which message it is", () => {
  it("is not said to be taken away: who wants it so is asked to delete it by hand", async () => {
    house.discord.disturb("fail");
    house.discord.disturbReads("forbid");
    await due();
    await house.turnTo("2026-11-24T09:10:00Z");
    await oki.say("/announce list");
    await oki.press("Discord #announcements: It is there");
    const byHand = "In Discord #announcements it stands too, or may";
    const look = await oki.say('/announce withdraw "Join us"');
    expect(look.text).toContain("It stands in Slack #お知らせ.");
    expect(look.text).toContain(byHand);
    const done = await oki.press("Take it away everywhere");
    expect(done.text).toContain("is taken away in Slack #お知らせ.");
    expect(done.text).toContain(byHand);
    expect((await oki.say('/announce withdraw "Join us"')).text).toContain(byHand);
  });
});

describe("a question that was taken away", () => {
  it("is not open any more and goes out again only by a press, however many dates there are", async () => {
    await oki.say("/discuss post 1 webinar:sample");
    await oki.press("Post question 1 in Discord #discussion, Slack #討論 now");
    await oki.say('/discuss schedule when:"every monday 09:00 Tokyo, 2 times" webinar:sample');
    await oki.press("Schedule 1");
    await oki.say('/announce withdraw "Question 1"');
    await oki.press("Take it away everywhere");
    const panel = await oki.say("/discuss queue webinar:sample");
    expect(panel.text).toContain("1 Who is missing · taken away\n2 Quiet or lively · scheduled for");
    expect(panel.buttons.filter((label) => label.startsWith("Close"))).toEqual([]);
    await house.turnTo("2026-12-20T00:00:00Z");
    expect(posts("discussion").map((text) => text.split("\n")[1])).toEqual(["Should a place of learning be quiet?"]);
    await oki.say("/discuss post 1 webinar:sample");
    await oki.press("Post question 1 in Discord #discussion, Slack #討論 now");
    expect(posts("discussion")).toHaveLength(2);
    expect((await oki.say("/discuss queue webinar:sample")).text).toContain("1 Who is missing · OPEN since");
  });
});
