import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { message, text } from "../../../src/core/bot/message.ts";
import { sign } from "../../support/slack/http.ts";
import { openSlackHttpRig, SIGNING_SECRET, type SlackRig } from "../../support/slack/rig.ts";
import { createScriptedBot, pause, type ScriptedBot } from "../../support/slack/script.ts";
import { TEAM } from "../../support/slack/state.ts";

/** What comes in at our own port, forged, replayed, malformed or endless (abuse cases 32–36 and 40). */

let rig: SlackRig;
let bot: ScriptedBot;
let channel: string;
let user: string;

beforeEach(async () => {
  rig = await openSlackHttpRig();
  bot = createScriptedBot(() => message(text("Here you are.")));
  await rig.platform.start(bot);
  channel = rig.channel("general");
  user = rig.person({ name: "Ann" }).user;
});
afterEach(() => rig.close());

const command = (more: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({
    command: "/webinar",
    text: "next",
    user_id: user,
    team_id: TEAM.id,
    channel_id: channel,
    trigger_id: "1.2",
    response_url: `${new URL(rig.server.url).origin}/response/1.2`,
    ...more,
  }).toString();

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const send = async (body: string, headers: Readonly<Record<string, string>>, path = "/slack/events") =>
  fetch(new URL(path, rig.address), { method: "POST", headers: { ...FORM, ...headers }, body });
const nowS = (): number => Math.floor(Date.now() / 1000);

test("a command that Slack signed is answered; the same bytes again have no second effect", async () => {
  const body = command();
  const signed = sign(SIGNING_SECRET, body);
  expect((await send(body, signed)).status).toBe(200);
  expect((await send(body, signed)).status).toBe(200);
  await pause(50);
  expect(bot.calls).toHaveLength(1);
});

describe("what Slack did not sign, or not now, reaches nobody", () => {
  const body = () => command();
  const signature = (made: Readonly<Record<string, string>>): string => made["x-slack-signature"] ?? "";
  test.each<[string, (body: string) => Readonly<Record<string, string>>]>([
    ["by another secret", (it) => sign("another", it)],
    ["without a signature", () => ({})],
    ["without a time", (it) => ({ "x-slack-signature": signature(sign(SIGNING_SECRET, it)) })],
    ["for other bytes", () => sign(SIGNING_SECRET, "text=other")],
    ["five minutes ago", (it) => sign(SIGNING_SECRET, it, nowS() - 301)],
    ["an hour ahead", (it) => sign(SIGNING_SECRET, it, nowS() + 3600)],
    ["at no number", (it) => ({ ...sign(SIGNING_SECRET, it), "x-slack-request-timestamp": "NaN" })],
    ["at a number in hex", (it) => ({ ...sign(SIGNING_SECRET, it), "x-slack-request-timestamp": "0x6743" })],
    ["at a number without end", (it) => sign(SIGNING_SECRET, it, 1e19)],
    [
      "in another version",
      (it) => ({
        ...sign(SIGNING_SECRET, it),
        "x-slack-signature": signature(sign(SIGNING_SECRET, it)).replace("v0", "v1"),
      }),
    ],
    [
      "in capitals",
      (it) => ({
        ...sign(SIGNING_SECRET, it),
        "x-slack-signature": `v0=${signature(sign(SIGNING_SECRET, it)).slice(3).toUpperCase()}`,
      }),
    ],
    [
      "twice",
      (it) => {
        const made = sign(SIGNING_SECRET, it);
        return { ...made, "x-slack-signature": `${signature(made)}, ${signature(made)}` };
      },
    ],
  ])("%s", async (_how, headers) => {
    const it = body();
    expect((await send(it, headers(it))).status).toBe(401);
    expect(bot.calls).toEqual([]);
  });
});

test.each([
  ["another secret", (it: string) => sign("another", it), "not signed with SLACK_SIGNING_SECRET"],
  ["a clock that is wrong", (it: string) => sign(SIGNING_SECRET, it, nowS() - 400), "set this machine's clock right"],
])("%s shows nowhere but in the log, where it stands once a minute", async (_what, headers, words) => {
  const it = command();
  for (let n = 0; n < 3; n++) expect((await send(it, headers(it))).status).toBe(401);
  expect((await send(it, {})).status).toBe(401);
  expect(rig.lines.filter((line) => line.startsWith("warn"))).toEqual([expect.stringContaining(words)]);
});

test.each([
  ["with a command", () => command({ ssl_check: "1" })],
  ["with a press", () => new URLSearchParams({ ssl_check: "1", payload: "{}" }).toString()],
])("a look at the certificate is answered and never a call: %s", async (_what, body) => {
  expect((await send(body(), {})).status).toBe(200);
  const json = JSON.stringify({ ssl_check: 1, type: "event_callback" });
  const signed = { ...sign(SIGNING_SECRET, json), "content-type": "application/json" };
  expect((await send(json, signed)).status).toBe(200);
  expect(bot.calls).toEqual([]);
});

test("the address is proved to Slack when it asks", async () => {
  const body = JSON.stringify({ type: "url_verification", challenge: "abc" });
  const headers = { ...sign(SIGNING_SECRET, body), "content-type": "application/json" };
  expect(await (await send(body, headers)).json()).toEqual({ challenge: "abc" });
  expect((await send(body, { "content-type": "application/json" })).status).toBe(401);
});

test("what is no request of Slack's is refused, signed or not", async () => {
  const odd = async (body: string, type: string) =>
    (await send(body, { ...sign(SIGNING_SECRET, body), "content-type": type })).status;
  expect(await odd("{", "application/json")).toBe(400);
  expect(await odd("[1]", "application/json")).toBe(400);
  expect(await odd("payload=%7B", FORM["content-type"])).toBe(400);
  expect(await odd(command(), "application/x-www-form-urlencoded; charset=utf-16")).toBe(400);
  expect(await odd("<a/>", "text/xml")).toBe(400);
  expect((await fetch(new URL("/slack/events", rig.address))).status).toBe(404);
  expect((await send(command(), {}, "/slack/other")).status).toBe(404);
  expect(bot.calls).toEqual([]);
});

test("what is packed is not unpacked, signed or not", async () => {
  const body = gzipSync(Buffer.alloc(20_000_000, "x"));
  const at = String(nowS());
  const mac = createHmac("sha256", SIGNING_SECRET).update(`v0:${at}:`).update(body).digest("hex");
  const signed = { "x-slack-request-timestamp": at, "x-slack-signature": `v0=${mac}` };
  const headers = { ...FORM, ...signed, "content-encoding": "gzip" };
  const before = process.memoryUsage().rss;
  const answer = await fetch(new URL("/slack/events", rig.address), { method: "POST", headers, body });
  expect(answer.status).toBe(400);
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  expect(bot.calls).toEqual([]);
});

test.each([
  ["that says so", "Content-Length: 100000000"],
  ["that never ends", "Transfer-Encoding: chunked"],
])("a request %s and is larger than any of Slack's is cut off, and holds nobody up", async (_what, header) => {
  const { hostname, port } = new URL(rig.address);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  let answer = "";
  socket.on("data", (data) => {
    answer += String(data);
  });
  socket.write(`POST /slack/events HTTP/1.1\r\nHost: x\r\n${header}\r\n\r\n`);
  for (let n = 0; n < 200 && answer === ""; n++) {
    socket.write(`4000\r\n${"x".repeat(0x4000)}\r\n`);
    await pause(2);
  }
  expect(answer).toMatch(/^HTTP\/1.1 413/);
  socket.destroy();
  const body = command();
  expect((await send(body, sign(SIGNING_SECRET, body))).status).toBe(200);
});

describe("an answer goes nowhere but to Slack, whatever address a request names", () => {
  const away = "http://127.0.0.1:9/steal";
  const common = () => ({
    user: { id: user, team_id: TEAM.id },
    team: { id: TEAM.id },
    trigger_id: "1.2",
    response_url: away,
    channel: { id: channel },
  });
  test.each<[string, () => string]>([
    ["a command", () => command({ response_url: away })],
    [
      "a press",
      () =>
        JSON.stringify({
          ...common(),
          type: "block_actions",
          container: { type: "message", message_ts: "1.2", channel_id: channel, is_ephemeral: true },
          actions: [{ type: "button", action_id: "press:0:0:0", block_id: "b", value: "webinar next" }],
        }),
    ],
    [
      "a shortcut whose window cannot be opened",
      () =>
        JSON.stringify({
          ...common(),
          type: "message_action",
          callback_id: "webinar next",
          message: { ts: "1.2" },
          message_ts: "1.2",
        }),
    ],
  ])("%s", async (_what, make) => {
    const made = make();
    const body = made.startsWith("{") ? new URLSearchParams({ payload: made }).toString() : made;
    expect((await send(body, sign(SIGNING_SECRET, body))).status).toBe(200);
    await expect.poll(() => rig.lines.join("\n")).toContain("its address is not Slack's");
    expect(bot.calls).toHaveLength(1);
  });

  test("nor is it followed elsewhere when Slack's own address sends it on", async () => {
    let visits = 0;
    const trap = createServer((_, response) => {
      visits += 1;
      response.end("ok");
    });
    await new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve));
    rig.server.redirect(`http://127.0.0.1:${(trap.address() as AddressInfo).port}/`);
    const body = command();
    expect((await send(body, sign(SIGNING_SECRET, body))).status).toBe(200);
    await expect.poll(() => rig.lines.some((line) => line.includes("did not reach Slack"))).toBe(true);
    trap.close();
    expect(visits).toBe(0);
  });
});

test("before it is started and after it is stopped the door is shut", async () => {
  await rig.platform.stop();
  await expect(send(command(), sign(SIGNING_SECRET, command()))).rejects.toThrow();
  expect(rig.platform.state()).toBe("stopped");
});
