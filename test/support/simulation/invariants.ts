import { sql } from "kysely";
import type { PlatformName } from "../../../src/core/bot/call.ts";
import type { Store } from "../../../src/core/store/database.ts";
import { terminal } from "../../../src/core/store/deliveries.ts";
import type { DeliveryState } from "../../../src/core/store/schema.ts";
import type { Ledger } from "./ledger.ts";
import type { Act } from "./world.ts";

/** delivery.md, Invariants: held against the platforms' ledgers, not against what the bot believes. */

/** How long after its time a request that left in time may still take effect: our abort, and what comes after it. */
const EFFECT_MS = 30_000;

/** What is about to leave then leaves (T_disp). */
const FRESH_MS = 5_000;

interface Row {
  readonly id: string;
  readonly what: string;
  readonly state: DeliveryState;
  readonly due_at: number;
  readonly not_after: number;
  readonly message_id: string | null;
  readonly channel: string;
}

interface Ended {
  readonly store: Store;
  readonly ledgers: ReadonlyMap<PlatformName, Ledger>;
  readonly act: Act;
  readonly note: (what: string) => void;
}

/** What changes a post that is out there is none itself. */
const isChange = ({ what }: Row): boolean => /^(edit|withdraw)\//u.test(what);

/** Of one delivery. */
function* breachesOf(row: Row, { ledgers }: Ended): Iterable<string> {
  const all = [...ledgers.values()];
  const there = all.flatMap(({ entries }) => entries).filter(({ id }) => id === row.id);
  const bodies = new Set(all.flatMap(({ asked }) => asked).flatMap(({ id, body }) => (id === row.id ? [body] : [])));
  // A note to the desk whose arrival is unclear is rather said twice than not at all.
  const isNote = row.what.startsWith("notice/");
  if (there.length > 1 && !isNote) yield `I1: out ${there.length} times`;
  if (there.some(({ at }) => at < row.due_at)) yield "I2: out before its time";
  if (there.some(({ at }) => at > row.not_after + EFFECT_MS)) yield "I3: out too late";
  if (there.some(({ to }) => to.channel !== row.channel)) yield "I11: out in another place";
  if (row.state === "sent" && there.length === 0 && !isChange(row)) yield "I4: sent, and not there";
  if (["failed", "expired", "cancelled"].includes(row.state) && there.length > 0 && !isNote)
    yield `I5: ${row.state}, and there`;
  if (bodies.size > 1) yield "I10: an attempt carried other bytes";
  if (!terminal.includes(row.state)) yield `L1: at rest as ${row.state}`;
}

/** What stands there in the end, after what the organiser did. */
const SAYS: Partial<Record<Act["what"], RegExp>> = { edit: /at six/u, move: /12:34/u, "call off": /cancelled|中止/iu };

/** What the organiser did is so in the end. */
function* breachesOfAct(rows: readonly Row[], { act, ledgers }: Ended): Iterable<string> {
  if (!act.done) return;
  const all = [...ledgers.values()];
  // The first announcement is the one that is changed.
  const [first] = rows.filter(({ what }) => what.startsWith("announcement/"));
  for (const { id, message_id } of rows.filter(({ what }) => what === first?.what)) {
    const there = all.flatMap(({ entries }) => entries).filter((one) => one.id === id && !one.removed);
    const isLate = all.flatMap(({ asked }) => asked).some((one) => one.id === id && one.at > act.at + FRESH_MS);
    if (isLate && ["cancel", "withdraw", "call off"].includes(act.what)) yield `asked for after: ${act.what}`;
    // Which message it is a person did not say: it cannot be changed.
    if (message_id === null) continue;
    if (act.what === "withdraw" && there.length > 0) yield "what was withdrawn stands there";
    if (there.some(({ body }) => SAYS[act.what]?.test(body) === false)) yield `does not say it: ${act.what}`;
  }
}

export const breachesIn = async (ended: Ended): Promise<readonly string[]> => {
  const { store, note } = ended;
  const rows: readonly Row[] = await store.transact((trx) =>
    trx
      .selectFrom("deliveries")
      .select(["id", "what", "state", "due_at", "not_after", "message_id", "channel"])
      .orderBy(sql`rowid`)
      .execute(),
  );
  const moves = await store.transact((trx) =>
    sql<{ before: DeliveryState; after: string; id: string }>`select * from moves`.execute(trx),
  );
  for (const { before, after } of moves.rows) note(`${before} → ${after}`);
  const told = new Set(rows.filter(({ what }) => what.startsWith("notice/")).map(({ what }) => what));
  return [
    ...rows.flatMap((row) => [...breachesOf(row, ended)].map((breach) => `${breach} (${row.what} in ${row.channel})`)),
    ...breachesOfAct(rows, ended),
    ...moves.rows.flatMap(({ before, after, id }) => [
      ...(terminal.includes(before) ? [`I7: ${before} became ${after}`] : []),
      ...(after === "an older epoch" ? ["I8: an epoch went back"] : []),
      ...(after === "held" && ![...told].some((what) => what.includes(id)) ? ["L3: nobody was asked"] : []),
    ]),
  ];
};
