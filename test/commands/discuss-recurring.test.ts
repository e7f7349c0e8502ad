import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { slotsOf } from "../../src/core/store/slots.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** The next questions of the queue go out again and again, each occurrence a date of its own. */

let house: House;
let cleo: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  cleo = await house.somebody({ name: "Cleo", person: "sample-cleo" });
});
afterEach(() => house.close());

const posted = () => house.posts("discussion").map(({ text }) => text.split("\n")[1]);
const desk = () => house.posts("desk").map(({ text }) => text);
const slots = () => house.store.transact((trx) => slotsOf(trx, "sample"));
const schedule = (when: string, more = "where:discord") => cleo.say(`/discuss schedule when:"${when}" ${more}`);
const FIRST = "Who does not come to the library yet, and what would bring them?";
const SECOND = "Should a place of learning be quiet?";

describe("a recurrence with an end", () => {
  it("says of one date and of none waiting what a person would", async () => {
    await cleo.say("/discuss skip");
    await cleo.say("/discuss skip");
    expect((await schedule("every monday 09:00 Tokyo, 1 time")).text).toContain("1 date and 0 questions: the queue is");
  });

  it("is read back, each date with its question; what the queue is too short for is said at once", async () => {
    await cleo.say('/discuss add text:"Who pays?" label:"Money"');
    const preview = await schedule("every monday 09:00 Asia/Tokyo, 4 times", "");
    expect(preview.text).toBe(
      [
        "Next questions of Sample webinar: every Monday at 09:00 Tokyo, 4 times",
        "Mon 30 Nov 2026, 09:00 Tokyo  1  Who is missing",
        "Mon 7 Dec 2026, 09:00 Tokyo  2  Quiet or lively",
        "Mon 14 Dec 2026, 09:00 Tokyo  3  Money",
        "Mon 21 Dec 2026, 09:00 Tokyo  –  the queue is empty then",
        "London 00:00 · Bangkok 07:00 · Beijing 08:00 · Tokyo 09:00 · Melbourne 11:00, all Monday",
        "In Discord #discussion: English · Slack #討論: 日本語 (Japanese)",
        "4 dates and 3 questions: the queue is too short. Add questions, and the empty dates take them.",
        "Not written in 日本語 (Japanese) yet: question 3. In Slack #討論 it goes out in another language; nothing is translated by machine.",
        "It is posted once in each place, even if a connection breaks in between.",
        "If it could not go out for 1 hour, it lapses and the desk is told.",
      ].join("\n"),
    );
    expect(preview.buttons).toEqual(["Schedule 3", "Schedule 4", "Add a question…", "Change…", "Cancel"]);
  });

  it("goes out date by date, each question once in each place", async () => {
    await schedule("every monday 09:00 Asia/Tokyo, 2 times", "");
    expect((await cleo.press("Schedule 2")).text).toBe("2 scheduled in Discord #discussion and Slack #討論.");
    await house.turnTo("2026-11-29T23:59:59Z");
    expect(posted()).toEqual([]);
    await house.turnTo("2026-11-30T00:00:00Z");
    expect(posted()).toEqual([FIRST]);
    await house.turnTo("2026-12-22T00:00:00Z");
    expect(posted()).toEqual([FIRST, SECOND]);
    expect(house.posts("討論")).toHaveLength(2);
    expect(house.discord.threads.map(({ title }) => title)).toEqual([
      "Question 1: Who is missing",
      "Question 2: Quiet or lively",
    ]);
  });

  it("schedules only the dates that have a question, or all of them", async () => {
    await schedule("every monday 09:00 Tokyo, 4 times");
    await cleo.press("Schedule 2");
    expect(await slots()).toHaveLength(2);
    await schedule("every monday 09:00 Tokyo, 4 times");
    expect((await cleo.press("Schedule 4")).text).toContain("2 scheduled in");
    expect(await slots()).toHaveLength(4);
    await cleo.say('/discuss add text:"Who pays?" label:"Money"');
    await house.turnTo("2026-12-14T00:00:00Z");
    expect(posted()).toEqual([FIRST, SECOND, "Who pays?"]);
  });

  it.each([
    ["a first thursday in London", "first thursday 17:00 Europe/London until 2027-03-31", "2026-12-03T17:00"],
    ["five cron fields with a zone", "0 9 * * 1 Asia/Tokyo, 2 times", "2026-11-30T09:00"],
    ["Japanese words", "毎週月曜 9時 東京 2回", "2026-11-30T09:00"],
  ])("is taken as %s", async (_name, when, first) => {
    await schedule(when);
    await cleo.press("Schedule 2");
    expect((await slots())[0]?.when).toMatchObject({ wall: first });
  });

  it("says what the clocks do to one of them when it is entered, and it goes out as said", async () => {
    const preview = await schedule("every sunday 01:30 Europe/London from 2027-03-21, 2 times");
    expect(preview.text).toContain(
      "On Sunday, 28 March 2027 the clocks go forward and 01:30 does not exist; it becomes 02:30.",
    );
    expect(preview.text).toContain("Sun 28 Mar 2027, 02:30 London  2  Quiet or lively");
    await cleo.press("Schedule 2");
    await house.turnTo("2027-03-28T01:29:59Z");
    expect(posted()).toEqual([FIRST]);
    await house.turnTo("2027-03-28T01:30:00Z");
    expect(posted()).toEqual([FIRST, SECOND]);
    const overlap = await schedule("every sunday 01:30 Europe/London from 2027-10-31, 1 times");
    expect(overlap.text).toContain("the clocks go back and 01:30 comes twice; the first is meant.");
  });
});

