import { execFile } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLoopbackDiscord } from "./support/discord/server.ts";
import { type Instruction, readContext, readDockerfile, toWords } from "./support/dockerfile.ts";
import { newFolder, type Program, startCommand } from "./support/program.ts";
import { openLoopbackSlack } from "./support/slack/server.ts";
import { TOKENS } from "./support/slack/state.ts";

/** There is no engine here: the test reads the Dockerfile and does by itself what it says, in a clean folder. */
const [dependencies = [], image = []] = readDockerfile("Dockerfile");
const context = readContext(".dockerignore");

const the = (word: string, stage = image): Instruction => {
  const [one, ...more] = stage.filter((instruction) => instruction.word === word);
  if (one === undefined || more.length > 0) throw new Error(`not one ${word}`);
  return one;
};
const [uid = 0, gid = 0] = the("USER").rest.split(":").map(Number);
const isRoot = process.getuid?.() === 0;

describe("the Dockerfile", () => {
  it("starts the program as npm start does, without npm", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };
    expect(toWords(the("CMD"))).toEqual(scripts.start.split(" "));
    expect(image.some(({ word }) => word === "ENTRYPOINT")).toBe(false);
  });

  it("ends in Debian's slim image with one library more, an ordinary user and one volume", () => {
    expect(the("FROM").rest).toMatch(/^debian:\w+-slim$/);
    const installed = image.flatMap(
      ({ rest }) => /apt-get install ((?:\S+ )+?)&&/.exec(rest)?.[1]?.trim().split(" ") ?? [],
    );
    expect(installed.filter((name) => !name.startsWith("--"))).toEqual(["libatomic1"]);
    expect(uid).toBeGreaterThan(0);
    expect(gid).toBeGreaterThan(0);
    expect(the("VOLUME").rest).toBe("/app/state");
    expect(image.findLastIndex(({ word }) => word === "RUN")).toBeLessThan(
      image.findIndex(({ word }) => word === "USER"),
    );
  });

  it("takes in what runs, and neither secrets nor state, tests or history", () => {
    expect(context).toEqual(["package.json", "package-lock.json", "rostrum.js", "src", "data", "LICENSE"]);
    const copied = [...dependencies, ...image].filter(({ word }) => word === "COPY" || word === "ADD");
    expect(copied.map(({ rest }) => rest)).toEqual([
      "package.json package-lock.json ./",
      "--from=dependencies /app/node_modules ./node_modules",
      ". .",
    ]);
  });
});

