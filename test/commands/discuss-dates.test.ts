import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pending } from "../../src/core/store/deliveries.ts";
import { slotsOf } from "../../src/core/store/slots.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** The dates of a discussion: taken back one by one or all, seen in the forecast, and restored by what undoes. */

let house: House;
let cleo: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  cleo = await house.somebody({ name: "Cleo", person: "sample-cleo" });
});
afterEach(() => house.close());

const posted = () => house.posts("discussion").map(({ text }) => text.split("\n")[1]);
const slots = () => house.store.transact((trx) => slotsOf(trx, "sample"));
const panel = async (): Promise<readonly string[]> => (await cleo.say("/discuss queue")).text.split("\n").slice(1);
const [FIRST, SECOND] = [
  "Who does not come to the library yet, and what would bring them?",
  "Should a place of learning be quiet?",
];
const book = async (when: string, act: string): Promise<void> => {
  await cleo.say(`/discuss schedule when:"${when}" where:discord`);
  await cleo.press(act);
};
/** All that will go out of questions: when, what, where. */
const planned = () =>
  house.store.transact(async (trx) => {
    const rows = await trx
      .selectFrom("deliveries")
      .selectAll()
      .where("what", "like", "question/%")
      .where("state", "in", pending)
      .orderBy("due_at")
      .orderBy("what")
      .orderBy("channel")
      .execute();
    return rows.map((row) => [row.due_at, row.not_after, row.what, row.channel, row.thread_title]);
  });

describe("dates are taken back", () => {
  beforeEach(() => book("every day 09:00 Tokyo from 2026-11-24, 4 times", "Schedule 4"));
  const open = async () => {
    await cleo.say("/discuss queue");
    await cleo.press("More…");
    return cleo.press("Dates…");
  };

  it("all at once from the panel, and nothing goes out or warns any more", async () => {
    const shown = await open();
    expect(shown.text.split("\n").slice(0, 4)).toEqual([
      "Dates ahead of Sample webinar",
      "Tue 24 Nov 2026, 09:00 Tokyo  1  Who is missing · Discord #discussion",
      "Wed 25 Nov 2026, 09:00 Tokyo  2  Quiet or lively · Discord #discussion",
      "Thu 26 Nov 2026, 09:00 Tokyo  –  the queue is empty then · Discord #discussion",
    ]);
    expect(shown.buttons).toEqual(["Take 4 dates back", "Back to the questions"]);
    expect((await cleo.press("Take 4 dates back")).text).toBe("4 dates are taken back. Nothing goes out then.");
    expect(await panel()).toEqual(["1 Who is missing · waiting", "2 Quiet or lively · waiting"]);
    await house.turnTo("2026-12-02T00:00:00Z");
    expect([posted(), house.posts("desk")]).toEqual([[], []]);
  });

  it("exactly those that were shown: what somebody schedules meanwhile stays, and what went out is out", async () => {
    await open();
    const mo = await house.somebody({ name: "Mo", rank: "moderator" });
    await mo.say('/discuss schedule when:"2026-11-30 09:00" where:discord');
    await mo.press("Schedule 1");
    await house.turnTo("2026-11-24T00:00:00Z");
    expect((await cleo.press("Take 4 dates back")).text).toBe(
      "3 dates are taken back. Nothing goes out then.\nStill ahead:\nMon 30 Nov 2026, 09:00 Tokyo  2  Quiet or lively · Discord #discussion",
    );
    await house.turnTo("2026-12-01T00:00:00Z");
    expect(posted()).toEqual([FIRST, SECOND]);
  });

  it("by two at once: the second hears of it", async () => {
    const mo = await house.somebody({ name: "Mo", rank: "moderator" });
    await open();
    await mo.say("/discuss queue");
    await mo.press("More…");
    await mo.press("Dates…");
    await cleo.press("Take 4 dates back");
    const late = await mo.press("Take 4 dates back");
    expect(late.text).toBe("Taken back already, or past.");
    expect(late.buttons).toEqual(["Discussion"]);
  });

  it("at once after they were scheduled", async () => {
    await cleo.say('/discuss schedule when:"every monday 09:00 Tokyo, 2 times" where:discord');
    await cleo.press("Schedule 2");
    await cleo.press("Take 2 dates back");
    expect(await slots()).toHaveLength(4);
  });
});

