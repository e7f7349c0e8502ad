import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** The sample starts on 2026-12-05 at 17:00 in Tokyo, 08:00 UTC, and takes two hours. */
let house: House;
let oki: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
});
afterEach(() => house.close());

const posts = (channel = "announcements"): readonly string[] => house.posts(channel).map(({ text }) => text);

describe("the announcements around a webinar", () => {
  it("are planned at once, those that are still to come, and said from the record in each place's language", async () => {
    const shown = await oki.say("/announce plan");
    expect(shown.text).toContain("Announcements of Sample webinar");
    expect(shown.text).toContain("Sat 28 Nov 2026, 17:00 Tokyo · In one week");
    expect(shown.text).toContain("Sat 5 Dec 2026, 16:00 Tokyo · In one hour");
    expect(shown.text).toContain("Sat 12 Dec 2026, 19:00 Tokyo · It has taken place.");
    expect(shown.text).toContain("1 step has passed already and is left out.");
    expect((await oki.press("Schedule 6 announcements")).text).toContain("6 announcements are scheduled in");
    await house.turnTo("2026-12-05T07:30:00Z");
    expect(posts()).toHaveLength(3);
    expect(posts()[0]).toContain("In one week\nSample webinar: Libraries as places of learning");
    expect(posts()[2]).toContain("In one hour");
    expect(posts("お知らせ")[0]).toContain("開催まであと1週間です");
    await house.turnTo("2026-12-13T00:00:00Z");
    expect(posts()).toHaveLength(6);
  });

  it("each can be left out or changed before", async () => {
    await oki.say("/announce plan");
    const fewer = await oki.choose("1w, 1h, start, 1d after, 1w after");
    expect(fewer.text).not.toContain("Tomorrow");
    expect(fewer.buttons).toContain("Schedule 5 announcements");
    expect((await oki.say('/announce plan steps:"2d, 30m, start"')).text).toContain("In 2 days");
  });

  it("planned twice are one, and follow a webinar that moves", async () => {
    await oki.say('/announce plan steps:"1w, 1d" where:discord');
    await oki.press("Schedule 2 announcements");
    await oki.say('/announce plan steps:"1w, 1d" where:discord');
    expect((await oki.press("Schedule 2 announcements")).text).toContain("All of these are scheduled already.");
    await oki.say('/manage webinar reschedule start:"2026-12-06 17:00 Tokyo"');
    await oki.press("Move it");
    await house.turnTo("2026-11-28T08:00:01Z");
    expect(posts()).toEqual([]);
    await house.turnTo("2026-11-29T08:00:00Z");
    expect(posts()).toHaveLength(1);
    expect((await oki.say("/announce list")).text).toContain("In one week");
  });

  it("are the same however they are written, and said once", async () => {
    const shown = await oki.say('/announce plan steps:"1w, 7d, 07d, 60m, 1h, start, 0m"');
    expect(shown.buttons).toContain("Schedule 3 announcements");
  });

  it("that were cancelled are planned anew where they are wanted, and the audit has those alone", async () => {
    await oki.say('/announce plan steps:"1w, 1d"');
    await oki.press("Schedule 2 announcements");
    await oki.say('/announce cancel "In one week"');
    await oki.press("Cancel “In one week”");
    await oki.say('/announce plan steps:"1w, 1d"');
    expect((await oki.press("Schedule 2 announcements")).text).toContain("1 announcement is scheduled in");
    const ada = await house.somebody({ name: "Ada", rank: "admin" });
    expect((await ada.say("/rostrum audit")).text.split("\n").find((line) => line.startsWith("steps"))).toBe(
      "steps: 1 week before the start",
    );
    await house.turnTo("2026-11-28T08:00:01Z");
    expect(posts()).toHaveLength(1);
    expect(posts("お知らせ")).toHaveLength(1);
  });

  it("say nothing that is not true any more when the webinar moves or is cancelled after they were posted", async () => {
    await oki.say('/announce plan steps:"1w"');
    await oki.press("Schedule 1 announcement");
    await house.turnTo("2026-11-28T08:00:01Z");
    const begins = (channel?: string) => posts(channel)[0]?.split("\n").slice(0, 2);
    expect(begins()).toEqual(["In one week", "Sample webinar: Libraries as places of learning"]);
    const move = async (day: string): Promise<void> => {
      await oki.say(`/manage webinar reschedule start:"${day} 17:00 Tokyo"`);
      await oki.press("Move it, post nothing");
      await house.turnTo(house.now().add({ seconds: 5 }).toString());
    };
    await move("2026-12-06");
    expect(begins()).toEqual(["The time has changed", "Sample webinar: Libraries as places of learning"]);
    expect(begins("お知らせ")?.[0]).toBe("日時が変わりました");
    expect(posts()[0]).toContain("Sunday, 6 December 2026, 17:00 Tokyo");
    await move("2026-12-05");
    expect(begins()?.[0]).toBe("In one week");
    await oki.say("/manage webinar cancel");
    await oki.press("Cancel it, post nothing");
    await house.turnTo(house.now().add({ seconds: 5 }).toString());
    expect(begins()).toEqual(["CANCELLED", "Sample webinar: Libraries as places of learning"]);
    expect(posts()).toHaveLength(1);
  });

  it.each([
    ['steps:"soon"', "Write the steps like 4w, 1w"],
    ['steps:"9w"', "None of these steps is still to come."],
    ["webinar:3", "the hour is not recorded"],
  ])("%s is answered with what to write", async (given, words) => {
    expect((await oki.say(`/announce plan ${given}`)).text).toContain(words);
  });

  it("says which language the title is missing in, and translates nothing", async () => {
    await oki.say('/manage webinar create title:"Rivers" start:"2026-12-19 17:00 Tokyo"');
    await oki.press("Publish");
    await oki.press("Publish");
    expect((await oki.say("/announce plan rivers")).text).toContain("The title has no wording in 日本語 (Japanese)");
  });
});
