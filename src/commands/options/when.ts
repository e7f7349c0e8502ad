import type { Option, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import type { Press } from "../../core/bot/press.ts";
import { momentOf } from "../../core/delivery/plan.ts";
import type { WebinarHead } from "../../core/network/webinar.ts";
import { longAt } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { type Moment, parseWhen, type When } from "../../core/time/moment.ts";

const parse = (raw: string, { now, voice }: Tools): When => parseWhen(raw, { now, zone: voice.zone });

/** A moment, or so long before or after the webinar. */
export const whenOption = { kind: "line", required: true, parse } as const satisfies Option<When, true>;
export const whenIfGiven = { kind: "line", required: false, parse } as const satisfies Option<When>;

const TOO_FAR_YEARS = 2;

/**
 * The moment that is meant, checked: not past, not absurdly far, and counted only from a webinar whose hour is known.
 * `change`: what a button that came too late offers instead; it must never schedule what was not previewed.
 */
export const toComing = (
  when: When,
  webinar: WebinarHead | undefined,
  { tools, voice, change }: { tools: Tools; voice: Voice; change?: Press },
): Moment => {
  const wrong = (say: ConstructorParameters<typeof UserError>[0]): UserError =>
    change === undefined
      ? new UserError(say, { option: "when" })
      : new UserError(say, { offer: (words) => [{ label: words.bot.change, press: change }] });
  const moment = momentOf(when, webinar);
  if (moment === undefined)
    throw wrong((words) =>
      webinar === undefined ? words.when.noWebinar : words.when.noHour(webinarName(voice, webinar)),
    );
  const { at } = moment;
  if (at.epochMilliseconds <= tools.now.epochMilliseconds) throw wrong((words) => words.when.past(longAt(voice, at)));
  const here = tools.now.toZonedDateTimeISO(at.timeZoneId);
  if (Temporal.ZonedDateTime.compare(at, here.add({ years: TOO_FAR_YEARS })) > 0)
    throw wrong((words) => words.when.tooFar);
  return moment;
};

/** What the clocks do to the time that was asked for, said when it is entered. */
export const changeSentence = (when: When, { at, change }: Moment, voice: Voice): string | undefined => {
  const { words } = voice;
  if (change === "overlap") return words.when.overlap;
  if (change !== "gap" || when.kind !== "wall") return undefined;
  return words.when.gap(words.date.time(Temporal.PlainDateTime.from(when.wall).toPlainTime()), longAt(voice, at));
};

/** As it is read back from a press: in full and with its zone, so that "+2d" does not move on while somebody thinks. */
export const writtenWhen = (when: When): string => {
  if (when.kind === "wall") return `${when.wall.replace("T", " ")} ${when.zone}`;
  const offset = Temporal.Duration.from(when.offset);
  const units = (["weeks", "days", "hours", "minutes"] as const).filter((unit) => offset[unit] !== 0);
  const [unit = "minutes"] = units;
  const side = offset.sign < 0 ? "before" : "after";
  return offset.sign === 0 ? `at ${when.anchor}` : `${Math.abs(offset[unit])} ${unit} ${side} ${when.anchor}`;
};
