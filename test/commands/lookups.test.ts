import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { putWebinar } from "../../src/core/store/record.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let mei: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  mei = await house.somebody();
});
afterEach(() => house.close());

const add = (key: string, given: Partial<Parameters<typeof putWebinar>[1]> = {}): Promise<void> =>
  house.store.transact((trx) =>
    putWebinar(trx, {
      key,
      series: undefined,
      edition: undefined,
      sample: false,
      status: "held",
      title: { en: `Title ${key}` },
      subtitle: undefined,
      date: "2020-05-01",
      hour: undefined,
      link: undefined,
      talks: [],
      roles: [],
      questions: [],
      attendance: undefined,
      outcome: undefined,
      ...given,
    }),
  );
const set = (values: object, key = "sample") =>
  house.store.transact((trx) => trx.updateTable("webinars").set(values).where("key", "=", key).execute());

describe("what is on now", () => {
  it("is said with the way in", async () => {
    await house.turnTo("2026-12-05T08:05:00Z");
    const said = await mei.say("/webinar now");
    expect(said.text).toContain("On now · started 5 minutes ago");
    expect(said.text).toContain("https://meeting.example/sample");
  });

  it("is nothing: then what comes next, with its day", async () => {
    const said = await mei.say("/webinar now");
    expect(said.text).toContain("Nothing is on at this moment.");
    expect(said.text).toContain("Next: Sample webinar, Sat 5 Dec 2026, 17:00 Tokyo (in 11 days).");
    expect(said.buttons).toContain("Programme");
  });

  it("is nothing, and nothing is planned", async () => {
    await set({ status: "draft" });
    const said = await mei.say("/webinar now");
    expect(said.text).toBe("Nothing is on at this moment.\nNo webinar is planned yet.");
    expect((await mei.press("Last webinar")).text).toContain("3rd international webinar");
  });

  it("never makes an instant of a date without an hour", async () => {
    await set({ time: null, zone: null, minutes: null, starts_at: null });
    expect((await mei.say("/webinar now")).text).toContain("Saturday, 5 December 2026 (hour not recorded)");
  });
});

describe("the last webinar", () => {
  it("is the last that took place, with its outcome one press away", async () => {
    const said = await mei.say("/webinar last");
    expect(said.text).toContain("80 participants from 14 countries and regions");
    expect(said.buttons).toEqual(["3 questions", "Outcome", "Share here"]);
    expect((await mei.press("Outcome")).text).toContain("lifelong learning for all");
  });

  it("is the one that has just ended, whether or not anybody has noted so", async () => {
    await house.turnTo("2026-12-05T10:00:01Z");
    expect((await mei.say("/webinar last")).text).toContain("Libraries as places of learning");
  });

  it("is honest where none took place", async () => {
    await set({ status: "draft" }, "international-3");
    expect((await mei.say("/webinar last")).text).toBe("The record holds no webinar that has taken place yet.");
  });
});

describe("the outcome of a webinar", () => {
  it("is that of the last one, unless another is named", async () => {
    const said = await mei.say("/webinar outcomes");
    expect(said.text).toContain("What came of it, 3rd international webinar");
    expect(said.text).toContain("Saturday, 19 February 2022 (hour not recorded)");
    expect(said.text).toContain("The webinar pointed to partnership");
  });

  it("is not there yet, or not recorded: each is said", async () => {
    expect((await mei.say("/webinar outcomes sample")).text).toContain("It has not taken place yet");
    await set({ outcome_json: null }, "international-3");
    expect((await mei.say("/webinar outcomes 3")).text).toContain("What came of it is not recorded.");
  });
});

describe("who takes part", () => {
  it("is everybody in the programme, with affiliation and country at the time, and each a choice away", async () => {
    const said = await mei.say("/webinar speakers 3");
    expect(said.text).toContain("Dr. Jing Liu · Tohoku University, Japan");
    expect(said.text).toContain("speaker · How stakeholders interact");
    expect(said.text).toContain("Dr. Philip Wing Keung Chan · Monash University, Australia\ndiscussant");
    expect(said.text).toContain("moderator of the webinar");
    expect((await mei.choose("jing-liu")).text).toContain("Dr. Jing Liu");
  });

  it("is nobody yet", async () => {
    await add("empty", { status: "planned", date: "2027-01-01" });
    expect((await mei.say("/webinar speakers empty")).text).toContain("nobody is named in the programme yet");
  });
});

