import type { Address } from "../bot/call.ts";
import type { Message } from "../bot/message.ts";
import type { Place } from "../network/place.ts";
import type { Question } from "../network/question.ts";
import { endsAt, type WebinarHead } from "../network/webinar.ts";
import type { Planned } from "../store/deliveries.ts";
import { fromAnchor, type Moment, toMoment, type When } from "../time/moment.ts";
import { occurrencesFrom, type Schedule } from "../time/recurrence.ts";
import { deliveryId } from "./identity.ts";

/** Pure: what is to be said × places × occurrences → deliveries. Planning the same again yields the same ids. */

const HOUR_MS = 3_600_000;
/** How late something may still go out. Shown in the preview as a sentence (words.announce.late). */
export const LATE_MS = { announcement: 24 * HOUR_MS, question: HOUR_MS, share: HOUR_MS / 6, notice: 7 * 24 * HOUR_MS };

/** The moment that is meant, or `undefined` for one that counts from a webinar whose hour is not recorded. */
export const momentOf = (when: When, webinar: WebinarHead | undefined): Moment | undefined => {
  if (when.kind === "wall") return toMoment(when.wall, when.zone);
  if (webinar?.startsAt === undefined || webinar.hour === undefined) return undefined;
  const anchor = when.anchor === "start" ? webinar.startsAt : endsAt(webinar);
  if (anchor === undefined) return undefined;
  const there = Temporal.Instant.fromEpochMilliseconds(anchor).toZonedDateTimeISO(webinar.hour.zone);
  return { at: fromAnchor(when.offset, there), change: undefined };
};

interface Due {
  readonly occurrence: string;
  readonly dueAt: number;
  readonly notAfter: number;
}

/** A step that counts from a webinar is the same step when the webinar moves; what recurs is named by its wall time. */
const duesOf = (when: Schedule, dueAt: number, webinar: WebinarHead | undefined): readonly Due[] => {
  if (when.kind !== "recurring") {
    const occurrence = when.kind === "wall" ? "once" : `${when.anchor}${when.offset}`;
    return [{ occurrence, dueAt, notAfter: notAfterOf(dueAt, webinar) }];
  }
  const all = occurrencesFrom(when).toArray();
  return all.map(({ nominal, moment }, n) => {
    const at = moment.at.epochMilliseconds;
    // R10: when the next is due it is too late for this one, so that after an outage only the newest goes out.
    const next = all[n + 1]?.moment.at.epochMilliseconds ?? Number.POSITIVE_INFINITY;
    const notAfter = Math.min(notAfterOf(at, webinar), next - 1);
    return { occurrence: `${nominal} ${when.zone}`, dueAt: at, notAfter };
  });
};

/** News of a webinar that has begun is no news; what is due after the start is not bound by it. */
export const notAfterOf = (dueAt: number, webinar: WebinarHead | undefined): number => {
  const late = dueAt + LATE_MS.announcement;
  const starts = webinar?.startsAt;
  return starts !== undefined && starts > dueAt ? Math.min(late, starts) : late;
};

export const planAnnouncement = (
  one: {
    readonly id: string;
    readonly when: Schedule;
    /** When it is due, or the first of it. */
    readonly dueAt: number;
    readonly webinar: WebinarHead | undefined;
    /** Where it calls whom it names. */
    readonly calls: (place: Place) => boolean;
  },
  places: readonly Place[],
): readonly Planned[] => {
  const what = `announcement/${one.id}`;
  return duesOf(one.when, one.dueAt, one.webinar).flatMap((due) =>
    places.map((place) => ({
      id: deliveryId({ what, occurrence: due.occurrence, to: place.at }),
      what,
      ...due,
      to: place.at,
      calls: one.calls(place),
    })),
  );
};

export const questionWhat = (question: Pick<Question, "id">): string => `question/${question.id}`;

/** By whom a question is posted: somebody who wants it now, or a slot. */
const HAND = "now";
export const byHand = ({ occurrence }: Pick<Planned, "occurrence">): boolean => occurrence.startsWith(`${HAND}-`);
export const bySlot = ({ occurrence }: Pick<Planned, "occurrence">, slot: string): boolean =>
  occurrence.startsWith(`${slot}-`);

/**
 * @param slot whose moment it is; without one it is posted by hand.
 * @param tries how often this question was planned for a place before: each try has an id of its own.
 */
export const planQuestion = (
  one: {
    readonly question: Question;
    readonly slot?: string;
    readonly dueAt: number;
    readonly tries: (at: Address) => number;
    readonly title: (place: Place) => string;
  },
  places: readonly Place[],
): readonly Planned[] =>
  places.map((place) => {
    const [what, occurrence] = [questionWhat(one.question), `${one.slot ?? HAND}-${one.tries(place.at)}`];
    return {
      id: deliveryId({ what, occurrence, to: place.at }),
      what,
      occurrence,
      to: place.at,
      dueAt: one.dueAt,
      notAfter: one.dueAt + LATE_MS.question,
      threadTitle: one.title(place),
    };
  });

/** An answer that somebody shares, or a note to the desk: said once, now, as it is. */
export const planNow = (one: {
  readonly what: string;
  readonly to: Address;
  readonly message: Message;
  readonly now: number;
  readonly lateMs: number;
}): Planned => ({
  id: deliveryId({ what: one.what, occurrence: "once", to: one.to }),
  what: one.what,
  occurrence: "once",
  to: one.to,
  dueAt: one.now,
  notAfter: one.now + one.lateMs,
  message: one.message,
});
