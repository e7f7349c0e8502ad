/** One figure: ours and the bare library's, and what becomes of the two. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly bare: string;
  readonly compared: string;
  readonly target: string;
  /** `undefined`: told for information, without a target. */
  readonly ok?: boolean;
}

export interface Figures {
  readonly rows: readonly Row[];
  /** How it was measured and how noisy it was, a sentence each. */
  readonly notes: readonly string[];
}

const HEAD = ["what", "ours", "bare", "compared", "target", "ok?"] as const;

const toCells = ({ what, ours, bare, compared, target, ok }: Row): readonly string[] => [
  what,
  ours,
  bare,
  compared,
  target,
  ok === undefined ? "–" : ok ? "yes" : "**no**",
];

/** A Markdown table that can be read as it is, too. */
export const toTable = (rows: readonly Row[]): string => {
  const lines = [HEAD, ...rows.map(toCells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const write = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head, ...body] = lines.map(write);
  return [head, `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...body].join("\n");
};

const ms = (value: number): string => `${value.toFixed(2)} ms`;

/** Milliseconds more than bare, at most so many. */
export const toDifference = (
  what: string,
  { ours, bare }: { readonly ours: number; readonly bare: number },
  most?: number,
): Row => ({
  what,
  ours: ms(ours),
  bare: ms(bare),
  compared: `${ours < bare ? "−" : "+"}${ms(Math.abs(ours - bare))}`,
  target: most === undefined ? "–" : `≤ +${most} ms`,
  ...(most !== undefined && { ok: ours - bare <= most }),
});

/** So many times what bare takes, at most so many times. */
export const toRatio = (
  what: string,
  { ours, bare, unit }: { readonly ours: number; readonly bare: number; readonly unit: string },
  most?: number,
): Row => ({
  what,
  ours: `${Math.round(ours)} ${unit}`,
  bare: `${Math.round(bare)} ${unit}`,
  compared: `${(ours / bare).toFixed(2)}×`,
  target: most === undefined ? "–" : `≤ ${most.toFixed(2)}×`,
  ...(most !== undefined && { ok: ours / bare <= most }),
});

/** At most a time of its own, with nothing bare to compare it with. */
export const toAtMost = (what: string, ours: number, most: number): Row => ({
  what,
  ours: ms(ours),
  bare: "–",
  compared: "–",
  target: `≤ ${most} ms`,
  ok: ours <= most,
});

/** Below a time of its own; bare is told beside it. */
export const toBelow = (
  what: string,
  { ours, bare }: { readonly ours: number; readonly bare: number },
  limit: number,
): Row => ({
  what,
  ours: ms(ours),
  bare: ms(bare),
  compared: `${(ours / bare).toFixed(1)}×`,
  target: `< ${limit} ms`,
  ok: ours < limit,
});
