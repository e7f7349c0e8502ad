import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/bot/errors.ts";
import { isRecurring, parseRecurrence, writtenRecurrence } from "../../../src/core/time/parse-recurrence.ts";
import { occurrencesOf } from "../../../src/core/time/recurrence.ts";
import { dayNames } from "../../../src/core/words/dates.ts";
import { languages } from "../../../src/core/words/language.ts";
import { dayOfWeek } from "../../../src/core/words/weekdays.ts";
import { wordsIn } from "../../../src/core/words/words.ts";

/** Tuesday, 04:00 in Tokyo. */
const now = Temporal.Instant.from("2026-11-23T19:00:00Z");
const read = (typed: string, mayBeEndless = true) => parseRecurrence(typed, { now, zone: "Asia/Tokyo", mayBeEndless });
const nominals = (typed: string, n: number) => occurrencesOf(read(typed), now, n).map(({ nominal }) => nominal);
const refusal = (typed: string, mayBeEndless = true): string => {
  try {
    read(typed, mayBeEndless);
  } catch (error) {
    if (error instanceof UserError) return error.say(wordsIn("en"));
    throw error;
  }
  return "";
};
const weekly = (...days: readonly number[]) => ({ kind: "weekly", every: 1, days });
const WORKDAYS = weekly(1, 2, 3, 4, 5);

