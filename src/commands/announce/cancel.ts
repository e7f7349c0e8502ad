import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { nameOf, splitWhat } from "../../core/delivery/compose.ts";
import { followQuestions } from "../../core/delivery/discuss.ts";
import { placesOf } from "../../core/delivery/out.ts";
import { datesAhead } from "../../core/delivery/slots.ts";
import { planWithdrawals, readTakeable } from "../../core/delivery/withdrawal.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { shortAt } from "../../core/say/time.ts";
import { readAnnouncement } from "../../core/store/announcements.ts";
import { cancelPending, type Delivery, deliveriesOf, isStanding, pending } from "../../core/store/deliveries.ts";
import { dropSlots, type Slot } from "../../core/store/slots.ts";
import { webinarOfQuestion } from "../../core/store/webinars.ts";
import { whatOption } from "../options/posted.ts";
import { wordOption } from "../options/text.ts";

const CANCELLED = ["announcement", "question", "share", "news"] as const;

interface Dates {
  readonly webinar: Webinar;
  readonly slots: readonly Slot[];
}

/** At which dates the question is to go out. */
const datesOf = async (what: string, { trx, now }: Tools): Promise<Dates | undefined> => {
  const [, id] = splitWhat(what);
  const webinar = await webinarOfQuestion(trx, id);
  if (webinar === undefined) return undefined;
  const ahead = await datesAhead(trx, webinar, now.epochMilliseconds);
  return { webinar, slots: ahead.filter(({ question }) => question?.id === id).map(({ slot }) => slot) };
};

/** Else its date would take the next one. Answers when the question goes out nevertheless: it has moved up to a later date. */
const cancelDatesOf = async (what: string, { webinar, slots }: Dates, tools: Tools) => {
  const { trx, voice, now } = tools;
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(voice.zone);
  const when = slots.map((slot) => shortAt(voice, at(slot.at))).join("; ");
  if (when !== "") tools.note({ about: what, before: { when }, after: { when: "" } });
  await dropSlots(
    trx,
    slots.map(({ id }) => id),
  );
  await followQuestions(trx, webinar.key, now.epochMilliseconds);
  const [next] = (await deliveriesOf(trx, what)).filter(({ state }) => pending.includes(state));
  return next && at(next.dueAt);
};

const noteStopped = async (what: string, stopped: readonly Delivery[], tools: Tools): Promise<void> => {
  const scheduled = tools.voice.words.list(await placesOf(tools.trx, stopped));
  tools.note({ about: what, before: { scheduled }, after: { scheduled: "" } });
};

/** Other places of the same, on the way there or perhaps arrived: not sent again, and taken away where it did arrive. */
const recall = async (
  what: string,
  stopped: readonly Delivery[],
  { trx, now }: Tools,
): Promise<readonly Delivery[]> => {
  const begun = (await readTakeable(trx, what)).unclear.filter(({ occurrence }) =>
    stopped.some((one) => one.occurrence === occurrence),
  );
  await planWithdrawals(trx, { there: [], unclear: begun, waiting: [] }, now.epochMilliseconds);
  return begun;
};

/** Cancels what is still to come; says line by line what became of it, honestly where it is too late. */
export const cancelWhat = async (what: string, tools: Tools): Promise<readonly string[]> => {
  const { trx, voice } = tools;
  const rows = await deliveriesOf(trx, what);
  if (rows.length === 0) throw new UserError((words) => words.bot.lostPress);
  const stopped = rows.filter(({ state }) => pending.includes(state));
  if (stopped.length === 0) throw tooLate(what, rows);
  const name = await nameOf(trx, voice, what);
  const announcement = await readAnnouncement(trx, what.replace(/^announcement\//, ""));
  const dates = what.startsWith("question/") ? await datesOf(what, tools) : undefined;
  await cancelPending(trx, what);
  const later = dates && (await cancelDatesOf(what, dates, tools));
  if (later !== undefined) return [voice.words.discussion.comesLater(name, shortAt(voice, later))];
  const { announce, list, recurrence, correct } = voice.words;
  // What a question's dates were is noted with them.
  if (dates === undefined || dates.slots.length === 0) await noteStopped(what, stopped, tools);
  const unclear = await placesOf(trx, await recall(what, stopped, tools));
  const there = await placesOf(trx, rows.filter(isStanding));
  const isOver = there.length > 0 && announcement?.when.kind === "recurring";
  const rest = there.length === 0 ? announce.cancelled(name) : announce.cancelledRest(name, list(there));
  return [
    isOver ? recurrence.cancelled(name) : rest,
    ...(unclear.length > 0 ? [correct.unclearIn(list(unclear))] : []),
  ];
};

/** Nothing of it is still to come: it was cancelled before, or it is out, and then it can be taken away. */
const tooLate = (what: string, rows: readonly Delivery[]): UserError =>
  rows.every(({ state }) => state === "cancelled")
    ? new UserError(({ announce }) => announce.nothingToCancel)
    : new UserError(({ announce }) => announce.tooLate, {
        offer: ({ correct }) => [{ label: correct.takeIt, press: press("announce withdraw", { what }) }],
      });

const listButton = ({ voice }: Tools) => ({
  label: voice.words.menu["announce list"].title,
  press: press("announce list"),
});

/** What would not go out, where and when; the button that names it is the confirmation. */
export const cancel = defineCommand({
  name: "announce cancel",
  rank: "organiser",
  options: { what: whatOption({ kinds: CANCELLED, isPending: true }) },
  async run({ what }, tools) {
    const { trx, voice } = tools;
    const all = await deliveriesOf(trx, what);
    const rows = all.filter(({ state }) => pending.includes(state));
    if (rows.length === 0) throw tooLate(what, all);
    const name = await nameOf(trx, voice, what);
    const isRecurring = (await readAnnouncement(trx, splitWhat(what)[1]))?.when.kind === "recurring";
    const lines: string[] = [];
    for (const [dueAt, some] of Map.groupBy(rows, (row) => row.dueAt)) {
      const at = Temporal.Instant.fromEpochMilliseconds(dueAt).toZonedDateTimeISO(voice.zone);
      lines.push(`${shortAt(voice, at)} · ${voice.words.list(await placesOf(trx, some))}`);
    }
    const { cancelThis } = isRecurring ? voice.words.recurrence : voice.words.announce;
    return message(
      text(bold(name), ...lines),
      buttons(
        { label: toLabel(cancelThis(name)), press: press("announce stop", { what }), style: "danger" },
        listButton(tools),
        { label: voice.words.bot.leave, press: press("leave") },
      ),
    );
  },
});

export const stop = defineCommand({
  name: "announce stop",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { what: wordOption },
  async run({ what }, tools) {
    if (!CANCELLED.some((kind) => what.startsWith(`${kind}/`))) throw new UserError((words) => words.bot.lostPress);
    return message(text(...(await cancelWhat(what, tools))), buttons(listButton(tools)));
  },
});
