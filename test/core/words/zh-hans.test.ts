import { describe, expect, it } from "vitest";
import { zhHans } from "../../../src/core/words/zh-hans/zh-hans.ts";
import { lacksIn, morning, saturday, sentences } from "../../support/catalogue.ts";

describe("the catalogue in simplified Chinese", () => {
  // Names of months are read and not shown.
  const texts = [...sentences("zh-Hans"), ...lacksIn("zh-Hans")].filter(([path]) => path !== "date.months");
  const where = (isWrong: (text: string) => boolean): readonly string[] =>
    texts.filter(([, text]) => isWrong(text)).map(([path, text]) => `${path}: ${text}`);

  it("has no English left in it, but for commands, formats and proper names", () => {
    expect(where((text) => /[A-Za-z]/.test(text) && !/\p{sc=Han}/u.test(text))).toEqual([]);
    const bare = (text: string): string => text.replaceAll(/\/[a-z]+(?: [a-z]+)*/g, "");
    expect(where((text) => /[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/.test(bare(text)))).toEqual([]);
  });

  it("has Chinese punctuation, full-width after Chinese words, and in pairs", () => {
    expect(where((text) => /[\p{sc=Han}）”][.,:;!?]/u.test(text))).toEqual([]);
    expect(where((text) => /[()"'‘’「」『』０-９Ａ-Ｚａ-ｚ]/.test(text))).toEqual([]);
    expect(where((text) => /[，。：；？、（）]{2}/.test(text.replaceAll(/（[^（）]*）[，。：；]/g, "")))).toEqual([]);
    const count = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0;
    expect(
      where((text) => count(text, /“/g) !== count(text, /”/g) || count(text, /（/g) !== count(text, /）/g)),
    ).toEqual([]);
  });

  it("has a space between Chinese and Latin words, and none beside full-width marks", () => {
    expect(where((text) => /\p{sc=Han}[A-Za-z/@]|[A-Za-z]\p{sc=Han}/u.test(text))).toEqual([]);
    expect(where((text) => / [，。：；？、（）]|[，。：；？、（] /.test(text))).toEqual([]);
  });

  it("writes simplified characters, says 您 and has no pictographs", () => {
    const own = zhHans.languageNames["zh-Hant"];
    expect(where((text) => text !== own && /[們個這說請於務證體對開關時點網讓國會議題設選發]/.test(text))).toEqual([]);
    expect(where((text) => /(?![✓✗])\p{Extended_Pictographic}|你/u.test(text))).toEqual([]);
  });

  it("says countries and regions, always", () => {
    expect(zhHans.webinar.participants(80, 14)).toBe("来自14个国家和地区的80人参加");
    expect(where((text) => /国家(?![和或]地区)/.test(text))).toEqual([]);
  });

  it("writes days and hours as people write them", () => {
    const { date, cities } = zhHans;
    expect(date.long(saturday)).toBe("2026年12月5日（周六）");
    expect(date.at(date.short(saturday), "17:00", cities.tokyo)).toBe("2026年12月5日（周六）17:00 东京");
    const stops = date.stops([date.stop(cities.london, date.time(morning)), date.stop(cities.bangkok, "15:00")]);
    expect(date.aside(date.long(saturday), "12天后")).toBe("2026年12月5日（周六，12天后）");
    expect(date.oneDay(stops, saturday)).toBe("伦敦 08:00 · 曼谷 15:00（均为周六）");
    const midnight = Temporal.ZonedDateTime.from("2026-12-06T00:30[Asia/Tokyo]");
    expect(date.stopOn(cities.tokyo, midnight)).toBe("东京 周日 00:30");
    expect(date.inTime(-5 * 60_000)).toBe("5分钟前");
  });

  it("counts editions, with a space before a series that has no Chinese name", () => {
    expect(zhHans.webinar.edition(4, "国际网络研讨会")).toBe("第4届国际网络研讨会");
    expect(zhHans.webinar.edition(4, "International webinar")).toBe("第4届 International webinar");
  });

  it("tells the moderator of a space from the one who chairs a webinar", () => {
    expect(zhHans.rank.moderator).not.toBe(zhHans.role.moderator);
  });
});
