const whichWebinar = "Its number, its year or a word of its title. Empty: the next one, else the last";
const wherePosted = "Names of channels, or Discord, Slack. Empty: every discussion channel";

/** `/discuss` of the menu (menu.ts). */
export const discussMenu = {
  "discuss queue": {
    summary: "The discussion questions and their state, with buttons to open and close them",
    title: "Discussion",
    options: { webinar: "Which webinar" },
    hints: { webinar: whichWebinar },
  },
  "discuss post": {
    summary: "Post a discussion question now, with a thread for the answers",
    title: "Post a question",
    options: { question: "Which question", webinar: "Which webinar", where: "In which channels" },
    hints: {
      question: "Its number or a word of it",
      webinar: whichWebinar,
      where: wherePosted,
    },
  },
  "discuss schedule": {
    summary: "Schedule one discussion question, or the next ones",
    title: "Schedule questions",
    options: {
      when: "When it goes out, or several times",
      question: "Which question",
      webinar: "Which webinar",
      where: "In which channels",
    },
    hints: {
      when: "2026-12-05 17:00 Tokyo, +2d, 20m after start; or every monday 09:00 Tokyo, 4 times",
      question: "Its number or a word of it. Empty: the next ones",
      webinar: whichWebinar,
      where: wherePosted,
    },
  },
  "discuss close": {
    summary: "Close a discussion question; its post says so, its thread stays open",
    title: "Close a question",
    options: { question: "Which question", webinar: "Which webinar" },
    hints: { question: "Its number or a word of it. Empty: the one that is open", webinar: whichWebinar },
  },
  "discuss add": {
    summary: "Add a discussion question at the end",
    title: "Add a question",
    options: {
      text: "The question",
      label: "A short name for it",
      webinar: "Which webinar",
      language: "In which language it is written",
    },
    hints: { label: "The thread and the buttons are called so. At most 80 characters", webinar: whichWebinar },
  },
  "discuss edit": {
    summary: "Change a discussion question; where it is posted, the post is corrected",
    title: "Edit a question",
    options: {
      question: "Which question",
      text: "The question",
      label: "A short name for it",
      webinar: "Which webinar",
      language: "In which language it is written",
    },
    hints: { question: "Its number or a word of it", webinar: whichWebinar },
  },
  "discuss save": {
    summary: "Save what was edited",
    title: "Edit a question",
    options: {
      question: "Which question",
      text: "The question",
      label: "A short name for it",
      language: "In which language it is written",
      was: "What it was",
      webinar: "Which webinar",
    },
    hints: { label: "The thread and the buttons are called so. At most 80 characters" },
  },
  "discuss remove": {
    summary: "Remove a discussion question that is not posted yet",
    title: "Remove a question",
    options: { question: "Which question", webinar: "Which webinar" },
    hints: { question: "Its number or a word of it", webinar: whichWebinar },
  },
  "discuss drop": {
    summary: "Remove the question that was shown",
    title: "Remove a question",
    options: { question: "Which question", webinar: "Which webinar" },
    hints: {},
  },
  "discuss move": {
    summary: "Move a discussion question to another place in the order",
    title: "Move a question",
    options: { question: "Which question", to: "To which place", webinar: "Which webinar" },
    hints: { question: "Its number or a word of it", to: "1 is the first", webinar: whichWebinar },
  },
  "discuss skip": {
    summary: "Leave a discussion question out; it can be put back",
    title: "Skip a question",
    options: { question: "Which question", webinar: "Which webinar" },
    hints: { question: "Its number or a word of it. Empty: the next one", webinar: whichWebinar },
  },
  "discuss pause": {
    summary: "Keep scheduled questions of a webinar back until you resume",
    title: "Pause",
    options: { webinar: "Which webinar" },
    hints: { webinar: whichWebinar },
  },
  "discuss resume": {
    summary: "Let the scheduled questions of a webinar go out again",
    title: "Resume",
    options: { webinar: "Which webinar" },
    hints: { webinar: whichWebinar },
  },
  "discuss open": {
    summary: "Open a question",
    title: "Open a question",
    options: {
      question: "Which question",
      close: "Which one is closed",
      webinar: "Which webinar",
      where: "In which channels",
    },
    hints: {},
  },
  "discuss undo": {
    summary: "Undo what was just done",
    title: "Undo",
    options: { question: "What was opened", close: "What was closed", webinar: "Which webinar" },
    hints: {},
  },
  "discuss restore": {
    summary: "Reopen a question, or put it back",
    title: "Reopen a question",
    options: { question: "Which question", webinar: "Which webinar" },
    hints: {},
  },
  "discuss text": {
    summary: "The question as plain text",
    title: "For the meeting chat",
    options: { webinar: "Which webinar" },
    hints: {},
  },
  "discuss more": {
    summary: "What else can be done with the questions",
    title: "Discussion",
    options: { webinar: "Which webinar" },
    hints: {},
  },
  "discuss again": {
    summary: "Post a question again where it is posted already",
    title: "Post a question",
    options: { question: "Which question", webinar: "Which webinar", where: "In which channels" },
    hints: {},
  },
  "discuss book": {
    summary: "Schedule the questions that were previewed",
    title: "Schedule questions",
    options: {
      when: "When",
      questions: "Which questions",
      only: "Only those with a question",
      webinar: "Which webinar",
      where: "In which channels",
    },
    hints: {},
  },
  "discuss dates": {
    summary: "The dates at which questions go out",
    title: "Dates ahead",
    options: { webinar: "Which webinar" },
    hints: {},
  },
  "discuss unbook": {
    summary: "Take dates of questions back",
    title: "Take dates back",
    options: { slots: "Which dates", webinar: "Which webinar" },
    hints: {},
  },
  "discuss confirm": {
    summary: "Post or schedule what was previewed",
    title: "Question",
    options: {
      question: "Which question",
      webinar: "Which webinar",
      where: "In which channels",
      when: "When it goes out",
      again: "How often it was posted",
    },
    hints: {},
  },
  "discuss cancel": {
    summary: "Take a scheduled question back",
    title: "Cancel",
    options: { question: "Which question", webinar: "Which webinar" },
    hints: {},
  },
};
