import { expect, it } from "vitest";
import { occurrencesOf, type Rule } from "../../../src/core/time/recurrence.ts";

/**
 * The slow and obvious way, without Temporal: a clock on the wall of every zone, read once a minute while the hands are
 * moved. A time that the clock shows comes when it shows it first; one that it jumps over comes as much later as it jumps.
 */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const AROUND_DAYS = 2;

interface Wall {
  /** What it shows at each minute, as if that were UTC. */
  readonly shown: readonly number[];
  readonly startMs: number;
}

const readWall = (zone: string, changeMs: number): Wall => {
  const clock = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const startMs = changeMs - AROUND_DAYS * DAY;
  const shown: number[] = [];
  for (let at = startMs; at < changeMs + AROUND_DAYS * DAY; at += MINUTE)
    shown.push(Date.parse(`${clock.format(at).replace(" ", "T")}Z`));
  return { shown, startMs };
};

/** When the clock shows it, or would have, had it not jumped; `undefined` outside of what was read. */
const find = ({ shown, startMs }: Wall, wanted: number): number | undefined => {
  const seen = shown.indexOf(wanted);
  if (seen >= 0) return startMs + seen * MINUTE;
  const jump = shown.findIndex((now, n) => now > wanted && (shown[n - 1] ?? now) < wanted);
  if (jump < 0) return undefined;
  const before = shown[jump - 1] ?? 0;
  return startMs + (jump - 1) * MINUTE + (wanted - before);
};

const text = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

/** The last clock changes of a zone since 2005, and the one that left out a day. */
const changesOf = (zone: string): readonly number[] => {
  const changes: number[] = [];
  let at = Temporal.Instant.from("2005-01-01T00:00Z").toZonedDateTimeISO(zone).getTimeZoneTransition("next");
  for (; at !== null && at.year < 2028; at = at.getTimeZoneTransition("next")) {
    const { offsetNanoseconds, epochMilliseconds } = at.subtract({ nanoseconds: 1 });
    if (at.offsetNanoseconds - offsetNanoseconds > 3 * 3600e9) return [epochMilliseconds + 1];
    changes.push(at.epochMilliseconds);
  }
  return changes.slice(-2);
};

/** What the clock on the wall says of times on the day before a change and on its day. */
const expectedOf = (wall: Wall, from: number, stepMinutes: number): readonly number[] => {
  const nominal = Array.from({ length: (2 * DAY) / (stepMinutes * MINUTE) }, (_, n) => from + n * stepMinutes * MINUTE);
  const found = nominal.map((at) => find(wall, at)).filter((at) => at !== undefined);
  return [...new Set(found)].sort((a, b) => a - b);
};

const DAYS = [1, 2, 3, 4, 5, 6, 7];

it("in all zones, around their clock changes, times come when a clock on the wall says", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  let compared = 0;
  for (const zone of zones)
    for (const changeMs of changesOf(zone)) {
      compared++;
      const wall = readWall(zone, changeMs);
      const midnight = Date.parse(`${text(wall.shown[0] ?? 0).slice(0, 10)}T00:00Z`) + DAY;
      const end = { kind: "until", day: text(midnight + DAY).slice(0, 10) } as const;
      const ours = (rule: Rule, first: number) =>
        occurrencesOf(
          { kind: "recurring", rule, first: text(first), zone, end },
          Temporal.Instant.fromEpochMilliseconds(wall.startMs),
          200,
        ).map(({ moment }) => moment.at.epochMilliseconds);
      const where = `${zone} ${text(changeMs)}`;
      const cron = { kind: "cron", expression: "*/20 * * * *" } as const;
      expect(ours(cron, midnight), where).toEqual(expectedOf(wall, midnight, 20));
      // Ten minutes after the hands begin to move: in the gap, or in what comes twice.
      const moved = (wall.shown[AROUND_DAYS * 24 * 60 - 1] ?? 0) + 11 * MINUTE;
      const first = midnight + (moved % DAY);
      const daily = { kind: "weekly", every: 1, days: DAYS } as const;
      expect(ours(daily, first), where).toEqual(expectedOf(wall, first, 24 * 60));
    }
  expect(compared).toBeGreaterThan(zones.length);
});
