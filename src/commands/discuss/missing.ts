import { note } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { type Place, placeName } from "../../core/network/place.ts";
import type { Question } from "../../core/network/question.ts";
import type { Voice } from "../../core/say/voice.ts";
import type { Language } from "../../core/words/language.ts";

/** What nobody has written in the language of a place: said before it goes out, and never made by a machine. */

type Worded = Pick<Question, "id" | "webinar" | "number" | "text">;

const lacks = ({ text }: Worded, { language }: Pick<Place, "language">): boolean => text[language] === undefined;

/** Which questions go out with another language's wording, and where. */
export const missingNote = ({ words }: Voice, questions: readonly Worded[], places: readonly Place[]) => {
  const sentences = [...Map.groupBy(places, ({ language }) => language)].flatMap(([language, there]) => {
    const numbers = questions.filter((question) => lacks(question, { language })).map(({ number }) => number);
    return numbers.length === 0
      ? []
      : [
          words.discussion.missing(
            words.list(numbers.map(String)),
            words.languageNames[language],
            words.list(there.map(placeName)),
          ),
        ];
  });
  return sentences.length === 0 ? undefined : note(...sentences);
};

/** A form for each language that the question lacks in these places. */
export const writeButtons = ({ words }: Voice, question: Worded, places: readonly Place[]) => {
  const languages: readonly Language[] = [...new Set(places.map(({ language }) => language))];
  return languages
    .filter((language) => lacks(question, { language }))
    .map((language) => ({
      label: toLabel(words.discussion.writeIn(question.number, words.languageNames[language])),
      press: press("discuss edit", { webinar: question.webinar, question: question.id, language }),
    }));
};
