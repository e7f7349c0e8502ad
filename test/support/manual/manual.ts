import type { Command } from "../../../src/core/bot/command.ts";
import type { Entry, EntryOption } from "../../../src/core/bot/entry.ts";
import { wordsIn } from "../../../src/core/words/words.ts";
import type { House } from "../house.ts";
import { examples, moments } from "./examples.ts";

/** docs/commands.md and README's table, from the declarations of the commands. */

const words = wordsIn("en");

const rootOf = ({ name }: Entry): string => name.split(" ")[0] ?? "";
const anchorOf = ({ name }: Entry): string => `docs/commands.md#${name.replaceAll(" ", "-")}`;

const whoMay = ({ rank, role }: Entry): string =>
  [
    rank === "member" ? "everybody" : `${words.rank[rank]}s`,
    ...(role === undefined ? [] : [`${words.role[role]}s in their own webinar`]),
  ].join(", ");

/** One row for each root, its commands leading to what docs/commands.md says of them. */
export const toTable = (menu: readonly Entry[]): string => {
  const rows = [...Map.groupBy(menu, rootOf)].map(([root, entries]) => {
    const [first] = entries;
    const links = entries.map((entry) => `[${entry.name.slice(root.length).trim() || root}](${anchorOf(entry)})`);
    return `| \`/${root}\` | ${first === undefined ? "" : whoMay(first)} | ${links.join(" · ")} |`;
  });
  return ["| | for | commands |", "|---|---|---|", ...rows].join("\n");
};

const cell = (said: string): string => said.replaceAll("|", "\\|");

const hintsOf = (command: Command): Readonly<Record<string, string>> => words.menu[command.key].hints;

const neededOf = (command: Command, { name, required }: EntryOption): string => {
  if (!required) return "";
  const unless = command.inputs[name]?.unless ?? [];
  return unless.length === 0 ? "yes" : `or ${unless.map((one) => `\`${one}\``).join(", ")}`;
};

const optionRow = (command: Command, option: EntryOption): string => {
  const offers = option.from?.map(({ value, label }) =>
    `\`${value}\` ${value === label.en ? "" : `(${label.en})`}`.trim(),
  );
  const said = [option.summary.en, hintsOf(command)[option.name], offers?.join(", ")].filter(
    (one) => one !== undefined,
  );
  return `| \`${option.name}\` | ${neededOf(command, option)} | ${cell(said.join(". "))} |`;
};

const quoted = (value: string): string => (/\s/u.test(value) ? `"${value}"` : value);

/** On Discord options are picked by their names; in a line the first one needs none. */
export const toDiscordLine = ({ name }: Entry): string =>
  [`/${name}`, ...Object.entries(examples[name]?.options ?? {}).map(([key, value]) => `${key}:${value}`)].join(" ");

export const toSlackLine = ({ name, options }: Entry): string =>
  [
    `/${name}`,
    ...Object.entries(examples[name]?.options ?? {}).map(([key, value]) =>
      key === options[0]?.name ? quoted(value) : `${key}:${quoted(value)}`,
    ),
  ].join(" ");

const toSection = (command: Command, heading: string): string => {
  const [discord, slack] = [toDiscordLine(command), toSlackLine(command)];
  const options = [
    "| option | required | |",
    "|---|---|---|",
    ...command.options.map((option) => optionRow(command, option)),
  ].join("\n");
  return [
    `${heading} /${command.name}`,
    `${command.summary.en}. For ${whoMay(command)}.`,
    ...(command.options.length === 0 ? [] : [options]),
    discord === slack ? `\`${slack}\`` : `Discord \`${discord}\`  \nSlack \`${slack}\``,
  ].join("\n\n");
};

/** Every command: what it does, who may, its options, a line as it is typed. A root alone is its own heading. */
export const toCommands = (menu: readonly Command[]): string =>
  [...Map.groupBy(menu, rootOf)]
    .flatMap(([root, entries]) => {
      const isAlone = entries.every(({ name }) => name === root);
      return isAlone
        ? entries.map((entry) => toSection(entry, "##"))
        : [`## /${root}`, ...entries.map((entry) => toSection(entry, "###"))];
    })
    .join("\n\n");

/** What a time may look like, and what an organiser in Tokyo is told that it means. */
export const toMoments = async (house: House): Promise<string> => {
  const somebody = await house.somebody({ name: "Oki", rank: "organiser", zone: "Asia/Tokyo" });
  const rows = await Promise.all(
    moments.map(async ([group, typed]) => {
      const read = await Promise.all(
        typed.map(async (one) => {
          const [said = ""] = await somebody.suggest("announce schedule", "when", one);
          return `| \`${one}\` | ${cell(said)} |`;
        }),
      );
      return [`**${group}**`, ["| typed | read as |", "|---|---|", ...read].join("\n")].join("\n\n");
    }),
  );
  return rows.join("\n\n");
};
