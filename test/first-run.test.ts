import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openStore } from "../src/core/store/database.ts";
import { sayFault } from "../src/core/store/fault.ts";
import { loadRecord } from "../src/record/load.ts";
import { readRecord } from "../src/record/read.ts";
import { createProgress, withProgress } from "../src/terminal.ts";
import { openDiscordRig } from "./support/discord/rig.ts";
import { newFolder, type Program, startProgram } from "./support/program.ts";

let folder: string;
let program: Program | undefined;
beforeEach(() => {
  folder = newFolder();
});
afterEach(async () => {
  await program?.end("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});
const start = (
  environment: Readonly<Record<string, string>> = {},
  given?: Parameters<typeof startProgram>[2],
): Program => {
  program = startProgram(folder, environment, given);
  return program;
};
/** What it says when it does not start: a few sentences, and never a stack. */
const refusal = async (...given: Parameters<typeof start>): Promise<string> => {
  const one = start(...given);
  expect(await one.ended).toBe(1);
  const said = one.said().replace(/^Rostrum \S+\n/, "");
  expect(said).not.toMatch(/\n\s+at |node_modules|Error:/);
  return said;
};

describe("the first run", () => {
  it("says what is connected and what is not, and how it would be", async () => {
    const one = start();
    await one.says(/Playground: open \S+ in a browser/);
    await one.says(/Discord: not connected, since DISCORD_TOKEN is not set\. docs\/discord\.md has the clicks\./);
    await one.says(/Slack: not connected, .*npm run -s slack:manifest .*https:\/\/api\.slack\.com\/apps/);
    expect(one.said()).not.toContain('{"level"');
  });

  it("says once that a token is wrong", async () => {
    const rig = await openDiscordRig();
    const wrong = `${"M".repeat(26)}.${"G".repeat(6)}.${"h".repeat(38)}`;
    const said = await refusal({ DISCORD_TOKEN: wrong, DISCORD_API_URL: rig.server.url });
    expect(said.match(/Discord does not accept the token/gu)).toHaveLength(1);
    expect(said).not.toContain('{"level"');
    await rig.close();
  });

  it("says which intents are missing, and where they are switched on", async () => {
    const rig = await openDiscordRig();
    rig.server.gateway.manners.disallowed = -1;
    const said = await refusal({ DISCORD_TOKEN: rig.server.state.token, DISCORD_API_URL: rig.server.url });
    expect(said).toContain(
      "does not let Rostrum receive the events it asks for (its intents). Check the application's page",
    );
    expect(said).toContain("docs/discord.md");
    await rig.close();
  });

  it("says what a platform's silence means, and goes on trying", async () => {
    const one = start({
      DISCORD_TOKEN: `${"M".repeat(26)}.${"G".repeat(6)}.${"h".repeat(38)}`,
      DISCORD_API_URL: "http://127.0.0.1:9",
    });
    await one.says(/Discord cannot be reached\. It is tried again without your help\./);
    await one.says(/Connecting …/);
    expect(await one.end("SIGTERM")).toBe(0);
  });

  it("tells mistakes in the record with the file, the line and what to write", async () => {
    cpSync("data", join(folder, "data"), { recursive: true });
    writeFileSync(join(folder, "data", "network.yaml"), "zone: Tokyo\nlanguage: en\nstrip: [tokyo]\n");
    writeFileSync(join(folder, "data", "people.yaml"), "jing-liu: { name: [Jing }\n");
    const lines = (await refusal({ DATA_DIR: "data" })).trim().split("\n");
    expect(lines).toContain("data/network.yaml:1: zone must be an IANA zone, such as Asia/Tokyo");
    expect(lines.some((line) => /^data\/people\.yaml:1: this is not valid YAML: /.test(line))).toBe(true);
    expect(lines.length).toBeLessThan(6);
  });

  it("says of a database file that is none, or damaged, to restore a backup", async () => {
    mkdirSync(join(folder, "state"));
    writeFileSync(join(folder, "state", "playground.sqlite"), "a letter to my aunt ".repeat(100));
    expect(await refusal()).toBe(
      "state/playground.sqlite: The database file is damaged. Stop Rostrum, put the newest backup in its place (docs/operating.md, Restore), and start it again.\n",
    );
    rmSync(join(folder, "state", "playground.sqlite"));
    await (await openStore(`file:${join(folder, "state", "playground.sqlite")}`)).close();
    const file = join(folder, "state", "playground.sqlite");
    const bytes = readFileSync(file);
    // All but the first page.
    writeFileSync(file, bytes.fill(0xff, 4096));
    expect(await refusal()).toContain("The database file is damaged.");
  });

  it("says of a disk that takes no more to make room", async () => {
    // In blocks of 512 or 1024 bytes: what the shell's limit on a file's size makes of a full disk.
    const said = await refusal({}, { limitBlocks: 60 });
    expect(said).toContain("state/playground.sqlite: The disk refuses to be read or written: it is full");
  });

  it("says of a folder it may not write to whose right is missing", async () => {
    // Who may write everywhere may not write there.
    const where = process.getuid?.() === 0 ? "/sys/rostrum" : "state";
    if (where === "state") mkdirSync(join(folder, where), { mode: 0o500 });
    const said = await refusal({ DATABASE_URL: `file:${where}/rostrum.sqlite` });
    expect(said).toContain(`Rostrum may not write to the folder ${where}.`);
  });

  it("says each of SQLite's own refusals in a sentence", () => {
    const file = join(folder, "x.sqlite");
    const db = new DatabaseSync(file);
    db.exec("create table t (x text); pragma max_page_count = 2");
    const saidOf = (act: () => void): string | undefined => {
      try {
        act();
        return undefined;
      } catch (error) {
        return sayFault(error);
      }
    };
    expect(saidOf(() => db.exec(`insert into t values ('${"x".repeat(20_000)}')`))).toMatch(/^The disk is full/);
    db.close();
    const reader = new DatabaseSync(file, { readOnly: true });
    expect(saidOf(() => reader.exec("insert into t values ('x')"))).toMatch(/^Rostrum may not write where/);
    reader.close();
    expect(saidOf(() => new DatabaseSync(join(folder, "no", "x.sqlite")))).toMatch(/^Rostrum may not write where/);
    expect(saidOf(() => db.exec("select 1"))).toBeUndefined();
  });
});

describe("secrets at the first run (abuse 61)", () => {
  const wrong = `${"M".repeat(26)}.${"G".repeat(6)}.${"h".repeat(38)}`;
  it.skipIf(process.platform === "win32")(
    "a .env that others can read is said, with the line that closes it",
    async () => {
      writeFileSync(join(folder, ".env"), "LOG_LEVEL=silent\n");
      const warning = "Others on this machine can read .env, and the tokens in it. Close it to them: chmod 600 .env";
      for (const [mode, warned] of [
        [0o644, true],
        [0o640, true],
        [0o600, false],
      ] as const) {
        chmodSync(join(folder, ".env"), mode);
        const one = start();
        await one.says(/Playground: /);
        expect([mode, one.said().includes(warning)]).toEqual([mode, warned]);
        await one.end("SIGKILL");
      }
    },
  );

  it("on the command line are refused and not repeated", async () => {
    for (const given of [
      wrong,
      `DISCORD_TOKEN=${wrong}`,
      "--token=xoxb-1234-5678-abcdef",
      "postgres://a:sesame@db/x",
    ]) {
      const said = await refusal({}, { given: [given] });
      expect(said).toContain("was given on the command line, where everybody on this machine can read it.");
      for (const secret of [wrong, "abcdef", "sesame"]) expect(said).not.toContain(secret);
    }
  });
});

describe("progress", () => {
  it("is told for what takes longer than two seconds, and only for that", async () => {
    const written: string[] = [];
    const spy = vi.spyOn(process.stdout, "write").mockImplementation((line) => written.push(String(line)) > 0);
    let now = 0;
    try {
      const told = createProgress("Reading the record", { monotonicMs: () => now });
      const store = await openStore(":memory:");
      await loadRecord(store, readRecord("data"), Temporal.Instant.from("2026-11-23T19:00:00Z"), {
        told: (nth, of) => {
          now += 300;
          told(nth, of);
        },
      });
      await store.close();
      expect(written[0]).toMatch(/^Reading the record: 7 of \d+ …\n$/);
      const first = written.length;
      const quick = createProgress("Reading the record", { monotonicMs: () => 0 });
      for (let n = 1; n < 1_000; n++) quick(n, 1_000);
      expect(written).toHaveLength(first);
      await withProgress("Connecting", new Promise((done) => setTimeout(done, 30)), 10);
      expect(written.at(-1)).toBe("Connecting …\n");
    } finally {
      spy.mockRestore();
    }
  });
});
