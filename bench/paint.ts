import { mkdirSync } from "node:fs";
import type { Browser } from "playwright-core";
import { openChromium } from "../test/support/web/chromium.ts";
import { nodeFlags, root, startChild } from "./child.ts";
import { median, span } from "./measure.ts";
import { type Figures, toAtMost } from "./table.ts";

/** From the terminal's line to the playground's first paint, in a browser that is open already and has nothing in its cache. */

const RUNS = 7;
const MOST_MS = 1_000;

/** Milliseconds from the line, as this process read it, to first-contentful-paint: the page tells it by the wall clock, as we do. */
const paintOnce = async (browser: Browser, folder: string): Promise<number> => {
  mkdirSync(folder, { recursive: true });
  const child = startChild([...nodeFlags(), `${root}rostrum.js`], {
    cwd: folder,
    env: { TMPDIR: folder, DATA_DIR: `${root}data`, PORT: "0" },
  });
  const { line, at } = await child.says("Playground:");
  const page = await (await browser.newContext({ viewport: { width: 1200, height: 800 } })).newPage();
  await page.goto(/open (\S+)/u.exec(line)?.[1] ?? "");
  const paintedAt = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries())
            if (name === "first-contentful-paint") resolve(performance.timeOrigin + startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
  await page.context().close();
  await child.end();
  return paintedAt - (performance.timeOrigin + at);
};

export const measurePaint = async (folder: string): Promise<Figures> => {
  const browser = await openChromium();
  const first: number[] = [];
  const again: number[] = [];
  for (let nth = 0; nth < RUNS; nth++) {
    first.push(await paintOnce(browser, `${folder}/paint-${nth}`));
    again.push(await paintOnce(browser, `${folder}/paint-${nth}`));
  }
  await browser.close();
  return {
    rows: [toAtMost("Playground: terminal's line → first paint", median(again), MOST_MS)],
    notes: [
      `First paint: median of ${RUNS} starts, each in a new browser profile; ${span(again)} ms, and ${span(first)} ms at the very first start in a folder. It holds what the browser takes to open the page.`,
    ],
  };
};
