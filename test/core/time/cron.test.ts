import { Cron } from "croner";
import fc from "fast-check";
import { createTask } from "node-cron";
import { describe, expect, it } from "vitest";
import { toCron } from "../../../src/core/time/cron.ts";
import { occurrencesOf } from "../../../src/core/time/recurrence.ts";

const zones = Intl.supportedValuesOf("timeZone");
const field = (min: number, max: number): fc.Arbitrary<string> => {
  const one = fc.integer({ min, max });
  return fc.oneof(
    fc.constant("*"),
    fc.uniqueArray(one, { minLength: 1, maxLength: 3 }).map((some) => some.join(",")),
    fc.tuple(one, one).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    fc.integer({ min: 2, max: Math.min(12, max - min) }).map((step) => `*/${step}`),
  );
};
const expressions = fc
  .tuple(
    field(0, 59),
    field(0, 23),
    fc.oneof(fc.constant("*"), field(1, 28)),
    fc.oneof(fc.constant("*"), field(1, 12)),
    field(0, 6),
  )
  .map((fields) => fields.join(" "));

describe("a cron expression", () => {
  it.each([
    "0 9 L * *",
    "0 9 L-3 * *",
    "0 9 15W * *",
    "0 9 1W * *",
    "0 9 31W * *",
    "0 9 LW * *",
    "0 9 * * 5L",
    "0 9 * * 7L",
    "0 9 * * mon#1,7#5",
    "0 9 1-7 * 1",
    "0 9 ? jan,mar ?",
    "0 9 * 11-2 fri-mon",
  ])("%s is read as node-cron reads it", (expression) => {
    const task = createTask(expression, () => undefined, { timezone: "UTC" });
    const { on } = toCron(expression);
    const days = Array.from({ length: 1500 }, (_, n) => Temporal.PlainDate.from("2026-01-01").add({ days: n }));
    const at = (date: Temporal.PlainDate) => new Date(`${date}T09:00:00Z`);
    expect(days.filter((date) => on(date).length > 0).map(String)).toEqual(
      days.filter((date) => task.match(at(date))).map(String),
    );
    expect(days.some((date) => on(date).length > 0)).toBe(true);
  });

  it("of which both kinds of days are limited says so: both must fit", () => {
    expect(toCron("0 9 1-7 * 1").both).toBe(true);
    expect(toCron("0 9 1-7 * *").both).toBe(false);
    expect(toCron("0 9 * * 1").both).toBe(false);
  });

  it("comes in every zone when croner says, on days without a clock change", () => {
    const starts = fc.integer({ min: 0, max: 4 * 365 * 24 * 60 });
    fc.assert(
      fc.property(expressions, fc.constantFrom(...zones), starts, (expression, zone, minutes) => {
        const from = Temporal.Instant.from("2024-01-01T00:00Z").add({ minutes });
        const theirs = new Cron(expression, { timezone: zone, domAndDow: true })
          .nextRuns(12, new Date(from.epochMilliseconds))
          .map((date) => date.getTime());
        const first = from.toZonedDateTimeISO(zone).toPlainDate().toString();
        const ours = occurrencesOf(
          { kind: "recurring", rule: { kind: "cron", expression }, first: `${first}T00:00`, zone },
          from,
          12,
        ).map(({ moment }) => moment.at.epochMilliseconds);
        const until = Math.min(theirs.at(-1) ?? Number.POSITIVE_INFINITY, ours.at(-1) ?? Number.POSITIVE_INFINITY);
        const plain = (ms: number): boolean => {
          const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
          return ms <= until && at.hoursInDay === 24 && at.add({ days: 1 }).offset === at.subtract({ days: 1 }).offset;
        };
        expect(ours.filter(plain)).toEqual(theirs.filter(plain));
      }),
      { numRuns: 500 },
    );
  });
});
