import { UserError } from "../bot/errors.ts";
import { weekdayNames } from "../words/weekdays.ts";
import type { Words } from "../words/words.ts";
import { toCron } from "./cron.ts";
import { readHour, readZone, toDate, toMoment } from "./moment.ts";
import { type End, occurrencesOf, type Recurrence, type Rule } from "./recurrence.ts";

/** Longer than any recurrence that can be meant. */
const LONGEST = 300;
const DATE = String.raw`(\d{4})(?:[-/.]|年\s*)(\d{1,2})(?:[-/.]|月\s*)(\d{1,2})日?`;
const FROM = new RegExp(String.raw`\s(?:from\s+${DATE}(?:[\st]+(\d{1,2}:\d{2}))?|${DATE}\s*から)$`);
const TIMES = /(?:\s|(?<=から))(?:(\d{1,4})\s+times?|全?(\d{1,4})\s*回)$/;
const LENGTH = /(?:\s|(?<=から))(?:for\s+(\d{1,4})\s+(day|week|month)s?|(\d{1,4})\s*(日|週|[かヶカケ]月)間)$/;
const UNTIL = new RegExp(String.raw`\s(?:until\s+(?:${DATE}|(\S.*))|(?:${DATE}|(\S+))\s*まで)$`);
const UNITS: Readonly<Record<string, "days" | "weeks">> = { day: "days", 日: "days", week: "weeks", 週: "weeks" };
const CRON =
  /^([\d*][\d*,/-]*)\s+([\d*][\d*,/-]*)\s+([\d*?l][\d*?,/lw-]*)\s+([\d*a-z][\d*,/a-z-]*)\s+([\d*?a-z][\d*?,/a-z#-]*)(?=\s|$)/;
const NTH: readonly RegExp[] = [/first|[1一]/, /second|[2二]/, /third|[3三]/, /fourth|[4四]/, /fifth|[5五]/];

const wrong = (say: (words: Words["recurrence"]) => string): UserError =>
  new UserError((words) => say(words.recurrence));

interface Patterns {
  readonly day: RegExp;
  readonly weekly: RegExp;
  readonly monthly: RegExp;
}
let patterns: Patterns | undefined;

/** Made when first needed: the names of days come from ICU. */
const readPatterns = (): Patterns => {
  const names = [...weekdayNames().keys()].sort((a, b) => b.length - a.length).map((name) => RegExp.escape(name));
  const day = `(?:${names.join("|")})(?![a-z])`;
  const days = String.raw`(${day}(?:\s*(?:,|・|と|and\s|&)?\s*${day}){0,6})`;
  const weeks = String.raw`(?:every|毎週|(?:every\s+(?:(\d{1,2})\s+weeks?|(?:(other)\s+)?week)(?:\s+on)?|(\d{1,2})\s*週間?ごと|(隔週)))`;
  const word = "first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th";
  const nth = String.raw`(?:(?:on\s+)?(?:(every)\s+|the\s+)?|毎月\s*)(?:(${word}|第\s*[1-5一二三四五])|last|最終|最後)`;
  return {
    day: new RegExp(day, "g"),
    weekly: new RegExp(String.raw`^${weeks}\s*の?\s*${days}`),
    monthly: new RegExp(
      String.raw`^${nth}\s*の?\s*(${day})(\s+(?:of|in)\s+(?:the|each|every|a)\s+month|\s+every\s+month)?`,
    ),
  };
};

const dayNumber = (name: string): number => weekdayNames().get(name) ?? 0;
const ALL_DAYS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = ALL_DAYS.slice(0, 5);

interface ReadRule {
  readonly rule: Rule;
  readonly rest: string;
}

const readMonthly = (typed: string, { monthly }: Patterns): ReadRule | undefined => {
  const match = typed.match(monthly);
  if (match === null) return undefined;
  const [whole, every, word, day = "", ofMonth] = match;
  const nth = word === undefined ? -1 : NTH.findIndex((one) => one.test(word)) + 1;
  // "every second friday" is every other one to many, and the second of the month to others.
  if (every !== undefined && nth === 2 && ofMonth === undefined) throw wrong((words) => words.whichSecond);
  return { rule: { kind: "monthly", nth, day: dayNumber(day) }, rest: typed.slice(whole.length) };
};

const readRule = (typed: string): ReadRule | undefined => {
  const cron = typed.match(CRON);
  if (cron !== null)
    return { rule: { kind: "cron", expression: cron.slice(1).join(" ") }, rest: typed.slice(cron[0].length) };
  const [often, daily] =
    typed.match(/^(?:(every\s?day|daily|毎日)|every\s+weekday|weekdays|平日(?:毎日)?)(?![a-z])/) ?? [];
  if (often !== undefined) {
    const days = daily === undefined ? WORKDAYS : ALL_DAYS;
    return { rule: { kind: "weekly", every: 1, days }, rest: typed.slice(often.length) };
  }
  patterns ??= readPatterns();
  const weekly = typed.match(patterns.weekly);
  if (weekly === null) return readMonthly(typed, patterns);
  const [whole, weeks, other, weeksToo, otherToo, named = ""] = weekly;
  const every = Number(weeks ?? weeksToo ?? ((other ?? otherToo) ? 2 : 1));
  if (every === 0) throw wrong((words) => words.unclear);
  const days = [...new Set((named.match(patterns.day) ?? []).map(dayNumber))].sort((a, b) => a - b);
  return { rule: { kind: "weekly", every, days }, rest: typed.slice(whole.length) };
};

const dateOf = (parts: readonly (string | undefined)[]): Temporal.PlainDate | undefined => {
  const [year, month, day] = parts.filter((part) => part !== undefined);
  return day === undefined ? undefined : toDate(Number(year), Number(month), Number(day));
};

interface Tails {
  readonly rest: string;
  readonly from?: { readonly day: Temporal.PlainDate; readonly time: string | undefined };
  readonly times?: number;
  readonly length?: Temporal.Duration;
  readonly until?: Temporal.PlainDate;
}

/** One of "from 2026-11-30", "4 times", "for 4 weeks", "until 2026-11-30" at the end, or nothing. */
const readTail = (rest: string): Tails | undefined => {
  const from = rest.match(FROM);
  const day = from === null ? undefined : dateOf([...from.slice(1, 4), ...from.slice(5)]);
  if (from !== null && day !== undefined) return { rest: rest.slice(0, from.index), from: { day, time: from[4] } };
  const times = rest.match(TIMES);
  if (times !== null) return { rest: rest.slice(0, times.index), times: Number(times[1] ?? times[2]) };
  const length = rest.match(LENGTH);
  if (length !== null) {
    const [, count = length[3], unit = length[4]] = length;
    const duration = Temporal.Duration.from({ [UNITS[unit ?? ""] ?? "months"]: Number(count) });
    return { rest: rest.slice(0, length.index), length: duration };
  }
  const last = rest.match(UNTIL);
  if (last === null) return undefined;
  const until = dateOf([...last.slice(1, 4), ...last.slice(5, 8)]);
  if (until === undefined) throw wrong((words) => words.whichEnd);
  return { rest: rest.slice(0, last.index), until };
};

const readTails = (typed: string): Tails => {
  const tail = readTail(typed);
  if (tail === undefined) return { rest: typed };
  const before = readTails(tail.rest);
  const ends = [tail, before].filter(
    (one) => one.times !== undefined || one.length !== undefined || one.until !== undefined,
  );
  if (ends.length === 2 || (tail.from !== undefined && before.from !== undefined)) throw wrong((words) => words.oneEnd);
  return { ...tail, ...before };
};

const endOf = ({ times, length, until }: Tails, first: Temporal.PlainDate): End | undefined => {
  if (times === 0) throw wrong((words) => words.whichEnd);
  if (times !== undefined) return { kind: "times", times };
  const last = until ?? (length && first.add(length).subtract({ days: 1 }));
  if (last !== undefined && Temporal.PlainDate.compare(last, first) < 0)
    throw new UserError(({ recurrence, date }) => recurrence.endsBefore(date.long(first)));
  return last && { kind: "until", day: last.toString() };
};

const checkCron = (expression: string): void => {
  try {
    toCron(expression);
  } catch {
    throw wrong((words) => words.cronUnclear(expression));
  }
};

const tidy = (raw: string): string =>
  raw
    .normalize("NFKC")
    .replace(/、|,(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

/** Whether these words begin as a recurrence does; then what is wrong with them is said as of one. */
export const isRecurring = (raw: string): boolean => {
  const typed = tidy(raw.slice(0, LONGEST));
  return (
    /^(?:every|daily|(?:bi)?weekly|monthly|weekdays|毎|隔週|平日|第|\d{1,2}週間?ごと)/.test(typed) ||
    readRule(typed) !== undefined
  );
};

/**
 * "every monday 09:00 Asia/Tokyo, 4 times", "first thursday 17:00 London until 2027-03-31", "毎週月曜 9時 東京 4回", and five
 * cron fields with a zone. Without a zone it is read in `zone`. Throws UserError for everything that is not clear.
 */
export const parseRecurrence = (
  raw: string,
  of: { readonly now: Temporal.Instant; readonly zone: string; readonly mayBeEndless?: boolean },
): Recurrence => {
  if (raw.length > LONGEST) throw wrong((words) => words.unclear);
  const tails = readTails(tidy(raw));
  const read = readRule(tails.rest);
  if (read === undefined) throw wrong((words) => words.unclear);
  const { rule } = read;
  const after = read.rest.replace(/^\s*(?:at\s+|の)?\s*/, "");
  if (rule.kind === "cron") checkCron(rule.expression);
  if (rule.kind !== "cron" && !/^\d{1,2}(?::\d{2}|時|\s*[ap]m)/.test(after)) throw wrong((words) => words.whichHour);
  const hour = rule.kind === "cron" ? undefined : readHour(after);
  const zone = readZone((hour?.rest ?? after).replace(/^\s*in\s/, "")) ?? of.zone;
  const time = hour?.time ?? Temporal.PlainTime.from(tails.from?.time ?? "00:00");
  const day = tails.from?.day ?? of.now.toZonedDateTimeISO(zone).toPlainDate();
  const from = day.toPlainDateTime(time).toString({ smallestUnit: "minute" });
  // Whatever day it is asked on, the first week counts.
  const soonest: Recurrence = {
    kind: "recurring",
    rule: rule.kind === "weekly" ? { ...rule, every: 1 } : rule,
    first: from,
    zone,
  };
  const before = tails.from === undefined ? of.now : toMoment(from, zone).at.toInstant().subtract({ milliseconds: 1 });
  const [first] = occurrencesOf(soonest, before, 1);
  if (first === undefined) throw wrong((words) => words.never);
  const end = endOf(tails, Temporal.PlainDate.from(first.nominal.slice(0, 10)));
  if (end === undefined && of.mayBeEndless !== true) throw wrong((words) => words.endless);
  return { kind: "recurring", rule, first: first.nominal, zone, ...(end && { end }) };
};

const NAMES: readonly string[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const ORDER: readonly string[] = ["first", "second", "third", "fourth", "fifth"];
const nameOf = (day: number): string => NAMES[day - 1] ?? "";

const writtenRule = (rule: Rule): string => {
  if (rule.kind === "cron") return rule.expression;
  if (rule.kind === "monthly") return `${ORDER[rule.nth - 1] ?? "last"} ${nameOf(rule.day)}`;
  const named = [[ALL_DAYS, "day"] as const, [WORKDAYS, "weekday"] as const].find(
    ([all]) => rule.every === 1 && all.join() === rule.days.join(),
  );
  const days = named?.[1] ?? rule.days.map(nameOf).join(",");
  return rule.every === 1 ? `every ${days}` : `every ${rule.every} weeks on ${days}`;
};

/** As parseRecurrence reads it back to the same, whenever and wherever that is. */
export const writtenRecurrence = ({ rule, first, zone, end }: Recurrence): string => {
  const [day = "", time = ""] = first.split("T");
  const from = rule.kind === "cron" ? `${zone} from ${day} ${time}` : `${time} ${zone} from ${day}`;
  const last = end?.kind === "times" ? ` ${end.times} times` : end === undefined ? "" : ` until ${end.day}`;
  return `${writtenRule(rule)} ${from}${last}`;
};
