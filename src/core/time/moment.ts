import { UserError } from "../bot/errors.ts";
import { cityNamed } from "../words/cities.ts";
import { cities, toZone } from "./city.ts";

/**
 * When something is to happen, as it was meant: wall time and IANA zone (the instant is derived), or so long before or
 * after a webinar's start or end (`offset`: ISO 8601 duration, "-P7D"), which follows when the webinar moves.
 */
export type When =
  | { readonly kind: "wall"; readonly wall: string; readonly zone: string }
  | { readonly kind: "relative"; readonly anchor: "start" | "end"; readonly offset: string };

/** A wall time in its zone. In a gap it moves by the gap, of two it is the first (RFC 5545, 3.3.5); `change` says so. */
export interface Moment {
  readonly at: Temporal.ZonedDateTime;
  readonly change: "gap" | "overlap" | undefined;
}

export const toMoment = (wall: string, zone: string): Moment => {
  const plain = Temporal.PlainDateTime.from(wall);
  const at = plain.toZonedDateTime(zone, { disambiguation: "compatible" });
  const late = plain.toZonedDateTime(zone, { disambiguation: "later" });
  if (!at.toPlainDateTime().equals(plain)) return { at, change: "gap" };
  return { at, change: at.epochMilliseconds === late.epochMilliseconds ? undefined : "overlap" };
};

