import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { slotsOf } from "../../src/core/store/slots.ts";
import { loadRecord } from "../../src/record/load.ts";
import { readRecord } from "../../src/record/read.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** The next questions are scheduled: each slot has its question long before it goes out, and gets another when the queue changes. */

let house: House;
let cleo: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  cleo = await house.somebody({ name: "Cleo", person: "sample-cleo" });
});
afterEach(() => house.close());

const posted = () => house.posts("discussion").map(({ text }) => text.split("\n")[1]);
const desk = () => house.posts("desk").map(({ text }) => text);
const panel = async (): Promise<readonly string[]> => (await cleo.say("/discuss queue")).text.split("\n").slice(1);
const [FIRST, SECOND] = [
  "Who does not come to the library yet, and what would bring them?",
  "Should a place of learning be quiet?",
];
const book = async (when: string, act: string): Promise<void> => {
  await cleo.say(`/discuss schedule when:"${when}" where:discord`);
  await cleo.press(act);
};

describe("the next questions are scheduled", () => {
  it("each date is shown with its question, and the cities' times; they go out in order, each once", async () => {
    const preview = await cleo.say('/discuss schedule when:"2026-11-25 09:00; 2026-11-26 09:00"');
    expect(preview.text).toContain(
      "Next questions of Sample webinar\nWed 25 Nov 2026, 09:00 Tokyo  1  Who is missing\nThu 26 Nov 2026, 09:00 Tokyo  2  Quiet or lively\n",
    );
    expect(preview.text).toContain("London 00:00 · Bangkok 07:00 · ");
    expect(preview.text).toContain("In Discord #discussion: English · Slack #討論: 日本語 (Japanese)");
    expect(preview.buttons).toEqual(["Schedule 2", "Change…", "Cancel"]);
    expect(await panel()).toEqual(["1 Who is missing · waiting", "2 Quiet or lively · waiting"]);
    await cleo.say('/discuss schedule when:"2026-11-25 09:00; 2026-11-26 09:00"');
    expect((await cleo.press("Schedule 2")).text).toBe("2 scheduled in Discord #discussion and Slack #討論.");
    expect((await panel())[1]).toBe(
      "2 Quiet or lively · scheduled for Thu 26 Nov 2026, 09:00 Tokyo: Discord #discussion, Slack #討論",
    );
    await house.turnTo("2026-11-25T00:00:00Z");
    expect(posted()).toEqual([FIRST]);
    await house.turnTo("2026-11-28T00:00:00Z");
    expect(posted()).toEqual([FIRST, SECOND]);
    expect(house.posts("討論")).toHaveLength(2);
  });

  it("once, however often it is confirmed", async () => {
    await cleo.say('/discuss schedule when:"+1d; +2d" where:discord');
    const twice = await cleo.say('/discuss schedule when:"+1d; +2d" where:discord');
    const [act] =
      twice.answer.kind === "message"
        ? twice.answer.blocks.flatMap((one) => (one.block === "buttons" ? one.buttons : []))
        : [];
    await cleo.call({ said: { press: act?.press ?? "" } });
    expect((await cleo.call({ said: { press: act?.press ?? "" } })).text).toBe("This is scheduled already.");
    await house.turnTo("2026-11-28T00:00:00Z");
    expect(posted()).toEqual([FIRST, SECOND]);
  });

  it("not what was not previewed: when the queue has changed meanwhile it is shown again", async () => {
    await cleo.say('/discuss schedule when:"+1d" where:discord');
    const mo = await house.somebody({ name: "Mo", rank: "moderator" });
    await mo.say("/discuss skip 1");
    const again = await cleo.press("Schedule 1");
    expect(again.text).toContain("The questions or their times have changed since you looked.");
    expect(again.text).toContain("Tokyo  2  Quiet or lively");
    await house.turnTo("2026-11-26T00:00:00Z");
    expect(posted()).toEqual([]);
  });

  it("and a question that is named goes out at one moment only", async () => {
    const form = await cleo.say('/discuss schedule 2 when:"+1d; +2d"');
    expect(form.text).toContain("One question goes out once.");
  });
});

