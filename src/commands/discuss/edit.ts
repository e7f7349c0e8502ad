import { type Change, defineCommand, type Tools } from "../../core/bot/command.ts";
import { buttons, message, type Reply, text } from "../../core/bot/message.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { followQuestions } from "../../core/delivery/discuss.ts";
import { hashOf } from "../../core/delivery/identity.ts";
import { questionWhat } from "../../core/delivery/plan.ts";
import type { Question } from "../../core/network/question.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { type Wordings, wording } from "../../core/network/wordings.ts";
import { addQuestion, noteQuestionsEdited, wordQuestion } from "../../core/store/questions.ts";
import { indexWebinar } from "../../core/store/record.ts";
import { listPlaces, readNetwork } from "../../core/store/spaces.ts";
import { findQuestion, questionOption } from "../options/question.ts";
import { textOption, wordOption } from "../options/text.ts";
import { webinarOption } from "../options/webinar.ts";
import { labelOption, languageIfGiven } from "../options/wording.ts";
import { missingNote, writeButtons } from "./missing.ts";
import { panel, panelButton } from "./panel.ts";

/** After a command has changed the questions: nothing of the files overwrites them, they are found, and all follows. */
export const settleQuestions = async ({ key }: Pick<Webinar, "key">, { trx, now }: Tools): Promise<void> => {
  await noteQuestionsEdited(trx, key, now.epochMilliseconds);
  await indexWebinar(trx, key);
  await followQuestions(trx, key, now.epochMilliseconds);
};

const ID_LENGTH = 8;

/** An id of its own: the same call adds one question, however often it arrives. */
const newId = ({ key }: Webinar, { id }: Tools): string =>
  `${key}/${hashOf(id)
    .replaceAll(/[^a-z0-9]/giu, "")
    .slice(0, ID_LENGTH)
    .toLowerCase()}`;

export const add = defineCommand({
  name: "discuss add",
  rank: "moderator",
  role: "discussant",
  changes: true,
  options: { text: textOption, label: labelOption, webinar: webinarOption, language: languageIfGiven },
  async run({ text: words, label, webinar, language = undefined }, tools) {
    const written = language ?? (await readNetwork(tools.trx)).language;
    const number = Math.max(0, ...webinar.questions.map((question) => question.number)) + 1;
    const added = {
      id: newId(webinar, tools),
      webinar: webinar.key,
      number,
      label: { [written]: label },
      text: { [written]: words },
    };
    await addQuestion(tools.trx, added);
    await settleQuestions(webinar, tools);
    tools.note({ about: questionWhat(added), after: { question: `${number}  ${label}`, text: words } });
    return withMissing(added, tools, tools.voice.words.discussion.added(number));
  },
});

/** The panel, and of this question what no one has written yet in the language of a place, with a form for it. */
const withMissing = async (
  question: Pick<Question, "id" | "webinar" | "number" | "text">,
  tools: Tools,
  said: string,
): Promise<Reply> => {
  const [first, ...rest] = (await panel(question.webinar, tools, said)).blocks;
  const places = await listPlaces(tools.trx, "discussion");
  const missing = missingNote(tools.voice, [question], places);
  return message(first, missing, buttons(...writeButtons(tools.voice, question, places)), ...rest);
};

/** What a form was filled with: whoever saves it changes that and nothing else. */
const versionOf = ({ label, text: words }: Pick<Question, "label" | "text">): string =>
  hashOf(JSON.stringify([label, words])).slice(0, 12);

interface Edited {
  readonly question: Question;
  readonly language: string;
  /** What is not given stays. */
  readonly label: string | undefined;
  readonly text: string | undefined;
}

const edited = (of: Wordings, language: string, words: string | undefined): Wordings =>
  words === undefined ? of : { ...of, [language]: words };

/** Its values that are others now; of a language that was not written yet, without what was. */
const changes = ({ question, language, ...one }: Edited): Change => {
  const names = (["label", "text"] as const).filter(
    (name) => one[name] !== undefined && one[name] !== question[name][language],
  );
  const of = (value: (name: "label" | "text") => string | undefined) =>
    Object.fromEntries(names.map((name) => [name, value(name) ?? ""]));
  return {
    about: questionWhat(question),
    before: of((name) => question[name][language]),
    after: of((name) => one[name]),
  };
};

