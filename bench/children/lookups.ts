import { DatabaseSync } from "node:sqlite";
import { commands } from "../../src/commands/commands.ts";
import { createBot } from "../../src/core/bot/bot.ts";
import type { Call } from "../../src/core/bot/call.ts";
import { termsOf } from "../../src/core/network/terms.ts";
import { openStore } from "../../src/core/store/database.ts";
import { noteSpace } from "../../src/core/store/spaces.ts";
import { createClock } from "../../src/core/time/clock.ts";
import { interleave } from "../measure.ts";

/** Look-ups in a record of many webinars, beside the same rows read by hand and the same words looked up in FTS5. */

const given = JSON.parse(process.argv[2] ?? "") as {
  readonly file: string;
  readonly stored: number;
  readonly rounds: number;
};

const store = await openStore(`file:${given.file}`);
const space = { platform: "discord", space: "guild" } as const;
await store.transact((trx) => noteSpace(trx, space, { name: "Bench", connected: true }));

let seed = 42;
const random = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
  return seed / 0x80000000;
};
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const VOCABULARY = Array.from({ length: 20_000 }, (_, n) =>
  Array.from({ length: 5 + (n % 6) }, () => LETTERS[Math.floor(random() * 26)]).join(""),
);
/** As words are: a few in most titles, most in a few. */
const word = (): string => VOCABULARY[Math.floor(random() ** 3 * VOCABULARY.length)] ?? "";
const title = (): string => Array.from({ length: 7 }, word).join(" ");

const fill = (db: DatabaseSync): void => {
  db.exec("pragma synchronous = off; pragma cache_size = -262144; begin");
  const people = db.prepare("insert into people (key, title, name, family) values (?, 'Dr.', ?, null)");
  const names = db.prepare("insert or ignore into names (token, person, kind) values (?, ?, 'name')");
  for (let n = 0; n < 2000; n++) {
    const name = `${word()} ${word()}`;
    people.run(`p${n}`, name);
    for (const token of name.split(" ")) names.run(token, `p${n}`);
  }
  db.exec("insert into series (key, name_json) values ('s', '{\"en\":\"International webinar\"}')");
  const webinar = db.prepare(
    `insert into webinars (key, series, edition, sample, status, title_json, date, time, zone, minutes, starts_at)
     values (?, 's', ?, 0, ?, ?, ?, '17:00', 'Asia/Tokyo', 90, ?)`,
  );
  const talk = db.prepare("insert into talks (webinar, position, person, title_json) values (?, ?, ?, ?)");
  const term = db.prepare("insert into terms (term, webinar, date, named) values (?, ?, ?, ?)");
  const vocabulary = db.prepare("insert or ignore into vocabulary (term) values (?)");
  db.exec("create virtual table fts using fts5 (key unindexed, date unindexed, words)");
  const fts = db.prepare("insert into fts (key, date, words) values (?, ?, ?)");
  const begin = Date.now() - given.stored * 3_600_000;
  for (let n = 0; n < given.stored; n++) {
    // One an hour; the last hundred are still to come.
    const at = begin + (n + 100) * 3_600_000;
    const date = new Date(at).toISOString().slice(0, 10);
    const [name, one, two] = [title(), title(), title()];
    const status = at > Date.now() ? "planned" : "held";
    webinar.run(`w${n}`, n + 1, status, JSON.stringify({ en: name }), date, at);
    talk.run(`w${n}`, 1, `p${n % 2000}`, JSON.stringify({ en: one }));
    talk.run(`w${n}`, 2, `p${(n * 7) % 2000}`, JSON.stringify({ en: two }));
    const named = new Set(termsOf([name, "International webinar"]));
    for (const each of new Set([...named, ...termsOf([one, two])])) {
      term.run(each, `w${n}`, date, named.has(each) ? 1 : 0);
      vocabulary.run(each);
    }
    fts.run(`w${n}`, date, `${name} international webinar ${one} ${two}`);
  }
  db.exec("commit");
};

const began = performance.now();
const hand = new DatabaseSync(given.file);
fill(hand);
const fillMs = performance.now() - began;

const fail = (facts: object, said: string): void => {
  throw new Error(`${said} ${JSON.stringify(facts)}`);
};
const log = { debug: fail, info: fail, warn: fail, error: fail };
const bot = createBot({
  commands,
  store,
  clock: createClock(),
  platforms: new Map(),
  log,
  changed: () => undefined,
});

let calls = 0;
const ask = async (command: string, options: Call["options"]): Promise<number> => {
  const call: Call = {
    id: `${++calls}`,
    asker: { ...space, user: "u", name: "Mei", rights: ["post"], groups: [] },
    at: { ...space, channel: "c" },
    said: { command },
    options,
  };
  const start = performance.now();
  const said = await bot.handle(call);
  const took = performance.now() - start;
  if (said.kind !== "message" || JSON.stringify(said).includes("Something went wrong")) fail({ command }, "no answer");
  return took;
};
const timed = (run: () => unknown): Promise<number> => {
  const start = performance.now();
  run();
  return Promise.resolve(performance.now() - start);
};

const head = hand.prepare("select * from webinars where key = ?");
const talks = hand.prepare(
  "select * from talks join people on people.key = person where webinar = ? order by position",
);
const next = hand.prepare(
  "select * from webinars where status = 'planned' and starts_at > ? order by starts_at limit 1",
);
const newest = hand.prepare("select * from webinars where status <> 'draft' order by date desc, key limit 16");
const match = hand.prepare("select key from fts where words match ? order by date desc limit 9");
const byNumber = hand.prepare("select * from webinars where edition = ?");

const showBy = (): string => (random() < 0.5 ? String(1 + Math.floor(random() * given.stored)) : `${word()} ${word()}`);
const searched = (): string => (random() < 0.5 ? word() : `${word()} ${word().slice(0, 4)}`);
let wanted = "";
const whole = (key: unknown): void => {
  head.all(String(key));
  talks.all(String(key));
};
const kinds = {
  next: {
    ours: () => ask("webinar next", {}),
    bare: () => timed(() => whole((next.get(Date.now()) as { key: string }).key)),
  },
  show: {
    ours: () => ask("webinar show", { webinar: showBy() }),
    bare: () =>
      timed(() => {
        wanted = showBy();
        const found = /^\d+$/u.test(wanted) ? byNumber.all(Number(wanted)) : match.all(wanted);
        if (found[0] !== undefined) whole((found[0] as { key: string }).key);
      }),
  },
  list: { ours: () => ask("webinar list", {}), bare: () => timed(() => newest.all()) },
  search: {
    ours: () => ask("webinar search", { words: searched() }),
    bare: () =>
      timed(() => {
        const typed = searched()
          .split(" ")
          .map((one) => `${one}*`)
          .join(" ");
        for (const { key } of match.all(typed).slice(0, 8) as { key: string }[]) whole(key);
      }),
  },
};

const found: Record<string, unknown> = {};
for (const [name, sides] of Object.entries(kinds))
  found[name] = await interleave(sides, { warmUp: 30, rounds: given.rounds, restMs: 0 });
hand.close();
await store.close();
console.log(`result ${JSON.stringify({ found, fillMs })}`);
