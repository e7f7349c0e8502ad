import { describe, expect, it } from "vitest";
import { changesBetween } from "../../../src/core/time/change.ts";

const between = (zone: string, from: string, to: string): readonly string[] =>
  changesBetween(zone, Temporal.Instant.from(from), Temporal.Instant.from(to)).map(
    ({ at, minutes }) => `${at.toPlainDateTime()} ${minutes}`,
  );

describe("the changes of a zone's clocks", () => {
  it("are those between two moments, in order, with the minutes that the clocks go forward or back", () => {
    expect(between("Europe/London", "2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z")).toEqual([
      "2027-03-28T02:00:00 60",
      "2027-10-31T01:00:00 -60",
    ]);
    expect(between("Australia/Lord_Howe", "2027-01-01T00:00:00Z", "2027-06-01T00:00:00Z")).toEqual([
      "2027-04-04T01:30:00 -30",
    ]);
    expect(between("Asia/Tokyo", "2026-01-01T00:00:00Z", "2030-01-01T00:00:00Z")).toEqual([]);
  });

  it("count at the very moment itself, and not a moment after the end", () => {
    const at = "2027-03-28T01:00:00Z";
    expect(between("Europe/London", "2027-03-01T00:00:00Z", at)).toHaveLength(1);
    expect(between("Europe/London", "2027-03-01T00:00:00Z", "2027-03-28T00:59:59Z")).toEqual([]);
  });

  it("are none where only the zone's name or rule changed", () => {
    // Lisbon, 1992: from Western European summer time to Central European time, UTC+1 both.
    expect(between("Europe/Lisbon", "1992-09-01T00:00:00Z", "1992-12-01T00:00:00Z")).toEqual([]);
  });
});
