import type { Option, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import type { Suggestion } from "../../core/bot/message.ts";
import { longAt } from "../../core/say/time.ts";
import { parseWhen, toMoment } from "../../core/time/moment.ts";
import { changeSentence } from "./when.ts";

/** When a webinar is: a day, and the hour where it is known. The wall time and its zone are the truth. */
export interface Start {
  readonly date: string;
  readonly hour: { readonly time: string; readonly zone: string } | undefined;
}

/** A day alone is a day: no hour is ever made up for it. */
const read = (raw: string, { now, voice }: Pick<Tools, "now" | "voice">): Start => {
  const from = { now, zone: voice.zone };
  const isDayOnly = /^\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?$/u.test(raw.normalize("NFKC").trim());
  const when = parseWhen(isDayOnly ? `${raw} 12:00` : raw, from);
  if (when.kind !== "wall") throw new UserError((words) => words.manage.notRelative);
  const [date = "", time = ""] = when.wall.split("T");
  return { date, hour: isDayOnly ? undefined : { time, zone: when.zone } };
};

/** As it can be read back from a button. */
export const writtenStart = ({ date, hour }: Start): string =>
  hour === undefined ? date : `${date} ${hour.time} ${hour.zone}`;

export const startsAtOf = ({ date, hour }: Start): number | undefined =>
  hour === undefined ? undefined : toMoment(`${date}T${hour.time}`, hour.zone).at.epochMilliseconds;

export const sayStart = ({ voice }: Pick<Tools, "voice">, start: Start): string => {
  if (start.hour === undefined) {
    const { date, webinar } = voice.words;
    return date.aside(date.long(Temporal.PlainDate.from(start.date)), webinar.hourNotRecorded);
  }
  return longAt(voice, toMoment(`${start.date}T${start.hour.time}`, start.hour.zone).at);
};

/** What the clocks do to it, said when it is entered. */
export const startChange = ({ voice }: Pick<Tools, "voice">, { date, hour }: Start): string | undefined => {
  if (hour === undefined) return undefined;
  const wall = `${date}T${hour.time}`;
  return changeSentence({ kind: "wall", wall, zone: hour.zone }, toMoment(wall, hour.zone), voice);
};

const suggest = async (typed: string, tools: Tools): Promise<readonly Suggestion[]> => {
  try {
    const start = read(typed, tools);
    return [{ label: sayStart(tools, start), value: writtenStart(start) }];
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
};

export const startOption = { kind: "line", required: true, parse: read, suggest } as const satisfies Option<
  Start,
  true
>;
