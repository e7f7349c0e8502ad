import { defineCommand } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { nameOf } from "../../core/delivery/compose.ts";
import { isDeliveryId } from "../../core/delivery/identity.ts";
import { isTakenAway } from "../../core/delivery/withdrawal.ts";
import { moveDelivery, proveSent, readDelivery, WITHDRAWN } from "../../core/store/deliveries.ts";
import { wordOption } from "../options/text.ts";

/** How long a post that a person sends again may still take. */
const AGAIN_MS = 10 * 60_000;

/** A person looked and says whether an unclear post is there; only that sends it again. */
export const settle = defineCommand({
  name: "announce settle",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { delivery: wordOption, there: wordOption, attempt: wordOption },
  async run({ delivery: id, there, attempt }, tools) {
    const row = isDeliveryId(id) ? await readDelivery(tools.trx, id) : undefined;
    if (row === undefined) throw new UserError((words) => words.bot.lostPress);
    // The button of an older note says nothing about a newer doubt.
    if (row.state !== "held" || attempt !== String(row.attempts))
      throw new UserError((words) => words.announce.settledAlready);
    const { voice } = tools;
    const name = await nameOf(tools.trx, voice, row.what);
    const { settled } = voice.words.announce;
    const now = tools.now.epochMilliseconds;
    // Taken away meanwhile: it is not sent again, and which message it is nobody told.
    if (there !== "yes" && (await isTakenAway(tools.trx, row))) {
      await moveDelivery(tools.trx, row, {
        from: ["held"],
        to: { state: "cancelled", next_at: null, cause: WITHDRAWN },
      });
      return message(text(voice.words.correct.nothingPosted));
    }
    if (there === "yes") await proveSent(tools.trx, id, { messageId: null, evidence: "operator", threadAt: null });
    else
      await moveDelivery(tools.trx, row, {
        from: ["held"],
        to: { state: "ready", next_at: now, not_after: Math.max(row.notAfter, now + AGAIN_MS) },
      });
    return message(
      // Which message it is nobody told, so no thread can be opened below it.
      text(
        there === "yes" ? settled.there(name) : settled.again(name),
        there === "yes" && row.threadTitle ? settled.noThread : undefined,
      ),
      buttons({ label: voice.words.menu["announce list"].title, press: press("announce list") }),
    );
  },
});
