import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readWebinar } from "../../src/core/store/webinars.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** Two lead one discussion, each with the panel that they saw last: one effect, and who comes second hears what happened. */

let house: House;
let cleo: Somebody;
let mo: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  cleo = await house.somebody({ name: "Cleo", person: "sample-cleo" });
  mo = await house.somebody({ name: "Mo", platform: "slack", channel: "討論", rank: "moderator" });
  await cleo.say('/discuss add text:"Who pays?" label:"Money"');
});
afterEach(() => house.close());

const posted = () => house.posts("discussion").map(({ text }) => text.split("\n")[1]);
/** The id of the question that was added. */
const third = async (): Promise<string> => {
  const webinar = await house.store.transact((trx) => readWebinar(trx, "sample"));
  return webinar?.questions[2]?.id ?? "";
};
const states = async () =>
  (await cleo.say("/discuss queue")).text
    .split("\n")
    .slice(1)
    .map((line) => line.split(" · ")[1]);
const both = async (): Promise<void> => {
  await cleo.say("/discuss queue");
  await mo.say("/discuss queue");
};
const openFirst = async (): Promise<void> => {
  await cleo.say("/discuss queue");
  await cleo.press("Open question 1");
  await house.turnTo("2026-11-23T19:00:10Z");
};

describe("two press at the same time", () => {
  it("the same: it is opened once", async () => {
    await both();
    const said = await Promise.all([cleo.press("Open question 1"), mo.press("Open question 1")]);
    expect(said.map(({ text }) => text).filter((text) => text.includes("is open or going out already"))).toHaveLength(
      1,
    );
    await house.turnTo("2026-11-23T19:05:00Z");
    expect(posted()).toHaveLength(1);
    expect(house.posts("討論")).toHaveLength(1);
  });

  it("the same: it is closed once, and who is second can reopen it", async () => {
    await openFirst();
    await both();
    await cleo.press("Close 1");
    const late = await mo.press("Close 1");
    expect(late.text).toBe("Question 1 is closed already.");
    expect(late.buttons).toEqual(["Reopen question 1", "Refresh"]);
    expect((await mo.press("Reopen question 1")).text).toContain("1 Who is missing · OPEN");
  });

  it("to open two different questions: the first of them, and the second is told which is going out", async () => {
    await both();
    await cleo.press("Open question 1");
    const late = await mo.choose("sample/q2");
    expect(late.text).toBe("Question 1 is just going out. Nothing else was done.");
    expect((await mo.press("Refresh")).buttons).not.toContain("Open question 2");
    await house.turnTo("2026-11-23T19:05:00Z");
    expect(posted()).toHaveLength(1);
  });

  it("to close, and to close and open: it is closed, and the next one opens", async () => {
    await openFirst();
    await both();
    await cleo.press("Close 1");
    expect((await mo.press("Close 1 and open 2")).text).toContain("2 Quiet or lively · goes out in ten seconds");
    await house.turnTo("2026-11-23T19:05:00Z");
    expect(await states()).toEqual(["closed 04:00", "OPEN since 04:00", "waiting"]);
  });

  it("to close and open, and to close: the second is told that it is closed", async () => {
    await openFirst();
    await both();
    await mo.press("Close 1 and open 2");
    expect((await cleo.press("Close 1")).text).toBe("Question 1 is closed already.");
  });

  it("to close one and open two: only the first of them opens, then and a minute later", async () => {
    await openFirst();
    await both();
    await cleo.press("Close 1 and open 2");
    const late = await mo.choose(await third());
    expect(late.text).toBe("Question 2 is just going out. Nothing else was done.");
    await both();
    await house.turnTo("2026-11-23T19:02:00Z");
    await cleo.say("/discuss queue");
    await cleo.press("Close 2 and open 3");
    await house.turnTo("2026-11-23T19:03:00Z");
    expect(posted()).toHaveLength(3);
  });

  it("with a panel from before somebody went on: it says which is open now", async () => {
    await openFirst();
    await both();
    await cleo.press("Close 1 and open 2");
    await house.turnTo("2026-11-23T19:02:00Z");
    const late = await mo.choose(await third());
    expect(late.text).toBe("Somebody was quicker: question 2 is open now. Nothing else was done.");
    expect(late.buttons).toEqual(["Refresh"]);
    expect(await states()).toEqual(["closed 04:00", "OPEN since 04:00", "waiting"]);
  });

  it("to undo: once, and the second is told that it is too late", async () => {
    await both();
    await cleo.press("Open question 1");
    await mo.say("/discuss queue");
    await cleo.press("Undo");
    expect((await mo.press("Undo")).text).toContain("It is too late to undo");
    expect(await states()).toEqual(["waiting", "waiting", "waiting"]);
  });

  it("is not kept from going on when no place takes what is going out", async () => {
    house.discord.disturb("refuse");
    house.slack.disturb("refuse");
    await both();
    await cleo.press("Open question 1");
    await house.turnTo("2026-11-23T19:00:11Z");
    expect((await mo.choose("sample/q2")).text).toContain("2 Quiet or lively · goes out in ten seconds");
  });
});