const write = async (one: Edited, webinar: Webinar, tools: Tools): Promise<Reply> => {
  const { question, language } = one;
  const label = edited(question.label, language, one.label);
  const words = edited(question.text, language, one.text);
  const { discussion } = tools.voice.words;
  if (versionOf({ label, text: words }) === versionOf(question)) {
    tools.note("nothing");
    return panel(webinar.key, tools, discussion.unchanged);
  }
  await wordQuestion(tools.trx, { id: question.id, label, text: words });
  await settleQuestions(webinar, tools);
  tools.note(changes(one));
  return withMissing({ ...question, text: words }, tools, discussion.saved(question.number));
};

/** The language of the wording that the asker is shown. */
const shownIn = ({ text: words }: Question, { language }: Tools["voice"]): string =>
  words[language] !== undefined ? language : words.en !== undefined ? "en" : (Object.keys(words)[0] ?? language);

const savePress = ({ question, ...one }: Edited, webinar: Webinar, ask?: readonly string[]): Press =>
  press(
    "discuss save",
    {
      webinar: webinar.key,
      question: question.id,
      language: one.language,
      was: versionOf(question),
      ...(one.text !== undefined && { text: one.text }),
      ...(one.label !== undefined && { label: one.label }),
    },
    ask,
  );

/** At once where it is said what is new, else as a form filled with what is there. */
export const edit = defineCommand({
  name: "discuss edit",
  rank: "moderator",
  role: "discussant",
  changes: true,
  options: {
    question: questionOption,
    text: { ...textOption, required: false },
    label: { ...labelOption, required: false },
    webinar: webinarOption,
    language: languageIfGiven,
  },
  async run(given, tools) {
    const question = findQuestion(given.webinar, given.question, tools.voice);
    const language = given.language ?? shownIn(question, tools.voice);
    const there = { text: question.text[language], label: question.label[language] };
    return given.text === undefined && given.label === undefined
      ? savePress({ question, language, ...there }, given.webinar, ["text", "label"])
      : write({ question, language, text: given.text, label: given.label }, given.webinar, tools);
  },
});

/** Somebody else was quicker: both are shown, and who came second decides. */
const decide = (one: Edited, webinar: Webinar, tools: Tools): Reply => {
  const { discussion } = tools.voice.words;
  tools.note("nothing");
  const { question, language } = one;
  return message(
    text(bold(discussion.changedMeanwhile(question.number))),
    text(bold(discussion.nowSays), wording(question.label, language), wording(question.text, language)),
    text(bold(discussion.yours), one.label, one.text),
    buttons<Press>(
      { label: discussion.saveMine, press: savePress(one, webinar), style: "danger" },
      { label: discussion.edit(question.number), press: savePress(one, webinar, ["text", "label"]) },
      panelButton(discussion.keepTheirs, webinar),
    ),
  );
};

export const save = defineCommand({
  name: "discuss save",
  rank: "moderator",
  role: "discussant",
  changes: true,
  hidden: true,
  options: {
    question: questionOption,
    text: textOption,
    label: labelOption,
    language: wordOption,
    was: wordOption,
    webinar: webinarOption,
  },
  async run({ webinar, was, language, ...given }, tools) {
    // Whoever removed it meanwhile did not know of these words.
    const written = { label: given.label, text: given.text, language };
    const question = findQuestion(webinar, given.question, tools.voice, (words) => [
      {
        label: words.discussion.add,
        press: press("discuss add", { webinar: webinar.key, ...written }, ["text", "label"]),
      },
    ]);
    const one: Edited = { question, language, text: given.text, label: given.label };
    const isNow = question.text[language] === one.text && question.label[language] === one.label;
    return was === versionOf(question) || isNow ? write(one, webinar, tools) : decide(one, webinar, tools);
  },
});
