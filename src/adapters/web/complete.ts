import type { Call } from "../../core/bot/call.ts";
import type { Entry, EntryOption } from "../../core/bot/entry.ts";
import { parseLine } from "../../core/bot/line.ts";
import type { Suggestion } from "../../core/bot/message.ts";
import type { Language } from "../../core/words/language.ts";
import { channelName } from "./board.ts";
import type { World } from "./call.ts";
import { mentionOf, mentionOfChannel } from "./form.ts";

/** One way on from the line as it is: `line` is the whole line once it is taken. */
export interface Completion {
  readonly line: string;
  readonly label: string;
  readonly detail: string;
}

interface Typed {
  readonly line: string;
  readonly call: Call;
  readonly language: Language;
  readonly world: World;
}

/** A list longer than this helps nobody. */
const MOST = 60;
/** Nobody looks for a word at the end of a line longer than this. */
const LONGEST = 2_000;

const quote = (value: string): string => {
  if (/^[^\s:："“”「」]+$/u.test(value)) return value;
  return value.includes('"') ? `“${value}”` : `"${value}"`;
};

const contains = (whole: string, part: string): boolean => whole.toLowerCase().includes(part.toLowerCase());

/** What an option can be, for what is typed of it so far. */
const valuesOf = async (option: EntryOption, typed: string, given: Typed): Promise<readonly Suggestion[]> => {
  const { world, language } = given;
  const matching = (all: readonly Suggestion[]): readonly Suggestion[] =>
    all.filter(({ label, value }) => contains(label, typed) || contains(value, typed));
  if (option.kind === "account")
    return matching(world.personas.map((one) => ({ label: `@${one.name[language]}`, value: mentionOf(one) })));
  if (option.kind === "channel")
    return matching(
      world.channels
        .filter(({ of }) => of === undefined)
        .map((one) => ({ label: channelName(one, world.spaces), value: mentionOfChannel(one) })),
    );
  if (option.from !== undefined)
    return matching(option.from.map(({ value, label }) => ({ value, label: label[language] })));
  if (!option.suggests) return [];
  const { options } = parseLine(world.bot.menu, given.line);
  return world.bot.suggest({ ...given.call, options: { ...options, [option.name]: typed } }, option.name);
};

/** Whether each word that was typed begins one of the name's: "rem" finds "webinar remind". */
const isMeant = (name: string, typed: string): boolean => {
  const words = name.split(" ");
  return typed.split(/\s+/u).every((part) => words.some((word) => word.startsWith(part)));
};

/** Those that go on from what is typed first, then those that have its words. */
const commandsFor = (typed: string, { world, language }: Typed): readonly Completion[] =>
  world.bot.menu
    .filter(
      ({ name }) => isMeant(name, typed.toLowerCase().trim()) && !`${typed.toLowerCase()} `.startsWith(`${name}  `),
    )
    .toSorted((a, b) => Number(b.name.startsWith(typed.toLowerCase())) - Number(a.name.startsWith(typed.toLowerCase())))
    .map(({ name, summary }) => ({ line: `/${name} `, label: `/${name}`, detail: summary[language] }));

/** The names of options that are not there yet, for the last word of the line. */
const namesFor = (entry: Entry, typed: string, language: Language): readonly Completion[] => {
  const word = typed.match(/(?<=\s)\S*$/u)?.[0] ?? "";
  const before = typed.slice(0, typed.length - word.length);
  return entry.options
    .filter(({ name }) => name.startsWith(word.toLowerCase()) && !before.toLowerCase().includes(` ${name}:`))
    .map(({ name, summary }) => ({ line: `/${before}${name}:`, label: `${name}:`, detail: summary[language] }));
};

/** The option whose value is being typed: the last one named, or else the bare first one. A time has colons of its own. */
const openOption = (entry: Entry, typed: string): { option: EntryOption; before: string; part: string } | undefined => {
  const rest = typed.slice(entry.name.length).replaceAll("：", ":");
  const named = [...rest.matchAll(/(?<=\s)([^\s:]+):/gu)].map((match) => ({
    option: entry.options.find(({ name }) => name === match[1]?.toLowerCase()),
    end: match.index + match[0].length,
  }));
  const last = named.findLast(({ option }) => option !== undefined);
  if (last === undefined && named.length > 0) return undefined;
  const { option = entry.options[0], end = 0 } = last ?? {};
  const part = rest.slice(end).trimStart().replace(/^["“]/u, "");
  if (option === undefined || /["”]/u.test(part)) return undefined;
  const before = last === undefined ? `/${entry.name} ` : `/${typed.slice(0, entry.name.length + end)}`;
  return { option, before, part: part.trimEnd() };
};

const optionsFor = async (entry: Entry, typed: string, given: Typed): Promise<readonly Completion[]> => {
  const open = openOption(entry, typed);
  const values = open === undefined ? [] : await valuesOf(open.option, open.part, given);
  return [
    ...values.map(({ label, value }) => ({ line: `${open?.before}${quote(value)} `, label, detail: "" })),
    ...namesFor(entry, typed, given.language),
  ];
};

/** What may come next on a line whose end the caret is at. Nothing for a line that begins no command. */
export const complete = async (given: Typed): Promise<readonly Completion[]> => {
  const typed = given.line
    .replaceAll("\u3000", " ")
    .trimStart()
    .replace(/^\/\s*/u, "");
  if (given.line.trim() === "" || typed.length > LONGEST) return [];
  const entry = given.world.bot.menu
    .filter(({ name }) => typed.toLowerCase().startsWith(`${name} `))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  const options = entry === undefined ? [] : await optionsFor(entry, typed, given);
  return [...commandsFor(typed, given), ...options].filter(({ line }) => line !== given.line).slice(0, MOST);
};
