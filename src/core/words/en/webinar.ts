import { count, ordinal } from "./common.ts";

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

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
  andMore: (n: number): string => `and ${n} more`,
  notFound: (typed: string): string =>
    `I find no webinar for “${typed}”. Try its number, its year, or a word of its title.`,
  several: (typed: string): string => `“${typed}” fits more than one webinar. Which one?`,
  noQuestions: (name: string): string => `${name}: no discussion questions are recorded.`,
  questionsOf: (name: string): string => `Discussion questions, ${name}`,
  ledBy: (names: string): string => `Led by ${names}`,
  cancelled: "cancelled",
  nextButton: "Next webinar",
};

export const speaker = {
  on: (affiliation: string, day: string): string => `${affiliation} (on ${day})`,
  oneRole: (webinar: string, role: string): string => `${webinar} · ${role}`,
  notFound: (typed: string): string => `Nobody in the record is called “${typed}”, and no affiliation is.`,
  didYouMean: "Do you mean one of these?",
};

/** Slack's App Home. */
export const home = {
  speaker: "Find a speaker",
  webinar: "Another webinar",
  language: (language: string, place: string): string =>
    `Shown in ${language}, with times in ${place}: the language and time zone of your preferences decide.`,
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
