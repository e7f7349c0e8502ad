import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** The discussant leads the discussion of the sample webinar from the panel: on Discord in English, on Slack in Japanese. */

let house: House;
let cleo: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  cleo = await house.somebody({ name: "Cleo", person: "sample-cleo" });
});
afterEach(() => house.close());

const texts = (channel: string) => house.posts(channel).map(({ text }) => text);
const openFirst = async (): Promise<void> => {
  await cleo.say("/discuss queue");
  await cleo.press("Open question 1");
  await house.turnTo("2026-11-23T19:00:10Z");
};

describe("a question that is opened by one press", () => {
  it("goes out everywhere after ten seconds, and the panel offers what comes next", async () => {
    await cleo.say("/discuss queue");
    const opening = await cleo.press("Open question 1");
    expect(opening.text).toBe(
      "Sample webinar · discussion\n1 Who is missing · goes out in ten seconds\n2 Quiet or lively · waiting",
    );
    expect(opening.buttons).toEqual(["Undo", "Text for the meeting chat", "More…", "Refresh"]);
    await house.turnTo("2026-11-23T19:00:09Z");
    expect(texts("discussion")).toEqual([]);
    await house.turnTo("2026-11-23T19:00:10Z");
    expect(texts("discussion")).toHaveLength(1);
    expect(texts("討論")).toHaveLength(1);
    const open = await cleo.press("Refresh");
    expect(open.text).toContain("1 Who is missing · OPEN since 04:00 · Discord ✓ Slack ✓");
    expect(open.buttons.slice(0, 2)).toEqual(["Close 1 and open 2", "Close 1"]);
  });

  it("is undone within ten seconds: it never goes out, and can be opened again", async () => {
    await cleo.say("/discuss queue");
    await cleo.press("Open question 1");
    const undone = await cleo.press("Undo");
    expect(undone.text).toContain("1 Who is missing · waiting");
    await house.turnTo("2026-11-23T20:00:00Z");
    expect(texts("discussion")).toEqual([]);
    await cleo.press("Open question 1");
    await house.turnTo("2026-11-23T20:00:10Z");
    expect(texts("discussion")).toHaveLength(1);
  });

  it("is out when the ten seconds are over, which the press says", async () => {
    await cleo.say("/discuss queue");
    await cleo.press("Open question 1");
    await house.turnTo("2026-11-23T19:00:11Z");
    const late = await cleo.press("Undo");
    expect(late.text).toContain("It is too late to undo");
    expect(texts("discussion")).toHaveLength(1);
    expect((await cleo.press("Refresh")).text).toContain("OPEN since");
  });

  it("goes out once when two press it, and the second is told", async () => {
    const mo = await house.somebody({ name: "Mo", rank: "moderator" });
    await mo.say("/discuss queue");
    await cleo.say("/discuss queue");
    await cleo.press("Open question 1");
    expect((await mo.press("Open question 1")).text).toBe("Question 1 is open or going out already.");
    await house.turnTo("2026-11-23T19:05:00Z");
    expect(texts("discussion")).toHaveLength(1);
  });

  it("is brought forward when it was scheduled, and does not come a second time", async () => {
    await cleo.say('/discuss schedule question:1 when:"20m after start"');
    await cleo.press("Schedule");
    await openFirst();
    expect(texts("discussion")).toHaveLength(1);
    await house.turnTo("2026-12-05T10:00:00Z");
    expect(texts("discussion")).toHaveLength(1);
  });
});

