import type { IncomingMessage } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { isJson } from "./answers.ts";
import { toGuildCreate, toRole } from "./guilds.ts";
import { forIntents, PRIVILEGED } from "./intents.ts";
import { addRole, type Guild, type Json, type Role, type State } from "./state.ts";

/** The gateway: hello, identify, resume with replay, heartbeats, dispatches. Docs topics/gateway. */

interface Session {
  readonly id: string;
  readonly intents: number;
  seq: number;
  readonly sent: { readonly op: 0; readonly t: string; readonly s: number; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

/** Docs topics/gateway, *Session Start Limit*. */
export interface StartLimit {
  total: number;
  remaining: number;
  reset_after: number;
  max_concurrency: number;
}

/** How it behaves from now on. */
interface Manners {
  /** Whether heartbeats are acknowledged, and a resume is answered. */
  acks: boolean;
  resumes: boolean;
  /** How many new connections are cut, and how many identifies answered with op 9. */
  refuses: number;
  invalidIdentifies: number;
  /** Intents that the application's page does not allow. */
  disallowed: number;
}

export interface Gateway {
  /** Handles an upgraded connection. */
  accept(request: IncomingMessage, socket: import("node:stream").Duplex, head: Buffer): void;
  dispatch(event: string, data: unknown): void;
  /** The last event of this kind once more, as a new one. */
  repeat(event: string): void;
  /** Cuts every connection without a word, as a network does. */
  cut(): void;
  /** Closes with a code, as Discord does. */
  close(code: number): void;
  /** Forgets all sessions: a resume is refused then. */
  forget(): void;
  /** Op 7: asks every client to connect again and to resume. */
  reconnect(): void;
  /** Op 9. What cannot be resumed is forgotten. */
  invalidate(resumable: boolean): void;
  /** The connections that are open stay so, and nothing comes over them any more, not even a farewell. */
  silence(): void;
  readonly manners: Manners;
  readonly limit: StartLimit;
  /** What the identifies asked for. */
  readonly intents: readonly number[];
  /** "identify", "resume" and "heartbeat", in order. */
  readonly heard: readonly string[];
  /** Open connections. */
  connections(): number;
  end(): void;
}

/** Docs topics/gateway: a payload of a client, and how many of them in a minute. */
const PAYLOAD_BYTES = 4096;
const PAYLOADS = { most: 120, perMs: 60_000 };

/** Somebody makes a role in the server's settings. */
export const createRole = (gateway: Gateway, guild: Guild, given: { name: string; permissions: bigint }): Role => {
  const role = addRole(guild, given.name, given.permissions);
  gateway.dispatch("GUILD_ROLE_CREATE", { guild_id: guild.id, role: toRole(role) });
  return role;
};

/** Somebody edits a role in the server's settings. */
export const changeRole = (gateway: Gateway, guild: Guild, { role, to }: { role: Role; to: bigint }): void => {
  role.permissions = to;
  gateway.dispatch("GUILD_ROLE_UPDATE", { guild_id: guild.id, role: toRole(role) });
};

/** Somebody deletes a role: members lose it, and a bot without the privileged intent hears only of the role. */
export const deleteRole = (gateway: Gateway, guild: Guild, role: Role): void => {
  guild.roles.splice(guild.roles.indexOf(role), 1);
  for (const { roles } of guild.members.values()) if (roles.includes(role.id)) roles.splice(roles.indexOf(role.id), 1);
  gateway.dispatch("GUILD_ROLE_DELETE", { guild_id: guild.id, role_id: role.id });
};

export const createGateway = (state: State, url: () => string): Gateway => {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const intents: number[] = [];
  const heard: string[] = [];
  const limit: StartLimit = { total: 1000, remaining: 1000, reset_after: 14_400_000, max_concurrency: 1 };
  const manners: Manners = { acks: true, resumes: true, refuses: 0, invalidIdentifies: 0, disallowed: PRIVILEGED };
  let lastIdentify = Number.NEGATIVE_INFINITY;

  const send = (socket: WebSocket, op: number, d: unknown): void =>
    socket.send(JSON.stringify({ op, d, s: null, t: null }));

  const push = (session: Session, event: string, given: unknown): void => {
    const data = forIntents(session.intents, { event, data: given, self: state.bot.id });
    if (data === undefined) return;
    const payload = { op: 0 as const, t: event, s: ++session.seq, d: data };
    session.sent.push(payload);
    session.socket?.send(JSON.stringify(payload));
  };

  /** Whether a session may begin now: over the day's limit the token is taken away (docs). */
  const mayStart = (socket: WebSocket): boolean => {
    const now = performance.now();
    const isEarly = now - lastIdentify < state.times.identifyMs || manners.invalidIdentifies-- > 0;
    lastIdentify = now;
    if (limit.remaining-- <= 0) state.token = "reset by Discord";
    if (limit.remaining < 0) socket.close(4004, "Authentication failed.");
    else if (isEarly) send(socket, 9, false);
    return limit.remaining >= 0 && !isEarly;
  };

  const ready = (session: Session): void => {
    push(session, "READY", {
      v: 10,
      user: {
        id: state.bot.id,
        username: state.bot.name,
        discriminator: "0",
        avatar: null,
        bot: true,
        flags: 0,
        verified: true,
        mfa_enabled: true,
      },
      guilds: [...state.guilds.keys()].map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      shard: [0, 1],
      application: { id: state.application, flags: 0 },
    });
    for (const guild of state.guilds.values()) push(session, "GUILD_CREATE", toGuildCreate(state, guild));
  };

  const identify = (socket: WebSocket, data: Json): Session | undefined => {
    heard.push("identify");
    if (data.token !== state.token) return void socket.close(4004, "Authentication failed.");
    if (!mayStart(socket)) return undefined;
    const asked = Number(data.intents);
    intents.push(asked);
    if (!Number.isInteger(asked) || asked < 0 || asked >= 1 << 26) return void socket.close(4013, "Invalid intents.");
    if (asked & manners.disallowed) return void socket.close(4014, "Disallowed intent(s).");
    const id = crypto.randomUUID().replaceAll("-", "");
    const session: Session = { id, intents: asked, seq: 0, sent: [], socket };
    sessions.set(session.id, session);
    ready(session);
    return session;
  };

  const resume = (socket: WebSocket, data: Json): Session | undefined => {
    heard.push("resume");
    if (data.token !== state.token) return void socket.close(4004, "Authentication failed.");
    if (!manners.resumes) return undefined;
    const session = sessions.get(String(data.session_id));
    if (session === undefined) return void send(socket, 9, false);
    const seq = Number(data.seq);
    if (!Number.isInteger(seq) || seq > session.seq) return void socket.close(4007, "Invalid seq.");
    session.socket = socket;
    for (const payload of session.sent.filter(({ s }) => s > seq)) socket.send(JSON.stringify(payload));
    push(session, "RESUMED", { _trace: [] });
    return session;
  };

  /** Without a heartbeat for two of its intervals a session has timed out. */
  const expectHeartbeats = (socket: WebSocket) => {
    const expect = () => setTimeout(() => socket.close(4009, "Session timed out."), state.times.heartbeatMs * 2);
    let timer = expect();
    socket.on("close", () => clearTimeout(timer));
    return () => {
      clearTimeout(timer);
      timer = expect();
    };
  };

  const connected = (socket: WebSocket): void => {
    let session: Session | undefined;
    let payloads: number[] = [];
    const beat = expectHeartbeats(socket);
    const take = (payload: Json, data: Json): void => {
      if (payload.op === 1) {
        heard.push("heartbeat");
        beat();
        if (payload.d !== null && !Number.isInteger(payload.d)) socket.close(4002, "Decode error.");
        else if (manners.acks) send(socket, 11, null);
      } else if (payload.op === 2) {
        if (session === undefined) session = identify(socket, data);
        else socket.close(4005, "Already authenticated.");
      } else if (payload.op === 6) session = resume(socket, data);
      else if (session === undefined) socket.close(4003, "Not authenticated.");
      else if (![3, 4, 8, 31].includes(Number(payload.op))) socket.close(4001, "Unknown opcode.");
    };
    send(socket, 10, { heartbeat_interval: state.times.heartbeatMs });
    socket.on("message", (raw: Buffer) => {
      const now = performance.now();
      payloads = [...payloads.filter((at) => now - at < PAYLOADS.perMs), now];
      if (payloads.length > PAYLOADS.most) return socket.close(4008, "Rate limited.");
      if (raw.length > PAYLOAD_BYTES) return socket.close(4002, "Payload too large.");
      const payload: unknown = JSON.parse(String(raw));
      if (!isJson(payload)) return socket.close(4002, "Error while decoding payload.");
      take(payload, isJson(payload.d) ? payload.d : {});
    });
    socket.on("close", (code) => {
      if (session?.socket === socket) session.socket = undefined;
      // Docs: a client that leaves with 1000 or 1001 ends its session.
      if (session !== undefined && (code === 1000 || code === 1001)) sessions.delete(session.id);
    });
    socket.on("error", () => undefined);
  };

  server.on("connection", (socket: WebSocket, request: IncomingMessage) => {
    if (manners.refuses-- > 0) return socket.terminate();
    const query = new URL(request.url ?? "/", "ws://loopback").searchParams;
    if (query.get("v") !== "10" || query.get("encoding") !== "json") return socket.close(4012, "Invalid API version.");
    connected(socket);
  });
  const each = (act: (socket: WebSocket) => void): void => {
    for (const socket of server.clients) act(socket);
  };

  return {
    intents,
    heard,
    limit,
    manners,
    accept: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (client) => server.emit("connection", client, request)),
    dispatch: (event, data) => {
      for (const session of sessions.values()) push(session, event, data);
    },
    repeat: (event) => {
      for (const session of sessions.values()) {
        const last = session.sent.findLast(({ t }) => t === event);
        if (last !== undefined) push(session, event, last.d);
      }
    },
    cut: () => each((socket) => socket.terminate()),
    close: (code) => each((socket) => socket.close(code)),
    forget: () => sessions.clear(),
    reconnect: () => each((socket) => send(socket, 7, null)),
    invalidate: (resumable) => {
      if (!resumable) sessions.clear();
      each((socket) => send(socket, 9, resumable));
    },
    silence: () => {
      each((socket) => socket.pause());
      for (const session of sessions.values()) session.socket = undefined;
    },
    connections: () => server.clients.size,
    end: () => {
      each((socket) => socket.terminate());
      server.close();
    },
  };
};
