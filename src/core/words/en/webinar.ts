import { count, ordinal } from "./common.ts";

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const span = (minutes: number): string =>
  minutes % 60 === 0 ? count(minutes / 60, "hour", "hours") : count(minutes, "minute", "minutes");

export const webinar = {
  edition: (n: number, series: string): string => `${ordinal(n)} ${lowerFirst(series)}`,
  named: (name: string, title: string): string => `${name}: ${title}`,
  placeIn: (place: string, country: string): string => `${place}, ${country}`,
  sample: "Sample webinar",
  sampleNote: "An example with invented people. It exists in this playground only.",
  hourNotRecorded: "hour not recorded",
  onNow: (minutes: number): string =>
    minutes < 1 ? "just started" : `started ${count(minutes, "minute", "minutes")} ago`,
  onNowMark: "On now",
  openMeeting: "Open the meeting",
  linkLater: "The joining link appears here 30 minutes before the start.",
  participants: (people: number, places: number | undefined): string =>
    places === undefined
      ? count(people, "participant", "participants")
      : `${count(people, "participant", "participants")} from ${count(places, "country or region", "countries and regions")}`,
  discussionLed: (names: string): string => `Discussion led by ${names}`,
  discussion: (names: string): string => `Discussion: ${names}`,
  moderator: (names: string): string => `Moderator: ${names}`,
  with: (names: string): string => `With ${names}`,
  about: (subject: string): string => `about ${subject}`,
  noTitles: "From the network's own report; titles of talks and answers are not in it.",
  noneNext: "No webinar is planned yet.",
  lastInRecord: (what: string): string => `The last in the record: ${what}.`,
  cancelledLately: (name: string, day: string): string => `Cancelled: ${name}, planned for ${day}.`,
  none: "The record holds no webinar yet.",
  whatHappened: "What happened",
  programme: "Programme",
  questions: (n: number): string => count(n, "question", "questions"),
  listTitle: "Webinars",
  listBegins: (edition: string): string => `The record begins with: ${edition}.`,
  notFound: (typed: string): string =>
    `I find no webinar for “${typed}”. Try its number, its year, or a word of its title.`,
  several: (typed: string): string => `“${typed}” fits more than one webinar. Which one?`,
  noQuestions: (name: string): string => `${name}: no discussion questions are recorded.`,
  questionsOf: (name: string): string => `Discussion questions, ${name}`,
  ledBy: (names: string): string => `Led by ${names}`,
  cancelled: "cancelled",
  cancelledMark: "CANCELLED",
  nextButton: "Next webinar",
  noneNow: "Nothing is on at this moment.",
  nextIs: (name: string, when: string): string => `Next: ${name}, ${when}.`,
  noneHeld: "The record holds no webinar that has taken place yet.",
  outcome: "Outcome",
  outcomeOf: (name: string): string => `What came of it, ${name}`,
  notYetHeld: "It has not taken place yet, so there is no outcome.",
  noOutcome: "What came of it is not recorded.",
  speakersOf: (name: string): string => `Who takes part, ${name}`,
  noSpeakers: (name: string): string => `${name}: nobody is named in the programme yet.`,
  talkNumber: (n: number): string => `Talk ${n}`,
  talkOf: (n: number, all: number): string => `Talk ${n} of ${all}`,
  titleNotRecorded: "The title of the talk is not recorded; this is what it was about.",
  untitled: "What the talk is about is not recorded.",
  noTalks: "No talks are recorded for this webinar.",
  noTalk: (typed: string): string => `I find no talk for “${typed}” in this webinar. Which one?`,
  questionNumber: (n: number): string => `Question ${n}`,
  noPeriod: "Which year or month? Write it like 2022, 2022-02 or February 2022.",
  nonePeriod: "No webinar is recorded for that time.",
  earlier: "Earlier",
  noWords: "What shall I look for? Write a word or more, for example: governance, Tohoku.",
  nothingFound: (typed: string): string =>
    `Nothing in the record fits “${typed}”. I look through titles, speakers and their affiliations, questions and outcomes.`,
  foundFor: (typed: string): string => `Found for “${typed}”`,
  moreFound: (n: number): string => `These are the latest ${n}. Another word narrows it down.`,
  rightNow: "Now",
  tooManyCities: (most: number): string => `At most ${most} cities at once.`,
  clocksBefore: "Before then the clocks change:",
  clocksChange: (city: string, day: string, minutes: number): string =>
    `${city}: ${day}, ${minutes > 0 ? "forward" : "back"} by ${span(Math.abs(minutes))}`,
};

export const remind = {
  button: "Remind me",
  before: {
    "1w": "1 week before",
    "1d": "1 day before",
    "1h": "1 hour before",
    "10m": "10 minutes before",
    start: "At the start",
  },
  title: (webinar: string): string => `Reminder: ${webinar}`,
  set: (webinar: string, when: string): string => `I will remind you by direct message: ${webinar}, on ${when}.`,
  follows: "If the date moves, the reminder moves along; if the webinar is cancelled, it stays silent.",
  here: (webinar: string, when: string): string => `You will be reminded here: ${webinar}, on ${when}.`,
  stop: "Do not remind me",
  again: "Try again",
  stopped: (webinar: string): string => `No reminder any more: ${webinar}.`,
  noneSet: "No reminder is set for this webinar.",
  over: (webinar: string): string => `${webinar} is not to come any more, so there is nothing to be reminded of.`,
  noHour: (webinar: string): string => `${webinar}: the hour is not recorded yet, so I cannot remind you of it.`,
  past: (before: string): string => `“${before}” has passed already. You can still choose:`,
  closed: {
    discord:
      "Your direct messages are closed to me, so nothing is set. Open the server's menu → Privacy Settings → allow direct messages, and try again.",
    slack:
      "I cannot write you a direct message, so nothing is set. Ask an admin of the workspace: the app needs the new manifest and to be installed again (docs/slack.md), or its messages have to be allowed. Then try again.",
    web: "I cannot write you a direct message here, so nothing is set.",
  },
  unsure: "Your direct messages could not be reached just now, so nothing is set. Please try again.",
};

export const language = {
  now: (language: string): string => `I answer you in ${language}.`,
  posts: "What is posted for everyone speaks the language of its place.",
  profile: "As my profile says",
  byProfile: "I answer you in the language of your profile again.",
};

export const speaker = {
  on: (affiliation: string, day: string): string => `${affiliation} (on ${day})`,
  oneRole: (webinar: string, role: string): string => `${webinar} · ${role}`,
  notFound: (typed: string): string => `Nobody in the record is called “${typed}”, and no affiliation is.`,
  didYouMean: "Do you mean one of these?",
  near: (typed: string): string => `Nobody in the record is called “${typed}”. Close to it:`,
  otherScript: (typed: string): string =>
    `No name is recorded as “${typed}”: names stand in the record in Latin letters, as they were published. Try how it is spelled there, or the affiliation.`,
};

/** Slack's App Home. */
export const home = {
  speaker: "Find a speaker",
  webinar: "Another webinar",
  language: (language: string, place: string): string =>
    `Shown in ${language}, with times in ${place}. The time zone is that of your preferences.`,
};

export const help = {
  title: "What I can do here",
  intro: "Answers are for your eyes only; “Share here” on an answer posts it for everyone.",
  howTo: "How to write it",
  options: "What it takes",
  required: "needed",
  optional: "can be left out",
  whoMay: (rank: string): string => `For: ${rank}`,
  unknown: (typed: string): string => `There is no command “${typed}”.`,
};
