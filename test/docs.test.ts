import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PermissionsBitField } from "discord.js";
import { describe, expect, it } from "vitest";
import { inviteLink, needs } from "../src/adapters/discord/rights.ts";
import { events, scopes, toManifest } from "../src/adapters/slack/register.ts";
import { commands } from "../src/commands/commands.ts";
import { parseLine } from "../src/core/bot/line.ts";
import { lacks } from "../src/core/network/place.ts";
import { wordsIn } from "../src/core/words/words.ts";
import { openHouse, type Somebody } from "./support/house.ts";
import { examples } from "./support/manual/examples.ts";
import { toCommands, toMoments, toSlackLine, toTable } from "./support/manual/manual.ts";

/** `npm run docs` renews what is made from the code; the test holds it. */
const isRenewing = process.env.UPDATE_DOCS === "1";

const section = (file: string, name: string, content: string): void => {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const text = readFileSync(file, "utf8");
  const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
  if (isRenewing) writeFileSync(file, `${text.slice(0, from)}\n${content}\n${text.slice(to)}`);
  else expect(text.slice(from, to).trim()).toBe(content);
};

const menu = commands.filter(({ hidden }) => !hidden);
const words = wordsIn("en");
/** A Tuesday, 04:00 in Tokyo; the sample is on Saturday, 5 December. */
const NOW = "2026-11-23T19:00:00Z";

/** What somebody does before an example: a line to type, or the beginning of a button in brackets. */
const prepare = async (somebody: Somebody, steps: readonly string[]): Promise<void> => {
  let buttons: readonly string[] = [];
  for (const step of steps) {
    const label = step.startsWith("[") ? buttons.find((one) => one.startsWith(step.slice(1))) : undefined;
    if (step.startsWith("[") && label === undefined) throw new Error(`no ${step} among ${buttons.join(", ")}`);
    ({ buttons } = await (label === undefined ? somebody.say(step) : somebody.press(label)));
  }
};

