import type { Clock } from "./core/time/clock.ts";

/** Whether the program lives: the schedule is looked at every few seconds, and nothing keeps the event loop. */
export interface Pulse {
  /** The schedule is looked at. */
  beat(): void;
  /** Milliseconds since the last look. */
  quietMs(): number;
  /** The longest standstill of the last minute, milliseconds. */
  blockedMs(): number;
  stop(): void;
}

const EVERY_MS = 1_000;
const MINUTE_MS = 60_000;

/** @param clock monotonic: the wall clock may jump */
export const createPulse = ({ monotonicMs }: Pick<Clock, "monotonicMs">): Pulse => {
  let beaten = monotonicMs();
  let looked = beaten;
  let worst = { ms: 0, at: beaten };
  const look = (): void => {
    const now = monotonicMs();
    const late = now - looked - EVERY_MS;
    if (late >= worst.ms || now - worst.at > MINUTE_MS) worst = { ms: Math.max(late, 0), at: now };
    looked = now;
  };
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return {
    beat: () => {
      beaten = monotonicMs();
    },
    quietMs: () => monotonicMs() - beaten,
    blockedMs: () => (monotonicMs() - worst.at > MINUTE_MS ? 0 : worst.ms),
    stop: () => clearInterval(timer),
  };
};
