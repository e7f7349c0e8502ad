import { PlatformError } from "../bot/errors.ts";
import type { Calls, Heading, Platform, Post } from "../bot/platform.ts";
import type { Calling, Uncalled } from "../network/calling.ts";
import { tolerable } from "../network/place.ts";
import type { Transaction } from "../store/database.ts";
import {
  type Change,
  type Delivery,
  moveDelivery,
  pending,
  proveSent,
  readDelivery,
  WITHDRAWN,
} from "../store/deliveries.ts";
import { askCalls, decideCalling } from "./calling.ts";
import { compose } from "./compose.ts";
import { doubt } from "./doubt.ts";
import { headingOf } from "./heading.ts";
import { durations, type House, nowOf, settle } from "./house.ts";
import { hashOf } from "./identity.ts";
import { type Missing, planNotice } from "./notice.ts";
import { isReminder } from "./remind.ts";
import { isPaused } from "./slots.ts";
import { isTakenAway } from "./withdrawal.ts";

/** What keeps a delivery's words from being made: the fault is in the row, not in the store or the platform. */
export class Unsayable extends Error {
  constructor(cause: unknown) {
    super("a delivery cannot be put into words", { cause });
  }
}

interface Words {
  readonly body: string;
  readonly said: string | null;
}

/** The words of one attempt, frozen at the first and the same ever after. `undefined` when there is nothing left to say. */
const freeze = async (
  trx: Transaction,
  row: Delivery,
  { platform, calls }: { readonly platform: Platform; readonly calls: Calling | undefined },
): Promise<Words | undefined> => {
  try {
    const said = await compose(trx, row);
    if (said === undefined) return undefined;
    const message = calls === undefined ? said : { ...said, calls };
    // Whom it calls belongs to this post alone, so it is not what a correction is compared with.
    return { body: platform.render({ id: row.id, to: row.to, message }), said: hashOf(JSON.stringify(said)) };
  } catch (error) {
    throw new Unsayable(error);
  }
};

/** What was frozen, unless there is nothing left to say: nothing is out there yet, so what was taken back never will be. */
const still = async (trx: Transaction, row: Delivery & { readonly body: string }): Promise<Words | undefined> =>
  (await compose(trx, row)) === undefined ? undefined : { body: row.body, said: row.said ?? null };

/** Whom the post calls, decided anew at every attempt until it is decided that it calls nobody. */
const decide = async (
  trx: Transaction,
  row: Delivery,
  asked: Calls | "unasked",
): Promise<{ readonly calls?: Calling; readonly lost?: Uncalled }> => {
  if (row.calls !== "chosen") return {};
  const decided = await decideCalling(trx, row, asked);
  return typeof decided === "string" ? { lost: decided } : { calls: decided };
};

type Claimed = Delivery & { readonly body: string; readonly heading: Heading };

/** R1: the intent is committed before a byte leaves. Answers the row as claimed, or `undefined` when it is not ours to send. */
const intend = async (
  house: House,
  { id }: Delivery,
  { platform, asked }: { readonly platform: Platform; readonly asked: Calls | "unasked" },
): Promise<Claimed | undefined> =>
  house.store.transact(async (trx) => {
    const row = await readDelivery(trx, id);
    const now = nowOf(house);
    if (row === undefined || !pending.includes(row.state) || row.nextAt === undefined || row.nextAt > now)
      return undefined;
    if (await isPaused(trx, row)) {
      // Looked at again when it is resumed, else when it lapses.
      await moveDelivery(trx, row, { from: pending, to: { next_at: row.notAfter + 1 } });
      return undefined;
    }
    if (row.attempts > 0 && (await isTakenAway(trx, row))) {
      await moveDelivery(trx, row, { from: pending, to: { state: "cancelled", next_at: null, cause: WITHDRAWN } });
      return undefined;
    }
    const { calls, lost } = await decide(trx, row, asked);
    // Bytes that would call somebody who may not be called any more are not the ones that leave.
    const words =
      row.body !== undefined && lost === undefined
        ? await still(trx, { ...row, body: row.body })
        : await freeze(trx, row, { platform, calls });
    if (words === undefined) {
      const to: Change = { state: "cancelled", next_at: null, cause: "nothing left to say" };
      if (await moveDelivery(trx, row, { from: pending, to })) await planNotice(trx, row, "gone", now);
      return undefined;
    }
    const attempts = row.attempts + 1;
    const to: Change = {
      state: "sending",
      attempts,
      last_dispatch: now,
      ...(attempts === 1 && { first_dispatch: now }),
      next_at: now + durations.lease,
      ...words,
      body_hash: hashOf(words.body),
      ...(lost !== undefined && { calls: lost }),
    };
    if (!(await moveDelivery(trx, row, { from: pending, to, claim: true }))) return undefined;
    if (lost !== undefined) await planNotice(trx, row, lost, now);
    const heading = await headingOf(trx, row);
    return { ...row, epoch: row.epoch + 1, attempts, lastDispatch: now, state: "sending", body: words.body, heading };
  });

/** Doubles from 2 s to 5 min. */
const backOff = (attempts: number): number => Math.min(2_000 * 2 ** Math.min(attempts, 8), 300_000);

/** It was out there, and somebody took it away before anybody knew. */
const taken = async (house: House, row: Delivery): Promise<void> =>
  house.store.transact(async (trx) => {
    const proof = { messageId: null, evidence: "response" as const, threadAt: null };
    if (await proveSent(trx, row.id, proof)) await planNotice(trx, row, "deleted", nowOf(house));
  });

