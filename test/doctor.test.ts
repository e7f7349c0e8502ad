import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDiscordRig } from "./support/discord/rig.ts";
import { newFolder, type Program, runScript, startProgram } from "./support/program.ts";

let folder: string;
let program: Program | undefined;
let rig: Awaited<ReturnType<typeof openDiscordRig>>;
beforeEach(async () => {
  folder = newFolder();
  rig = await openDiscordRig();
});
afterEach(async () => {
  await program?.end("SIGKILL");
  await rig.close();
  rmSync(folder, { recursive: true, force: true });
});
const environment = () => ({
  DISCORD_TOKEN: rig.server.state.token,
  DISCORD_GUILDS: rig.space,
  DISCORD_API_URL: rig.server.url,
});
const ask = (given: readonly string[] = [], more: Readonly<Record<string, string>> = {}) =>
  runScript(folder, ["doctor", ...given], { ...environment(), ...more });

describe("npm run -s doctor", () => {
  it("asks the program that runs, in the language of the terminal or the one named, and ends with 1 when something is wrong", async () => {
    program = startProgram(folder, environment());
    await program.says(/Health: /);
    const { said, code } = await ask();
    expect(said).toContain("Rostrum runs; this is what it finds.");
    expect(said).toMatch(/Rostrum 0\.\d+\.\d+, since /);
    expect(said).toMatch(/Discord, [^:]+: connected since/);
    expect(said).toContain("! no backup has been made yet: npm run -s backup");
    expect(code).toBe(1);
    expect((await runScript(folder, ["backup"], environment())).code).toBe(0);
    expect((await ask()).said).toMatch(/Last backup: \w{3} \d/);
    expect((await ask([], { LANG: "ja_JP.UTF-8" })).said).toMatch(/最後のバックアップ：/);
    expect((await ask(["--language", "th"], { LANG: "ja_JP.UTF-8" })).said).toMatch(/สำรองข้อมูลล่าสุด: /);
    expect(await ask(["--language", "klingon"])).toEqual({
      code: 1,
      said: "npm run -s doctor knows --language and one of en, ja, zh-Hans, zh-Hant, th: npm run -s doctor -- --language ja.\n",
    });
    expect(said).not.toContain(rig.server.state.token);
  }, 30_000);

  it("looks itself when none runs, also before the first start, and says what is wrong in the record's files", async () => {
    const first = await ask();
    expect(first.said).toContain("Rostrum does not run here; this is what I find from outside. Start it: npm start");
    expect(first.said).toMatch(/Discord, [^:]+: connected since/);
    expect(first.code).toBe(1);
    const wrong = `${"M".repeat(26)}.${"G".repeat(6)}.${"h".repeat(38)}`;
    const refused = await ask([], { DISCORD_TOKEN: wrong });
    expect(refused.said).toContain("Discord does not accept the token it was given.");
    expect(refused.said).not.toContain(wrong);
    expect(refused.code).toBe(1);
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "data", "network.yaml"), "zone: Tokyo\nlanguage: en\nstrip: [tokyo]\n");
    const { said, code } = await ask([], { DATA_DIR: "data" });
    expect(said).toContain("✗ data/network.yaml:1: zone must be an IANA zone, such as Asia/Tokyo");
    expect(code).toBe(1);
    // Nothing of it is held: the program starts.
    program = startProgram(folder, environment());
    await program.says(/Health: /);
  }, 30_000);

  it("ends with 0 when all is well", async () => {
    const playground = { DISCORD_TOKEN: "", DISCORD_GUILDS: "" };
    program = startProgram(folder, playground);
    await program.says(/Playground: /);
    expect((await runScript(folder, ["backup"], playground)).code).toBe(0);
    expect(await ask([], playground)).toEqual({ code: 0, said: expect.stringContaining("Rostrum runs") });
  }, 30_000);
});
