import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadRecord } from "../../src/record/load.ts";
import { readRecord } from "../../src/record/read.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** The questions of the sample webinar are added, edited, put in order and removed by those who lead its discussion. */

let house: House;
let cleo: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  cleo = await house.somebody({ name: "Cleo", person: "sample-cleo" });
});
afterEach(() => house.close());

const texts = (channel: string) => house.posts(channel).map(({ text }) => text);
const panel = async (): Promise<readonly string[]> => (await cleo.say("/discuss queue")).text.split("\n").slice(1);
const openFirst = async (): Promise<void> => {
  await cleo.say("/discuss queue");
  await cleo.press("Open question 1");
  await house.turnTo("2026-11-23T19:00:10Z");
};

describe("a question is added", () => {
  it("by one line at the end, is found, and is posted as the others are", async () => {
    const said = await cleo.say('/discuss add text:"Who pays for all this?" label:"Money"');
    expect(said.text).toContain("Question 3 is added at the end.");
    expect(said.text).toContain("3 Money · waiting");
    expect((await cleo.say("/webinar search pays")).text).toContain("Sample webinar");
    await cleo.say("/discuss post money where:discord");
    await cleo.press("Post question 3 in Discord #discussion now");
    expect(texts("discussion")[0]).toContain("Question 3 of 3 · Sample webinar\nWho pays for all this?");
    expect(house.discord.threads[0]?.title).toBe("Question 3: Money");
  });

  it("by a form, which comes back with what is missing or too long", async () => {
    await cleo.say("/discuss queue");
    await cleo.press("More…");
    await cleo.press("Add a question…");
    const again = await cleo.fillIn({ text: "Who pays?", label: "x".repeat(81) });
    expect(again.text).toContain("At most 80 characters, and this has 81.");
    expect(again.text).toContain("The question: Who pays?");
    expect((await cleo.fillIn({ label: "Money" })).text).toContain("3 Money · waiting");
  });

  it("and posts that are out say of how many they are now", async () => {
    await openFirst();
    expect(texts("discussion")[0]).toContain("Question 1 of 2");
    await cleo.say('/discuss add text:"Who pays?" label:"Money"');
    expect(texts("discussion")[0]).toContain("Question 1 of 3");
  });

  it("once, when the same call arrives twice", async () => {
    const call = { id: "twice", said: { command: "discuss add" }, options: { text: "Who pays?", label: "Money" } };
    await cleo.call(call);
    await cleo.call(call);
    expect(await panel()).toHaveLength(3);
  });
});

describe("a question is edited", () => {
  it("in a form filled with what is there, and its posts are corrected in place", async () => {
    await openFirst();
    await cleo.say("/discuss queue");
    await cleo.press("More…");
    const form = await cleo.choose("sample/q1");
    expect(form.text).toContain("A short name for it: Who is missing");
    expect(form.text).toContain("The question: Who does not come to the library yet, and what would bring them?");
    const saved = await cleo.fillIn({ text: "Who stays away from the library?" });
    expect(saved.text).toContain("Question 1 is changed.");
    expect(texts("discussion")[0]).toContain("\nWho stays away from the library?\n");
    // The wording in the other language is another person's.
    expect(texts("討論")[0]).toContain("まだ図書館に来ていないのは誰でしょうか。");
  });

  it("by one line, in the language that is named", async () => {
    await cleo.say('/discuss edit 2 label:"Stille" language:日本語');
    await cleo.say('/discuss edit 2 label:"静かな場所" language:ja');
    const ken = await house.somebody({ name: "Ken", locale: "ja", rank: "moderator" });
    expect((await ken.say("/discuss queue")).text).toContain("2 静かな場所 · 待機中");
    expect((await panel())[1]).toBe("2 Quiet or lively · waiting");
  });

  it("by two at once: the second sees what changed, and decides", async () => {
    const mo = await house.somebody({ name: "Mo", rank: "moderator" });
    await cleo.say("/discuss edit 2");
    await mo.say("/discuss edit 2");
    await mo.fillIn({ text: "Must it be quiet?" });
    const asked = await cleo.fillIn({ text: "May it be loud?" });
    expect(asked.text).toBe(
      "Somebody has changed question 2 since you opened it.\nIt says now:\nQuiet or lively\nMust it be quiet?\nYou wrote:\nQuiet or lively\nMay it be loud?",
    );
    expect((await cleo.say("/webinar questions")).text).toContain("Must it be quiet?");
    await cleo.say("/discuss edit 2");
    await mo.say("/discuss edit 2 text:Loud?");
    await cleo.fillIn({ text: "May it be loud?" });
    await cleo.press("Save mine anyway");
    expect((await cleo.say("/webinar questions")).text).toContain("May it be loud?");
  });

  it("in what is scheduled too: the thread has the new name", async () => {
    await cleo.say("/discuss schedule 2 when:+1d where:discord");
    await cleo.press("Schedule");
    await cleo.say("/discuss edit 2 label:Noise");
    await house.turnTo("2026-11-24T19:00:00Z");
    expect(house.discord.threads[0]?.title).toBe("Question 2: Noise");
  });

  it("and the record's files do not overwrite it", async () => {
    await cleo.say("/discuss edit 2 label:Noise");
    const record = readRecord("data", true);
    const webinars = record.webinars.map((one) =>
      one.webinar === "sample" ? { ...one, title: { en: "New title" }, questions: [] } : one,
    );
    const { kept } = await loadRecord(house.store, { ...record, webinars }, house.now());
    expect(kept).toEqual(["webinars/sample, questions"]);
    expect((await cleo.say("/webinar show")).text).toContain("New title");
    expect(await panel()).toEqual(["1 Who is missing · waiting", "2 Noise · waiting"]);
  });
});

