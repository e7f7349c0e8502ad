import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { nameOf } from "../../core/delivery/compose.ts";
import { planWithdrawals, WITHDRAWN } from "../../core/delivery/correction.ts";
import { placesOf } from "../../core/delivery/out.ts";
import { type Delivery, deliveriesOf } from "../../core/store/deliveries.ts";
import { whatOption } from "../options/posted.ts";
import { wordOption } from "../options/text.ts";

const listButton = ({ voice }: Tools) =>
  buttons({ label: voice.words.menu["announce list"].title, press: press("announce list") });

const postedOf = async (what: string, { trx }: Tools): Promise<readonly Delivery[]> => {
  const posted = (await deliveriesOf(trx, what)).filter(({ state, cause }) => state === "sent" && cause !== WITHDRAWN);
  if (posted.length === 0) throw new UserError((words) => words.correct.nothingPosted);
  return posted;
};

/** Takes what was posted away everywhere, after a look at what and where that is. */
export const withdraw = defineCommand({
  name: "announce withdraw",
  rank: "organiser",
  options: { what: whatOption({ kinds: ["announcement", "question", "share", "news"] }) },
  async run({ what }, tools) {
    const { voice, trx } = tools;
    const { correct, bot, list } = voice.words;
    const posted = await postedOf(what, tools);
    return message(
      text(
        bold(correct.withdrawAsk(await nameOf(trx, voice, what))),
        correct.standsIn(list(await placesOf(trx, posted))),
        correct.answersStay,
      ),
      buttons(
        { label: correct.withdraw, press: press("announce takeaway", { what }), style: "danger" },
        { label: bot.leave, press: press("leave") },
      ),
    );
  },
});

export const takeaway = defineCommand({
  name: "announce takeaway",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { what: wordOption },
  async run({ what }, tools) {
    const { trx, voice, now } = tools;
    const posted = await postedOf(what, tools);
    await planWithdrawals(trx, posted, now.epochMilliseconds);
    const name = await nameOf(trx, voice, what);
    const where = voice.words.list(await placesOf(trx, posted));
    tools.note({ about: what, before: { posted: where }, after: { posted: "" } });
    return message(text(voice.words.correct.withdrawn(name, where)), listButton(tools));
  },
});
