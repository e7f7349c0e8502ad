import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { type LoopbackDiscord, openLoopbackDiscord } from "../../support/discord/server.ts";
import { addChannel, addGuild, type Json } from "../../support/discord/state.ts";

/** The loopback gateway, spoken to by hand: it refuses what Discord's refuses. */

let server: LoopbackDiscord;
let channel: string;
const sockets: WebSocket[] = [];
beforeEach(async () => {
  server = await openLoopbackDiscord({ heartbeatMs: 400, identifyMs: 200 });
  channel = addChannel(server.state, { guild: addGuild(server.state, "x").id, name: "x", type: 0 }).id;
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await server.close();
});

interface Line {
  readonly got: Json[];
  readonly socket: WebSocket;
  readonly send: (op: number, d: unknown) => void;
  readonly closed: Promise<number>;
}
const dial = async (query = "?v=10&encoding=json"): Promise<Line> => {
  const socket = new WebSocket(`${server.url.replace("http", "ws").replace("/api", "")}${query}`);
  sockets.push(socket);
  const got: Json[] = [];
  socket.on("message", (raw: Buffer) => got.push(JSON.parse(String(raw)) as Json));
  socket.on("error", () => undefined);
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  const line = { got, socket, closed, send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })) };
  await Promise.race([expect.poll(() => got.length).toBeGreaterThan(0), closed]);
  return line;
};
const identity = (intents: number) => ({ token: server.state.token, intents, properties: {} });
const login = async (intents: number): Promise<Line> => {
  const line = await dial();
  line.send(2, identity(intents));
  await expect.poll(() => line.got.some(({ t }) => t === "GUILD_CREATE" || t === "READY")).toBe(true);
  return line;
};
const events = ({ got }: Line, name: string): readonly Json[] =>
  got.filter(({ t }) => t === name).map(({ d }) => d as Json);
const mei = { id: "5", name: "Mei", bot: false };

test.each<[string, number, (line: Line) => void]>([
  ["an event before identifying", 4003, ({ send }) => send(3, {})],
  ["a wrong token", 4004, ({ send }) => send(2, { ...identity(1), token: "x" })],
  ["a session that is identified twice", 4005, ({ send }) => [send(2, identity(1)), send(2, identity(1))]],
  ["intents that do not exist", 4013, ({ send }) => send(2, identity(1 << 27))],
  ["the privileged intents", 4014, ({ send }) => send(2, identity(1 | (1 << 15)))],
  ["an opcode that nobody knows", 4001, ({ send }) => [send(2, identity(1)), send(77, {})]],
  ["a payload over 4096 bytes", 4002, ({ send }) => send(1, "x".repeat(4100))],
  ["a heartbeat that is no sequence", 4002, ({ send }) => send(1, "x")],
  ["more than 120 payloads in a minute", 4008, ({ send }) => Array.from({ length: 121 }, () => send(1, null))],
  ["no heartbeat for two intervals", 4009, () => undefined],
])("%s is closed with %i", async (_, code, act) => {
  const line = await dial();
  act(line);
  expect(await line.closed).toBe(code);
});

test("a version that is not spoken any more is closed with 4012", async () => {
  expect(await (await dial("?v=9&encoding=json")).closed).toBe(4012);
});

test("a second session too soon is invalid, and one over the day's limit costs the token", async () => {
  await login(1);
  const second = await dial();
  second.send(2, identity(1));
  await expect.poll(() => second.got.at(-1)).toMatchObject({ op: 9, d: false });
  server.gateway.limit.remaining = 0;
  const third = await dial();
  third.send(2, identity(1));
  expect(await third.closed).toBe(4004);
  expect(server.state.token).toBe("reset by Discord");
});

test("a resume replays what came after the sequence, and a sequence of the future is refused", async () => {
  const line = await login(1 | 512);
  const { session_id } = events(line, "READY")[0] ?? {};
  const seq = Number(line.got.findLast(({ s }) => typeof s === "number")?.s);
  line.socket.terminate();
  server.events.say(mei, channel, "while you were away");
  const again = await dial();
  again.send(6, { token: server.state.token, session_id, seq });
  await expect.poll(() => again.got.map(({ t }) => t)).toEqual([null, "MESSAGE_CREATE", "RESUMED"]);
  const late = await dial();
  late.send(6, { token: server.state.token, session_id, seq: 10_000 });
  expect(await late.closed).toBe(4007);
});

test("messages come to those with the intent, without what others wrote in them", async () => {
  const deaf = await login(1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const line = await login(1 | 512);
  server.events.say(mei, channel, "secret");
  const own = server.events.say(server.state.bot, channel, "ours");
  server.events.deleteMessage(own.id);
  await expect.poll(() => events(line, "MESSAGE_DELETE").length).toBe(1);
  expect(events(line, "MESSAGE_CREATE").map(({ content }) => content)).toEqual(["", "ours"]);
  expect(JSON.stringify(deaf.got)).not.toContain("MESSAGE_");
});
