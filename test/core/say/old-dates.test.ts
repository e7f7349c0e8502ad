import { describe, expect, it } from "vitest";
import { daysNamed } from "../../../src/core/say/old-dates.ts";

const saturday = Temporal.PlainDate.from("2026-12-05");
const found = (text: string, unlike?: string) =>
  daysNamed(text, saturday, unlike === undefined ? undefined : Temporal.PlainDate.from(unlike));

describe("a text names Saturday, 5 December 2026", () => {
  it.each([
    ["Join us on Saturday!", ["Saturday"]],
    ["SATURDAY, 17:00", ["SATURDAY"]],
    ["Sat 17:00 Tokyo", ["Sat"]],
    ["Sat, 5 Dec", ["5 Dec", "Sat"]],
    ["see you then (Sat)", ["(Sat)"]],
    ["on the 5th of December", ["5th of December"]],
    ["5 December 2026 we meet", ["5 December"]],
    ["December 5, 2026, 17:00", ["December 5"]],
    ["Dec. 5th", ["Dec. 5th"]],
    ["on Dec 05", ["Dec 05"]],
    ["12/5 17:00", ["12/5"]],
    ["05/12/2026", ["05/12/2026"]],
    ["5.12.2026", ["5.12.2026"]],
    ["see 2026-12-05", ["2026-12-05"]],
    ["12月5日（土）に", ["12月5日", "(土)"]],
    ["１２月５日土曜日", ["12月5日", "土曜日"]],
    ["令和8年12月5日", ["令和8年12月5日"]],
    ["次の土曜に", ["土曜"]],
    ["十二月五日見", ["十二月五日"]],
    ["12月5号星期六见", ["12月5号", "星期六"]],
    ["民國115年12月5日(六)", ["民國115年12月5日"]],
    ["本周六", ["周六"]],
    ["這週六，禮拜六", ["週六", "禮拜六"]],
    ["礼拜六晚上", ["礼拜六"]],
    ["พบกันวันเสาร์ที่ 5 ธันวาคม พ.ศ. 2569", ["5 ธันวาคม", "วันเสาร์"]],
    ["เสาร์ที่ ๕ ธ.ค. ๖๙", ["5 ธ.ค", "เสาร์"]],
    ["5/12/2569", ["5/12/2569"]],
    ["ในวันที่5ธันวาคมนี้", ["5ธันวาคม"]],
  ])("%s", (text, names) => {
    expect(found(text)).toEqual(names);
  });
});

describe("a text does not name it", () => {
  it.each([
    "nothing of the kind: 112/120, satisfied",
    "We sat 3 hours; the Sat is over",
    "every Saturday at nine, Saturdays only",
    "Sunday, 6 December 2026",
    "On 5 December 2025 we met; December 5, 1999; 5/12/2019; 2024年12月5日; 5 ธันวาคม พ.ศ. 2567",
    "15 December, 5 Decades, December 15, 12/51, 112/5, v1.12.5, pp. 5-12, 12.5 million",
    "112月5日, 十二月五十, 12月15日",
    "毎週土曜日、毎土曜",
    "每周六，每個星期六，一周六次，周六次",
    "ทุกวันเสาร์ ทุกเสาร์ ดาวเสาร์",
    "the 5th international webinar",
    "question 5, 12 talks",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each(["Saturday", "土曜日", "星期六", "วันเสาร์", "Sat 17:00"])("where the new day is one as well: %s", (text) => {
    expect(found(text, "2026-12-12")).toEqual([]);
    expect(found(text, "2026-12-06")).toHaveLength(1);
  });

  it("at once, however long and odd the text is", () => {
    const before = performance.now();
    for (const part of ["5 ", "12/5/", "2026-12-", "毎週", "วัน", "December ", "(", " \n"])
      found(part.repeat(Math.ceil(3000 / part.length)));
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe("the days that are the moon, the sun and a week in Thai", () => {
  const sunday = Temporal.PlainDate.from("2026-12-06");
  it("need their word for day", () => {
    expect(daysNamed("อีก 2 อาทิตย์ พระอาทิตย์", sunday)).toEqual([]);
    expect(daysNamed("วันอาทิตย์นี้", sunday)).toEqual(["วันอาทิตย์"]);
    expect(daysNamed("周日、星期天、日曜", sunday)).toEqual(["日曜", "周日", "星期天"]);
  });
});