describe("a talk", () => {
  it.each(["4", "liu", "Tohoku", "building education", "talk 4", "４"])("is found by %s", async (typed) => {
    const said = await mei.say(`/webinar talk talk:"${typed}" webinar:3`);
    expect(said.text).toContain("Talk 4 of 4 · 3rd international webinar");
    expect(said.text).toContain("about Chengdu, China");
    expect(said.text).toContain("Dr. Jing Liu, Tohoku University, Japan");
    expect(said.text).toContain("The title of the talk is not recorded; this is what it was about.");
  });

  it("has its title where it is recorded, and leads to the others and to who gives it", async () => {
    const said = await mei.say("/webinar talk 2 webinar:sample");
    expect(said.text).toContain("A library on four wheels");
    expect(said.text).not.toContain("not recorded");
    expect((await mei.press("1 Ada Example")).text).toContain("Reading rooms after school");
    expect((await mei.press("Ada Example")).text).toContain("Harbour University");
  });

  it("that is not there is answered with those that are", async () => {
    const said = await mei.say("/webinar talk 9 webinar:3");
    expect(said.text).toBe("I find no talk for “9” in this webinar. Which one?");
    expect(said.buttons).toHaveLength(4);
    expect((await mei.press(said.buttons[3] ?? "")).text).toContain("Dr. Jing Liu");
    await add("empty");
    expect((await mei.say("/webinar talk 1 webinar:empty")).text).toContain("No talks are recorded for this webinar.");
  });

  it("is suggested by its number, its speaker and what it is about", async () => {
    expect(await mei.suggest("webinar talk", "talk", "library")).toEqual(["2 Ben Sample · A library on four wheels"]);
  });
});

describe("the list of webinars", () => {
  const fill = async (): Promise<void> => {
    for (let n = 0; n < 40; n++)
      await add(`w${String(n).padStart(2, "0")}`, {
        date: Temporal.PlainDate.from("2015-01-10").add({ months: n }).toString(),
      });
  };

  it.each([
    ["2016", 12],
    ["2016-02", 1],
    ["2016年2月", 1],
    ["February 2016", 1],
    ["feb 2016", 1],
    ["２０１６", 12],
  ])("%s has what was held then", async (period, count) => {
    await fill();
    const said = await mei.say(`/webinar list "${period}"`);
    const rest = said.buttons.includes("Earlier") ? await mei.press("Earlier") : undefined;
    expect(`${said.text}${rest?.text ?? ""}`.match(/Title w/g)).toHaveLength(count);
  });

  it("goes on page by page to where the record begins", async () => {
    await fill();
    const first = await mei.say("/webinar list");
    expect(first.text).toContain("Sample webinar");
    expect(first.buttons).toContain("Earlier");
    const shown = [first.text];
    let { buttons } = first;
    while (buttons.includes("Earlier")) {
      const page = await mei.press("Earlier");
      shown.push(page.text);
      ({ buttons } = page);
    }
    expect(shown.length).toBeLessThan(8);
    expect(buttons).not.toContain("More");
    expect(new Set(shown.join("\n").match(/Title w\d+/g)).size).toBe(40);
    expect(buttons).toEqual(["Webinars"]);
  });

  it("pages one year without leaving it", async () => {
    for (let n = 0; n < 20; n++) await add(`y${n}`, { date: `2019-03-${String(n + 1).padStart(2, "0")}` });
    await add("other", { date: "2018-12-31" });
    await mei.say("/webinar list 2019");
    const shown = [await mei.press("Earlier")];
    while (shown.at(-1)?.buttons.includes("Earlier")) shown.push(await mei.press("Earlier"));
    expect(shown.at(-1)?.text).toContain("Title y0");
    expect(shown.map(({ text }) => text).join()).not.toContain("Title other");
  });

  it("of a time without any says so; a Buddhist year is asked about; what is no time is explained", async () => {
    expect((await mei.say("/webinar list 1999")).text).toBe("No webinar is recorded for that time.");
    expect((await mei.say("/webinar list 2565")).text).toContain("Is 2565 a Buddhist year? Then write 2022.");
    expect((await mei.say("/webinar list soon")).text).toContain(
      "Which year or month? Write it like 2022, 2022-02 or February 2022.",
    );
  });

  it("suggests the years that there are", async () => {
    expect(await mei.suggest("webinar list", "period", "20")).toEqual(["2026", "2022"]);
  });

  it("never shows a draft, nor by its month", async () => {
    await add("secret", { status: "draft", date: "2021-07-01", title: { en: "Secret plans" } });
    expect((await mei.say("/webinar list")).text).not.toContain("Secret");
    expect((await mei.say("/webinar list 2021-07")).text).toBe("No webinar is recorded for that time.");
    expect((await mei.say("/webinar search secret")).text).toContain("Nothing in the record fits");
    expect((await mei.say("/webinar show secret")).text).toContain("I find no webinar");
  });
});

describe("a webinar is shown by", () => {
  it.each(["3", "3rd", "第3回", "2022", "2022-02", "February 2022", "2022年2月", "partnership beyond", "liu"])(
    "%s",
    async (typed) => {
      expect((await mei.say(`/webinar show "${typed}"`)).text).toContain("Partnership for education and beyond");
    },
  );
});