describe("a queue that is too short", () => {
  const three = '/discuss schedule when:"2026-11-25 09:00; 2026-11-26 09:00; 2026-11-27 09:00" where:discord';

  it("is said at once, and so many are scheduled as there are, or all", async () => {
    const preview = await cleo.say(three);
    expect(preview.text).toContain("Fri 27 Nov 2026, 09:00 Tokyo  –  the queue is empty then");
    expect(preview.text).toContain("3 dates and 2 questions: the queue is too short.");
    expect(preview.buttons).toEqual(["Schedule 2", "Schedule 3", "Add a question…", "Change…", "Cancel"]);
    await cleo.press("Schedule 2");
    await house.turnTo("2026-11-28T00:00:00Z");
    expect(posted()).toEqual([FIRST, SECOND]);
    expect(desk()).toEqual([]);
  });

  it("warns the desk a day before, and a question that is added goes out then", async () => {
    await cleo.say(three);
    await cleo.press("Schedule 3");
    expect(await panel()).toContain("Fri 27 Nov 2026, 09:00 Tokyo: the queue is empty then");
    await house.turnTo("2026-11-25T23:59:00Z");
    expect(desk()).toEqual([]);
    await house.turnTo("2026-11-26T00:00:00Z");
    expect(desk()).toEqual([
      "Sample webinar: a question is to go out on Fri 27 Nov 2026, 09:00 Tokyo, and none is left. Add one, and it goes out then.",
    ]);
    await cleo.say('/discuss add text:"Who pays?" label:"Money"');
    await house.turnTo("2026-11-27T00:00:00Z");
    expect(posted()).toEqual([FIRST, SECOND, "Who pays?"]);
    expect(desk()).toHaveLength(1);
  });

  it("does not warn when a question was added before", async () => {
    await cleo.say(three);
    await cleo.press("Schedule 3");
    await cleo.say('/discuss add text:"Who pays?" label:"Money"');
    await house.turnTo("2026-11-28T00:00:00Z");
    expect(posted()).toEqual([FIRST, SECOND, "Who pays?"]);
    expect(desk()).toEqual([]);
  });

  it("is warned of also when the last question is taken out of it", async () => {
    await book("2026-11-25 09:00; 2026-11-26 09:00", "Schedule 2");
    await cleo.say("/discuss skip 2");
    await house.turnTo("2026-11-27T00:00:00Z");
    expect(posted()).toEqual([FIRST]);
    expect(desk()).toEqual([expect.stringContaining("Thu 26 Nov 2026, 09:00 Tokyo, and none is left")]);
  });
});

describe("what is scheduled follows the queue", () => {
  beforeEach(() => book("2026-11-25 09:00; 2026-11-26 09:00", "Schedule 2"));

  it("when the order changes, and when it changes back", async () => {
    await cleo.say("/discuss move 2 to:1");
    expect(await panel()).toEqual([
      "1 Quiet or lively · scheduled for Wed 25 Nov 2026, 09:00 Tokyo: Discord #discussion",
      "2 Who is missing · scheduled for Thu 26 Nov 2026, 09:00 Tokyo: Discord #discussion",
    ]);
    await cleo.say("/discuss move 2 to:1");
    await house.turnTo("2026-11-28T00:00:00Z");
    expect(posted()).toEqual([FIRST, SECOND]);
    expect(house.discord.threads.map(({ title }) => title)).toEqual([
      "Question 1: Who is missing",
      "Question 2: Quiet or lively",
    ]);
  });

  it("when one is opened by hand: the next moves up, and the last date has none", async () => {
    await cleo.say("/discuss queue");
    await cleo.press("Open question 1");
    await house.turnTo("2026-11-23T19:00:10Z");
    expect((await panel()).slice(1)).toEqual([
      "2 Quiet or lively · scheduled for Wed 25 Nov 2026, 09:00 Tokyo: Discord #discussion",
      "Thu 26 Nov 2026, 09:00 Tokyo: the queue is empty then",
    ]);
    await house.turnTo("2026-11-28T00:00:00Z");
    expect(posted()).toEqual([FIRST, SECOND]);
  });

  it("when one is taken back, with its date", async () => {
    await cleo.say("/discuss queue");
    await cleo.press("More…");
    expect((await cleo.press("Dates…")).text).toBe(
      "Dates ahead of Sample webinar\nWed 25 Nov 2026, 09:00 Tokyo  1  Who is missing · Discord #discussion\nThu 26 Nov 2026, 09:00 Tokyo  2  Quiet or lively · Discord #discussion",
    );
    const [first] = await house.store.transact((trx) => slotsOf(trx, "sample"));
    const said = await cleo.choose(first?.id ?? "");
    expect(said.text).toBe(
      "Taken back: Wed 25 Nov 2026, 09:00 Tokyo. Nothing goes out then; the question waits for the next date.\nStill ahead:\nThu 26 Nov 2026, 09:00 Tokyo  1  Who is missing · Discord #discussion",
    );
    await house.turnTo("2026-11-28T00:00:00Z");
    expect(posted()).toEqual([FIRST]);
    expect(house.discord.posted.filter(({ channel }) => channel === "discussion")).toHaveLength(1);
  });
});

