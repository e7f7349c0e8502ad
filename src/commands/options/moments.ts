import type { Options } from "../../core/bot/call.ts";
import type { Option, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import type { Suggestion } from "../../core/bot/message.ts";
import type { WebinarHead } from "../../core/network/webinar.ts";
import type { Schedule } from "../../core/time/recurrence.ts";
import { type Asking, type Coming, comingOf, MOST_TIMES, scheduleOption, writtenSchedule } from "./schedule.ts";

const SEPARATOR = /[;；\n]/u;
/** Written out in full they must fit into a line again (ask.ts), to be changed. */
const WRITTEN_MOST = 480;

/** As they are read back. */
export const writtenMoments = (given: readonly Schedule[]): string => given.map(writtenSchedule).join("; ");

const parse = (raw: string, tools: Tools): readonly Schedule[] => {
  const parts = raw
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length === 0) throw new UserError((words) => words.bot.empty);
  if (parts.length > MOST_TIMES) throw new UserError((words) => words.discussion.tooMany(MOST_TIMES));
  const all = parts.map((part) => scheduleOption.parse(part, tools));
  const { length } = writtenMoments(all);
  if (length > WRITTEN_MOST)
    throw new UserError((words) => words.discussion.tooMany(Math.floor((all.length * WRITTEN_MOST) / length)));
  return all;
};

/** A suggestion's value (Discord). */
const VALUE_MOST = 100;

/** For the last of several; those before it stay as they are. */
const suggest = async (typed: string, tools: Tools, others: Options): Promise<readonly Suggestion[]> => {
  const [, before = "", last = typed] = typed.match(/^(.*[;；]\s*)([^;；]*)$/su) ?? [];
  const found = await scheduleOption.suggest(last, tools, others);
  return found
    .map(({ label, value }) => ({ label, value: before + value }))
    .filter(({ value }) => value.length <= VALUE_MOST);
};

/** One moment, or several, each of which may come again and again with an end: "+1d; +2d", "every monday 09:00, 4 times". */
export const momentsOption = {
  kind: "line",
  required: true,
  parse,
  suggest,
} as const satisfies Option<readonly Schedule[], true>;

/** All that is meant, checked. */
export const comingAll = (
  given: readonly Schedule[],
  webinar: WebinarHead | undefined,
  asking: Asking,
): { readonly each: Coming["each"]; readonly again: readonly string[]; readonly notes: readonly string[] } => {
  const all = given.map((when) => ({ when, coming: comingOf(when, webinar, asking) }));
  const each = all.flatMap(({ coming }) => coming.each);
  if (each.length > MOST_TIMES)
    throw new UserError((words) => words.discussion.tooMany(MOST_TIMES), { option: "when" });
  return {
    each,
    again: all.flatMap(({ when, coming }) => (when.kind === "recurring" ? [coming.said] : [])),
    notes: [...new Set(all.flatMap(({ coming }) => coming.notes))],
  };
};