describe("a search", () => {
  it("finds words anywhere in the record and says where they stand", async () => {
    const said = await mei.say("/webinar search governance");
    expect(said.text).toContain("3rd international webinar: Partnership for education and beyond");
    expect(said.text).toContain("Talk 2 · Dr. Takeshi Shinohara");
    expect(said.text).toContain("Question 3 · Network governance and trust");
    expect((await mei.choose("international-3")).text).toContain("80 participants");
  });

  it("of several words wants all of them, in any order, and beginnings are enough", async () => {
    expect((await mei.say('/webinar search "liu chengdu"')).text).toContain("Talk 4 · Dr. Jing Liu");
    expect((await mei.say('/webinar search "resilien recov"')).text).toContain("Question 2");
    expect((await mei.say('/webinar search "governance zebra"')).text).toContain("Nothing in the record fits");
  });

  it("finds a part of a title in a script without spaces", async () => {
    for (const typed of ["図書館", "場としての", "読書室"])
      expect((await mei.say(`/webinar search ${typed}`)).text).toContain("Libraries as places of learning");
  });

  it("says where the latest end, and what to do when nothing was asked", async () => {
    for (let n = 0; n < 12; n++) await add(`s${n}`, { title: { en: "Rivers and towns" }, date: `2021-01-${10 + n}` });
    const said = await mei.say("/webinar search rivers");
    expect(said.text).toContain("These are the latest 8. Another word narrows it down.");
    expect(said.text.indexOf("21 Jan 2021")).toBeLessThan(said.text.indexOf("20 Jan 2021"));
    expect((await mei.say('/webinar search "!!"')).text).toContain("What shall I look for?");
  });

  it("knows a new name at once, and forgets the old one", async () => {
    await add("x", { title: { en: "Harvest" } });
    await add("x", { title: { en: "Orchard" } });
    expect((await mei.say("/webinar search orchard")).text).toContain("Orchard");
    expect((await mei.say("/webinar search harvest")).text).toContain("Nothing in the record fits");
  });
});

describe("the time", () => {
  it("of the next webinar in every city of the network, with each day", async () => {
    const said = await mei.say("/webinar time");
    expect(said.text).toContain("Sample webinar\nSaturday, 5 December 2026, 17:00 Tokyo\nin 11 days");
    expect(said.text).toContain("London · Sat 5 Dec 2026, 08:00 UTC+0");
    expect(said.text).toContain("Melbourne · Sat 5 Dec 2026, 19:00 UTC+11");
    expect(said.text).not.toContain("clocks change");
  });

  it("of any moment, in any cities", async () => {
    const said = await mei.say(
      '/webinar time when:"2026-12-31 23:30 London" cities:"Honolulu, Kathmandu, Asia/Colombo"',
    );
    expect(said.text).toContain("Honolulu · Thu 31 Dec 2026, 13:30 UTC−10");
    expect(said.text).toContain("Kathmandu · Fri 1 Jan 2027, 05:15 UTC+5:45");
    expect(said.text).toContain("Colombo · Fri 1 Jan 2027, 05:00 UTC+5:30");
  });

  it("tells of the clock changes that lie between now and then", async () => {
    const said = await mei.say('/webinar time "2027-04-10 17:00 Tokyo"');
    expect(said.text).toContain("Before then the clocks change:");
    expect(said.text).toContain("London: Sunday, 28 March 2027, forward by 1 hour");
    expect(said.text).toContain("Melbourne: Sunday, 4 April 2027, back by 1 hour");
    expect(said.text).not.toContain("Tokyo: S");
  });

  it("that the clocks skip or repeat is said", async () => {
    expect((await mei.say('/webinar time "2027-03-28 01:30 London"')).text).toContain("does not exist");
    expect((await mei.say('/webinar time "2027-10-31 01:30 London"')).text).toContain("comes twice");
  });

  it("of a webinar without an hour is asked for, and now is what is meant where nothing is planned", async () => {
    await set({ time: null, zone: null, minutes: null, starts_at: null });
    expect((await mei.say("/webinar time")).text).toContain("the hour is not recorded");
    await set({ status: "draft" });
    const said = await mei.say("/webinar time");
    expect(said.text).toContain("Now\nTuesday, 24 November 2026, 04:00 Tokyo");
    expect(said.text).toContain("London · Mon 23 Nov 2026, 19:00 UTC+0");
  });

  it("in a place that is none is asked again", async () => {
    expect((await mei.say("/webinar time cities:Atlantis")).text).toContain("I do not know the zone “Atlantis”");
  });

  it("counts from the webinar where it is said so", async () => {
    expect((await mei.say('/webinar time "1h before"')).text).toContain("Saturday, 5 December 2026, 16:00 Tokyo");
  });
});
