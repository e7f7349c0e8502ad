/** What organisers keep the record with: the same as in menu.ts. */
export const manageMenu = {
  "manage webinar create": {
    summary: "Make a draft of a webinar; nobody sees it until it is published",
    title: "New webinar",
    options: {
      title: "Its title",
      start: "When it is",
      subtitle: "Its subtitle",
      minutes: "How long it takes",
      link: "Joining link",
    },
    hints: {
      start: "2026-12-05 17:00 Tokyo; a day alone where the hour is not known yet",
      minutes: "90, or 1h 30m",
      link: "https://… It is shown from 30 minutes before the start only",
    },
  },
  "manage webinar edit": {
    summary: "Change what a webinar is called, how long it takes, its link",
    title: "Edit a webinar",
    options: {
      webinar: "Which webinar",
      title: "Its title",
      subtitle: "Its subtitle",
      minutes: "How long it takes",
      link: "Joining link",
    },
    hints: { webinar: "Its number, its year or a word of its title. Empty: the draft, else the next one" },
  },
  "manage webinar change": {
    summary: "Change what a form was filled in with",
    title: "Edit a webinar",
    options: {
      webinar: "Which webinar",
      version: "As it was",
      title: "Title",
      subtitle: "Subtitle",
      minutes: "Minutes",
      link: "Joining link",
    },
    hints: { minutes: "90, or 1h 30m", link: "https://… Shown from 30 minutes before the start only" },
  },
  "manage webinar publish": {
    summary: "Show a draft to everybody, after a look at it",
    title: "Publish",
    options: { webinar: "Which webinar" },
    hints: { webinar: "Its title, or a word of it. Empty: the draft" },
  },
  "manage webinar release": {
    summary: "Publish what was shown",
    title: "Publish",
    options: { webinar: "Which webinar", version: "As it was" },
    hints: {},
  },
  "manage webinar reschedule": {
    summary: "Move a webinar: shows what will happen to all that was said, first",
    title: "Move a webinar",
    options: { start: "The new day and hour", webinar: "Which webinar" },
    hints: {
      start: "2026-12-06 17:00 Tokyo",
      webinar: "Its number, its year or a word of its title. Empty: the next one",
    },
  },
  "manage webinar move": {
    summary: "Move what was shown",
    title: "Move a webinar",
    options: { webinar: "Which webinar", version: "As it was", start: "The new day and hour", say: "Whether to post" },
    hints: {},
  },
  "manage webinar cancel": {
    summary: "Cancel a webinar: shows what will happen to all that was said, first",
    title: "Cancel a webinar",
    options: { webinar: "Which webinar" },
    hints: { webinar: "Its number, its year or a word of its title. Empty: the next one" },
  },
  "manage webinar drop": {
    summary: "Cancel what was shown",
    title: "Cancel a webinar",
    options: { webinar: "Which webinar", version: "As it was", say: "Whether to post" },
    hints: {},
  },
};
