import type { Button } from "../../core/bot/message.ts";
import type { Press } from "../../core/bot/press.ts";
import { type Place, placeName } from "../../core/network/place.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { UNSAID, type Wordings } from "../../core/network/wordings.ts";
import { hasPlaceholder, missingIn } from "../../core/say/announcement.ts";
import type { Voice } from "../../core/say/voice.ts";
import type { Schedule } from "../../core/time/recurrence.ts";
import type { Language } from "../../core/words/language.ts";

const languagesOf = (where: readonly Place[]): readonly Language[] => [
  ...new Set(where.map(({ language }) => language)),
];

/** Languages of the places in which the title has no wording. */
export const untitled = (webinar: Webinar | undefined, where: readonly Place[], { words }: Voice): readonly string[] =>
  languagesOf(where)
    .filter((language) => webinar !== undefined && webinar.title[language] === undefined)
    .map((language) => words.ladder.missing(words.languageNames[language]));

interface Written {
  readonly texts: Wordings;
  readonly where: readonly Place[];
  readonly webinar: Webinar | undefined;
  readonly when: Schedule | undefined;
}

/** Which places show words of another language, and what stays in braces. */
export const wordNotes = ({ texts, where, webinar, when }: Written, { words }: Voice): readonly string[] => {
  const { drafts, languageNames, list } = words;
  const placesIn = (language: Language) => list(where.filter((place) => place.language === language).map(placeName));
  // What counts from a webinar has words of its own in every language, unless one text is for all.
  const isStep = when?.kind === "relative" && texts[UNSAID] === undefined;
  const say = isStep ? drafts.noTextButStep : drafts.noText;
  const isLiteral = webinar === undefined && Object.values(texts).some(hasPlaceholder);
  return [
    ...missingIn(texts, languagesOf(where)).map((language) => say(languageNames[language], placesIn(language))),
    ...(isLiteral ? [drafts.literal] : []),
  ];
};

/** A button for each language that is missing, which asks for it. */
export const writeButtons = (
  { texts, where }: Pick<Written, "texts" | "where">,
  { words }: Voice,
  write: (language: Language) => Press,
): readonly Button<Press>[] =>
  missingIn(texts, languagesOf(where)).map((language) => ({
    label: words.drafts.writeIn(words.languageNames[language]),
    press: write(language),
  }));
