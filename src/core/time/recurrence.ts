import { toCron } from "./cron.ts";
import { type Moment, toMoment, type When } from "./moment.ts";

/** Which days: every so many weeks on days of the week (Monday is 1), the nth such day of a month (-1: the last), or cron. */
export type Rule =
  | { readonly kind: "weekly"; readonly every: number; readonly days: readonly number[] }
  | { readonly kind: "monthly"; readonly nth: number; readonly day: number }
  | { readonly kind: "cron"; readonly expression: string };

/** After so many, or with the last day that counts ("2026-11-30", in the recurrence's zone). */
export type End = { readonly kind: "times"; readonly times: number } | { readonly kind: "until"; readonly day: string };

/** Plain data: the truth is wall time and zone; instants are derived whenever they are asked for. */
export interface Recurrence {
  readonly kind: "recurring";
  readonly rule: Rule;
  /** Nominal wall time of the first, "2026-11-30T09:00". Its hour is everyone's but cron's, its week the first of every two. */
  readonly first: string;
  readonly zone: string;
  readonly end?: End | undefined;
}

/** When an announcement goes out: once, or again and again. */
export type Schedule = When | Recurrence;

/** One of them: what the rule says, and what the clocks make of it. */
export interface Occurrence {
  /** "2026-11-30T09:00", also where the clocks leave that hour out. */
  readonly nominal: string;
  readonly moment: Moment;
}

/** A 29 February that is a Monday comes every 28 years, and once in 40 across a year such as 2100. */
const HORIZON_YEARS = 41;

/** The times that a rule gives a day. */
const timesOf = (
  rule: Rule,
  first: Temporal.PlainDateTime,
): ((date: Temporal.PlainDate) => readonly Temporal.PlainTime[]) => {
  if (rule.kind === "cron") return toCron(rule.expression).on;
  const times = [first.toPlainTime()];
  if (rule.kind === "monthly")
    return (date) => {
      const isNth = rule.nth < 0 ? date.day + 7 > date.daysInMonth : Math.ceil(date.day / 7) === rule.nth;
      return isNth && date.dayOfWeek === rule.day ? times : [];
    };
  // Weeks begin on Monday (RFC 5545, WKST).
  const monday = first.toPlainDate().subtract({ days: first.dayOfWeek - 1 });
  return (date) => {
    if (!rule.days.includes(date.dayOfWeek)) return [];
    return Math.floor(monday.until(date, { largestUnit: "days" }).days / 7) % rule.every === 0 ? times : [];
  };
};

const msOf = ({ moment }: Occurrence): number => moment.at.epochMilliseconds;

/** In order; of two that the clocks bring to one instant, the one that is there by its own name. */
const inOrder = (some: readonly Occurrence[]): readonly Occurrence[] =>
  some
    .toSorted((a, b) => msOf(a) - msOf(b) || Number(a.moment.change === "gap") - Number(b.moment.change === "gap"))
    .filter((one, n, all) => n === 0 || msOf(one) !== msOf(all[n - 1] ?? one));

/** All that are due, in order, a day at a time; what a gap carries beyond midnight waits for its turn. */
function* walk({ rule, first, zone, end }: Recurrence): Generator<Occurrence> {
  const start = Temporal.PlainDateTime.from(first);
  const startMs = toMoment(first, zone).at.epochMilliseconds;
  const timesOn = timesOf(rule, start);
  // From the day before: where a zone leaves out a whole day, its times fall on the next.
  let date = start.toPlainDate().subtract({ days: 1 });
  const horizon = date.add({ years: HORIZON_YEARS });
  const last = end?.kind === "until" ? Temporal.PlainDate.from(end.day) : horizon;
  let held: readonly Occurrence[] = [];
  while (Temporal.PlainDate.compare(date, last) <= 0 || held.length > 0) {
    const times = Temporal.PlainDate.compare(date, last) <= 0 ? timesOn(date) : [];
    const here = times.map((time) => {
      const nominal = date.toPlainDateTime(time).toString({ smallestUnit: "minute" });
      return { nominal, moment: toMoment(nominal, zone) };
    });
    date = date.add({ days: 1 });
    if (here.length + held.length === 0) continue;
    const nextDayMs = date.toZonedDateTime(zone).epochMilliseconds;
    const all = inOrder([...held, ...here]);
    held = all.filter((one) => msOf(one) >= nextDayMs);
    yield* all.filter((one) => msOf(one) < nextDayMs && msOf(one) >= startMs);
  }
}

/** All of them, in order, to the end. */
export const occurrencesFrom = (recurrence: Recurrence): IteratorObject<Occurrence> =>
  walk(recurrence).take(recurrence.end?.kind === "times" ? recurrence.end.times : Number.POSITIVE_INFINITY);

/**
 * The next `n` after a moment, fewer where it ends: what the rule says and the instant. In a clock-change gap it moves by
 * the gap, in an overlap it is the first (RFC 5545, 3.3.5); none is left out, and no instant comes twice.
 */
export const occurrencesOf = (recurrence: Recurrence, after: Temporal.Instant, n: number): readonly Occurrence[] =>
  occurrencesFrom(recurrence)
    .filter((one) => msOf(one) > after.epochMilliseconds)
    .take(n)
    .toArray();
