import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { nameOf, splitWhat } from "../../core/delivery/compose.ts";
import { planWithdrawals } from "../../core/delivery/correction.ts";
import { followQuestions } from "../../core/delivery/discuss.ts";
import { placesOf } from "../../core/delivery/out.ts";
import { cancelPending, type Delivery, deliveriesOf, stands } from "../../core/store/deliveries.ts";
import { skipQuestion } from "../../core/store/questions.ts";
import { webinarOfQuestion } from "../../core/store/webinars.ts";
import { whatOption } from "../options/posted.ts";
import { wordOption } from "../options/text.ts";

const listButton = ({ voice }: Tools) =>
  buttons({ label: voice.words.menu["announce list"].title, press: press("announce list") });

interface Standing {
  /** Where it can be taken away. */
  readonly posted: readonly Delivery[];
  /** Where it stands, or may, and nobody told which message it is; in words. */
  readonly byHand: string | undefined;
}

const standingOf = async (what: string, { trx, voice }: Tools): Promise<Standing> => {
  const standing = (await deliveriesOf(trx, what)).filter(stands);
  const isKnown = ({ state, messageId }: Delivery): boolean => state === "sent" && messageId !== undefined;
  const unknown = await placesOf(
    trx,
    standing.filter((row) => !isKnown(row)),
  );
  const posted = standing.filter(isKnown);
  const byHand = unknown.length === 0 ? undefined : voice.words.correct.byHand(voice.words.list(unknown));
  if (posted.length === 0) throw new UserError((words) => byHand ?? words.correct.nothingPosted);
  return { posted, byHand };
};

/** Takes what was posted away everywhere, after a look at what and where that is. */
export const withdraw = defineCommand({
  name: "announce withdraw",
  rank: "organiser",
  options: { what: whatOption({ kinds: ["announcement", "question", "share", "news"] }) },
  async run({ what }, tools) {
    const { voice, trx } = tools;
    const { correct, bot, list } = voice.words;
    const { posted, byHand } = await standingOf(what, tools);
    return message(
      text(
        bold(correct.withdrawAsk(await nameOf(trx, voice, what))),
        correct.standsIn(list(await placesOf(trx, posted))),
        byHand,
        correct.answersStay,
      ),
      buttons(
        { label: correct.withdraw, press: press("announce takeaway", { what }), style: "danger" },
        { label: bot.leave, press: press("leave") },
      ),
    );
  },
});

/** A question that was taken away is not the next one: it goes out again only when somebody wants it to. */
const rest = async (what: string, { trx, now }: Tools): Promise<void> => {
  const [kind, id] = splitWhat(what);
  const webinar = kind === "question" ? await webinarOfQuestion(trx, id) : undefined;
  if (webinar === undefined) return;
  await cancelPending(trx, what);
  await skipQuestion(trx, id, true);
  await followQuestions(trx, webinar.key, now.epochMilliseconds);
};

export const takeaway = defineCommand({
  name: "announce takeaway",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { what: wordOption },
  async run({ what }, tools) {
    const { trx, voice, now } = tools;
    const { posted, byHand } = await standingOf(what, tools);
    await planWithdrawals(trx, posted, now.epochMilliseconds);
    await rest(what, tools);
    const name = await nameOf(trx, voice, what);
    const where = voice.words.list(await placesOf(trx, posted));
    tools.note({ about: what, before: { posted: where }, after: { posted: "" } });
    return message(text(voice.words.correct.withdrawn(name, where), byHand), listButton(tools));
  },
});
