/** How; what is broken and which tests are to notice is in mutation.js. */
export default {
  testRunner: "vitest",
  coverageAnalysis: "perTest",
  // A constant is made once, when its file is loaded: for each of them every test would have to run in a new process.
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 5_000,
  tempDirName: "state/mutation",
  ignorePatterns: ["state", "docs"],
  // What Stryker would do with it needs an older TypeScript.
  tsconfigFile: "none",
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false, skipFull: true },
};
