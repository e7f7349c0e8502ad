import { countAnswers } from "../store/drafts.ts";
import type { Tools } from "./command.ts";
import { UserError } from "./errors.ts";
import { ownerOf } from "./owner.ts";
import type { Ready } from "./understand.ts";

/**
 * What one person may change within an hour: far more than a discussion or a busy organiser needs (a press every 15
 * seconds, one every 3), and far less than fills the house with rows.
 */
const MOST_AN_HOUR = { member: 240, ranked: 1200 };
const HOUR_MS = 3_600_000;

/** Throws UserError when it is too much. What comes again is no change more: its answer is kept. */
export const checkQuota = async ({ asker, now, trx }: Tools, { rank }: Ready["command"]): Promise<void> => {
  const since = now.epochMilliseconds - HOUR_MS;
  const most = rank === "member" || asker.rank === "member" ? MOST_AN_HOUR.member : MOST_AN_HOUR.ranked;
  if ((await countAnswers(trx, ownerOf(asker.account), since)) >= most)
    throw new UserError((words) => words.bot.tooMuch);
};
