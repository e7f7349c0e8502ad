import { defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, type Reply, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { beginning, nameOf, stepWords } from "../../core/delivery/compose.ts";
import { correctPosts, planWithdrawals, WITHDRAWN } from "../../core/delivery/correction.ts";
import { placesOf } from "../../core/delivery/out.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import { type Announcement, readAnnouncement, rewriteAnnouncement } from "../../core/store/announcements.ts";
import { type Delivery, deliveriesBetween, deliveriesOf } from "../../core/store/deliveries.ts";
import { textOption, wordOption } from "../options/text.ts";

const DAY_MS = 86_400_000;
/** So far back and ahead people correct what was announced. */
const AROUND_DAYS = 60;
const MOST = 300;

/** Announcements and questions lately posted or soon to be, each once, the latest first. */
const around = async ({ trx, now, voice }: Tools, kinds: readonly string[]) => {
  const ms = now.epochMilliseconds;
  const span = { from: ms - AROUND_DAYS * DAY_MS, to: ms + AROUND_DAYS * DAY_MS, latest: true, limit: MOST };
  const rows = await deliveriesBetween(trx, span);
  const whats = [...new Set(rows.map(({ what }) => what))].filter((what) =>
    kinds.includes(what.split("/", 1)[0] ?? ""),
  );
  const named: { readonly what: string; readonly name: string }[] = [];
  for (const what of whats) named.push({ what, name: await nameOf(trx, voice, what) });
  return named;
};

/** One of what was announced, or will be: by its beginning, or by what a button carries. */
const whatOption = (...kinds: readonly string[]) =>
  ({
    kind: "line",
    required: true,
    pick: "one",
    parse: async (raw: string, tools: Tools): Promise<string> => {
      const all = await around(tools, kinds);
      const exact = all.find(({ what }) => what === raw);
      const [found] = exact === undefined ? bestMatches(raw, all, ({ name }) => [name]) : [exact];
      if (found === undefined)
        throw new UserError((words) => words.correct.notFound(raw), {
          offer: (words) => [{ label: words.menu["announce list"].title, press: press("announce list") }],
        });
      return found.what;
    },
    suggest: async (typed: string, tools: Tools) =>
      bestMatches(typed, await around(tools, kinds), ({ name }) => [name]).map(({ what, name }) => ({
        label: toLabel(name),
        value: what,
      })),
  }) as const satisfies Option<string, true>;

const listButton = ({ voice }: Tools) =>
  buttons({ label: voice.words.menu["announce list"].title, press: press("announce list") });

const announcementOf = async (what: string, { trx }: Tools): Promise<Announcement> => {
  const announcement = await readAnnouncement(trx, what.replace(/^announcement\//u, ""));
  if (announcement === undefined) throw new UserError((words) => words.bot.lostPress);
  return announcement;
};

/** What is written of it now; a step of the ladder that nobody has written says what the record says. */
const wordsOf = ({ text: words, when }: Announcement, { voice }: Tools): string =>
  words === "" ? stepWords(voice, when) : words;

/** Other words for an announcement: what is still to come says them, what is out there is corrected in place. */
export const edit = defineCommand({
  name: "announce edit",
  rank: "organiser",
  changes: true,
  options: { what: whatOption("announcement"), text: { ...textOption, required: false } },
  async run({ what, text: given }, tools): Promise<Reply | Press> {
    const announcement = await announcementOf(what, tools);
    if (given === undefined) return press("announce edit", { what, text: wordsOf(announcement, tools) }, ["text"]);
    const { trx, voice, now } = tools;
    const { correct } = voice.words;
    const before = await rewriteAnnouncement(trx, announcement.id, given);
    const rows = await deliveriesOf(trx, what);
    await correctPosts(trx, rows, now.epochMilliseconds);
    tools.note({ about: what, before: { text: before ?? "" }, after: { text: given } });
    const posted = rows.filter(({ state }) => state === "sent");
    const where = voice.words.list(await placesOf(trx, posted));
    return message(
      text(bold(correct.rewritten(beginning(given))), posted.length === 0 ? undefined : correct.correctedIn(where)),
      listButton(tools),
    );
  },
});

const postedOf = async (what: string, { trx }: Tools): Promise<readonly Delivery[]> => {
  const posted = (await deliveriesOf(trx, what)).filter(({ state, cause }) => state === "sent" && cause !== WITHDRAWN);
  if (posted.length === 0) throw new UserError((words) => words.correct.nothingPosted);
  return posted;
};

/** Takes what was posted away everywhere, after a look at what and where that is. */
export const withdraw = defineCommand({
  name: "announce withdraw",
  rank: "organiser",
  options: { what: whatOption("announcement", "question") },
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
