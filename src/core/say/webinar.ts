import type { Tools } from "../bot/command.ts";
import { type Block, type Button, buttons, divider, note, text } from "../bot/message.ts";
import { type Press, press } from "../bot/press.ts";
import { bold, join, md, type Text, type Writing } from "../bot/text.ts";
import { fullName, type Part, type Role } from "../network/person.ts";
import { endsAt, LINK_BEFORE_MS, type Subject, type Talk, type Webinar, type WebinarHead } from "../network/webinar.ts";
import { isCountry } from "../words/countries.ts";
import { wordsIn } from "../words/words.ts";
import { fullTime, strip } from "./time.ts";
import { say, type Voice } from "./voice.ts";

/** When it is read, and by whom. */
type Reader = Pick<Tools, "now" | "audience">;

/** What people call it: "3rd international webinar"; without a number, by its title. */
export const webinarName = (voice: Voice, webinar: WebinarHead): string => {
  if (webinar.sample) return voice.words.webinar.sample;
  if (webinar.edition === undefined || webinar.series === undefined) return say(voice, webinar.title);
  return voice.words.webinar.edition(webinar.edition, say(voice, webinar.series.name));
};

export const countryName = (voice: Voice, code: string): string =>
  isCountry(code) ? voice.words.countries[code] : code;

const affiliation = (voice: Voice, part: Part): string | undefined =>
  part.at === undefined ? undefined : say(voice, part.at.name);

/** "Dr. Jing Liu, Tohoku University" */
export const partName = (voice: Voice, part: Part): string =>
  [fullName(part.person), affiliation(voice, part)].filter((word) => word !== undefined).join(voice.words.date.comma);

const peopleIn = (voice: Voice, webinar: Webinar, role: Exclude<Role, "speaker">): string | undefined => {
  const parts = webinar.roles.filter((part) => part.role === role);
  return parts.length === 0 ? undefined : voice.words.list(parts.map((part) => partName(voice, part)));
};

/** "Chengdu, China"; a country that is itself the place stands alone. */
export const subjectName = (voice: Voice, subject: Subject): string => {
  const [place, country] = [say(voice, subject.name), countryName(voice, subject.country)];
  const isCountryItself = Object.values(subject.name).includes(
    countryName({ ...voice, words: wordsIn("en") }, subject.country),
  );
  return isCountryItself ? country : voice.words.webinar.placeIn(place, country);
};

/** What a talk is called, or what it was about; never in quotation marks when it is not a title. */
export const talkTopic = (voice: Voice, talk: Talk): string => {
  const said = talk.title ?? talk.about;
  const subject = talk.subject === undefined ? undefined : voice.words.webinar.about(subjectName(voice, talk.subject));
  return [said === undefined ? undefined : say(voice, said), subject].filter((word) => word !== undefined).join(" · ");
};

const talkLine = (voice: Voice, talk: Talk): Text => {
  const topic = talkTopic(voice, talk);
  return join([md`${talk.position} ${bold(partName(voice, talk))}`, topic === "" ? undefined : topic], " · ");
};

/** The day, and the hour only where it is recorded. */
export const dateLines = (voice: Voice, webinar: WebinarHead): readonly Writing[] => {
  const { words } = voice;
  if (webinar.startsAt === undefined)
    return [words.date.aside(words.date.long(Temporal.PlainDate.from(webinar.date)), words.webinar.hourNotRecorded)];
  const at = Temporal.Instant.fromEpochMilliseconds(webinar.startsAt);
  return [fullTime(voice, at), strip(voice, at)];
};

/** Date and how long until then: "<t:…:F> (<t:…:R>)". */
const countedDateLines = (voice: Voice, webinar: WebinarHead, now: Temporal.Instant): readonly Writing[] => {
  const lines = dateLines(voice, webinar);
  const [full, ...rest] = lines;
  if (webinar.startsAt === undefined || full === undefined) return lines;
  const written = voice.words.date.inTime(webinar.startsAt - now.epochMilliseconds);
  const [open = "", close = ""] = voice.words.date.aside("", "\n").split("\n");
  return [
    md`${full}${open}${{ node: "time", at: Math.floor(webinar.startsAt / 1000), style: "relative", written }}${close}`,
    ...rest,
  ];
};

export const isOn = (webinar: WebinarHead, now: Temporal.Instant): boolean => {
  const end = endsAt(webinar);
  return (
    webinar.startsAt !== undefined &&
    end !== undefined &&
    webinar.startsAt <= now.epochMilliseconds &&
    now.epochMilliseconds < end
  );
};

/** The link, from 30 minutes before the start to the end and at no other time; never in what everybody keeps. */
const joining = (voice: Voice, webinar: Webinar, { now, audience }: Reader): Writing | undefined => {
  const end = endsAt(webinar);
  const ms = now.epochMilliseconds;
  const { startsAt, link, status } = webinar;
  if (startsAt === undefined || end === undefined || link === undefined) return undefined;
  if (status !== "planned" || ms >= end || audience === "everyone") return undefined;
  if (ms < startsAt - LINK_BEFORE_MS) return voice.words.webinar.linkLater;
  return { node: "link", label: voice.words.webinar.openMeeting, url: link };
};

