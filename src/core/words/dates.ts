/** Names of days and months by CLDR (Node's ICU); their order and punctuation are the catalogues'. */
const format = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { ...options, timeZone: "UTC" });

export interface DayNames {
  /** "Saturday" */
  readonly weekday: (date: Temporal.PlainDate) => string;
  /** "Sat" */
  readonly weekdayShort: (date: Temporal.PlainDate) => string;
  /** "December" */
  readonly month: (date: Temporal.PlainDate) => string;
  /** "Dec" */
  readonly monthShort: (date: Temporal.PlainDate) => string;
}

const named = (language: string, options: Intl.DateTimeFormatOptions): ((date: Temporal.PlainDate) => string) => {
  // Made when first needed: ICU takes its time, and a language may never be spoken.
  let names: Intl.DateTimeFormat | undefined;
  return (date) => {
    names ??= format(language, options);
    return names.format(Date.UTC(date.year, date.month - 1, date.day));
  };
};

export const dayNames = (language: string): DayNames => ({
  weekday: named(language, { weekday: "long" }),
  weekdayShort: named(language, { weekday: "short" }),
  month: named(language, { month: "long" }),
  monthShort: named(language, { month: "short" }),
});

/** "17:00" */
export const clockTime = (at: Temporal.ZonedDateTime | Temporal.PlainTime): string =>
  `${String(at.hour).padStart(2, "0")}:${String(at.minute).padStart(2, "0")}`;

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** "in 12 days", "5 minutes ago": in the largest unit that is not zero. */
export const relativeTime = (language: string): ((ms: number) => string) => {
  let format: Intl.RelativeTimeFormat | undefined;
  return (ms) => {
    format ??= new Intl.RelativeTimeFormat(language, { numeric: "always" });
    const [unit, size] = STEPS.find(([, length]) => Math.abs(ms) >= length) ?? ["minute", 60_000];
    return format.format(Math.trunc(ms / size), unit);
  };
};
