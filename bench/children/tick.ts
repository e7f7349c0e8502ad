import { DatabaseSync } from "node:sqlite";
import { createDispatcher } from "../../src/core/delivery/dispatcher.ts";
import { openStore } from "../../src/core/store/database.ts";
import { createClock } from "../../src/core/time/clock.ts";
import { createMemoryPlatform } from "../../test/support/memory.ts";
import { interleave } from "../measure.ts";

/** One look of the dispatcher at a database full of deliveries that are not due, beside the same two questions by hand. */

const given = JSON.parse(process.argv[2] ?? "") as {
  readonly file: string;
  readonly stored: number;
  readonly ticks: number;
};
const BATCH = 100_000;

const migrated = await openStore(`file:${given.file}`);
await migrated.close();

/** Ids as random as hashes, due between an hour and a year from now. */
const fill = (db: DatabaseSync): void => {
  // Only for filling: what is measured opens the file anew, with the house's own settings.
  db.exec("pragma synchronous = off; pragma cache_size = -262144");
  const insert = db.prepare(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < :batch)
    insert into deliveries (id, what, occurrence, platform, space, channel, due_at, not_after, state, epoch, attempts, next_at)
    select lower(hex(randomblob(12))), 'announcement/' || (:batch * :nth + i) / 4, '2027-01-01T00:00Z',
      case i % 2 when 0 then 'discord' else 'slack' end, 'space' || i % 10, 'channel' || i % 100,
      at, at + 3600000, 'scheduled', 0, 0, at
    from (select i, :now + 3600000 + abs(random() % 31536000000) as at from n)`);
  for (let nth = 0; nth * BATCH < given.stored; nth++)
    insert.run({ batch: Math.min(BATCH, given.stored - nth * BATCH), nth, now: Date.now() });
};

const began = performance.now();
const db = new DatabaseSync(given.file);
fill(db);
db.close();
const fillMs = performance.now() - began;

const store = await openStore(`file:${given.file}`);
const fail = (facts: object, said: string): void => {
  throw new Error(`${said} ${JSON.stringify(facts)}`);
};
const log = { debug: fail, info: fail, warn: fail, error: fail };
// Connected, so that what is due for them would be looked at.
const platforms = [createMemoryPlatform("discord"), createMemoryPlatform("slack")];
const dispatcher = createDispatcher({
  store,
  clock: createClock(),
  platforms: new Map(platforms.map((platform) => [platform.name, platform])),
  log,
});

const hand = new DatabaseSync(given.file);
const due = hand.prepare("select * from deliveries where next_at <= ? order by next_at limit 200");
const next = hand.prepare("select next_at from deliveries where next_at is not null order by next_at limit 1");
const timed = async (run: () => unknown): Promise<number> => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

const found = await interleave(
  {
    ours: () => timed(dispatcher.tick),
    bare: () =>
      timed(() => {
        hand.exec("begin immediate");
        due.all(Date.now());
        hand.exec("commit");
        hand.exec("begin immediate");
        next.all();
        hand.exec("commit");
      }),
  },
  { warmUp: 20, rounds: given.ticks, restMs: 5 },
);
const { stored } = hand.prepare("select count(*) as stored from deliveries where state = 'scheduled'").get() as {
  stored: number;
};
hand.close();
await dispatcher.stop();
await store.close();
if (platforms.some((platform) => platform.attempts() > 0)) throw new Error("something was due");
console.log(`result ${JSON.stringify({ ...found, stored, fillMs })}`);