/** `anchor`: the start or end that `when` is relative to. Days keep the wall time in its zone; hours are exact. */
export const fromAnchor = (offset: string, anchor: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  anchor.add(Temporal.Duration.from(offset));

const UNITS: Readonly<Record<string, "minutes" | "hours" | "days" | "weeks">> = {
  m: "minutes",
  min: "minutes",
  minute: "minutes",
  minutes: "minutes",
  h: "hours",
  hour: "hours",
  hours: "hours",
  d: "days",
  day: "days",
  days: "days",
  w: "weeks",
  week: "weeks",
  weeks: "weeks",
};
const LENGTH = /(\d{1,4})\s*(minutes?|min|m|hours?|h|days?|d|weeks?|w)/;
const AGO = new RegExp(`^${LENGTH.source}\\s+(before|after)(?:\\s+(?:the\\s+)?(start|end))?$`);
const DAY = /^(?:(\d{4})(?:[-/.]|年\s*)(\d{1,2})(?:[-/.]|月\s*)(\d{1,2})|(\d{1,2})月\s*(\d{1,2}))(?:日|(?=$|[\st,(]))/;
/** In every language of the catalogues. */
const TOMORROW = /^(?:tomorrow|明日|明天|(?:วัน)?พรุ่งนี้)/;
const TODAY = /^(?:today|今日|今天|วันนี้)/;
const UNCLEAR_DAY = /^\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?(?=$|[\st,])/;
const HOUR = /^(\d{1,2})(?::(\d{2})|時(?:\s*(\d{1,2})分)?|(?=\s*[ap]m))(?:\s*([ap])m)?(?=$|[\s,])/;
/** No webinar is planned for a year past this; 2569 is 2026 in the Buddhist calendar. */
const LAST_YEAR = 2200;

const duration = (count: string, unit: string, sign: 1 | -1): Temporal.Duration =>
  Temporal.Duration.from({ [UNITS[unit] ?? "minutes"]: sign * Number(count) });

/** A day of the calendar; 2569 is asked about. */
export const toDate = (year: number, month: number, day: number): Temporal.PlainDate => {
  if (year > LAST_YEAR) throw new UserError((words) => words.when.buddhist(year, year - 543));
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    throw new UserError((words) => words.when.noSuchDay);
  }
};

/** A city or a zone; `undefined` where nothing is written. */
export const readZone = (rest: string): string | undefined => {
  const name = rest.replace(/^[\s,]+|[\s,]+$/g, "");
  if (name === "") return undefined;
  const city = cityNamed(name);
  const zone = city === undefined ? toZone(name.replaceAll(" ", "_")) : cities[city];
  if (zone === undefined) throw new UserError((words) => words.when.unknownZone(name));
  return zone;
};

export const readHour = (rest: string): { time: Temporal.PlainTime; rest: string } => {
  const match = rest.match(HOUR);
  if (match === null) throw new UserError((words) => words.when.unclear);
  const [whole, hour, colon, kanji, half] = match;
  const minute = Number(colon ?? kanji ?? 0);
  const given = Number(hour);
  const hours = half === undefined ? given : (given % 12) + (half === "p" ? 12 : 0);
  if (hours > 23 || minute > 59) throw new UserError((words) => words.when.noSuchHour);
  return { time: Temporal.PlainTime.from({ hour: hours, minute }), rest: rest.slice(whole.length) };
};

/** A relative length from now: "+2d" keeps the wall time of now in the zone. */
const readFromNow = (typed: string, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime | undefined => {
  const match = typed.match(new RegExp(`^(?:\\+|in\\s+)\\s*((?:${LENGTH.source}\\s*)+)$`));
  if (match?.[1] === undefined) return undefined;
  const parts = match[1].matchAll(new RegExp(LENGTH.source, "g"));
  return [...parts].reduce((at, [, count, unit]) => at.add(duration(count ?? "0", unit ?? "m", 1)), now);
};

const readRelative = (typed: string): When | undefined => {
  const bare = typed.match(/^(?:at|after)?\s*(?:the\s+)?(start|end)$/);
  if (bare !== null) return { kind: "relative", anchor: bare[1] === "end" ? "end" : "start", offset: "PT0S" };
  const match = typed.match(AGO);
  if (match === null) return undefined;
  const [, count, unit, side, anchor] = match;
  const offset = duration(count ?? "0", unit ?? "m", side === "before" ? -1 : 1);
  return { kind: "relative", anchor: anchor === "end" ? "end" : "start", offset: offset.toString() };
};

const wallOf = (at: Temporal.ZonedDateTime): string => at.toPlainDateTime().toString({ smallestUnit: "minute" });

/**
 * "2026-12-05 17:00 Asia/Tokyo", "12月5日 17時", "17:00 London", "+2d", "1w before", "20m after start", "after end".
 * Without a zone it is read in `zone`. Throws UserError for everything that is not clear.
 */
export const parseWhen = (raw: string, from: { readonly now: Temporal.Instant; readonly zone: string }): When => {
  const typed = raw.normalize("NFKC").replaceAll("、", ",").replace(/\s+/g, " ").trim().toLowerCase();
  const relative = readRelative(typed);
  if (relative !== undefined) return relative;
  const here = from.now.toZonedDateTimeISO(from.zone);
  const later = readFromNow(typed, here);
  if (later !== undefined) return { kind: "wall", wall: wallOf(later.add({ seconds: 59 })), zone: from.zone };
  if (UNCLEAR_DAY.test(typed)) throw new UserError((words) => words.when.whichOrder);
  const day = typed.match(DAY);
  const named = typed.match(TOMORROW) ?? typed.match(TODAY);
  const after = typed.slice((day ?? named)?.[0].length ?? 0).replace(/^(?:\s*\([^)]*\))?[\s,t]*/, "");
  if ((day ?? named) !== null && !/^\d/.test(after)) throw new UserError((words) => words.when.whichHour);
  const hour = readHour(after);
  const zone = readZone(hour.rest) ?? from.zone;
  const there = from.now.toZonedDateTimeISO(zone);
  const [, year, month, date, nextMonth, nextDate] = day ?? [];
  if (year !== undefined) {
    const plain = toDate(Number(year), Number(month), Number(date)).toPlainDateTime(hour.time);
    return { kind: "wall", wall: plain.toString({ smallestUnit: "minute" }), zone };
  }
  if (named !== null) {
    const date = there.toPlainDate().add({ days: TOMORROW.test(typed) ? 1 : 0 });
    return { kind: "wall", wall: date.toPlainDateTime(hour.time).toString({ smallestUnit: "minute" }), zone };
  }
  // Without a year (or a day) it is the next one to come.
  const first = nextMonth === undefined ? there.toPlainDate() : toDate(there.year, Number(nextMonth), Number(nextDate));
  const plain = first.toPlainDateTime(hour.time);
  const isPast = Temporal.PlainDateTime.compare(plain, there.toPlainDateTime()) <= 0;
  const step = nextMonth === undefined ? { days: 1 } : { years: 1 };
  return { kind: "wall", wall: (isPast ? plain.add(step) : plain).toString({ smallestUnit: "minute" }), zone };
};
