import { type Selectable, sql, type Updateable } from "kysely";
import type { Address, PlatformName } from "../bot/call.ts";
import type { Message } from "../bot/message.ts";
import type { Transaction } from "./database.ts";
import type { Deliveries, DeliveryState, Evidence } from "./schema.ts";

/** What is to go out once: made by planning, before anything is tried. Times in milliseconds since 1970. */
export interface Planned {
  readonly id: string;
  readonly what: string;
  readonly occurrence: string;
  readonly to: Address;
  readonly dueAt: number;
  readonly notAfter: number;
  /** What is said, where it is fixed already; else it is composed from the record when its time comes. */
  readonly message?: Message;
  /** The thread to open below it. */
  readonly threadTitle?: string;
  /** Whether it calls whom its announcement names. */
  readonly calls?: boolean;
}

export interface Delivery extends Omit<Planned, "message" | "calls"> {
  /** JSON of a message that was fixed when it was planned; read only when it is said, so that a broken one harms no other. */
  readonly fixed: string | undefined;
  readonly state: DeliveryState;
  readonly epoch: number;
  readonly attempts: number;
  readonly lastDispatch: number | undefined;
  readonly negReads: number;
  readonly nextAt: number | undefined;
  readonly body: string | undefined;
  readonly said: string | undefined;
  readonly messageId: string | undefined;
  readonly threadId: string | undefined;
  readonly cause: string | undefined;
  readonly calls: Deliveries["calls"];
}

/** States that nothing leaves any more. */
export const terminal: readonly DeliveryState[] = ["sent", "failed", "expired", "cancelled"];
/** Nothing has left the house yet in these. */
export const pending: readonly DeliveryState[] = ["scheduled", "ready"];
/** Out there in these, on its way there, or perhaps there. */
export const out: readonly DeliveryState[] = ["sending", "unknown", "held", "sent"];
/** Why a post is not there: the bot took it away, or never sent it, because a person wanted it so. */
export const WITHDRAWN = "withdrawn";
/** It is out there, or perhaps, and was not taken away. */
export const stands = ({ state, cause }: Pick<Delivery, "state" | "cause">): boolean =>
  out.includes(state) && cause !== WITHDRAWN;
/** It was posted for certain, and was not taken away. */
export const isStanding = ({ state, cause }: Pick<Delivery, "state" | "cause">): boolean =>
  state === "sent" && cause !== WITHDRAWN;

export const toDelivery = (row: Selectable<Deliveries>): Delivery => ({
  id: row.id,
  what: row.what,
  occurrence: row.occurrence,
  to: {
    platform: row.platform as PlatformName,
    space: row.space,
    channel: row.channel,
    ...(row.thread !== null && { thread: row.thread }),
  },
  dueAt: row.due_at,
  notAfter: row.not_after,
  fixed: row.message_json ?? undefined,
  ...(row.thread_title !== null && { threadTitle: row.thread_title }),
  state: row.state,
  epoch: row.epoch,
  attempts: row.attempts,
  lastDispatch: row.last_dispatch ?? undefined,
  negReads: row.neg_reads,
  nextAt: row.next_at ?? undefined,
  body: row.body ?? undefined,
  said: row.said ?? undefined,
  messageId: row.message_id ?? undefined,
  threadId: row.thread_id ?? undefined,
  cause: row.cause ?? undefined,
  calls: row.calls,
});

