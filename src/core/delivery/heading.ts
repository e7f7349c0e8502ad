import type { Message } from "../bot/message.ts";
import { toSummary } from "../bot/message.ts";
import type { Heading } from "../bot/platform.ts";
import { threadTitle } from "../say/question.ts";
import { toVoice } from "../say/voice.ts";
import { webinarName } from "../say/webinar.ts";
import { readAnnouncement } from "../store/announcements.ts";
import type { Transaction } from "../store/database.ts";
import type { Delivery } from "../store/deliveries.ts";
import { fromJson } from "../store/json.ts";
import { readNetwork } from "../store/spaces.ts";
import { readWebinar, webinarOfQuestion } from "../store/webinars.ts";
import { languages } from "../words/language.ts";
import { type Words, wordsIn } from "../words/words.ts";
import { announcedWords, splitWhat, voiceAt } from "./compose.ts";

/** A forum's labels are in whatever language its people speak. */
const inAnyLanguage = (pick: (words: Words) => string): readonly string[] =>
  languages.flatMap((language) => pick(wordsIn(language)).split(/[,、]\s*/u));

const questionHeading = async (trx: Transaction, row: Delivery, id: string): Promise<Heading> => {
  const question = (await webinarOfQuestion(trx, id))?.questions.find((one) => one.id === id);
  if (question === undefined) return { title: row.threadTitle ?? "", labels: [] };
  return {
    title: row.threadTitle ?? threadTitle(await voiceAt(trx, row.to), question),
    labels: [
      ...Object.values(question.label),
      String(question.number),
      ...inAnyLanguage(({ discuss }) => discuss.labels),
    ],
  };
};

const announcementHeading = async (trx: Transaction, row: Delivery, id: string): Promise<Heading> => {
  const announcement = await readAnnouncement(trx, id);
  const webinar = announcement?.webinar === undefined ? undefined : await readWebinar(trx, announcement.webinar);
  const labels = inAnyLanguage(({ announce }) => announce.labels);
  const voice = await voiceAt(trx, row.to);
  if (webinar === undefined)
    return {
      title: firstLine(announcement === undefined ? "" : announcedWords(voice, announcement, undefined)),
      labels,
    };
  const network = await readNetwork(trx);
  return {
    title: webinarName(voice, webinar),
    labels: [...languages.map((language) => webinarName(toVoice(language, network), webinar)), ...labels],
  };
};

const firstLine = (text: string): string => text.trim().split("\n")[0] ?? "";

/** What a delivery is called where posts are filed: a question by its label, an announcement by its webinar, else by how it begins. */
export const headingOf = async (trx: Transaction, row: Delivery): Promise<Heading> => {
  const [kind, id] = splitWhat(row.what);
  if (kind === "question") return questionHeading(trx, row, id);
  if (kind === "announcement") return announcementHeading(trx, row, id);
  return { title: row.fixed === undefined ? "" : firstLine(toSummary(fromJson<Message>(row.fixed))), labels: [] };
};
