import { type Message, message, text } from "../bot/message.ts";
import { press } from "../bot/press.ts";
import { bold } from "../bot/text.ts";
import { LINK_BEFORE_MS, type Webinar } from "../network/webinar.ts";
import { toPost } from "../say/post.ts";
import { fullTime, strip } from "../say/time.ts";
import { say, toVoice } from "../say/voice.ts";
import { sampleNote, webinarName } from "../say/webinar.ts";
import type { Transaction } from "../store/database.ts";
import { addDeliveries, type Delivery, deliveriesOf, moveDelivery, pending } from "../store/deliveries.ts";
import { type Reminder, remindersOf } from "../store/reminders.ts";
import { readNetwork } from "../store/spaces.ts";
import { deliveryId } from "./identity.ts";

/** Reminders are deliveries to one person's direct messages: they follow a webinar that moves, and end with one that is cancelled. */

const KIND = "reminder/";
export const isReminder = ({ what }: Pick<Delivery, "what">): boolean => what.startsWith(KIND);
const reminderWhat = (webinar: string): string => `${KIND}${webinar}`;

export const remindAt = (startsAt: number, before: string): number =>
  startsAt - Temporal.Duration.from(before).total({ unit: "milliseconds", relativeTo: "2026-01-01" });

/** One that was sent, or taken back, and is wanted again is another one. */
const occurrence = (before: string, tries: number): string => `start-${before}#${tries}`;
const isFor = ({ to, before }: Reminder, row: Delivery): boolean =>
  row.to.platform === to.platform && row.to.channel === to.channel && row.occurrence.startsWith(`start-${before}#`);

/** Makes each reminder of a webinar due when it should be, whatever became of it before. */
export const planReminders = async (trx: Transaction, webinar: Webinar, now: number): Promise<void> => {
  const { key, startsAt } = webinar;
  if (startsAt === undefined || startsAt <= now || webinar.status !== "planned") return;
  const rows = await deliveriesOf(trx, reminderWhat(key));
  for (const reminder of await remindersOf(trx, key)) {
    const dueAt = remindAt(startsAt, reminder.before);
    const own = rows.filter((row) => isFor(reminder, row));
    const open = own.find(({ state }) => pending.includes(state) || state === "sending" || state === "unknown");
    if (open !== undefined) {
      const to = { due_at: dueAt, next_at: Math.max(dueAt, now), not_after: startsAt };
      if (open.dueAt !== dueAt) await moveDelivery(trx, open, { from: pending, to });
    } else if (dueAt > now) {
      const what = reminderWhat(key);
      const times = occurrence(reminder.before, own.length);
      const id = deliveryId({ what, occurrence: times, to: reminder.to });
      await addDeliveries(trx, [{ id, what, occurrence: times, to: reminder.to, dueAt, notAfter: startsAt }]);
    }
  }
};

/** Those of one account that have not left. */
export const cancelReminders = async (
  trx: Transaction,
  webinar: string,
  reminders: readonly Reminder[],
): Promise<void> => {
  for (const row of await deliveriesOf(trx, reminderWhat(webinar)))
    if (reminders.some((one) => isFor(one, row)))
      await moveDelivery(trx, row, { from: pending, to: { state: "cancelled", next_at: null } });
};

/** What the person reads, in the language and zone that they had; `undefined` when there is nothing to be reminded of. */
export const reminderPost = async (
  trx: Transaction,
  webinar: Webinar | undefined,
  row: Delivery,
): Promise<Message | undefined> => {
  if (webinar?.startsAt === undefined || webinar.status !== "planned") return undefined;
  const reminder = (await remindersOf(trx, webinar.key)).find((one) => isFor(one, row));
  if (reminder === undefined) return undefined;
  const voice = toVoice(reminder.language, await readNetwork(trx), reminder.zone);
  const { words } = voice;
  const at = Temporal.Instant.fromEpochMilliseconds(webinar.startsAt);
  const [name, title] = [webinarName(voice, webinar), say(voice, webinar.title)];
  const isNear = remindAt(webinar.startsAt, reminder.before) >= webinar.startsAt - LINK_BEFORE_MS;
  const link = isNear && webinar.link !== undefined;
  return toPost(
    message(
      text(
        bold(words.remind.title(name === title ? title : words.webinar.named(name, title))),
        fullTime(voice, at),
        strip(voice, at),
        link ? { node: "link", label: words.webinar.openMeeting, url: webinar.link } : undefined,
      ),
      sampleNote(voice, webinar),
      {
        block: "buttons",
        buttons: [{ label: words.remind.stop, press: press("webinar unremind", { webinar: webinar.key }) }],
      },
    ),
    words,
  );
};
