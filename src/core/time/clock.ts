/** The only thing in the house that knows what time it is. */
export interface Clock {
  now(): Temporal.Instant;
  /** Milliseconds that only ever grow, for measuring how long something took. Stands still while the machine sleeps. */
  monotonicMs(): number;
  /** Calls back once, at `at` or soon after; returns what takes it back. */
  wake(at: Temporal.Instant, call: () => void): () => void;
  /** Resolves after so long. */
  sleep(ms: number): Promise<void>;
}

/** setTimeout's longest delay: more overflows to 1 ms (Node's documentation of timers). */
const LONGEST_MS = 2_147_483_647;

export const createClock = (): Clock => ({
  now: () => Temporal.Now.instant(),
  monotonicMs: () => performance.now(),
  wake(at, call) {
    const delay = at.epochMilliseconds - Date.now();
    const timer = setTimeout(call, Math.min(Math.max(delay, 0), LONGEST_MS));
    timer.unref();
    return () => clearTimeout(timer);
  },
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

/** A clock that can be put ahead of another, and back. */
export interface JumpingClock extends Clock {
  /** How far it is ahead, milliseconds. */
  ahead(): number;
  /** Puts it so far ahead. Whoever waits by `wake` has to ask anew. */
  put(aheadMs: number): void;
}

export const createJumpingClock = (clock: Clock, aheadMs: number): JumpingClock => {
  let ahead = aheadMs;
  return {
    ...clock,
    now: () => clock.now().add({ milliseconds: ahead }),
    wake: (at, call) => clock.wake(at.subtract({ milliseconds: ahead }), call),
    ahead: () => ahead,
    put: (ms) => {
      ahead = ms;
    },
  };
};
