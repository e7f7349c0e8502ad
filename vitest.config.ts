import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import type { Reporter, TestModule } from "vitest/node";

/** The last line, in words that every machine reads. */
const closingLine: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], errors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: "passed" | "failed" | "skipped"): number =>
      tests.filter((test) => test.result().state === state).length;
    // A file that cannot even be loaded, and an error outside any test, are failures as well.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const skipped = count("skipped");
    const line = `${count("passed")} passed, ${count("failed") + broken} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
    process.stdout.write(`\n${line}\n`);
  },
};

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Files share nothing that a test changes, and loading the libraries once a worker instead of once a file halves the run.
    isolate: false,
    // The tests wait for sockets more than they compute: two cores carry two workers, where vitest would take one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: ["default", closingLine],
  },
});
