import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "discord.js";
import type { Conditions, Final } from "../../core/bot/condition.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Bot } from "../../core/bot/platform.ts";
import { connect, type Room } from "./connect.ts";
import { createSession, endSession, SESSIONS, type Session } from "./session.ts";
import { createWatch } from "./watch.ts";

/** From start to stop: one session after the other, each until it is over. */
export interface Run {
  readonly bot: Bot;
  /** Resolves when the first session stands; rejects with why it does not. The others follow by themselves. */
  readonly start: () => Promise<void>;
  /** Whether the first session ever stood. */
  readonly stood: () => boolean;
  /** The session's, with what the gateway told of servers, roles and channels. */
  readonly client: () => Client | undefined;
  readonly end: (why: PlatformError) => Promise<void>;
}

type Rooms = Omit<Room, "bot"> &
  Omit<Parameters<typeof createSession>[0], "session"> & {
    readonly conditions: Conditions;
    readonly refused: (why: Final) => void;
    /** No session can begin for so long. */
    readonly used: (resetMs: number) => void;
  };

const untilOver = ({ over: { signal } }: Session): Promise<unknown> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener("abort", resolve);
  });

export const createRun = (bot: Bot, rooms: Rooms): Run => {
  const { patience, log } = rooms;
  const ended = new AbortController();
  const { signal } = ended;
  let current: Session | undefined;
  let stood = false;
  const drop = (session: Session, why: unknown): Promise<void> =>
    endSession(session, { why, closeMs: patience.closeMs });

  const open = async (): Promise<Session> => {
    const session = createSession(rooms);
    current = session;
    session.over.signal.addEventListener("abort", createWatch(session, rooms));
    try {
      await connect(session, { ...rooms, bot });
      return session;
    } catch (error) {
      await drop(session, error);
      throw error;
    }
  };
  /** Where Discord gives no session before a time, that time is waited for: coming again earlier only asks for nothing. */
  const openInTime = async (): Promise<Session> => {
    for (;;) {
      try {
        return await open();
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof PlatformError) || error.cause !== SESSIONS) throw error;
        rooms.used(error.retryMs ?? 0);
        await pause(error.retryMs, undefined, { signal }).catch(() => signal.throwIfAborted());
      }
    }
  };
  const openAgain = async (): Promise<Session | undefined> => {
    for (let n = 0; !signal.aborted; n++) {
      try {
        await pause(Math.min(patience.againMs * 2 ** n, patience.againMostMs), undefined, { signal });
        return await openInTime();
      } catch (error) {
        if (signal.aborted) return undefined;
        log.warn(
          { cause: error instanceof PlatformError ? error.cause : "our own fault" },
          "Discord cannot be reached",
        );
        if (error instanceof PlatformError && error.fault === "stop") rooms.refused("token");
      }
    }
    return undefined;
  };
  const keep = async (first: Session): Promise<void> => {
    for (let session: Session | undefined = first; session !== undefined; session = await openAgain()) {
      await untilOver(session);
      void drop(session, session.over.signal.reason);
    }
  };
  return {
    bot,
    start: async () => {
      const first = await openInTime();
      stood = true;
      void keep(first);
    },
    stood: () => stood,
    client: () => current?.client,
    end: async (why) => {
      ended.abort(why);
      if (current !== undefined) await drop(current, why);
    },
  };
};
