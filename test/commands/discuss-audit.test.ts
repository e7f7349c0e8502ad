import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listActs } from "../../src/core/store/audit.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** What somebody does to a discussion is in the audit with what was before and what is after, in the network's language. */

let house: House;
let cleo: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  // Who does it is answered in another language than the audit is kept in.
  cleo = await house.somebody({ name: "Cleo", person: "sample-cleo", locale: "ja" });
});
afterEach(() => house.close());

/** The latest acts, the first done first. */
const acts = (n: number) =>
  house.store.transact(async (trx) =>
    (await listActs(trx, {}, n)).toReversed().map(({ act, about, before, after }) => ({ act, about, before, after })),
  );
const openFirst = async (): Promise<void> => {
  await cleo.call({ said: { press: "discuss open?question=sample%2Fq1&webinar=sample" } });
  await house.turnTo("2026-11-23T19:00:10Z");
};

describe("the audit of a discussion", () => {
  it("says which state a question was in and is in: opened, undone, closed, opened again, skipped and put back", async () => {
    const about = "question/sample/q1";
    const press = (said: string) => cleo.call({ said: { press: `discuss ${said}&webinar=sample` } });
    await press("open?question=sample%2Fq1");
    await press("undo?question=sample%2Fq1");
    await press("skip?question=sample%2Fq1");
    await press("restore?question=sample%2Fq1");
    await openFirst();
    await press("open?question=sample%2Fq2&close=sample%2Fq1");
    await press("undo?question=sample%2Fq2&close=sample%2Fq1");
    await cleo.say("/discuss close 1");
    expect(await acts(10)).toEqual([
      { act: "discuss open", about, before: { state: "waiting" }, after: { state: "about to be posted" } },
      { act: "discuss undo", about, before: { state: "about to be posted" }, after: { state: "waiting" } },
      { act: "discuss skip", about, before: { state: "waiting" }, after: { state: "skipped" } },
      { act: "discuss restore", about, before: { state: "skipped" }, after: { state: "waiting" } },
      { act: "discuss open", about, before: { state: "waiting" }, after: { state: "about to be posted" } },
      {
        act: "discuss open",
        about: "question/sample/q2",
        before: { state: "waiting" },
        after: { state: "about to be posted" },
      },
      { act: "discuss open", about, before: { state: "open" }, after: { state: "closed" } },
      {
        act: "discuss undo",
        about: "question/sample/q2",
        before: { state: "about to be posted" },
        after: { state: "waiting" },
      },
      { act: "discuss undo", about, before: { state: "closed" }, after: { state: "open" } },
      { act: "discuss close", about, before: { state: "open" }, after: { state: "closed" } },
    ]);
  });

  it("says what was posted and scheduled, where and when, and what was taken back", async () => {
    const mo = await house.somebody({ name: "Mo", rank: "moderator" });
    await mo.say("/discuss post 1 where:discord");
    await mo.press("Post question 1 in Discord #discussion now");
    await mo.say("/discuss post 1 where:discord");
    await mo.press("Post again anyway");
    await mo.press("Post question 1 in Discord #discussion now");
    await mo.say('/discuss schedule 2 when:"2026-11-25 09:00" where:slack');
    await mo.press("Schedule");
    await mo.press("Take it back");
    await mo.say('/discuss schedule when:"every monday 09:00 Tokyo, 2 times" where:slack');
    await mo.press("Schedule 2");
    await mo.press("Take 2 dates back");
    const [about, when] = ["webinar/sample", "Mon 30 Nov 2026, 09:00 Tokyo; Mon 7 Dec 2026, 09:00 Tokyo"];
    expect(await acts(6)).toEqual([
      { act: "discuss confirm", about: "question/sample/q1", before: {}, after: { where: "Discord #discussion" } },
      { act: "discuss confirm", about: "question/sample/q1", before: {}, after: { where: "Discord #discussion" } },
      {
        act: "discuss confirm",
        about: "question/sample/q2",
        before: {},
        after: { when: "Wed 25 Nov 2026, 09:00 Tokyo", where: "Slack #討論" },
      },
      {
        act: "discuss cancel",
        about: "question/sample/q2",
        before: { when: "Wed 25 Nov 2026, 09:00 Tokyo" },
        after: { when: "" },
      },
      { act: "discuss book", about, before: {}, after: { when, where: "Slack #討論" } },
      { act: "discuss unbook", about, before: { when }, after: { when: "" } },
    ]);
  });

  it("says what was written, and in which order", async () => {
    await cleo.say("/discuss add text:誰が払いますか。 label:お金 language:ja");
    const [added] = await acts(1);
    expect(added).toMatchObject({ act: "discuss add", after: { question: "3  お金", text: "誰が払いますか。" } });
    await cleo.say("/discuss edit 2 label:Noise language:en");
    await cleo.say("/discuss edit 3 text:Money? language:en");
    await cleo.say("/discuss move 2 to:1");
    await cleo.say("/discuss remove 3");
    await cleo.press("問い3を削除");
    await cleo.say("/discuss pause");
    await cleo.say("/discuss resume");
    expect(await acts(6)).toEqual([
      {
        act: "discuss edit",
        about: "question/sample/q2",
        before: { label: "Quiet or lively" },
        after: { label: "Noise" },
      },
      { act: "discuss edit", about: added?.about, before: { text: "" }, after: { text: "Money?" } },
      {
        act: "discuss move",
        about: "webinar/sample",
        before: { order: "1  Who is missing, 2  Noise, and 3  お金" },
        after: { order: "1  Noise, 2  Who is missing, and 3  お金" },
      },
      {
        act: "discuss drop",
        about: "webinar/sample",
        before: { question: "3  お金", text: "Money?" },
        after: { question: "", text: "" },
      },
      {
        act: "discuss pause",
        about: "webinar/sample",
        before: {},
        after: { paused: "Tue 24 Nov 2026, 04:00 Tokyo" },
      },
      {
        act: "discuss resume",
        about: "webinar/sample",
        before: { paused: "Tue 24 Nov 2026, 04:00 Tokyo" },
        after: { paused: "" },
      },
    ]);
  });

  it("is read by an admin", async () => {
    const ada = await house.somebody({ name: "Ada", rank: "admin" });
    await openFirst();
    await cleo.say("/discuss close");
    const said = await ada.say("/rostrum audit");
    expect(said.text).toContain("Cleo (Discord) · Close a question");
    expect(said.text).toMatch(/open → closed/u);
    expect(said.text).toMatch(/waiting → about to be posted/u);
    await cleo.say("/discuss add text:Money? label:Money");
    await cleo.say("/discuss remove Money");
    await cleo.press("問い3を削除");
    const { text } = await ada.say("/rostrum audit");
    expect(text).toContain("Add a question · a question that was removed\nquestion: 3  Money");
    expect(text).not.toContain("sample/");
  });

  it("has nothing of what was only looked at, was so already, or was not done", async () => {
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say("/announce schedule text:Join when:+1h where:discord");
    await oki.press("Schedule");
    await cleo.say("/discuss pause");
    const before = await acts(50);
    await cleo.say("/discuss pause");
    await cleo.say("/discuss move 1 to:1");
    await cleo.say("/discuss edit 1");
    await cleo.fillIn({});
    await cleo.call({ said: { press: "discuss restore?question=sample%2Fq1&webinar=sample" } });
    await oki.say("/announce edit Join");
    await oki.fillIn({});
    expect(await acts(50)).toEqual(before);
  });
});
