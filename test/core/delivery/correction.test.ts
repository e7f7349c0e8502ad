import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadRecord } from "../../../src/record/load.ts";
import { readRecord } from "../../../src/record/read.ts";
import { type House, openHouse } from "../../support/house.ts";

/** A webinar is announced, and then its file changes. */

const FILE = "webinars/2026-12-test.yaml";
const WEBINAR = `webinar: test
status: planned
title: { en: Learning cities }
date: "2026-12-05"
hour: { time: "17:00", zone: Asia/Tokyo, minutes: 90 }
link: https://example.org/join
talks: []
`;

let folder: string;
let house: House;
const write = (text: string): void => writeFileSync(join(folder, FILE), text);
const reload = async (text: string, now = "2026-11-24T12:00:00Z"): Promise<void> => {
  write(text);
  await loadRecord(house.store, readRecord(folder, false), Temporal.Instant.from(now));
};
const states = () =>
  house.store.transact((trx) =>
    trx
      .selectFrom("deliveries")
      .select(["state", "cause", "platform"])
      .where("what", "like", "edit/%")
      .orderBy("due_at")
      .orderBy("platform")
      .execute(),
  );
const posted = (): readonly string[] => house.posts("announcements").map(({ text }) => text);
const announce = async (when = "2026-11-24 09:00 UTC"): Promise<void> => {
  const organiser = await house.somebody({ name: "Oki", rank: "organiser" });
  await organiser.say(`/announce schedule text:"Join us" when:"${when}" webinar:test where:"Discord #announcements"`);
  await organiser.press("Schedule");
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "rostrum-record-"));
  cpSync("data", folder, { recursive: true });
  write(WEBINAR);
  house = await openHouse("2026-11-23T19:00:00Z", { data: folder });
});
afterEach(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("when what a webinar's announcement says changes in the record", () => {
  beforeEach(() => announce());

  it("the post is corrected in place, once, with its buttons", async () => {
    await house.turnTo("2026-11-24T10:00:00Z");
    const [before] = house.posts("announcements");
    expect(before?.text).toContain("Learning cities");
    await reload(WEBINAR.replace("Learning cities", "Learning towns"));
    await house.turnTo("2026-11-24T12:01:00Z");
    const [after] = house.posts("announcements");
    expect(posted()).toHaveLength(1);
    expect(after?.text).toContain("Learning towns");
    expect(after?.text).not.toContain("Learning cities");
    expect(after?.buttons).toEqual(before?.buttons);
    expect(house.discord.edited).toHaveLength(1);
    expect(await states()).toMatchObject([{ state: "sent" }]);
  });

  it("a change that nobody reads in it, and files as they were, edit nothing", async () => {
    await house.turnTo("2026-11-24T10:00:00Z");
    await reload(WEBINAR.replace("/join", "/other"));
    await house.turnTo("2026-11-24T12:01:00Z");
    expect(await states()).toEqual([]);
    expect(house.discord.edited).toEqual([]);
  });

  it("changed there, back and there again, it says each time what the record says", async () => {
    await house.turnTo("2026-11-24T10:00:00Z");
    const towns = WEBINAR.replace("Learning cities", "Learning towns");
    for (const [n, text] of [towns, WEBINAR, towns].entries()) {
      await reload(text, `2026-11-24T1${n + 1}:00:00Z`);
      await house.turnTo(`2026-11-24T1${n + 1}:01:00Z`);
      expect(posted()[0]).toContain(text === towns ? "Learning towns" : "Learning cities");
    }
    expect(house.discord.edited).toHaveLength(3);
  });

  it("two changes before anything could be done are one edit", async () => {
    await house.turnTo("2026-11-24T10:00:00Z");
    house.discord.connect("connecting");
    await reload(WEBINAR.replace("Learning cities", "Learning towns"));
    await reload(WEBINAR.replace("Learning cities", "Learning lands"));
    house.discord.connect("connected");
    await house.turnTo("2026-11-24T12:01:00Z");
    expect(posted()[0]).toContain("Learning lands");
    expect(house.discord.edited).toHaveLength(1);
    expect(await states()).toHaveLength(1);
  });

  it("what has not gone out yet says it from the beginning", async () => {
    await reload(WEBINAR.replace("Learning cities", "Learning towns"), "2026-11-24T08:00:00Z");
    await house.turnTo("2026-11-24T10:00:00Z");
    expect(posted()[0]).toContain("Learning towns");
    expect(house.discord.edited).toEqual([]);
  });

  it("one whose arrival is unclear is corrected once a person has settled it", async () => {
    house.discord.disturb("fail");
    house.discord.disturbReads("forbid");
    await house.turnTo("2026-11-24T10:00:00Z");
    await reload(WEBINAR.replace("Learning cities", "Learning towns"));
    await house.turnTo("2026-11-24T12:01:00Z");
    expect(house.discord.edited).toEqual([]);
    const organiser = await house.somebody({ name: "Oki", rank: "organiser" });
    await organiser.say("/announce list");
    await organiser.press("Discord #announcements: Send again");
    await house.turnTo("2026-11-24T12:05:00Z");
    expect(posted()).toHaveLength(1);
    expect(posted()[0]).toContain("Learning towns");
  });

  it("one whose answer was lost is corrected once it has been found", async () => {
    house.discord.disturb("lose");
    await house.turnTo("2026-11-24T09:00:01Z");
    await reload(WEBINAR.replace("Learning cities", "Learning towns"), "2026-11-24T09:00:10Z");
    expect(house.discord.edited).toEqual([]);
    await house.turnTo("2026-11-24T09:02:00Z");
    expect(house.discord.edited).toHaveLength(1);
    expect(posted()[0]).toContain("Learning towns");
  });

  it.each(["limit", "fail", "lose"] as const)("an edit that failed in passing (%s) is made again", async (trouble) => {
    await house.turnTo("2026-11-24T10:00:00Z");
    house.discord.disturbEdits(trouble);
    await reload(WEBINAR.replace("Learning cities", "Learning towns"));
    await house.turnTo("2026-11-24T12:10:00Z");
    expect(posted()[0]).toContain("Learning towns");
    expect(await states()).toMatchObject([{ state: "sent" }]);
    expect(house.posts("desk")).toEqual([]);
  });

  it("it is not forgotten over a restart, not even in the middle of the edit", async () => {
    await house.turnTo("2026-11-24T10:00:00Z");
    await reload(WEBINAR.replace("Learning cities", "Learning towns"));
    await house.store.transact((trx) =>
      trx
        .updateTable("deliveries")
        .set({ state: "sending", epoch: 1, attempts: 1 })
        .where("what", "like", "edit/%")
        .execute(),
    );
    await house.restart();
    await house.turnTo("2026-11-24T12:10:00Z");
    expect(posted()[0]).toContain("Learning towns");
    expect(await states()).toMatchObject([{ state: "sent" }]);
    expect(house.posts("desk")).toEqual([]);
  });

  it("a post that was deleted is left alone", async () => {
    await house.turnTo("2026-11-24T10:00:00Z");
    house.discord.disturbEdits("gone");
    await reload(WEBINAR.replace("Learning cities", "Learning towns"));
    await house.turnTo("2026-11-24T13:00:00Z");
    expect(await states()).toMatchObject([{ state: "cancelled", cause: "gone" }]);
    expect(house.posts("desk")).toEqual([]);
  });

  it("one that the place refuses is told at the desk, with what is missing, and made when it may be", async () => {
    await house.turnTo("2026-11-24T10:00:00Z");
    house.discord.disturbEdits("refuse");
    house.discord.lacks.set("announcements", ["closed"]);
    await reload(WEBINAR.replace("Learning cities", "Learning towns"));
    await house.turnTo("2026-11-24T12:30:00Z");
    const [told] = house.posts("desk");
    expect(told?.text).toContain("“Join us” has changed in the record");
    expect(told?.text).toContain("The thread is closed and locked.");
    expect(posted()[0]).toContain("Learning towns");
  });

  it("when it is taken back, its posts say so, and stay out there", async () => {
    await house.turnTo("2026-11-24T10:00:00Z");
    await reload(WEBINAR.replace("planned", "cancelled"));
    await house.turnTo("2026-11-24T12:10:00Z");
    expect(posted()).toHaveLength(1);
    expect(posted()[0]).toContain("CANCELLED");
    expect(posted()[0]).toContain("Learning cities");
  });

  it("once it has begun, posts about it stay as they were", async () => {
    await house.turnTo("2026-11-24T10:00:00Z");
    await reload(WEBINAR.replace("Learning cities", "Learning lands"), "2026-12-05T08:00:00Z");
    await house.turnTo("2026-12-05T09:00:00Z");
    expect(await states()).toEqual([]);
    expect(posted()[0]).toContain("Learning cities");
  });

  it("what a place refused and the record then took back is not said any more", async () => {
    house.discord.disturb("refuse");
    await house.turnTo("2026-11-24T09:00:10Z");
    await reload(WEBINAR.replace("planned", "cancelled"), "2026-11-24T09:00:20Z");
    await house.turnTo("2026-11-24T10:00:00Z");
    expect(posted()).toEqual([]);
    expect(house.posts("desk").at(-1)?.text).toContain("Join us");
  });
});
