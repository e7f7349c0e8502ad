import type { Option, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { isVisible, toLabel } from "../../core/bot/plain.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import { fold } from "../../core/network/fold.ts";
import { fullName } from "../../core/network/person.ts";
import { say } from "../../core/say/voice.ts";
import { listInstitutions } from "../../core/store/manage.ts";
import { suggestAnybody } from "../../core/store/people.ts";
import { type Country, countryCodes } from "../../core/words/countries.ts";
import { languages } from "../../core/words/language.ts";
import { wordsIn } from "../../core/words/words.ts";

const NAME_MOST = 200;
const SUGGESTED = 25;

const toName = (raw: string): string => {
  const name = raw.replaceAll(/\s+/gu, " ").trim();
  if (!isVisible(name)) throw new UserError((words) => words.bot.empty);
  if (name.length > NAME_MOST) throw new UserError((words) => words.bot.tooLong(NAME_MOST, name.length));
  return name;
};

/** Somebody of the record (a key, or the name as it stands there), or somebody new to it: words, resolved when it is done. */
export const speakerOption = {
  kind: "line",
  required: true,
  parse: toName,
  suggest: async (typed: string, { trx }: Tools) =>
    (await suggestAnybody(trx, typed, SUGGESTED)).map((one) => ({ label: toLabel(fullName(one)), value: one.key })),
} as const satisfies Option<string, true>;

/** An institution of the record, or one that is new to it. */
export const affiliationOption = {
  kind: "line",
  required: false,
  parse: toName,
  suggest: async (typed: string, { trx, voice }: Tools) =>
    bestMatches(typed, await listInstitutions(trx), ({ key, name }) => [key, ...Object.values(name)]).map((one) => ({
      label: toLabel(say(voice, one.name)),
      value: one.key,
    })),
} as const satisfies Option<string>;

const named = (code: Country): readonly string[] => [
  code,
  ...languages.map((language) => wordsIn(language).countries[code]),
];

/** By its name in any language, or its ISO 3166 code. */
export const countryOption = {
  kind: "line",
  required: false,
  parse: (raw: string): Country => {
    const typed = fold(raw.normalize("NFKC").trim());
    const code = countryCodes.find((one) => named(one).some((name) => fold(name) === typed));
    if (code === undefined) throw new UserError((words) => words.manage.unknownCountry(raw), { option: "country" });
    return code;
  },
  suggest: async (typed: string, { voice }: Tools) =>
    bestMatches(typed, countryCodes, named).map((code) => ({ label: voice.words.countries[code], value: code })),
} as const satisfies Option<Country>;
