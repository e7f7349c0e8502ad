import { copyFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buttons, message, text } from "../src/core/bot/message.ts";
import { planNow } from "../src/core/delivery/plan.ts";
import { backUp, lastBackup } from "../src/core/store/backup.ts";
import { openStore } from "../src/core/store/database.ts";
import { addDeliveries } from "../src/core/store/deliveries.ts";
import { noteSpace } from "../src/core/store/spaces.ts";
import { openDiscordRig } from "./support/discord/rig.ts";
import { openHouse } from "./support/house.ts";
import { newFolder, type Program, runScript, startProgram } from "./support/program.ts";

let folder: string;
let program: Program | undefined;
beforeEach(() => {
  folder = newFolder();
});
afterEach(async () => {
  await program?.end("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});
const restore = (backup: string, file: string): void => {
  for (const end of ["-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
  copyFileSync(backup, file);
};

describe("npm run -s backup", () => {
  it("beside the running program makes a checked copy; restored, what went out since is not said again", async () => {
    const rig = await openDiscordRig();
    try {
      const channel = rig.channel("news");
      const token = rig.server.state.token;
      const environment = { DISCORD_TOKEN: token, DISCORD_GUILDS: rig.space, DISCORD_API_URL: rig.server.url };
      const file = join(folder, "state", "rostrum.sqlite");
      const store = await openStore(`file:${file}`);
      /** As if its hour had come. */
      const comeDue = (): void => {
        const db = new DatabaseSync(file);
        db.prepare("update deliveries set due_at = ? where what = 'share/1'").run(Date.now());
        db.prepare("update deliveries set next_at = due_at where what = 'share/1'").run();
        db.close();
      };
      await store.transact(async (trx) => {
        await noteSpace(trx, { platform: "discord", space: rig.space }, { name: "Hub", connected: true });
        const to = { platform: "discord", space: rig.space, channel } as const;
        const said = message(text("said once"), buttons({ label: "Open", press: "x" }));
        const planned = planNow({ what: "share/1", to, message: said, now: Date.now() + 3_600_000, lateMs: 600_000 });
        await addDeliveries(trx, [planned]);
      });
      await store.close();
      program = startProgram(folder, environment);
      await program.says(/Health: /);
      const { said, code } = await runScript(folder, ["backup"], environment);
      expect(said).toMatch(/Backup: state\/backups\/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.sqlite, [\d.]+ [KM]iB, checked\./);
      expect(code).toBe(0);
      const backup = join(folder, said.match(/Backup: (\S+),/)?.[1] ?? "");
      expect(statSync(backup).mode & 0o777).toBe(0o600);
      expect(await program.end("SIGTERM")).toBe(0);
      comeDue();
      program = startProgram(folder, environment);
      await expect.poll(() => rig.posts(channel).length, { timeout: 10_000 }).toBe(1);
      await program.says(/Health: /);
      expect(await program.end("SIGTERM")).toBe(0);
      restore(backup, file);
      comeDue();
      const reads = rig.server.requests.filter(({ method }) => method === "GET").length;
      program = startProgram(folder, environment);
      await program.says(/restored from a backup/);
      const stateOf = () => {
        const db = new DatabaseSync(file, { readOnly: true });
        const row = db.prepare("select state, evidence from deliveries where what = 'share/1'").get();
        db.close();
        return row;
      };
      await expect.poll(stateOf, { timeout: 10_000 }).toEqual({ state: "sent", evidence: "history" });
      expect(rig.server.requests.filter(({ method }) => method === "GET").length).toBeGreaterThan(reads);
      expect(rig.posts(channel).map(({ text }) => text)).toEqual(["said once"]);
    } finally {
      await program?.end("SIGKILL");
      await rig.close();
    }
  }, 40_000);

  it("takes a path, writes over nothing, keeps so many of its own when asked, and says what is wrong in one sentence", async () => {
    const environment = { DISCORD_TOKEN: `${"M".repeat(26)}.${"G".repeat(6)}.${"h".repeat(38)}` };
    const backup = (...given: string[]) => runScript(folder, ["backup", ...given], environment);
    const none = await backup();
    expect(none).toEqual({ code: 1, said: expect.stringContaining("There is no database state/rostrum.sqlite yet") });
    await (await openStore(`file:${join(folder, "state", "rostrum.sqlite")}`)).close();
    expect((await backup("elsewhere/mine.sqlite")).said).toContain("Backup: elsewhere/mine.sqlite, ");
    const again = await backup("elsewhere/mine.sqlite");
    expect(again).toEqual({ code: 1, said: expect.stringContaining("elsewhere/mine.sqlite is there already.") });
    const backups = join(folder, "state", "backups");
    expect((await backup()).code).toBe(0);
    for (const name of ["2020-01-01T00-00-00Z.sqlite", "2021-01-01T00-00-00Z.sqlite", "before-the-move.sqlite"])
      writeFileSync(join(backups, name), "");
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const { said } = await backup("--keep", "2");
    expect(said).toContain("Taken away, for 2 are kept: state/backups/2020-01-01T00-00-00Z.sqlite");
    const left = readdirSync(backups);
    expect(left).toHaveLength(3);
    expect(left).toContain("before-the-move.sqlite");
    expect((await backup("--keep", "none")).said).toBe(
      "npm run -s backup knows a file to write and --keep <how many>: npm run -s backup -- --keep 14.\n",
    );
    writeFileSync(join(folder, "state", "rostrum.sqlite"), "x".repeat(5000));
    const broken = await backup("broken.sqlite");
    expect(broken).toEqual({ code: 1, said: expect.stringContaining("The database file is damaged.") });
    expect(readdirSync(folder)).not.toContain("broken.sqlite");
    expect(broken.said).not.toMatch(/\n\s+at /);
  }, 30_000);

  it("of PostgreSQL says the lines that do it, without the password", async () => {
    const { said, code } = await runScript(folder, ["backup"], {
      DISCORD_TOKEN: `${"M".repeat(26)}.${"G".repeat(6)}.${"h".repeat(38)}`,
      DATABASE_URL: "postgres://rostrum:very-secret@127.0.0.1/rostrum",
    });
    expect(code).toBe(0);
    expect(said).toContain('pg_dump --format=custom --file=rostrum.dump "$DATABASE_URL"');
    expect(said).toContain("insert into memory values ('copied', '1')");
    expect(said).not.toContain("very-secret");
  });
});

describe("a restored database", () => {
  it("reads the place twice for what came due since, and only then sends it; what is due later keeps its time", async () => {
    const file = join(folder, "house.sqlite");
    const house = await openHouse("2026-11-23T19:00:00Z", { url: `file:${file}` });
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    for (const [text, when] of [
      ["never sent", "2026-11-24 09:00 UTC"],
      ["later", "2026-11-26 09:00 UTC"],
    ]) {
      await oki.say(`/announce schedule text:"${text}" when:"${when}" where:discord`);
      await oki.press("Schedule");
    }
    const copy = join(folder, "copy.sqlite");
    backUp({ file, to: copy, now: house.now().epochMilliseconds });
    expect(await house.store.transact(lastBackup)).toBe(house.now().epochMilliseconds);
    await house.close();
    const restored = await openHouse("2026-11-24T09:05:00Z", { url: `file:${copy}` });
    const texts = () => restored.posts("announcements").map(({ text }) => text);
    await restored.turnTo("2026-11-24T09:05:20Z");
    expect(texts()).toEqual([]);
    await restored.turnTo("2026-11-24T09:06:00Z");
    expect(texts()).toEqual(["never sent"]);
    await restored.turnTo("2026-11-26T09:00:01Z");
    expect(texts()).toEqual(["never sent", "later"]);
    await restored.restart();
    expect(texts()).toHaveLength(2);
    await restored.close();
  });
});
