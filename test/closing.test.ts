import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { toClosing } from "./support/closing.ts";

const WHY = "npm's Chromium needs: apt-get install --yes libnss3. No Chrome or Chromium is installed either.";

describe("the last line of a run", () => {
  it("counts, and says of what did not run why", () => {
    expect(toClosing({ passed: 3, failed: 0, left: [] }, true)).toEqual({ line: "3 passed, 0 failed", isGood: true });
    expect(toClosing({ passed: 3, failed: 1, left: [] }, false).isGood).toBe(false);
    expect(toClosing({ passed: 3, failed: 0, left: [WHY, WHY] }, false)).toEqual({
      line: `3 passed, 0 failed, 2 skipped (${WHY})`,
      isGood: true,
    });
    expect(toClosing({ passed: 3, failed: 0, left: [""] }, true)).toEqual({
      line: "3 passed, 0 failed, 1 skipped: with CI set, every test must run",
      isGood: false,
    });
  });

  it.each([
    ["", 0],
    ["1", 1],
  ])("names the browser that is not there; with CI “%s” the run ends with %i", async (ci, code) => {
    const run = await new Promise<{ readonly code: number; readonly said: string }>((done) => {
      execFile(
        process.execPath,
        [resolve("node_modules/vitest/vitest.mjs"), "run", "test/adapters/web/keyboard.test.ts"],
        { env: { PATH: process.env.PATH, CHROMIUM: "/nowhere/chrome", CI: ci } },
        (error, said) => done({ code: Number(error?.code ?? 0), said }),
      );
    });
    expect(run.said.trim().split("\n").at(-1)).toMatch(
      /^0 passed, 0 failed, 2 skipped \(CHROMIUM names no browser that starts: \/nowhere\/chrome\)/,
    );
    expect(run.code).toBe(code);
  });
});
