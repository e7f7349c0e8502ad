import type { Address } from "../bot/call.ts";
import type { Transaction } from "./database.ts";
import { type Delivery, toDelivery } from "./deliveries.ts";

/** Deliveries as the platform names them: by the message that they became, by the channel or thread that they are in. */

type SpaceOf = Pick<Address, "platform" | "space">;

const sentIn = (trx: Transaction, { platform, space }: SpaceOf) =>
  trx
    .selectFrom("deliveries")
    .selectAll()
    .where("platform", "=", platform)
    .where("space", "=", space)
    .where("state", "=", "sent");

/** What was posted as one of these messages. */
export const postsOf = async (
  trx: Transaction,
  space: SpaceOf,
  messages: readonly string[],
): Promise<readonly Delivery[]> => {
  if (messages.length === 0) return [];
  const rows = await sentIn(trx, space).where("message_id", "in", messages).execute();
  return rows.map(toDelivery);
};

/** What was posted in this channel or thread, and what this thread was opened for; the latest first. */
export const postsIn = async (trx: Transaction, space: SpaceOf, channel: string): Promise<readonly Delivery[]> => {
  const rows = await sentIn(trx, space)
    .where(({ eb, or }) => or((["channel", "thread", "thread_id"] as const).map((column) => eb(column, "=", channel))))
    .orderBy("due_at", "desc")
    .execute();
  return rows.map(toDelivery);
};