describe("the forecast", () => {
  it("shows the empty dates among the others, each with a way to fill it and to take it back", async () => {
    await book("2026-11-25 09:00; 2026-11-26 09:00; 2026-11-27 09:00; 2026-11-28 09:00", "Schedule 4");
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say('/announce schedule text:"Join us" when:"2026-11-27 12:00" where:discord');
    await oki.press("Schedule");
    const list = await oki.say("/announce list");
    expect(
      list.text
        .split("\n")
        .filter((line) => / · /u.test(line))
        .slice(1),
    ).toEqual([
      "Wed 25 Nov 2026, 09:00 Tokyo · Question 1: Who is missing",
      "Thu 26 Nov 2026, 09:00 Tokyo · Question 2: Quiet or lively",
      "Fri 27 Nov 2026, 09:00 Tokyo · Question 3 of Sample webinar: the queue is empty then",
      "Fri 27 Nov 2026, 12:00 Tokyo · Join us",
      "Sat 28 Nov 2026, 09:00 Tokyo · Question 4 of Sample webinar: the queue is empty then",
    ]);
    const back = await oki.press("Cancel “Fri 27 Nov 2026, 09:00 Tokyo”");
    expect(back.text).toContain("Taken back: Fri 27 Nov 2026, 09:00 Tokyo.");
    expect(back.buttons).toEqual(["Discussion", "Dates…", "Announcements"]);
    await oki.say("/announce list");
    await oki.press("Add a question…");
    await oki.fillIn({ text: "Who pays?", label: "Money" });
    await house.turnTo("2026-11-28T00:00:00Z");
    expect(posted()).toEqual([FIRST, SECOND, "Who pays?"]);
    expect((await oki.say("/announce list")).text).not.toContain("the queue is empty then");
  });

  it("takes a date of the queue back, and says when its question goes out instead", async () => {
    await book("2026-11-25 09:00; 2026-11-26 09:00", "Schedule 2");
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say("/announce list");
    expect((await oki.press("Cancel “Question 1: Who is missing”")).text).toBe(
      "Its date is taken back. Question 1: Who is missing has moved up to the next date: Thu 26 Nov 2026, 09:00 Tokyo.",
    );
    await house.turnTo("2026-11-28T00:00:00Z");
    expect(posted()).toEqual([FIRST]);
  });

  it("holds no empty dates of a webinar that was cancelled, and the desk hears of none", async () => {
    await book("every day 09:00 Tokyo from 2026-11-25, 4 times", "Schedule 4");
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say("/manage webinar cancel webinar:sample");
    await oki.press("Cancel the webinar");
    expect((await oki.say("/announce list")).text).not.toContain("the queue is empty then");
    await house.turnTo("2026-11-30T00:00:00Z");
    expect(house.posts("desk").filter(({ text }) => text.includes("none is left"))).toEqual([]);
  });

  it("holds no more empty dates than its days, and none that are past", async () => {
    await book("every day 09:00 Tokyo from 2026-11-25, 20 times", "Schedule 20");
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    const emptyIn = async (line: string): Promise<number> => {
      let page = await oki.say(line);
      let found = 0;
      for (;;) {
        found += page.text.match(/the queue is empty then/gu)?.length ?? 0;
        if (!page.buttons.includes("More")) return found;
        page = await oki.press("More");
      }
    };
    expect(await emptyIn("/announce list")).toBe(4);
    expect(await emptyIn("/announce list days:all")).toBe(18);
    await house.turnTo("2026-12-12T00:00:00Z");
    expect(await emptyIn("/announce list days:all")).toBe(2);
  });
});