describe("a question that is closed", () => {
  it("says so in each place in its language, keeps its thread, and the next one goes out", async () => {
    await openFirst();
    await cleo.press("Refresh");
    const panel = await cleo.press("Close 1 and open 2");
    expect(panel.text).toContain("1 Who is missing · closed 04:00\n2 Quiet or lively · goes out in ten seconds");
    expect(texts("discussion")[0]).toMatch(
      /\nLed by Cleo Placeholder\nClosed on Tuesday, 24 November 2026\. Answers stay readable\.\n/,
    );
    expect(texts("討論")[0]).toContain("2026年11月24日(火)に締め切りました。");
    expect(texts("discussion")[0]).not.toContain("answer in the thread");
    expect(house.discord.threads).toHaveLength(1);
    await house.turnTo("2026-11-23T19:00:20Z");
    expect(texts("discussion")[1]).toContain("Question 2 of 2");
    expect((await cleo.press("Refresh")).buttons.slice(0, 1)).toEqual(["Close 2"]);
  });

  it("is open again when that is undone, by an edit back", async () => {
    await openFirst();
    await cleo.press("Refresh");
    await cleo.press("Close 1 and open 2");
    const undone = await cleo.press("Undo");
    expect(undone.text).toContain(
      "1 Who is missing · OPEN since 04:00 · Discord ✓ Slack ✓\n2 Quiet or lively · waiting",
    );
    // One edit in two seconds at most.
    await house.turnTo(house.now().add({ seconds: 2 }).toString());
    expect(texts("discussion")).toEqual([expect.stringContaining("answer in the thread")]);
    await house.turnTo("2026-11-23T19:05:00Z");
    expect(texts("discussion")).toHaveLength(1);
  });

  it("can be reopened when it is too late to undo", async () => {
    await openFirst();
    await cleo.say("/discuss close");
    await house.turnTo("2026-11-23T19:01:00Z");
    expect((await cleo.press("Undo")).text).toContain("It is too late to undo");
    expect(texts("discussion")[0]).toContain("Closed on");
    await cleo.press("Reopen question 1");
    expect(texts("discussion")[0]).not.toContain("Closed on");
  });

  it("says so after a restart, when the platform would not take the edit before", async () => {
    await openFirst();
    house.discord.disturbEdits("fail");
    await cleo.say("/discuss close 1");
    expect(texts("discussion")[0]).not.toContain("Closed on");
    await house.restart();
    await house.turnTo("2026-11-23T19:02:00Z");
    expect(texts("discussion")[0]).toContain("Closed on Tuesday, 24 November 2026.");
  });

  it("is the one that is open, and none other", async () => {
    expect((await cleo.say("/discuss close")).text).toBe("No question is open.");
    await openFirst();
    expect((await cleo.say("/discuss close 2")).text).toBe("Question 2 is not open.");
    expect((await cleo.say("/discuss close")).text).toContain("1 Who is missing · closed");
  });
});

describe("beside the posts", () => {
  it("the question is given as plain text for the meeting's chat, in the network's language", async () => {
    const ken = await house.somebody({ name: "Ken", locale: "ja", rank: "moderator" });
    await ken.say("/discuss queue");
    expect((await ken.press("会議のチャット用の文面")).text).toBe(
      "会議のチャットにコピーしてお使いください。\nQuestion 1 of 2: Who does not come to the library yet, and what would bring them?",
    );
  });

  it("a failure in one place shows in the panel, beside the place where it is open", async () => {
    house.slack.disturb("refuse");
    await openFirst();
    expect((await cleo.press("Refresh")).text).toContain("OPEN since 04:00 · Discord ✓ Slack: being posted");
  });

  it.each([
    "/discuss close 1 webinar:3",
    "/discuss skip 1 webinar:3",
    "/discuss move 1 to:2 webinar:3",
    "/discuss remove 1 webinar:3",
    "/discuss edit 1 label:Mine webinar:3",
    "/discuss add text:Mine label:Mine webinar:3",
    "/discuss pause webinar:3",
    "/discuss resume webinar:3",
    "/discuss schedule when:+1d webinar:3",
  ])("the discussant of one webinar leads no other: %s", async (line) => {
    const said = await cleo.say(line);
    expect(said.text).toBe("For this webinar it is for its discussant and for moderators.");
  });

  it.each([
    "open?question=1",
    "undo?question=1",
    "restore?question=1",
    "text?",
    "more?",
    "save?question=1&text=x&label=x&language=en&was=x",
    "drop?question=1",
    "again?question=1",
    "book?when=%2B1d&questions=-",
    "confirm?question=1",
    "cancel?question=1",
  ])("nor by a forged press: %s", async (forged) => {
    const said = await cleo.call({ said: { press: `discuss ${forged}&webinar=international-3` } });
    expect(said.text).toBe("For this webinar it is for its discussant and for moderators.");
    expect(texts("discussion")).toEqual([]);
  });
});
