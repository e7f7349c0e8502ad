import type { Transaction } from "./database.ts";

/** Posts of the browser's platform. */
export interface BoardRow {
  /** The delivery's id; the message's as well. */
  readonly id: string;
  readonly channel: string;
  readonly thread: string | undefined;
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const NEWEST = 500;

/** Idempotent by id. */
export const addToBoard = async (trx: Transaction, row: BoardRow): Promise<void> => {
  await trx
    .insertInto("board")
    .values({ message: row.id, channel: row.channel, thread: row.thread ?? null, body: row.body, at: row.at })
    .onConflict((conflict) => conflict.column("message").doNothing())
    .execute();
};

/** Answers whether the message is there. */
export const changeOnBoard = async (trx: Transaction, message: string, body: string): Promise<boolean> => {
  const done = await trx.updateTable("board").set({ body }).where("message", "=", message).executeTakeFirst();
  return done.numUpdatedRows === 1n;
};

export const removeFromBoard = async (trx: Transaction, message: string): Promise<void> => {
  await trx.deleteFrom("board").where("message", "=", message).execute();
};

/** The newest of a channel, oldest first, each with the thread that was opened under it. */
export const listBoard = async (trx: Transaction, channel: string) => {
  const rows = await trx
    .selectFrom("board")
    .leftJoin("threads", "threads.message", "board.message")
    .select([
      "board.message",
      "board.channel",
      "board.thread",
      "board.body",
      "board.at",
      "threads.id as opened",
      "threads.title",
    ])
    .where("board.channel", "=", channel)
    .orderBy("board.at", "desc")
    .limit(NEWEST)
    .execute();
  return rows.toReversed().map((row) => ({
    id: row.message,
    message: row.message,
    channel: row.channel,
    thread: row.thread ?? undefined,
    body: row.body,
    at: row.at,
    ...(row.opened !== null && row.title !== null && { opened: { thread: row.opened, title: row.title } }),
  }));
};

/** Idempotent by message: an open thread keeps its title. Answers the thread's id. */
export const openBoardThread = async (trx: Transaction, message: string, title: string): Promise<string> => {
  const id = `t-${message}`;
  await trx
    .insertInto("threads")
    .values({ id, message, title })
    .onConflict((conflict) => conflict.column("message").doNothing())
    .execute();
  return id;
};
