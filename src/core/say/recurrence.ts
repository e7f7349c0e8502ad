import { toCron } from "../time/cron.ts";
import { toMoment } from "../time/moment.ts";
import type { Occurrence, Recurrence, Schedule } from "../time/recurrence.ts";
import { dayOfWeek } from "../words/weekdays.ts";
import { longAt, zoneName } from "./time.ts";
import type { Voice } from "./voice.ts";

const WEEK = 7;
const isWorkdays = (days: readonly number[]): boolean => days.join("") === "12345";

/** "every Monday at 09:00 Tokyo" */
const ruleSentence = (voice: Voice, { rule, first, zone }: Recurrence): string => {
  const { recurrence, date } = voice.words;
  const place = zoneName(voice, zone);
  if (rule.kind === "cron") return recurrence.cron(rule.expression, place);
  const time = date.time(Temporal.PlainDateTime.from(first).toPlainTime());
  const said = (days: string): string => recurrence.at(days, time, place);
  if (rule.kind === "monthly") return said(recurrence.monthly(date.weekday(dayOfWeek(rule.day)), rule.nth));
  if (rule.every === 1 && rule.days.length === WEEK) return said(recurrence.daily);
  if (rule.every === 1 && isWorkdays(rule.days)) return said(recurrence.weekdays);
  return said(recurrence.weekly(voice.words.list(rule.days.map((day) => date.weekday(dayOfWeek(day)))), rule.every));
};

/** Read back in full: "every Monday at 09:00 Tokyo, 4 times". */
export const recurrenceSentence = (voice: Voice, of: Recurrence): string => {
  const { recurrence, date } = voice.words;
  const rule = ruleSentence(voice, of);
  if (of.end === undefined) return rule;
  return of.end.kind === "times"
    ? recurrence.times(rule, of.end.times)
    : recurrence.until(rule, date.day(Temporal.PlainDate.from(of.end.day)));
};

/** "Saturday, 5 December 2026, 17:00 Tokyo", "1 day before the start", "every Monday at 09:00 Tokyo" */
export const scheduleSentence = (voice: Voice, when: Schedule): string => {
  if (when.kind === "recurring") return recurrenceSentence(voice, when);
  if (when.kind === "wall") return longAt(voice, toMoment(when.wall, when.zone).at);
  const offset = Temporal.Duration.from(when.offset);
  const unit = (["weeks", "days", "hours", "minutes"] as const).find((one) => offset[one] !== 0) ?? "minutes";
  const n = Math.abs(offset[unit]);
  const { counted, length } = voice.words.when;
  const said = unit === "days" && n % 7 === 0 ? length.weeks(n / 7) : length[unit](n);
  if (offset.sign === 0) return counted[when.anchor].at;
  return counted[when.anchor][offset.sign > 0 ? "after" : "before"](said);
};

/** What the clocks do to those that they touch, and what the two kinds of days of a cron expression come to. */
export const recurrenceNotes = (
  voice: Voice,
  { rule }: Recurrence,
  occurrences: readonly Occurrence[],
): readonly string[] => {
  const { recurrence, date } = voice.words;
  const changed = occurrences.flatMap(({ nominal, moment: { at, change } }) => {
    const asked = Temporal.PlainDateTime.from(nominal);
    const [day, time] = [date.long(asked.toPlainDate()), date.time(asked.toPlainTime())];
    if (change === "overlap") return [recurrence.overlap(day, time)];
    if (change !== "gap") return [];
    const isSameDay = at.toPlainDate().equals(asked.toPlainDate());
    return [recurrence.gap(day, time, isSameDay ? date.time(at) : `${date.long(at.toPlainDate())} ${date.time(at)}`)];
  });
  return rule.kind === "cron" && toCron(rule.expression).both ? [recurrence.cronBoth, ...changed] : changed;
};