describe("one date has one slot", () => {
  it("however often it is pressed, in whatever order the places are named, and whatever the clocks do", async () => {
    const when = "every sunday 01:30 Europe/London from 2027-03-21, 2 times";
    await schedule(when, "where:slack,discord");
    await cleo.press("Schedule 2");
    await schedule(when, "where:discord,slack");
    expect((await cleo.press("Schedule 2")).text).toBe("This is scheduled already.");
    await schedule("2027-03-28 01:30 Europe/London", "where:discord,slack");
    expect((await cleo.press("Schedule 1")).text).toBe("This is scheduled already.");
    await house.restart();
    expect(await slots()).toHaveLength(2);
    await house.turnTo("2027-04-01T00:00:00Z");
    expect(posted()).toEqual([FIRST, SECOND]);
  });

  it("when a moment and a recurrence in one line name it both", async () => {
    const preview = await schedule(
      "2026-11-30 09:00 Tokyo; every monday 09:00 Tokyo, 2 times; 2026-12-01 17:00 London",
    );
    expect(preview.text.split("\n").slice(0, 4)).toEqual([
      "Next questions of Sample webinar: every Monday at 09:00 Tokyo, 2 times",
      "Mon 30 Nov 2026, 09:00 Tokyo  1  Who is missing",
      "Tue 1 Dec 2026, 17:00 London  2  Quiet or lively",
      "Mon 7 Dec 2026, 09:00 Tokyo  –  the queue is empty then",
    ]);
    await cleo.press("Schedule 3");
    expect(await slots()).toHaveLength(3);
  });
});

