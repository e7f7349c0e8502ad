import type { Suggestion } from "../../core/bot/message.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import type { Voice } from "../../core/say/voice.ts";
import { type City, cities, isCity } from "../../core/time/city.ts";
import { languages } from "../../core/words/language.ts";
import { wordsIn } from "../../core/words/words.ts";
import { suggestSeveral } from "./several.ts";

const known: readonly City[] = Object.keys(cities).filter(isCity);
/** A city is found by its name in every language, whatever the asker's. */
const namesOf = (city: City): readonly string[] => [
  city,
  ...languages.map((language) => wordsIn(language).cities[city]),
];

interface Zone {
  readonly label: string;
  readonly zone: string;
  readonly texts: readonly string[];
}

/** The network's own cities, then the others that have a name here, then all of IANA's zones. */
const zonesFor = ({ strip, words }: Voice): readonly Zone[] => [
  ...[...new Set([...strip.filter(isCity), ...known])].map((city) => ({
    label: `${words.cities[city]} · ${cities[city]}`,
    zone: cities[city],
    texts: [...namesOf(city), cities[city]],
  })),
  ...Intl.supportedValuesOf("timeZone").map((zone) => ({ label: zone, zone, texts: [zone] })),
];

export const suggestZones = (typed: string, voice: Voice): readonly Suggestion[] =>
  bestMatches(typed, zonesFor(voice), ({ texts }) => texts).map(({ label, zone }) => ({ label, value: zone }));

/** Names of cities in the asker's language, in a list. */
export const suggestCities = (typed: string, { words }: Voice): readonly Suggestion[] => {
  const byName = new Map(known.map((city) => [words.cities[city], namesOf(city)]));
  return suggestSeveral(typed, [...byName.keys()], (name) => byName.get(name) ?? [name]);
};
