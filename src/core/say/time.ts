import type { Time } from "../bot/text.ts";
import { cities, isCity } from "../time/city.ts";
import { isOneDay, toStrip } from "../time/strip.ts";
import type { Voice } from "./voice.ts";

/** "Tokyo" for Asia/Tokyo: a stop of the strip first, then any city we name, else the end of the zone's own name. */
export const zoneName = (voice: Voice, zone: string): string => {
  const known = Object.keys(cities).filter(isCity);
  const city = [...voice.strip.filter(isCity), ...known].find((one) => cities[one] === zone);
  return city === undefined ? (zone.split("/").at(-1) ?? zone).replaceAll("_", " ") : voice.words.cities[city];
};

/** "Sat 5 Dec 2026, 17:00 Tokyo": where no reader's own zone can be shown. */
export const shortAt = (voice: Voice, at: Temporal.ZonedDateTime): string =>
  voice.words.date.at(
    voice.words.date.short(at.toPlainDate()),
    voice.words.date.time(at),
    zoneName(voice, at.timeZoneId),
  );

export const longAt = (voice: Voice, at: Temporal.ZonedDateTime): string =>
  voice.words.date.at(
    voice.words.date.long(at.toPlainDate()),
    voice.words.date.time(at),
    zoneName(voice, at.timeZoneId),
  );

/** An instant for everybody: in the reader's own zone where the platform can, else written out in the voice's zone. */
export const fullTime = (voice: Voice, at: Temporal.Instant): Time => ({
  node: "time",
  at: Math.floor(at.epochMilliseconds / 1000),
  style: "full",
  written: longAt(voice, at.toZonedDateTimeISO(voice.zone)),
});

/** "London 08:00 · Bangkok 15:00 · Tokyo 17:00, all Saturday"; each with its weekday where they differ. */
export const strip = (voice: Voice, at: Temporal.Instant): string => {
  const stops = toStrip(at, voice.strip);
  const { date, cities: names } = voice.words;
  const [first] = stops;
  if (first === undefined) return "";
  if (!isOneDay(stops)) return date.stops(stops.map(({ city, there }) => date.stopOn(names[city], there)));
  const times = date.stops(stops.map(({ city, there }) => date.stop(names[city], date.time(there))));
  return date.oneDay(times, first.there.toPlainDate());
};
