import type { Options } from "../../core/bot/call.ts";
import type { Option, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import type { Button } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import { fold } from "../../core/network/fold.ts";
import type { Question } from "../../core/network/question.ts";
import { isOpen, type Webinar } from "../../core/network/webinar.ts";
import { say, type Voice } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import type { Words } from "../../core/words/words.ts";
import { webinarMeant } from "./webinar.ts";

/**
 * By number, by id, or by words of its label or text. Throws UserError at the option `question`; for the id that a button
 * carries of one that was removed since, with the panel and what else is offered.
 */
export const findQuestion = (
  webinar: Webinar,
  typed: string,
  voice: Voice,
  offer: (words: Words) => readonly Button<Press>[] = () => [],
): Question => {
  const named = fold(typed.trim()).normalize("NFKC");
  const number = named.match(/^(?:question|q|問い|問)?\s*(\d{1,3})$/)?.[1];
  const fits = (question: Question): boolean =>
    [...Object.values(question.label), ...Object.values(question.text)].some((text) => fold(text).includes(named));
  const { questions } = webinar;
  const found =
    questions.find(({ id }) => id === typed) ??
    (number === undefined ? questions.find(fits) : questions.find((question) => question.number === Number(number)));
  if (found !== undefined) return found;
  if (typed.startsWith(`${webinar.key}/`))
    throw new UserError((words) => words.discussion.gone, {
      offer: (words) => [
        ...offer(words),
        { label: words.discuss.refresh, press: press("discuss queue", { webinar: webinar.key }) },
      ],
    });
  const known = questions.map((question) => `${question.number} ${say(voice, question.label)}`).join(" · ");
  throw new UserError((words) => words.discuss.notFound(typed, known === "" ? "–" : known), { option: "question" });
};

/** Nothing of a cancelled webinar goes out (compose.ts): that is said before anything is promised. */
export const checkGoesOut = (webinar: Webinar, voice: Voice): void => {
  if (!isOpen(webinar))
    throw new UserError((words) => words.discussion.noMore(webinarName(voice, webinar)), {
      option: "webinar",
    });
};

/** Words that stand for a question of the webinar meant; which one is known once that is. */
export const questionOption = {
  kind: "line",
  required: true,
  pick: "one",
  parse: (raw: string): string => raw,
  suggest: async (typed: string, tools: Tools, others: Options) => {
    const { questions } = await webinarMeant(others.webinar, tools);
    const found = bestMatches(typed, questions, ({ number, label, text }) => [
      String(number),
      ...Object.values(label),
      ...Object.values(text),
    ]);
    return found.map((question) => ({
      label: toLabel(`${question.number} ${say(tools.voice, question.label)}`),
      value: String(question.number),
    }));
  },
} as const satisfies Option<string, true>;

/** The same where naming none means what the command says. */
export const questionIfGiven = { ...questionOption, required: false } as const satisfies Option<string>;
