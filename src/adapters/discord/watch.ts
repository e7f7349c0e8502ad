import type { Condition, Conditions } from "../../core/bot/condition.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Log } from "../../core/log.ts";
import type { Clock } from "../../core/time/clock.ts";
import type { Patience } from "./patience.ts";
import type { Session } from "./session.ts";

/** How often in each of its durations the watch looks. */
const LOOKS = 8;

/** Why a session must be given up, if it must. What discord.js mends by itself (a resume) is left to it for a while. */
const faultOf = (session: Session, state: Condition["state"], now: number, patience: Patience) => {
  if (now - session.heardAt > patience.silentMs) return "silent";
  return state === "connecting" && now - session.lostAt > patience.resumeMs ? "lost" : undefined;
};

/** Ends a session that is dead without knowing it. Answers what ends the watch. */
export const createWatch = (
  session: Session,
  given: {
    readonly clock: Clock;
    readonly patience: Patience;
    readonly conditions: Conditions;
    readonly log: Log;
  },
): (() => void) => {
  const { clock, patience, conditions, log } = given;
  const look = (): void => {
    const { state, until = 0 } = conditions.now();
    const now = clock.monotonicMs();
    // Waiting for Discord to allow a session is no silence.
    if (clock.now().epochMilliseconds < until) {
      session.heardAt = now;
      session.lostAt = now;
      return;
    }
    const why = faultOf(session, state, now, patience);
    if (why === undefined || session.over.signal.aborted) return;
    log.warn({ why }, "The connection to Discord is dead and is made anew");
    conditions.set("connecting", { why });
    session.over.abort(new PlatformError("wait", why, patience.againMs));
  };
  const timer = setInterval(look, Math.min(patience.silentMs, patience.resumeMs) / LOOKS);
  timer.unref();
  return () => clearInterval(timer);
};
