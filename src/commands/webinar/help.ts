import { mayOpen } from "../../core/bot/asker.ts";
import { defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import type { Entry } from "../../core/bot/entry.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, note, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { bold, md, type Text } from "../../core/bot/text.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import { nearest } from "../../core/words/nearest.ts";

/** What this asker may use: a role in a webinar may open more, so what the discussant needs is shown as well. */
export const visible = ({ menu, asker }: Tools): readonly Entry[] => menu.filter((entry) => mayOpen(entry, asker));

const commandOption = {
  kind: "line",
  required: false,
  parse: (raw: string, tools: Tools): Entry => {
    const name = raw.trim().toLowerCase().replace(/^\//, "");
    const entries = visible(tools);
    const near = nearest(
      name,
      entries.map((entry) => entry.name),
      3,
    );
    const entry = entries.find((one) => one.name === name) ?? entries.find((one) => one.name === near);
    if (entry === undefined) throw new UserError((words) => words.help.unknown(raw));
    return entry;
  },
  suggest: async (typed: string, tools: Tools) =>
    bestMatches(typed.trim().replace(/^\//, ""), visible(tools), ({ name, summary }) => [
      name,
      summary[tools.voice.language],
    ]).map(({ name }) => ({ label: `/${name}`, value: name })),
} satisfies Option<Entry>;

const example = (entry: Entry): string =>
  [`/${entry.name}`, ...entry.options.map(({ name, required }) => (required ? `${name}:…` : `[${name}:…]`))].join(" ");

const explain = (entry: Entry, { voice: { language, words } }: Tools) => {
  const options = entry.options.map(
    (option): Text =>
      md`${bold(option.name)}${words.date.colon}${words.date.aside(option.summary[language], option.required ? words.help.required : words.help.optional)}`,
  );
  return message(
    text(bold(`/${entry.name}`), entry.summary[language]),
    text(md`${words.help.howTo}${words.date.colon}${example(entry)}`, ...options),
    note(words.help.whoMay(words.rank[entry.rank])),
    buttons({ label: words.bot.allCommands, press: press("webinar help") }),
  );
};

export const help = defineCommand({
  name: "webinar help",
  rank: "member",
  options: { command: commandOption },
  async run({ command }, tools) {
    if (command !== undefined) return explain(command, tools);
    const roots = Map.groupBy(visible(tools), ({ name }) => name.split(" ")[0] ?? name);
    return message(
      text(bold(tools.voice.words.help.title)),
      ...[...roots.values()].map((entries) =>
        text(...entries.map((entry) => md`${bold(`/${entry.name}`)} · ${entry.summary[tools.voice.language]}`)),
      ),
      note(tools.voice.words.help.intro),
    );
  },
});
