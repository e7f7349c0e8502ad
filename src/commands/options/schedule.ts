import type { Options } from "../../core/bot/call.ts";
import type { Option, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import type { Suggestion } from "../../core/bot/message.ts";
import type { Press } from "../../core/bot/press.ts";
import type { WebinarHead } from "../../core/network/webinar.ts";
import { recurrenceNotes, recurrenceSentence } from "../../core/say/recurrence.ts";
import { longAt, shortAt } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import type { When } from "../../core/time/moment.ts";
import { isRecurring, parseRecurrence, writtenRecurrence } from "../../core/time/parse-recurrence.ts";
import { occurrencesFrom, type Recurrence, type Schedule } from "../../core/time/recurrence.ts";
import { changeSentence, toComing, whenOption, writtenWhen } from "./when.ts";

/** So often something may go out again and again, in each place. */
export const MOST_TIMES = 60;

export interface Asking {
  readonly tools: Tools;
  readonly voice: Voice;
  readonly change?: Press;
}

/** What is meant, checked, and in words. */
export interface Coming {
  /** When it goes out, or goes out first. */
  readonly at: Temporal.ZonedDateTime;
  /** "Saturday, 5 December 2026, 17:00 Tokyo", "every Monday at 09:00 Tokyo, 4 times" */
  readonly said: string;
  /** Each moment of it, in order, by its own wall time and zone. */
  readonly each: readonly { readonly when: When; readonly at: Temporal.ZonedDateTime }[];
  /** Each date of what recurs. */
  readonly dates: readonly string[];
  /** What the clocks do to it. */
  readonly notes: readonly string[];
}

const comingAgain = (recurrence: Recurrence, asking: Asking): Coming => {
  const { voice } = asking;
  const all = occurrencesFrom(recurrence)
    .take(MOST_TIMES + 1)
    .toArray();
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) throw new UserError((words) => words.recurrence.never);
  if (all.length > MOST_TIMES) throw new UserError((words) => words.recurrence.tooMany(MOST_TIMES), { option: "when" });
  for (const { nominal } of [first, last])
    toComing({ kind: "wall", wall: nominal, zone: recurrence.zone }, undefined, asking);
  return {
    at: first.moment.at,
    said: recurrenceSentence(voice, recurrence),
    each: all.map(({ nominal, moment }) => ({
      when: { kind: "wall", wall: nominal, zone: recurrence.zone },
      at: moment.at,
    })),
    dates: all.map(({ moment }) => shortAt(voice, moment.at)),
    notes: recurrenceNotes(voice, recurrence, all),
  };
};

/** As toComing, for what goes out once or again and again: none of it past, none absurdly far, and not too many. */
export const comingOf = (when: Schedule, webinar: WebinarHead | undefined, asking: Asking): Coming => {
  if (when.kind === "recurring") return comingAgain(when, asking);
  const moment = toComing(when, webinar, asking);
  const note = changeSentence(when, moment, asking.voice);
  return {
    at: moment.at,
    said: longAt(asking.voice, moment.at),
    each: [{ when, at: moment.at }],
    dates: [],
    notes: note === undefined ? [] : [note],
  };
};

const parse = (raw: string, tools: Tools): Schedule =>
  isRecurring(raw) ? parseRecurrence(raw, { now: tools.now, zone: tools.voice.zone }) : whenOption.parse(raw, tools);

/** Offered behind what has no end yet. */
const ENDS: readonly string[] = ["", ", 4 times", ", for 4 weeks"];

const suggest = async (typed: string, tools: Tools, others: Options): Promise<readonly Suggestion[]> => {
  if (!isRecurring(typed)) return whenOption.suggest(typed, tools, others);
  return ENDS.flatMap((end) => {
    try {
      const when = parse(typed + end, tools);
      return [{ label: comingOf(when, undefined, { tools, voice: tools.voice }).said, value: writtenSchedule(when) }];
    } catch (error) {
      if (error instanceof UserError) return [];
      throw error;
    }
  });
};

/** As it is read back from a press: the same, whenever that is. */
export const writtenSchedule = (when: Schedule): string =>
  when.kind === "recurring" ? writtenRecurrence(when) : writtenWhen(when);

/** A moment, so long before or after the webinar, or again and again with an end. */
export const scheduleOption = { kind: "line", required: true, parse, suggest } as const satisfies Option<
  Schedule,
  true
>;
