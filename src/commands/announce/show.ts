import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, note, type Reply, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { announcementPost, nameOf, splitWhat } from "../../core/delivery/compose.ts";
import { placesAt } from "../../core/delivery/out.ts";
import { momentOf } from "../../core/delivery/plan.ts";
import { callingName } from "../../core/network/calling.ts";
import type { Place } from "../../core/network/place.ts";
import { toPost } from "../../core/say/post.ts";
import { questionPost } from "../../core/say/question.ts";
import { longAt, strip } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { readAnnouncement } from "../../core/store/announcements.ts";
import { type Delivery, deliveriesOf, isStanding, out, pending } from "../../core/store/deliveries.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import { webinarOfQuestion } from "../../core/store/webinars.ts";
import { occurrencesFrom, type Schedule } from "../../core/time/recurrence.ts";
import { draftOf, readDrafted } from "../options/draft.ts";
import { whatOption } from "../options/posted.ts";
import { writtenTexts } from "../options/texts.ts";
import { scheduleDraft } from "./draft.ts";
import { writePress } from "./edit.ts";
import { untitled, wordNotes, writeButtons } from "./missing.ts";
import { previewOf } from "./preview.ts";
import { readTarget, type Target } from "./target.ts";

/** When it goes out next, or went out: of a draft, when it is to. */
const atOf = (
  { rows, when, webinar }: Pick<Target, "rows" | "when" | "webinar">,
  { voice }: Tools,
): Temporal.ZonedDateTime | undefined => {
  const next = rows.filter(({ state }) => pending.includes(state)).map(({ dueAt }) => dueAt);
  const ms = next.length > 0 ? Math.min(...next) : Math.max(...rows.map(({ dueAt }) => dueAt));
  if (Number.isFinite(ms)) return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(voice.zone);
  return when === undefined ? undefined : firstOf(when, webinar)?.withTimeZone(voice.zone);
};

const firstOf = (when: Schedule, webinar: Target["webinar"]): Temporal.ZonedDateTime | undefined =>
  when.kind === "recurring" ? occurrencesFrom(when).take(1).toArray()[0]?.moment.at : momentOf(when, webinar)?.at;

/** What can be done with it from here. */
const actions = async (target: Target, tools: Tools) => {
  const { what, rows, texts } = target;
  const { drafts, templates, announce, correct } = tools.voice.words;
  const [kind, id] = splitWhat(what);
  const isPending = rows.some(({ state }) => pending.includes(state));
  const drafted = kind === "draft" ? await readDrafted(await draftOf(id, tools), tools) : undefined;
  return buttons(
    drafted && { label: drafts.schedule, press: scheduleDraft(id, drafted), style: "primary" },
    { label: drafts.editIt, press: press("announce edit", { what }) },
    ...writeButtons(target, tools.voice, (language) => writePress(what, language)),
    isPending && { label: drafts.moveIt, press: press("announce snooze", { what }, ["when"]) },
    isPending && { label: announce.cancel, press: press("announce stop", { what }), style: "danger" },
    rows.some(isStanding) && { label: correct.takeIt, press: press("announce withdraw", { what }) },
    Object.keys(texts).length > 0 && {
      label: templates.keep,
      press: press("announce template", writtenTexts(texts), ["name"]),
    },
    drafted && { label: drafts.discardIt, press: press("announce discard", { kept: id }) },
  );
};

/** Who is called where, of what is scheduled: what was decided, or is still to be. */
const callsOf = async (what: string, rows: readonly Delivery[], { trx, voice }: Tools) => {
  const announcement = await readAnnouncement(trx, splitWhat(what)[1]);
  const calling = announcement?.mention;
  if (calling === undefined || announcement?.approval === "declined") return undefined;
  const { mention } = voice.words;
  return (place: Place) => {
    const isCalled = rows.some(({ to, calls }) => calls === "chosen" && to.channel === place.at.channel);
    const who = callingName(calling, place.at.platform);
    if (!isCalled) return { said: mention.callsNobody, line: undefined };
    return { said: announcement?.approval === "asked" ? mention.callsIf(who) : mention.calls(who), line: who };
  };
};

const showAnnouncement = async (what: string, tools: Tools): Promise<Reply> => {
  const { voice, trx } = tools;
  const { announce, drafts, recurrence } = voice.words;
  const target = await readTarget(what, tools);
  const { texts, when, webinar, where, rows } = target;
  const name = what.startsWith("draft/") ? undefined : await nameOf(trx, voice, what);
  const at = atOf(target, tools);
  const calls = await callsOf(what, rows, tools);
  return message(
    text(
      bold(name === undefined ? drafts.draftAsItIs : drafts.asItIs(name)),
      at === undefined ? drafts.noTimeYet : longAt(voice, at),
      at === undefined ? undefined : strip(voice, at.toInstant()),
      ...untitled(webinar, where, voice),
      ...wordNotes(target, voice),
    ),
    { block: "divider" },
    ...previewOf(voice, {
      places: where,
      network: await readNetwork(trx),
      compose: (there: Voice) => announcementPost(there, { texts, when }, webinar),
      ...(calls && { calls }),
    }),
    note(
      announce.promise,
      announce.late.announcement,
      when?.kind === "recurring" ? recurrence.late : undefined,
      when?.kind === "relative" ? announce.late.relative : undefined,
    ),
    await actions(target, tools),
  );
};

const showQuestion = async (what: string, tools: Tools): Promise<Reply> => {
  const { voice, trx } = tools;
  const { announce, drafts, menu } = voice.words;
  const id = splitWhat(what)[1];
  const webinar = await webinarOfQuestion(trx, id);
  const question = webinar?.questions.find((one) => one.id === id);
  if (webinar === undefined || question === undefined) throw new UserError((words) => words.bot.lostPress);
  const rows = (await deliveriesOf(trx, what)).filter(({ state }) => pending.includes(state) || out.includes(state));
  const at = atOf({ rows, when: undefined, webinar }, tools);
  return message(
    text(
      bold(drafts.asItIs(await nameOf(trx, voice, what))),
      at && longAt(voice, at),
      at && strip(voice, at.toInstant()),
    ),
    { block: "divider" },
    ...previewOf(voice, {
      places: await placesAt(trx, rows),
      network: await readNetwork(trx),
      compose: (there) => toPost(questionPost(there, webinar, question), there.words),
    }),
    note(announce.late.question),
    buttons(
      { label: menu["discuss queue"].title, press: press("discuss queue", { webinar: webinar.key }) },
      rows.some(({ state }) => pending.includes(state)) && {
        label: announce.cancel,
        press: press("announce stop", { what }),
        style: "danger",
      },
    ),
  );
};

/** How anything drafted, scheduled or posted looks at each place as the record is now. */
export const preview = defineCommand({
  name: "announce preview",
  rank: "organiser",
  options: { what: whatOption({ kinds: ["announcement", "question"], drafts: true }) },
  run: ({ what }, tools) => (what.startsWith("question/") ? showQuestion(what, tools) : showAnnouncement(what, tools)),
});