describe("what the Dockerfile builds", () => {
  const folder = newFolder();
  const app = join(folder, "app");
  const tmp = join(folder, "tmp");
  let running: Program | undefined;

  const walk = (): readonly string[] =>
    readdirSync(app, { recursive: true, encoding: "utf8" }).filter((path) => !/^state(\/|$)/.test(path));
  /** As the engine would: files belong to root, and with a read-only root nobody else may write to them either. */
  const close = (): void => {
    if (isRoot) chownSync(join(app, "state"), uid, gid);
    else for (const path of [".", ...walk()]) chmodSync(join(app, path), statSync(join(app, path)).mode & ~0o222);
  };
  const open = (): void => {
    if (!isRoot)
      for (const path of [".", ...walk()]) chmodSync(join(app, path), statSync(join(app, path)).mode | 0o200);
  };
  const stand = (): readonly string[] =>
    walk().map((path) => {
      const { mtimeMs, size } = statSync(join(app, path), { throwIfNoEntry: false }) ?? {};
      return `${path} ${mtimeMs} ${size}`;
    });

  beforeAll(async () => {
    mkdirSync(app);
    mkdirSync(tmp, { mode: 0o777 });
    for (const path of [folder, tmp]) chmodSync(path, path === tmp ? 0o777 : 0o755);
    for (const name of ["package.json", "package-lock.json"]) cpSync(name, join(app, name));
    cpSync("test/support/egress.js", join(folder, "egress.js"));
    // What npm ci has brought here once need not be asked for again.
    const env = { ...process.env, npm_config_prefer_offline: "true" };
    await promisify(execFile)("sh", ["-c", the("RUN", dependencies).rest], { cwd: app, env });
    for (const name of context) cpSync(name, join(app, name), { recursive: true });
    mkdirSync(join(app, "state"));
    close();
  }, 120_000);
  afterAll(async () => {
    await running?.end("SIGKILL");
    open();
    rmSync(folder, { recursive: true, force: true });
  });

  const environment = (given: Readonly<Record<string, string>>): Record<string, string> => ({
    ...Object.fromEntries(
      the("ENV")
        .rest.split(" ")
        .map((pair) => pair.replaceAll("/app", app).split("=", 2)),
    ),
    TMPDIR: tmp,
    ...given,
  });
  const start = (words: readonly string[], given: Readonly<Record<string, string>> = {}): Program => {
    running = startCommand(words, { cwd: app, env: environment(given), ...(isRoot && { uid, gid }) });
    return running;
  };
  const checkHealth = (port: number): Promise<number | string> => {
    const words = toWords(the("HEALTHCHECK")).map((word) => word.replace(":8080/", `:${port}/`));
    return startCommand(words, { cwd: app, env: environment({}) }).ended;
  };

  it("has neither npm, nor headers, nor what only tests need", () => {
    const names = readdirSync(join(app, "node_modules"));
    expect(names).toContain("discord.js");
    expect(names.filter((name) => ["npm", "vitest", "typescript", "playwright-core"].includes(name))).toEqual([]);
    expect(readdirSync(join(app, "node_modules", names.find((name) => name.startsWith("node-")) ?? ""))).not.toContain(
      "include",
    );
  });

  it("runs as an ordinary user on a read-only tree, is healthy, writes to the volume and talks to the platforms only, and stops when told", async () => {
    const [discord, slack] = [await openLoopbackDiscord(), await openLoopbackSlack()];
    const before = stand();
    try {
      const program = start(toWords(the("CMD")), {
        PORT: "0",
        DISCORD_TOKEN: discord.state.token,
        DISCORD_API_URL: discord.url,
        SLACK_BOT_TOKEN: TOKENS.bot,
        SLACK_APP_TOKEN: TOKENS.app,
        SLACK_API_URL: slack.url,
        NODE_OPTIONS: `--import=${join(folder, "egress.js")}`,
      });
      const [, at = ""] = await program.says(/Health: (\S+)/);
      const port = Number(new URL(at).port);
      expect(await (await fetch(`http://127.0.0.1:${port}/health`)).json()).toMatchObject({ ready: true });
      expect(await checkHealth(port)).toBe(0);
      expect(await program.end("SIGTERM")).toBe(0);
      expect(await checkHealth(port)).toBe(1);
      // It has talked to whom it was told of, and to nobody else.
      const asked = program.said().matchAll(/connects to (\S+)/g);
      expect(new Set([...asked].map(([, where]) => where))).toEqual(
        new Set([discord.url, slack.url].map((url) => new URL(url).host)),
      );
    } finally {
      await running?.end("SIGKILL");
      await discord.close();
      await slack.close();
    }
    expect(readdirSync(join(app, "state"))).toContain("rostrum.sqlite");
    expect(stand()).toEqual(before);
    expect(readdirSync(tmp)).toEqual([]);
  });

  it("opens no playground, in which everybody may be an admin", async () => {
    const program = start(toWords(the("CMD")), { PORT: "0" });
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain("set PLAYGROUND=off");
  });

  it("stops when told while a platform does not answer yet", async () => {
    const silent = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    const asked = new Promise((resolve) => silent.once("connection", resolve));
    const { port } = silent.address() as AddressInfo;
    const program = start(toWords(the("CMD")), {
      PORT: "0",
      DISCORD_TOKEN: "canary",
      DISCORD_API_URL: `http://127.0.0.1:${port}`,
    });
    await asked;
    expect(await program.end("SIGTERM")).toBe(0);
    silent.close();
  });
});
