import { describe, expect, it } from "vitest";
import { message, text } from "../../../src/core/bot/message.ts";
import { deliveryId } from "../../../src/core/delivery/identity.ts";
import {
  byHand,
  bySlot,
  LATE_MS,
  momentOf,
  notAfterOf,
  planAnnouncement,
  planNow,
  planQuestion,
} from "../../../src/core/delivery/plan.ts";
import type { WebinarHead } from "../../../src/core/network/webinar.ts";
import type { Schedule } from "../../../src/core/time/recurrence.ts";

const HOUR_MS = 3_600_000;
const ms = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;
const STARTS = ms("2026-12-05T08:00:00Z");
const title = { en: "Libraries" };
const webinar: WebinarHead = {
  key: "w",
  series: undefined,
  edition: undefined,
  sample: false,
  status: "planned",
  title,
  subtitle: undefined,
  date: "2026-12-05",
  hour: { time: "17:00", zone: "Asia/Tokyo", minutes: 90 },
  startsAt: STARTS,
};
const place = (channel: string) => ({
  at: { platform: "discord" as const, space: "1", channel },
  name: `#${channel}`,
  purpose: "announcements" as const,
  language: "en" as const,
});
const offset = (by: string, anchor: "start" | "end" = "start") => ({ kind: "relative" as const, anchor, offset: by });

describe("the moment that is meant", () => {
  const at = (when: Parameters<typeof momentOf>[0], of: WebinarHead | undefined = webinar) =>
    momentOf(when, of)?.at.toString({ smallestUnit: "minute", timeZoneName: "auto", offset: "never" });

  it("is a wall time, or so long from the webinar's start or end, in the webinar's zone", () => {
    expect(at({ kind: "wall", wall: "2026-12-01T09:00", zone: "Europe/London" })).toBe(
      "2026-12-01T09:00[Europe/London]",
    );
    expect(at(offset("-P7D"))).toBe("2026-11-28T17:00[Asia/Tokyo]");
    expect(at(offset("PT20M", "end"))).toBe("2026-12-05T18:50[Asia/Tokyo]");
  });

  it("is not known where the webinar's hour is not recorded, or there is no webinar", () => {
    expect(momentOf(offset("-P7D"), undefined)).toBeUndefined();
    expect(momentOf(offset("-P7D"), { ...webinar, hour: undefined })).toBeUndefined();
    expect(momentOf(offset("-P7D", "end"), { ...webinar, startsAt: undefined })).toBeUndefined();
    expect(momentOf({ kind: "wall", wall: "2026-12-01T09:00", zone: "UTC" }, undefined)).toBeDefined();
  });
});

describe("how late it may still go out", () => {
  it("is a day, and not after the webinar has begun", () => {
    expect(notAfterOf(STARTS - 1, webinar)).toBe(STARTS);
    expect(notAfterOf(STARTS - 48 * HOUR_MS, webinar)).toBe(STARTS - 24 * HOUR_MS);
    expect(notAfterOf(STARTS, webinar)).toBe(STARTS + 24 * HOUR_MS);
    expect(notAfterOf(STARTS + 1, webinar)).toBe(STARTS + 1 + 24 * HOUR_MS);
    expect(notAfterOf(0, undefined)).toBe(24 * HOUR_MS);
    expect(notAfterOf(0, { ...webinar, startsAt: undefined })).toBe(24 * HOUR_MS);
  });

  it("is an hour for a question, ten minutes for a shared answer, a week for a note", () => {
    expect(LATE_MS).toEqual({
      announcement: 24 * HOUR_MS,
      question: HOUR_MS,
      share: HOUR_MS / 6,
      notice: 168 * HOUR_MS,
    });
  });
});

