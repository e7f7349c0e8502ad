/** Numbers out of samples, all in the unit that they came in. */

/** Nearest rank: a value that was measured, never one in between. */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => percentile(values, 50);

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The same asked of both, one after the other, A B B A, so that neither has the better moments of the machine. */
export const interleave = async <T>(
  sides: { readonly ours: () => Promise<T>; readonly bare: () => Promise<T> },
  given: { readonly warmUp: number; readonly rounds: number; readonly restMs: number },
): Promise<{ readonly ours: readonly T[]; readonly bare: readonly T[] }> => {
  const found = { ours: [] as T[], bare: [] as T[] };
  for (let round = 0; round < given.warmUp + given.rounds; round++) {
    for (const side of round % 2 === 0 ? (["ours", "bare"] as const) : (["bare", "ours"] as const)) {
      const one = await sides[side]();
      if (round >= given.warmUp) found[side].push(one);
      // The side that was asked finishes what it does after its answer.
      await pause(given.restMs);
    }
  }
  return found;
};

/** How much a middle moves within one run, as "0.91–1.02": medians of its four quarters. */
export const drift = (values: readonly number[], digits = 2): string => {
  const size = Math.floor(values.length / 4);
  const middles = [0, 1, 2, 3].map((quarter) => median(values.slice(quarter * size, (quarter + 1) * size)));
  return `${Math.min(...middles).toFixed(digits)}–${Math.max(...middles).toFixed(digits)}`;
};

/** "640–702". */
export const span = (values: readonly number[], digits = 0): string =>
  `${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)}`;
