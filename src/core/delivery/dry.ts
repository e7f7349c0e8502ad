import { buttons, type Message, message, text } from "../bot/message.ts";
import { press } from "../bot/press.ts";
import { toPost } from "../say/post.ts";
import { shortAt } from "../say/time.ts";
import { toVoice } from "../say/voice.ts";
import { webinarName } from "../say/webinar.ts";
import type { Transaction } from "../store/database.ts";
import { addDeliveries, type Delivery, deliveriesOf, pending } from "../store/deliveries.ts";
import { readSlot, type Slot } from "../store/slots.ts";
import { listPlaces, readNetwork } from "../store/spaces.ts";
import { readWebinar } from "../store/webinars.ts";
import { deliveryId } from "./identity.ts";

/** The desk is warned of a slot for which no question is left, in time to add one; whether it still is so is looked at then. */

const HOUR_MS = 3_600_000;
const BEFORE_MS: readonly number[] = [24 * HOUR_MS, HOUR_MS];
const WHAT = "notice/dry/";

export const planDryWarning = async (trx: Transaction, slot: Slot, now: number): Promise<void> => {
  const what = `${WHAT}${slot.id}`;
  const rows = await deliveriesOf(trx, what);
  if (rows.some(({ state }) => pending.includes(state))) return;
  const desks = await listPlaces(trx, "desk");
  const desk = desks.find(({ at }) => slot.where.some(({ space }) => space === at.space)) ?? desks[0];
  if (desk === undefined) return;
  const occurrence = `dry-${rows.length}`;
  const dueAt = BEFORE_MS.map((ms) => slot.at - ms).find((at) => at > now) ?? now;
  const id = deliveryId({ what, occurrence, to: desk.at });
  await addDeliveries(trx, [{ id, what, occurrence, to: desk.at, dueAt, notAfter: slot.at }]);
};

/** `undefined` when the slot has got its question, or is not wanted any more. */
export const dryPost = async (trx: Transaction, { what, to }: Delivery): Promise<Message | undefined> => {
  const slot = await readSlot(trx, what.slice(WHAT.length));
  const webinar = slot && (await readWebinar(trx, slot.webinar));
  if (slot === undefined || webinar === undefined || slot.question !== undefined) return undefined;
  const desk = (await listPlaces(trx, "desk")).find(({ at }) => at.channel === to.channel && at.space === to.space);
  const network = await readNetwork(trx);
  const voice = toVoice(desk?.language ?? network.language, network);
  const at = Temporal.Instant.fromEpochMilliseconds(slot.at).toZonedDateTimeISO(voice.zone);
  const { words } = voice;
  return toPost(
    message(
      text(words.discussion.dry(webinarName(voice, webinar), shortAt(voice, at))),
      buttons(
        { label: words.discussion.add, press: press("discuss add", { webinar: webinar.key }) },
        { label: words.menu["discuss queue"].title, press: press("discuss queue", { webinar: webinar.key }) },
      ),
    ),
    words,
  );
};
