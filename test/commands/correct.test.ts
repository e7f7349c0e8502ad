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

describe("an announcement that has not arrived everywhere is taken away", () => {
  const begun = () => house.turnTo("2026-11-24T09:00:20Z");
  const later = () => house.turnTo("2026-11-24T11:00:00Z");
  const notes = () => posts("desk").filter((text) => text.includes("Join us"));
  const takeAway = async (): Promise<string> => {
    await oki.say('/announce withdraw "Join us"');
    return (await oki.press("Take it away everywhere")).text;
  };

  it("where it stands, and never comes where it has yet to go out", async () => {
    house.slack.lacks.set("お知らせ", ["send"]);
    house.slack.disturb("refuse");
    await begun();
    const look = await oki.say('/announce withdraw "Join us"');
    expect(look.text).toContain("It stands in Discord #announcements.");
    expect(look.text).toContain("In Slack #お知らせ it is not out yet, and will not be posted.");
    const said = (await oki.press("Take it away everywhere")).text;
    expect(said).toContain("is taken away in Discord #announcements.");
    expect(said).toContain("In Slack #お知らせ it is not out yet");
    await later();
    expect([posts(), posts("お知らせ")]).toEqual([[], []]);
    expect(house.slack.attempts()).toBe(1);
  });

  it("as soon as it is found, where its answer was lost", async () => {
    house.discord.disturb("lose");
    await begun();
    expect(await takeAway()).toContain("Whether it arrived in Discord #announcements is not known yet.");
    expect(posts()).toHaveLength(1);
    await later();
    expect([posts(), posts("お知らせ"), notes()]).toEqual([[], [], []]);
  });

  it("and is not sent again, where it turns out not to have arrived", async () => {
    house.discord.disturb("fail");
    await begun();
    await takeAway();
    await later();
    expect([posts(), posts("お知らせ"), notes()]).toEqual([[], [], []]);
    expect(house.discord.attempts()).toBe(1);
    expect((await oki.say("/announce list")).text).not.toContain("waiting to be tried again");
  });

  it("and whoever is asked later whether it is there cannot send it again", async () => {
    house.discord.disturb("fail");
    house.discord.disturbReads("forbid");
    await begun();
    await takeAway();
    await house.turnTo("2026-11-24T09:02:00Z");
    await oki.say("/announce list");
    const answer = await oki.press("Discord #announcements: Send again");
    expect(answer.text).toBe("Nothing of it is posted, so there is nothing to take away.");
    await later();
    expect(posts()).toEqual([]);
  });

  it("and one that a person was asked about is told at the desk once they say that it is there", async () => {
    house.discord.disturb("lose");
    house.discord.disturbReads("forbid");
    await house.turnTo("2026-11-24T09:02:00Z");
    expect(await takeAway()).toContain("Whether it arrived in Discord #announcements is not known yet.");
    await oki.say("/announce list");
    await oki.press("Discord #announcements: It is there");
    const before = posts("desk").length;
    await later();
    expect(posts("desk").slice(before)).toEqual([expect.stringContaining("Join us")]);
  });

  it("and is said to be, though a platform is away; where it was to come it is cancelled", async () => {
    house.slack.disturb("refuse");
    await begun();
    house.discord.connect("connecting");
    await takeAway();
    const list = (await oki.say("/announce list")).text;
    expect(list).toContain("Discord #announcements: taken away");
    expect(list).toContain("Slack #お知らせ: cancelled");
  });

  it("by hand, where only a person knows which message it is", async () => {
    house.discord.disturb("lose");
    house.discord.disturbReads("forbid");
    await house.turnTo("2026-11-24T09:02:00Z");
    await oki.say("/announce list");
    await oki.press("Discord #announcements: It is there");
    const said = await takeAway();
    expect(said).toContain("is taken away in Slack #お知らせ.");
    expect(said).toContain(
      "In Discord #announcements I do not know which message it is. Please delete it there by hand.",
    );
  });
});

it("what has gone out cannot be cancelled, and can be taken away by the next press", async () => {
  await due();
  expect((await oki.say('/announce cancel "Join us"')).text).toContain("has gone out already");
  expect((await oki.press("Take it away…")).text).toContain("It stands in Discord #announcements and Slack #お知らせ.");
});

it("what is still to come cannot be taken away, and can be cancelled by the next press", async () => {
  expect((await oki.say('/announce withdraw "Join us"')).text).toContain("Nothing of it is posted");
  expect((await oki.press("Cancel “Join us tomorow”")).text).toContain("Join us tomorow");
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
