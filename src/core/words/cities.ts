import { type City, isCity } from "../time/city.ts";
import { languages } from "./language.ts";
import { wordsIn } from "./words.ts";

const named: ReadonlyMap<string, City> = new Map(
  languages.flatMap((language) =>
    Object.entries(wordsIn(language).cities).flatMap(([city, name]) =>
      isCity(city) ? [[name.toLowerCase(), city] as const, [city, city] as const] : [],
    ),
  ),
);

/** "Tokyo", "東京", "los-angeles" → the city; `undefined` for what no catalogue names. */
export const cityNamed = (name: string): City | undefined => named.get(name.trim().toLowerCase());