/** Adds what is not there yet; answers how many were new. Planning again changes nothing that is planned already. */
export const addDeliveries = async (trx: Transaction, planned: readonly Planned[]): Promise<number> => {
  let added = 0;
  for (const one of planned) {
    const done = await trx
      .insertInto("deliveries")
      .values({
        id: one.id,
        what: one.what,
        occurrence: one.occurrence,
        platform: one.to.platform,
        space: one.to.space,
        channel: one.to.channel,
        thread: one.to.thread ?? null,
        due_at: one.dueAt,
        not_after: one.notAfter,
        state: "scheduled",
        epoch: 0,
        attempts: 0,
        next_at: one.dueAt,
        message_json: one.message === undefined ? null : JSON.stringify(one.message),
        thread_title: one.threadTitle ?? null,
        calls: one.calls === true ? "chosen" : null,
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .executeTakeFirst();
    added += Number(done.numInsertedOrUpdatedRows ?? 0n);
  }
  return added;
};

export const readDelivery = async (trx: Transaction, id: string): Promise<Delivery | undefined> => {
  const row = await trx.selectFrom("deliveries").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : toDelivery(row);
};

/**
 * What the dispatcher must look at by now, the longest waiting first: on these platforms everything, elsewhere only what
 * lapses or was left behind. `except`: channels that are being served already, so that a long queue of one does not hide
 * the others.
 */
export const dueDeliveries = async (
  trx: Transaction,
  ask: {
    readonly now: number;
    readonly on: readonly PlatformName[];
    readonly except: readonly string[];
    readonly limit: number;
  },
): Promise<readonly Delivery[]> => {
  // As an expression: by the index on states SQLite would read every scheduled row.
  const state = sql<DeliveryState>`coalesce(state, '')`;
  const due = trx
    .selectFrom("deliveries")
    .selectAll()
    .where("next_at", "<=", ask.now)
    .where(({ eb, and, or }) =>
      or([
        ...(ask.on.length === 0 ? [] : [eb("platform", "in", ask.on)]),
        eb(state, "=", "sending"),
        and([eb(state, "in", pending), eb("not_after", "<", ask.now)]),
      ]),
    )
    .orderBy("next_at")
    .limit(ask.limit);
  const rows = await (ask.except.length === 0 ? due : due.where("channel", "not in", ask.except)).execute();
  return rows.map(toDelivery);
};

const soonest = (trx: Transaction, now: number) =>
  trx.selectFrom("deliveries").select("next_at").where("next_at", ">", now).orderBy("next_at").limit(1);

/** When something comes due next, or `undefined`. What is due already needs no wake-up call. */
export const nextLook = async (trx: Transaction, now: number): Promise<number | undefined> =>
  (await soonest(trx, now).executeTakeFirst())?.next_at ?? undefined;

/** When the next post goes out. */
export const nextPost = async (trx: Transaction, now: number): Promise<number | undefined> => {
  const posts = soonest(trx, now).where(sql<DeliveryState>`coalesce(state, '')`, "in", pending);
  return (await posts.executeTakeFirst())?.next_at ?? undefined;
};

export interface Change extends Omit<Updateable<Deliveries>, "id" | "epoch"> {
  readonly state?: DeliveryState;
}

/**
 * Moves a delivery on, only if nobody claimed it since (`epoch`) and it is in one of the states named. A claim counts
 * the epoch up. Answers whether it was moved.
 */
export const moveDelivery = async (
  trx: Transaction,
  { id, epoch }: Pick<Delivery, "id" | "epoch">,
  move: { readonly from: readonly DeliveryState[]; readonly to: Change; readonly claim?: boolean },
): Promise<boolean> => {
  const done = await trx
    .updateTable("deliveries")
    .set({ ...move.to, ...(move.claim === true && { epoch: epoch + 1 }) })
    .where("id", "=", id)
    .where("epoch", "=", epoch)
    .where("state", "in", move.from)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
};

/**
 * Proof that it is out there, by whoever saw it: it needs no epoch, and nothing overrules it (R4). A failed, expired or
 * cancelled row stays what it is; answers whether the row is `sent` by this.
 */
export const proveSent = async (
  trx: Transaction,
  id: string,
  proof: {
    readonly messageId: string | null;
    readonly evidence: Evidence;
    readonly threadAt: number | null;
  },
): Promise<boolean> => {
  const row = await trx.selectFrom("deliveries").select("thread_title").where("id", "=", id).executeTakeFirst();
  const next_at = row?.thread_title == null ? null : proof.threadAt;
  const done = await trx
    .updateTable("deliveries")
    .set({ state: "sent", message_id: proof.messageId, evidence: proof.evidence, cause: null, next_at })
    .where("id", "=", id)
    .where("state", "not in", terminal)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
};

/** What a post has been made to say since it went out. */
export const noteSaid = async (trx: Transaction, id: string, said: string): Promise<void> => {
  await trx.updateTable("deliveries").set({ said }).where("id", "=", id).execute();
};

/** What was being sent when the process that sent it died: nobody is left to wait for. */
export const abandonSending = async (trx: Transaction, now: number): Promise<void> => {
  await trx.updateTable("deliveries").set({ next_at: now }).where("state", "=", "sending").execute();
};

/** All deliveries of one announcement, question, or other thing said. */
export const deliveriesOf = async (trx: Transaction, what: string): Promise<readonly Delivery[]> => {
  const rows = await trx
    .selectFrom("deliveries")
    .selectAll()
    .where("what", "=", what)
    .orderBy("platform")
    .orderBy("channel")
    .execute();
  return rows.map(toDelivery);
};

/** What people read in public: the beginning of `what`. */
export type Said = "announcement" | "question" | "share" | "news";

/** Of these kinds, due within a span, in the order of their time, or with `latest` the other way round. */
export const deliveriesBetween = async (
  trx: Transaction,
  span: {
    readonly from: number;
    readonly to: number;
    readonly latest: boolean;
    readonly limit: number;
    readonly kinds: readonly Said[];
  },
): Promise<readonly Delivery[]> => {
  const rows = await trx
    .selectFrom("deliveries")
    .selectAll()
    .where("due_at", ">=", span.from)
    .where("due_at", "<", span.to)
    .where(({ eb, or }) => or(span.kinds.map((kind) => eb("what", "like", `${kind}/%`))))
    .orderBy("due_at", span.latest ? "desc" : "asc")
    .orderBy("what")
    .limit(span.limit)
    .execute();
  return rows.map(toDelivery);
};

/** Cancels what has not begun to leave; answers how many. */
export const cancelPending = async (trx: Transaction, what: string): Promise<number> => {
  const done = await trx
    .updateTable("deliveries")
    .set({ state: "cancelled", next_at: null })
    .where("what", "=", what)
    .where("state", "in", pending)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
};

/** The same of everything of this kind (the beginning of `what`). */
export const cancelKind = async (trx: Transaction, what: string): Promise<void> => {
  await trx
    .updateTable("deliveries")
    .set({ state: "cancelled", next_at: null })
    .where("what", ">=", what)
    .where("what", "<", `${what}\u{10FFFF}`)
    .where("state", "in", pending)
    .execute();
};