describe("the order", () => {
  beforeEach(() => cleo.say('/discuss add text:"Who pays?" label:"Money"'));

  it("is changed, and numbers that nobody has seen follow it", async () => {
    await cleo.say("/discuss move 3 to:1");
    expect(await panel()).toEqual(["1 Money · waiting", "2 Who is missing · waiting", "3 Quiet or lively · waiting"]);
    expect((await cleo.say("/discuss move 3 to:9")).text).toContain("Write a place from 1 to 3.");
  });

  it("leaves what is posted its number", async () => {
    await cleo.say("/discuss queue");
    await cleo.choose("sample/q2");
    await house.turnTo("2026-11-23T19:00:10Z");
    await cleo.say("/discuss move 3 to:1");
    expect(await panel()).toEqual([
      "1 Money · waiting",
      "3 Who is missing · waiting",
      "2 Quiet or lively · OPEN since 04:00 · Discord ✓ Slack ✓",
    ]);
    const said = await cleo.say("/discuss move 2 to:1");
    expect(said.text).toContain("Question 2 is posted, so its place and its number stay.");
  });

  it("skips one, which can be put back", async () => {
    await cleo.say("/discuss skip");
    const skipped = await cleo.say("/discuss queue");
    expect(skipped.text).toContain("1 Who is missing · skipped");
    expect(skipped.buttons[0]).toBe("Open question 2");
    await cleo.press("More…");
    expect((await cleo.press("Put question 1 back")).buttons[0]).toBe("Open question 1");
  });
});

describe("a question is removed", () => {
  it("after it was shown, and those behind it move up", async () => {
    expect((await cleo.say("/discuss remove 1")).text).toContain("Remove question 1?");
    expect(await panel()).toHaveLength(2);
    await cleo.say("/discuss remove 1");
    const said = await cleo.press("Remove question 1");
    expect(said.text).toContain("Removed: Who is missing.");
    expect(await panel()).toEqual(["1 Quiet or lively · waiting"]);
  });

  it("not when it is posted: what to do instead is said and offered", async () => {
    await cleo.say("/discuss remove 1");
    const mo = await house.somebody({ name: "Mo", rank: "moderator" });
    await mo.say("/discuss post 1 where:discord");
    await mo.press("Post question 1 in Discord #discussion now");
    const said = await cleo.press("Remove question 1");
    expect(said.text).toContain("You can close it, or edit its words.");
    expect(said.buttons).toEqual(["Close 1", "Edit 1…", "Refresh"]);
    expect(await panel()).toHaveLength(2);
    expect((await cleo.say("/discuss remove 1")).text).toContain("Question 1 is posted");
  });

  it("with what is scheduled of it", async () => {
    await cleo.say("/discuss schedule 2 when:+1d where:discord");
    await cleo.press("Schedule");
    await cleo.say("/discuss remove 2");
    await cleo.press("Remove question 2");
    await house.turnTo("2026-11-25T19:00:00Z");
    expect(texts("discussion")).toEqual([]);
    expect(texts("desk")).toEqual([]);
  });
});

describe("a question that is posted", () => {
  it("is posted there again only by a press that says so, and by that once", async () => {
    await openFirst();
    const said = await cleo.say("/discuss post 1 where:discord");
    expect(said.buttons).toEqual(["Refresh", "Post again anyway"]);
    const preview = await cleo.press("Post again anyway");
    const block = preview.answer.kind === "message" ? preview.answer.blocks : [];
    const [act] = block.flatMap((one) => (one.block === "buttons" ? one.buttons : []));
    expect(act?.label).toBe("Post question 1 in Discord #discussion now");
    await cleo.call({ said: { press: act?.press ?? "" } });
    await cleo.call({ said: { press: act?.press ?? "" } });
    expect(texts("discussion")).toHaveLength(2);
  });
});
