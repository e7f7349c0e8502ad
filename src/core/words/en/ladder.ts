import { count } from "./common.ts";

/** The steps of announcements around a webinar. */
export const ladder = {
  title: (webinar: string): string => `Announcements of ${webinar}`,
  /** The heading of a step's post, said from the record. */
  before: {
    weeks: (n: number): string => (n === 1 ? "In one week" : `In ${count(n, "week", "weeks")}`),
    days: (n: number): string => (n === 1 ? "Tomorrow, in one day" : `In ${count(n, "day", "days")}`),
    hours: (n: number): string => (n === 1 ? "In one hour" : `In ${count(n, "hour", "hours")}`),
    minutes: (n: number): string => `In ${count(n, "minute", "minutes")}`,
  },
  start: "Starting now",
  after: "It has taken place. Thank you to all who took part.",
  /** What it becomes, in a post that is out, when the webinar is at another time than was said. */
  moved: "The time has changed",
  past: (n: number): string =>
    `${count(n, "step has", "steps have")} passed already and ${n === 1 ? "is" : "are"} left out.`,
  none: "None of these steps is still to come.",
  unclear: "Write the steps like 4w, 1w, 1d, 1h, start, 1d after, 1w after.",
  tooMany: (most: number): string => `At most ${most} steps at once.`,
  afterwards: "The words and the time of each can be changed once they are scheduled: /announce list",
  leaveOut: "Leave a step out",
  scheduleAll: (n: number): string => `Schedule ${count(n, "announcement", "announcements")}`,
  scheduled: (n: number, where: string): string =>
    `${count(n, "announcement is", "announcements are")} scheduled in ${where}.`,
  already: "All of these are scheduled already.",
  missing: (language: string): string => `The title has no wording in ${language}; it is shown as it is recorded.`,
};
