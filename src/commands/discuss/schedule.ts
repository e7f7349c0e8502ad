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
import { say } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { addSlots, type Slot, slotsOf } from "../../core/store/slots.ts";
import type { When } from "../../core/time/moment.ts";
import { momentsOption, writtenMoments } from "../options/moments.ts";
import { checkPlaces, exactPlaces, placesOption, unsureNote, writtenPlaces } from "../options/places.ts";
import { questionIfGiven } from "../options/question.ts";
import { wordOption } from "../options/text.ts";
import { webinarOption } from "../options/webinar.ts";
import { changeSentence, toComing } from "../options/when.ts";
import { panelButton } from "./panel.ts";
import { inspectOne, previewOne } from "./post.ts";

/** The next questions at these moments, each bound to its slot in the order of time. */
interface Many {
  readonly webinar: Webinar;
  readonly when: readonly When[];
  readonly where: readonly Place[];
}

/** Whether every place would take the longest of them. */
const inspectMany = async ({ webinar, where }: Many, outside: Outside): Promise<readonly Place[]> => {
  const size = (one: Webinar["questions"][number]): number => JSON.stringify(one.text).length;
  const [longest] = webinar.questions.toSorted((a, b) => size(b) - size(a));
  if (longest === undefined) return [];
  return checkPlaces(outside, where, (voice) => toPost(questionPost(voice, webinar, longest), voice.words));
};

interface Planned {
  /** Those asked for, each once. */
  readonly slots: readonly Slot[];
  /** All that are ahead with them, as they would be bound; chosen ones are not of the queue. */
  readonly bound: readonly Bound[];
}

const planMany = async ({ webinar, when, where }: Many, tools: Tools): Promise<Planned> => {
  const { trx, voice, now } = tools;
  const asked = when.map((one) =>
    toSlot({ when: one, at: toComing(one, webinar, { tools, voice }).at, where, webinar }),
  );
  const slots = [...new Map(asked.map((slot) => [slot.id, slot])).values()];
  const ahead = (await slotsOf(trx, webinar.key)).filter(
    ({ id, at }) => at > now.epochMilliseconds && slots.every((slot) => slot.id !== id),
  );
  const all = [...ahead, ...slots].toSorted((a, b) => a.at - b.at);
  const bound = bindSlots(all, await readQueue(trx, webinar)).filter(({ slot }) => !slot.chosen);
  return { slots, bound };
};

const NONE = "-";
/** What was previewed, to be compared when it is confirmed. */
const questionsOf = ({ slots, bound }: Planned): readonly string[] =>
  slots.map(({ id }) => bound.find(({ slot }) => slot.id === id)?.question?.id ?? NONE);

/** A button for those that have a question, and one for all: what is empty now is filled when a question is added. */
const bookButtons = (given: Many, planned: Planned, { voice }: Tools) => {
  const { discussion } = voice.words;
  const found = questionsOf(planned);
  const button = (isTaken: (question: string) => boolean) => {
    const when = planned.slots.flatMap((slot, n) => (isTaken(found[n] ?? NONE) ? [slot.when] : []));
    const questions = found.filter(isTaken).join(",");
    const of = { webinar: given.webinar.key, where: exactPlaces(given.where) };
    return {
      label: discussion.scheduleMany(when.length),
      press: press("discuss book", { ...of, when: writtenMoments(when), questions }),
      style: "primary" as const,
    };
  };
  const isBound = (question: string): boolean => question !== NONE;
  const [some, whole] = [found.some(isBound), found.every(isBound)];
  return [some && !whole && button(isBound), button(() => true)] as const;
};

const preview = async (
  given: Many,
  tools: Tools,
  { unsure, changed = false }: { readonly unsure: readonly Place[]; readonly changed?: boolean },
): Promise<Reply> => {
  const { voice } = tools;
  const { discussion, announce, bot, list } = voice.words;
  const planned = await planMany(given, tools);
  const lines = planned.bound.map(({ slot, question }) => {
    const at = Temporal.Instant.fromEpochMilliseconds(slot.at).toZonedDateTimeISO(voice.zone);
    const what = question === undefined ? discussion.nothingLeft : `${question.number}  ${say(voice, question.label)}`;
    return `${shortAt(voice, at)}  ${what}`;
  });
  const [first] = planned.slots.toSorted((a, b) => a.at - b.at);
  const left = planned.bound.filter(({ question }) => question !== undefined).length;
  const isShort = left < planned.bound.length;
  const carried = {
    webinar: given.webinar.key,
    when: writtenMoments(given.when),
    where: writtenPlaces(given.where),
  };
  const changes = given.when.map((when) =>
    changeSentence(when, toComing(when, given.webinar, { tools, voice }), voice),
  );
  return message(
    changed ? note(discussion.queueChanged) : undefined,
    text(bold(discussion.scheduleTitle(webinarName(voice, given.webinar))), ...lines),
    text(
      first && strip(voice, Temporal.Instant.fromEpochMilliseconds(first.at)),
      ...new Set(changes),
      discussion.inPlaces(list(given.where.map(placeName))),
    ),
    isShort ? note(discussion.tooShort(planned.bound.length, left)) : undefined,
    note(announce.promise, announce.late.question),
    unsureNote(unsure, voice),
    buttons<Press>(
      ...bookButtons(given, planned, tools),
      isShort && {
        label: discussion.add,
        press: press("discuss add", { webinar: given.webinar.key }, ["text", "label"]),
      },
      { label: bot.change, press: press("discuss schedule", carried, ["when", "where"]) },
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
    const [when, ...more] = given.when;
    if (more.length > 0) throw new UserError((words) => words.discussion.oneAtATime, { option: "question" });
    return previewOne({ ...given, question, when }, tools, { unsure });
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
    webinar: webinarOption,
    where: placesOption("discussion"),
  },
  inspect: inspectMany,
  async run({ questions, ...given }, tools, unsure) {
    const planned = await planMany(given, tools);
    const known = await slotsOf(tools.trx, given.webinar.key);
    if (planned.slots.every(({ id }) => known.some((slot) => slot.id === id)))
      throw new UserError((words) => words.announce.already, {
        offer: ({ menu }) => [panelButton(menu["discuss queue"].title, given.webinar)],
      });
    if (questionsOf(planned).join(",") !== questions) return preview(given, tools, { unsure, changed: true });
    const added = await addSlots(tools.trx, planned.slots);
    await planSlots(tools.trx, given.webinar, tools.now.epochMilliseconds);
    const { discussion, list, menu } = tools.voice.words;
    return message(
      text(discussion.scheduledMany(added, list(given.where.map(placeName)))),
      buttons(panelButton(menu["discuss queue"].title, given.webinar)),
    );
  },
});
