import { defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { bold, type Writing } from "../../core/bot/text.ts";
import { planNews, readAbout } from "../../core/delivery/out.ts";
import { replanWebinar } from "../../core/delivery/replan.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { strip } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import type { Transaction } from "../../core/store/database.ts";
import { cancelKind, cancelPending } from "../../core/store/deliveries.ts";
import { editWebinar } from "../../core/store/manage.ts";
import { readWebinar } from "../../core/store/webinars.ts";
import { managedOption } from "../options/managed.ts";
import { type Start, sayStart, startChange, startOption, startsAtOf, writtenStart } from "../options/start.ts";
import { wordOption } from "../options/text.ts";
import { changedSince, isAsSeen, seenNow } from "./both.ts";
import { ofCancelling, ofMoving, ownWords } from "./consequences.ts";
import { managed } from "./webinar.ts";

/** What a webinar takes where it had no hour before. */
const USUAL_MINUTES = 90;

const startOf = ({ date, hour }: Webinar): Start => ({ date, hour: hour && { time: hour.time, zone: hour.zone } });

/** Whether something is said where it was announced. */
const sayOption = {
  kind: "line",
  required: true,
  parse: (raw: string): boolean => raw === "yes",
} as const satisfies Option<boolean, true>;

/** The webinar as it would be. */
const movedTo = (webinar: Webinar, start: Start): Webinar => ({
  ...webinar,
  date: start.date,
  hour: start.hour && { ...start.hour, minutes: webinar.hour?.minutes ?? USUAL_MINUTES },
  startsAt: startsAtOf(start),
});

const checkCanMove = (webinar: Webinar, { voice }: Tools): void => {
  if (webinar.status !== "planned" && webinar.status !== "draft")
    throw new UserError((words) => words.manage.isOver(webinarName(voice, webinar)));
};

const checkAhead = (start: Start, tools: Tools): void => {
  const at = startsAtOf(start);
  const today = tools.now.toZonedDateTimeISO(tools.voice.zone).toPlainDate().toString();
  if (at === undefined ? start.date < today : at <= tools.now.epochMilliseconds)
    throw new UserError((words) => words.when.past(sayStart(tools, start)), { option: "start" });
};

export const reschedule = defineCommand({
  name: "manage webinar reschedule",
  rank: "organiser",
  options: { start: startOption, webinar: managedOption },
  async run({ start, webinar }, tools) {
    const { voice } = tools;
    const { manage, bot } = voice.words;
    checkCanMove(webinar, tools);
    checkAhead(start, tools);
    if (writtenStart(start) === writtenStart(startOf(webinar)))
      throw new UserError((words) => words.manage.nothingChanged, { option: "start" });
    const to = movedTo(webinar, start);
    const about = await readAbout(tools.trx, webinar, { to, now: tools.now.epochMilliseconds });
    const at = to.startsAt;
    const carried = { webinar: webinar.key, version: seenNow(webinar, tools), start: writtenStart(start) };
    const isAnnounced = about.posted.length > 0;
    return message(
      text(
        bold(manage.moveAsk(webinarName(voice, webinar))),
        manage.fromTo(sayStart(tools, startOf(webinar)), sayStart(tools, start)),
        at === undefined ? undefined : strip(voice, Temporal.Instant.fromEpochMilliseconds(at)),
        startChange(tools, start),
      ),
      ...(await ofMoving(about, tools)),
      ...ownWords(about, { webinar, date: start.date, tools }),
      buttons(
        { label: manage.move, press: press("manage webinar move", { ...carried, say: "yes" }), style: "primary" },
        isAnnounced && { label: manage.moveSilently, press: press("manage webinar move", { ...carried, say: "no" }) },
        { label: bot.leave, press: press("leave") },
      ),
    );
  },
});

export const move = defineCommand({
  name: "manage webinar move",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { webinar: managedOption, version: wordOption, start: startOption, say: sayOption },
  async run({ webinar, version, start, say }, tools) {
    const { trx, voice } = tools;
    const now = tools.now.epochMilliseconds;
    checkCanMove(webinar, tools);
    checkAhead(start, tools);
    const { date, hour } = movedTo(webinar, start);
    const edit = { date, hour };
    const again = press("manage webinar reschedule", { webinar: webinar.key, start: writtenStart(start) });
    if (!isAsSeen(version, webinar) || !(await editWebinar(trx, webinar, { edit, now })))
      return changedSince(webinar, { seen: version, again, tools });
    await replanWebinar(trx, webinar.key, now);
    await dropNews(trx, webinar);
    const moved = await readWebinar(trx, webinar.key);
    if (say && moved !== undefined)
      await planNews(trx, moved, { what: newsOf(moved), say: movedLines(webinar, moved), now });
    const [was, is] = [writtenStart(startOf(webinar)), writtenStart(start)];
    tools.note({ about: `webinar/${webinar.key}`, before: { start: was }, after: { start: is } });
    return managed(tools, webinar.key, voice.words.manage.moved(webinarName(voice, webinar), sayStart(tools, start)));
  },
});

const NEWS = "news/";
const newsOf = ({ key, version }: Webinar): string => `${NEWS}${key}/${version}`;
/** What could not be posted yet is not said once it is not so any more. */
const dropNews = (trx: Transaction, { key }: Webinar): Promise<void> => cancelKind(trx, `${NEWS}${key}/`);

const movedLines =
  (before: Webinar, after: Webinar) =>
  (voice: Voice): readonly (Writing | undefined)[] => {
    const { manage } = voice.words;
    const at = after.startsAt;
    return [
      bold(manage.newDate(sayStart({ voice }, startOf(after)))),
      manage.was(sayStart({ voice }, startOf(before)), webinarName(voice, after)),
      at === undefined ? undefined : strip(voice, Temporal.Instant.fromEpochMilliseconds(at)),
    ];
  };

export const cancel = defineCommand({
  name: "manage webinar cancel",
  rank: "organiser",
  options: { webinar: managedOption },
  async run({ webinar }, tools) {
    const { voice } = tools;
    const { manage, bot } = voice.words;
    checkCanMove(webinar, tools);
    const about = await readAbout(tools.trx, webinar);
    const carried = { webinar: webinar.key, version: seenNow(webinar, tools) };
    return message(
      text(bold(manage.cancelAsk(webinarName(voice, webinar))), sayStart(tools, startOf(webinar))),
      ...(await ofCancelling(about, tools)),
      buttons(
        {
          label: manage.cancelIt,
          press: press("manage webinar drop", { ...carried, say: "yes" }),
          style: "danger",
        },
        about.posted.length > 0 && {
          label: manage.cancelSilently,
          press: press("manage webinar drop", { ...carried, say: "no" }),
        },
        { label: bot.leave, press: press("leave") },
      ),
    );
  },
});

export const drop = defineCommand({
  name: "manage webinar drop",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { webinar: managedOption, version: wordOption, say: sayOption },
  async run({ webinar, version, say }, tools) {
    const { trx, voice } = tools;
    const now = tools.now.epochMilliseconds;
    checkCanMove(webinar, tools);
    const about = await readAbout(trx, webinar);
    const edit = { status: "cancelled" } as const;
    const again = press("manage webinar cancel", { webinar: webinar.key });
    if (!isAsSeen(version, webinar) || !(await editWebinar(trx, webinar, { edit, now })))
      return changedSince(webinar, { seen: version, again, tools });
    for (const what of new Set([...about.following, ...about.fixed].map((row) => row.what)))
      await cancelPending(trx, what);
    await replanWebinar(trx, webinar.key, now);
    await dropNews(trx, webinar);
    const cancelled = await readWebinar(trx, webinar.key);
    const lines = (there: Voice): readonly Writing[] => {
      const at = sayStart({ voice: there }, startOf(webinar));
      return [bold(there.words.manage.wasCancelled(webinarName(there, webinar))), there.words.manage.planned(at)];
    };
    if (say && cancelled !== undefined) await planNews(trx, cancelled, { what: newsOf(cancelled), say: lines, now });
    tools.note({ about: `webinar/${webinar.key}`, before: { status: webinar.status }, after: { status: "cancelled" } });
    return message(text(voice.words.manage.cancelled(webinarName(voice, webinar))));
  },
});
