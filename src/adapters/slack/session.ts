import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { type App, type ReceiverEvent, SocketModeReceiver } from "@slack/bolt";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Log } from "../../core/log.ts";
import type { Clock } from "../../core/time/clock.ts";
import { toAskingFault } from "./fault.ts";
import type { Patience } from "./patience.ts";
import { redact, toBoltLogger } from "./quiet.ts";

/** One Socket Mode connection, from its opening to its end. One that is over never comes up again. */
export interface Session {
  readonly client: SocketModeReceiver["client"];
  /** Aborted with a PlatformError when another has to take its place, and why. It may still be open then. */
  readonly over: AbortController;
  /** Resolves when the socket is closed. */
  readonly closed: Promise<void>;
  /** When something last came, monotonic. */
  heardAt: number;
}

export interface Ground {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly patience: Patience;
  /** Slack greets, and says how many connections the app has. */
  readonly greeted: (connections: number) => void;
}

/** Slack's word for an app whose Socket Mode somebody has switched off. */
export const OFF = "link_disabled";
/** Slack: ten connections an app at most; a new one at once would be refused, too. */
const TOO_MANY = "too_many_websockets";
/** apps.connections.open answers in tens of milliseconds; the WebClient's default is to wait for ever. */
const PATIENCE_MS = 10_000;
/** How often in its duration the watch looks. */
const LOOKS = 8;

interface Frame {
  readonly type?: unknown;
  readonly reason?: unknown;
  readonly num_connections?: unknown;
}
const toFrame = (message: unknown): Frame => {
  try {
    const frame: unknown = JSON.parse(String(message));
    return typeof frame === "object" && frame !== null ? frame : {};
  } catch {
    return {};
  }
};

/**
 * socket-mode 3.1.0 closes as soon as Slack announces a renewal and then stands without a connection; here it stays open,
 * and Slack sends to it, until another has taken its place. And it parses in an async listener: an envelope that it does
 * not know (app_rate_limited) would end the process.
 */
const guardMessages = (session: Session, { log, clock, greeted, patience }: Ground): void => {
  const { client, over } = session;
  const listeners = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", (message: unknown, ...rest: readonly unknown[]) => {
    session.heardAt = clock.monotonicMs();
    const { type, reason, num_connections } = toFrame(message);
    if (type === "hello") greeted(Number(num_connections ?? 0));
    if (type === "disconnect") {
      const cause = typeof reason === "string" && /^[a-z_]{1,40}$/u.test(reason) ? reason : "disconnect";
      const stop = cause === OFF;
      const wait = cause === TOO_MANY ? patience.againMostMs : 0;
      return over.abort(new PlatformError(stop ? "stop" : "wait", cause, stop ? undefined : wait));
    }
    for (const listener of listeners) {
      Promise.resolve(Reflect.apply(listener, client, [message, ...rest])).catch((error: unknown) =>
        log.warn({ from: "socket" }, `Slack sent something that could not be read: ${redact([error])}`),
      );
    }
  });
};

/** Ends a session on which nothing comes any more, neither envelope nor ping nor the answer to a ping. */
const watch = (session: Session, { clock, patience, log }: Ground): void => {
  const alive = (message: unknown): void => {
    const { websocket } = session.client as unknown as { readonly websocket?: { readonly websocket?: unknown } };
    const from = (message as { readonly websocket?: unknown }).websocket;
    if (from !== undefined && from === websocket?.websocket) session.heardAt = clock.monotonicMs();
  };
  const signs = ["undici:websocket:ping", "undici:websocket:pong"] as const;
  for (const sign of signs) subscribe(sign, alive);
  const timer = setInterval(() => {
    if (session.over.signal.aborted || clock.monotonicMs() - session.heardAt <= patience.silentMs) return;
    log.warn({ from: "socket" }, "The connection to Slack is dead and is made anew");
    session.over.abort(new PlatformError("wait", "silent", 0));
  }, patience.silentMs / LOOKS);
  timer.unref();
  void session.closed.then(() => {
    clearInterval(timer);
    for (const sign of signs) unsubscribe(sign, alive);
  });
};

/**
 * What no listener takes is acknowledged all the same, as by HTTP: Slack would only send it again. A form is not: its window
 * would close as if all were well.
 */
const acknowledging = (app: App): Pick<App, "processEvent"> => ({
  processEvent: async (event) => {
    let isDone = false;
    const ack: ReceiverEvent["ack"] = async (said) => {
      isDone = true;
      await event.ack(said);
    };
    await app.processEvent({ ...event, ack });
    if (!isDone && event.body.type !== "view_submission") await event.ack();
  },
});

const createReceiver = ({ appToken, apiUrl, log }: Ground, isOver: () => boolean): SocketModeReceiver => {
  const never = new Promise<never>(() => {});
  return new SocketModeReceiver({
    appToken,
    logger: toBoltLogger(log),
    autoReconnectEnabled: false,
    // An event that failed is not acknowledged twice: the socket may be gone, and nobody awaits this.
    processEventErrorHandler: async ({ error }) => {
      log.warn({ from: "bolt" }, `A request of Slack's failed: ${redact([error])}`);
      return false;
    },
    installerOptions: {
      clientOptions: {
        slackApiUrl: apiUrl,
        timeout: PATIENCE_MS,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        // A connection that is still being asked for when it is over must not come up afterwards.
        fetch: async (...request) => {
          const response = isOver() ? never : await fetch(...request);
          return isOver() ? never : response;
        },
      },
    },
  });
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** Ends it, and does not wait long for the other side: asked a second time, socket-mode does not wait at all. */
export const endSession = async ({ client, over, closed }: Session, { closeMs }: Patience): Promise<void> => {
  over.abort(new PlatformError("wait", "closed", 0));
  const asked = client.disconnect();
  await Promise.race([asked, closed, pause(closeMs).then(() => client.disconnect()), pause(2 * closeMs)]);
};

/** Resolves when Slack has greeted; rejects with PlatformError. `signal` ends it before that. */
export const openSession = async (app: App, ground: Ground, signal: AbortSignal): Promise<Session> => {
  const over = new AbortController();
  const receiver = createReceiver(ground, () => over.signal.aborted);
  receiver.init(acknowledging(app) as App);
  const { client } = receiver;
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  const session: Session = { client, over, closed, heardAt: ground.clock.monotonicMs() };
  client.on("disconnected", () => {
    over.abort(new PlatformError("wait", "lost", 0));
    resolve();
  });
  guardMessages(session, ground);
  watch(session, ground);
  const { promise: ended, reject } = Promise.withResolvers<never>();
  ended.catch(() => undefined);
  over.signal.addEventListener("abort", () => reject(over.signal.reason));
  const end = (): void => over.abort(new PlatformError("wait", "closed", 0));
  signal.addEventListener("abort", end);
  const late = setTimeout(() => over.abort(new PlatformError("wait", "no greeting", 0)), ground.patience.greetMs);
  try {
    await Promise.race([client.start(), ended]);
    return session;
  } catch (error) {
    void endSession(session, ground.patience).then(resolve);
    throw toAskingFault(error);
  } finally {
    clearTimeout(late);
    signal.removeEventListener("abort", end);
  }
};
