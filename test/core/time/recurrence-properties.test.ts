import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { occurrencesOf, type Recurrence } from "../../../src/core/time/recurrence.ts";

const zones = Intl.supportedValuesOf("timeZone");
const rules: fc.Arbitrary<Recurrence["rule"]> = fc.oneof(
  fc.record({
    kind: fc.constant("weekly" as const),
    every: fc.integer({ min: 1, max: 5 }),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant("monthly" as const),
    nth: fc.constantFrom(-1, 1, 2, 3, 4, 5),
    day: fc.integer({ min: 1, max: 7 }),
  }),
  fc
    .constantFrom("*/25 * * * *", "15 1-3 * * *", "0,30 0,23 * * 6,0", "0 12 L * *")
    .map((expression) => ({ kind: "cron" as const, expression })),
);
const ends: fc.Arbitrary<Recurrence["end"]> = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: 1, max: 12 }).map((times) => ({ kind: "times" as const, times })),
  fc
    .integer({ min: 0, max: 30 })
    .map((days) => ({ kind: "until" as const, day: Temporal.PlainDate.from("2027-03-01").add({ days }).toString() })),
);
const recurrences: fc.Arbitrary<Recurrence> = fc.record({
  kind: fc.constant("recurring" as const),
  rule: rules,
  first: fc.integer({ min: 0, max: 60 * 24 * 4 }).map((quarters) =>
    Temporal.PlainDateTime.from("2027-02-20T00:00")
      .add({ minutes: 15 * quarters })
      .toString({ smallestUnit: "minute" }),
  ),
  zone: fc.constantFrom(...zones),
  end: ends,
});
const start = Temporal.Instant.from("2027-01-01T00:00Z");
const ms = (some: ReturnType<typeof occurrencesOf>) => some.map(({ moment }) => moment.at.epochMilliseconds);

describe("in every zone, of every rule, the occurrences", () => {
  const always = (name: string, holds: (one: Recurrence) => void) =>
    it(name, () => fc.assert(fc.property(recurrences, holds), { numRuns: 250 }));

  always("come one after the other", (one) => {
    const all = ms(occurrencesOf(one, start, 30));
    for (const [n, at] of all.entries()) if (n > 0) expect(at).toBeGreaterThan(all[n - 1] ?? 0);
  });

  always("are what the rule says, and not before the first", (one) => {
    const { rule } = one;
    for (const { nominal, moment } of occurrencesOf(one, start, 30)) {
      const at = Temporal.PlainDateTime.from(nominal);
      expect(nominal >= one.first || moment.change === "gap").toBe(true);
      if (moment.change !== "gap") expect(moment.at.toPlainDateTime().equals(at)).toBe(true);
      if (rule.kind === "cron") continue;
      expect(nominal.slice(11)).toBe(one.first.slice(11));
      expect(rule.kind === "weekly" ? rule.days : [rule.day]).toContain(at.dayOfWeek);
      if (rule.kind === "monthly")
        expect(rule.nth === -1 ? at.add({ weeks: 1 }).month !== at.month : Math.ceil(at.day / 7) === rule.nth).toBe(
          true,
        );
    }
  });

  always("are the rest when asked for again from the k-th", (one) => {
    const all = occurrencesOf(one, start, 20);
    for (const [k, { moment }] of all.entries())
      if (k % 5 === 0) expect(ms(occurrencesOf(one, moment.at.toInstant(), 19 - k))).toEqual(ms(all.slice(k + 1)));
  });

  always("end where they shall", (one) => {
    if (one.end === undefined) return;
    const all = occurrencesOf(one, start, 3000);
    const endless = occurrencesOf({ ...one, end: undefined }, start, all.length + 1);
    expect(ms(endless.slice(0, all.length))).toEqual(ms(all));
    if (one.end.kind === "times") expect(all.length).toBe(one.end.times);
    else {
      for (const { nominal } of all) expect(nominal.slice(0, 10) <= one.end.day).toBe(true);
      expect((endless.at(-1)?.nominal.slice(0, 10) ?? "") > one.end.day).toBe(true);
    }
  });
});
