import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { closingLine } from "./test/support/closing.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Files share nothing that a test changes, and loading the libraries once a worker instead of once a file halves the run.
    isolate: false,
    // The tests wait for sockets more than they compute: two cores carry three workers, where vitest would take one.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // What is waited for comes within milliseconds; vitest's own second is too short only on a machine that has other work.
    expect: { poll: { timeout: 10_000 } },
    reporters: ["default", closingLine(Boolean(process.env.CI))],
  },
});
