import { childFile, nodeFlags, startChild } from "./child.ts";
import { drift, percentile } from "./measure.ts";
import { type Figures, toBelow } from "./table.ts";

/** The dispatcher's look at a full database with nothing due, ten times a minute in production. */

const STORED = 1_000_000;
const TICKS = 500;

interface Result {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
  readonly stored: number;
  readonly fillMs: number;
}

export const measureTick = async (folder: string): Promise<Figures> => {
  const given = { file: `${folder}/deliveries.sqlite`, stored: STORED, ticks: TICKS };
  const child = startChild([...nodeFlags(), childFile("tick.ts"), JSON.stringify(given)]);
  const { line } = await child.says("result ");
  await child.end();
  const { ours, bare, stored, fillMs } = JSON.parse(line.slice("result ".length)) as Result;
  if (stored !== STORED) throw new Error(`${stored} deliveries were stored, not ${STORED}`);
  const at = (percent: number) => ({ ours: percentile(ours, percent), bare: percentile(bare, percent) });
  const what = `Tick with ${STORED.toLocaleString("en")} future deliveries`;
  return {
    rows: [toBelow(`${what}, p50`, at(50), 2), toBelow(`${what}, p99`, at(99), 2)],
    notes: [
      `Tick: ${ours.length} of each, A B B A, in a process of its own; bare is the same two questions in two transactions by hand, with statements prepared once. Medians of the four quarters: ours ${drift(ours, 3)} ms, bare ${drift(bare, 3)} ms; slowest ${percentile(ours, 100).toFixed(2)} and ${percentile(bare, 100).toFixed(2)} ms. Filling the file took ${(fillMs / 1000).toFixed(0)} s.`,
    ],
  };
};
