import { noteGone, noteStop } from "../delivery/loss.ts";
import type { Log } from "../log.ts";
import type { Store, Transaction } from "../store/database.ts";
import { proveSent, readDelivery } from "../store/deliveries.ts";
import { noteSpace } from "../store/spaces.ts";
import type { Clock } from "../time/clock.ts";
import type { Bot, News } from "./platform.ts";

interface House {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly changed: () => void;
}

/** Evidence counts for the place that the delivery is for, and for no other (I4). */
const noteEcho = async (
  trx: Transaction,
  { id, post }: Extract<News, { heard: "echo" }>,
  now: number,
): Promise<boolean> => {
  const row = await readDelivery(trx, id);
  if (row === undefined || row.to.platform !== post.at.platform || row.to.space !== post.at.space) return false;
  // A post of a forum is a thread of its own, and its place is the forum.
  const there = post.at.thread === post.message ? post.at.channel : (post.at.thread ?? post.at.channel);
  if ((row.to.thread ?? row.to.channel) !== there) return false;
  return proveSent(trx, id, { messageId: post.message, evidence: "gateway", threadAt: now });
};

/** Answers whether there may be something to deliver now. */
const take = async (trx: Transaction, news: News, now: number): Promise<boolean> => {
  if (news.heard === "space") {
    await noteSpace(trx, news, news);
    return true;
  }
  if (news.heard === "echo") return noteEcho(trx, news, now);
  return news.heard === "gone" ? noteGone(trx, news, now) : noteStop(trx, news, now);
};

export const createHear =
  ({ store, clock, log, changed }: House): Bot["hear"] =>
  async (news) => {
    try {
      const now = clock.now().epochMilliseconds;
      if (await store.transact((trx) => take(trx, news, now))) changed();
    } catch (error) {
      log.error({ err: error, heard: news.heard }, "news could not be kept");
    }
  };
