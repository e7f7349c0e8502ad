import { mayUse, readWho } from "../bot/asker.ts";
import { PlatformError } from "../bot/errors.ts";
import type { AccountKey, Calls, Platform, Reach } from "../bot/platform.ts";
import { CALLED_ALONE_MOST, type Calling, type Uncalled } from "../network/calling.ts";
import { type Announcement, readAnnouncement } from "../store/announcements.ts";
import type { Transaction } from "../store/database.ts";
import type { Delivery } from "../store/deliveries.ts";
import { type House, nowOf } from "./house.ts";

/**
 * Whether a post may call whom its announcement names: never on the word of an earlier time. The platform is asked afresh
 * about the organiser before each attempt, and rank and approval are read in the transaction that freezes the bytes.
 */

/** "discord/1/2", as announcements keep who made them. */
export const writtenAccount = ({ platform, space, user }: AccountKey): string => `${platform}/${space}/${user}`;
const madeBy = ({ madeBy: by }: Announcement, platform: AccountKey["platform"]): AccountKey => {
  const [, space = "", user = ""] = by.split("/");
  return { platform, space, user };
};

export const reachOf = (calling: Calling, calls: Calls): Reach | undefined =>
  calling.who === "group" ? calls.groups.find(({ id }) => id === calling.id) : calls.everyone;

/** What the platform has against it: the person's own right counts, and the bot must hold it as well. */
export const whyNot = (calling: Calling, calls: Calls): Uncalled | undefined => {
  if (calls.account === undefined) return "callerGone";
  const reach = reachOf(calling, calls);
  if (reach === undefined) return "groupGone";
  if (!reach.person) return "callerRight";
  return reach.bot ? undefined : "botRight";
};

/** Whether one organiser alone may not decide it. How many are reached is not known: then too many may be. */
export const needsSecond = (members: number | undefined): boolean =>
  members === undefined || members > CALLED_ALONE_MOST;

/** How long a post waits for a platform that does not say who may call whom; then it goes out and calls nobody. */
const PATIENCE_MS = 60_000;

/** What the platform says now; "unasked" when it does not say. Throws PlatformError while it may be asked again in time. */
export const askCalls = async (house: House, row: Delivery, platform: Platform): Promise<Calls | "unasked"> => {
  const announcement = await house.store.transact((trx) => announcementOf(trx, row));
  if (announcement === undefined) return "unasked";
  try {
    return (await platform.standing(row.to, madeBy(announcement, row.to.platform))).calls ?? "unasked";
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (nowOf(house) < row.dueAt + PATIENCE_MS) throw error;
    return "unasked";
  }
};

const announcementOf = (trx: Transaction, { what }: Delivery): Promise<Announcement | undefined> =>
  readAnnouncement(trx, what.replace(/^announcement\//, ""));

/** Whom the post calls at this moment, or why nobody. */
export const decideCalling = async (
  trx: Transaction,
  row: Delivery,
  calls: Calls | "unasked",
): Promise<Calling | Uncalled> => {
  const announcement = await announcementOf(trx, row);
  const mention = announcement?.mention;
  if (announcement?.approval === "declined") return "declined";
  if (mention === undefined || calls === "unasked") return "unasked";
  const lost = whyNot(mention, calls);
  if (lost !== undefined || calls.account === undefined) return lost ?? "callerGone";
  const { asker } = await readWho(trx, { asker: calls.account, at: row.to });
  if (!mayUse(asker, "organiser")) return "callerRank";
  const isAlone = needsSecond(reachOf(mention, calls)?.members) && announcement?.approval !== "given";
  return isAlone ? "unapproved" : mention;
};
