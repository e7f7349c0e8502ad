import { defineCommand, type Outside, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, note, type Reply, text } from "../../core/bot/message.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { readQueue } from "../../core/delivery/queue.ts";
import { type Bound, bindSlots, planSlots, toSlot } from "../../core/delivery/slots.ts";
import { type Place, placeName } from "../../core/network/place.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { toPost } from "../../core/say/post.ts";
import { questionPost } from "../../core/say/question.ts";
import { shortAt, strip } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { addSlots, type Slot, slotsOf } from "../../core/store/slots.ts";
import type { Schedule } from "../../core/time/recurrence.ts";
import { comingAll, momentsOption, writtenMoments } from "../options/moments.ts";
import { checkPlaces, exactPlaces, placesOption, unsureNote, writtenPlaces } from "../options/places.ts";
import { checkGoesOut, questionIfGiven } from "../options/question.ts";
import { wordOption } from "../options/text.ts";
import { webinarOption } from "../options/webinar.ts";
import { missingNote } from "./missing.ts";
import { noteWebinar } from "./note.ts";
import { atOf, numbered } from "./numbered.ts";
import { panelButton } from "./panel.ts";
import { inspectOne, previewOne } from "./post.ts";

/** The next questions at these moments, each bound to its slot in the order of time. */
interface Many {
  readonly webinar: Webinar;
  readonly when: readonly Schedule[];
  readonly where: readonly Place[];
}

/** Whether every place would take the longest of them. */
const inspectMany = async ({ webinar, where }: Many, outside: Outside): Promise<readonly Place[]> => {
  const size = (one: Webinar["questions"][number]): number => JSON.stringify(one.text).length;
  const [longest] = webinar.questions.toSorted((a, b) => size(b) - size(a));
  if (longest === undefined) return [];
  return checkPlaces(outside, where, (voice) => toPost(questionPost(voice, webinar, longest), voice.words));
};

interface Planned extends ReturnType<typeof comingAll> {
  /** Those asked for, each once. */
  readonly slots: readonly Slot[];
  /** All that are ahead with them, as they would be bound; chosen ones are not of the queue. */
  readonly bound: readonly Bound[];
}

/** As it is read and changed again. */
const carriedOf = ({ webinar, when, where }: Many) => ({
  webinar: webinar.key,
  when: writtenMoments(when),
  where: writtenPlaces(where),
});

/** @param change what a button that came too late offers; nothing goes out that was not previewed. */
const planMany = async (given: Many, tools: Tools, change?: Press): Promise<Planned> => {
  const { webinar, where } = given;
  const { trx, voice, now } = tools;
  checkGoesOut(webinar, voice);
  const coming = comingAll(given.when, webinar, { tools, voice, ...(change && { change }) });
  const asked = coming.each.map((one) => toSlot({ ...one, where, webinar }));
  const slots = [...new Map(asked.map((slot) => [slot.id, slot])).values()].toSorted((a, b) => a.at - b.at);
  const ahead = (await slotsOf(trx, webinar.key)).filter(
    ({ id, at }) => at > now.epochMilliseconds && slots.every((slot) => slot.id !== id),
  );
  const all = [...ahead, ...slots].toSorted((a, b) => a.at - b.at);
  const bound = bindSlots(all, await readQueue(trx, webinar)).filter(({ slot }) => !slot.chosen);
  return { ...coming, slots, bound };
};

const NONE = "-";
/** What was previewed, to be compared when it is confirmed. */
const questionsOf = ({ slots, bound }: Planned): readonly string[] =>
  slots.map(({ id }) => bound.find(({ slot }) => slot.id === id)?.question?.id ?? NONE);

/** The same, with the times of what counts from the webinar, which may move. */
const shownOf = (planned: Planned): string =>
  [...questionsOf(planned), ...planned.slots.filter(({ when }) => when.kind === "relative").map(({ at }) => at)].join();

const isBound = (question: string): boolean => question !== NONE;
/** Only the dates that have a question. */
const FILLED = "filled";

/** A button for those that have a question, and one for all: what is empty now is filled when a question is added. */
const bookButtons = (given: Many, planned: Planned, { voice }: Tools) => {
  const { discussion } = voice.words;
  const found = questionsOf(planned);
  const button = (count: number, more: { readonly only?: string }) => ({
    label: discussion.scheduleMany(count),
    press: press("discuss book", {
      ...carriedOf(given),
      where: exactPlaces(given.where),
      questions: shownOf(planned),
      ...more,
    }),
    style: "primary" as const,
  });
  const filled = found.filter(isBound).length;
  const isPart = filled > 0 && filled < found.length;
  return [isPart && button(filled, { only: FILLED }), button(found.length, {})] as const;
};

/** Each date ahead with its question, by the date's own wall time and zone. */
const lines = ({ bound }: Planned, voice: Voice): readonly string[] =>
  bound.map(({ slot, question }) => {
    const what = question === undefined ? voice.words.discussion.nothingLeft : numbered(voice, question);
    return `${shortAt(voice, atOf(slot, voice))}  ${what}`;
  });

