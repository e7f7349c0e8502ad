import { setTimeout as pause } from "node:timers/promises";
import type { App, Receiver } from "@slack/bolt";
import type { Final, Why } from "../../core/bot/condition.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import { toAskingFault } from "./fault.ts";
import { endSession, type Ground, OFF, openSession, type Session } from "./session.ts";

/**
 * Two Socket Mode connections of one app. Slack sends to any connection that is open (docs: up to 10), so when one breaks
 * without a word the other still hears what people ask. One that Slack renews stays open until its successor stands.
 */
const CONNECTIONS = 2;

export interface Rooms extends Omit<Ground, "greeted"> {
  /** Called when the first connection stands, and when the last one is gone. */
  readonly changed: (isConnected: boolean, why?: Why) => void;
  /** Slack refuses until a person changes something. */
  readonly refused: (why: Final) => void;
  /** Whether Slack counts more connections of the app than are ours. */
  readonly shared: (isShared: boolean) => void;
}

/** The way in for what Slack sends: Socket Mode here, HTTP in http.ts. */
export interface Entrance {
  /** The App's: what comes in through any of the connections goes to the App that was made with it. */
  readonly receiver: Receiver;
  /** Resolves when requests can come in: of sockets through the first, and the others follow. Rejects with PlatformError. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const untilOver = async ({ over: { signal } }: Session): Promise<PlatformError> => {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
  return signal.reason;
};

/** Which connections there are, and what follows from it. */
const createRegister = (rooms: Rooms) => {
  const { log } = rooms;
  const all = new Set<Session>();
  const standing = new Set<Session>();
  let opening = 0;
  const leave = (session: Session, why: Why): void => {
    if (standing.delete(session) && standing.size === 0) rooms.changed(false, why);
  };
  const greeted = (connections: number): void => {
    const isShared = connections > all.size + opening;
    if (isShared)
      log.warn(
        { connections },
        "Another process is connected to Slack with the same app token and takes some requests",
      );
    rooms.shared(isShared);
  };
  return {
    all,
    async open(app: App, signal: AbortSignal): Promise<Session> {
      opening++;
      const session = await openSession(app, { ...rooms, greeted }, signal).finally(() => opening--);
      all.add(session);
      standing.add(session);
      void session.closed.then(() => {
        all.delete(session);
        leave(session, "lost");
      });
      // What has fallen silent hears nothing, open or not.
      void untilOver(session).then(({ cause }) => cause === "silent" && leave(session, "silent"));
      if (standing.size === 1) rooms.changed(true);
      return session;
    },
  };
};

export const createSockets = (rooms: Rooms): Entrance => {
  const { patience, clock, log } = rooms;
  const stopped = new AbortController();
  const { signal } = stopped;
  const { all, open } = createRegister(rooms);
  let app: App | undefined;
  const openOne = async (): Promise<Session> => {
    if (app === undefined) throw new Error("a receiver without an App");
    return open(app, signal);
  };
  const waitFor = (tries: number, { retryMs = 0 }: { readonly retryMs?: number | undefined }): number =>
    Math.max(retryMs, tries === 0 ? 0 : Math.min(patience.againMs * 2 ** (tries - 1), patience.againMostMs));

  /** The next one, whenever Slack can be reached; `undefined` when it refuses for good, or at the end. */
  const openAgain = async (tries: number, after: PlatformError | undefined): Promise<Session | undefined> => {
    let why: { readonly retryMs?: number | undefined } = after ?? {};
    for (let n = tries; !signal.aborted; n++) {
      try {
        await pause(waitFor(n, why), undefined, { signal, ref: false });
        return await openOne();
      } catch (error) {
        if (signal.aborted) return undefined;
        const known = toAskingFault(error);
        log.warn({ from: "socket", cause: known.cause }, "Slack cannot be reached again");
        if (known.fault === "stop") return void rooms.refused(known.cause === OFF ? "socket" : "appToken");
        why = known;
      }
    }
    return undefined;
  };
  const keep = async (first: Session | undefined): Promise<void> => {
    let tries = 0;
    let session = first ?? (await openAgain(0, undefined));
    while (session !== undefined) {
      const since = clock.monotonicMs();
      const why = await untilOver(session);
      if (signal.aborted) return;
      if (why.fault === "stop") return rooms.refused("socket");
      log.info({ from: "socket", cause: why.cause }, "A connection to Slack is replaced");
      // One that held for long begins anew; else what Slack closes again and again would be opened without a pause.
      tries = clock.monotonicMs() - since > patience.againMostMs ? 0 : tries + 1;
      const former: Session = session;
      const isDead = why.cause === "silent" || why.cause === "lost";
      if (isDead) void endSession(former, patience);
      session = await openAgain(tries - (tries === 0 ? 0 : 1), why);
      if (!isDead) void endSession(former, patience);
    }
  };
  return {
    receiver: {
      init: (given) => {
        app = given;
      },
      start: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    },
    start: async () => {
      void keep(await openOne());
      for (let n = 1; n < CONNECTIONS; n++) void keep(undefined);
    },
    stop: async () => {
      stopped.abort(new PlatformError("wait", "closed", 0));
      await Promise.all([...all].map((session) => endSession(session, patience)));
    },
  };
};
