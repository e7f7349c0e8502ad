/** Time that passes only when there is nothing else to do: the same story takes the same course, in a moment. */
export interface SimulatedTime {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back at that time; answers what takes it back. */
  at(ms: number, call: () => void): () => void;
  sleep(ms: number): Promise<void>;
  /** Everything up to then happens, in its order. */
  run(until: number): Promise<void>;
}

interface Event {
  readonly at: number;
  readonly call: () => void;
}

/** All that is awaited without a timer has come by the next turn of the event loop: the store in memory needs no other. */
const quiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const createTime = (start: number): SimulatedTime => {
  let now = start;
  const events = new Set<Event>();
  const at: SimulatedTime["at"] = (ms, call) => {
    const event = { at: ms, call };
    events.add(event);
    return () => events.delete(event);
  };
  const first = (): Event | undefined => {
    let found: Event | undefined;
    for (const event of events) if (found === undefined || event.at < found.at) found = event;
    return found;
  };
  return {
    now: () => now,
    at,
    sleep: (ms) => new Promise((resolve) => at(now + ms, resolve)),
    async run(until) {
      await quiet();
      for (let next = first(); next !== undefined && next.at <= until; next = first()) {
        events.delete(next);
        now = Math.max(now, next.at);
        next.call();
        await quiet();
      }
      now = until;
    },
  };
};

/** Chance that can be had again: the same seed throws the same. */
export interface Dice {
  /** True once in `1 / p` throws. */
  readonly chance: (p: number) => boolean;
  readonly between: (least: number, most: number) => number;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
}

/** mulberry32, by Tommy Ettinger, in the public domain: 32 bits of state are enough for one world. */
export const createDice = (seed: number): Dice => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  // Seeds that are neighbours begin alike.
  for (let n = 0; n < 8; n++) next();
  return {
    chance: (p) => next() < p,
    between: (least, most) => Math.floor(least + next() * (most - least)),
    pick: ([first, ...others]) => [first, ...others][Math.floor(next() * (others.length + 1))] ?? first,
  };
};
