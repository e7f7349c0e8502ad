import { lack } from "./lack.ts";

export const places = {
  lack,
  none: {
    announcements: "No channel for announcements is set up. An admin can do it with /rostrum setup.",
    discussion: "No channel for discussion questions is set up. An admin can do it with /rostrum setup.",
    desk: "No desk is set up. An admin can do it with /rostrum setup.",
  },
  unknown: (typed: string, known: string): string => `“${typed}” is none of the channels set up. There are: ${known}.`,
  gone: (known: string): string =>
    `A channel that was shown is not set up any more, so nothing was done. Please begin anew. There are: ${known}.`,
  mayNot: (place: string, lack: string): string => `${place}: ${lack}`,
  unsure: (places: string): string =>
    `${places}: whether a post arrived cannot be made sure of there. After a broken connection you are asked, and nothing is posted twice.`,
  tooLong: (place: string): string => `With the programme below it this is too long for ${place}. Shorten the text.`,
};

export const announce = {
  previewTitle: (when: string): string => `Announcement for ${when}`,
  preview: (place: string): string => `In ${place}:`,
  late: {
    announcement: "If it could not go out for 24 hours, or until the webinar begins, it lapses and the desk is told.",
    question: "If it could not go out for 1 hour, it lapses and the desk is told.",
    relative: "It follows when the webinar moves.",
  },
  promise: "It is posted once in each place, even if a connection breaks in between.",
  schedule: "Schedule",
  scheduled: (when: string, places: string): string => `Scheduled for ${when} in ${places}.`,
  already: "This is scheduled already.",
  takeBack: "Take it back",
  listTitle: (days: number): string => `Next ${days} days`,
  listAll: "Everything scheduled",
  nothing: "Nothing is scheduled.",
  nothingNow: (when: string, all: string): string =>
    `Nothing is scheduled in these days. The next is due on ${when}; “${all}” shows it.`,
  goneOut: "So far",
  days: (days: number): string => `${days} days`,
  all: "All",
  cancel: "Cancel",
  cancelThis: (what: string): string => `Cancel “${what}”`,
  cancelled: (what: string): string => `Cancelled: ${what}. It will not be posted.`,
  tooLate: "It is going out or has gone out already, so it cannot be cancelled.",
  nothingToCancel: "It was cancelled already.",
  state: {
    scheduled: "scheduled",
    ready: "waiting to be tried again",
    sending: "going out",
    unknown: "checking whether it arrived",
    sent: "✓ posted",
    held: "unclear whether it arrived",
    failed: "could not be posted",
    expired: "lapsed: it would have been too late",
    cancelled: "cancelled",
  },
  shared: "a shared answer",
  notice: "a note to the desk",
  /** What a forum may call the label for announcements. */
  labels: "announcement, announcements, news",
  isThere: "It is there",
  sendAgain: "Send again",
  settled: {
    there: (what: string): string => `Noted: “${what}” is there.`,
    noThread: "I cannot open its thread, since I do not know which message it is. Please open one by hand.",
    again: (what: string): string => `Sending “${what}” again.`,
  },
  cancelledRest: (what: string, places: string): string =>
    `Cancelled: ${what}, where it was not out yet. It is posted already in ${places}.`,
  settledAlready: "This was settled already.",
};

export const notice = {
  held: (what: string, place: string): string =>
    `It is unclear whether “${what}” arrived in ${place}: the connection broke before ${place} answered. Please look there.`,
  failed: (what: string, place: string): string =>
    `“${what}” could not be posted in ${place}: it refuses this message.`,
  place: (what: string, place: string): string =>
    `“${what}” is due, but ${place} refuses me. I try again until it is too late. /rostrum doctor says what is missing.`,
  uncorrected: (what: string, place: string): string =>
    `“${what}” has changed in the record, but I could not correct the post in ${place}. Please look there.`,
  stop: (platform: string): string =>
    `${platform} does not accept my token any more. Nothing is posted there until it is renewed and Rostrum restarted.`,
  expired: (what: string, place: string): string =>
    `“${what}” was not posted in ${place}: it would have been too late.`,
  gone: (what: string, place: string): string =>
    `“${what}” was not posted in ${place}: the webinar it is about was cancelled, is a draft again or has lost its hour.`,
  thread: (what: string, place: string): string => `“${what}” is posted in ${place}, but I could not open its thread.`,
  deleted: (what: string, place: string): string =>
    `Somebody deleted my post “${what}” in ${place}. I do not post it again by myself.`,
  threadDeleted: (what: string, place: string): string =>
    `Somebody deleted the thread below my post “${what}” in ${place}. The post is still there.`,
  channelAway: {
    archived: (place: string): string => `${place} was archived. What is due there waits until it is restored.`,
    /** @param self the bot's own name there, as people type it. */
    left: (place: string, self = "Rostrum"): string =>
      `I was removed from ${place}. What is due there waits until I am invited again: open it and send  /invite @${self}`,
  },
  channelGone: (place: string, posts: string | undefined): string =>
    posts === undefined ? `${place} was deleted.` : `${place} was deleted, and with it what I posted there: ${posts}.`,
  placeGone: (purpose: string): string => `It was the channel for ${purpose}. Choose another with /rostrum setup.`,
  spaceGone: (platform: string, space: string): string =>
    `I am no longer in the ${platform} server “${space}”: I was removed, or it was deleted. What is due there waits until I am invited again.`,
  spaceLeft: (platform: string, space: string): string =>
    `The ${platform} workspace “${space}” removed Rostrum, or took its token back. What is due there waits until an admin of the workspace installs it again: /rostrum doctor has the link.`,
  quoted: (what: string): string => `“${what}”`,
  andMore: (names: string, more: number): string => (more === 0 ? names : `${names} and ${more} more`),
};

export const discuss = {
  panelTitle: (name: string): string => `${name} · discussion`,
  waiting: "waiting",
  scheduledFor: (when: string): string => `scheduled for ${when}`,
  posting: "being posted",
  unclear: "unclear whether it arrived",
  notPosted: "not posted",
  postNow: (number: number, places: string): string => `Post question ${number} in ${places} now`,
  previewNow: (number: number): string => `Question ${number}, now`,
  previewAt: (number: number, when: string): string => `Question ${number}, ${when}`,
  posted: (number: number, places: string): string => `Posting question ${number} in ${places}.`,
  alreadyAll: (number: number): string =>
    `Question ${number} is posted or scheduled already in each of these places. Nothing was added.`,
  notFound: (typed: string, known: string): string => `There is no question “${typed}”. There are: ${known}.`,
  heading: (number: number, of: number): string => `Question ${number} of ${of}`,
  led: (names: string): string => `Led by ${names} · answer in the thread`,
  answer: "Answer in the thread",
  thread: (number: number, label: string): string => `Question ${number}: ${label}`,
  /** What a forum may call the label for questions. */
  labels: "question, questions, discussion question, discussion questions",
  refresh: "Refresh",
};
