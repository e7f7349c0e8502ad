import type { Options } from "../../core/bot/call.ts";
import type { Option, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import type { Suggestion } from "../../core/bot/message.ts";
import type { Press } from "../../core/bot/press.ts";
import { momentOf } from "../../core/delivery/plan.ts";
import type { WebinarHead } from "../../core/network/webinar.ts";
import { longAt } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { findWebinars, nextWebinar } from "../../core/store/webinars.ts";
import { cities, isCity } from "../../core/time/city.ts";
import { type Moment, parseWhen, type When } from "../../core/time/moment.ts";
import { suggestZones } from "./city.ts";

const parse = (raw: string, { now, voice }: Tools): When => parseWhen(raw, { now, zone: voice.zone });

/** The webinar that "1w before" would count from. */
const headFor = async (named: string | undefined, { trx, now }: Tools): Promise<WebinarHead | undefined> => {
  if (named === undefined || named.trim() === "") return nextWebinar(trx, now);
  const found = await findWebinars(trx, named, 2);
  return found.length === 1 ? found[0] : undefined;
};

/** "Saturday, 5 December 2026, 17:00 Tokyo" for words that the grammar understands and that can still be meant. */
const read = (raw: string, webinar: WebinarHead | undefined, tools: Tools): Suggestion | undefined => {
  try {
    const when = parse(raw, tools);
    const { at } = toComing(when, webinar, { tools, voice: tools.voice });
    const full = longAt(tools.voice, at);
    return {
      label: when.kind === "wall" ? full : tools.voice.words.date.aside(full, raw.trim()),
      value: writtenWhen(when),
    };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
};

/** What people schedule by most, offered before anything is typed. */
const USUAL: readonly string[] = ["1w before", "1d before", "1h before", "15m before", "at start", "after end"];
/** An hour, and behind it the beginning of a city's or a zone's name. */
const HOUR_AND_ZONE = /^(.*\d(?:[時分]|\s*[ap]m)?)(?:\s+(\D*))?$/su;

/** Every line is a whole reading of what was typed: nothing is guessed that the grammar would not take. */
const suggest = async (typed: string, tools: Tools, others: Options): Promise<readonly Suggestion[]> => {
  const words = typed.normalize("NFKC").trim().toLowerCase();
  const [, hour, place = ""] = words.match(HOUR_AND_ZONE) ?? [];
  const zones = hour === undefined || read(hour, undefined, tools) === undefined ? [] : zonesAfter(place, tools.voice);
  const isWall = zones.length > 0 || read(words, undefined, tools) !== undefined;
  const webinar = isWall ? undefined : await headFor(others.webinar, tools);
  const usual = USUAL.filter((one) => one.startsWith(words));
  const candidates = [words, ...usual, ...zones.map((zone) => `${hour} ${zone}`)];
  return candidates.map((raw) => read(raw, webinar, tools)).filter((one) => one !== undefined);
};

const ZONES_SHOWN = 24;
/** Nothing typed of it: the network's cities. */
const zonesAfter = (typed: string, voice: Voice): readonly string[] =>
  typed === ""
    ? voice.strip.filter(isCity).map((city) => cities[city])
    : suggestZones(typed, voice)
        .slice(0, ZONES_SHOWN)
        .map(({ value }) => value);

/** A moment, or so long before or after the webinar. */
export const whenOption = { kind: "line", required: true, parse, suggest } as const satisfies Option<When, true>;
export const whenIfGiven = { kind: "line", required: false, parse, suggest } as const satisfies Option<When>;

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
  const count = Math.abs(offset[unit]);
  return offset.sign === 0
    ? `at ${when.anchor}`
    : `${count} ${count === 1 ? unit.slice(0, -1) : unit} ${side} ${when.anchor}`;
};
