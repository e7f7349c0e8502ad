import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { nameOf, splitWhat } from "../../core/delivery/compose.ts";
import { placesOf } from "../../core/delivery/out.ts";
import { placeName } from "../../core/network/place.ts";
import { readAnnouncement } from "../../core/store/announcements.ts";
import { cancelPending, deliveriesOf, out, pending } from "../../core/store/deliveries.ts";
import { dropSlots } from "../../core/store/slots.ts";
import { listPlaces } from "../../core/store/spaces.ts";
import { wordOption } from "../options/text.ts";

/** Cancels what has not begun to leave; says so honestly when it is too late. */
export const cancelWhat = async (what: string, tools: Tools) => {
  const { voice } = tools;
  const rows = await deliveriesOf(tools.trx, what);
  if (rows.length === 0) throw new UserError((words) => words.bot.lostPress);
  const name = await nameOf(tools.trx, voice, what);
  const announcement = await readAnnouncement(tools.trx, what.replace(/^announcement\//, ""));
  if ((await cancelPending(tools.trx, what)) > 0) {
    const [kind, id] = splitWhat(what);
    // Else its slot would be filled with the next one.
    if (kind === "question") await dropSlots(tools.trx, id, { chosen: false });
    const places = await listPlaces(tools.trx);
    const where = rows
      .filter(({ state }) => out.includes(state))
      .map(({ to }) => places.find(({ at }) => at.space === to.space && at.channel === to.channel))
      .filter((place) => place !== undefined);
    const { announce, list, recurrence } = voice.words;
    const stopped = rows.filter(({ state }) => pending.includes(state));
    tools.note({
      about: what,
      before: { scheduled: list(await placesOf(tools.trx, stopped)) },
      after: { scheduled: "" },
    });
    if (where.length > 0 && announcement?.when.kind === "recurring") return recurrence.cancelled(name);
    return where.length === 0 ? announce.cancelled(name) : announce.cancelledRest(name, list(where.map(placeName)));
  }
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
    if (!/^(announcement|question|share|news)\//.test(what)) throw new UserError((words) => words.bot.lostPress);
    const said = await cancelWhat(what, tools);
    return message(
      text(said),
      buttons({ label: tools.voice.words.menu["announce list"].title, press: press("announce list") }),
    );
  },
});
