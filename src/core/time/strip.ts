import { type City, cities, isCity } from "./city.ts";

export interface Stop {
  readonly city: City;
  readonly there: Temporal.ZonedDateTime;
}

/** The same instant in each of the network's cities, in their order. */
export const toStrip = (at: Temporal.Instant, strip: readonly string[]): readonly Stop[] =>
  strip.filter(isCity).map((city) => ({ city, there: at.toZonedDateTimeISO(cities[city]) }));

export const isOneDay = (stops: readonly Stop[]): boolean =>
  stops.every(({ there }) => stops[0] !== undefined && there.toPlainDate().equals(stops[0].there.toPlainDate()));
