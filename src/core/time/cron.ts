import { parse } from "node-cron";

/** A cron expression as node-cron reads it: a day must fit both its day-of-month *and* its day-of-week. */
export interface Cron {
  /** Its times on a day; none on most days. */
  readonly on: (date: Temporal.PlainDate) => readonly Temporal.PlainTime[];
  /** Both kinds of days are limited, which other crons read as "or". */
  readonly both: boolean;
}

/** The weekday (Monday to Friday) nearest to a day in its month: "15W". None for a day that the month has not. */
const nearestWorkday = (date: Temporal.PlainDate, day: number): number | undefined => {
  if (day > date.daysInMonth) return undefined;
  const { dayOfWeek } = date.with({ day });
  if (dayOfWeek === 6) return day === 1 ? 3 : day - 1;
  if (dayOfWeek === 7) return day === date.daysInMonth ? day - 2 : day + 1;
  return day;
};

type IsOn = (date: Temporal.PlainDate) => boolean;

/** 15, "L" (the last), "L-3" (three days before it), "15W", "LW" */
const monthDay = (token: number | string): IsOn => {
  const [, last, before, given, workday] = String(token).match(/^(?:(L)(?:-(\d{1,2}))?|(\d{1,2}))(W)?$/) ?? [];
  return (date) => {
    const day = last === undefined ? Number(given) : date.daysInMonth - Number(before ?? 0);
    return date.day === (workday === undefined ? day : nearestWorkday(date, day));
  };
};

/** 1, "5L" (the last Friday), "5#1" (the first) */
const weekDay = (token: number | string): IsOn => {
  const [, weekday, last, nth] = String(token).match(/^(\d)(L)?(?:#(\d))?$/) ?? [];
  return (date) => {
    if (Number(weekday) % 7 !== date.dayOfWeek % 7) return false;
    if (last !== undefined) return date.day + 7 > date.daysInMonth;
    return nth === undefined || Math.ceil(date.day / 7) === Number(nth);
  };
};

/** Throws what node-cron throws for what is no expression of five fields. */
export const toCron = (expression: string): Cron => {
  const { minute, hour, dayOfMonth, month, dayOfWeek } = parse(expression);
  const times = hour.flatMap((h) => minute.map((m) => Temporal.PlainTime.from({ hour: h, minute: m })));
  const [monthDays, weekDays] = [dayOfMonth.map(monthDay), dayOfWeek.map(weekDay)];
  const isOn: IsOn = (date) =>
    month.includes(date.month) && monthDays.some((is) => is(date)) && weekDays.some((is) => is(date));
  return {
    on: (date) => (isOn(date) ? times : []),
    both: dayOfMonth.length < 31 && dayOfWeek.length < 7,
  };
};
