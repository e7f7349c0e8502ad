import { describe, expect, it } from "vitest";
import { zhHant } from "../../../src/core/words/zh-hant/zh-hant.ts";
import { lacksIn, morning, saturday, sentences } from "../../support/catalogue.ts";

describe("the Traditional Chinese catalogue", () => {
  const texts = [...sentences("zh-Hant"), ...lacksIn("zh-Hant")].filter(([path]) => path !== "languageNames.zh-Hans");
  const where = (isWrong: (text: string) => boolean): readonly string[] =>
    texts.filter(([, text]) => isWrong(text)).map(([path, text]) => `${path}: ${text}`);

  it("has no English left in it, but for commands, formats and proper names", () => {
    expect(where((text) => /[A-Za-z]/.test(text) && !/\p{sc=Han}/u.test(text))).toEqual([]);
    const bare = (text: string): string => text.replaceAll(/\/[a-z]+(?: [a-z]+)*|Enable Socket Mode/g, "");
    expect(where((text) => /[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/.test(bare(text)))).toEqual([]);
  });

  it("has Chinese punctuation, in pairs, and a space between Chinese and Latin letters but none beside numbers", () => {
    expect(where((text) => /[\p{sc=Han}）」][.,:;!?]|[()“”"‘’]/u.test(text))).toEqual([]);
    expect(where((text) => /[０-９Ａ-Ｚａ-ｚ]/.test(text))).toEqual([]);
    expect(where((text) => /\p{sc=Han}[A-Za-z]|[A-Za-z]\p{sc=Han}|\p{sc=Han} \d+\p{sc=Han}/u.test(text))).toEqual([]);
    const count = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0;
    expect(
      where((text) => count(text, /「/g) !== count(text, /」/g) || count(text, /（/g) !== count(text, /）/g)),
    ).toEqual([]);
  });

  it("has no simplified characters, and the words of Taiwan", () => {
    expect(where((text) => /[这们个为发时会说话讲线频务题网组动应对样设过还选择记录]/.test(text))).toEqual([]);
    expect(where((text) => /服務器|信息|鏈接|賬號|默認|視頻(?!道)|用戶|網絡研討會|私信/.test(text))).toEqual([]);
  });

  it("says countries and regions, always", () => {
    expect(zhHant.webinar.participants(80, 14)).toBe("來自14個國家和地區的80人參加");
    expect(where((text) => /國家(?![和或]地區)|[0-9]國/.test(text))).toEqual([]);
  });

  it("writes days and hours as people write them in Taiwan", () => {
    const { date, cities, webinar } = zhHant;
    expect(date.long(saturday)).toBe("2026年12月5日（星期六）");
    expect(date.at(date.short(saturday), "17:00", cities.tokyo)).toBe("2026年12月5日（週六）17:00 東京");
    const stops = date.stops([date.stop(cities.london, date.time(morning)), date.stop(cities.bangkok, "15:00")]);
    expect(date.oneDay(stops, saturday)).toBe("倫敦 08:00、曼谷 15:00（皆為星期六）");
    const midnight = Temporal.ZonedDateTime.from("2026-12-06T00:30[Asia/Tokyo]");
    expect(date.stopOn(cities.tokyo, midnight)).toBe("東京 週日 00:30");
    expect(date.inTime(-5 * 60_000)).toBe("5分鐘前");
    expect(webinar.edition(4, "國際線上研討會")).toBe("第4屆國際線上研討會");
    expect(webinar.edition(4, "International webinar")).toBe("第4屆 International webinar");
  });

  it("tells the moderator of a space from the one who chairs a webinar", () => {
    expect(zhHant.rank.moderator).not.toBe(zhHant.role.moderator);
  });
});
