import type { Meter } from "./core/meter.ts";

/** Upper bounds of a histogram's buckets, in seconds: of posts (delivery.md, lateness) and of answers (Discord's 3 s). */
const BOUNDS: Readonly<Record<string, readonly number[]>> = {
  lateness: [0.5, 1, 2, 5, 10, 30, 60, 120, 300, 900, 3600],
  answers: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
};

interface Spread {
  readonly bounds: readonly number[];
  /** How many were at most each bound; the last is all of them. */
  readonly counts: number[];
  sum: number;
}

/** What was counted since the start, kept in a few numbers. Labels are JSON, in the order in which they were given. */
export interface Tally extends Meter {
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly spreads: ReadonlyMap<string, ReadonlyMap<string, Spread>>;
}

const within = <T>(all: Map<string, Map<string, T>>, name: string): Map<string, T> => {
  const one = all.get(name) ?? new Map<string, T>();
  all.set(name, one);
  return one;
};

export const createTally = (): Tally => {
  const counts = new Map<string, Map<string, number>>();
  const spreads = new Map<string, Map<string, Spread>>();
  return {
    counts,
    spreads,
    count(name, labels) {
      const key = JSON.stringify(labels);
      const all = within(counts, name);
      all.set(key, (all.get(key) ?? 0) + 1);
    },
    measure(name, labels, seconds) {
      const key = JSON.stringify(labels);
      const all = within(spreads, name);
      const bounds = BOUNDS[name] ?? [];
      const one = all.get(key) ?? { bounds, counts: new Array(bounds.length + 1).fill(0), sum: 0 };
      all.set(key, one);
      one.sum += seconds;
      for (const [n, bound] of [...bounds, Number.POSITIVE_INFINITY].entries())
        if (seconds <= bound) one.counts[n] = (one.counts[n] ?? 0) + 1;
    },
  };
};
