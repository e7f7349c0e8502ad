import type { Space } from "../network/place.ts";
import { toVoice } from "../say/voice.ts";
import type { Transaction } from "../store/database.ts";
import { readNetwork } from "../store/spaces.ts";
import { type Language, languageIn, toLanguage } from "../words/language.ts";
import { nearest } from "../words/nearest.ts";
import { parseOptions, toForm } from "./ask.ts";
import { mayOpen, mayUse, readWho, type Who } from "./asker.ts";
import type { Call } from "./call.ts";
import type { Asker, Change, Command, Tools } from "./command.ts";
import { UserError } from "./errors.ts";
import type { Form } from "./form.ts";
import { parseLine } from "./line.ts";
import type { Message } from "./message.ts";
import { ownerOf } from "./owner.ts";
import { toLabel } from "./plain.ts";
import { type Press, press } from "./press.ts";

/** A call understood: which command, with which values; not yet run. */
export interface Ready {
  readonly command: Command;
  readonly press: Press;
  readonly asked: Readonly<Record<string, unknown>>;
  readonly tools: Inside;
}
/** What a command gets, and what only the bot looks at: the space, and the language that an answer offers besides its own. */
export type Inside = Tools & {
  readonly space: Space | undefined;
  readonly other: Language | undefined;
  readonly notes: readonly (Change | "nothing")[];
};
export type Answer = Message | Form;
export const isAnswer = (one: Answer | Ready): one is Answer => "kind" in one;

export const menuOf = (commands: readonly Command[]) => commands.filter((command) => !command.hidden);

export const languageOf = (call: Call, space: Space | undefined, fallback: Language): Language =>
  toLanguage(call.locale) ?? space?.language ?? fallback;

/**
 * What the profile suggests besides the words that are shown: what it asks for itself, what is spoken where it lives, and
 * English where it asks for a language that nobody has written yet.
 */
const otherLanguage = (shown: Language, { usual, call }: { usual: Language; call: Call }): Language | undefined => {
  const isForeign = call.locale !== undefined && toLanguage(call.locale) === undefined;
  const suggested = [usual, languageIn(call.asker.zone), isForeign ? "en" : undefined] as const;
  return suggested.find((one) => one !== undefined && one !== shown);
};

/** What a command gets for this call; `chosen`: the language that its press carries. */
export const readTools = async (
  commands: readonly Command[],
  call: Call,
  {
    trx,
    now,
    who,
    chosen,
  }: {
    readonly trx: Transaction;
    readonly now: Temporal.Instant;
    readonly who?: Who;
    readonly chosen: Language | undefined;
  },
): Promise<Inside> => {
  const { asker, space, language: preferred } = who ?? (await readWho(trx, call));
  const network = await readNetwork(trx);
  const usual = preferred ?? languageOf(call, space, network.language);
  const language = chosen ?? usual;
  const notes: (Change | "nothing")[] = [];
  return {
    trx,
    space,
    now,
    asker,
    at: call.at,
    // With the asker: an answer that is kept must never reach anybody else.
    id: `${ownerOf(call.asker)}/${encodeURIComponent(call.id)}`,
    chosen,
    // Who has chosen one is not offered another, but the way back from a button.
    other: preferred === undefined ? otherLanguage(language, { usual, call }) : language === usual ? undefined : usual,
    voice: toVoice(language, network, call.asker.zone ?? network.zone),
    audience: "asker",
    note: (change) => void notes.push(change),
    notes,
    menu: menuOf(commands),
  };
};

/** A bare root or group stands for its first command: `/webinar` is `/webinar next`. */
export const findCommand = (
  commands: readonly Command[],
  name: string,
  typed?: { readonly rest: string | undefined; readonly asker: Asker },
): Command => {
  const command =
    commands.find((one) => one.name === name) ?? menuOf(commands).find((one) => one.name.startsWith(`${name} `));
  if (command !== undefined) return command;
  const open = menuOf(commands).filter((one) => typed === undefined || mayOpen(one, typed.asker));
  throw new UserError((words) => words.bot.unknown(name), {
    offer: (words) => [
      ...nearOnes(name, open).map((near, n) => ({
        label: words.bot.didYouMean(near),
        press: pressOf(open, `${near} ${typed?.rest ?? ""}`),
        ...(n === 0 && { style: "primary" as const }),
      })),
      { label: words.bot.allCommands, press: press("webinar help") },
    ],
  });
};

/** Commands whose name ends in these words. */
const endingIn = (name: string, menu: readonly Command[]): readonly string[] =>
  menu.map((one) => one.name).filter((one) => one.endsWith(` ${name}`));

interface Typed {
  readonly said: Press;
  readonly filled: Call["options"];
}

/** For who may use it, "webinar create" is "manage webinar create". One word alone could be said of too much. */
const asMeant = (commands: readonly Command[], { said, filled }: Typed, asker: Asker): Typed => {
  if (!said.command.includes(" ") || commands.some(({ name }) => name === said.command)) return { said, filled };
  const open = menuOf(commands).filter((one) => mayOpen(one, asker));
  const [only, ...others] = endingIn(said.command, open);
  if (only === undefined || others.length > 0) return { said, filled };
  return { said: pressOf(open, `${only} ${filled[""] ?? ""}`), filled: without(filled, "") };
};

