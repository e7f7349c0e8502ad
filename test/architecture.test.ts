import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** Rooms of the house and what each may import: other rooms by the start of their path, packages by name, node: by module. */
const rooms: readonly (readonly [room: string, may: readonly string[]])[] = [
  [
    "src/core/store/",
    ["src/core/", "kysely", "kysely/migration", "pg", "node:sqlite", "node:async_hooks", "node:fs", "node:path"],
  ],
  ["src/core/time/", ["src/core/", "node-cron"]],
  ["src/core/", ["src/core/", "zod", "node:crypto"]],
  ["src/commands/", ["src/core/", "src/commands/", "node:crypto"]],
  ["src/adapters/discord/", ["src/core/", "src/adapters/discord/", "discord.js", "discord-api-types/v10", "node:"]],
  ["src/adapters/slack/", ["src/core/", "src/adapters/slack/", "@slack/", "node:"]],
  ["src/adapters/web/", ["src/core/", "src/adapters/web/", "hono", "@hono/", "zod", "node:"]],
  ["src/record/", ["src/core/", "src/record/", "yaml", "zod", "node:fs", "node:path", "node:crypto", "node:util"]],
  ["src/config.ts", ["src/secrets.ts", "src/core/words/language.ts", "zod", "node:fs", "node:path"]],
  ["src/secrets.ts", []],
  ["src/log.ts", ["src/core/log.ts", "pino"]],
  ["src/playground.ts", ["src/core/", "src/adapters/web/"]],
  ["src/time-travel.ts", ["src/core/", "src/adapters/web/"]],
  ["src/terminal.ts", ["src/core/", "src/config.ts"]],
  ["src/backup.ts", ["src/core/", "src/config.ts", "src/terminal.ts", "node:"]],
  ["src/export.ts", ["src/version.ts", "src/core/", "src/config.ts", "src/terminal.ts", "src/record/", "node:"]],
  [
    "src/doctor.ts",
    [
      "src/core/",
      "src/config.ts",
      "src/terminal.ts",
      "src/house.ts",
      "src/examination.ts",
      "src/log.ts",
      "src/record/",
      "src/version.ts",
      "node:",
    ],
  ],
  ["src/version.ts", ["node:fs"]],
  ["src/their-time.ts", ["src/config.ts", "src/version.ts"]],
  [
    "src/house.ts",
    [
      "src/core/",
      "src/commands/commands.ts",
      "src/adapters/",
      "src/config.ts",
      "src/health.ts",
      "src/terminal.ts",
      "src/tally.ts",
      "node:",
    ],
  ],
  ["src/tally.ts", ["src/core/"]],
  ["src/metrics.ts", ["src/core/", "src/tally.ts", "prom-client"]],
  ["src/pulse.ts", ["src/core/"]],
  ["src/health.ts", ["src/core/", "src/pulse.ts", "node:fs"]],
  ["src/looks.ts", ["src/adapters/web/", "src/adapters/discord/render.ts", "src/adapters/slack/render.ts"]],
  ["src/examination.ts", ["src/core/", "src/commands/rostrum/doctor.ts"]],
  ["src/manifest.ts", ["src/commands/commands.ts", "src/config.ts", "src/adapters/slack/register.ts"]],
  ["src/main.ts", ["src/", "node:"]],
];

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => join("src", name))
  .filter((name) => /\.(ts|js)$/.test(name));
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g;
const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, "utf8").matchAll(IMPORT)]
    .map(([, from, lazy, bare]) => from ?? lazy ?? bare ?? "")
    .map((name) => (name.startsWith(".") ? normalize(join(dirname(file), name)) : name));
const fits = (name: string, allowed: string): boolean =>
  name === allowed ||
  ((allowed.endsWith("/") || allowed.endsWith(":")) && name.startsWith(allowed)) ||
  name.startsWith(`${allowed}/`);

describe("the house", () => {
  it("has a room for every file", () => {
    expect(files.length).toBeGreaterThan(80);
    expect(files.filter((file) => !rooms.some(([room]) => file.startsWith(room)))).toEqual([]);
  });

  it.each(files)("%s imports only what its room may", (file) => {
    const [, may = []] = rooms.find(([room]) => file.startsWith(room)) ?? [];
    expect(importsOf(file).filter((name) => !may.some((allowed) => fits(name, allowed)))).toEqual([]);
  });

  it.each(files)("%s has at most 300 lines", (file) => {
    expect(readFileSync(file, "utf8").split("\n").length).toBeLessThanOrEqual(301);
  });

  it("reads the environment in config.ts only, and the time in clock.ts only", () => {
    const naming = (word: RegExp) =>
      files.filter((file) => word.test(readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")));
    expect(naming(/process\.env|loadEnvFile/)).toEqual(["src/config.ts"]);
    expect(naming(/Temporal\.Now|Date\.now\(\)|new Date\(\)/).filter((file) => !file.includes("/page/"))).toEqual([
      "src/core/time/clock.ts",
    ]);
  });

  it("has SQL in core/store only", () => {
    const sql = /\b(selectFrom|insertInto|updateTable|deleteFrom)\(/;
    expect(files.filter((file) => !file.startsWith("src/core/store/") && sql.test(readFileSync(file, "utf8")))).toEqual(
      [],
    );
  });
});
