import { describe, expect, it } from "vitest";
import { lacks } from "../../../src/core/network/place.ts";
import { en } from "../../../src/core/words/en/en.ts";
import { ja } from "../../../src/core/words/ja/ja.ts";
import { type Language, languages } from "../../../src/core/words/language.ts";
import { th } from "../../../src/core/words/th/th.ts";
import { wordsIn } from "../../../src/core/words/words.ts";
import { zhHans } from "../../../src/core/words/zh-hans/zh-hans.ts";
import { zhHant } from "../../../src/core/words/zh-hant/zh-hant.ts";

type Say = (...args: readonly unknown[]) => unknown;
type Leaf = string | Say;

/** Everything a catalogue says: "webinar.participants" → the sentence, or what makes it. */
const leaves = (branch: object, above = ""): readonly (readonly [string, Leaf])[] =>
  Object.entries(branch).flatMap(([name, value]: [string, unknown]) => {
    const path = above === "" ? name : `${above}.${name}`;
    if (typeof value === "string") return [[path, value] as const];
    if (typeof value === "function") return [[path, value as Say] as const];
    return leaves(value as object, path);
  });

const saidIn = (language: Language): ReadonlyMap<string, Leaf> => new Map(leaves(wordsIn(language)));
const english = saidIn("en");

const saturday = Temporal.PlainDate.from("2026-12-05");
const morning = Temporal.ZonedDateTime.from("2026-12-05T08:00[Europe/London]");

/** Samples for what does not take words and counts, with what must be found in the sentence. */
const SAMPLES: Readonly<Record<string, { readonly args: readonly unknown[]; readonly found: readonly string[] }>> = {
  "date.long": { args: [saturday], found: ["2026", "5"] },
  "date.short": { args: [saturday], found: ["2026", "5"] },
  "date.day": { args: [saturday], found: ["2026", "5"] },
  "date.weekday": { args: [saturday], found: [] },
  "date.time": { args: [morning], found: ["8:00"] },
  "date.stopOn": { args: ["⟨1⟩", morning], found: ["⟨1⟩", "8:00"] },
  "date.months": { args: [saturday], found: [] },
  "webinar.clocksChange": { args: ["⟨1⟩", "⟨2⟩", -60], found: ["⟨1⟩", "⟨2⟩", "1"] },
  "date.stops": { args: [["⟨1⟩", "⟨2⟩"]], found: ["⟨1⟩", "⟨2⟩"] },
  "date.oneDay": { args: ["⟨1⟩", saturday], found: ["⟨1⟩"] },
  "date.inTime": { args: [12 * 86_400_000], found: ["12"] },
  list: { args: [["⟨1⟩", "⟨2⟩"]], found: ["⟨1⟩", "⟨2⟩"] },
  "places.lack": { args: ["discord", "history"], found: ["Rostrum", "✓"] },
};
/** Words and counts alike are said as they are given, so a mark does for both. */
const sampleOf = (path: string, leaf: Say) => {
  const marks = Array.from({ length: leaf.length }, (_, n) => `⟨${n + 1}⟩`);
  return SAMPLES[path] ?? { args: marks, found: marks };
};
const sentence = (path: string, leaf: Leaf): string =>
  typeof leaf === "string" ? leaf : String(leaf(...sampleOf(path, leaf).args));
const sentences = (language: Language): readonly (readonly [string, string])[] =>
  [...saidIn(language)].map(([path, leaf]) => [path, sentence(path, leaf)]);

const lacksIn = (language: Language): readonly (readonly [string, string])[] =>
  lacks.flatMap((lack) =>
    (["discord", "slack"] as const).map((platform) => [
      `places.lack ${platform} ${lack}`,
      wordsIn(language).places.lack(platform, lack),
    ]),
  );

describe.each(languages)("the catalogue in %s", (language) => {
  const words = wordsIn(language);
  const said = saidIn(language);

  it("fits what the platforms show of a command", () => {
    const { submit, cancel, open } = words.bot;
    const shown: Record<number, string[]> = { 24: [submit, cancel, open], 45: [], 100: [] };
    for (const { title, summary, options, hints } of Object.values(words.menu)) {
      shown[24]?.push(title);
      shown[45]?.push(...Object.values<string>(options));
      shown[100]?.push(summary, ...Object.values<string>(hints));
    }
    const tooLong = Object.entries(shown).flatMap(([most, texts]) =>
      texts.filter(({ length }) => length > Number(most)),
    );
    expect(tooLong).toEqual([]);
  });

  it("says what the English one says, no more and no less", () => {
    expect([...said.keys()].sort()).toEqual([...english.keys()].sort());
    const counts = (leaves: ReadonlyMap<string, Leaf>): readonly string[] =>
      [...leaves].map(([path, leaf]) => `${path}: ${typeof leaf === "string" ? "words" : leaf.length}`).sort();
    expect(counts(said)).toEqual(counts(english));
  });

  it("is nowhere empty, and nowhere begins or ends with a space", () => {
    const joints = ["date.comma"];
    const odd = [...sentences(language), ...lacksIn(language)].filter(
      ([path, text]) => text === "" || (text.trim() !== text && !joints.includes(path)),
    );
    expect(odd).toEqual([]);
  });

  it("leaves out nothing that it is told", () => {
    const lost = [...said].flatMap(([path, leaf]) => {
      if (typeof leaf === "string") return [];
      const text = sentence(path, leaf);
      return sampleOf(path, leaf)
        .found.filter((part) => !text.includes(part))
        .map((part) => `${path} leaves out ${part}: ${text}`);
    });
    expect(lost).toEqual([]);
  });

  it("counts none, one and many", () => {
    for (const n of [0, 1, 2, 80]) {
      expect(words.webinar.questions(n)).toContain(`${n}`);
      expect(words.webinar.participants(n, undefined)).toContain(`${n}`);
      expect(words.webinar.participants(314, n).match(/\d+/g)?.toSorted()).toEqual([`${n}`, "314"].toSorted());
    }
  });
});

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

describe("the catalogue in simplified Chinese", () => {
  // Names of months are read and not shown.
  const texts = [...sentences("zh-Hans"), ...lacksIn("zh-Hans")].filter(([path]) => path !== "date.months");
describe("the Traditional Chinese catalogue", () => {
  const texts = [...sentences("zh-Hant"), ...lacksIn("zh-Hant")].filter(([path]) => path !== "languageNames.zh-Hans");
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
    const sown = /^(?:notice\.placeGone|doctor\.noPlace|roles\.(?:notInProgramme|whichPerson|personHasNotRole)): /;
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
