import type { Webinar } from "../network/webinar.ts";
import { UNSAID, type Wordings, wording } from "../network/wordings.ts";
import type { Language } from "../words/language.ts";
import { longAt } from "./time.ts";
import { say, type Voice } from "./voice.ts";
import { webinarName } from "./webinar.ts";

/** What an announcement says in each language, and where a wording is missing: nothing is ever translated by machine. */

/** What is said in a language: its own wording, else the one for all, else what the record says, else whichever is there. */
export const textIn = (texts: Wordings, language: Language, composed = ""): string =>
  texts[language] ?? texts[UNSAID] ?? (composed === "" ? wording(texts, language) : composed);

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What shows that a text is, at least in part, in a language; names and terms in Latin letters show nothing. */
const SHOWS: Readonly<Record<Language, (text: string) => boolean>> = {
  en: (text) =>
    /(?:\p{Script=Latin}[\p{Script=Latin}'’-]*[\s,.:;–-]+){2}\p{Script=Latin}/u.test(text) ||
    !/[^\P{L}\p{Script=Latin}]/u.test(text),
  ja: (text) => KANA.test(text),
  "zh-Hans": (text) => /\p{Script=Han}/u.test(text) && !KANA.test(text),
  "zh-Hant": (text) => /\p{Script=Han}/u.test(text) && !KANA.test(text),
  th: (text) => /\p{Script=Thai}/u.test(text),
};

/** Languages, of these, that have no wording of their own while something is written; one text may well hold several. */
export const missingIn = (texts: Wordings, languages: readonly Language[]): readonly Language[] => {
  const forAll = texts[UNSAID];
  if (Object.keys(texts).length === 0) return [];
  return [...new Set(languages)].filter(
    (language) => texts[language] === undefined && (forAll === undefined || !SHOWS[language](forAll)),
  );
};

/** The record's own words for what may stand in braces in a text. Everything else in braces stays as it is written. */
const NAMED = /(?<!\{)\{(webinar|title|date)\}(?!\})/gu;

export const hasPlaceholder = (text: string): boolean => text.search(NAMED) >= 0;

const named = (voice: Voice, webinar: Webinar, name: string): string => {
  if (name === "webinar") return webinarName(voice, webinar);
  if (name === "title") return say(voice, webinar.title);
  const { startsAt } = webinar;
  if (startsAt === undefined) return voice.words.date.long(Temporal.PlainDate.from(webinar.date));
  return longAt(voice, Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(voice.zone));
};

/** "{webinar}" → what the record says; what that says is not read again. */
export const fillIn = (text: string, voice: Voice, webinar: Webinar | undefined): string =>
  webinar === undefined ? text : text.replace(NAMED, (_whole, name: string) => named(voice, webinar, name));