describe("what is undone is exactly as it was", () => {
  it.each([
    ["a question that was chosen for its date", ['1 when:"20m after start" where:discord'], "Schedule"],
    [
      "one that was chosen for two dates in two places",
      ["1 when:+1d where:discord", "1 when:+2d where:slack"],
      "Schedule",
    ],
    ["dates of the queue", ['when:"every day 09:00 Tokyo from 2026-11-25, 3 times" where:discord'], "Schedule 3"],
  ])("%s", async (_name, lines, act) => {
    for (const line of lines) {
      await cleo.say(`/discuss schedule ${line}`);
      await cleo.press(act);
    }
    const [before, slotsBefore] = [await planned(), await slots()];
    expect(before.length).toBeGreaterThan(0);
    await cleo.say("/discuss queue");
    await cleo.press("Open question 1");
    expect(await planned()).not.toEqual(before);
    await house.turnTo("2026-11-23T19:00:09Z");
    await cleo.press("Undo");
    expect(await planned()).toEqual(before);
    expect(await slots()).toEqual(slotsBefore);
    await house.turnTo("2026-12-06T00:00:00Z");
    expect(posted()[0]).toBe(FIRST);
    expect(new Set(house.discord.posted.map(({ message }) => JSON.stringify(message))).size).toBe(
      house.discord.posted.length,
    );
  });

  it("also the one that was closed, with what was still scheduled of it elsewhere", async () => {
    await cleo.say("/discuss post 1 where:discord");
    await cleo.press("Post question 1 in Discord #discussion now");
    await cleo.say("/discuss schedule 1 when:+1d where:slack");
    await cleo.press("Schedule");
    await cleo.say("/discuss schedule 2 when:+2d where:discord");
    await cleo.press("Schedule");
    const before = await planned();
    await cleo.say("/discuss queue");
    await cleo.press("Close 1 and open 2");
    await cleo.press("Undo");
    expect(await planned()).toEqual(before);
    await cleo.say("/discuss close 1");
    await house.turnTo("2026-11-25T19:00:00Z");
    expect(house.posts("討論")).toEqual([]);
  });

  it("and a question that was skipped has its date again when it is put back", async () => {
    await cleo.say("/discuss schedule 1 when:+1d where:discord");
    await cleo.press("Schedule");
    const before = await planned();
    await cleo.say("/discuss skip 1");
    expect(await planned()).toEqual([]);
    await cleo.say("/discuss queue");
    await cleo.press("More…");
    await cleo.press("Put question 1 back");
    expect(await planned()).toEqual(before);
  });

  it("a date that comes within the ten seconds is used up by what is opened: no two go out at once", async () => {
    await book("2026-11-23 19:30 UTC; 2026-11-23 19:40 UTC", "Schedule 2");
    await house.turnTo("2026-11-23T19:29:55Z");
    const before = await planned();
    await cleo.say("/discuss queue");
    await cleo.press("Open question 1");
    await cleo.press("Undo");
    expect(await planned()).toEqual(before);
    await cleo.press("Open question 1");
    await house.turnTo("2026-11-23T19:39:59Z");
    expect(posted()).toEqual([FIRST]);
    await house.turnTo("2026-11-23T19:40:00Z");
    expect(posted()).toEqual([FIRST, SECOND]);
  });

  it("what is opened goes out once, whatever its dates were", async () => {
    await cleo.say("/discuss schedule 1 when:+1d");
    await cleo.press("Schedule");
    await cleo.say("/discuss queue");
    await cleo.press("Open question 1");
    await house.turnTo("2026-11-30T00:00:00Z");
    expect([posted(), house.posts("討論").length]).toEqual([[FIRST], 1]);
    expect(await planned()).toEqual([]);
  });
});
