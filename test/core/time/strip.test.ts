import { describe, expect, it } from "vitest";
import { toZone } from "../../../src/core/time/city.ts";
import { isOneDay, toStrip } from "../../../src/core/time/strip.ts";

const at = Temporal.Instant.from("2026-12-05T08:00:00Z");
const written = (strip: readonly string[]) =>
  toStrip(at, strip).map(({ city, there }) => `${city} ${there.toPlainDateTime()}`);

describe("the time strip", () => {
  it("is the same instant in each city, in the network's order, without what is no city", () => {
    expect(written(["tokyo", "atlantis", "london", "toString"])).toEqual([
      "tokyo 2026-12-05T17:00:00",
      "london 2026-12-05T08:00:00",
    ]);
  });

  it("is of one day where all have the date of the first", () => {
    expect(isOneDay(toStrip(at, ["london", "tokyo"]))).toBe(true);
    expect(isOneDay(toStrip(at, ["london", "tokyo", "honolulu"]))).toBe(false);
    expect(isOneDay([])).toBe(true);
  });
});

describe("a zone's name", () => {
  it.each([
    ["asia/tokyo", "Asia/Tokyo"],
    ["america/indiana/knox", "America/Indiana/Knox"],
    ["utc", "UTC"],
    ["Etc/GMT+9", "Etc/GMT+9"],
  ])("%s is %s", (name, zone) => {
    expect(toZone(name)).toBe(zone);
  });

  // Offsets are taken by Intl, but are no zones: they know of no summer time.
  it.each(["+09:00", "-03:00", "+0900", "+09", "09:00", "Asia/Nowhere", "Asia/Tokyo ", " Asia/Tokyo", ""])(
    "“%s” is none",
    (name) => {
      expect(toZone(name)).toBeUndefined();
    },
  );
});
