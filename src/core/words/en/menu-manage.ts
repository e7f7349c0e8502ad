const draftOrNext = "Its number, its year or a word of its title. Empty: the draft, else the next one";

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
    hints: { webinar: draftOrNext },
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
      webinar: draftOrNext,
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
    hints: { webinar: draftOrNext },
  },
  "manage webinar drop": {
    summary: "Cancel what was shown",
    title: "Cancel a webinar",
    options: { webinar: "Which webinar", version: "As it was", say: "Whether to post" },
    hints: {},
  },
  "manage talk add": {
    summary: "Add a talk, with who gives it",
    title: "Add a talk",
    options: {
      speaker: "Who gives it",
      affiliation: "Affiliation",
      country: "Country or region of the affiliation",
      title: "Title of the talk",
      about: "What it is about",
      webinar: "Of which webinar",
    },
    hints: {
      speaker: "A name of the record, or a new one: Dr. Ada Example",
      affiliation: "As it is called in publications",
      country: "Only for an affiliation that is new",
      about: "Where it has no title yet",
    },
  },
  "manage talk edit": {
    summary: "Change a talk, or who gives it",
    title: "Edit a talk",
    options: {
      talk: "Which talk",
      speaker: "Who gives it",
      affiliation: "Affiliation",
      country: "Country or region of the affiliation",
      title: "Title of the talk",
      about: "What it is about",
      webinar: "Of which webinar",
    },
    hints: {
      talk: "Its number, its speaker, or a word of it",
      country: "Only for an affiliation that is new",
    },
  },
  "manage talk move": {
    summary: "Put a talk in another place of the programme",
    title: "Move a talk",
    options: { talk: "Which talk", to: "Which place it gets", webinar: "Of which webinar" },
    hints: { talk: "Its number, its speaker, or a word of it", to: "1 is the first" },
  },
  "manage talk remove": {
    summary: "Take a talk out of the programme",
    title: "Remove a talk",
    options: { talk: "Which talk", webinar: "Of which webinar" },
    hints: { talk: "Its number, its speaker, or a word of it" },
  },
  "manage talk drop": {
    summary: "Take out what was shown",
    title: "Remove a talk",
    options: { talk: "Which talk", webinar: "Of which webinar", version: "As it was" },
    hints: {},
  },
  "announce plan": {
    summary: "All announcements around a webinar at once, from four weeks before to a week after",
    title: "Plan announcements",
    options: { webinar: "About which webinar", steps: "Which steps", where: "In which channels" },
    hints: {
      webinar: "Its number, its year or a word of its title. Empty: the next one",
      steps: "4w, 1w, 1d, 1h, start, 1d after, 1w after. Empty: these",
      where: "Names of channels, or Discord, Slack. Empty: every announcements channel",
    },
  },
  "announce ladder": {
    summary: "Schedule the announcements that were shown",
    title: "Plan announcements",
    options: { webinar: "About which webinar", steps: "Which steps", where: "In which channels" },
    hints: {},
  },
  "announce takeaway": {
    summary: "Take away what was shown",
    title: "Take away",
    options: { what: "Which post" },
    hints: {},
  },
};