const programme = (
  voice: Voice,
  webinar: Webinar,
  discussion: (names: string) => string,
): readonly (Writing | undefined)[] => {
  const [led, chaired] = [peopleIn(voice, webinar, "discussant"), peopleIn(voice, webinar, "moderator")];
  return [
    ...webinar.talks.map((talk) => talkLine(voice, talk)),
    join([led && discussion(led), chaired && voice.words.webinar.moderator(chaired)], " · "),
  ];
};

export const sampleNote = (voice: Voice, webinar: WebinarHead): Block<never> | undefined =>
  webinar.sample ? note(voice.words.webinar.sampleNote) : undefined;

/** Buttons under a webinar; they stand on public posts as well. */
export const programmeButton = (voice: Voice, webinar: WebinarHead): Button<Press> => ({
  label: voice.words.webinar.programme,
  press: press("webinar show", { webinar: webinar.key }),
});
export const questionsButton = (voice: Voice, { key, questions }: Webinar): Button<Press> | undefined =>
  questions.length === 0
    ? undefined
    : { label: voice.words.webinar.questions(questions.length), press: press("webinar questions", { webinar: key }) };

/** Of one whose start is known; whether it is still ahead is looked at when it is pressed. */
export const remindButton = (voice: Voice, { key, startsAt, status }: Webinar): Button<Press> | undefined =>
  startsAt === undefined || status !== "planned"
    ? undefined
    : { label: voice.words.remind.button, press: press("webinar remind", { webinar: key }) };

export const outcomeButton = (voice: Voice, { key, outcome }: Webinar): Button<Press> | undefined =>
  outcome === undefined
    ? undefined
    : { label: voice.words.webinar.outcome, press: press("webinar outcomes", { webinar: key }) };

/** `/webinar next`: when it is for the reader, who speaks, how to get in. Only one who reads it now is told how long until then. */
export const nextCard = (
  voice: Voice,
  webinar: Webinar,
  { now, audience }: Reader,
): readonly (Block<Press> | undefined)[] => {
  const { words } = voice;
  const minutes = Math.floor((now.epochMilliseconds - (webinar.startsAt ?? 0)) / 60_000);
  return [
    text(
      audience === "asker" && isOn(webinar, now)
        ? md`${bold(words.webinar.onNowMark)} · ${words.webinar.onNow(minutes)}`
        : undefined,
      webinarName(voice, webinar) === say(voice, webinar.title) ? undefined : webinarName(voice, webinar),
      bold(say(voice, webinar.title)),
      webinar.subtitle && say(voice, webinar.subtitle),
      ...(audience === "asker" ? countedDateLines(voice, webinar, now) : dateLines(voice, webinar)),
    ),
    divider,
    text(...programme(voice, webinar, words.webinar.discussion), joining(voice, webinar, { now, audience })),
    sampleNote(voice, webinar),
  ];
};

/** `/webinar show`: the programme, with what the record says of one that was held. */
export const programmeCard = (
  voice: Voice,
  webinar: Webinar,
  { now, audience }: Reader,
): readonly (Block<Press> | undefined)[] => {
  const { words } = voice;
  const attended =
    webinar.attendance &&
    words.webinar.participants(webinar.attendance.participants, webinar.attendance.countriesAndRegions);
  const [when, ...rest] = dateLines(voice, webinar);
  const untitled = webinar.status === "held" && webinar.talks.some((talk) => talk.title === undefined);
  return [
    text(
      webinarName(voice, webinar) === say(voice, webinar.title) ? undefined : bold(webinarName(voice, webinar)),
      bold(say(voice, webinar.title)),
      webinar.subtitle && say(voice, webinar.subtitle),
      join([when, webinar.status === "cancelled" ? words.webinar.cancelled : attended], " · "),
      ...rest,
    ),
    text(...programme(voice, webinar, words.webinar.discussionLed), joining(voice, webinar, { now, audience })),
    untitled ? note(words.webinar.noTitles) : undefined,
    sampleNote(voice, webinar),
  ];
};

/** What an announcement says of its webinar, below the organiser's own words. */
export const announcedCard = (voice: Voice, webinar: Webinar): readonly (Block<Press> | undefined)[] => {
  const { words } = voice;
  const speakers = webinar.talks.map((talk) => partName(voice, talk));
  const [led, chaired] = [peopleIn(voice, webinar, "discussant"), peopleIn(voice, webinar, "moderator")];
  const title = say(voice, webinar.title);
  const name = webinarName(voice, webinar);
  return [
    text(
      webinar.status === "cancelled" ? bold(words.webinar.cancelledMark) : undefined,
      bold(name === title ? title : words.webinar.named(name, title)),
      webinar.subtitle && say(voice, webinar.subtitle),
      ...dateLines(voice, webinar),
      speakers.length === 0 ? undefined : words.webinar.with(words.list(speakers)),
      join([led && words.webinar.discussion(led), chaired && words.webinar.moderator(chaired)], " · "),
    ),
    sampleNote(voice, webinar),
    buttons(programmeButton(voice, webinar), questionsButton(voice, webinar), remindButton(voice, webinar)),
  ];
};