describe("a panel from before", () => {
  const remove = async (number: number): Promise<void> => {
    await mo.say(`/discuss remove ${number}`);
    await mo.press(`Remove question ${number}`);
  };

  it.each([
    ["opens a question that was removed", "Open question 1"],
    ["skips it", "Skip 1"],
  ])("%s: it says so, and shows how it is now", async (_name, label) => {
    await cleo.say("/discuss queue");
    if (label.startsWith("Skip")) await cleo.press("More…");
    await remove(1);
    const late = await cleo.press(label);
    expect(late.text).toBe("This question is not there any more: somebody has removed it.");
    expect(late.buttons).toEqual(["Refresh"]);
    expect((await cleo.press("Refresh")).text).toContain("1 Quiet or lively · waiting\n2 Money · waiting");
    await house.turnTo("2026-11-23T19:05:00Z");
    expect(posted()).toEqual([]);
  });

  it("removes it a second time, or chooses it to be edited", async () => {
    await cleo.say("/discuss remove 1");
    await remove(1);
    expect((await cleo.press("Remove question 1")).text).toContain("is not there any more");
    await cleo.say("/discuss queue");
    await cleo.press("More…");
    await remove(1);
    expect((await cleo.choose("sample/q2")).text).toContain("is not there any more");
    expect(await states()).toEqual(["waiting"]);
  });

  it("saves a form for it: the words are not lost", async () => {
    await cleo.say("/discuss edit 1");
    await remove(1);
    const late = await cleo.fillIn({ text: "Who stays away?" });
    expect(late.buttons).toEqual(["Add a question…", "Refresh"]);
    const form = await cleo.press("Add a question…");
    expect(form.text).toContain("The question: Who stays away?");
    expect((await cleo.fillIn({})).text).toContain("3 Who is missing · waiting");
  });

  it("opens a question whose number is another's by now: the question that was shown", async () => {
    await cleo.say("/discuss queue");
    await mo.say("/discuss move 3 to:1");
    expect((await cleo.press("Open question 1")).text).toContain("2 Who is missing · goes out in ten seconds");
  });

  it("opens a question that was opened and closed meanwhile: it says so, and offers to reopen it", async () => {
    await cleo.say("/discuss queue");
    await mo.say("/discuss queue");
    await mo.press("Open question 1");
    await house.turnTo("2026-11-23T19:00:10Z");
    await mo.say("/discuss close");
    const late = await cleo.press("Open question 1");
    expect(late.text).toBe("Question 1 is closed already.");
    expect(late.buttons).toEqual(["Reopen question 1", "Refresh"]);
  });

  it("opens a question that was edited meanwhile: it goes out as it is now", async () => {
    await cleo.say("/discuss queue");
    await mo.say('/discuss edit 1 text:"Who stays away?" language:en');
    await cleo.press("Open question 1");
    await house.turnTo("2026-11-23T19:00:10Z");
    expect(posted()).toEqual(["Who stays away?"]);
  });

  it("skips a question that is out: it says what can be done", async () => {
    await cleo.say("/discuss queue");
    await cleo.press("More…");
    await mo.say("/discuss post 1 where:discord");
    await mo.press("Post question 1 in Discord #discussion now");
    expect((await cleo.press("Skip 1")).text).toContain("Question 1 is posted, so its place and its number stay.");
  });
});
