import { defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, note, text } from "../../core/bot/message.ts";
import { bold, md } from "../../core/bot/text.ts";
import { momentOf } from "../../core/delivery/plan.ts";
import { fullTime, zoneName } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { programmeButton, webinarName } from "../../core/say/webinar.ts";
import { nextWebinar } from "../../core/store/webinars.ts";
import { changesBetween } from "../../core/time/change.ts";
import { cities, isCity, toZone } from "../../core/time/city.ts";
import { cityNamed } from "../../core/words/cities.ts";
import { suggestCities } from "../options/city.ts";
import { splitSeveral } from "../options/several.ts";
import { changeSentence, whenIfGiven } from "../options/when.ts";

/** A line of the comparison: a name and its zone. */
interface Stop {
  readonly name: string;
  readonly zone: string;
}

const MOST = 15;

const stopFor = (typed: string, voice: Voice): Stop => {
  const city = cityNamed(typed);
  if (city !== undefined) return { name: voice.words.cities[city], zone: cities[city] };
  const zone = toZone(typed.trim().replaceAll(" ", "_"));
  if (zone === undefined) throw new UserError((words) => words.when.unknownZone(typed));
  return { name: zoneName(voice, zone), zone };
};

const citiesOption = {
  kind: "line",
  required: false,
  pick: "several",
  parse: (raw: string, { voice }: Tools): readonly Stop[] => {
    const typed = splitSeveral(raw);
    if (typed.length > MOST) throw new UserError((words) => words.webinar.tooManyCities(MOST));
    return typed.map((one) => stopFor(one, voice));
  },
  suggest: async (typed: string, { voice }: Tools) => suggestCities(typed, voice),
} as const satisfies Option<readonly Stop[]>;

/** The asker's own zone first, then the network's cities; each zone's clock once, unless both were named. */
const stopsFor = (voice: Voice, named: readonly Stop[] | undefined): readonly Stop[] => {
  const own = { name: zoneName(voice, voice.zone), zone: voice.zone };
  const others =
    named ?? voice.strip.filter(isCity).map((city) => ({ name: voice.words.cities[city], zone: cities[city] }));
  return others.some(({ zone }) => zone === own.zone) ? others : [own, ...others];
};

/** "UTC+9", "UTC−3:30" */
const offsetOf = (at: Temporal.ZonedDateTime): string => {
  const minutes = at.offsetNanoseconds / 60e9;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? "−" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
};

const changeLines = (voice: Voice, stops: readonly Stop[], span: { from: Temporal.Instant; to: Temporal.Instant }) =>
  stops.flatMap(({ name, zone }) =>
    changesBetween(zone, span.from, span.to)
      // What is far ahead passes many of them; the last two are the ones in force.
      .slice(-2)
      .map(({ at, minutes }) =>
        voice.words.webinar.clocksChange(name, voice.words.date.long(at.toPlainDate()), minutes),
      ),
  );

export const time = defineCommand({
  name: "webinar time",
  rank: "member",
  options: { when: whenIfGiven, cities: citiesOption },
  async run({ when, cities: named }, tools) {
    const { voice, now } = tools;
    const { webinar: words, date } = voice.words;
    const head = when?.kind === "wall" ? undefined : await nextWebinar(tools.trx, now);
    if (when === undefined && head !== undefined && head.startsAt === undefined)
      throw new UserError((all) => all.when.noHour(webinarName(voice, head)), { option: "when" });
    const moment = when && momentOf(when, head);
    if (when !== undefined && moment === undefined)
      throw new UserError(
        (all) => (head === undefined ? all.when.noWebinar : all.when.noHour(webinarName(voice, head))),
        { option: "when" },
      );
    const at =
      moment?.at.toInstant() ?? Temporal.Instant.fromEpochMilliseconds(head?.startsAt ?? now.epochMilliseconds);
    const stops = stopsFor(voice, named);
    const lines = stops.map(({ name, zone }) => {
      const there = at.toZonedDateTimeISO(zone);
      const said = date.at(date.short(there.toPlainDate()), date.time(there), offsetOf(there));
      return md`${bold(name)} · ${said}`;
    });
    const isAhead = Temporal.Instant.compare(at, now) > 0;
    const changes = isAhead ? changeLines(voice, stops, { from: now, to: at }) : [];
    const name = head === undefined ? (when === undefined ? words.rightNow : undefined) : webinarName(voice, head);
    return message(
      text(
        name,
        fullTime(voice, at),
        isAhead ? date.inTime(at.epochMilliseconds - now.epochMilliseconds) : undefined,
        when && moment && changeSentence(when, moment, voice),
      ),
      text(...lines),
      changes.length === 0 ? undefined : note(words.clocksBefore, ...changes),
      buttons(head && programmeButton(voice, head)),
    );
  },
});
