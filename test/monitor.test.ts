import { rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDiscordRig } from "./support/discord/rig.ts";
import { knockRaw } from "./support/monitor.ts";
import { newFolder, type Program, startProgram } from "./support/program.ts";

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
const start = async (environment: Readonly<Record<string, string>> = {}): Promise<string> => {
  program = startProgram(folder, {
    DISCORD_TOKEN: rig.server.state.token,
    DISCORD_GUILDS: rig.space,
    DISCORD_API_URL: rig.server.url,
    ...environment,
  });
  const [, address = ""] = await program.says(/Health: (\S+)\/health/);
  return address;
};

/** Lines of Prometheus' text format, without the comments. */
const linesOf = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "" && !/^#/.test(line));

describe("/metrics", () => {
  it("counts calls, answers, deliveries and platforms by names of ours only", async () => {
    const address = await start();
    const channel = rig.channel("discussion");
    const mei = rig.person({ name: "Mei Secretname" });
    await mei.type("/webinar show webinar:3", channel);
    await mei.type("/speaker name:Armstrong", channel);
    const { status, body, type } = await knockRaw(address, { path: "/metrics" });
    expect(status).toBe(200);
    expect(type).toContain("text/plain; version=0.0.4");
    const lines = linesOf(body);
    expect(lines).toContain('rostrum_calls_total{platform="discord",command="webinar show"} 1');
    expect(lines).toContain('rostrum_calls_total{platform="discord",command="speaker"} 1');
    expect(lines).toContain('rostrum_platform{platform="discord",state="connected"} 1');
    expect(lines).toContain('rostrum_answer_seconds_count{platform="discord"} 2');
    expect(lines).toContain('rostrum_answer_seconds_bucket{platform="discord",le="+Inf"} 2');
    expect(lines.some((line) => /^process_resident_memory_bytes \d+$/.test(line))).toBe(true);
    for (const one of ["Secretname", "Armstrong", rig.space, channel, "Partnership"]) expect(body).not.toContain(one);
    // Every line is a name, labels and a number.
    for (const line of lines) expect(line).toMatch(/^[a-z_:0-9]+(\{[^{}]*\})? (-?[\d.e+-]+|NaN|\+Inf)$/i);
    // Asked again it counts on, and nothing twice.
    await mei.type("/speaker name:Liu", channel);
    const again = linesOf((await knockRaw(address, { path: "/metrics" })).body);
    expect(again).toContain('rostrum_calls_total{platform="discord",command="speaker"} 2');
    expect(again).toContain('rostrum_answer_seconds_count{platform="discord"} 3');
  });
});

describe("/health and /metrics (abuse 41, 42)", () => {
  it("say live and ready apart, and why not", async () => {
    const address = await start();
    for (const path of ["/health", "/health/live", "/health/ready"])
      expect(await knockRaw(address, { path })).toMatchObject({ status: 200 });
    const well = JSON.parse((await knockRaw(address, { path: "/health" })).body) as Record<string, unknown>;
    expect(well).toMatchObject({
      ...{ well: true, live: true, ready: true, because: [] },
      checks: {
        database: { well: true, says: "The database can be read and written." },
        record: { well: true },
        schedule: { well: true },
        disk: { well: true, says: expect.stringMatching(/^\d+ MiB are free/) },
      },
    });
    rig.server.gateway.close(4014);
    await expect.poll(async () => (await knockRaw(address, { path: "/health/ready" })).status).toBe(503);
    expect((await knockRaw(address, { path: "/health/live" })).status).toBe(200);
    await expect.poll(async () => (await knockRaw(address, { path: "/health" })).status).toBe(503);
    expect(JSON.parse((await knockRaw(address, { path: "/health" })).body)).toMatchObject({
      because: [expect.stringContaining("(its intents)")],
    });
  });

  it("are not there for whoever comes from elsewhere, by whatever they say of themselves", async () => {
    const address = await start();
    const spoofs: readonly Readonly<Record<string, string>>[] = [
      { "x-forwarded-for": "127.0.0.1" },
      { "x-forwarded-for": "203.0.113.5" },
      { forwarded: "for=127.0.0.1" },
      { "x-real-ip": "127.0.0.1" },
      { via: "1.1 proxy" },
      { host: "rostrum.example" },
      { host: "127.0.0.1.evil.example" },
    ];
    for (const path of ["/health", "/health/live", "/health/ready", "/metrics", "/doctor"])
      for (const headers of spoofs) {
        const { status, body } = await knockRaw(address, { path, headers });
        expect([path, headers, status, body]).toEqual([path, headers, 404, "There is nothing here."]);
      }
  });

  it("are answered to GET at their own paths only", async () => {
    const address = await start();
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
      expect([method, (await knockRaw(address, { path: "/metrics", method })).status]).toEqual([method, 404]);
    for (const path of [
      "/..%2fmetrics",
      "/page/..%2f..%2fhealth",
      "/page/../.env",
      "/%2e%2e/.env",
      "//metrics",
      "/metrics/",
      "/health/..%2fmetrics",
      "/health/else",
      "/METRICS",
    ])
      expect([path, (await knockRaw(address, { path })).status]).toEqual([path, 404]);
    expect((await knockRaw(address, { path: "/doctor", headers: { authorization: "Bearer x" } })).status).toBe(404);
  });

  it("are open to others where that is configured", async () => {
    const address = await start({ MONITORING: "open" });
    for (const path of ["/health/ready", "/metrics"])
      expect((await knockRaw(address, { path, headers: { host: "10.0.0.7:8080" } })).status).toBe(200);
    expect((await knockRaw(address, { path: "/doctor", headers: { host: "10.0.0.7:8080" } })).status).toBe(404);
  });
});
