import { parseArgs } from "node:util";
import { type Config, ConfigError, databaseOf, readEnvironment, terminalLanguage, toConfig } from "./config.ts";
import { unmetered } from "./core/meter.ts";
import { openReader, openStore, StoreError } from "./core/store/database.ts";
import { recall } from "./core/store/memory.ts";
import { createClock } from "./core/time/clock.ts";
import { type Language, languages, toLanguage } from "./core/words/language.ts";
import { wordsIn } from "./core/words/words.ts";
import { build, chatPlatforms } from "./house.ts";
import { createLog } from "./log.ts";
import { readRecord } from "./record/read.ts";
import { complain, runScript, say, toSentences, withProgress } from "./terminal.ts";
import { version } from "./version.ts";

/**
 * `npm run -s doctor [-- --language ja]`: what `/rostrum doctor` says, without a chat. The program that runs is asked; when
 * none runs, the platforms are connected to for a moment. Ends with 1 when something is wrong.
 */
const USAGE = `npm run -s doctor knows --language and one of ${languages.join(", ")}: npm run -s doctor -- --language ja.`;

interface Found {
  readonly lines: readonly string[];
  readonly well: boolean;
}

const languageOf = (given: readonly string[], environment: ReturnType<typeof readEnvironment>): Language => {
  try {
    const { values } = parseArgs({ args: [...given], options: { language: { type: "string" } } });
    const asked = values.language === undefined ? terminalLanguage(environment) : toLanguage(values.language);
    if (asked !== undefined) return asked;
  } catch {
    // Said below.
  }
  throw new ConfigError([USAGE]);
};

/** How long a program that runs may take: it asks each platform about each place. */
const PATIENCE_MS = 30_000;

/** What the program that runs says; `undefined` when none answers at the address that it left in its database. */
const askRunning = async (url: string, language: Language): Promise<Found | undefined> => {
  const store = await openReader(url, { version });
  const here = await store.transact((trx) => recall(trx, "terminal")).finally(store.close);
  if (here === undefined) return undefined;
  const { address, key } = JSON.parse(here) as { readonly address: string; readonly key: string };
  const asked = `${address}/doctor?lang=${language}`;
  const headers = { Authorization: `Bearer ${key}` };
  const answer = await fetch(asked, { headers, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
  return answer?.ok === true ? ((await answer.json()) as Found) : undefined;
};

/** How long a platform may take to connect before it is told as it stands. */
const CONNECT_MS = 15_000;

/** Nothing runs: the same is looked at from here, and let go again. */
const lookOurselves = async (config: Config, language: Language): Promise<Found> => {
  const clock = createClock();
  const log = createLog({ level: "silent", secrets: config.secrets });
  const store = await openStore(databaseOf(config), { version });
  const ground = { config, clock, log, meter: unmetered };
  const house = build(ground, store);
  try {
    for (const load of chatPlatforms(ground, store)) {
      const platform = await load();
      house.platforms.set(platform.name, platform);
      // What keeps it from connecting is its condition, which the examination says.
      await Promise.race([
        platform.start(house.bot).catch(() => undefined),
        new Promise((resolve) => setTimeout(resolve, CONNECT_MS).unref()),
      ]);
    }
    const { look } = await import("./examination.ts");
    return await look(house, language);
  } finally {
    await Promise.all([...house.platforms.values()].map((platform) => platform.stop().catch(() => undefined)));
    await store.close();
  }
};

/** Mistakes in the record's files: the program that runs has them as they were at its start. */
const recordMistakes = (folder: string): readonly string[] => {
  try {
    readRecord(folder);
    return [];
  } catch (error) {
    return toSentences(error);
  }
};

await runScript(async (given) => {
  const environment = readEnvironment(complain);
  const language = languageOf(given, environment);
  const config = toConfig(environment);
  const url = databaseOf(config);
  const running = await askRunning(url, language).catch((error: unknown) => {
    // None yet: then it is made, as at the first start.
    if (error instanceof StoreError) return undefined;
    throw error;
  });
  const { doctor } = wordsIn(language);
  say(running === undefined ? doctor.stands : doctor.runs);
  const found = running ?? (await withProgress("Connecting", lookOurselves(config, language)));
  for (const line of found.lines) say(line);
  const mistakes = recordMistakes(config.dataDir);
  for (const mistake of mistakes) say(`✗ ${mistake}`);
  return found.well && mistakes.length === 0;
});
// A platform's library may keep a connection for a while.
process.exit();
