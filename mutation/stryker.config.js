/** What is broken on purpose, and which tests should notice. `npm run mutation -- --mutate src/core/time/moment.ts` for one file. */
export default {
  mutate: [
    "src/core/delivery/*.ts",
    "src/core/time/*.ts",
    "src/core/bot/text.ts",
    "src/core/bot/plain.ts",
    "src/core/bot/understand.ts",
    "src/core/network/rank.ts",
  ],
  plugins: [import.meta.resolve("@stryker-mutator/vitest-runner")],
  testRunner: "vitest",
  vitest: { related: true },
  coverageAnalysis: "perTest",
  // A constant is evaluated once, when the file is loaded: every test would have to run for each.
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 10_000,
  tempDirName: "state/mutation",
  ignorePatterns: ["state", "docs"],
  // TypeScript 7 has not what Stryker would rewrite paths in it with; none of ours leave the folder.
  tsconfigFile: "none",
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, allowEmojis: false, reportTests: false, skipFull: true },
};
