import { type Words, wordsIn } from "../words/words.ts";
import type { Options } from "./call.ts";
import type { Command, CommandName, Option, Tools } from "./command.ts";
import { UserError } from "./errors.ts";
import type { Field, FieldKind, Form } from "./form.ts";
import { headOf } from "./plain.ts";
import { type Sealing, sealPress } from "./seal.ts";

/** Discord's modal has five parts; a form never asks for more. */
const MOST_FIELDS = 5;
/** Discord's limit of a label's description, where hint and problem stand. */
const HINT_LENGTH = 100;

/** What is wrong with which option, in the asker's language. */
export type Problems = Readonly<Record<string, string>>;

interface MenuWords {
  readonly title: string;
  readonly options: Readonly<Record<string, string>>;
  readonly hints: Readonly<Record<string, string>>;
}
const menuWords = (words: Words, name: CommandName): MenuWords => words.menu[name];

/** The form that asks for these options, with what was typed and why it was not taken. */
export const toForm = async (
  command: Command,
  given: { readonly options: Options; readonly ask: readonly string[]; readonly problems: Problems },
  tools: Tools,
): Promise<Form> => {
  const said = menuWords(tools.voice.words, command.key);
  const ask = given.ask.filter((name) => Object.hasOwn(command.inputs, name)).slice(0, MOST_FIELDS);
  const fields = await Promise.all(
    ask.map(async (name): Promise<Field> => {
      const input = command.inputs[name];
      const [value, problem, hint] = [
        given.options[name],
        given.problems[name],
        said.hints[name]?.slice(0, HINT_LENGTH),
      ];
      return {
        option: name,
        label: said.options[name] ?? name,
        kind: input?.kind ?? "line",
        required: input !== undefined && isRequired(input, given.options),
        ...(hint !== undefined && { hint }),
        ...(value !== undefined && { value }),
        ...(problem !== undefined && { problem }),
        ...(input?.from && {
          from: input.from.map((one) => ({ value: one.value, label: one.label(tools.voice.words) })),
        }),
        ...(input?.pick !== undefined && {
          pick: input.pick,
          ...(await shownOf(input, value, { tools, options: given.options })),
        }),
      };
    }),
  );
  const press = await sealPress({ command: command.name, options: given.options, ask }, sealingOf(tools));
  const { submit, cancel, open } = tools.voice.words.bot;
  return { kind: "form", title: said.title, press, fields, labels: { submit, cancel, open } };
};

const isRequired = ({ required, unless = [] }: Option<unknown>, given: Options): boolean =>
  required && !unless.some((name) => given[name] !== undefined);

/** What a value is called, where it is one that is suggested for it. */
const shownOf = async (
  { suggest, pick }: Option<unknown>,
  value: string | undefined,
  { tools, options }: { readonly tools: Tools; readonly options: Options },
): Promise<{ readonly shown?: string }> => {
  if (value === undefined || suggest === undefined || pick !== "one") return {};
  const found = await suggest(headOf(value, LINE_MOST), tools, options).catch((error: unknown) => {
    if (error instanceof UserError) return [];
    throw error;
  });
  const shown = found.find((one) => one.value === value)?.label;
  return shown === undefined ? {} : { shown };
};

export const sealingOf = (tools: Tools): Sealing => ({
  trx: tools.trx,
  owner: tools.asker.account,
  now: tools.now,
  language: tools.chosen,
});

/** No name, time or place is longer; what is looked up letter by letter must be short. */
const LINE_MOST = 500;
const capped = (raw: string, kind: FieldKind): string => {
  if (kind !== "paragraph" && raw.length > LINE_MOST)
    throw new UserError((words) => words.bot.tooLong(LINE_MOST, raw.length));
  return raw;
};

/** The options as values, or what is wrong with which of them. */
export const parseOptions = async (
  command: Command,
  options: Options,
  tools: Tools,
): Promise<{
  readonly asked: Readonly<Record<string, unknown>>;
  readonly missing: readonly string[];
  readonly problems: Problems;
}> => {
  const isOnly = Object.keys(command.inputs).length === 1;
  const asked: Record<string, unknown> = {};
  const problems: Record<string, string> = {};
  const missing: string[] = [];
  for (const [name, input] of Object.entries(command.inputs)) {
    const raw = options[name];
    try {
      if (raw !== undefined) asked[name] = await input.parse(capped(raw, input.kind), tools);
      else if (isRequired(input, options)) missing.push(name);
      else asked[name] = await input.otherwise?.(tools);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // A default that cannot be had is no field to mend, and where nothing else was given a way on beats a form.
      if (raw === undefined || error.lost || (error.offer !== undefined && isOnly)) throw error;
      problems[name] = error.say(wordsIn(tools.voice.language));
    }
  }
  return { asked, missing, problems };
};
