import { type Asked, defineCommand, type Option, type Outside, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, note, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { openQuestion, reopenQuestion } from "../../core/delivery/discuss.ts";
import { momentOf, questionWhat } from "../../core/delivery/plan.ts";
import { freePlaces, toSlot } from "../../core/delivery/slots.ts";
import { type Place, placeName } from "../../core/network/place.ts";
import type { Question } from "../../core/network/question.ts";
import { toPost } from "../../core/say/post.ts";
import { questionPost } from "../../core/say/question.ts";
import { longAt, shortAt, strip } from "../../core/say/time.ts";
import { toVoice } from "../../core/say/voice.ts";
import { type Delivery, deliveriesOf, pending } from "../../core/store/deliveries.ts";
import { addSlots } from "../../core/store/slots.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import type { When } from "../../core/time/moment.ts";
import { previewOf } from "../announce/preview.ts";
import { checkPlaces, exactPlaces, placesOption, unsureNote, writtenPlaces } from "../options/places.ts";
import { checkGoesOut, findQuestion, questionOption } from "../options/question.ts";
import { webinarOption } from "../options/webinar.ts";
import { changeSentence, toComing, whenIfGiven, writtenWhen } from "../options/when.ts";
import { missingNote, writeButtons } from "./missing.ts";
import { noteQuestion } from "./note.ts";
import { panelButton } from "./panel.ts";

const options = { question: questionOption, webinar: webinarOption, where: placesOption("discussion") };
export type Given = Asked<typeof options> & { readonly when?: When | undefined };

export const inspectOne = async ({ question, webinar, where }: Given, outside: Outside): Promise<readonly Place[]> => {
  const network = await outside.read(readNetwork);
  const asked = findQuestion(webinar, question, toVoice(network.language, network));
  return checkPlaces(outside, where, (voice) => toPost(questionPost(voice, webinar, asked), voice.words));
};

/** Never twice in one place, but by a press that says so. */
const alreadyAll = (question: Question, { webinar, where }: Given, isOut: boolean): UserError =>
  new UserError((words) => words.discuss.alreadyAll(question.number), {
    offer: ({ discuss, discussion }) => [
      panelButton(discuss.refresh, webinar),
      isOut && {
        label: discussion.postAgain,
        press: press("discuss again", { question: question.id, webinar: webinar.key, where: exactPlaces(where) }),
      },
    ],
  });

/** Where it may be posted: of what is out there only when it is to be posted `again`. */
const placesFor = (rows: readonly Delivery[], { where }: Given, again: boolean): readonly Place[] => {
  const coming = rows.filter(({ state }) => pending.includes(state));
  return again ? freePlaces(coming, where) : freePlaces(rows, where);
};

export const previewOne = async (
  given: Given,
  tools: Tools,
  {
    unsure = [],
    again = false,
    changed = false,
  }: { readonly unsure?: readonly Place[] | undefined; readonly again?: boolean; readonly changed?: boolean },
) => {
  const { voice } = tools;
  const { discuss, bot, announce } = voice.words;
  checkGoesOut(given.webinar, voice);
  const question = findQuestion(given.webinar, given.question, voice);
  const rows = await deliveriesOf(tools.trx, questionWhat(question));
  const where = placesFor(rows, given, again);
  if (where.length === 0) throw alreadyAll(question, given, !again && placesFor(rows, given, true).length > 0);
  const moment = given.when && toComing(given.when, given.webinar, { tools, voice });
  const carried = {
    question: question.id,
    webinar: given.webinar.key,
    where: writtenPlaces(where),
    ...(given.when && { when: writtenWhen(given.when) }),
  };
  const command = given.when === undefined ? "discuss post" : "discuss schedule";
  const act = moment === undefined ? discuss.postNow(question.number, writtenPlaces(where)) : announce.schedule;
  return message(
    changed ? note(voice.words.discussion.queueChanged) : undefined,
    moment === undefined
      ? text(bold(discuss.previewNow(question.number)))
      : text(
          bold(discuss.previewAt(question.number, longAt(voice, moment.at))),
          strip(voice, moment.at.toInstant()),
          given.when && changeSentence(given.when, moment, voice),
        ),
    { block: "divider" },
    ...previewOf(voice, {
      places: where,
      network: await readNetwork(tools.trx),
      // Posting it opens it again.
      compose: (there) => toPost(questionPost(there, given.webinar, { ...question, closedAt: undefined }), there.words),
    }),
    moment === undefined ? undefined : note(announce.promise, announce.late.question),
    missingNote(voice, [question], where),
    unsureNote(
      where.filter(({ at }) => unsure.some((place) => place.at.channel === at.channel && place.at.space === at.space)),
      voice,
    ),
    buttons(...writeButtons(voice, question, where)),
    buttons(
      {
        label: toLabel(act),
        press: press("discuss confirm", {
          ...carried,
          where: exactPlaces(where),
          ...(again && { again: String(rows.length) }),
          ...(moment && { at: String(moment.at.epochMilliseconds) }),
        }),
        style: "primary",
      },
      { label: bot.change, press: press(command, carried, Object.keys(carried)) },
      { label: bot.leave, press: press("leave") },
    ),
  );
};

export const post = defineCommand({
  name: "discuss post",
  rank: "moderator",
  role: "discussant",
  options,
  inspect: inspectOne,
  run: (given, tools, unsure) => previewOne(given, tools, { unsure }),
});

export const postAgain = defineCommand({
  name: "discuss again",
  rank: "moderator",
  role: "discussant",
  hidden: true,
  options,
  inspect: inspectOne,
  run: (given, tools, unsure) => previewOne(given, tools, { unsure, again: true }),
});

/** How many deliveries of the question there were when it was previewed: a second press finds more, and adds none. */
const againOption = {
  kind: "line",
  required: false,
  parse: (raw: string): number => Number(raw),
} as const satisfies Option<number>;

/** Now, or at its moment by a slot of its own. Answers where. */
const place = async (
  question: Question,
  { when, again, ...given }: Given & { readonly again?: number | undefined },
  tools: Tools,
): Promise<readonly Place[]> => {
  const { trx } = tools;
  const now = tools.now.epochMilliseconds;
  const rows = await deliveriesOf(trx, questionWhat(question));
  if (again !== undefined && again !== rows.length) return [];
  if (when === undefined)
    return openQuestion(trx, question, { where: given.where, dueAt: now, now, again: again !== undefined });
  const open = freePlaces(rows, given.where);
  if (open.length === 0) return open;
  const change = press("discuss schedule", { question: question.id, webinar: given.webinar.key }, ["when", "where"]);
  const { at } = toComing(when, given.webinar, { tools, voice: tools.voice, change });
  await addSlots(trx, [toSlot({ when, at, where: open, webinar: given.webinar, question })]);
  await reopenQuestion(trx, question, now);
  return open;
};

export const confirm = defineCommand({
  name: "discuss confirm",
  rank: "moderator",
  role: "discussant",
  changes: true,
  hidden: true,
  options: { ...options, when: whenIfGiven, again: againOption, at: againOption },
  inspect: inspectOne,
  async run({ at, ...given }, tools, unsure) {
    const { voice } = tools;
    const { discuss, announce, list } = voice.words;
    checkGoesOut(given.webinar, voice);
    const question = findQuestion(given.webinar, given.question, voice);
    const shown = given.when?.kind === "relative" && at !== undefined ? at : undefined;
    if (shown !== undefined && given.when && momentOf(given.when, given.webinar)?.at.epochMilliseconds !== shown) {
      tools.note("nothing");
      return previewOne(given, tools, { unsure, changed: true });
    }
    const open = await place(question, given, tools);
    if (open.length === 0) throw alreadyAll(question, given, false);
    const moment = given.when && toComing(given.when, given.webinar, { tools, voice });
    const places = list(open.map(placeName));
    await noteQuestion(tools, question, (there) => ({
      after: {
        ...(moment !== undefined && { when: shortAt(there, moment.at) }),
        where: there.words.list(open.map(placeName)),
      },
    }));
    const takeBack = {
      label: announce.takeBack,
      press: press("discuss cancel", { question: question.id, webinar: given.webinar.key }),
    };
    return message(
      text(
        moment === undefined
          ? discuss.posted(question.number, places)
          : announce.scheduled(longAt(voice, moment.at), places),
      ),
      buttons(moment !== undefined && takeBack, panelButton(voice.words.menu["discuss queue"].title, given.webinar)),
    );
  },
});