describe("the documents", () => {
  it("list the commands as they are declared", () => {
    section("README.md", "commands", toTable(menu));
    section("docs/commands.md", "commands", toCommands(menu));
    expect(Object.keys(examples)).toEqual(menu.map(({ name }) => name));
  });

  it("lead from README's table to each command's own heading", () => {
    const anchors = [...readFileSync("README.md", "utf8").matchAll(/docs\/commands\.md#([\w-]+)/g)].map(([, to]) => to);
    const headings = [...readFileSync("docs/commands.md", "utf8").matchAll(/^##+ \/(.+)$/gm)].map(([, name = ""]) =>
      name.replaceAll(" ", "-"),
    );
    expect(anchors).toHaveLength(menu.length);
    expect(anchors.filter((to) => !headings.includes(to ?? ""))).toEqual([]);
    expect(new Set(headings).size).toBe(headings.length);
  });

  it("say of times what the program says", async () => {
    const house = await openHouse(NOW);
    const said = await toMoments(house);
    await house.close();
    expect(said).not.toMatch(/\| *\|$/m);
    section("docs/commands.md", "moments", said);
  });

  it.each(menu.map((command) => [toSlackLine(command), command] as const))(
    "show a line that works: %s",
    async (line, command) => {
      const { options = {}, first = [], says } = examples[command.name] ?? { says: "?" };
      expect(parseLine(menu, line)).toEqual({ command: command.name, options });
      const house = await openHouse(NOW);
      await house.somebody({ name: "Mei" });
      const ada = await house.somebody({ name: "Ada", rank: "admin", zone: "Asia/Tokyo" });
      // Whom somebody picks or writes with @ is a mention by the time it arrives.
      const arriving = [...first, line].map((one) => one.replace("@Mei", "<@u-Mei>"));
      await prepare(ada, arriving.slice(0, -1));
      const { answer, text } = await ada.say(arriving.at(-1) ?? "");
      await house.close();
      expect(text).toContain(says);
      expect(answer.kind === "form" && answer.fields.some(({ problem }) => problem !== undefined)).toBe(false);
    },
  );

  it("give the reason for each of Slack's scopes", () => {
    const rows = Object.entries(scopes).map(([scope, reason]) => `| \`${scope}\` | ${reason} |`);
    section("docs/slack.md", "scopes", ["| scope | for |", "|---|---|", ...rows].join("\n"));
    expect(toManifest(menu, { name: "Rostrum" }).oauth_config.scopes.bot).toEqual(Object.keys(scopes));
  });

  it("give the reason for each of Slack's events", () => {
    const rows = Object.entries(events).map(([event, reason]) => `| \`${event}\` | ${reason} |`);
    section("docs/slack.md", "events", ["| event | what it tells |", "|---|---|", ...rows].join("\n"));
  });

  it("give the reason for each right that the invite link for Discord asks for, and for no other", () => {
    const rows = needs.map(({ name, why }) => `| ${name} | ${why} |`);
    section("docs/discord.md", "rights", ["| right | for |", "|---|---|", ...rows].join("\n"));
    const link = new URL(inviteLink("1234"));
    expect(link.origin + link.pathname).toBe("https://discord.com/oauth2/authorize");
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: "1234",
      scope: "bot applications.commands",
      permissions: String(new PermissionsBitField(needs.map(({ bit }) => bit)).bitfield),
    });
  });

  it("say what the doctor says of every lack on Discord, with the clicks", () => {
    const page = readFileSync("docs/discord.md", "utf8");
    const { lack } = words.places;
    const told = lacks.filter((one) => one !== "membership" && one !== "unknown");
    for (const one of told) {
      const [, right] = /“([^”]+)” → ✓/.exec(lack("discord", one)) ?? [];
      expect(page).toContain(right ?? lack("discord", one).split(/\.(?: |$)/)[0]);
    }
    expect(told.length).toBeGreaterThan(12);
  });

  it.each([
    ["docs/discord.md", /\b(DISCORD_[A-Z_]+)\b/g, ["DISCORD_GUILDS", "DISCORD_TOKEN"]],
    [
      "docs/slack.md",
      /\b((?:SLACK|PUBLIC)_[A-Z_]+|PORT)\b/g,
      [
        "PORT",
        "PUBLIC_URL",
        "SLACK_APP_TOKEN",
        "SLACK_BOT_TOKEN",
        "SLACK_CLIENT_ID",
        "SLACK_CLIENT_SECRET",
        "SLACK_SIGNING_SECRET",
      ],
    ],
  ] as const)("use in %s only names of the environment that are read", (file, names, expected) => {
    const used = [...readFileSync(file, "utf8").matchAll(names)].map(([, name = ""]) => name);
    const read = readFileSync("src/config.ts", "utf8");
    expect([...new Set(used)].toSorted()).toEqual(expected);
    for (const name of used) expect(read).toContain(`  ${name}: `);
  });

  it("quote of what the program says only what it says", () => {
    const folder = "src/core/words/en";
    const said = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .join("\n");
    const quotedIn = (file: string, platform: string): readonly string[] => {
      const spoken = said.replaceAll(/\$\{platform\}/g, platform);
      const [page, found] = [readFileSync(file, "utf8"), /\| it says \| do this \|\n\|---\|---\|\n((?:\|.*\n)+)/g];
      const cells = [...page.matchAll(found)].flatMap(([, rows = ""]) => [...rows.matchAll(/^\| (.+?) \|/gm)]);
      return cells
        .filter(([, cell = ""]) => !cell.includes("in Slack itself"))
        .flatMap(([, cell = ""]) => [...cell.matchAll(/\*([^*]+)\*/g)].map(([, words = ""]) => words))
        .map((words) => (spoken.includes(words) ? "said" : words));
    };
    const quoted = [...quotedIn("docs/slack.md", "Slack"), ...quotedIn("docs/discord.md", "Discord")];
    expect(quoted.length).toBeGreaterThan(15);
    expect(quoted.filter((words) => words !== "said")).toEqual([]);
  });

  it("name in .env.example exactly what config.ts reads", () => {
    const read = [...readFileSync("src/config.ts", "utf8").matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name);
    const given = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(given.toSorted()).toEqual(read.toSorted());
    expect(read.length).toBeGreaterThan(10);
  });

  it("point to files that are there", () => {
    const files = [
      "README.md",
      "ARCHITECTURE.md",
      "CONTRIBUTING.md",
      ...readdirSync("docs")
        .filter((name) => name.endsWith(".md"))
        .map((name) => join("docs", name)),
    ];
    for (const file of files) {
      const links = [...readFileSync(file, "utf8").matchAll(/\]\(([^)#:]+)\)/g)].map(([, to]) =>
        join(dirname(file), to ?? ""),
      );
      expect(links.filter((to) => !existsSync(to))).toEqual([]);
    }
  });

  it("name in ARCHITECTURE.md only files of the house", () => {
    const named = [
      ...readFileSync("ARCHITECTURE.md", "utf8").matchAll(/\b((?:core|adapters|commands|test)\/[\w/-]+\.ts)\b/g),
    ].map(([, path]) => path ?? "");
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(path) && !existsSync(join("src", path)))).toEqual([]);
  });
});