describe("what comes again and again, as it is typed", () => {
  it.each([
    ["every monday 09:00 Asia/Tokyo", weekly(1), "2026-11-30T09:00", "Asia/Tokyo", undefined],
    ["Every Monday at 9:00 Tokyo, 4 times", weekly(1), "2026-11-30T09:00", "Asia/Tokyo", { kind: "times", times: 4 }],
    [
      "every 2 weeks on friday 15:00 London",
      { ...weekly(5), every: 2 },
      "2026-11-27T15:00",
      "Europe/London",
      undefined,
    ],
    ["every other week on Fri 3pm London", { ...weekly(5), every: 2 }, "2026-11-27T15:00", "Europe/London", undefined],
    ["every week on friday at 15:00 in London", weekly(5), "2026-11-27T15:00", "Europe/London", undefined],
    // The week in which it is asked does not count when its day is past.
    ["every 2 weeks on monday 9:00", { ...weekly(1), every: 2 }, "2026-11-30T09:00", "Asia/Tokyo", undefined],
    ["every sunday, friday and friday 9:00", weekly(5, 7), "2026-11-27T09:00", "Asia/Tokyo", undefined],
    ["everyday  9am", weekly(1, 2, 3, 4, 5, 6, 7), "2026-11-24T09:00", "Asia/Tokyo", undefined],
    [
      "every  friday  9am until 2026-11-27",
      weekly(5),
      "2026-11-27T09:00",
      "Asia/Tokyo",
      { kind: "until", day: "2026-11-27" },
    ],
    [
      "on the 5th friday in every month 17:00",
      { kind: "monthly", nth: 5, day: 5 },
      "2027-01-29T17:00",
      "Asia/Tokyo",
      undefined,
    ],
    ["fourth friday 17:00", { kind: "monthly", nth: 4, day: 5 }, "2026-11-27T17:00", "Asia/Tokyo", undefined],
    ["every weekday 08:30", WORKDAYS, "2026-11-24T08:30", "Asia/Tokyo", undefined],
    ["every weekday 03:30", WORKDAYS, "2026-11-25T03:30", "Asia/Tokyo", undefined],
    [
      "daily 08:30 for 4 weeks",
      weekly(1, 2, 3, 4, 5, 6, 7),
      "2026-11-24T08:30",
      "Asia/Tokyo",
      { kind: "until", day: "2026-12-21" },
    ],
    ["every tue, thursdays and sat 10:00", weekly(2, 4, 6), "2026-11-24T10:00", "Asia/Tokyo", undefined],
    [
      "first thursday 17:00 Europe/London",
      { kind: "monthly", nth: 1, day: 4 },
      "2026-12-03T17:00",
      "Europe/London",
      undefined,
    ],
    [
      "every 2nd friday of the month 17:00",
      { kind: "monthly", nth: 2, day: 5 },
      "2026-12-11T17:00",
      "Asia/Tokyo",
      undefined,
    ],
    [
      "last friday of the month 18:00 Tokyo",
      { kind: "monthly", nth: -1, day: 5 },
      "2026-11-27T18:00",
      "Asia/Tokyo",
      undefined,
    ],
    ["毎週月曜 9時 東京", weekly(1), "2026-11-30T09:00", "Asia/Tokyo", undefined],
    ["毎週月・木曜 ９：３０、４回", weekly(1, 4), "2026-11-26T09:30", "Asia/Tokyo", { kind: "times", times: 4 }],
    ["毎週土日 9時 4週間", weekly(6, 7), "2026-11-28T09:00", "Asia/Tokyo", { kind: "until", day: "2026-12-25" }],
    ["隔週金曜日 15時 ロンドン", { ...weekly(5), every: 2 }, "2026-11-27T15:00", "Europe/London", undefined],
    ["2週間ごとの金曜 15時", { ...weekly(5), every: 2 }, "2026-11-27T15:00", "Asia/Tokyo", undefined],
    [
      "毎月第1木曜 17:00 2027年3月31日まで",
      { kind: "monthly", nth: 1, day: 4 },
      "2026-12-03T17:00",
      "Asia/Tokyo",
      { kind: "until", day: "2027-03-31" },
    ],
    ["最終金曜 18時", { kind: "monthly", nth: -1, day: 5 }, "2026-11-27T18:00", "Asia/Tokyo", undefined],
    ["平日 8時", WORKDAYS, "2026-11-24T08:00", "Asia/Tokyo", undefined],
    ["0 9 * * 1 Asia/Tokyo", { kind: "cron", expression: "0 9 * * 1" }, "2026-11-30T09:00", "Asia/Tokyo", undefined],
    [
      "＊/30 9-17 1,15 * * London until 2026-12-31",
      { kind: "cron", expression: "*/30 9-17 1,15 * *" },
      "2026-12-01T09:00",
      "Europe/London",
      { kind: "until", day: "2026-12-31" },
    ],
    [
      "0 9 * * mon-fri, 3 times",
      { kind: "cron", expression: "0 9 * * mon-fri" },
      "2026-11-24T09:00",
      "Asia/Tokyo",
      { kind: "times", times: 3 },
    ],
    [
      "every monday 09:00 from 2027-01-05 for 2 months",
      weekly(1),
      "2027-01-11T09:00",
      "Asia/Tokyo",
      { kind: "until", day: "2027-03-10" },
    ],
    ["毎週月曜 9時 2027年1月5日から3回", weekly(1), "2027-01-11T09:00", "Asia/Tokyo", { kind: "times", times: 3 }],
  ])("%s", (typed, rule, first, zone, end) => {
    const recurrence = read(typed);
    expect(recurrence).toEqual({ kind: "recurring", rule, first, zone, ...(end && { end }) });
    expect(isRecurring(typed)).toBe(true);
    // Read back from a button a year later, elsewhere, it is the same.
    const later = { now: now.add({ hours: 9000 }), zone: "Europe/Paris", mayBeEndless: true };
    expect(parseRecurrence(writtenRecurrence(recurrence), later)).toEqual(recurrence);
  });

  it.each(languages)("names the days in %s", (language) => {
    const { weekday, weekdayShort } = dayNames(language);
    for (const n of [1, 2, 3, 4, 5, 6, 7])
      for (const name of [weekday(dayOfWeek(n)), weekdayShort(dayOfWeek(n))])
        expect(read(`every ${name.toUpperCase()} 09:00`).rule).toEqual(weekly(n));
  });

  it.each([
    ["every monday", "At what hour?"],
    ["every monday 9 Tokyo", "At what hour?"],
    ["every monday 25:00", "no such hour"],
    ["every month 09:00", "I cannot read what comes again"],
    ["every 0 weeks on friday 09:00", "I cannot read what comes again"],
    ["soon", "I cannot read what comes again"],
    [`every monday 09:00 ${"x".repeat(50_000)}`, "I cannot read what comes again"],
    ["every second friday 09:00", "every other week, or once a month?"],
    ["every monday 09:00 Atlantis", "“atlantis”"],
    ["every monday 09:00 until christmas", "Until when?"],
    ["every monday 09:00 クリスマスまで", "Until when?"],
    ["every monday 09:00, 0 times", "Until when?"],
    ["every monday 09:00, 4 times until 2027-01-01", "two ends"],
    ["every monday 09:00 for 3 weeks 4 times", "two ends"],
    ["every monday 09:00 until 2027-01-01 for 3 weeks", "two ends"],
    ["every monday 09:00 from 2026-12-01 from 2026-12-02", "two beginnings"],
    ["every second friday 9:00 from 2026-12-01", "every other week, or once a month?"],
    ["every monday 9:0", "At what hour?"],
    ["every monday until 9", "Until when?"],
    ["every monday 09:00 until 2026-11-29", "Monday, 30 November 2026"],
    ["every monday 09:00 until 2569-11-29", "Buddhist"],
    ["every monday 09:00 until 2026-11-31", "no such day"],
    ["0 25 * * *", "five fields"],
    ["0 9 31 2 *", "five fields"],
    ["0 9 1 * 1#5", "never come"],
  ])("%s is refused with a sentence", (typed, said) => {
    expect(refusal(typed)).toContain(said);
  });

  it("needs an end where the caller wants one", () => {
    expect(refusal("every monday 09:00", false)).toContain("no end");
    expect(refusal("every monday 09:00, 4 times", false)).toBe("");
  });

  it("that is anything else is refused, never guessed, and never breaks anything", () => {
    const word = fc.constantFrom(
      "every",
      "monday",
      "2",
      "weeks",
      "on",
      "09:00",
      "tokyo",
      "4",
      "times",
      "until",
      "毎週",
      "月",
      "*",
      "0",
      "第",
      "from",
      "2026-11-30",
      "last",
    );
    const typed = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.array(word, { maxLength: 9 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(typed, (some) => {
        const said = refusal(some);
        if (said === "") expect(read(writtenRecurrence(read(some)))).toEqual(read(some));
      }),
      { numRuns: 3000 },
    );
  });
});

describe("its occurrences", () => {
  it.each([
    ["every 2 weeks on monday and friday 09:00", ["2026-11-27T09:00", "2026-12-07T09:00", "2026-12-11T09:00"]],
    ["fifth monday 09:00", ["2026-11-30T09:00", "2027-03-29T09:00", "2027-05-31T09:00"]],
    ["last sunday 09:00", ["2026-11-29T09:00", "2026-12-27T09:00", "2027-01-31T09:00"]],
    ["0 9 29 2 1", ["2044-02-29T09:00", "2072-02-29T09:00"]],
    ["every monday 09:00 for 2 weeks", ["2026-11-30T09:00", "2026-12-07T09:00"]],
    ["every monday 09:00 until 2026-12-07", ["2026-11-30T09:00", "2026-12-07T09:00"]],
  ])("%s", (typed, expected) => {
    expect(nominals(typed, 3)).toEqual(expected);
  });

  it("are named where the clocks touch them, and none is left out or comes twice", () => {
    const of = (typed: string, from: string) =>
      occurrencesOf(
        parseRecurrence(typed, { now: Temporal.Instant.from(from), zone: "UTC", mayBeEndless: true }),
        Temporal.Instant.from(from),
        4,
      );
    const said = (typed: string, from: string) =>
      of(typed, from).map(({ nominal, moment: { at, change } }) => [
        nominal.slice(5),
        at.toInstant().toString().slice(5, 16),
        change,
      ]);
    expect(said("every sunday 01:30 London, 2 times", "2027-03-22T00:00Z")).toEqual([
      ["03-28T01:30", "03-28T01:30", "gap"],
      ["04-04T01:30", "04-04T00:30", undefined],
    ]);
    expect(said("every sunday 01:30 London, 1 times", "2027-10-30T00:00Z")).toEqual([
      ["10-31T01:30", "10-31T00:30", "overlap"],
    ]);
    // 01:00 does not exist and would be at 02:00, which comes by itself.
    expect(said("0 0-2 * * * London, 3 times", "2027-03-27T23:30Z")).toEqual([
      ["03-28T00:00", "03-28T00:00", undefined],
      ["03-28T02:00", "03-28T01:00", undefined],
      ["03-29T00:00", "03-28T23:00", undefined],
    ]);
    // Samoa had no 30 December 2011: what was meant for it falls on the 31st, also when it was the last.
    expect(said("every day 12:00 Pacific/Apia until 2011-12-30", "2011-12-29T00:00Z")).toEqual([
      ["12-29T12:00", "12-29T22:00", undefined],
      ["12-30T12:00", "12-30T22:00", "gap"],
    ]);
    expect(said("every day 12:00 Pacific/Apia until 2012-01-01", "2011-12-30T00:00Z").map(([, at]) => at)).toEqual([
      "12-30T22:00",
      "12-31T22:00",
    ]);
  });
});