/** Buttons beside *All commands*. */
const NEAR_MOST = 3;

/**
 * What was meant by words that name no command: one of another root ("webinar schedule" is "announce schedule"), one with a
 * slip of the fingers in it, or the root alone.
 */
const nearOnes = (name: string, menu: readonly Command[]): readonly string[] => {
  const names = menu.map((one) => one.name);
  const below = endingIn(name, menu);
  if (below.length > 0) return below.slice(0, NEAR_MOST);
  const near = nearest(name, names, 3);
  const [root = name, word] = name.split(" ");
  const elsewhere = word === undefined ? [] : names.filter((one) => one.split(" ").at(-1) === word);
  if (elsewhere.length > 0) return elsewhere.slice(0, NEAR_MOST);
  const roots = [...new Set(names.map((one) => one.split(" ")[0] ?? one))];
  return [near ?? nearest(root, roots, 2)].filter((one) => one !== undefined);
};

/** The line as it would have been typed. */
const pressOf = (menu: readonly Command[], line: string): Press => {
  const { command, options } = parseLine(menu, line);
  return press(command, options);
};

const checkNames = (command: Command, options: Press["options"]): void => {
  const known = Object.keys(command.inputs);
  for (const [name, value] of Object.entries(options)) {
    if (known.includes(name)) continue;
    const near = nearest(name, known, 2);
    const mended = near === undefined ? undefined : press(command.name, { ...without(options, name), [near]: value });
    throw new UserError(
      (words) => (name === "" ? words.bot.takesNothing(command.name) : words.bot.unknownOption(command.name, name)),
      { offer: () => [mended !== undefined && { label: toLabel(`${near}:${value}`), press: mended }] },
    );
  }
};
const without = (options: Press["options"], name: string): Press["options"] =>
  Object.fromEntries(Object.entries(options).filter(([key]) => key !== name));

const checkSpace = (command: Command, { space, asker, at }: Who): void => {
  // What is everybody's is no right, and not having it no news.
  const refused = command.rank === "member" ? {} : { refused: command.name };
  if (!command.anywhere && at.space === "") throw new UserError((words) => words.bot.outside, refused);
  if (!command.anywhere && space?.connected !== true)
    throw new UserError((words) => words.bot.notConnected(space?.name ?? at.platform), refused);
  if (asker.account.guest === true && asker.roles.length === 0)
    throw new UserError((words) => words.bot.guest, refused);
};

/** The webinar that the option `webinar` means. */
export const webinarKey = ({ webinar }: Ready["asked"]): string | undefined =>
  typeof webinar === "object" && webinar !== null && "key" in webinar ? String(webinar.key) : undefined;

/** By rank, or by the role in the webinar that is meant; before the options are read, a role in any. */
export const checkRank = (command: Command, { asker }: Pick<Who, "asker">, asked?: Ready["asked"]): void => {
  if (command.anywhere || mayUse(asker, command.rank)) return;
  const named = asker.roles.filter(({ role }) => role === command.role);
  const refused = command.name;
  if (named.length === 0) throw new UserError((words) => words.bot.needsRank[command.rank], { refused });
  if (asked !== undefined && !named.some((one) => one.webinar === webinarKey(asked)))
    throw new UserError((words) => words.bot.needsRole, { refused });
};

/** Whether this asker may use the command at all; which webinar is meant is not known yet. Throws UserError. */
export const checkAccess = (command: Command, who: Who): void => {
  checkSpace(command, who);
  checkRank(command, who);
};

/** From what was said to a command with values, or to the form that asks for what is missing or wrong. Throws UserError. */
export const understand = async (
  commands: readonly Command[],
  given: Typed,
  tools: Inside,
): Promise<Answer | Ready> => {
  const { said, filled } = asMeant(commands, given, tools.asker);
  const typed = { rest: filled[""], asker: tools.asker };
  const command = findCommand(commands, said.command, typed);
  checkAccess(command, tools);
  const options = Object.fromEntries(
    Object.entries({ ...said.options, ...filled })
      // PostgreSQL stores no NUL, and no person means one.
      .map(([name, value]) => [name, value.replaceAll("\0", "").toWellFormed()] as const)
      .filter(([, value]) => value.trim() !== ""),
  );
  checkNames(command, options);
  if (said.ask !== undefined && !said.ask.some((name) => Object.hasOwn(filled, name)))
    return toForm(command, { options, ask: said.ask, problems: {} }, tools);
  const { asked, missing, problems } = await parseOptions(command, options, tools);
  const wrong = Object.keys(problems);
  if (missing.length + wrong.length > 0)
    return toForm(
      command,
      { options, ask: [...new Set([...(said.ask ?? []), ...missing, ...wrong])], problems },
      tools,
    );
  checkRank(command, tools, asked);
  const { ask, page } = said;
  return {
    command,
    press: { command: command.name, options, ...(ask && { ask }), ...(page && { page }) },
    asked,
    tools,
  };
};
