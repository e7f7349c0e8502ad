import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PermissionsBitField } from "discord.js";
import { describe, expect, it } from "vitest";
import { inviteLink, needs } from "../src/adapters/discord/rights.ts";
import { events, scopes, toManifest } from "../src/adapters/slack/register.ts";
import { commands } from "../src/commands/commands.ts";
import type { Entry } from "../src/core/bot/entry.ts";
import { lacks } from "../src/core/network/place.ts";
import { wordsIn } from "../src/core/words/words.ts";
import { readLocked } from "./support/lockfile.ts";

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
const row = ({ name, options, summary, rank }: Entry): string => {
  const given = options.map((option) => (option.required ? `\`${option.name}\`` : `[\`${option.name}\`]`)).join(" ");
  return `| \`/${name}\`${given === "" ? "" : ` ${given}`} | ${words.rank[rank]} | ${summary.en} |`;
};

describe("the documents", () => {
  it("list the commands as they are declared", () => {
    section(
      "README.md",
      "commands",
      ["| command | for | what it does |", "|---|---|---|", ...menu.map(row)].join("\n"),
    );
  });

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

  it.each([
    ["running", false],
    ["tools", true],
  ])("list the licence of every package, of those for %s", (name, isTool) => {
    const locked = readLocked().filter(({ dev = false }) => dev === isTool);
    const rows = Map.groupBy(locked, ({ license }) => license ?? "none")
      .entries()
      .map(([licence, all]) => {
        const named = new Set(all.map((one) => `${one.name} ${one.version}`));
        return `| ${licence} | ${[...named].toSorted().join(", ")} |`;
      });
    section("docs/licences.md", name, ["| licence | packages |", "|---|---|", ...[...rows].toSorted()].join("\n"));
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

  it("use in docs/discord.md only names of the environment that are read", () => {
    const used = [...readFileSync("docs/discord.md", "utf8").matchAll(/\b(DISCORD_[A-Z_]+)\b/g)].map(
      ([, name]) => name,
    );
    const read = readFileSync("src/config.ts", "utf8");
    expect(new Set(used)).toEqual(new Set(["DISCORD_TOKEN", "DISCORD_GUILDS"]));
    for (const name of used) expect(read).toContain(`  ${name}: `);
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
