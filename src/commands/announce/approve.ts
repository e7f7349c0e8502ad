import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { writtenAccount } from "../../core/delivery/calling.ts";
import { nameOf } from "../../core/delivery/compose.ts";
import { readKnown } from "../../core/store/accounts.ts";
import { answerApproval, readAnnouncement } from "../../core/store/announcements.ts";
import { deliveriesOf, pending } from "../../core/store/deliveries.ts";
import { wordOption } from "../options/text.ts";

/** Whether the asker is who scheduled it, be it from another platform. */
const isMaker = async (madeBy: string, { trx, asker }: Tools): Promise<boolean> => {
  if (writtenAccount(asker.account) === madeBy) return true;
  const [platform, space = "", user = ""] = madeBy.split("/");
  const key = { platform: platform as typeof asker.account.platform, space, user, groups: [] };
  const { person } = await readKnown(trx, key);
  return person !== undefined && person === asker.person;
};

/** A second organiser's yes or no to a mention of many. Whoever scheduled it may only let it go. */
export const approve = defineCommand({
  name: "announce approve",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { announcement: wordOption, say: wordOption, version: { ...wordOption, required: false } },
  async run({ announcement: id, say, version = "0" }, tools) {
    const { trx, voice } = tools;
    const announcement = await readAnnouncement(trx, id);
    if (announcement?.approval === undefined) throw new UserError((words) => words.bot.lostPress);
    const what = `announcement/${id}`;
    const rows = await deliveriesOf(trx, what);
    if (!rows.some(({ state, calls }) => pending.includes(state) && calls === "chosen"))
      throw new UserError((words) => words.mention.tooLate);
    if (version !== String(announcement.version)) throw new UserError((words) => words.mention.reworded);
    if (say === "yes" && (await isMaker(announcement.madeBy, tools)))
      throw new UserError((words) => words.mention.own, { refused: "announce approve" });
    const by = writtenAccount(tools.asker.account);
    const isNew = await answerApproval(trx, id, { approval: say === "yes" ? "given" : "declined", by });
    if (!isNew) throw new UserError((words) => words.announce.settledAlready);
    const { mention, menu } = voice.words;
    const name = await nameOf(trx, voice, what);
    return message(
      text(say === "yes" ? mention.approved(name) : mention.declined(name)),
      buttons({ label: menu["announce list"].title, press: press("announce list") }),
    );
  },
});
