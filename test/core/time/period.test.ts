import { describe, expect, it } from "vitest";
import { parsePeriod } from "../../../src/core/time/period.ts";

const MONTHS: Readonly<Record<string, number>> = { february: 2, feb: 2, december: 12, กุมภาพันธ์: 2 };
const read = (typed: string) => parsePeriod(typed, { thisYear: 2026, monthNamed: (name) => MONTHS[name] });

describe("a year or a month", () => {
  it.each([
    ["2022", "2022", "2023"],
    [" ２０２２年 ", "2022", "2023"],
    ["2022 ปี", "2022", "2023"],
    ["0999", "0999", "1000"],
    ["2022-02", "2022-02", "2022-03"],
    ["2022/2", "2022-02", "2022-03"],
    ["2022.10", "2022-10", "2022-11"],
    ["2022 年 2 月", "2022-02", "2022-03"],
    ["2022 - 2", "2022-02", "2022-03"],
    ["2022-12", "2022-12", "2023"],
    ["2月", "2026-02", "2026-03"],
    ["12 月", "2026-12", "2027"],
    ["1月", "2026-01", "2026-02"],
    ["February 2022", "2022-02", "2022-03"],
    ["Feb., 2022", "2022-02", "2022-03"],
    ["2022  feb", "2022-02", "2022-03"],
    ["FEB", "2026-02", "2026-03"],
    ["December", "2026-12", "2027"],
    ["กุมภาพันธ์ 2022", "2022-02", "2022-03"],
  ])("%s is from %s to before %s", (typed, from, to) => {
    expect(read(typed)).toEqual({ from, to });
  });

  it.each([
    "",
    "202",
    "20222",
    "2022x",
    "2022-13",
    "2022-0",
    "0月",
    "13月",
    "x2月",
    "2月x",
    "12",
    "soon",
    "feb 22",
    "feb feb",
    "2022-02-03",
  ])("“%s” is none", (typed) => {
    expect(read(typed)).toBeUndefined();
  });
});