describe("an announcement", () => {
  const plan = (when: Schedule, dueAt = 0) =>
    planAnnouncement({ id: "a", when, dueAt, webinar, calls: ({ name }) => name === "#one" }, [
      place("one"),
      place("two"),
    ]);

  it("is one delivery for each place, which knows whether it calls anybody", () => {
    const wall = { kind: "wall", wall: "2026-12-01T09:00", zone: "UTC" } as const;
    const due = ms("2026-12-01T09:00:00Z");
    const to = place("one").at;
    expect(plan(wall, due)).toEqual([
      {
        id: deliveryId({ what: "announcement/a", occurrence: "once", to }),
        what: "announcement/a",
        occurrence: "once",
        dueAt: due,
        notAfter: due + 24 * HOUR_MS,
        to,
        calls: true,
      },
      expect.objectContaining({ to: place("two").at, calls: false }),
    ]);
  });

  it("that counts from the webinar is the same one when the webinar moves", () => {
    const [one] = plan(offset("-P7D"), 1);
    const [moved] = plan(offset("-P7D"), 2);
    expect(one).toMatchObject({ occurrence: "start-P7D", dueAt: 1 });
    expect(moved?.id).toBe(one?.id);
    expect(plan(offset("-P8D"), 1)[0]?.id).not.toBe(one?.id);
  });

  it("that comes again is named by its wall time, and is too late when the next is due", () => {
    const daily: Schedule = {
      kind: "recurring",
      rule: { kind: "cron", expression: "0 9,12 * * *" },
      zone: "Europe/London",
      first: "2027-03-27T09:00",
      end: { kind: "times", times: 3 },
    };
    const planned = plan(daily).filter(({ to }) => to.channel === "one");
    expect(planned.map(({ occurrence, dueAt }) => [occurrence, dueAt])).toEqual([
      ["2027-03-27T09:00 Europe/London", ms("2027-03-27T09:00:00Z")],
      ["2027-03-27T12:00 Europe/London", ms("2027-03-27T12:00:00Z")],
      // The clocks have changed in the night.
      ["2027-03-28T09:00 Europe/London", ms("2027-03-28T08:00:00Z")],
    ]);
    expect(planned[0]?.notAfter).toBe(ms("2027-03-27T12:00:00Z") - 1);
    expect(planned.at(-1)?.notAfter).toBe((planned.at(-1)?.dueAt ?? 0) + 24 * HOUR_MS);
  });
});

describe("a question", () => {
  const question = { id: "q", webinar: "w", number: 1, label: title, text: title, closedAt: undefined, skipped: false };
  const plan = (slot?: string) =>
    planQuestion(
      {
        question,
        ...(slot !== undefined && { slot }),
        dueAt: 7,
        tries: ({ channel }) => (channel === "one" ? 0 : 3),
        title: ({ name }) => `1 ${name}`,
      },
      [place("one"), place("two")],
    );

  it("has an id of its own for each try in each place, and a title for its thread", () => {
    const [one, two] = plan();
    expect(one).toEqual({
      id: deliveryId({ what: "question/q", occurrence: "now-0", to: place("one").at }),
      what: "question/q",
      occurrence: "now-0",
      to: place("one").at,
      dueAt: 7,
      notAfter: 7 + HOUR_MS,
      threadTitle: "1 #one",
    });
    expect(two).toMatchObject({ occurrence: "now-3", threadTitle: "1 #two" });
  });

  it("is known as posted by hand, or by its slot", () => {
    const [hand] = plan();
    const [slot] = plan("s1");
    if (hand === undefined || slot === undefined) throw new Error("nothing planned");
    expect([byHand(hand), bySlot(hand, "s1")]).toEqual([true, false]);
    expect([byHand(slot), bySlot(slot, "s1"), bySlot(slot, "s"), bySlot(slot, "1")]).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(slot.occurrence).toBe("s1-0");
  });
});

describe("what is said now", () => {
  it("is said once, as it is", () => {
    const said = message(text("A note"));
    const to = place("desk").at;
    expect(planNow({ what: "notice/x", to, message: said, now: 5, lateMs: 10 })).toEqual({
      id: deliveryId({ what: "notice/x", occurrence: "once", to }),
      what: "notice/x",
      occurrence: "once",
      to,
      dueAt: 5,
      notAfter: 15,
      message: said,
    });
  });
});
