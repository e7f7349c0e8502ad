import { buttons, type Message, message, text } from "../bot/message.ts";
import { press } from "../bot/press.ts";
import { isOpen } from "../network/webinar.ts";
import { toPost } from "../say/post.ts";
import { shortAt } from "../say/time.ts";
import { toVoice } from "../say/voice.ts";
import { webinarName } from "../say/webinar.ts";
import type { Transaction } from "../store/database.ts";
import { addDeliveries, type Delivery, deliveriesOf, moveDelivery, pending } from "../store/deliveries.ts";
import { readSlot, type Slot, slotsOf } from "../store/slots.ts";
import { listPlaces, readNetwork } from "../store/spaces.ts";
import { readWebinar } from "../store/webinars.ts";
import { deliveryId } from "./identity.ts";

/**
 * The desk is warned of a slot for which no question is left, in time to add one; whether it still is so is looked at
 * then. Once, and again when the slot has had a question since; the empty ones of the day that follows are in the same note.
 */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BEFORE_MS: readonly number[] = [DAY_MS, HOUR_MS];
/** What empties a slot can be undone for ten seconds; nobody is to hear of it before. */
const GRACE_MS = 30_000;
const WHAT = "notice/dry/";

/** @param slot had a question until now, where it names one. */
const planDryWarning = async (trx: Transaction, slot: Slot, now: number): Promise<void> => {
  const what = `${WHAT}${slot.id}`;
  const rows = await deliveriesOf(trx, what);
  const notAfter = slot.at;
  const dueAt = BEFORE_MS.map((ms) => slot.at - ms).find((at) => at > now) ?? Math.min(now + GRACE_MS, notAfter);
  const waiting = rows.find(({ state }) => pending.includes(state));
  if (waiting !== undefined) {
    // A webinar that moves takes its slots along.
    if (waiting.notAfter !== notAfter)
      await moveDelivery(trx, waiting, {
        from: pending,
        to: { due_at: dueAt, next_at: dueAt, not_after: notAfter },
      });
    return;
  }
  if (rows.length > 0 && slot.question === undefined) return;
  const desks = await listPlaces(trx, "desk");
  const desk = desks.find(({ at }) => slot.where.some(({ space }) => space === at.space)) ?? desks[0];
  if (desk === undefined) return;
  const occurrence = `dry-${rows.length}`;
  const id = deliveryId({ what, occurrence, to: desk.at });
  await addDeliveries(trx, [{ id, what, occurrence, to: desk.at, dueAt, notAfter }]);
};

/** @param empty slots ahead for which no question is left, in the order of their time, each with the question it had. */
export const warnOfDry = async (trx: Transaction, empty: readonly Slot[], now: number): Promise<void> => {
  let warnedAt = Number.NEGATIVE_INFINITY;
  for (const slot of empty) {
    if (slot.at < warnedAt + DAY_MS) continue;
    warnedAt = slot.at;
    await planDryWarning(trx, slot, now);
  }
};

/** `undefined` when the slot has got its question, or is not wanted any more. */
export const dryPost = async (trx: Transaction, { what, to }: Delivery): Promise<Message | undefined> => {
  const slot = await readSlot(trx, what.slice(WHAT.length));
  const webinar = slot && (await readWebinar(trx, slot.webinar));
  if (slot === undefined || webinar === undefined || slot.question !== undefined || !isOpen(webinar)) return undefined;
  const isAfter = (one: Slot): boolean => one.question === undefined && one.id !== slot.id && one.at >= slot.at;
  const more = (await slotsOf(trx, webinar.key)).filter(isAfter).length;
  const desk = (await listPlaces(trx, "desk")).find(({ at }) => at.channel === to.channel && at.space === to.space);
  const network = await readNetwork(trx);
  const voice = toVoice(desk?.language ?? network.language, network);
  const at = Temporal.Instant.fromEpochMilliseconds(slot.at).toZonedDateTimeISO(voice.zone);
  const { words } = voice;
  return toPost(
    message(
      text(words.discussion.dry(webinarName(voice, webinar), shortAt(voice, at), more)),
      buttons(
        { label: words.discussion.add, press: press("discuss add", { webinar: webinar.key }) },
        { label: words.menu["discuss queue"].title, press: press("discuss queue", { webinar: webinar.key }) },
      ),
    ),
    words,
  );
};
