import { describe, expect, it } from "vitest";
import { th } from "../../../src/core/words/th/th.ts";
import { lacksIn, morning, saturday, sentences } from "../../support/catalogue.ts";

describe("the Thai catalogue", () => {
  const texts = [...sentences("th"), ...lacksIn("th")];
  const where = (isWrong: (text: string) => boolean): readonly string[] =>
    texts.filter(([, text]) => isWrong(text)).map(([path, text]) => `${path}: ${text}`);

  it("has no English left in it, but for commands, formats, proper names, and what Discord and Slack call things", () => {
    const untranslated = texts.filter(([, text]) => /[A-Za-z]/.test(text) && !/\p{sc=Thai}/u.test(text));
    expect(untranslated.map(([path]) => path)).toEqual([]);
    const bare = (text: string): string =>
      text.replaceAll(
        /\/[a-z]+(?: [a-z]+)*|\([^\p{sc=Thai}()]+\)|“[^\p{sc=Thai}”]+”|\b(?:Discord|Slack|Rostrum)\b/gu,
        "",
      );
    expect(where((text) => /[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/.test(bare(text)))).toEqual([]);
  });

  it("has Thai punctuation: spaces around what is not Thai, no full stop but in what is shortened, curly quotation marks", () => {
    // What comes in there is a word of the catalogue's own.
    const sown =
      /^(?:notice\.placeGone|manage\.(?:roleAdded|roleChanged|hasRole|noTalk)|doctor\.noPlace|roles\.(?:notInProgramme|whichPerson|personHasNotRole)): /;
    const glued = where((text) => /\p{sc=Thai}[\w⟨“(/]|[\w⟩”)]\p{sc=Thai}/u.test(text));
    expect(glued.filter((line) => !sown.test(line))).toEqual([]);
    const SHORT = /(?:[จอพศส]|พฤ|อา|น|[คพ]\.ศ|[มกสตธพ]\.[คพย])\./gu;
    expect(where((text) => /\p{sc=Thai}[.;!?]|\.$/u.test(text.replaceAll(SHORT, "")))).toEqual([]);
    expect(where((text) => /["'‘’「」]|\S {2,}\S|\Sๆ|ๆ\S|[๐-๙]/u.test(text))).toEqual([]);
    const count = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0;
    expect(where((text) => count(text, /“/g) !== count(text, /”/g))).toEqual([]);
  });

  it("has no pictographs, and neither ครับ nor ค่ะ nor a word for I", () => {
    expect(where((text) => /(?![✓✗])\p{Extended_Pictographic}|ครับ|ค่ะ|ฉัน|กระผม/u.test(text))).toEqual([]);
  });

  it("says countries and regions, always", () => {
    expect(th.webinar.participants(80, 14)).toBe("ผู้เข้าร่วม 80 คน จาก 14 ประเทศและภูมิภาค");
    expect(where((text) => /ประเทศ(?!(?:และ|หรือ)ภูมิภาค)/u.test(text))).toEqual([]);
  });

  it("writes days and hours as people write them in Thailand, in Gregorian years", () => {
    const { date, cities } = th;
    expect(date.long(saturday)).toBe("วันเสาร์ที่ 5 ธันวาคม 2026");
    expect(date.at(date.short(saturday), "17:00", cities.tokyo)).toBe("ส. 5 ธ.ค. 2026 เวลา 17:00 น. ตามเวลาโตเกียว");
    expect(date.at(date.short(saturday), "17:00", "UTC+9")).toBe("ส. 5 ธ.ค. 2026 เวลา 17:00 น. ตามเวลา UTC+9");
    const stops = date.stops([date.stop(cities.london, date.time(morning)), date.stop(cities.bangkok, "15:00")]);
    expect(date.oneDay(stops, saturday)).toBe("ลอนดอน 08:00 · กรุงเทพฯ 15:00 (วันเสาร์ทุกเมือง)");
    const midnight = Temporal.ZonedDateTime.from("2026-12-06T00:30[Asia/Tokyo]");
    expect(date.stopOn(cities.tokyo, midnight)).toBe("โตเกียว อา. 00:30");
    expect([date.inTime(12 * 86_400_000), date.inTime(-5 * 60_000)]).toEqual(["อีก 12 วัน", "5 นาทีที่ผ่านมา"]);
    expect(date.months(saturday)).toEqual(["ธันวาคม", "ธันวา", "ธ.ค.", "ธค"]);
    expect(th.list(["A", "B", "C"])).toBe("A, B และ C");
  });

  it("tells the moderator of a space from the one who chairs a webinar", () => {
    expect(th.rank.moderator).not.toBe(th.role.moderator);
  });
});
