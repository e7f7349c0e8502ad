import { setTimeout as pause } from "node:timers/promises";
import { createConditions, type Final } from "../../core/bot/condition.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Bot, Platform } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import { type Clock, createClock } from "../../core/time/clock.ts";
import { wordsIn } from "../../core/words/words.ts";
import { connect, type Room } from "./connect.ts";
import { createOnce } from "./once.ts";
import { PATIENCE, type Patience } from "./patience.ts";
import { createPoster, openThread, toBody } from "./post.ts";
import { closed, createSession, endSession, SESSIONS, type Session } from "./session.ts";
import { createStanding } from "./standing.ts";
import { createStarts } from "./starts.ts";
import { createTransport } from "./transport.ts";
import { createWatch } from "./watch.ts";
import { createWire } from "./wire.ts";

interface Given {
  readonly token: string;
  /** Ids of the servers that are the network's own. */
  readonly guilds: readonly string[];
  /** The REST root without its version, "https://discord.com/api"; the gateway's address is asked there. */
  readonly apiUrl: string;
  readonly log: Log;
  readonly clock?: Clock;
  readonly patience?: Patience;
}

/** From start to stop: one session after the other, each until it is over. */
interface Run {
  readonly bot: Bot;
  readonly ended: AbortController;
  session?: Session;
}

const createRooms = (given: Given, refused: (why: Final) => void) => {
  const { log, clock = createClock(), patience = PATIENCE } = given;
  const settings = { ...given, clock, patience };
  const conditions = createConditions(clock);
  const transport = createTransport({ clock, refused: () => refused("token") });
  const used = (resetMs: number): void => {
    const until = clock.now().epochMilliseconds + resetMs;
    log.error({ resetMs }, wordsIn("en").condition.why.sessions("Discord"));
    conditions.set("connecting", { why: "sessions", until });
  };
  const starts = createStarts({ ...patience, clock, used });
  const room: Omit<Room, "bot"> = { ...settings, conditions, once: createOnce(clock), refused };
  return { ...room, apiUrl: given.apiUrl, transport, starts, used };
};

/** Discord through its gateway: nothing of ours has to be reachable from outside. */
export const createDiscord = (given: Given): Platform => {
  let run: Run | undefined;

  /** Only a person can change it: no further attempt. */
  const refuse = (why: Final): void => {
    const { state, why: known } = conditions.now();
    if (state === "stopped" && known !== undefined && known !== "unreachable") return;
    conditions.set("stopped", { why });
    log.error({ why }, wordsIn("en").condition.why[why]("Discord"));
    const stopping = run;
    void stopping?.bot.hear({ heard: "stopped", platform: "discord", why });
    void end(new PlatformError("stop", why));
  };
  const rooms = createRooms(given, refuse);
  const { conditions, log, patience, transport } = rooms;
  const wire = createWire({ ...given, requestMs: patience.requestMs, transport });

  const end = async (why: PlatformError): Promise<void> => {
    const ending = run;
    run = undefined;
    ending?.ended.abort(why);
    if (ending?.session !== undefined) await endSession(ending.session, { why, closeMs: patience.closeMs });
  };
  const open = async (running: Run): Promise<Session> => {
    const session = createSession(rooms);
    running.session = session;
    const unwatch = createWatch(session, rooms);
    session.over.signal.addEventListener("abort", unwatch);
    try {
      await connect(session, { ...rooms, bot: running.bot });
      return session;
    } catch (error) {
      await endSession(session, { why: error, closeMs: patience.closeMs });
      throw error;
    }
  };
  /** Where Discord gives no session before a time, that time is waited for: coming again earlier only asks for nothing. */
  const openInTime = async (running: Run): Promise<Session> => {
    const { signal } = running.ended;
    for (;;) {
      try {
        return await open(running);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof PlatformError) || error.cause !== SESSIONS) throw error;
        rooms.used(error.retryMs ?? 0);
        await pause(error.retryMs, undefined, { signal }).catch(() => signal.throwIfAborted());
      }
    }
  };
  const reopen = async (running: Run): Promise<Session | undefined> => {
    const { signal } = running.ended;
    for (let n = 0; !signal.aborted; n++) {
      try {
        await pause(Math.min(patience.againMs * 2 ** n, patience.againMostMs), undefined, { signal });
        return await openInTime(running);
      } catch (error) {
        const cause = error instanceof PlatformError ? error.cause : "our own fault";
        if (!signal.aborted) log.warn({ cause }, "Discord cannot be reached again yet");
        if (error instanceof PlatformError && error.fault === "stop") refuse("token");
      }
    }
    return undefined;
  };
  /** One session after the other until the run ends. */
  const keep = async (running: Run, first: Session): Promise<void> => {
    for (let session: Session | undefined = first; session !== undefined; ) {
      const { signal } = session.over;
      await new Promise((resolve) => {
        if (signal.aborted) resolve(undefined);
        else signal.addEventListener("abort", resolve);
      });
      void endSession(session, { why: signal.reason, closeMs: patience.closeMs });
      session = await reopen(running);
    }
  };
  return {
    name: "discord",
    start: async (bot) => {
      const starting: Run = { bot, ended: new AbortController() };
      run = starting;
      conditions.set("connecting");
      try {
        const first = await openInTime(starting);
        void keep(starting, first);
      } catch (error) {
        if (error instanceof PlatformError && error.fault === "stop") refuse("token");
        if (run === starting) run = undefined;
        if (conditions.now().state !== "stopped") conditions.set("stopped", { why: "unreachable" });
        throw error;
      }
    },
    stop: async () => {
      conditions.set("stopped");
      await end(closed());
    },
    state: () => conditions.now().state,
    condition: conditions.now,
    render: toBody,
    post: createPoster(wire),
    thread: (there, title) => openThread(wire, there, title),
    standing: createStanding(wire),
  };
};
