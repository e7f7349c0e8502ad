import { isDeepStrictEqual } from "node:util";
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Entry, EntryOption } from "../../core/bot/entry.ts";
import type { Language, Localized } from "../../core/words/language.ts";
import { label } from "./plain.ts";

/** The menu as Discord's clients show it, and its registration: one PUT of the whole list, only when something differs. */

/** Which of Discord's locales (docs reference#locales) read one of our languages. */
const LOCALES: Readonly<Record<Language, readonly Locale[]>> = {
  en: [Locale.EnglishUS, Locale.EnglishGB],
  ja: [Locale.Japanese],
  "zh-Hans": [Locale.ChineseCN],
  "zh-Hant": [Locale.ChineseTW],
  th: [Locale.Thai],
};

/** Discord, docs application-commands: description and the name of a choice. */
const DESCRIPTION = 100;

const localizations = (words: Localized): Readonly<Partial<Record<Locale, string>>> =>
  Object.fromEntries(
    (Object.keys(LOCALES) as readonly Language[]).flatMap((language) =>
      LOCALES[language].map((locale) => [locale, label(words[language], DESCRIPTION)]),
    ),
  );

const describe = (words: Localized) => ({
  description: label(words.en, DESCRIPTION),
  description_localizations: localizations(words),
});

const toOption = (option: EntryOption): APIApplicationCommandBasicOption => {
  const common = { name: option.name, required: option.required, ...describe(option.summary) };
  if (option.kind === "account") return { type: ApplicationCommandOptionType.Mentionable, ...common };
  if (option.kind === "channel") return { type: ApplicationCommandOptionType.Channel, ...common };
  if (option.kind === "choice" && option.from !== undefined) {
    const choices = option.from.map(({ value, label: words }) => ({
      name: label(words.en, DESCRIPTION),
      name_localizations: localizations(words),
      value,
    }));
    return { type: ApplicationCommandOptionType.String, ...common, choices };
  }
  return { type: ApplicationCommandOptionType.String, ...common, autocomplete: option.suggests };
};

/**
 * Discord wants the required ones first, and its client sends nothing while one is missing. But it cannot type more than one
 * line, and two sentences are better written in a form: where a paragraph is required, or more than one line, none is, so
 * that the command can be sent bare and the bot's form asks for them.
 */
const toOptions = (options: readonly EntryOption[]): APIApplicationCommandBasicOption[] => {
  const required = options.filter((option) => option.required).map(({ kind }) => kind);
  const byForm = required.includes("paragraph") || required.filter((kind) => kind === "line").length > 1;
  return [...options.filter(({ required }) => required), ...options.filter(({ required }) => !required)]
    .map((option) => ({ ...option, required: option.required && !byForm }))
    .map(toOption);
};

const wordsOf = ({ name }: Entry): readonly string[] => name.split(" ");

const toSubcommand = (entry: Entry, name: string): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name,
  ...describe(entry.summary),
  options: toOptions(entry.options),
});

/** Discord never shows the description of a root or a group with commands in it, but wants one: the words that follow. */
const listing = (entries: readonly Entry[], depth: number): string =>
  [...new Set(entries.map((entry) => wordsOf(entry)[depth] ?? ""))].join(", ").slice(0, DESCRIPTION);

const toBranches = (entries: readonly Entry[]): readonly APIApplicationCommandOption[] =>
  [...Map.groupBy(entries, (entry) => wordsOf(entry)[1] ?? "")].flatMap(
    ([name, branch]): APIApplicationCommandOption[] => {
      const deep = branch.filter((entry) => wordsOf(entry).length > 2);
      if (deep.length === 0) return branch.map((entry) => toSubcommand(entry, name));
      const options = deep.map((entry) => toSubcommand(entry, wordsOf(entry)[2] ?? ""));
      return [{ type: ApplicationCommandOptionType.SubcommandGroup, name, description: listing(deep, 2), options }];
    },
  );

/** Only Rostrum's own administration is hidden from those who do not manage the server; who may is checked on every call anyway. */
const HIDDEN_ROOT = "rostrum";

export const toCommands = (menu: readonly Entry[]): RESTPutAPIApplicationCommandsJSONBody =>
  [...Map.groupBy(menu, (entry) => wordsOf(entry)[0] ?? "")].map(([name, entries]) => {
    const alone = entries.find((entry) => wordsOf(entry).length === 1);
    return {
      type: ApplicationCommandType.ChatInput,
      name,
      ...(alone === undefined ? { description: listing(entries, 1) } : describe(alone.summary)),
      options: alone === undefined ? [...toBranches(entries)] : toOptions(alone.options),
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      ...(name === HIDDEN_ROOT && { default_member_permissions: String(PermissionFlagsBits.ManageGuild) }),
    };
  });

/** The fields that we declare; Discord adds ids, versions and defaults of its own. */
const DECLARED = new Set(
  ["type name name_localizations description description_localizations options choices value required autocomplete"]
    .concat("contexts integration_types default_member_permissions")
    .flatMap((names) => names.split(" ")),
);
/** In these every key counts: they are dictionaries. */
const DICTIONARIES = new Set(["name_localizations", "description_localizations"]);

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);

/** Without what Discord adds, and "left out", null, false and [] the same. */
const bare = (given: unknown): unknown => {
  if (Array.isArray(given)) {
    const all = given.map(bare);
    return all.every((one) => typeof one === "number") ? all.toSorted() : all;
  }
  if (typeof given !== "object" || given === null) return given;
  return Object.fromEntries(
    Object.entries(given)
      .filter(([key, value]) => DECLARED.has(key) && !isNothing(value))
      .map(([key, value]) => [key, DICTIONARIES.has(key) ? value : bare(value)]),
  );
};

const byName = (commands: unknown): unknown =>
  Array.isArray(commands)
    ? Object.fromEntries(
        commands.map((command: { name: string; type?: number }) => [
          `${command.type ?? 1} ${command.name}`,
          bare(command),
        ]),
      )
    : commands;

/** Whether what is registered says the same as what is declared. */
export const isRegistered = (declared: unknown, registered: unknown): boolean =>
  isDeepStrictEqual(byName(declared), byName(registered));
