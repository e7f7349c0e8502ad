import { createHash } from "node:crypto";
import type { Options } from "../../core/bot/call.ts";
import type { Outside, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { type Button, buttons, message, note, type Reply, text } from "../../core/bot/message.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { announcementPost } from "../../core/delivery/compose.ts";
import { CALLED_ALONE_MOST, callingName } from "../../core/network/calling.ts";
import type { Place } from "../../core/network/place.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import type { Wordings } from "../../core/network/wordings.ts";
import { strip } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import { nextWebinar, readWebinar } from "../../core/store/webinars.ts";
import type { Schedule } from "../../core/time/recurrence.ts";
import type { Language } from "../../core/words/language.ts";
import { hourNow } from "../manage/both.ts";
import type { Wish } from "../options/mention.ts";
import {
  askedOnce,
  checkLength,
  checkPlaces,
  exactPlaces,
  standingOf,
  unsureNote,
  writtenPlaces,
} from "../options/places.ts";
import { comingOf, writtenSchedule } from "../options/schedule.ts";
import { checkSaid, fieldFor, fieldsOf, optionOf, writtenTexts } from "../options/texts.ts";
import { type Chosen, callingIn, callingSentence, checkCalling, exactMention, writtenMention } from "./calling.ts";
import { untitled, wordNotes, writeButtons } from "./missing.ts";
import { previewOf } from "./preview.ts";

/** An announcement as somebody wants it: looked at first, then scheduled or posted. */
export interface Wanted {
  readonly texts: Wordings;
  /** `undefined`: now. */
  readonly when: Schedule | undefined;
  readonly where: readonly Place[];
  readonly mention: Wish | undefined;
  readonly webinar: Webinar | undefined;
  /** The draft that becomes it. */
  readonly draft: string | undefined;
}

/** What the platforms said before: whom the post may call, and where nobody could look whether it arrived. */
export interface Seen {
  readonly chosen: Chosen | undefined;
  readonly unsure: readonly Place[];
}

/** What "1w before" counts from when no webinar is named: the next one. */
export const webinarFor = async (
  when: Schedule | undefined,
  named: Webinar | undefined,
  tools: Pick<Tools, "trx" | "now">,
): Promise<Webinar | undefined> => {
  if (named !== undefined || when?.kind !== "relative") return named;
  const head = await nextWebinar(tools.trx, tools.now);
  return head === undefined ? undefined : readWebinar(tools.trx, head.key);
};

/** As it stands in a button: the time in full, so that "+2d" does not move on while somebody thinks. */
export const carriedOf = (wanted: Wanted, chosen: Chosen | undefined): Options => {
  const { texts, when, where, webinar, draft } = wanted;
  return {
    ...writtenTexts(texts),
    ...(when !== undefined && { when: writtenSchedule(when) }),
    where: writtenPlaces(where),
    ...(chosen !== undefined && { mention: writtenMention(chosen.calling) }),
    ...(webinar !== undefined && { webinar: webinar.key }),
    ...(draft !== undefined && { draft }),
  };
};

/** Back to the form: a form has five fields, so of several texts the first. */
export const changeOf = (wanted: Wanted, chosen: Chosen | undefined): Press => {
  const [text = "text"] = fieldsOf(wanted.texts);
  const when = wanted.when === undefined ? [] : ["when"];
  return press(againOf(wanted), carriedOf(wanted, chosen), [text, ...when, "where", "mention", "webinar"]);
};

export const againOf = ({ when, draft }: Wanted): string => {
  if (draft !== undefined) return "announce begin";
  return when === undefined ? "announce now" : "announce schedule";
};

/** What the platforms say of a place, and of whom the asker may call there if anybody is to be called. */
export const standingFor = ({ mention }: Pick<Wanted, "mention">, outside: Outside) =>
  askedOnce((place) => standingOf(outside, place, mention && outside.asker.account));

/** Nothing more goes out with a webinar that is cancelled (compose.ts): that is said before anything is promised. */
export const checkOn = (webinar: Webinar | undefined, voice: Voice): void => {
  if (webinar?.status === "cancelled")
    throw new UserError((words) => words.manage.noMore(webinarName(voice, webinar)), { option: "webinar" });
};

/** Everything that can be refused is, before anything is shown: too long, no right, nothing to say. */
export const inspectWanted = async (wanted: Wanted, outside: Outside): Promise<Seen> => {
  const { texts, when, where } = wanted;
  const webinar = await outside.read((trx) => webinarFor(when, wanted.webinar, { trx, now: outside.clock.now() }));
  checkSaid(texts, webinar);
  const standing = standingFor(wanted, outside);
  const compose = (voice: Voice) => announcementPost(voice, wanted, webinar);
  const field = (place: Place): string => fieldFor(texts, place);
  await checkLength(outside, where, compose, field);
  const unsure = await checkPlaces(outside, where, compose, standing);
  const chosen = await checkCalling(outside, wanted, { standing });
  const composeCalling = (voice: Voice, place: Place) => {
    const calls = callingIn(chosen, place);
    return calls === undefined ? compose(voice) : { ...compose(voice), calls };
  };
  if (chosen !== undefined) await checkLength(outside, where, composeCalling, field);
  return { chosen, unsure };
};

const callsIn = (voice: Voice, chosen: Chosen, place: Place) => {
  const calling = callingIn(chosen, place);
  return {
    said: callingSentence(voice, chosen, place),
    line: calling && callingName(calling, place.at.platform),
  };
};

/** For the button that does it: what was previewed and nothing else, whatever is set up or renamed meanwhile. */
const exactOf = ({ where }: Wanted, chosen: Chosen | undefined, { at }: Tools): Options => ({
  where: exactPlaces(where),
  ...(chosen !== undefined && { mention: exactMention(chosen.calling, at.platform) }),
});

/** What counts from a webinar's hour is done only while that is the one that was shown. */
const hourOf = ({ when, webinar }: Wanted, tools: Tools): Options =>
  when?.kind === "relative" && webinar !== undefined ? { version: hourNow(webinar, tools) } : {};

/** When it is, in words; now needs no checking. */
const timeOf = (wanted: Wanted, webinar: Webinar | undefined, tools: Tools) => {
  const { voice, now } = tools;
  const { announce, drafts } = voice.words;
  if (wanted.when === undefined)
    return { title: drafts.nowTitle, at: now.toZonedDateTimeISO(voice.zone), dates: [], notes: [] };
  const coming = comingOf(wanted.when, webinar, { tools, voice });
  return { ...coming, title: announce.previewTitle(coming.said) };
};

/** Languages of the places that have words of their own behind the first field of *Change*: a button for each. */
const rewordings = (wanted: Wanted, carried: Options, { words }: Voice): readonly Button<Press>[] => {
  const [first, ...others] = fieldsOf(wanted.texts);
  const languages = [...new Set(wanted.where.map(({ language }) => language))];
  return languages
    .filter((language) => first !== undefined && others.includes(optionOf(language)))
    .map((language) => ({
      label: words.drafts.changeIn(words.languageNames[language]),
      press: press(againOf(wanted), carried, [optionOf(language)]),
    }));
};

/** Reads everything back before it is confirmed: what goes where, when that is for everyone, and what happens if it is late. */
export const previewWanted = async (given: Wanted, tools: Tools, { chosen, unsure }: Seen): Promise<Reply> => {
  const { voice } = tools;
  const { announce, bot, drafts, mention, recurrence } = voice.words;
  const { texts, when, where } = given;
  const webinar = await webinarFor(when, given.webinar, tools);
  checkOn(webinar, voice);
  const wanted = { ...given, webinar };
  const { at, title, dates, notes } = timeOf(wanted, webinar, tools);
  const network = await readNetwork(tools.trx);
  const carried = carriedOf(wanted, chosen);
  const { mention: _, ...kept } = carried;
  const id = createHash("sha256").update(tools.id).digest("base64url").slice(0, 16);
  const write = (language: Language) => press(againOf(wanted), carried, [optionOf(language)]);
  return message(
    text(
      bold(title),
      strip(voice, at.toInstant()),
      ...notes,
      ...untitled(webinar, where, voice),
      ...wordNotes(wanted, voice),
    ),
    dates.length === 0 ? undefined : text(...dates),
    { block: "divider" },
    ...previewOf(voice, {
      places: where,
      network,
      compose: (there) => announcementPost(there, { texts, when }, webinar),
      ...(chosen !== undefined && { calls: (place: Place) => callsIn(voice, chosen, place) }),
    }),
    note(
      chosen?.needsSecond === true ? mention.second(CALLED_ALONE_MOST) : undefined,
      announce.promise,
      announce.late.announcement,
      when?.kind === "recurring" ? recurrence.late : undefined,
      when?.kind === "relative" ? announce.late.relative : undefined,
    ),
    unsureNote(unsure, voice),
    buttons(
      {
        label: when === undefined ? drafts.postNow : announce.schedule,
        press: press("announce confirm", {
          id,
          ...carried,
          ...exactOf(wanted, chosen, tools),
          ...hourOf(wanted, tools),
        }),
        style: "primary",
      },
      { label: bot.change, press: changeOf(wanted, chosen) },
      ...writeButtons(wanted, voice, write),
      ...rewordings(wanted, carried, voice),
      { label: drafts.keep, press: press("announce keep", { ...kept, where: exactPlaces(where) }) },
      { label: bot.leave, press: press("leave") },
    ),
  );
};
