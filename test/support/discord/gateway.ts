import type { IncomingMessage } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { isJson } from "./answers.ts";
import { addRole, type Guild, type Json, type Role, type State } from "./state.ts";

/** The gateway: hello, identify, resume with replay, heartbeats, dispatches. Docs topics/gateway. */

const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);

interface Session {
  readonly id: string;
  seq: number;
  readonly sent: { readonly op: 0; readonly t: string; readonly s: number; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

export interface Gateway {
  /** Handles an upgraded connection. */
  accept(request: IncomingMessage, socket: import("node:stream").Duplex, head: Buffer): void;
  dispatch(event: string, data: unknown): void;
  /** Cuts every connection without a word, as a network does. */
  cut(): void;
  /** Closes with a code, as Discord does. */
  close(code: number): void;
  /** Forgets all sessions: a resume is refused then. */
  forget(): void;
  /** What the identifies asked for. */
  readonly intents: readonly number[];
  /** "identify", "resume" and "heartbeat", in order. */
  readonly heard: readonly string[];
  end(): void;
}

/** Docs topics/permissions#role-object. */
const toRole = (role: Role): Json => ({
  ...role,
  permissions: String(role.permissions),
  position: 0,
  color: 0,
  hoist: false,
  managed: false,
  mentionable: false,
  flags: 0,
});

const toGuild = (state: State, guild: Guild): Json => ({
  id: guild.id,
  name: guild.name,
  owner_id: guild.owner,
  unavailable: false,
  large: false,
  joined_at: "2026-01-01T00:00:00+00:00",
  member_count: guild.members.size,
  features: [],
  emojis: [],
  stickers: [],
  threads: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  preferred_locale: "en-US",
  system_channel_flags: 0,
  roles: guild.roles.map(toRole),
  members: [
    {
      user: { id: state.bot.id, username: state.bot.name, discriminator: "0", bot: true },
      roles: state.bot.roles,
      joined_at: "2026-01-01T00:00:00+00:00",
      deaf: false,
      mute: false,
      flags: 0,
    },
  ],
  channels: [...state.channels.values()]
    .filter((channel) => channel.guild === guild.id && channel.parent === undefined)
    .map(({ id, name, type }) => ({ id, name, type, position: 0, permission_overwrites: [] })),
});

export const toGuildCreate = toGuild;

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

  const push = (session: Session, event: string, data: unknown): void => {
    const payload = { op: 0 as const, t: event, s: ++session.seq, d: data };
    session.sent.push(payload);
    session.socket?.send(JSON.stringify(payload));
  };

  const identify = (socket: WebSocket, data: Json): Session | undefined => {
    heard.push("identify");
    if (data.token !== state.token) return void socket.close(4004, "Authentication failed.");
    intents.push(Number(data.intents));
    if (Number(data.intents) & PRIVILEGED) return void socket.close(4014, "Disallowed intent(s).");
    const session: Session = { id: crypto.randomUUID().replaceAll("-", ""), seq: 0, sent: [], socket };
    sessions.set(session.id, session);
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
    for (const guild of state.guilds.values()) push(session, "GUILD_CREATE", toGuild(state, guild));
    return session;
  };

  const resume = (socket: WebSocket, data: Json): Session | undefined => {
    heard.push("resume");
    if (data.token !== state.token) return void socket.close(4004, "Authentication failed.");
    const session = sessions.get(String(data.session_id));
    if (session === undefined) return void socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
    session.socket = socket;
    for (const payload of session.sent.filter(({ s }) => s > Number(data.seq))) socket.send(JSON.stringify(payload));
    push(session, "RESUMED", { _trace: [] });
    return session;
  };

  server.on("connection", (socket) => {
    let session: Session | undefined;
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: state.times.heartbeatMs }, s: null, t: null }));
    socket.on("message", (raw) => {
      const payload: unknown = JSON.parse(String(raw));
      if (!isJson(payload)) return socket.close(4002, "Error while decoding payload.");
      const data = isJson(payload.d) ? payload.d : {};
      if (payload.op === 1) {
        heard.push("heartbeat");
        socket.send(JSON.stringify({ op: 11, d: null, s: null, t: null }));
      } else if (payload.op === 2) {
        if (session !== undefined) return socket.close(4005, "Already authenticated.");
        session = identify(socket, data);
      } else if (payload.op === 6) session = resume(socket, data);
      else if (session === undefined) socket.close(4003, "Not authenticated.");
    });
    socket.on("close", (code) => {
      if (session?.socket === socket) session.socket = undefined;
      // Docs: a client that leaves with 1000 or 1001 ends its session.
      if (session !== undefined && (code === 1000 || code === 1001)) sessions.delete(session.id);
    });
    socket.on("error", () => undefined);
  });

  return {
    intents,
    heard,
    accept: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (client) => server.emit("connection", client, request)),
    dispatch: (event, data) => {
      for (const session of sessions.values()) push(session, event, data);
    },
    cut: () => {
      for (const client of server.clients) client.terminate();
    },
    close: (code) => {
      for (const client of server.clients) client.close(code);
    },
    forget: () => sessions.clear(),
    end: () => {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
};
