import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Json } from "./rules.ts";
import type { Workspace } from "./state.ts";

/** Socket Mode: envelopes go to any one open connection and must be acknowledged within 3 s. */

/** Slack: 3 s, docs interactivity. */
const ACK_MS = 3000;
/** Slack gives some ten seconds after a warning; here the bot has a good second. */
const CLOSING_MS = 1200;

export interface Sockets {
  /** A ticket for one connection. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /**
   * Resolves with what the acknowledgement says; rejects with the words a person sees when none comes in time, or no
   * connection is open.
   */
  deliver(type: "slash_commands" | "interactive" | "events_api", payload: Json, more?: Json): Promise<Json>;
  /** Sends a frame that is no envelope, to every connection. */
  say(frame: Json): void;
  /** Slack renews a connection: it says so, sends nothing more to it, and closes it soon after (`warning`: some time later). */
  refresh(reason?: "warning" | "refresh_requested" | "too_many_websockets" | "link_disabled"): void;
  /** Every connection stays open, and nothing comes through it any more, not even the answer to a ping. */
  deafen(): void;
  /** All connections break without a word. */
  cut(): void;
  connections(): number;
  /** How many milliseconds each acknowledgement took, in order. */
  readonly acknowledged: number[];
  close(): void;
}

export const createSockets = (workspace: Workspace): Sockets => {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const waiting = new Map<string, (payload: Json) => void>();
  const acknowledged: number[] = [];
  const leave = (socket: WebSocket): void => {
    if (open.includes(socket)) open.splice(open.indexOf(socket), 1);
  };
  const receive = (data: string): void => {
    const { envelope_id: id, payload = {} } = JSON.parse(data) as { envelope_id?: string; payload?: Json };
    const resolve = waiting.get(id ?? "");
    if (resolve === undefined) workspace.violations.push("an acknowledgement of nothing");
    waiting.delete(id ?? "");
    resolve?.(payload);
  };
  server.on("connection", (socket: WebSocket) => {
    open.push(socket);
    socket.on("message", (data) => receive(String(data)));
    socket.on("close", () => leave(socket));
    socket.on("error", () => leave(socket));
    const hello = {
      type: "hello",
      num_connections: open.length,
      connection_info: { app_id: "A0ROSTRUM1" },
      debug_info: { host: "loopback", approximate_connection_time: 18060 },
    };
    socket.send(JSON.stringify(hello));
  });
  return {
    acknowledged,
    ticket: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? "", "http://127.0.0.1").searchParams.get("ticket") ?? "";
      // Slack: 10 connections an app at most; a ticket opens one.
      if (!tickets.delete(ticket) || open.length >= 10) return void socket.destroy();
      server.handleUpgrade(request, socket, head, (accepted) => server.emit("connection", accepted, request));
    },
    deliver: (type, payload, more = {}) =>
      new Promise((resolve, reject) => {
        const socket = open.shift();
        if (socket === undefined) return reject(new Error("dispatch_failed"));
        open.push(socket);
        const id = randomUUID();
        const begun = performance.now();
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new Error("operation_timeout"));
        }, ACK_MS);
        waiting.set(id, (answer) => {
          clearTimeout(timer);
          acknowledged.push(performance.now() - begun);
          resolve(answer);
        });
        socket.send(
          JSON.stringify({ envelope_id: id, type, accepts_response_payload: type !== "events_api", payload, ...more }),
        );
      }),
    say: (frame) => {
      for (const socket of open) socket.send(JSON.stringify(frame));
    },
    refresh: (reason = "refresh_requested") => {
      const socket = open.shift();
      socket?.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "loopback" } }));
      setTimeout(() => socket?.close(), CLOSING_MS).unref();
    },
    deafen: () => {
      for (const socket of open.splice(0)) (socket as unknown as { readonly _socket: Duplex })._socket.pause();
    },
    cut: () => {
      for (const socket of open.splice(0)) socket.terminate();
    },
    connections: () => open.length,
    close: () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
};
