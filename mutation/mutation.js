// `npm run mutation`, or `npm run mutation -- time rank`: which parts, each with the tests that are to notice. Takes hours.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const house = "test/commands/*.test.ts,test/discussion.test.ts";
const parts = {
  time: { mutate: "src/core/time/*.ts", tests: "test/core/time/*.test.ts,test/core/say/*.test.ts" },
  text: { mutate: "src/core/bot/{text,plain}.ts", tests: "test/core/bot/{text,plain}.test.ts" },
  rank: {
    mutate: "src/core/network/rank.ts,src/core/bot/{asker,understand}.ts",
    tests: `test/attack/{ranks,rights,more,limit}.test.ts,test/core/bot/*.test.ts,${house}`,
  },
  delivery: {
    mutate: "src/core/delivery/*.ts",
    tests: `test/core/delivery/*.test.ts,test/attack/delivery.test.ts,${house}`,
  },
};

const run = (command, words) => execFileSync(command, words, { stdio: "inherit" });

if (!existsSync("mutation/node_modules")) run("npm", ["ci", "--prefix", "mutation", "--ignore-scripts", "--no-audit"]);
const [, , ...names] = process.argv;
for (const name of names.length === 0 ? Object.keys(parts) : names) {
  const { mutate, tests } = parts[name];
  run("node", [
    "mutation/node_modules/@stryker-mutator/core/bin/stryker.js",
    "run",
    "mutation/stryker.config.js",
    "--mutate",
    mutate,
    "--testFiles",
    tests,
  ]);
}
