import type { Reporter, TestModule } from "vitest/node";

export interface Closing {
  /** The last line of a run, in words that every machine reads. */
  readonly line: string;
  readonly isGood: boolean;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Of each test that did not run, why. */
  readonly left: readonly string[];
}

/** What cannot be tried on this machine is said; where CI is set it is a failure, for nobody reads a passing run. */
export const toClosing = ({ passed, failed, left }: Counts, isCI: boolean): Closing => {
  const reasons = [...new Set(left)].filter((reason) => reason !== "").join("; ");
  const skipped = left.length === 0 ? "" : `, ${left.length} skipped${reasons === "" ? "" : ` (${reasons})`}`;
  const isLeft = isCI && left.length > 0;
  return {
    line: `${passed} passed, ${failed} failed${skipped}${isLeft ? ": with CI set, every test must run" : ""}`,
    isGood: failed === 0 && !isLeft,
  };
};

export const closingLine = (isCI: boolean): Reporter => ({
  onTestRunEnd(modules: readonly TestModule[], errors) {
    const results = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result()));
    // A file that cannot even be loaded, and an error outside any test, are failures as well.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const { line, isGood } = toClosing(
      {
        passed: results.filter(({ state }) => state === "passed").length,
        failed: results.filter(({ state }) => state === "failed").length + broken,
        left: results.flatMap((result) => (result.state === "skipped" ? [result.note ?? ""] : [])),
      },
      isCI,
    );
    process.stdout.write(`\n${line}\n`);
    if (!isGood) process.exitCode = 1;
  },
});