describe("the questions of a webinar are paused", () => {
  it("nothing that is scheduled goes out until they are resumed, and what is opened by hand does", async () => {
    await book("2026-11-23 19:30 UTC; 2026-11-25 09:00", "Schedule 2");
    const paused = await cleo.say("/discuss pause");
    expect(paused.text).toContain("Paused: nothing that is scheduled here goes out");
    await house.turnTo("2026-11-23T20:00:00Z");
    expect(posted()).toEqual([]);
    await cleo.choose("sample/q2");
    await house.turnTo("2026-11-23T20:00:10Z");
    expect(posted()).toEqual([SECOND]);
    await house.restart();
    await house.turnTo("2026-11-23T20:10:00Z");
    expect(posted()).toEqual([SECOND]);
    await cleo.say("/discuss queue");
    await cleo.press("Resume");
    expect(posted()).toEqual([SECOND, FIRST]);
  });

  it("what would be more than an hour late lapses, and the desk is told", async () => {
    await book("2026-11-23 19:30 UTC", "Schedule 1");
    await cleo.say("/discuss pause");
    await house.turnTo("2026-11-23T21:00:00Z");
    await cleo.say("/discuss resume");
    expect(posted()).toEqual([]);
    expect(desk()).toEqual([
      "“Question 1: Who is missing” was not posted in Discord #discussion: it would have been too late.",
    ]);
    expect((await panel())[0]).toBe("1 Who is missing · waiting · Discord: not posted");
  });
});

describe("a moment that counts from the webinar", () => {
  it("moves along with it", async () => {
    await cleo.say('/discuss schedule 1 when:"20m after start" where:discord');
    await cleo.press("Schedule");
    const record = readRecord("data", true);
    const webinars = record.webinars.map((one) => (one.webinar === "sample" ? { ...one, date: "2026-12-06" } : one));
    await loadRecord(house.store, { ...record, webinars }, house.now());
    expect((await panel())[0]).toContain("scheduled for Sun 6 Dec 2026, 17:20 Tokyo");
    await house.turnTo("2026-12-05T12:00:00Z");
    expect(posted()).toEqual([]);
    await house.turnTo("2026-12-06T08:20:00Z");
    expect(posted()).toEqual([FIRST]);
  });
});

describe("questions that count from a webinar's start", () => {
  it("are scheduled only for the times that were shown: moved meanwhile, they are shown as they would be now", async () => {
    const [one, many, oki] = [
      await house.somebody({ name: "Pia", rank: "moderator" }),
      await house.somebody({ name: "Pim", rank: "moderator" }),
      await house.somebody({ name: "Oki", rank: "organiser" }),
    ];
    await one.say('/discuss schedule 2 when:"20m after start" webinar:sample');
    await many.say('/discuss schedule when:"10m after start" webinar:sample');
    await oki.say('/manage webinar reschedule start:"2026-12-06 17:00 Tokyo" webinar:sample');
    await oki.press("Move it");
    for (const [who, label, when] of [
      [one, "Schedule", "Sunday, 6 December 2026, 17:20 Tokyo"],
      [many, "Schedule 1", "Sun 6 Dec 2026, 17:10 Tokyo"],
    ] as const) {
      const again = await who.press(label);
      expect(again.text).toContain("The questions or their times have changed since you looked.");
      expect(again.text).toContain(when);
      expect((await who.press(label)).text).toContain("cheduled");
    }
    await house.turnTo("2026-12-06T09:00:00Z");
    expect(house.posts("discussion")).toHaveLength(2);
  });
});
