import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { ConfigError, databaseOf, readEnvironment, toConfig } from "./config.ts";
import { backUp } from "./core/store/backup.ts";
import { isPostgres } from "./core/store/database.ts";
import { createClock } from "./core/time/clock.ts";
import { runScript, say } from "./terminal.ts";

/**
 * `npm run -s backup [-- <file>] [--keep <n>]`: a checked copy of the database, whether or not the program runs. Without a
 * file into the folder `backups` beside the database, named by the time; `--keep` leaves the newest n of those.
 */
const USAGE = "npm run -s backup knows a file to write and --keep <how many>: npm run -s backup -- --keep 14.";

/** What `--keep` may take away: nothing that somebody named. */
const OURS = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.sqlite$/u;

const read = (given: readonly string[]): { readonly to: string | undefined; readonly keep: number | undefined } => {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: { keep: { type: "string" } },
      allowPositionals: true,
    });
    const keep = values.keep === undefined ? undefined : Number(values.keep);
    if (positionals.length > 1 || (keep !== undefined && !(Number.isInteger(keep) && keep > 0))) throw new Error();
    return { to: positionals[0], keep };
  } catch {
    throw new ConfigError([USAGE]);
  }
};

const sizeOf = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KiB` : `${(bytes / 1_048_576).toFixed(1)} MiB`;

const prune = (folder: string, keep: number): void => {
  const names = readdirSync(folder)
    .filter((name) => OURS.test(name))
    .sort();
  for (const name of names.slice(0, -keep)) {
    rmSync(join(folder, name));
    say(`Taken away, for ${keep} are kept: ${join(folder, name)}`);
  }
};

const POSTGRES = `PostgreSQL is backed up by its own program:
  pg_dump --format=custom --file=rostrum.dump "$DATABASE_URL"
To restore, with Rostrum stopped:
  pg_restore --clean --if-exists --dbname="$DATABASE_URL" rostrum.dump
  psql "$DATABASE_URL" -c "insert into memory values ('copied', '1')"
The last line lets Rostrum look which posts went out since, so that none is said twice.`;

await runScript(async (given) => {
  const { to, keep } = read(given);
  const url = databaseOf(toConfig(readEnvironment()));
  if (isPostgres(url)) {
    for (const line of POSTGRES.split("\n")) say(line);
    return true;
  }
  const file = url.replace(/^file:/u, "");
  const now = createClock().now();
  const folder = join(dirname(file), "backups");
  const path = to ?? join(folder, `${now.toString({ smallestUnit: "second" }).replaceAll(":", "-")}.sqlite`);
  say(`Copying ${file} …`);
  const bytes = backUp({ file, to: path, now: now.epochMilliseconds });
  say(`Backup: ${path}, ${sizeOf(bytes)}, checked. docs/operating.md says how to restore it.`);
  if (keep !== undefined && to === undefined) prune(folder, keep);
  return true;
});
