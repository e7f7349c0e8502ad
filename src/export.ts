import { dirname, join } from "node:path";
import { ConfigError, databaseOf, fileOf, readEnvironment, toConfig } from "./config.ts";
import { isPostgres, openReader } from "./core/store/database.ts";
import { readWhole } from "./core/store/whole.ts";
import { createClock } from "./core/time/clock.ts";
import { writeRecord } from "./record/write.ts";
import { runScript, say } from "./terminal.ts";
import { version } from "./version.ts";

/**
 * `npm run -s record:export [-- <folder>]`: the record as it is now, drafts included, as files of the form of `data/`; whether or not
 * the program runs.
 */
await runScript(async (given) => {
  if (given.length > 1 || given[0]?.startsWith("-"))
    throw new ConfigError(["npm run -s record:export knows a folder to write: npm run -s record:export -- my-record."]);
  const url = databaseOf(toConfig(readEnvironment()));
  const day = createClock().now().toString({ smallestUnit: "second" }).replaceAll(":", "-");
  const folder = given[0] ?? join(isPostgres(url) ? "state" : dirname(fileOf(url)), "exports", day);
  const store = await openReader(url, { version });
  const whole = await store.transact(readWhole).finally(store.close);
  writeRecord(folder, whole);
  const drafts = whole.webinars.filter(({ status }) => status === "draft").length;
  say(
    `Record: ${folder}, ${whole.webinars.length} webinars (${drafts} of them drafts), ${whole.people.length} people, ${whole.institutions.length} institutions; read back and found the same.`,
  );
  return true;
});
