import { count, ordinal } from "./common.ts";

const NTH: Readonly<Record<number, string>> = {
  1: "first",
  2: "second",
  3: "third",
  4: "fourth",
  5: "fifth",
  [-1]: "last",
};

/** What comes again and again: read back in full, what the clocks do to one of them, and what cannot be read. */
export const recurrence = {
  daily: "every day",
  weekdays: "every weekday",
  /** "every Monday and Thursday", "every 2 weeks on Friday" */
  weekly: (days: string, every: number): string => (every === 1 ? `every ${days}` : `every ${every} weeks on ${days}`),
  /** @param nth 1 to 5, and -1 for the last. */
  monthly: (day: string, nth: number): string =>
    `the ${NTH[nth] ?? ordinal(nth)} ${day} of the month${nth === 5 ? " (of months that have five)" : ""}`,
  /** "every Monday at 09:00 Tokyo" */
  at: (rule: string, time: string, place: string): string => `${rule} at ${time} ${place}`,
  cron: (expression: string, place: string): string => `by the pattern ${expression}, ${place} time`,
  times: (said: string, times: number): string => `${said}, ${count(times, "time", "times")}`,
  until: (said: string, day: string): string => `${said}, until ${day}`,
  gap: (day: string, asked: string, becomes: string): string =>
    `On ${day} the clocks go forward and ${asked} does not exist; it becomes ${becomes}.`,
  overlap: (day: string, asked: string): string =>
    `On ${day} the clocks go back and ${asked} comes twice; the first is meant.`,
  cronBoth: "Only days that fit both the day of the month and the day of the week count.",
  late: "After a breakdown only the newest one that was missed goes out.",
  scheduled: (said: string, places: string): string => `Scheduled: ${said}. In ${places}.`,
  ask: (by: string, what: string, said: string): string =>
    `${by} wants “${what}” to call people each time it goes out (${said}):`,
  tooMany: (most: number): string => `That is more than ${most} times. Let it end sooner.`,
  cancelThis: (what: string): string => `Cancel all that is left of “${what}”`,
  cancelled: (what: string): string => `Cancelled: ${what}. What has gone out stays, and no more is posted.`,
  unclear:
    "I cannot read what comes again and again here. Write it like every monday 09:00 Tokyo, every 2 weeks on friday 15:00, first thursday 17:00 London or 0 9 * * 1 Tokyo, and then 4 times, for 4 weeks or until 2026-11-30.",
  whichHour: "At what hour? Write it behind the day: every monday 09:00 Tokyo.",
  whichSecond:
    "Is that every other week, or once a month? Write every 2 weeks on friday, or second friday of the month.",
  whichEnd: "Until when? Write it like 4 times, for 4 weeks or until 2026-11-30.",
  oneEnd: "This has two ends or two beginnings. Write one of them: 4 times, for 4 weeks or until 2026-11-30.",
  endless: "This has no end. Add one: 4 times, for 4 weeks or until 2026-11-30.",
  endsBefore: (first: string): string => `The first would be on ${first}, and it ends before that. Write a later end.`,
  cronUnclear: (expression: string): string =>
    `“${expression}” cannot be read. Write five fields: minute, hour, day of the month, month, day of the week. 0 9 * * 1 is every Monday at 09:00.`,
  never: "There is no such day in the calendar, so this would never come.",
};
