import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, invalid, isJson, limited, ok, refuse } from "./answers.ts";
import { commandRules } from "./command-rules.ts";
import { createEvents, type Events } from "./events.ts";
import { createGateway, type Gateway } from "./gateway.ts";
import { createInteractions, type Interactions } from "./interactions.ts";
import { createLimits, type Limits } from "./limits.ts";
import { createMessage } from "./messages.ts";
import { allowedRules } from "./pings.ts";
import { read } from "./read.ts";
import { mentionRules, messageRules, modalRules } from "./rules.ts";
import { objection } from "./schemas.ts";
import { createState, type Json, newId, type State, TIMES, type Times } from "./state.ts";
import { changeChannel, createDirect, createForumPost, createThread, deleteMessage, editMessage } from "./threads.ts";

/** Discord on loopback: REST and gateway on one port of 127.0.0.1. Strict: what Discord would refuse is refused and noted. */

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly raw: string;
}

/** Which requests a trouble is for: those that post or edit a post, first answers to interactions, what completes them, or any other. */
export type Kind = "post" | "edit" | "answer" | "complete" | "other";

/** What happens to the next request of a kind. `lose`: done, and no answer; `hang`: done, and the answer never comes. */
export type Trouble = "lose" | "hang" | "cut" | "drip" | Answer | ((state: State) => Answer | undefined);

export interface LoopbackDiscord {
  readonly url: string;
  readonly state: State;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly events: Events;
  readonly limits: Limits;
  readonly requests: readonly Received[];
  /** Bodies that Discord would refuse, and creates, edits and replies that do not say whom they may mention. */
  readonly violations: readonly string[];
  /** For the next request that would post, unless another kind is named. */
  trouble(next: Trouble, kind?: Kind): void;
  /** What GET is answered from now on instead, where this says something. */
  always(instead: (path: string) => Answer | undefined): void;
  posts(): number;
  close(): Promise<void>;
}

const COMMANDS = /^\/applications\/(\d+)\/commands$/u;
const MESSAGES = /^\/channels\/(\d+)\/messages$/u;
const MESSAGE = /^\/channels\/(\d+)\/messages\/(\d+)$/u;
const CHANNEL = /^\/channels\/(\d+)$/u;
const FORUM = /^\/channels\/(\d+)\/threads$/u;
const THREADS = /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/u;
const CALLBACK = /^\/interactions\/(\d+)\/([^/]+)\/callback$/u;
const ORIGINAL = /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/u;
const FOLLOW = /^\/webhooks\/(\d+)\/([^/]+)$/u;

const kindOf = ({ method, path }: Pick<Received, "method" | "path">): Kind => {
  if (method === "POST" && (MESSAGES.test(path) || FORUM.test(path))) return "post";
  if (method === "PATCH" && MESSAGE.test(path)) return "edit";
  if (CALLBACK.test(path)) return "answer";
  return ORIGINAL.test(path) ? "complete" : "other";
};

interface Room {
  readonly state: State;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly address: () => string;
  readonly violations: string[];
}

/** What is wrong with a body, by the schemas and by the documented rules. */
const objections = (method: string, path: string, body: Json, interactions: Interactions): readonly string[] => {
  const schema = objection(method, path, body);
  if (schema !== "") return [`${schema}`];
  const allowed = allowedRules([body.data, body.message].find(isJson) ?? body);
  if (allowed.length > 0) return allowed;
  if (MESSAGES.test(path)) return messageRules(body, "create");
  if (FORUM.test(path)) return messageRules(isJson(body.message) ? body.message : {}, "create");
  // All of ours are Components V2, and stay so.
  if (MESSAGE.test(path)) return messageRules(body, "edit", true);
  if (FOLLOW.test(path)) return messageRules(body, "reply");
  const token = ORIGINAL.exec(path)?.[2];
  if (token !== undefined) {
    const original = interactions.find(token)?.original;
    return messageRules(body, "edit", ((original?.flags ?? 0) & (1 << 15)) !== 0);
  }
  const data = isJson(body.data) ? body.data : {};
  if (body.type === 4) return messageRules(data, "reply");
  if (body.type === 7) return messageRules(data, "edit", true);
  if (body.type === 9) return modalRules(data);
  if (body.type !== 5) return [];
  return (Number(data.flags ?? 0) & ~(1 << 6)) === 0 && Object.keys(data).length <= 1
    ? []
    : ["a deferral says more than who sees it"];
};

