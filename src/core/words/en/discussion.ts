import { count } from "./common.ts";

/** Leading a discussion from the panel, and its questions: edited, put in order, scheduled. */
export const discussion = {
  openSince: (time: string): string => `OPEN since ${time}`,
  opening: "goes out in ten seconds",
  closedAt: (time: string): string => `closed ${time}`,
  skipped: "skipped",
  closedOn: (day: string): string => `Closed on ${day}. Answers stay readable.`,
  chat: (heading: string, text: string): string => `${heading}: ${text}`,
  paused: "Paused: nothing that is scheduled here goes out until it is resumed.",
  empty: (when: string): string => `${when}: the queue is empty then`,
  done: "Every question has been opened.",

  open: (number: number): string => `Open question ${number}`,
  closeAndOpen: (number: number, next: number): string => `Close ${number} and open ${next}`,
  close: (number: number): string => `Close ${number}`,
  openOther: "Open another question",
  closeAndOpenOther: (number: number): string => `Close ${number} and open another`,
  undo: "Undo",
  chatButton: "Text for the meeting chat",
  more: "More…",
  back: "Back to the questions",
  reopen: (number: number): string => `Reopen question ${number}`,
  skip: (number: number): string => `Skip ${number}`,
  restore: (number: number): string => `Put question ${number} back`,
  pause: "Pause what is scheduled",
  resume: "Resume",
  post: "Post…",
  schedule: "Schedule…",
  add: "Add a question…",
  move: "Move…",
  editOne: "Edit a question",
  edit: (number: number): string => `Edit ${number}…`,
  remove: (number: number): string => `Remove question ${number}`,
  postAgain: "Post again anyway",

  copy: "To copy into the meeting's own chat:",
  alreadyOpen: (number: number): string => `Question ${number} is open or going out already.`,
  noneOpen: "No question is open.",
  notOpen: (number: number): string => `Question ${number} is not open.`,
  tooLate: "It is too late to undo: more than ten seconds have passed, or the question is out already.",
  noneWaiting: "No question is waiting.",
  noMore: (webinar: string): string => `${webinar} is cancelled, so none of its questions goes out.`,
  stays: (number: number): string =>
    `Question ${number} is posted, so its place and its number stay. You can close it, or edit its words.`,

  saved: (number: number): string =>
    `Question ${number} is changed. Where it is posted, the post is corrected in place.`,
  added: (number: number): string => `Question ${number} is added at the end.`,
  unchanged: "Nothing was changed.",
  removed: (label: string): string => `Removed: ${label}.`,
  reallyRemove: (number: number): string =>
    `Remove question ${number}? What is scheduled of it is taken back, and those behind it move up.`,
  moved: (number: number): string => `It is question ${number} now.`,
  noPlace: (most: number): string => `Write a place from 1 to ${most}.`,
  changedMeanwhile: (number: number): string => `Somebody has changed question ${number} since you opened it.`,
  nowSays: "It says now:",
  yours: "You wrote:",
  saveMine: "Save mine anyway",
  keepTheirs: "Keep theirs",

  pausedNow:
    "Paused. What is scheduled stays where it is: if it comes due meanwhile it goes out on resuming, or lapses when that is more than an hour late. You can still open questions yourself.",
  resumedNow: "Resumed. What is scheduled goes out at its time.",

  scheduleTitle: (webinar: string): string => `Next questions of ${webinar}`,
  nothingLeft: "–  the queue is empty then",
  tooShort: (slots: number, questions: number): string =>
    `${count(slots, "date", "dates")} and ${count(questions, "question", "questions")}: the queue is too short. Add questions, and the empty dates take them.`,
  inPlaces: (places: string): string => `In ${places}`,
  scheduleMany: (count: number): string => `Schedule ${count}`,
  scheduledMany: (count: number, places: string): string => `${count} scheduled in ${places}.`,
  queueChanged: "The questions or their times have changed since you looked. This is how it would be now.",
  oneAtATime: "One question goes out once. Leave the question empty to schedule the next ones.",
  tooMany: (most: number): string => `At most ${most} dates at once.`,
  dry: (webinar: string, when: string, more: number): string =>
    `${webinar}: a question is to go out on ${when}${more === 0 ? "" : `, and on ${count(more, "date", "dates")} after it`}, and none is left. Add one, and it goes out then.`,

  /** What a question is, as the audit says it. */
  state: {
    waiting: "waiting",
    scheduled: "scheduled",
    opening: "about to be posted",
    open: "open",
    closed: "closed",
    skipped: "skipped",
  },
  gone: "This question is not there any more: somebody has removed it.",
  removedOne: "a question that was removed",
  closedAlready: (number: number): string => `Question ${number} is closed already.`,
  goingOut: (number: number): string => `Question ${number} is just going out. Nothing else was done.`,
  openNow: (number: number): string => `Somebody was quicker: question ${number} is open now. Nothing else was done.`,

  dates: "Dates…",
  datesTitle: (webinar: string): string => `Dates ahead of ${webinar}`,
  datesLeft: "Still ahead:",
  noDates: "No date is ahead.",
  cancelOne: "Take one date back",
  cancelDates: (dates: number): string => `Take ${count(dates, "date", "dates")} back`,
  cancelledDate: (when: string): string =>
    `Taken back: ${when}. Nothing goes out then; the question waits for the next date.`,
  cancelledDates: (dates: number): string =>
    `${count(dates, "date is", "dates are")} taken back. Nothing goes out then.`,
  comesLater: (question: string, when: string): string =>
    `Its date is taken back. ${question} has moved up to the next date: ${when}.`,
  datesGone: "Taken back already, or past.",
  emptyDate: (number: number, webinar: string): string => `Question ${number} of ${webinar}: the queue is empty then`,

  missing: (numbers: string, language: string, places: string): string =>
    `Not written in ${language} yet: question ${numbers}. In ${places} it goes out in another language; nothing is translated by machine.`,
  writeIn: (number: number, language: string): string => `Write ${number} in ${language}…`,
};
