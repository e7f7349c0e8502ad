import { clockTime, dayNames, relativeTime } from "../dates.ts";

const days = dayNames("en");
const plural = new Intl.PluralRules("en");
const ordinals = new Intl.PluralRules("en", { type: "ordinal" });
const ENDINGS: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd" };

export const count = (n: number, one: string, other: string): string =>
  `${n} ${plural.select(n) === "one" ? one : other}`;
export const ordinal = (n: number): string => `${n}${ENDINGS[ordinals.select(n)] ?? "th"}`;
export const list = (parts: readonly string[]): string => new Intl.ListFormat("en").format(parts);

const relative = relativeTime("en");

export const date = {
  /** "Saturday, 5 December 2026" */
  long: (d: Temporal.PlainDate): string => `${days.weekday(d)}, ${d.day} ${days.month(d)} ${d.year}`,
  /** "Sat 5 Dec 2026" */
  short: (d: Temporal.PlainDate): string => `${days.weekdayShort(d)} ${d.day} ${days.monthShort(d)} ${d.year}`,
  /** "19 February 2022" */
  day: (d: Temporal.PlainDate): string => `${d.day} ${days.month(d)} ${d.year}`,
  weekday: days.weekday,
  /** What people call the month of this day. */
  months: (d: Temporal.PlainDate): readonly string[] => [days.month(d), days.monthShort(d)],
  time: clockTime,
  /** A wall time with its zone: "Sat 5 Dec 2026, 17:00 Tokyo" */
  at: (day: string, time: string, place: string): string => `${day}, ${time} ${place}`,
  stop: (city: string, time: string): string => `${city} ${time}`,
  stopOn: (city: string, at: Temporal.ZonedDateTime): string =>
    `${city} ${days.weekdayShort(at.toPlainDate())} ${clockTime(at)}`,
  stops: (stops: readonly string[]): string => stops.join(" · "),
  oneDay: (stops: string, day: Temporal.PlainDate): string => `${stops}, all ${days.weekday(day)}`,
  comma: ", ",
  /** Between a name and what is said of it. */
  colon: ": ",
  /** A remark behind a date. */
  aside: (what: string, remark: string): string => `${what} (${remark})`,
  /** "in 12 days", "5 minutes ago" */
  inTime: (ms: number): string => relative(ms),
  timesIn: (place: string): string => `times in ${place}`,
};

export const when = {
  unclear: "I cannot read this time. Write it like 2026-12-05 17:00 Tokyo, 17:00, +2d, or 1w before.",
  whichHour: "At what hour? Write it like 2026-12-05 17:00.",
  whichOrder: "Which is the day and which the month? Write the year first: 2026-12-05 17:00.",
  buddhist: (year: number, gregorian: number): string => `Is ${year} a Buddhist year? Then write ${gregorian}.`,
  noSuchDay: "There is no such day in the calendar.",
  noSuchHour: "There is no such hour. Write it like 17:00 or 5pm.",
  unknownZone: (name: string): string =>
    `I do not know the zone “${name}”. Name a city (Tokyo) or an IANA zone (Europe/London).`,
  past: (written: string): string => `${written} is in the past.`,
  noHour: (webinar: string): string =>
    `${webinar}: the hour is not recorded, so nothing can be timed by it. Give a date and an hour.`,
  noWebinar: "No webinar is planned, so there is no start to count from. Give a date and an hour.",
  gap: (asked: string, written: string): string =>
    `The clocks go forward then and ${asked} does not exist; it becomes ${written}.`,
  overlap: "The clocks go back then and this hour comes twice; the first is meant.",
  tooFar: "That is more than two years ahead.",
  /** "1 day before the start", "at the end" */
  counted: {
    start: {
      at: "at the start",
      before: (length: string): string => `${length} before the start`,
      after: (length: string): string => `${length} after the start`,
    },
    end: {
      at: "at the end",
      before: (length: string): string => `${length} before the end`,
      after: (length: string): string => `${length} after the end`,
    },
  },
  length: {
    weeks: (n: number): string => count(n, "week", "weeks"),
    days: (n: number): string => count(n, "day", "days"),
    hours: (n: number): string => count(n, "hour", "hours"),
    minutes: (n: number): string => count(n, "minute", "minutes"),
  },
};

export const bot = {
  open: "Open the form",
  submit: "Send",
  cancel: "Cancel",
  unknown: (typed: string): string => `I do not know /${typed}.`,
  didYouMean: (name: string): string => `/${name}`,
  unknownOption: (command: string, option: string): string => `/${command} has no option “${option}”.`,
  takesNothing: (command: string): string => `/${command} takes nothing after its name.`,
  allCommands: "All commands",
  needsRank: {
    member: "This is for members.",
    moderator: "This is for moderators. An admin can make you one: /rostrum roles give",
    organiser: "This is for organisers. An admin can make you one: /rostrum roles give",
    admin: "This is for admins. Whoever set Rostrum up can make you one: /rostrum roles give",
  },
  needsRole: "For this webinar it is for its discussant and for moderators.",
  notConnected: (space: string): string =>
    `${space} is not connected to the network. Someone who administers it can run /rostrum setup to ask for it.`,
  guest: "Guests can use this only when the programme names them.",
  lostPress: "This button belongs to a message that is no longer valid. Please start again.",
  foreignDraft: "This belongs to somebody else. Start your own with the command.",
  expiredDraft: "This is no longer open; nothing was changed. Please start again.",
  fault: (reference: string): string =>
    `Something went wrong here; nothing was changed. Please try again, and tell an organiser this reference if it stays: ${reference}`,
  notAChoice: (values: string): string => `It must be one of: ${values}.`,
  tooLong: (most: number, is: number): string => `At most ${most} characters, and this has ${is}.`,
  tooMuch: "That is a lot within an hour. Please go on in a few minutes.",
  empty: "This cannot be empty.",
  cancelled: "Left as it was. Nothing was scheduled or posted.",
  change: "Change…",
  leave: "Cancel",
  working: "Working on it…",
  tooLarge: "Slack cannot show this form: it is too large. Please type it as one line, with less text.",
  more: "More",
  back: "Back",
  outside:
    "I work in servers only, not in direct messages. Please use the command in a channel of the network's server.",
};

export const share = {
  button: "Share here",
  done: "Posting it here for everyone.",
  mayNot: "You may not write in this channel, so I cannot post here for you.",
  cannot: "This answer cannot be shared.",
  tooMany: "That is a lot at once. Please share again in a minute.",
  by: (name: string): string => `Shared by ${name}`,
};

export const rank = { member: "member", moderator: "moderator", organiser: "organiser", admin: "admin" };
export const role = { speaker: "speaker", discussant: "discussant", moderator: "moderator of the webinar" };
export const languageNames = {
  en: "English",
  ja: "日本語 (Japanese)",
  "zh-Hans": "简体中文 (Simplified Chinese)",
  "zh-Hant": "繁體中文 (Traditional Chinese)",
  th: "ไทย (Thai)",
};
export const purpose = { announcements: "announcements", discussion: "discussion", desk: "desk" };
