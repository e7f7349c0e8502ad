import type { Clock } from "../../src/core/time/clock.ts";

/** A clock to turn by hand. `wake` calls come due as it is turned. */
export interface TurnedClock extends Clock {
  /** The earliest wake-up call not later than `until`, if there is one: the clock is set to it and it is called. */
  step(until: Temporal.Instant): boolean;
  set(at: Temporal.Instant): void;
}

export const createTurnedClock = (start: string): TurnedClock => {
  let now = Temporal.Instant.from(start);
  const calls = new Map<object, { at: Temporal.Instant; call: () => void }>();
  return {
    now: () => now,
    monotonicMs: () => now.epochMilliseconds,
    wake(at, call) {
      const key = {};
      calls.set(key, { at, call });
      return () => calls.delete(key);
    },
    sleep: async () => undefined,
    step(until) {
      const [first] = [...calls].sort(([, a], [, b]) => Temporal.Instant.compare(a.at, b.at));
      if (first === undefined || Temporal.Instant.compare(first[1].at, until) > 0) return false;
      calls.delete(first[0]);
      if (Temporal.Instant.compare(first[1].at, now) > 0) now = first[1].at;
      first[1].call();
      return true;
    },
    set(at) {
      now = at;
    },
  };
};
