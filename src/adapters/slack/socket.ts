import { type App, type Logger, LogLevel, type Receiver, SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../../core/log.ts";

/**
 * Two Socket Mode connections of one app. Slack renews each every hour or so, and socket-mode 3.1.0 then stands without
 * one for clientPingTimeout (5 s) in which commands fail; Slack sends to any connection that is open (docs: up to 10), so
 * the other one takes over. Lowering clientPingTimeout instead would cut connections whose pong is late.
 */
const CONNECTIONS = 2;
/** Between attempts to connect, at most; and the wait after a refusal that asking again may not change. */
const RETRY_MS = 10_000;
const REFUSED_MS = 30_000;
/** apps.connections.open answers in tens of milliseconds; the WebClient's default is to wait for ever. */
const PATIENCE_MS = 10_000;
/** How long a connection may take to close before it is cut. socket-mode itself waits for 30 s. */
const CLOSE_MS = 1500;

const SECRETS = /xox[a-z]-[\w-]+|xapp-[\w-]+|(?<=ticket=)[^&\s"]+|(?<=https:\/\/hooks\.slack\.com\/)\S+/gu;
const redact = (said: readonly unknown[]): string =>
  said
    .map((part) => (part instanceof Error ? `${part.name}: ${part.message}` : typeof part === "string" ? part : "…"))
    .join(" ")
    .replaceAll(SECRETS, "[secret]")
    .slice(0, 500);

/** Bolt's log in ours. Its debug lines hold whole payloads, what people wrote and all, so they are not taken. */
export const toBoltLogger = (log: Log): Logger => ({
  debug: () => {},
  info: (...said: readonly unknown[]) => log.debug({ from: "bolt" }, redact(said)),
  warn: (...said: readonly unknown[]) => log.warn({ from: "bolt" }, redact(said)),
  error: (...said: readonly unknown[]) => log.error({ from: "bolt" }, redact(said)),
  setLevel: () => {},
  getLevel: () => LogLevel.INFO,
  setName: () => {},
});

interface Given {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly log: Log;
  /** Called when the first connection stands, and when the last one is gone. */
  readonly changed?: (isConnected: boolean) => void;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

const warnOfOthers = (message: unknown, log: Log): void => {
  const connections = typeof message === "string" ? /"num_connections":\s*(\d+)/u.exec(message)?.[1] : undefined;
  if (Number(connections) > CONNECTIONS) {
    log.warn(
      { connections: Number(connections) },
      "Another process is connected to Slack with the same app token and takes some of its requests",
    );
  }
};

/** socket-mode 3.1.0 parses in an async listener: an envelope it does not know (app_rate_limited) would end the process. */
const guardMessages = (client: SocketModeReceiver["client"], log: Log): void => {
  const listeners = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", (message: unknown, ...rest: readonly unknown[]) => {
    warnOfOthers(message, log);
    for (const listener of listeners) {
      Promise.resolve(Reflect.apply(listener, client, [message, ...rest])).catch((error: unknown) =>
        log.warn({ from: "socket" }, `Slack sent something that could not be read: ${redact([error])}`),
      );
    }
  });
};

/** Reconnecting is not awaited by socket-mode 3.1.0: a failure there would end the process. Here it is tried again. */
const guardStart = (
  client: SocketModeReceiver["client"],
  { log, isStopped }: { log: Log; isStopped: () => boolean },
): void => {
  const start = client.start.bind(client);
  let calls = 0;
  client.start = async () => {
    const first = calls++ === 0;
    for (;;) {
      try {
        return await start();
      } catch (error) {
        if (first) throw error;
        if (isStopped()) return { ok: false };
        log.error({ from: "socket" }, `Slack cannot be reached again: ${redact([error])}`);
        await pause(REFUSED_MS);
        if (isStopped()) return { ok: false };
      }
    }
  };
};

const createConnection = ({ appToken, apiUrl, log }: Given, isStopped: () => boolean): SocketModeReceiver => {
  const never = new Promise<never>(() => {});
  const receiver = new SocketModeReceiver({
    appToken,
    logger: toBoltLogger(log),
    // An event that failed is not acknowledged twice: the socket may be gone, and nobody awaits this.
    processEventErrorHandler: async ({ error }) => {
      log.warn({ from: "bolt" }, `A request of Slack's failed: ${redact([error])}`);
      return false;
    },
    installerOptions: {
      clientOptions: {
        slackApiUrl: apiUrl,
        timeout: PATIENCE_MS,
        // For ever, and without holding the process: only a refusal in words ends it.
        retryConfig: { forever: true, factor: 1.3, minTimeout: 500, maxTimeout: RETRY_MS, unref: true },
        // A connection that is still being asked for when the bot stops must not come up afterwards.
        fetch: async (...request) => {
          const response = isStopped() ? never : await fetch(...request);
          return isStopped() ? never : response;
        },
      },
    },
  });
  guardMessages(receiver.client, log);
  guardStart(receiver.client, { log, isStopped });
  return receiver;
};

const close = async (client: SocketModeReceiver["client"]): Promise<void> => {
  const closed = client.disconnect();
  // Asked a second time it does not wait for the other side.
  await Promise.race([closed, pause(CLOSE_MS).then(() => client.disconnect()), pause(2 * CLOSE_MS)]);
};

/** The way in for what Slack sends: Socket Mode here, HTTP in http.ts. */
export interface Entrance {
  /** The App's own receiver; of sockets the first. */
  readonly receiver: Receiver;
  /** Resolves when requests can come in: of sockets through the first, and the others follow. Rejects with what Slack said. */
  start(app: App): Promise<void>;
  stop(): Promise<void>;
}

export const createSockets = (given: Given): Entrance => {
  let stopped = false;
  const open = new Set<SocketModeReceiver>();
  const connections = Array.from({ length: CONNECTIONS }, () => createConnection(given, () => stopped));
  for (const connection of connections) {
    connection.client.on("connected", () => {
      open.add(connection);
      if (open.size === 1) given.changed?.(true);
    });
    connection.client.on("close", () => {
      if (open.delete(connection) && open.size === 0 && !stopped) given.changed?.(false);
    });
  }
  const [receiver, ...others] = connections as [SocketModeReceiver, ...SocketModeReceiver[]];
  return {
    receiver,
    start: async (app) => {
      await receiver.start();
      for (const other of others) {
        other.init(app);
        other
          .start()
          .catch((error: unknown) =>
            given.log.warn({ from: "socket" }, `The second connection failed: ${redact([error])}`),
          );
      }
    },
    stop: async () => {
      stopped = true;
      await Promise.all(connections.map(({ client }) => close(client)));
    },
  };
};
