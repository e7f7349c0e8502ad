import type { Address } from "../bot/call.ts";
import { buttons } from "../bot/message.ts";
import { press } from "../bot/press.ts";
import { bold } from "../bot/text.ts";
import { CALLED_ALONE_MOST, callingName } from "../network/calling.ts";
import { placeName } from "../network/place.ts";
import { recurrenceSentence } from "../say/recurrence.ts";
import { longAt } from "../say/time.ts";
import type { Voice } from "../say/voice.ts";
import { askApproval, readAnnouncement } from "../store/announcements.ts";
import type { Transaction } from "../store/database.ts";
import { deliveriesOf, pending } from "../store/deliveries.ts";
import { readWebinar } from "../store/webinars.ts";
import type { Schedule } from "../time/recurrence.ts";
import { announcedName, splitWhat } from "./compose.ts";
import { tellDesk } from "./notice.ts";
import { placesAt } from "./out.ts";

/** Asks the desk whether a mention of many may be made, in the transaction that schedules it. */
export const planApproval = async (
  trx: Transaction,
  one: {
    readonly id: string;
    /** What is agreed to is this and nothing else. */
    readonly version: number;
    readonly name: (voice: Voice) => string;
    readonly by: string;
    /** A place in the space that the mention is for. */
    readonly to: Address;
    readonly when: Schedule;
    readonly at: Temporal.Instant;
    /** Who is called where, a line for each place. */
    readonly calls: (voice: Voice) => readonly string[];
  },
  now: number,
): Promise<void> => {
  const version = String(one.version);
  const answer = (say: string) => press("announce approve", { announcement: one.id, say, version });
  await tellDesk(trx, {
    what: `notice/${one.id}/approval/${version}`,
    at: one.to,
    isFit: () => true,
    say: async (voice) => {
      const { mention, recurrence } = voice.words;
      const what = one.name(voice);
      const ask =
        one.when.kind === "recurring"
          ? recurrence.ask(one.by, what, recurrenceSentence(voice, one.when))
          : mention.ask(one.by, what, longAt(voice, one.at.toZonedDateTimeISO(voice.zone)));
      return [bold(ask), ...one.calls(voice), mention.askWhy(CALLED_ALONE_MOST)];
    },
    wayOn: ({ mention }) =>
      buttons(
        { label: mention.approve, press: answer("yes"), style: "primary" },
        { label: mention.decline, press: answer("no") },
      ),
    now,
  });
};

/**
 * The announcement says something else now, or at another time: whatever was agreed to was not this. Answers whether a
 * second organiser is asked anew.
 */
export const askAgain = async (trx: Transaction, what: string, { by, now }: { by: string; now: number }) => {
  const announcement = await readAnnouncement(trx, splitWhat(what)[1]);
  const { id, mention: calling, approval, when, webinar: key, version } = announcement ?? {};
  const rows = (await deliveriesOf(trx, what)).filter(
    ({ state, calls }) => pending.includes(state) && calls === "chosen",
  );
  const [first] = rows.toSorted((a, b) => a.dueAt - b.dueAt);
  if (announcement === undefined || id === undefined || calling === undefined || when === undefined) return false;
  if (first === undefined || version === undefined || approval === undefined || approval === "declined") return false;
  await askApproval(trx, id);
  const webinar = key === undefined ? undefined : await readWebinar(trx, key);
  const places = await placesAt(trx, rows);
  await planApproval(
    trx,
    {
      id,
      version,
      name: (voice) => announcedName(voice, announcement, webinar),
      by,
      to: first.to,
      when,
      at: Temporal.Instant.fromEpochMilliseconds(first.dueAt),
      calls: ({ words }) =>
        places.map((place) =>
          words.places.mayNot(placeName(place), words.mention.calls(callingName(calling, place.at.platform))),
        ),
    },
    now,
  );
  return true;
};
