import { describe, expect, it } from "vitest";
import { recurrenceNotes, recurrenceSentence } from "../../../src/core/say/recurrence.ts";
import { parseRecurrence } from "../../../src/core/time/parse-recurrence.ts";
import { occurrencesOf } from "../../../src/core/time/recurrence.ts";
import type { Language } from "../../../src/core/words/language.ts";
import { wordsIn } from "../../../src/core/words/words.ts";

const now = Temporal.Instant.from("2026-11-23T19:00:00Z");
const read = (typed: string) => parseRecurrence(typed, { now, zone: "Asia/Tokyo", mayBeEndless: true });
const voice = (language: Language) => ({ language, words: wordsIn(language), zone: "Asia/Tokyo", strip: [] });

describe("a recurrence, read back", () => {
  it.each([
    ["every monday 09:00, 4 times", "every Monday at 09:00 Tokyo, 4 times", "毎週月曜日 9:00（東京時間）、全4回"],
    ["every monday 09:00, 1 time", "every Monday at 09:00 Tokyo, 1 time", "毎週月曜日 9:00（東京時間）、全1回"],
    ["every mon, wed 09:00", "every Monday and Wednesday at 09:00 Tokyo", "毎週月曜日、水曜日 9:00（東京時間）"],
    [
      "every 2 weeks on friday 15:00 London until 2026-12-31",
      "every 2 weeks on Friday at 15:00 London, until 31 December 2026",
      "2週間ごとの金曜日 15:00（ロンドン時間）、2026年12月31日まで",
    ],
    ["every weekday 08:30", "every weekday at 08:30 Tokyo", "平日（月曜日〜金曜日） 8:30（東京時間）"],
    ["daily 08:30 Europe/Oslo", "every day at 08:30 Oslo", "毎日 8:30（Oslo時間）"],
    ["first thursday 17:00", "the first Thursday of the month at 17:00 Tokyo", "毎月第1木曜日 17:00（東京時間）"],
    ["last friday 17:00", "the last Friday of the month at 17:00 Tokyo", "毎月最終金曜日 17:00（東京時間）"],
    [
      "fifth friday 17:00",
      "the fifth Friday of the month (of months that have five) at 17:00 Tokyo",
      "毎月第5金曜日（第5週がある月だけ） 17:00（東京時間）",
    ],
    ["0 9 * * 1 London", "by the pattern 0 9 * * 1, London time", "cron「0 9 * * 1」（ロンドン時間）"],
  ])("%s", (typed, en, ja) => {
    expect(recurrenceSentence(voice("en"), read(typed))).toBe(en);
    expect(recurrenceSentence(voice("ja"), read(typed))).toBe(ja);
  });

  const notes = (typed: string, language: Language, n: number) =>
    recurrenceNotes(voice(language), read(typed), occurrencesOf(read(typed), now, n));

  it("says what the clocks do to one of them", () => {
    const last = "last sunday 01:30 London, 12 times";
    expect(notes(last, "en", 12)).toEqual([
      "On Sunday, 28 March 2027 the clocks go forward and 01:30 does not exist; it becomes 02:30.",
      "On Sunday, 31 October 2027 the clocks go back and 01:30 comes twice; the first is meant.",
    ]);
    expect(notes(last, "ja", 12)).toEqual([
      "2027年3月28日(日)は時計が進むため、1:30という時刻はありません。2:30になります。",
      "2027年10月31日(日)は時計が戻るため、1:30が2回あります。1回目とします。",
    ]);
    expect(notes("every sunday 03:30 London", "en", 60)).toEqual([]);
  });

  it("says that a cron expression's days must fit both ways", () => {
    expect(notes("0 9 1-7 * 1", "en", 3)).toEqual([wordsIn("en").recurrence.cronBoth]);
    expect(notes("0 9 * * 1", "en", 3)).toEqual([]);
  });
});
