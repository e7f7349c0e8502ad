/** Drafts, templates, one text for each language, and moving what is scheduled. */
export const drafts = {
  title: "Drafts",
  none: "There are no drafts.",
  begin: "New draft…",
  keep: "Keep as a draft",
  kept: (name: string): string => `Kept as a draft: ${name}`,
  noTime: "no time yet",
  noTimeYet: "It has no time yet; that is asked for when you schedule it.",
  look: (what: string): string => `Preview “${what}”`,
  edit: (what: string): string => `Edit “${what}”…`,
  scheduleThis: (what: string): string => `Schedule “${what}”…`,
  discard: (what: string): string => `Throw “${what}” away`,
  discarded: (what: string): string => `“${what}” is thrown away.`,
  gone: "This is not there any more: it was scheduled or thrown away meanwhile.",
  lookAtIt: "Preview it",
  schedule: "Schedule it…",
  editIt: "Edit it…",
  moveIt: "Move it…",
  discardIt: "Throw it away",
  draftAsItIs: "The draft as it is now",
  asItIs: (what: string): string => `“${what}” as it is now`,
  nowTitle: "Announcement, at once",
  postNow: "Post it now",
  postingNow: (places: string): string => `It is being posted in ${places}.`,
  nowNeedsSecond: (most: number): string =>
    `More than ${most} members are called only if a second organiser agrees, and at once nobody can. Schedule it: /announce schedule`,
  /** @param places whose language it is. */
  noText: (language: string, places: string): string =>
    `There is no text in ${language}: ${places} shows what is written.`,
  /** The same where a step's words stand in for it. */
  noTextButStep: (language: string, places: string): string =>
    `There is no text in ${language}: ${places} shows what the record says.`,
  literal: "{webinar}, {title} and {date} stay as they are written, since no webinar is named.",
  writeIn: (language: string): string => `Write it in ${language}…`,
  changeIn: (language: string): string => `Change it in ${language}…`,
  both: "Somebody changed this announcement while you were editing it.",
  move: (what: string): string => `Move “${what}”…`,
  moved: (what: string): string => `“${what}” is moved.`,
  fromTo: (before: string, after: string): string => `from ${before}\nto ${after}`,
  onlyNext: "Only this one is moved; those after it stay as they are.",
  fixedNow: "It has a time of its own now, and stays there when the webinar moves.",
  passesNext: (when: string): string =>
    `The one after it is due on ${when}. Choose an earlier time, or cancel what is left.`,
  nothingToMove: "Nothing of it is still to go out, so there is nothing to move.",
  open: "Open",
};

export const templates = {
  title: "Templates",
  use: (name: string): string => `Begin from “${name}”…`,
  begin: "New template…",
  keep: "Keep as a template…",
  kept: (name: string): string => `Kept as a template: ${name}`,
  replaced: (name: string): string => `The template ${name} says now:`,
  notFound: (typed: string): string => `There is no template “${typed}”.`,
  placeholders:
    "{webinar}, {title} and {date} are said from the record of the webinar that is named. Other braces stay as they are.",
  usual: {
    call: {
      name: "Call for participation",
      text: "We warmly invite you to our webinar “{title}”. Everyone in the network is welcome, and so are colleagues who would like to get to know us. Questions for the discussion may be sent in beforehand.",
    },
    reminder: {
      name: "Reminder",
      text: "A short reminder of our webinar “{title}”.\nWhen: {date}\nWe look forward to seeing you.",
    },
    thanks: {
      name: "Thanks and materials",
      text: "Thank you to all who spoke, asked and listened at our webinar “{title}”. The materials will be posted here as soon as they are ready, and the discussion stays open for your answers.",
    },
  },
};
