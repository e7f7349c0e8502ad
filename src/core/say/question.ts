import { buttons, type Message, message, note, text } from "../bot/message.ts";
import type { Press } from "../bot/press.ts";
import { bold, join, md } from "../bot/text.ts";
import { fullName } from "../network/person.ts";
import type { Question } from "../network/question.ts";
import type { Webinar } from "../network/webinar.ts";
import { say, type Voice } from "./voice.ts";
import { programmeButton, sampleNote, webinarName } from "./webinar.ts";

/** "Dr. Philip Wing Keung Chan", of those who lead the discussion. */
const leaders = (voice: Voice, webinar: Webinar): string =>
  voice.words.list(webinar.roles.filter(({ role }) => role === "discussant").map(({ person }) => fullName(person)));

/** A number that was posted stays, even when fewer are left. */
const howMany = ({ questions }: Webinar): number =>
  Math.max(questions.length, ...questions.map(({ number }) => number));

/** Who leads and where to answer; of a closed one who led and when that was. */
const lastLines = ({ words, zone }: Voice, { closedAt }: Question, led: string): readonly (string | undefined)[] => {
  if (closedAt === undefined) return [led === "" ? words.discuss.answer : words.discuss.led(led)];
  const day = Temporal.Instant.fromEpochMilliseconds(closedAt).toZonedDateTimeISO(zone).toPlainDate();
  return [led === "" ? undefined : words.webinar.ledBy(led), words.discussion.closedOn(words.date.long(day))];
};

/** A question as everybody sees it. Its text is never cut. */
export const questionPost = (voice: Voice, webinar: Webinar, question: Question): Message<Press> => {
  const { discuss } = voice.words;
  const led = leaders(voice, webinar);
  return message(
    text(
      join([bold(discuss.heading(question.number, howMany(webinar))), webinarName(voice, webinar)], " · "),
      say(voice, question.text),
      ...lastLines(voice, question, led),
    ),
    sampleNote(voice, webinar),
    buttons(programmeButton(voice, webinar)),
  );
};

/** "Question 2: Build Back Better and COVID-19" */
export const threadTitle = (voice: Voice, question: Question): string =>
  voice.words.discuss.thread(question.number, say(voice, question.label));

/** "Question 2 of 3: …", without any mark: to be copied into the meeting's own chat. */
export const chatText = ({ words, ...voice }: Voice, webinar: Webinar, question: Question): string =>
  words.discussion.chat(
    words.discuss.heading(question.number, howMany(webinar)),
    say({ words, ...voice }, question.text),
  );

/** All of a webinar's questions, for who looks them up. */
export const questionList = (voice: Voice, webinar: Webinar) => {
  const led = leaders(voice, webinar);
  return [
    text(bold(voice.words.webinar.questionsOf(webinarName(voice, webinar)))),
    ...webinar.questions.map((question) =>
      text(md`${bold(`${question.number} ${say(voice, question.label)}`)}\n${say(voice, question.text)}`),
    ),
    led === "" ? undefined : note(voice.words.webinar.ledBy(led)),
    sampleNote(voice, webinar),
  ];
};
