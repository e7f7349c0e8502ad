import { announceMenu } from "./menu-announce.ts";
import { discussMenu } from "./menu-discuss.ts";
import { manageMenu } from "./menu-manage.ts";

const whichWebinar = "Its number, its year or a word of its title. Empty: the next one, else the last";

/**
 * Every command and its options. `summary` ≤ 100 characters; `title` (of its form) ≤ 24; an option's text ≤ 45, it is
 * the label of its field and its description in the menu. `hints` stand below a field, ≤ 100.
 */
export const menu = {
  "webinar next": {
    summary: "The next webinar: when it is for you, who speaks, the questions",
    title: "Next webinar",
    options: {},
    hints: {},
  },
  "webinar now": { summary: "What is on at this moment, with the way in", title: "On now", options: {}, hints: {} },
  "webinar last": { summary: "The last webinar that took place", title: "Last webinar", options: {}, hints: {} },
  "webinar list": {
    summary: "All webinars, the next ones first",
    title: "Webinars",
    options: { period: "Which year or month" },
    hints: { period: "2022, 2022-02 or February 2022. Empty: all" },
  },
  "webinar earlier": {
    summary: "Webinars before these",
    title: "Webinars",
    options: { after: "After which", within: "In which time" },
    hints: {},
  },
  "webinar show": {
    summary: "The programme of one webinar",
    title: "Programme",
    options: { webinar: "Which webinar" },
    hints: { webinar: whichWebinar },
  },
  "webinar talk": {
    summary: "One talk of a webinar: who gives it, and what it is about",
    title: "Talk",
    options: { talk: "Which talk", webinar: "Of which webinar" },
    hints: { talk: "Its number, its speaker, or a word of it", webinar: whichWebinar },
  },
  "webinar speakers": {
    summary: "Who speaks, discusses and chairs in a webinar",
    title: "Who takes part",
    options: { webinar: "Which webinar" },
    hints: { webinar: whichWebinar },
  },
  "webinar questions": {
    summary: "The discussion questions of a webinar",
    title: "Questions",
    options: { webinar: "Which webinar" },
    hints: { webinar: whichWebinar },
  },
  "webinar search": {
    summary: "Look for a word in titles, talks, people, questions and outcomes",
    title: "Search",
    options: { words: "What to look for" },
    hints: { words: "For example: governance, or Tohoku" },
  },
  "webinar time": {
    summary: "When it is in each city, and whether the clocks change before",
    title: "Time",
    options: { when: "Which moment", cities: "In which cities" },
    hints: {
      when: "2026-12-05 17:00 Tokyo. Empty: the start of the next webinar",
      cities: "London, Bangkok, Tokyo. Empty: the network's own",
    },
  },
  "webinar remind": {
    summary: "A direct message before a webinar starts; it follows the date",
    title: "Reminder",
    options: { webinar: "Of which webinar", before: "How long before" },
    hints: { webinar: whichWebinar },
  },
  "webinar unremind": {
    summary: "Take back the reminders of a webinar",
    title: "Reminder",
    options: { webinar: "Of which webinar" },
    hints: {},
  },
  "webinar language": {
    summary: "The language that I answer you in",
    title: "Language",
    options: { language: "Which language" },
    hints: {},
  },
  "webinar outcomes": {
    summary: "What came of a webinar",
    title: "Outcome",
    options: { webinar: "Which webinar" },
    hints: { webinar: "Its number, its year or a word of its title. Empty: the last one" },
  },
  "webinar help": {
    summary: "What you can do here, and how",
    title: "Help",
    options: { command: "Which command" },
    hints: { command: "For example: webinar show" },
  },
  speaker: {
    summary: "Somebody in the record: roles, talks, affiliation at the time",
    title: "Who is it?",
    options: { name: "Name or affiliation" },
    hints: { name: "All of it or a part, for example: liu, or Tohoku" },
  },
  "announce list": {
    summary: "What will go out, what went out, and what is unclear",
    title: "Announcements",
    options: { days: "How many days ahead" },
    hints: {},
  },
  "announce approve": {
    summary: "Agree to a mention, or not",
    title: "Mention",
    options: { version: "As it was", announcement: "Which announcement", say: "Yes or no" },
    hints: {},
  },
  "announce stop": { summary: "Cancel what is scheduled", title: "Cancel", options: { what: "What" }, hints: {} },
  "announce settle": {
    summary: "Say what became of a post",
    title: "What became of it",
    options: { delivery: "Which post", there: "Whether it is there", attempt: "Which attempt" },
    hints: {},
  },
  ...announceMenu,
  ...discussMenu,
  ...manageMenu,
  home: { summary: "What is next, and what else there is", title: "Home", options: {}, hints: {} },
  menu: { summary: "Everything you can do here", title: "Menu", options: {}, hints: {} },
  leave: { summary: "Leave everything as it was", title: "Cancel", options: {}, hints: {} },
  "rostrum doctor": {
    summary: "What works, what does not, and what to do about it",
    title: "Doctor",
    options: {},
    hints: {},
  },
  "rostrum setup": {
    summary: "Set up the network and this server or workspace",
    title: "Setup 1 of 2: network",
    options: {
      name: "Name of the network",
      zone: "Time zone",
      language: "Language of its posts",
      strip: "Cities under each time",
    },
    hints: {
      name: "Empty: none is shown",
      zone: "A city or a zone: Tokyo, Europe/London",
      strip: "From west to east: London, Bangkok, Tokyo",
    },
  },
  "rostrum space": {
    summary: "Set up this server or workspace",
    title: "Setup 2 of 2: channels",
    options: {
      announcements: "Channel for announcements",
      discussion: "Channel for discussion questions",
      desk: "Private channel of the organisers",
      language: "Language of posts here",
    },
    hints: { desk: "Where I say what went wrong. Members should not see it" },
  },
  "rostrum connect": {
    summary: "Connect a server",
    title: "Connect",
    options: { platform: "Platform", space: "Server" },
    hints: {},
  },
  "rostrum roles list": {
    summary: "Who is moderator, organiser or admin, and who is who in the record",
    title: "Roles",
    options: {},
    hints: {},
  },
  "rostrum roles give": {
    summary: "Give a rank to a member or a group, or tie an account to a person",
    title: "Give a role",
    options: {
      who: "Member or group",
      role: "Rank or role",
      webinar: "Which webinar",
      person: "Who it is in the record",
    },
    hints: {
      webinar: "For speaker, discussant and chair only. Empty: the next one",
      person: "For speaker, discussant and chair only. Empty: the one who has this role",
    },
  },
  "rostrum roles take": {
    summary: "Take back a rank or the tie to a person",
    title: "Take a role back",
    options: { who: "Member or group" },
    hints: {},
  },
  "rostrum audit": {
    summary: "Who did what, and who was refused",
    title: "Audit",
    options: { by: "By whom", webinar: "About which webinar" },
    hints: {
      by: "A name, or a part of it. Empty: everybody",
      webinar: "Its number, its year or a word of its title. Empty: everything",
    },
  },
  "rostrum older": {
    summary: "What was done before",
    title: "Audit",
    options: { before: "Before which line", by: "By whom", webinar: "About which webinar" },
    hints: {},
  },
  share: { summary: "Post an answer for all to see", title: "Share", options: { of: "Answer" }, hints: {} },
};
