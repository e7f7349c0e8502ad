import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PermissionsBitField } from "discord.js";
import { describe, expect, it } from "vitest";
import { inviteLink, needs } from "../src/adapters/discord/rights.ts";
import { events, scopes, toManifest } from "../src/adapters/slack/register.ts";
import { commands } from "../src/commands/commands.ts";
import { parseLine } from "../src/core/bot/line.ts";
import { lacks } from "../src/core/network/place.ts";
import { openStore } from "../src/core/store/database.ts";
import { wordsIn } from "../src/core/words/words.ts";
import { loadRecord } from "../src/record/load.ts";
import { readRecord } from "../src/record/read.ts";
import { networkShape, webinarShape } from "../src/record/shapes.ts";
import { openHouse, type Somebody } from "./support/house.ts";
import { readLocked } from "./support/lockfile.ts";
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

  it("list the environment in docs/operating.md as .env.example says it", () => {
    const rows: string[] = [];
    let about: string[] = [];
    for (const line of readFileSync(".env.example", "utf8").split("\n").slice(1)) {
      const [, name = "", usual = ""] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
      if (line.startsWith("# ")) about.push(line.slice(2));
      if (line === "") about = [];
      if (name === "") continue;
      const says = about.length > 0 ? about.join(" ") : `goes with ${rows.at(-1)?.split(" ")[1]}`;
      rows.push(`| \`${name}\` | ${says} | ${usual === "" ? "" : `\`${usual}\``} |`);
      about = [];
    }
    section("docs/operating.md", "environment", ["| name | what | unless set |", "|---|---|---|", ...rows].join("\n"));
    expect(rows.length).toBeGreaterThan(15);
  });

  it("describe in docs/record.md every field that files may hold, with examples that load", async () => {
    const page = readFileSync("docs/record.md", "utf8");
    const folder = mkdtempSync(join(tmpdir(), "record-md-"));
    try {
      const examples = [...page.matchAll(/```yaml (\S+)\n([\s\S]*?)```/g)];
      expect(examples.length).toBe(5);
      for (const [, name = "", yaml = ""] of examples) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), yaml);
      }
      const record = readRecord(folder);
      expect(record.webinars[0]?.talks).toHaveLength(2);
      const store = await openStore(":memory:");
      expect((await loadRecord(store, record, Temporal.Instant.from("2026-11-23T19:00:00Z"))).taken).toBeGreaterThan(5);
      await store.close();
      const webinar = record.webinars[0] ?? {};
      const fields = [
        ...Object.keys(webinarShape.shape),
        ...Object.keys(networkShape.shape),
        "title",
        "family",
        "country",
      ];
      for (const field of fields)
        expect([field, page.includes(`\`${field}\``) || page.includes(`\n${field}: `)]).toEqual([field, true]);
      // The example shows all of them but what only samples and single webinars need.
      expect(Object.keys(webinarShape.shape).filter((field) => !(field in webinar))).toEqual([
        "sample",
        "institutions",
        "people",
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("have a unit of systemd that systemd takes, and scripts that are there", () => {
    const unit = readFileSync("docs/rostrum.service", "utf8");
    expect(unit.match(/^\[\w+\]$/gm)).toEqual(["[Unit]", "[Service]", "[Install]"]);
    for (const line of unit.split("\n")) expect(line).toMatch(/^($|#|\[\w+\]$|[A-Z]\w+=)/);
    const flags = (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Readonly<Record<string, string>> })
      .scripts;
    expect(unit).toContain(`${flags.start?.replace("rostrum.js", "/opt/rostrum/rostrum.js")}`);
    const page = readFileSync("docs/operating.md", "utf8") + readFileSync("docs/record.md", "utf8");
    for (const [, script = ""] of page.matchAll(/npm run -s ([\w:]+)/g)) expect(Object.keys(flags)).toContain(script);
    const { status, stderr, error } = spawnSync("systemd-analyze", ["verify", "--man=no", "docs/rostrum.service"], {
      encoding: "utf8",
    });
    if (error !== undefined) return;
    // What it names on this machine is not there; whatever else it says is a mistake in the unit.
    const mistakes = stderr
      .split("\n")
      .filter((line) => /rostrum\.service/.test(line) && !/is not executable|User .*not/.test(line));
    expect(mistakes).toEqual([]);
    expect(status === 0 || /is not executable/.test(stderr)).toBe(true);
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
