const texts = {
  en: "Its words in English",
  ja: "Its words in Japanese (日本語)",
  "zh-hans": "Its words in Simplified Chinese (简体中文)",
  "zh-hant": "Its words in Traditional Chinese (繁體中文)",
  th: "Its words in Thai (ไทย)",
};
const [text, when, where, webinar] = ["What it says", "When it goes out", "In which channels", "About which webinar"];
const mention = "Whom it calls";
const hints = {
  text: "Where a language has no words of its own. Empty with a webinar: the record says it",
  when: "2026-12-05 17:00 Tokyo, +2d, 1w before, or every monday 09:00 Tokyo, 4 times",
  where: "Names of channels, or Discord, Slack. Empty: every announcements channel",
  mention: "everyone, here, or the name of a role or user group. Empty: nobody",
  webinar: "Its number, its year or a word of its title. Empty: none",
};

/** What is announced, and how it is changed: the same as in menu.ts. */
export const announceMenu = {
  "announce schedule": {
    summary: "Schedule an announcement in the channels you choose",
    title: "Announcement",
    options: { text, when, where, mention, webinar, ...texts },
    hints: { ...hints },
  },
  "announce now": {
    summary: "Post an announcement at once in the channels you choose, after a look at it",
    title: "Announcement, at once",
    options: { text, where, mention, webinar, ...texts },
    hints: { text: hints.text, where: hints.where, mention: hints.mention, webinar: hints.webinar },
  },
  "announce begin": {
    summary: "Schedule a draft",
    title: "Announcement",
    options: { text, when, where, mention, webinar, ...texts, draft: "Which draft" },
    hints: { ...hints },
  },
  "announce confirm": {
    summary: "Schedule or post what was previewed",
    title: "Announcement",
    options: {
      version: "As it was",
      id: "Preview",
      text,
      when,
      where,
      mention,
      webinar,
      ...texts,
      draft: "Which draft",
    },
    hints: {},
  },
  "announce draft": {
    summary: "Keep an announcement for later, before all organisers; alone: the drafts",
    title: "Draft",
    options: { text, when, where, webinar, ...texts },
    hints: { text: hints.text, when: hints.when, where: hints.where, webinar: hints.webinar },
  },
  "announce keep": {
    summary: "Keep what was previewed as a draft",
    title: "Draft",
    options: { text, when, where, webinar, ...texts, draft: "Which draft" },
    hints: {},
  },
  "announce discard": {
    summary: "Throw a draft or a template away",
    title: "Throw away",
    options: { kept: "Which one" },
    hints: {},
  },
  "announce preview": {
    summary: "How anything drafted, scheduled or posted looks in each channel as it is now",
    title: "Preview",
    options: { what: "Which draft or post" },
    hints: { what: "How it begins, or the question's label" },
  },
  "announce edit": {
    summary: "Other words for an announcement; what is posted is corrected in place",
    title: "Correct",
    options: { what: "Which announcement", text, ...texts },
    hints: { what: "How it begins", text: "For every channel whose language has no words of its own" },
  },
  "announce rewrite": {
    summary: "Correct what a form was filled in with",
    title: "Correct",
    options: { what: "Which announcement", text, ...texts, fields: "Fields", was: "As it was" },
    hints: { text: "For every channel whose language has no words of its own" },
  },
  "announce snooze": {
    summary: "Move a scheduled announcement to another time; of what recurs, the next one only",
    title: "Move an announcement",
    options: { what: "Which announcement", when: "When it goes out now" },
    hints: { what: "How it begins", when: "+1h (that much later), tomorrow 09:00, 2026-12-05 17:00 Tokyo, 1d before" },
  },
  "announce templates": {
    summary: "Texts to begin an announcement from: yours and a few in every language",
    title: "Templates",
    options: { name: "Which template" },
    hints: { name: "A word of its name. Empty: all of them" },
  },
  "announce template": {
    summary: "Keep a text by a name, to begin announcements from",
    title: "New template",
    options: { name: "Its name", text, ...texts },
    hints: { text: "For every channel whose language has no words of its own" },
  },
  "announce cancel": {
    summary: "Cancel what is scheduled",
    title: "Cancel",
    options: { what: "What" },
    hints: { what: "How it begins, or the question's label" },
  },
  "announce withdraw": {
    summary: "Take away everywhere what was posted: announcements, questions, news, shared answers",
    title: "Take away",
    options: { what: "Which post" },
    hints: { what: "How it begins, or the question's label" },
  },
};