const unmentioned = (path: string, body: Json): readonly string[] => {
  if (FORUM.test(path)) return mentionRules((body.message ?? {}) as Json, "create");
  if (MESSAGE.test(path)) return mentionRules(body);
  if (MESSAGES.test(path)) return mentionRules(body, "create");
  if (ORIGINAL.test(path) || FOLLOW.test(path)) return mentionRules(body);
  const says = CALLBACK.test(path) && (body.type === 4 || body.type === 7);
  return says ? mentionRules((body.data ?? {}) as Json) : [];
};

const register = (state: State, commands: readonly Json[]): Answer => {
  state.commands = commands.map((command) => ({
    // What Discord adds of its own, nulls and version included.
    default_member_permissions: null,
    name_localizations: null,
    nsfw: false,
    ...command,
    id: newId(),
    version: newId(),
    application_id: state.application,
    dm_permission: false,
  }));
  return ok(state.commands);
};

const write = (room: Room, method: string, path: string, body: unknown): Answer => {
  const { state, interactions, violations } = room;
  if (COMMANDS.test(path)) {
    const commands = Array.isArray(body) ? (body as readonly Json[]) : [];
    const schema = objection(method, path, body);
    const wrong = schema === "" ? commandRules(commands) : [schema];
    violations.push(...wrong.map((why) => `${method} ${path}: ${why}`));
    return wrong.length > 0 ? invalid(wrong) : register(state, commands);
  }
  if (!isJson(body)) return invalid(["not an object"]);
  const wrong = objections(method, path, body, interactions);
  const place = path.replaceAll(/\/[^/]{40,}/gu, "/…");
  violations.push(...[...wrong, ...unmentioned(path, body)].map((why) => `${method} ${place}: ${why}`));
  if (wrong.length > 0) return invalid(wrong);
  if (path === "/users/@me/channels") return createDirect(state, body.recipient_id);
  const [, channel] = MESSAGES.exec(path) ?? [];
  if (channel !== undefined) return createMessage(state, channel, body);
  const [, forum] = FORUM.exec(path) ?? [];
  if (forum !== undefined) return createForumPost(state, forum, body);
  const message = MESSAGE.exec(path);
  if (message) return editMessage(state, { channel: message[1] ?? "", message: message[2] ?? "" }, body);
  const [, changed] = CHANNEL.exec(path) ?? [];
  if (changed !== undefined) return changeChannel(state, changed, body);
  const thread = THREADS.exec(path);
  if (thread) return createThread(state, { channel: thread[1] ?? "", message: thread[2] ?? "" }, body);
  const callback = CALLBACK.exec(path);
  if (callback) return interactions.callback(callback[1] ?? "", callback[2] ?? "", body);
  const original = ORIGINAL.exec(path);
  if (original) return interactions.edit(original[2] ?? "", body);
  const follow = FOLLOW.exec(path);
  return follow
    ? interactions.follow(follow[2] ?? "", body)
    : { status: 404, body: { message: "404: Not Found", code: 0 } };
};

/** Interaction routes prove themselves by their token; the gateway's address is told to anybody; all others by the bot's. */
const admit = (state: State, { path, headers }: Received): Answer | undefined => {
  if (!/^DiscordBot \(/u.test(headers["user-agent"] ?? "")) return refuse(403, 40333);
  if (path === "/gateway" || path.startsWith("/interactions/") || path.startsWith("/webhooks/")) return undefined;
  return headers.authorization === `Bot ${state.token}` ? undefined : refuse(401, 0);
};

/** Whether a request posts something new, or changes a message that is there. */
const parse = (raw: string): unknown => {
  try {
    return raw === "" ? undefined : JSON.parse(raw);
  } catch {
    return undefined;
  }
};

const send = (response: ServerResponse, { status, body, headers = {} }: Answer): void => {
  response.writeHead(status, { ...(body !== undefined && { "Content-Type": "application/json" }), ...headers });
  response.end(body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body));
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
};

