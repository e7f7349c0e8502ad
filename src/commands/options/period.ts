import type { Option, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import { webinarYears } from "../../core/store/webinars.ts";
import { type Period, parsePeriod } from "../../core/time/period.ts";
import { monthNamed } from "../../core/words/months.ts";

/** A year past this is one of another calendar: 2569 is 2026 in the Buddhist. */
const LAST_YEAR = 2200;
const BUDDHIST = 543;

/** The year or month that the words name, if they do. Throws UserError for a year of another calendar. */
export const periodNamed = (raw: string, { now, voice }: Pick<Tools, "now" | "voice">): Period | undefined => {
  const thisYear = now.toZonedDateTimeISO(voice.zone).year;
  const period = parsePeriod(raw, { thisYear, monthNamed });
  const year = Number(period?.from.slice(0, 4));
  if (year > LAST_YEAR) throw new UserError((words) => words.when.buddhist(year, year - BUDDHIST));
  return period;
};

/** A year or a month. */
export const periodOption = {
  kind: "line",
  required: false,
  parse: (raw: string, tools: Tools): Period => {
    const period = periodNamed(raw, tools);
    if (period === undefined) throw new UserError((words) => words.webinar.noPeriod);
    return period;
  },
  suggest: async (typed: string, { trx }: Tools) =>
    bestMatches(typed, (await webinarYears(trx)).map(String), (year) => [year]).map((year) => ({
      label: year,
      value: year,
    })),
} as const satisfies Option<Period>;
