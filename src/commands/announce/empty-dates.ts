import { type Block, buttons, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold, md } from "../../core/bot/text.ts";
import { isOpen, type Webinar } from "../../core/network/webinar.ts";
import { shortAt } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import type { Transaction } from "../../core/store/database.ts";
import { emptySlots } from "../../core/store/slots.ts";
import { readWebinar } from "../../core/store/webinars.ts";

/** At a moment, in milliseconds since 1970: a line of the forecast. */
export interface Entry {
  readonly at: number;
  readonly blocks: readonly (Block<Press> | undefined)[];
}

/** The dates of discussions for which no question is left: "Question 4 of …: the queue is empty then". */
export const emptyDates = async (
  trx: Transaction,
  voice: Voice,
  span: { readonly from: number; readonly to: number; readonly limit: number },
): Promise<readonly Entry[]> => {
  const { discussion, announce } = voice.words;
  const slots = await emptySlots(trx, span);
  const webinars = new Map<string, Webinar | undefined>();
  for (const { webinar } of slots) if (!webinars.has(webinar)) webinars.set(webinar, await readWebinar(trx, webinar));
  const counted = new Map<string, number>();
  const entries: Entry[] = [];
  for (const slot of slots) {
    const webinar = webinars.get(slot.webinar);
    if (webinar === undefined || !isOpen(webinar)) continue;
    const last = counted.get(webinar.key) ?? Math.max(0, ...webinar.questions.map(({ number }) => number));
    counted.set(webinar.key, last + 1);
    const when = shortAt(voice, Temporal.Instant.fromEpochMilliseconds(slot.at).toZonedDateTimeISO(voice.zone));
    const of = { webinar: webinar.key };
    entries.push({
      at: slot.at,
      blocks: [
        text(md`${bold(when)} · ${discussion.emptyDate(last + 1, webinarName(voice, webinar))}`),
        buttons<Press>(
          { label: discussion.add, press: press("discuss add", of, ["text", "label"]) },
          { label: toLabel(announce.cancelThis(when)), press: press("discuss unbook", { ...of, slots: slot.id }) },
        ),
      ],
    });
  }
  return entries;
};
