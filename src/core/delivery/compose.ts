import { type Message, message, text, toSummary } from "../bot/message.ts";
import { cut } from "../bot/plain.ts";
import { isOpen, type Webinar } from "../network/webinar.ts";
import type { Wordings } from "../network/wordings.ts";
import { fillIn, textIn } from "../say/announcement.ts";
import { toPost } from "../say/post.ts";
import { questionPost, threadTitle } from "../say/question.ts";
import { toVoice, type Voice } from "../say/voice.ts";
import { announcedCard, webinarName } from "../say/webinar.ts";
import { readAnnouncement } from "../store/announcements.ts";
import type { Transaction } from "../store/database.ts";
import { type Delivery, deliveriesOf, out, readDelivery } from "../store/deliveries.ts";
import { fromJson } from "../store/json.ts";
import { readNetwork, readSpace } from "../store/spaces.ts";
import { readWebinar, webinarOfQuestion } from "../store/webinars.ts";
import type { Schedule } from "../time/recurrence.ts";
import { dryPost } from "./dry.ts";
import { momentOf } from "./plan.ts";
import { reminderPost } from "./remind.ts";

/** What an announcement is made of, besides its webinar. */
export interface Announced {
  readonly texts: Wordings;
  /** `undefined`: now, or not known yet. */
  readonly when: Schedule | undefined;
}

/** The organiser's words in this voice, else those of the step: "In one week". "" when the record says all of it. */
export const announcedWords = (
  voice: Voice,
  { texts, when }: Announced,
  webinar: Webinar | undefined,
  opening = stepWords(voice, when),
): string => fillIn(textIn(texts, voice.language, opening), voice, webinar);

/** What an announcement looks like in a place: the organiser's words, then the webinar as it stands in the record. */
export const announcementPost = (
  voice: Voice,
  one: Announced,
  webinar: Webinar | undefined,
  opening = stepWords(voice, one.when),
): Message => {
  const words = announcedWords(voice, one, webinar, opening);
  return toPost(
    message(words === "" ? undefined : text(words), ...(webinar === undefined ? [] : announcedCard(voice, webinar))),
    voice.words,
  );
};

/** How an announcement begins that nobody has written: "In one week". The record says the rest. */
export const stepWords = ({ words: { ladder } }: Voice, when: Schedule | undefined): string => {
  if (when?.kind !== "relative") return "";
  const offset = Temporal.Duration.from(when.offset);
  if (offset.sign === 0) return when.anchor === "start" ? ladder.start : ladder.after;
  if (offset.sign > 0) return ladder.after;
  const unit = (["weeks", "days", "hours", "minutes"] as const).find((one) => offset[one] !== 0) ?? "minutes";
  const n = Math.abs(offset[unit]);
  return unit === "days" && n % 7 === 0 ? ladder.before.weeks(n / 7) : ladder.before[unit](n);
};

/** What a step's post begins with: no "In one week" once the webinar is at another time than was said, or at none. */
const openingOf = (
  voice: Voice,
  { dueAt }: Delivery,
  { when, webinar }: { readonly when: Schedule; readonly webinar: Webinar | undefined },
): string => {
  if (when.kind !== "relative" || webinar?.status === "cancelled") return "";
  const isAsSaid = momentOf(when, webinar)?.at.epochMilliseconds === dueAt;
  return isAsSaid ? stepWords(voice, when) : voice.words.ladder.moved;
};

/** The voice of a space: its own language, else the network's. */
export const voiceAt = async (trx: Transaction, at: Delivery["to"]): Promise<Voice> => {
  const network = await readNetwork(trx);
  const space = await readSpace(trx, at);
  return toVoice(space?.language ?? network.language, network);
};

/** What is said now, from the record as it is at this moment; `undefined` when what it was about is gone. */
export const compose = async (trx: Transaction, delivery: Delivery): Promise<Message | undefined> => {
  if (delivery.fixed !== undefined) return fromJson<Message>(delivery.fixed);
  const [kind, id] = splitWhat(delivery.what);
  if (kind === "reminder") return reminderPost(trx, await readWebinar(trx, id), delivery);
  if (kind === "notice") return dryPost(trx, delivery);
  const voice = await voiceAt(trx, delivery.to);
  if (kind === "question") {
    const found = await webinarOfQuestion(trx, id);
    const question = found?.questions.find((one) => one.id === id);
    return found === undefined || question === undefined || !isOpen(found)
      ? undefined
      : toPost(questionPost(voice, found, question), voice.words);
  }
  const announcement = await readAnnouncement(trx, id);
  if (announcement === undefined) return undefined;
  const webinar = announcement.webinar === undefined ? undefined : await readWebinar(trx, announcement.webinar);
  // What is about a webinar that was taken back is not said; what was said says so.
  const isSaid = out.includes(delivery.state);
  const isTakenBack = webinar === undefined || !(isOpen(webinar) || (isSaid && webinar.status === "cancelled"));
  if (announcement.webinar !== undefined && isTakenBack) return undefined;
  // Nothing is announced by an hour that there is not.
  if (!isSaid && announcement.when.kind === "relative" && momentOf(announcement.when, webinar) === undefined)
    return undefined;
  return announcementPost(voice, announcement, webinar, openingOf(voice, delivery, { ...announcement, webinar }));
};

/** "question/international-3/q2" → question, international-3/q2 */
export const splitWhat = (what: string): readonly [string, string] => {
  const slash = what.indexOf("/");
  return [what.slice(0, slash), what.slice(slash + 1)];
};

/** What people call a delivery: the announcement's beginning, the question's number and label. */
export const nameOf = async (trx: Transaction, voice: Voice, what: string): Promise<string> => {
  const [kind, id] = splitWhat(what);
  if (kind === "question") {
    const question = (await webinarOfQuestion(trx, id))?.questions.find((one) => one.id === id);
    return question === undefined ? voice.words.discussion.removedOne : threadTitle(voice, question);
  }
  if (kind === "edit" || kind === "withdraw") return nameOf(trx, voice, (await readDelivery(trx, id))?.what ?? "");
  if (kind === "share" || kind === "news") {
    const name = kind === "share" ? voice.words.announce.shared : voice.words.manage.news;
    const [row] = await deliveriesOf(trx, what);
    const said = row?.fixed === undefined ? "" : beginning(toSummary(fromJson<Message>(row.fixed)));
    return said === "" ? name : voice.words.date.aside(name, said);
  }
  if (kind === "notice") return voice.words.announce.notice;
  const announcement = await readAnnouncement(trx, id);
  if (announcement === undefined) return "";
  const webinar = announcement.webinar === undefined ? undefined : await readWebinar(trx, announcement.webinar);
  return announcedName(voice, announcement, webinar);
};

/** An announcement's beginning; the webinar's name where nothing stands before it. */
export const announcedName = (voice: Voice, one: Announced, webinar: Webinar | undefined): string => {
  const words = beginning(announcedWords(voice, one, webinar));
  return words === "" && webinar !== undefined ? webinarName(voice, webinar) : words;
};

const NAME_LENGTH = 40;
/** The first words of a text. */
export const beginning = (whole: string): string => cut(whole.replace(/\s+/g, " ").trim(), NAME_LENGTH);
