import type { Address, PlatformName } from "../bot/call.ts";
import type { Language } from "../words/language.ts";
import type { Transaction } from "./database.ts";

/** Who wants to be told of a webinar's start, alone: so long before, in the direct messages of an account. */
export interface Reminder {
  readonly webinar: string;
  readonly user: string;
  /** Its direct messages with the bot. */
  readonly to: Address;
  /** ISO 8601 duration before the start, "PT1H". */
  readonly before: string;
  /** As the person read when it was set. */
  readonly language: Language;
  readonly zone: string;
}

export const putReminder = async (trx: Transaction, { to, ...one }: Reminder): Promise<void> => {
  const { platform, space, channel } = to;
  const told = { space, channel, language: one.language, zone: one.zone };
  await trx
    .insertInto("reminders")
    .values({ webinar: one.webinar, platform, user_id: one.user, before: one.before, ...told })
    .onConflict((conflict) => conflict.columns(["webinar", "platform", "user_id", "before"]).doUpdateSet(told))
    .execute();
};

/** Of one webinar: all, or those of one account. A person's direct messages with the bot are the same from any space. */
export const remindersOf = async (
  trx: Transaction,
  webinar: string,
  account?: { readonly platform: PlatformName; readonly user: string },
): Promise<readonly Reminder[]> => {
  const all = trx.selectFrom("reminders").selectAll().where("webinar", "=", webinar).orderBy("user_id");
  const rows = await (account === undefined
    ? all
    : all.where("platform", "=", account.platform).where("user_id", "=", account.user)
  ).execute();
  return rows.map((row) => ({
    webinar: row.webinar,
    user: row.user_id,
    to: { platform: row.platform as PlatformName, space: row.space, channel: row.channel },
    before: row.before,
    language: row.language as Language,
    zone: row.zone,
  }));
};

export const dropReminders = async (
  trx: Transaction,
  webinar: string,
  { platform, user }: { readonly platform: PlatformName; readonly user: string },
): Promise<void> => {
  await trx
    .deleteFrom("reminders")
    .where("webinar", "=", webinar)
    .where("platform", "=", platform)
    .where("user_id", "=", user)
    .execute();
};
