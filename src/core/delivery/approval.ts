import type { Address } from "../bot/call.ts";
import { buttons, message, text } from "../bot/message.ts";
import { press } from "../bot/press.ts";
import { bold } from "../bot/text.ts";
import { CALLED_ALONE_MOST } from "../network/calling.ts";
import { toPost } from "../say/post.ts";
import { longAt } from "../say/time.ts";
import { toVoice, type Voice } from "../say/voice.ts";
import type { Transaction } from "../store/database.ts";
import { addDeliveries } from "../store/deliveries.ts";
import { listPlaces, readNetwork } from "../store/spaces.ts";
import { beginning } from "./compose.ts";
import { deskFor } from "./notice.ts";
import { LATE_MS, planNow } from "./plan.ts";

/** Asks the desk whether a mention of many may be made, in the transaction that schedules it. */
export const planApproval = async (
  trx: Transaction,
  one: {
    readonly id: string;
    readonly text: string;
    readonly by: string;
    /** A place in the space that the mention is for. */
    readonly to: Address;
    readonly at: Temporal.Instant;
    /** Who is called where, a line for each place. */
    readonly calls: (voice: Voice) => readonly string[];
  },
  now: number,
): Promise<void> => {
  const desk = deskFor(await listPlaces(trx, "desk"), one);
  if (desk === undefined) return;
  const voice = toVoice(desk.language, await readNetwork(trx));
  const { mention } = voice.words;
  const answer = (say: string) => press("announce approve", { announcement: one.id, say });
  const when = longAt(voice, one.at.toZonedDateTimeISO(voice.zone));
  const said = message(
    text(bold(mention.ask(one.by, beginning(one.text), when)), ...one.calls(voice), mention.askWhy(CALLED_ALONE_MOST)),
    buttons(
      { label: mention.approve, press: answer("yes"), style: "primary" },
      { label: mention.decline, press: answer("no") },
    ),
  );
  const what = `notice/${one.id}/approval`;
  await addDeliveries(trx, [
    planNow({ what, to: desk.at, message: toPost(said, voice.words), now, lateMs: LATE_MS.notice }),
  ]);
};
