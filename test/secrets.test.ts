import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toConfig } from "../src/config.ts";
import { redact } from "../src/log.ts";
import { openDiscordRig } from "./support/discord/rig.ts";
import { openHouse } from "./support/house.ts";
import { knockRaw } from "./support/monitor.ts";
import { newFolder, type Program, runScript, startProgram } from "./support/program.ts";

/** Abuse cases 57 to 60: no secret is ever written down, whatever fails; a name is one piece of one line; no stack for people. */

let folder: string;
let program: Program | undefined;
beforeEach(() => {
  folder = newFolder();
});
afterEach(async () => {
  await program?.end("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const CANARY = {
  discord: `${"Canary".repeat(5)}.${"CaNaRy"}.${"canary_".repeat(6)}`,
  bot: ["xoxb", "1234567890", "canarycanarybot"].join("-"),
  app: ["xapp", "1", "A0CANARY", "1234", "canarycanaryapp"].join("-"),
  signing: `${"ca4a41".repeat(5)}aa`,
  client: `${"ca4a42".repeat(5)}bb`,
  password: "canary#pass/word",
  code: "canary-oauth-code.1234",
};
const expectClean = (...texts: readonly string[]): void => {
  for (const text of texts)
    for (const [name, secret] of Object.entries(CANARY))
      for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64")])
        expect([name, text.includes(form)]).toEqual([name, false]);
};

/** A platform that answers everything wrongly, and says back what it was told: headers, body and address. */
const openEcho = async (status: number) => {
  const server = createServer((request, answer) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      answer.writeHead(status, { "content-type": "application/json" });
      answer.end(
        JSON.stringify({
          ok: false,
          error: `echo ${request.url} ${JSON.stringify(request.headers)} ${body}`,
          message: JSON.stringify(request.headers),
        }),
      );
    });
  }).listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
};

describe("canaries in every secret, at trace", () => {
  it.each([
    ["a platform that cannot be reached", undefined],
    ["a platform that fails and says back what it was sent", 500],
    ["a platform that refuses and says back what it was sent", 401],
    ["a platform that answers nonsense and says back what it was sent", 200],
  ])(
    "%s: in no line, no answer, no metric, no name of a file",
    async (_name, status) => {
      const echo = status === undefined ? undefined : await openEcho(status);
      const url = echo?.url ?? "http://127.0.0.1:9";
      const environment = {
        DISCORD_TOKEN: CANARY.discord,
        DISCORD_API_URL: url,
        SLACK_BOT_TOKEN: CANARY.bot,
        SLACK_SIGNING_SECRET: CANARY.signing,
        SLACK_CLIENT_ID: "1234.5678",
        SLACK_CLIENT_SECRET: CANARY.client,
        SLACK_API_URL: `${url}/api/`,
        PUBLIC_URL: "https://bot.example",
        LOG_LEVEL: "trace",
      };
      program = startProgram(folder, environment);
      const told = await Promise.race([program.says(/"port":(\d+)/), program.ended.then(() => undefined)]);
      const answers: string[] = [];
      if (told !== undefined) {
        const address = `http://127.0.0.1:${told[1]}`;
        for (const path of [
          `/slack/oauth?code=${CANARY.code}&state=${CANARY.code}`,
          `/slack/install?secret=${CANARY.client}`,
          `/nothing/${CANARY.bot}`,
          "/health",
          "/metrics",
          "/",
        ]) {
          const asked = await knockRaw(address, { path }).catch(() => undefined);
          if (asked !== undefined) answers.push(asked.body);
        }
        await knockRaw(address, {
          path: "/slack/events",
          method: "POST",
          headers: { "x-slack-signature": `v0=${CANARY.signing}`, "x-slack-request-timestamp": "1" },
        }).catch(() => undefined);
      }
      await program.end("SIGTERM");
      const backup = await runScript(folder, ["backup"], environment);
      const doctor = status === undefined ? undefined : await runScript(folder, ["doctor"], environment);
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
      expectClean(program.said(), ...answers, backup.said, doctor?.said ?? "", ...files);
      // What is written to the disk neither, but sealed.
      for (const file of files.map((one) => join(folder, one)))
        if (existsSync(file) && statSync(file).isFile()) expectClean(readFileSync(file, "latin1"));
      echo?.close();
    },
    60_000,
  );

  it("nor the password of a database that is not there", async () => {
    program = startProgram(folder, {
      DISCORD_TOKEN: CANARY.discord,
      DATABASE_URL: `postgres://rostrum:${encodeURIComponent(CANARY.password)}@127.0.0.1:9/rostrum`,
      LOG_LEVEL: "trace",
    });
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain("PostgreSQL 127.0.0.1:9/rostrum cannot be reached");
    expectClean(program.said());
  });
});

