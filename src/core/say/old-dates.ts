import { languages } from "../words/language.ts";
import { wordsIn } from "../words/words.ts";

/**
 * Where a text of somebody's own names a day, as people write it in any of our languages. An alarm that is none costs an
 * organiser's trust: a day of another year, "every Saturday" and "sat down" name no day, nor does a weekday that stays.
 */

/** Letters of other scripts stand beside Latin ones without a space. */
const [FRONT, BACK] = ["(?<![\\p{Script=Latin}\\p{N}])", "(?![\\p{Script=Latin}\\p{N}])"];
const oneOf = (patterns: readonly string[]): string => `(?:${patterns.join("|")})`;

const KANJI = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const inKanji = (n: number): string =>
  n <= 10 ? (KANJI[n] ?? "") : `${n < 20 ? "" : (KANJI[Math.floor(n / 10)] ?? "")}十${KANJI[n % 10] ?? ""}`;

/** Christian and Buddhist years. */
const yearsOf = ({ year }: Temporal.PlainDate): string => oneOf([String(year), String(year + 543)]);

/** "2026-12-05", "12/5", "5/12/69", "5.12.2026": dots and dashes alone are decimals, versions and pages. */
const inNumbers = (day: Temporal.PlainDate): readonly string[] => {
  const { month, day: date } = day;
  const year = oneOf([yearsOf(day), String(day.year % 100), String((day.year + 543) % 100)]);
  const either = (mark: string): string => oneOf([`0?${date}${mark}0?${month}`, `0?${month}${mark}0?${date}`]);
  return [
    `(?<!\\d)${yearsOf(day)}\\s*[-/.年]\\s*0?${month}\\s*[-/.月]\\s*0?${date}(?!\\d)`,
    `(?<![\\d/.-])${either("/")}(?:/${year}(?!\\d))?(?![\\d/])`,
    `(?<![\\d/.-])${either("[.-]")}[.-]${year}(?!\\d)`,
  ];
};

/** "12月5日", "十二月五号", "令和8年12月5日", "民國115年12月5日". */
const inCharacters = (day: Temporal.PlainDate): readonly string[] => {
  const { month, day: date, year } = day;
  const eras = oneOf([yearsOf(day), `令和\\s*${year - 2018}`, `民[國国]\\s*${year - 1911}`]);
  return [
    `(?:${eras}\\s*年\\s*|(?<!\\d|\\d\\s*年\\s*))0?${month}\\s*月\\s*0?${date}\\s*[日号號]`,
    `(?<![一二三四五六七八九十])${inKanji(month)}月${inKanji(date)}[日号號]`,
  ];
};

/** "5th of December", "Dec 5", "5 ธันวาคม", "5 ธ.ค."; with another year behind it, it is another day. */
const byMonth = (day: Temporal.PlainDate): readonly string[] => {
  const names = [
    ...languages.flatMap((language) => wordsIn(language).date.months(day)),
    ...(day.month === 9 ? ["Sept"] : []),
  ];
  const spelled = names.filter((name) => !/\d/u.test(name)).map((name) => RegExp.escape(name.replace(/\.$/u, "")));
  const longestFirst = [...new Set(spelled)].toSorted((a, b) => b.length - a.length);
  // Once read it is not read shorter: "ธันวา" is no way around the year behind "ธันวาคม".
  const month = `(?=(?<month>${longestFirst.join("|")}))\\k<month>(?!\\p{Script=Latin})`;
  const date = `0?${day.day}(?:st|nd|rd|th)?${BACK}`;
  const otherYear = `(?!\\.?,?\\s*(?:[พค]\\.ศ\\.\\s*)?(?!${yearsOf(day)})\\d{4})`;
  return [
    `${FRONT}${date}\\s*(?:of\\s+)?${month}${otherYear}`,
    `${FRONT}${month}\\.?\\s+(?:the\\s+)?${date}${otherYear}`,
  ];
};

/** From Monday on. Monday and Sunday are the moon and the sun in Thai, and the latter a week: those only as "day of". */
const CHINESE = ["一", "二", "三", "四", "五", "六", "[日天]"];
const JAPANESE = ["月", "火", "水", "木", "金", "土", "日"];
const THAI = ["วันจันทร์", "อังคาร", "พุธ", "พฤหัส(?:บดี)?", "ศุกร์", "เสาร์", "วันอาทิตย์"];

/** "Saturday", "Sat 17:00", "(Sat)", "土曜日", "(土)", "星期六", "禮拜六", "วันเสาร์"; nothing that comes every week. */
const byWeekday = (day: Temporal.PlainDate): readonly string[] => {
  const n = day.dayOfWeek - 1;
  const long = wordsIn("en").date.weekday(day);
  // In one case only: people sat, and the sun shines.
  const short = `(?-i:${long.slice(0, 3)})`;
  return [
    `(?<!(?:every|each|any)\\s+)${FRONT}${long}${BACK}`,
    `${FRONT}${short}(?=[.,\\s]{1,3}\\d)|\\(${short}\\.?\\)`,
    `(?<!毎週?)${JAPANESE[n]}曜日?|[([]${JAPANESE[n]}[)\\]]`,
    `(?<![每一][個个]?)(?:星期|禮拜|礼拜|周|週)${CHINESE[n]}(?![次個个天])`,
    `(?<!ทุก(?:วัน)?|ดาว|พระ)(?:วัน)?${THAI[n]}`,
  ];
};

const THAI_ZERO = 0x0e50;
/** Widths and digits as we read them; the words stay as they are. */
const plain = (text: string): string =>
  text.normalize("NFKC").replaceAll(/[๐-๙]/gu, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));

/**
 * What in a text names a day, as it stands there, each once.
 * @param unlike the day that it becomes: a weekday that both have is no news.
 */
export const daysNamed = (text: string, day: Temporal.PlainDate, unlike?: Temporal.PlainDate): readonly string[] => {
  const isSame = unlike !== undefined && unlike.dayOfWeek === day.dayOfWeek;
  const patterns = [...inNumbers(day), ...inCharacters(day), ...byMonth(day), ...(isSame ? [] : byWeekday(day))];
  const said = plain(text);
  const found = patterns.flatMap((pattern) =>
    [...said.matchAll(new RegExp(pattern, "giu"))].map(([whole]) => whole.trim()),
  );
  const once = [...new Set(found)];
  // "2026年12月5日" says all that "12月5日" in it would.
  return once.filter((one) => !once.some((other) => other !== one && other.includes(one)));
};
