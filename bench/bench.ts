import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeFlags, root } from "./child.ts";
import { measureDiscord } from "./discord.ts";
import { measureLookups } from "./lookups.ts";
import { describeMachine, load } from "./machine.ts";
import { measurePaint } from "./paint.ts";
import { measureSlack } from "./slack.ts";
import { measureStart } from "./start.ts";
import { type Figures, type Row, toTable } from "./table.ts";
import { measureTick } from "./tick.ts";

/** `npm run bench`: ours and the bare libraries doing the same, side by side in one run, on this machine and loopback only. */

const parts: readonly (readonly [string, (folder: string) => Promise<Figures>])[] = [
  ["Discord", measureDiscord],
  ["Slack", measureSlack],
  ["start and memory", measureStart],
  ["the playground's first paint", measurePaint],
  ["a million deliveries", measureTick],
  ["look-ups", measureLookups],
];

const folder = mkdtempSync(join(tmpdir(), "rostrum-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const began = performance.now();
const before = load();
const rows: Row[] = [];
const notes: string[] = [];
for (const [name, measure] of parts) {
  process.stderr.write(`Measuring ${name} …\n`);
  const figures = await measure(folder);
  rows.push(...figures.rows);
  notes.push(...figures.notes);
}

const seconds = Math.round((performance.now() - began) / 1000);
const report = [
  "# Benchmarks",
  "",
  "Written by `npm run bench`: Rostrum against the bare library doing the same, in one run on one machine. The numbers",
  "belong to that machine; what is promised is the comparison.",
  "",
  ...describeMachine().map((line) => `- ${line}`),
  `- Ours runs as npm start runs it: node ${nodeFlags().join(" ")}`,
  `- Load average ${before} before, ${load()} after; the run took ${seconds} s`,
  "",
  toTable(rows),
  "",
  ...notes.map((note) => `- ${note}`),
  "",
].join("\n");
process.stdout.write(report);
writeFileSync(`${root}BENCHMARKS.md`, report);
process.exit(0);
