import { describe, expect, it } from "vitest";
import { en } from "../../../src/core/words/en/en.ts";
import { ja } from "../../../src/core/words/ja/ja.ts";
import { lacksIn, morning, saturday, sentences } from "../../support/catalogue.ts";

describe("the Japanese catalogue", () => {
  const JAPANESE = /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u;
  const texts = [...sentences("ja"), ...lacksIn("ja")];
  const where = (isWrong: (text: string) => boolean): readonly string[] =>
    texts.filter(([, text]) => isWrong(text)).map(([path, text]) => `${path}: ${text}`);

  it("has no English left in it, but for commands, formats and proper names", () => {
    const untranslated = texts.filter(([, text]) => /[A-Za-z]/.test(text) && !JAPANESE.test(text));
    expect(untranslated.map(([path]) => path)).toEqual([]);
    const bare = (text: string): string =>
      text.replaceAll(/\/[a-z]+(?: [a-z]+)*|\b(?:Discord|Slack|Rostrum|English|IANA)\b/g, "");
    expect(where((text) => /[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/.test(bare(text)))).toEqual([]);
  });

  it("has Japanese punctuation: full-width after Japanese words, half-width parentheses for the day of the week alone", () => {
    expect(where((text) => /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}）」][.,:;!?]/u.test(text))).toEqual([]);
    expect(where((text) => /\((?![日月火水木金土]\))/.test(text))).toEqual([]);
    expect(where((text) => /[“”"‘’]/.test(text))).toEqual([]);
    expect(where((text) => /[０-９Ａ-Ｚａ-ｚ，．｡-ﾟ]/.test(text))).toEqual([]);
    const count = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0;
    expect(
      where((text) => count(text, /「/g) !== count(text, /」/g) || count(text, /（/g) !== count(text, /）/g)),
    ).toEqual([]);
  });

  it("has no pictographs, and does not call the bot 私", () => {
    expect(where((text) => /(?![✓✗])\p{Extended_Pictographic}|私/u.test(text))).toEqual([]);
  });

  it("says countries and regions, always", () => {
    expect(ja.webinar.participants(80, 14)).toBe("14の国と地域から80名が参加");
    expect(where((text) => /か国|カ国|ヶ国/.test(text))).toEqual([]);
  });

  it("writes days and hours as people write them in Japan", () => {
    const { date, cities } = ja;
    expect(date.long(saturday)).toBe("2026年12月5日(土)");
    expect(date.at(date.short(saturday), "17:00", cities.tokyo)).toBe("2026年12月5日(土) 17:00 東京");
    const stops = date.stops([date.stop(cities.london, date.time(morning)), date.stop(cities.bangkok, "15:00")]);
    expect(date.oneDay(stops, saturday)).toBe("ロンドン 8:00・バンコク 15:00（いずれも土曜日）");
    const midnight = Temporal.ZonedDateTime.from("2026-12-06T00:30[Asia/Tokyo]");
    expect(date.stopOn(cities.tokyo, midnight)).toBe("東京 日曜 0:30");
    expect(date.inTime(-5 * 60_000)).toBe("5分前");
    expect(ja.webinar.edition(4, "国際ウェビナー")).toBe("第4回国際ウェビナー");
  });

  it("tells the moderator of a space from the one who chairs a webinar", () => {
    expect(ja.rank.moderator).not.toBe(ja.role.moderator);
    expect(en.rank.moderator).not.toBe(en.role.moderator);
  });
});
