import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writtenWhen } from "../../../src/commands/options/when.ts";
import { UserError } from "../../../src/core/bot/errors.ts";
import { parseWhen, toMoment } from "../../../src/core/time/moment.ts";
import { wordsIn } from "../../../src/core/words/words.ts";
import { beginEffort } from "../../support/effort.ts";

const now = Temporal.Instant.from("2026-11-23T19:00:00Z");
const read = (typed: string, zone = "Asia/Tokyo") => parseWhen(typed, { now, zone });

describe("a time that was typed", () => {
  it.each([
    ["2026-12-05 17:00 Asia/Tokyo", "2026-12-05T17:00", "Asia/Tokyo"],
    ["2026-12-05T17:00", "2026-12-05T17:00", "Asia/Tokyo"],
    ["2026/12/5 17:00 London", "2026-12-05T17:00", "Europe/London"],
    ["２０２６－１２－０５　１７：００　東京", "2026-12-05T17:00", "Asia/Tokyo"],
    ["2026年12月5日(土) 17時30分", "2026-12-05T17:30", "Asia/Tokyo"],
    ["12月5日 17時", "2026-12-05T17:00", "Asia/Tokyo"],
    ["12月5日17時30分", "2026-12-05T17:30", "Asia/Tokyo"],
    ["2026年12月5日、17時 ロンドン", "2026-12-05T17:00", "Europe/London"],
    ["1月5日 9:00", "2027-01-05T09:00", "Asia/Tokyo"],
    ["17:00", "2026-11-24T17:00", "Asia/Tokyo"],
    ["03:00", "2026-11-25T03:00", "Asia/Tokyo"],
    ["5pm London", "2026-11-24T17:00", "Europe/London"],
    ["12am", "2026-11-25T00:00", "Asia/Tokyo"],
    ["2026-12-05 17:00 new york", "2026-12-05T17:00", "America/New_York"],
    ["2026-12-05 17:00, utc", "2026-12-05T17:00", "UTC"],
    ["+2d", "2026-11-26T04:00", "Asia/Tokyo"],
    ["+90m", "2026-11-24T05:30", "Asia/Tokyo"],
    ["in 1 week", "2026-12-01T04:00", "Asia/Tokyo"],
    ["+1d 2h", "2026-11-25T06:00", "Asia/Tokyo"],
    ["tomorrow 09:00", "2026-11-25T09:00", "Asia/Tokyo"],
    ["today 3:00", "2026-11-24T03:00", "Asia/Tokyo"],
    ["tomorrow, 9am london", "2026-11-24T09:00", "Europe/London"],
    ["明日9時", "2026-11-25T09:00", "Asia/Tokyo"],
    ["明天 09:00", "2026-11-25T09:00", "Asia/Tokyo"],
    ["今天 09:00", "2026-11-24T09:00", "Asia/Tokyo"],
    ["พรุ่งนี้ 09:00", "2026-11-25T09:00", "Asia/Tokyo"],
    ["วันนี้ 09:00", "2026-11-24T09:00", "Asia/Tokyo"],
    ["in  3  hours", "2026-11-24T07:00", "Asia/Tokyo"],
    ["2026-12-05、17:00", "2026-12-05T17:00", "Asia/Tokyo"],
    ["  2026-12-05   17:00  ", "2026-12-05T17:00", "Asia/Tokyo"],
    ["2026-12-05 (Saturday), 17:00 , new   york ,", "2026-12-05T17:00", "America/New_York"],
    ["2026-12-05 23:59", "2026-12-05T23:59", "Asia/Tokyo"],
    ["2026-12-05 00:00", "2026-12-05T00:00", "Asia/Tokyo"],
    ["2200-01-01 9:00", "2200-01-01T09:00", "Asia/Tokyo"],
    ["17:00 america/st johns", "2026-11-23T17:00", "America/St_Johns"],
    ["04:00", "2026-11-25T04:00", "Asia/Tokyo"],
    ["12pm", "2026-11-24T12:00", "Asia/Tokyo"],
  ])("%s", (typed, wall, zone) => {
    expect(read(typed)).toEqual({ kind: "wall", wall, zone });
  });

  it.each([
    ["1w before", "start", "-P1W"],
    ["20m after start", "start", "PT20M"],
    ["after end", "end", "PT0S"],
    ["at start", "start", "PT0S"],
    ["2 days before the start", "start", "-P2D"],
    ["1h after end", "end", "PT1H"],
    ["start", "start", "PT0S"],
    ["at  the  end", "end", "PT0S"],
    ["3 minutes before", "start", "-PT3M"],
  ])("%s counts from the webinar", (typed, anchor, offset) => {
    expect(read(typed)).toEqual({ kind: "relative", anchor, offset });
  });

  it("is read back from a button as the same, whatever it was", () => {
    for (const typed of [
      "2026-12-05 17:00 Tokyo",
      "+2d",
      "1w before",
      "20m after start",
      "after end",
      "3h before end",
    ]) {
      const when = read(typed);
      expect(read(writtenWhen(when), "Europe/London")).toEqual(when);
    }
  });

  it.each([
    ["5/12/2026 17:00", "Which is the day"],
    ["12-05", "Which is the day"],
    ["2026-12-05", "hour"],
    ["12月5日 soon 17:00", "hour"],
    ["2026-02-30 17:00", "no such day"],
    ["2569-12-05 17:00", "2026"],
    ["2201-12-05 17:00", "1658"],
    ["24:00", "no such"],
    ["17:60", "no such"],
    ["soon", "cannot read"],
    ["starting", "cannot read"],
    ["17:00 Atlantis", "atlantis"],
  ])("“%s” is refused, and why is said", (typed, why) => {
    let said = "";
    try {
      read(typed);
    } catch (error) {
      said = (error as UserError).say(wordsIn("en"));
    }
    expect(said.toLowerCase()).toContain(why.toLowerCase());
  });

  it("that is anything else is refused with a sentence, never guessed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (typed) => {
        try {
          const when = read(typed);
          if (when.kind === "wall") expect(toMoment(when.wall, when.zone).at.epochMilliseconds).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          expect((error as UserError).say(wordsIn("en"))).not.toBe("");
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("of 50,000 characters is refused in no time", () => {
    for (const hostile of [
      "1d ".repeat(16_000),
      "+1".repeat(25_000),
      "(".repeat(50_000),
      " ".repeat(50_000),
      "a/".repeat(25_000),
    ]) {
      const effort = beginEffort();
      expect(() => read(hostile)).toThrow(UserError);
      expect(effort.computedMs()).toBeLessThan(1000);
    }
  });
});

describe("wall time and zone", () => {
  it.each([
    ["2027-03-28T01:30", "Europe/London", "2027-03-28T01:30:00Z", "gap"],
    ["2027-10-31T01:30", "Europe/London", "2027-10-31T00:30:00Z", "overlap"],
    ["2026-12-05T17:00", "Asia/Tokyo", "2026-12-05T08:00:00Z", undefined],
    ["2011-12-30T12:00", "Pacific/Apia", "2011-12-30T22:00:00Z", "gap"],
    ["2027-04-04T01:45", "Australia/Lord_Howe", "2027-04-03T14:45:00Z", "overlap"],
    ["2027-04-04T02:15", "Australia/Lord_Howe", "2027-04-03T15:45:00Z", undefined],
  ])("%s in %s is %s", (wall, zone, instant, change) => {
    const moment = toMoment(wall, zone);
    expect([moment.at.toInstant().toString(), moment.change]).toEqual([instant, change]);
  });

  it("give one instant in every zone, with a word about each gap and overlap", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2 * 366 * 48 }), (zone, halves) => {
        const plain = Temporal.PlainDateTime.from("2026-01-01T00:00").add({ minutes: halves * 30 });
        const { at, change } = toMoment(plain.toString(), zone);
        const back = at.toPlainDateTime();
        if (change === "gap") expect(Temporal.PlainDateTime.compare(back, plain)).toBe(1);
        else expect(back.equals(plain)).toBe(true);
        if (change === "overlap") expect(at.add({ hours: 3 }).offset).not.toBe(at.offset);
      }),
      { numRuns: 3000 },
    );
  });
});