describe("what cannot be scheduled so", () => {
  it.each([
    [
      "without an end",
      "every monday 09:00 Tokyo",
      "This has no end. Add one: 4 times, for 4 weeks or until 2026-11-30.",
    ],
    ["too often", "every day 09:00 Tokyo, 61 times", "That is more than 60 times. Let it end sooner."],
    [
      "too often in sum",
      "every day 09:00 Tokyo, 40 times; every day 10:00 Tokyo, 40 times",
      "At most 60 dates at once.",
    ],
    ["past its end", "every monday 09:00 Tokyo until 2026-11-24", "it ends before that"],
  ])("is refused in the form with what to write: %s", async (_name, when, sentence) => {
    const form = await schedule(when);
    expect(form.answer.kind).toBe("form");
    expect(form.text).toContain(sentence);
    expect((await cleo.fillIn({ when: "every monday 09:00 Tokyo, 2 times" })).buttons[0]).toBe("Schedule 2");
  });

  it("one question again and again, which is said; but once by a recurrence of one", async () => {
    const form = await cleo.say('/discuss schedule 2 when:"every monday 09:00 Tokyo, 4 times"');
    expect(form.text).toContain("One question goes out once.");
    const preview = await cleo.say('/discuss schedule 2 when:"every monday 09:00 Tokyo, 1 times" where:discord');
    expect(preview.text).toContain("Question 2, Monday, 30 November 2026, 09:00 Tokyo");
  });

  it("dates of which the first has passed while somebody thought: nothing is scheduled that was not previewed", async () => {
    await schedule("every tuesday 09:00 Tokyo, 2 times");
    await house.turnTo("2026-11-24T00:00:01Z");
    const late = await cleo.press("Schedule 2");
    expect(late.text).toBe("Tuesday, 24 November 2026, 09:00 Tokyo is in the past.");
    expect(late.buttons).toEqual(["Change…"]);
    expect((await cleo.press("Change…")).text).toContain("every tuesday 09:00 Asia/Tokyo from 2026-11-24 2 times");
    expect(await slots()).toEqual([]);
  });

  it("what was previewed with other questions: it is shown again as it would be now, with the same recurrence", async () => {
    await schedule("every monday 09:00 Tokyo, 4 times");
    const mo = await house.somebody({ name: "Mo", rank: "moderator" });
    await mo.say("/discuss move 2 to:1");
    const again = await cleo.press("Schedule 2");
    expect(again.text).toContain("The questions or their times have changed since you looked.");
    expect(again.text).toContain(
      "every Monday at 09:00 Tokyo, 4 times\nMon 30 Nov 2026, 09:00 Tokyo  1  Quiet or lively",
    );
    expect(again.buttons.slice(0, 2)).toEqual(["Schedule 2", "Schedule 4"]);
    await cleo.press("Schedule 2");
    expect(await slots()).toHaveLength(2);
  });
});

it("sixty dates are read page by page, and fit into the press behind them", async () => {
  let page = await schedule("every day 09:00 America/Argentina/Buenos_Aires, 60 times");
  const read: string[] = [];
  for (;;) {
    read.push(...page.text.split("\n"));
    if (!page.buttons.includes("More")) break;
    page = await cleo.press("More");
  }
  expect(new Set(read.filter((line) => line.includes("09:00 Buenos Aires  "))).size).toBe(60);
  expect(read.join("\n")).toContain("60 dates and 2 questions");
  await cleo.press("Schedule 60");
  expect(await slots()).toHaveLength(60);
});

it("as many moments are taken in a line as fit into it when they are written out", async () => {
  const days = (n: number): string => Array.from({ length: n }, (_, day) => `+${day + 1}d`).join("; ");
  expect((await schedule(days(17))).text).toContain("At most 16 dates at once.");
  await schedule(days(16));
  expect((await cleo.press("Change…")).answer.kind).toBe("form");
  expect((await cleo.fillIn({})).buttons[1]).toBe("Schedule 16");
});

it("suggestions read back the last of several, with an end where there is none", async () => {
  expect(await cleo.suggest("discuss schedule", "when", "every monday 09:00")).toContain(
    "every Monday at 09:00 Tokyo, 4 times",
  );
  expect(await cleo.suggest("discuss schedule", "when", "+1d; 20m after start")).toEqual([
    "Saturday, 5 December 2026, 17:20 Tokyo (20m after start)",
  ]);
});

