import type { Address } from "../bot/call.ts";
import { buttons } from "../bot/message.ts";
import { press } from "../bot/press.ts";
import { bold } from "../bot/text.ts";
import { CALLED_ALONE_MOST } from "../network/calling.ts";
import { recurrenceSentence } from "../say/recurrence.ts";
import { longAt } from "../say/time.ts";
import type { Voice } from "../say/voice.ts";
import type { Transaction } from "../store/database.ts";
import type { Schedule } from "../time/recurrence.ts";
import { tellDesk } from "./notice.ts";

/** Asks the desk whether a mention of many may be made, in the transaction that schedules it. */
export const planApproval = async (
  trx: Transaction,
  one: {
    readonly id: string;
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
  const answer = (say: string) => press("announce approve", { announcement: one.id, say });
  await tellDesk(trx, {
    what: `notice/${one.id}/approval`,
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
