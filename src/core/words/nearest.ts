/** Optimal string alignment distance: insert, delete, replace, swap of two neighbours. Cut off above `most`. */
export const distance = (a: string, b: string, most = Number.POSITIVE_INFINITY): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + cost);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      next.push(least);
    }
    before = last;
    last = next;
  }
  return last[b.length] ?? 0;
};

/** The nearest of `names` at most `most` changes away, or `undefined`. What begins as typed counts as one change. */
export const nearest = (typed: string, names: readonly string[], most: number): string | undefined => {
  const far = (name: string): number => (typed.length > 1 && name.startsWith(typed) ? 1 : distance(typed, name, most));
  const [best] = names.map((name) => ({ name, far: far(name) })).sort((a, b) => a.far - b.far);
  return best !== undefined && best.far <= most ? best.name : undefined;
};