describe("the desk is warned before the queue runs dry", () => {
  const warning = (when: string, more = ""): string =>
    `Sample webinar: a question is to go out on ${when}${more}, and none is left. Add one, and it goes out then.`;

  it("a day before the first empty date, once, with a way to add one, and again for the next", async () => {
    await schedule("every monday 09:00 Asia/Tokyo, 5 times");
    await cleo.press("Schedule 5");
    await house.turnTo("2026-12-12T23:59:59Z");
    expect(desk()).toEqual([]);
    await house.turnTo("2026-12-13T00:00:00Z");
    const first = warning("Mon 14 Dec 2026, 09:00 Tokyo", ", and on 2 dates after it");
    expect(desk()).toEqual([first]);
    expect(house.posts("desk")[0]?.buttons).toEqual(["Add a question…", "Discussion"]);
    // What changes nothing about it does not warn again.
    await cleo.say("/discuss edit 2 label:Noise");
    await cleo.say("/discuss move 2 to:1");
    await house.turnTo("2026-12-13T23:30:00Z");
    expect(desk()).toEqual([first]);
    const { message } = house.discord.posted.find(({ channel }) => channel === "desk") ?? {};
    const [add] = message?.blocks.flatMap((one) => (one.block === "buttons" ? one.buttons : [])) ?? [];
    expect((await cleo.call({ said: { press: add?.press ?? "" } })).text).toContain("The question:");
    await cleo.fillIn({ text: "Who pays?", label: "Money" });
    await house.turnTo("2026-12-14T00:00:00Z");
    expect(posted().at(-1)).toBe("Who pays?");
    expect(desk()).toEqual([first]);
    await house.turnTo("2026-12-20T00:00:00Z");
    expect(desk()).toEqual([first, warning("Mon 21 Dec 2026, 09:00 Tokyo", ", and on 1 date after it")]);
  });

  it("again when a date turns empty that had a question, and not while that can be undone", async () => {
    await schedule("every day 09:00 Asia/Tokyo from 2026-11-27, 2 times");
    await cleo.press("Schedule 2");
    await cleo.say("/discuss skip 2");
    await house.turnTo("2026-11-27T00:00:00Z");
    expect(desk()).toEqual([warning("Sat 28 Nov 2026, 09:00 Tokyo")]);
    const putBack = async () => {
      await cleo.say("/discuss queue");
      await cleo.press("More…");
      await cleo.press("Put question 2 back");
    };
    await putBack();
    await cleo.say("/discuss skip 2");
    await house.turnTo("2026-11-27T22:59:59Z");
    expect(desk()).toHaveLength(1);
    await house.turnTo("2026-11-27T23:00:00Z");
    expect(desk()).toHaveLength(2);
    await putBack();
    await cleo.say("/discuss queue");
    await cleo.press("Close 1 and open 2");
    await house.turnTo("2026-11-27T23:00:09Z");
    await cleo.press("Undo");
    await house.turnTo("2026-11-28T00:00:00Z");
    expect(desk()).toHaveLength(2);
    expect(posted()).toEqual([FIRST, SECOND]);
  });

  it("once for the empty dates of a day", async () => {
    await schedule("0 */6 * * * Asia/Tokyo, 10 times");
    await cleo.press("Schedule 10");
    await house.turnTo("2026-11-26T20:00:00Z");
    expect(desk()).toHaveLength(2);
    expect(desk()[0]).toContain(", and on 7 dates after it");
  });

  it("earlier or later when the webinar moves that the date counts from", async () => {
    const plan = async (startsAt: string) => {
      const oki = await house.somebody({ name: "Oki", rank: "organiser" });
      await oki.say(`/manage webinar reschedule start:"${startsAt}" webinar:sample`);
      await oki.press("Move it");
    };
    await schedule("20m after start; 40m after start; 60m after start");
    await cleo.press("Schedule 3");
    await plan("2026-12-12 17:00 Tokyo");
    await house.turnTo("2026-12-06T00:00:00Z");
    expect(desk().filter((text) => text.includes("none is left"))).toEqual([]);
    await house.turnTo("2026-12-11T09:00:00Z");
    expect(desk().filter((text) => text.includes("none is left"))).toEqual([warning("Sat 12 Dec 2026, 18:00 Tokyo")]);
  });
});
