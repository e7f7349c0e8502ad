import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { nameOf, splitWhat } from "../../core/delivery/compose.ts";
import { followQuestions } from "../../core/delivery/discuss.ts";
import { placesOf } from "../../core/delivery/out.ts";
import { planWithdrawals, readTakeable, type Takeable } from "../../core/delivery/withdrawal.ts";
import { cancelPending, type Delivery, deliveriesOf, pending } from "../../core/store/deliveries.ts";
import { skipQuestion } from "../../core/store/questions.ts";
import { webinarOfQuestion } from "../../core/store/webinars.ts";
import { whatOption } from "../options/posted.ts";
import { wordOption } from "../options/text.ts";

const listButton = ({ voice }: Tools) =>
  buttons({ label: voice.words.menu["announce list"].title, press: press("announce list") });

/** What there is to take away; refused when there is nothing, with the way to stop what is still to come. */
const takeableOf = async (what: string, { trx, voice }: Tools): Promise<Takeable> => {
  const takeable = await readTakeable(trx, what);
  if (takeable.there.length + takeable.nameless.length + takeable.unclear.length > 0) return takeable;
  const isComing = (await deliveriesOf(trx, what)).some(({ state }) => pending.includes(state));
  const name = await nameOf(trx, voice, what);
  throw new UserError(({ correct }) => correct.nothingPosted, {
    ...(isComing && {
      offer: ({ announce }) => [
        { label: toLabel(announce.cancelThis(name)), press: press("announce cancel", { what }) },
      ],
    }),
  });
};

/** A line for the places of each kind. */
const linesOf = async ({ nameless, unclear, waiting }: Takeable, { trx, voice }: Tools): Promise<readonly string[]> => {
  const { correct, list } = voice.words;
  const kinds: readonly (readonly [readonly Delivery[], (places: string) => string])[] = [
    [waiting, correct.notOutYet],
    [unclear, correct.unclearIn],
    [nameless, correct.byHand],
  ];
  const lines: string[] = [];
  for (const [rows, say] of kinds) if (rows.length > 0) lines.push(say(list(await placesOf(trx, rows))));
  return lines;
};

/** Takes what was posted away everywhere, after a look at what and where that is. */
export const withdraw = defineCommand({
  name: "announce withdraw",
  rank: "organiser",
  options: { what: whatOption({ kinds: ["announcement", "question", "share", "news"] }) },
  async run({ what }, tools) {
    const { voice, trx } = tools;
    const { correct, bot, list } = voice.words;
    const takeable = await takeableOf(what, tools);
    const { there, unclear } = takeable;
    return message(
      text(
        bold(correct.withdrawAsk(await nameOf(trx, voice, what))),
        there.length > 0 ? correct.standsIn(list(await placesOf(trx, there))) : undefined,
        ...(await linesOf(takeable, tools)),
        correct.answersStay,
      ),
      buttons(
        ...(there.length + unclear.length > 0
          ? [{ label: correct.withdraw, press: press("announce takeaway", { what }), style: "danger" as const }]
          : []),
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
    const { correct, list } = voice.words;
    const takeable = await takeableOf(what, tools);
    const lines = await linesOf(takeable, tools);
    const { there, unclear } = takeable;
    await planWithdrawals(trx, takeable, now.epochMilliseconds);
    await rest(what, tools);
    const name = await nameOf(trx, voice, what);
    tools.note({
      about: what,
      before: { posted: list(await placesOf(trx, [...there, ...unclear])) },
      after: { posted: "" },
    });
    const done = there.length > 0 && correct.withdrawn(name, list(await placesOf(trx, there)));
    return message(text(done || bold(name), ...lines), listButton(tools));
  },
});