describe("redaction by shape", () => {
  it.each([
    ["a Slack token from elsewhere", "got xoxp-12345678-abcdef", "got [secret]"],
    ["a Discord token", `token ${CANARY.discord}!`, "token [secret]!"],
    ["what authorizes a request", '"authorization":"Bearer abcdefghijklmnop1234"', '"authorization":"Bearer [secret]"'],
    ["a code of an installation", "/slack/oauth?code=12.34.ab&state=xyz", "/slack/oauth?code=[secret]&state=[secret]"],
    ["a password in an address", "postgres://me:sesame@db/x", "postgres://me:[secret]@db/x"],
    ["a webhook", "https://hooks.slack.com/services/T0/B0/abc123", "https://hooks.slack.com/[secret]"],
    ["a signing secret", `x ${"0123456789abcdef".repeat(2)} y`, "x [secret] y"],
    [
      "an ordinary line",
      '{"port":8080,"at":"http://127.0.0.1:8080/health"}',
      '{"port":8080,"at":"http://127.0.0.1:8080/health"}',
    ],
  ])("finds %s", (_name, line, clean) => {
    expect(redact(line, [])).toBe(clean);
  });
  it("finds a secret of ours also as it stands in an address", () => {
    expect(redact("a/canary%23pass%2Fword/b canary#pass/word", [CANARY.password])).toBe("a/[secret]/b [secret]");
  });
  it("is quick on a long line of nothing in particular", () => {
    for (const piece of ["a", "a.", "://a:", "Bearer ", "0", "/webhooks/1", "xoxb-"]) {
      const long = piece.repeat(50_000 / piece.length);
      const began = performance.now();
      redact(long, ["secret"]);
      expect([piece, performance.now() - began < 250]).toEqual([piece, true]);
    }
  });
});

describe("a name in the log (abuse 59)", () => {
  it("stays one line and moves no cursor, whatever is in it", async () => {
    const names = [
      "a\r\nb",
      "\u001b[31mred\u001b[0m",
      '"},{"level":60,"msg":"forged"',
      "\u009b2J",
      "\u2028next",
      "\u202eback",
      "\u0000\u0008",
    ];
    const code = `import { createLog } from "${resolve("src/log.ts")}";
      const log = createLog({ level: "trace", secrets: [] });
      for (const name of ${JSON.stringify(names)}) { log.error({ name, err: new Error(name) }, "a call by " + name); }`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    await new Promise((done) => child.once("close", done));
    const lines = said.trimEnd().split(/\r\n|[\n\r\u2028\u2029\u0085]/u);
    expect(lines).toHaveLength(names.length);
    for (const [n, line] of lines.entries()) {
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
      expect(JSON.parse(line)).toMatchObject({ level: 50, name: names[n], msg: `a call by ${names[n]}` });
    }
  });
});

describe("a fault of ours (abuse 60)", () => {
  it("is told with a reference that the log has, and with nothing of the program", async () => {
    const house = await openHouse("2026-11-23T19:00:00Z");
    const mei = await house.somebody();
    await house.store.transact((trx) => sql`drop table talks`.execute(trx));
    const { text } = await mei.say("/webinar show 3");
    const [, reference = ""] = /\b([0-9a-f]{8})\b/.exec(text) ?? [];
    expect(reference).not.toBe("");
    expect(text).not.toMatch(/talks|table|sql|Error|\.ts|\bat /i);
    const [logged] = house.log.filter(({ level }) => level === "error");
    expect(logged?.facts).toMatchObject({ reference });
    await house.close();
  });
});

describe("keys that reach into every object (abuse 57)", () => {
  it("pollute nothing from the environment", () => {
    const environment = JSON.parse(
      '{"__proto__":{"polluted":"yes","DISCORD_TOKEN":"x"},"constructor":"y","PLAYGROUND":"on"}',
    );
    expect(toConfig(environment).discord).toBeUndefined();
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it("pollute nothing from a press or what is sent to the browser's door", async () => {
    program = startProgram(folder);
    const [, address = ""] = await program.says(/Playground: open (\S+) in a browser/);
    const send = async (path: string, body: string) =>
      (
        await fetch(`${address}/api/${path}`, {
          method: "POST",
          headers: { "content-type": "application/json", origin: address },
          body,
        })
      ).status;
    const call =
      '"id":"0b5b5a4e-0000-4000-8000-000000000001","user":"organiser","lang":"en","locale":"en","channel":"discussion"';
    await send("say", `{${call},"__proto__":{"polluted":1},"line":"/webinar show __proto__"}`);
    for (const press of ["__proto__", "constructor", "webinar show?__proto__=x", "#__proto__"])
      await send("press", `{${call},"press":"${press}","options":{"__proto__":"x","constructor":"y"}}`);
    const after = await send("say", `{${call.replace('01"', '02"')},"line":"/webinar show 3"}`);
    expect(after).toBe(200);
    expect((await fetch(`${address}/health`)).status).toBe(200);
  });

  it("pollute nothing from a custom_id on Discord, and are answered in words", async () => {
    const rig = await openDiscordRig();
    program = startProgram(folder, {
      DISCORD_TOKEN: rig.server.state.token,
      DISCORD_GUILDS: rig.space,
      DISCORD_API_URL: rig.server.url,
    });
    await program.says(/Health: /);
    const seen = await rig.person({ name: "Mei" }).type("/webinar show webinar:__proto__", rig.channel("discussion"));
    expect(seen.text).not.toMatch(/\[object|undefined|TypeError|at .*\.ts:/);
    await rig.close();
  });
});
