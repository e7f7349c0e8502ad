import type { Part, Role } from "./person.ts";
import type { Question } from "./question.ts";
import type { Wordings } from "./wordings.ts";

export type Status = "draft" | "planned" | "held" | "cancelled";
export const statuses: readonly Status[] = ["draft", "planned", "held", "cancelled"];

/** The place that a talk is about; not the speaker's country. */
export interface Subject {
  readonly name: Wordings;
  readonly country: string;
}

export interface Talk extends Part {
  readonly position: number;
  readonly title: Wordings | undefined;
  /** What it was about, where no title is recorded. */
  readonly about: Wordings | undefined;
  readonly subject: Subject | undefined;
}

export interface Attendance {
  readonly participants: number;
  readonly countriesAndRegions: number | undefined;
}

/** What lists and look-ups by name need. */
export interface WebinarHead {
  readonly key: string;
  readonly series: { readonly key: string; readonly name: Wordings } | undefined;
  readonly edition: number | undefined;
  /** An example with invented people; exists in the playground only. */
  readonly sample: boolean;
  readonly status: Status;
  readonly title: Wordings;
  readonly subtitle: Wordings | undefined;
  /** "2022-02-19". A date without an hour is never turned into an instant. */
  readonly date: string;
  /** Wall time "17:00" with IANA zone: the truth. `undefined` when the hour is not recorded. */
  readonly hour: { readonly time: string; readonly zone: string; readonly minutes: number } | undefined;
  /** Derived from date, time and zone: milliseconds since 1970. */
  readonly startsAt: number | undefined;
}

/** What is to come, the nearest first, then the others as they are. @param webinars the latest first. */
export const soonestFirst = (webinars: readonly WebinarHead[]): readonly WebinarHead[] => [
  ...webinars.filter(({ status }) => status === "planned").toReversed(),
  ...webinars.filter(({ status }) => status !== "planned"),
];

export interface Webinar extends WebinarHead {
  /** Grows with every change. */
  readonly version: number;
  readonly link: string | undefined;
  readonly talks: readonly Talk[];
  readonly roles: readonly (Part & { readonly role: Exclude<Role, "speaker"> })[];
  readonly questions: readonly Question[];
  readonly attendance: Attendance | undefined;
  readonly outcome: Wordings | undefined;
}

/** Milliseconds since 1970 when it is over, or `undefined` where the hour is not recorded. */
/** What it is about is said: it is neither a draft nor cancelled. */
export const isOpen = ({ status }: Pick<WebinarHead, "status">): boolean => status === "planned" || status === "held";

export const endsAt = ({ startsAt, hour }: WebinarHead): number | undefined =>
  startsAt === undefined || hour === undefined ? undefined : startsAt + hour.minutes * 60_000;

/** The joining link appears this long before the start (researchseminars.org does the same). */
export const LINK_BEFORE_MS = 30 * 60_000;