const preview = async (
  given: Many,
  tools: Tools,
  { unsure, changed = false }: { readonly unsure: readonly Place[]; readonly changed?: boolean },
): Promise<Reply> => {
  const { voice } = tools;
  const { discussion, announce, bot, date, languageNames } = voice.words;
  const planned = await planMany(given, tools);
  const [first] = planned.slots;
  const left = planned.bound.filter(({ question }) => question !== undefined).length;
  const isShort = left < planned.bound.length;
  const title = discussion.scheduleTitle(webinarName(voice, given.webinar));
  const said = planned.again.length === 0 ? title : `${title}${date.colon}${planned.again.join("; ")}`;
  const places = given.where.map((place) => `${placeName(place)}${date.colon}${languageNames[place.language]}`);
  const asked = new Set(questionsOf(planned));
  return message(
    changed ? note(discussion.queueChanged) : undefined,
    text(bold(said), ...lines(planned, voice)),
    text(
      first && strip(voice, Temporal.Instant.fromEpochMilliseconds(first.at)),
      ...planned.notes,
      discussion.inPlaces(places.join(" · ")),
    ),
    isShort ? note(discussion.tooShort(planned.bound.length, left)) : undefined,
    missingNote(
      voice,
      given.webinar.questions.filter(({ id }) => asked.has(id)),
      given.where,
    ),
    note(announce.promise, announce.late.question),
    unsureNote(unsure, voice),
    buttons<Press>(
      ...bookButtons(given, planned, tools),
      isShort && {
        label: discussion.add,
        press: press("discuss add", { webinar: given.webinar.key }, ["text", "label"]),
      },
      { label: bot.change, press: press("discuss schedule", carriedOf(given), ["when", "where"]) },
      { label: bot.leave, press: press("leave") },
    ),
  );
};

/** One question at one moment, or without a question the next ones. */
export const schedule = defineCommand({
  name: "discuss schedule",
  rank: "moderator",
  role: "discussant",
  options: {
    question: questionIfGiven,
    when: momentsOption,
    webinar: webinarOption,
    where: placesOption("discussion"),
  },
  inspect: ({ question, ...given }, outside): Promise<readonly Place[]> =>
    question === undefined ? inspectMany(given, outside) : inspectOne({ ...given, question, when: undefined }, outside),
  async run({ question, ...given }, tools, unsure) {
    if (question === undefined) return preview(given, tools, { unsure });
    const { each } = comingAll(given.when, given.webinar, { tools, voice: tools.voice });
    const [one, ...more] = each;
    if (more.length > 0) throw new UserError((words) => words.discussion.oneAtATime, { option: "question" });
    return previewOne({ ...given, question, when: one?.when }, tools, { unsure });
  },
});

export const book = defineCommand({
  name: "discuss book",
  rank: "moderator",
  role: "discussant",
  changes: true,
  hidden: true,
  options: {
    when: { ...momentsOption, kind: "paragraph" as const },
    questions: { ...wordOption, kind: "paragraph" as const },
    only: { ...wordOption, required: false as const },
    webinar: webinarOption,
    where: placesOption("discussion"),
  },
  inspect: inspectMany,
  async run({ questions, only, ...given }, tools, unsure) {
    const { trx, now } = tools;
    const planned = await planMany(given, tools, press("discuss schedule", carriedOf(given), ["when", "where"]));
    const found = questionsOf(planned);
    const wanted = planned.slots.filter((_, n) => only !== FILLED || isBound(found[n] ?? NONE));
    const known = await slotsOf(trx, given.webinar.key);
    if (wanted.every(({ id }) => known.some((slot) => slot.id === id)))
      throw new UserError((words) => words.announce.already, {
        offer: ({ menu }) => [panelButton(menu["discuss queue"].title, given.webinar)],
      });
    if (shownOf(planned) !== questions) {
      tools.note("nothing");
      return preview(given, tools, { unsure, changed: true });
    }
    const added = await addSlots(trx, wanted);
    await planSlots(trx, given.webinar, now.epochMilliseconds);
    const { discussion, list, menu } = tools.voice.words;
    const ids = wanted.map(({ id }) => id).join(",");
    await noteWebinar(tools, given.webinar, (voice) => ({
      after: {
        when: wanted.map((slot) => shortAt(voice, atOf(slot, voice))).join("; "),
        where: voice.words.list(given.where.map(placeName)),
      },
    }));
    return message(
      text(discussion.scheduledMany(added, list(given.where.map(placeName)))),
      buttons<Press>(
        {
          label: discussion.cancelDates(wanted.length),
          press: press("discuss unbook", { webinar: given.webinar.key, slots: ids }),
        },
        panelButton(menu["discuss queue"].title, given.webinar),
      ),
    );
  },
});
