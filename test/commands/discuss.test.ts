import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse } from "../support/house.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
});
afterEach(() => house.close());

describe("the discussant of a webinar", () => {
  it("sees the panel, posts a question with its thread, and sees that it is posted", async () => {
    const cleo = await house.somebody({ name: "Cleo", person: "sample-cleo" });
    const panel = await cleo.say("/discuss queue");
    expect(panel.text).toBe("Sample webinar · discussion\n1 Who is missing · waiting\n2 Quiet or lively · waiting");
    expect(panel.buttons).toEqual(["Open question 1", "Text for the meeting chat", "More…", "Refresh"]);
    const preview = await cleo.say("/discuss post 1");
    expect(preview.text).toContain(
      "In Discord #discussion:\nQuestion 1 of 2 · Sample webinar\nWho does not come to the library yet, and what would bring them?",
    );
    expect(house.posts("discussion")).toEqual([]);
    await cleo.press("Post question 1 in Discord #discussion, Slack #討論 now");
    expect(house.posts("discussion")[0]?.text).toContain("Led by Cleo Placeholder · answer in the thread");
    expect(house.posts("討論")).toHaveLength(1);
    expect(house.discord.threads).toEqual([{ message: "m1", title: "Question 1: Who is missing" }]);
    expect((await cleo.say("/discuss queue")).text).toContain(
      "Sample webinar · discussion · times in Tokyo\n1 Who is missing · OPEN since 04:00 · Discord ✓ Slack ✓\n2 Quiet or lively · waiting",
    );
  });

  it("may do so for that webinar and nothing else", async () => {
    const cleo = await house.somebody({ name: "Cleo", person: "sample-cleo" });
    expect((await cleo.say("/discuss queue 3")).text).toBe(
      "For this webinar it is for its discussant and for moderators.",
    );
    expect((await cleo.say("/discuss post question:1 webinar:3")).text).toBe(
      "For this webinar it is for its discussant and for moderators.",
    );
    expect((await cleo.say("/announce list")).text).toContain("This is for organisers.");
    expect(
      (await cleo.call({ said: { press: "discuss confirm?question=international-3%2Fq1&webinar=international-3" } }))
        .text,
    ).toBe("For this webinar it is for its discussant and for moderators.");
    expect(house.posts("discussion")).toEqual([]);
  });

  it("may do so as a guest of the workspace, whom the programme names", async () => {
    const guest = await house.somebody({
      name: "Cleo",
      platform: "slack",
      channel: "討論",
      person: "sample-cleo",
      guest: true,
    });
    expect((await guest.say("/discuss queue")).text).toContain("waiting");
    const other = await house.somebody({ name: "Gus", platform: "slack", channel: "討論", guest: true });
    expect((await other.say("/webinar next")).text).toBe("Guests can use this only when the programme names them.");
  });
});

describe("a moderator", () => {
  const open = () => house.somebody({ name: "Mo", rank: "moderator" });

  it("schedules one question, takes it back, and may post it after that", async () => {
    const mo = await open();
    await mo.say('/discuss schedule question:2 when:"20m after start" where:discord');
    const done = await mo.press("Schedule");
    expect(done.text).toBe("Scheduled for Saturday, 5 December 2026, 17:20 Tokyo in Discord #discussion.");
    expect((await mo.say("/discuss queue")).text).toContain(
      "2 Quiet or lively · scheduled for Sat 5 Dec 2026, 17:20 Tokyo: Discord #discussion",
    );
    await mo.press("More…");
    await mo.press("Dates…");
    expect((await mo.press("Take 1 date back")).text).toContain("Taken back: Sat 5 Dec 2026, 17:20 Tokyo.");
    await mo.say("/discuss post question:2 where:discord");
    await mo.press("Post question 2 in Discord #discussion now");
    expect(house.posts("discussion")).toHaveLength(1);
    await house.turnTo("2026-12-05T09:00:00Z");
    expect(house.posts("discussion")).toHaveLength(1);
  });

  it("never posts a question twice in one place", async () => {
    const mo = await open();
    await mo.say("/discuss post question:1 where:discord");
    await mo.press("Post question 1 in Discord #discussion now");
    expect((await mo.say("/discuss post question:1 where:discord")).text).toBe(
      "Question 1 is posted or scheduled already in each of these places. Nothing was added.",
    );
    const both = await mo.say("/discuss post question:1");
    expect(both.buttons[0]).toBe("Post question 1 in Slack #討論 now");
    await mo.call({ said: { press: "discuss confirm?question=sample%2Fq1&webinar=sample" } });
    expect(house.posts("discussion")).toHaveLength(1);
    expect(house.posts("討論")).toHaveLength(1);
  });

  it("posts a closed question again as it will be: open", async () => {
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say("/discuss post 1 webinar:sample");
    await oki.press("Post question 1 in Discord #discussion, Slack #討論 now");
    await oki.say("/discuss close 1 webinar:sample");
    await oki.say("/discuss post 1 webinar:sample");
    expect((await oki.press("Post again anyway")).text).not.toContain("Closed on");
    await oki.press("Post question 1 in Discord #discussion, Slack #討論 now");
    expect(house.posts("discussion").at(-1)?.text).not.toContain("Closed on");
  });

  it("names a question by its words, and is told what there is when there is none", async () => {
    const mo = await open();
    expect((await mo.say("/discuss post quiet")).text).toContain("Question 2, now");
    const form = await mo.say("/discuss post question:7");
    expect(form.text).toContain("There is no question “7”. There are: 1 Who is missing · 2 Quiet or lively.");
    expect((await mo.fillIn({ question: "1" })).text).toContain("Question 1, now");
  });

  it("posts the long question of the third webinar whole, under the label as its thread's name", async () => {
    const mo = await open();
    await mo.say("/discuss post question:2 webinar:3");
    await mo.press("Post question 2 in Discord #discussion, Slack #討論 now");
    expect(house.posts("discussion")[0]?.text).toContain("a resilient recovery in an environment of mutual benefit?");
    expect(house.discord.threads[0]?.title).toBe("Question 2: Build Back Better and COVID-19");
  });

  it("is told that a thread must be opened by hand below a post of which only a person knows where it is", async () => {
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say("/discuss post question:1 where:discord");
    house.discord.disturb("lose");
    house.discord.disturbReads("forbid");
    await oki.press("Post question 1 in Discord #discussion now");
    await house.turnTo("2026-11-23T19:01:00Z");
    await oki.say("/announce list");
    expect((await oki.press("Discord #discussion: It is there")).text).toContain("Please open one by hand.");
  });

  it("brings another question forward from the panel", async () => {
    const mo = await open();
    await mo.say("/discuss queue");
    expect((await mo.choose("sample/q2")).text).toContain("2 Quiet or lively · goes out in ten seconds");
  });
});