/** R5: three ways an attempt may have failed, and what follows from each. */
export const failed = async (
  house: House,
  row: Delivery,
  { fault, cause: word, retryMs }: PlatformError,
): Promise<void> => {
  const now = nowOf(house);
  const cause = String(word);
  house.log.warn({ delivery: row.id, fault, cause }, "a post did not arrive for certain");
  const from = ["sending"] as const;
  const again = (waitMs: number): Change => ({ state: "ready", next_at: now + waitMs, cause });
  if (fault === "wait") {
    // What the platform told this row to wait, all that wait for the same place wait with it.
    if (retryMs !== undefined) {
      house.pauses.pause(row.to, now + retryMs);
      house.meter?.count("limits", { platform: row.to.platform });
    }
    return settle(house, row, { from, to: again(Math.max(retryMs ?? 0, backOff(row.attempts))) });
  }
  if (fault === "content" && cause === "gone") return taken(house, row);
  if (fault === "content")
    return settle(house, row, { from, to: { state: "failed", next_at: null, cause }, trouble: "failed" });
  if (fault === "ambiguous") return doubt(house, row, cause);
  // Who takes no reminder any more is not asked again, and however many they are, nobody else waits for them.
  if (fault === "place" && isReminder(row))
    return settle(house, row, { from, to: { state: "failed", next_at: null, cause } });
  const wait = fault === "place" ? durations.placeAgain : durations.stopAgain;
  house.pauses.noteRefusal(row.to.platform, now);
  house.pauses.pause(row.to, now + wait, fault === "stop");
  const missing = fault === "place" && row.cause !== cause ? await missingAt(house, row) : undefined;
  return settle(house, row, { from, to: again(wait), trouble: fault, ...(missing && { missing }) });
};

/** R12: what the place refuses for, asked once: the desk is told in words that can be acted on. */
const missingAt = async ({ platforms }: House, { to }: Delivery): Promise<Missing | undefined> => {
  const standing = await platforms
    .get(to.platform)
    ?.standing(to)
    .catch(() => undefined);
  return standing && { ...standing, lacks: standing.lacks.filter((lack) => !tolerable.includes(lack)) };
};

const RECORD_TRIES = 5;
const RECORD_AGAIN_MS = 200;

/** It is out there: that must be recorded, whatever the store says at first. When it cannot be, the lease runs out and a person is asked. */
const record = async (house: House, { id }: Delivery, post: Post): Promise<void> => {
  for (let tries = 1; ; tries++) {
    try {
      const proof = { messageId: post.message, evidence: "response" as const, threadAt: nowOf(house) };
      await house.store.transact((trx) => proveSent(trx, id, proof));
      return;
    } catch (error) {
      if (tries === RECORD_TRIES) throw error;
      await house.clock.sleep(RECORD_AGAIN_MS * tries);
    }
  }
};

/** What the platform says of who is called; `undefined` when it is to be asked again, which is then planned. */
const ask = async (house: House, row: Delivery, platform: Platform): Promise<Calls | "unasked" | undefined> => {
  try {
    return await askCalls(house, row, platform);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const next_at = nowOf(house) + Math.max(error.retryMs ?? 0, durations.callsAgain);
    await settle(house, row, { from: pending, to: { state: "ready", next_at, cause: String(error.cause) } });
    return undefined;
  }
};

/** One attempt is one request. What it answers is recorded whatever else happened meanwhile. */
export const attempt = async (house: House, due: Delivery, platform: Platform): Promise<void> => {
  const { machine, log } = house;
  const asked = due.calls === "chosen" ? await ask(house, due, platform) : "unasked";
  if (asked === undefined) return;
  const [wall, monotonic] = [nowOf({ clock: machine }), machine.monotonicMs()];
  const row = await intend(house, due, { platform, asked });
  if (row === undefined) return;
  // R2: the monotonic clock stands still while the machine sleeps and the wall clock may jump: both must agree.
  // A wall clock that went back says as little of how long it was as one that went ahead.
  const passed = Math.max(Math.abs(nowOf({ clock: machine }) - wall), machine.monotonicMs() - monotonic);
  if (passed > durations.freshIntent) {
    const to: Change = { state: "ready", next_at: nowOf(house), cause: "the intent was too old" };
    return settle(house, row, { from: ["sending"], to });
  }
  let post: Post;
  try {
    post = await platform.post({ id: row.id, to: row.to, body: row.body, heading: row.heading });
  } catch (error) {
    if (error instanceof PlatformError) return failed(house, row, error);
    // An error of ours after the request went out says nothing about it.
    log.error({ delivery: row.id, err: error }, "a post failed here");
    return failed(house, row, new PlatformError("ambiguous", "our own fault"));
  }
  house.meter?.measure("lateness", { platform: row.to.platform }, Math.max(0, nowOf(house) - row.dueAt) / 1_000);
  await record(house, row, post);
};

/** Below a post that is out there. Idempotent on the platform, so it is simply tried again, for an hour at most. */
export const openThread = async (house: House, row: Delivery, platform: Platform): Promise<void> => {
  const from = ["sent"] as const;
  try {
    const { thread } = await platform.thread({ at: row.to, message: row.messageId ?? "" }, row.threadTitle ?? "");
    await settle(house, row, { from, to: { thread_id: thread ?? null, next_at: null } });
  } catch (error) {
    const known = error instanceof PlatformError ? error : new PlatformError("ambiguous", "our own fault");
    if (known !== error) house.log.error({ delivery: row.id, err: error }, "a thread could not be opened");
    const lasting = known.fault !== "wait" && known.fault !== "ambiguous";
    const isOver = lasting || nowOf(house) > row.dueAt + durations.threadPatience;
    const next_at = isOver ? null : nowOf(house) + Math.max(known.retryMs ?? 0, durations.threadAgain);
    const to: Change = { next_at, cause: String(known.cause) };
    await settle(house, row, { from, to, ...(isOver && { trouble: "thread" }) });
  }
};
