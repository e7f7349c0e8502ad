import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { nameOf } from "../../core/delivery/compose.ts";
import { cancelPending, deliveriesOf } from "../../core/store/deliveries.ts";
import { wordOption } from "../options/text.ts";

/** Cancels what has not begun to leave; says so honestly when it is too late. */
export const cancelWhat = async (what: string, tools: Tools) => {
  const { voice } = tools;
  const rows = await deliveriesOf(tools.trx, what);
  if (rows.length === 0) throw new UserError((words) => words.bot.lostPress);
  if ((await cancelPending(tools.trx, what)) > 0)
    return voice.words.announce.cancelled(await nameOf(tools.trx, voice, what));
  const isCancelled = rows.every(({ state }) => state === "cancelled");
  throw new UserError((words) => (isCancelled ? words.announce.nothingToCancel : words.announce.tooLate));
};

export const cancel = defineCommand({
  name: "announce cancel",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { what: wordOption },
  async run({ what }, tools) {
    if (!/^(announcement|question)\//.test(what)) throw new UserError((words) => words.bot.lostPress);
    const said = await cancelWhat(what, tools);
    return message(
      text(said),
      buttons({ label: tools.voice.words.menu["announce list"].title, press: press("announce list") }),
    );
  },
});
