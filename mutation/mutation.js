// `npm run mutation`, or `npm run mutation -- time text`: breaks a part's code in small ways, and runs the tests that are to notice.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Tests beside the code first: they are quick, and say what is wrong. Those of the house are slow. */
const parts = {
  text: {
    code: ["src/core/bot/text.ts", "src/core/bot/plain.ts"],
    tests: ["test/core/bot/text.test.ts", "test/core/bot/plain.test.ts"],
  },
  time: { code: ["src/core/time/*.ts"], tests: ["test/core/time/*.test.ts"] },
  plan: {
    code: ["src/core/delivery/identity.ts", "src/core/delivery/plan.ts"],
    tests: ["test/core/delivery/identity.test.ts", "test/core/delivery/plan.test.ts"],
  },
  rank: {
    code: ["src/core/network/rank.ts", "src/core/bot/understand.ts"],
    tests: ["ranks", "rights", "more"]
      .map((name) => `test/attack/${name}.test.ts`)
      .concat("test/core/bot/*.test.ts")
      .concat(["suggest", "language", "language-choice", "member", "ladder"].map((n) => `test/commands/${n}.test.ts`)),
  },
  delivery: {
    code: ["src/core/delivery/*.ts", "!src/core/delivery/identity.ts", "!src/core/delivery/plan.ts"],
    tests: ["test/core/delivery/*.test.ts", "test/attack/delivery.test.ts", "test/commands/*.test.ts"],
  },
};

const run = (command, words) => execFileSync(command, words, { stdio: "inherit" });
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}: ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}
if (!existsSync("mutation/node_modules")) run("npm", ["ci", "--prefix", "mutation"]);
const stryker = ["mutation/node_modules/@stryker-mutator/core/bin/stryker.js", "run", "mutation/stryker.config.js"];
for (const name of asked.length === 0 ? Object.keys(parts) : asked) {
  const { code, tests } = parts[name];
  run(process.execPath, [...stryker, "--mutate", code.join(), "--testFiles", tests.join()]);
}
