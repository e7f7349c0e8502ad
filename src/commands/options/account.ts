import type { Option } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import type { Mention } from "../../core/bot/text.ts";
import { type Language, languages } from "../../core/words/language.ts";
import type { Words } from "../../core/words/words.ts";

/** A member, or a Discord role or Slack user group, as the platforms write them: <@1>, <@!1>, <@&1>, <!subteam^S1>. */
const MENTION = /^<(@&|@!|@|!subteam\^)([\w-]{1,64})(?:\|[^>]*)?>$/;

export const accountOption = {
  kind: "account",
  required: true,
  parse: (raw: string): Mention => {
    const [, mark, id] = raw.trim().match(MENTION) ?? [];
    if (id === undefined) throw new UserError((words) => words.roles.unknownAccount);
    const kind = mark === "@&" || mark === "!subteam^" ? "group" : "user";
    return { node: "mention", kind, id, written: `@${id}` };
  },
} as const satisfies Option<Mention, true>;

/** As it can be read back. */
export const writtenMention = ({ kind, id }: Mention): string => (kind === "group" ? `<@&${id}>` : `<@${id}>`);

/** A channel of the space where the command was typed, as the platforms write it: <#C1>. Its id. */
export const channelOption = {
  kind: "channel",
  required: false,
  parse: (raw: string): string => {
    const id = raw.trim().match(/^<#([\w-]{1,64})(?:\|[^>]*)?>$/)?.[1];
    if (id === undefined) throw new UserError((words) => words.setup.unknownChannel);
    return id;
  },
} as const satisfies Option<string>;

/** One of a few words. */
export const oneOf = <T extends string>(values: readonly T[], label: (value: T, words: Words) => string) => ({
  kind: "choice" as const,
  from: values.map((value) => ({ value, label: (words: Words) => label(value, words) })),
  parse: (raw: string): T => {
    const value = values.find((one) => one.toLowerCase() === raw.trim().toLowerCase());
    if (value === undefined) throw new UserError((words) => words.bot.notAChoice(values.join(", ")));
    return value;
  },
});

export const languageOption = {
  ...oneOf<Language>(languages, (language, words) => words.languageNames[language]),
  required: false,
} as const satisfies Option<Language>;