export const openLoopbackDiscord = async (times: Partial<Times> = {}): Promise<LoopbackDiscord> => {
  const state = createState({ ...TIMES, ...times });
  const interactions = createInteractions(state);
  const requests: Received[] = [];
  const violations: string[] = [];
  const troubles: { readonly kind: Kind; readonly next: Trouble }[] = [];
  const limits = createLimits();
  let port = 0;
  let instead = (_path: string): Answer | undefined => undefined;
  const address = (): string => `ws://127.0.0.1:${port}`;
  const gateway = createGateway(state, address);
  const events = createEvents(state, gateway.dispatch);
  const room: Room = { state, gateway, interactions, address, violations };

  const take = (path: string): Answer => {
    const [, channel = "", message = ""] = MESSAGE.exec(path) ?? [];
    const answer = deleteMessage(state, { channel, message });
    if (answer.status === 204) events.deleteMessage(message);
    return answer;
  };
  const answerTo = (received: Received): Answer => {
    const refused = admit(state, received);
    if (refused) return refused;
    const { method, path, raw } = received;
    // Interactions are not bound by the bot's own limit (docs topics/rate-limits).
    const over = /^\/(?:interactions|webhooks)\//u.test(path) ? undefined : limits.global();
    if (over) return over;
    if (method === "GET") return instead(path) ?? read(room, received);
    if (method === "DELETE") return take(path);
    if (kindOf(received) !== "post") return write(room, method, path, parse(raw));
    const bucket = limits.bucket(path);
    const before = state.messages.length;
    const answer = bucket.over ? limited(1) : write(room, method, path, parse(raw));
    // The event may come before the answer.
    for (const stored of state.messages.slice(before)) events.posted(stored);
    return { ...answer, headers: { ...bucket.headers, ...answer.headers } };
  };

  const reply = (response: ServerResponse, answer: Answer): void => {
    limits.count(answer);
    send(response, answer);
  };

  const disturbed = (received: Received, response: ServerResponse, trouble: Trouble): void => {
    if (trouble === "cut") {
      response.socket?.destroy();
      return;
    }
    const instead = typeof trouble === "function" ? trouble(state) : trouble;
    const answer = typeof instead === "object" ? instead : answerTo(received);
    if (trouble === "lose") response.socket?.destroy();
    else if (trouble === "drip") response.writeHead(200, { "Content-Type": "application/json" }).write("{");
    else if (trouble !== "hang") reply(response, answer);
  };

  const server = createServer((request, response) => {
    const receive = async (): Promise<void> => {
      const raw = await bodyOf(request);
      const { pathname, searchParams: query } = new URL(request.url ?? "/", "http://loopback");
      if (!pathname.startsWith("/api/v10/")) return send(response, { status: 404, body: "no such version" });
      const received: Received = {
        method: request.method ?? "GET",
        path: decodeURIComponent(pathname.slice("/api/v10".length)),
        query,
        headers: request.headers,
        raw,
      };
      requests.push(received);
      const at = troubles.findIndex(({ kind }) => kind === kindOf(received));
      const [trouble] = at < 0 ? [] : troubles.splice(at, 1);
      if (trouble === undefined) reply(response, answerTo(received));
      else disturbed(received, response, trouble.next);
    };
    receive().catch((error: unknown) => {
      violations.push(`the loopback itself failed: ${String(error)}`);
      send(response, { status: 500, body: { message: "500: Internal Server Error", code: 0 } });
    });
  });
  server.on("upgrade", gateway.accept);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${port}/api`,
    state,
    gateway,
    interactions,
    requests,
    violations,
    events,
    limits,
    trouble: (next, kind = "post") => void troubles.push({ kind, next }),
    always: (given) => {
      instead = given;
    },
    posts: () => requests.filter((request) => kindOf(request) === "post").length,
    close: async () => {
      gateway.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
