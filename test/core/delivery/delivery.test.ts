import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../../support/house.ts";

let house: House;
let organiser: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  organiser = await house.somebody({ name: "Oki", rank: "organiser" });
});
afterEach(() => house.close());

const schedule = async (where = "discord"): Promise<void> => {
  await organiser.say(`/announce schedule text:"Join us" when:"2026-11-24 09:00 UTC" where:${where}`);
  await organiser.press("Schedule");
};
const DUE = "2026-11-24T09:00:00Z";
const states = () =>
  house.store.transact((trx) =>
    trx
      .selectFrom("deliveries")
      .select(["state", "attempts", "epoch", "cause", "what"])
      .where("what", "not like", "notice/%")
      .execute(),
  );
const desk = (): readonly string[] => house.posts("desk").map(({ text }) => text);

describe("a post that surely did not go out", () => {
  it("is tried again after the time that the platform names, and goes out once", async () => {
    await schedule();
    house.discord.disturb("limit", "limit");
    await house.turnTo("2026-11-24T09:05:00Z");
    expect(house.posts("announcements")).toHaveLength(1);
    expect(house.discord.attempts()).toBe(3);
    expect(await states()).toMatchObject([{ state: "sent", attempts: 3, epoch: 3 }]);
    expect(desk()).toEqual([]);
  });

  it("because the place refuses, waits a minute at a time and tells the desk once", async () => {
    await schedule();
    house.discord.disturb("refuse", "refuse");
    await house.turnTo("2026-11-24T09:00:30Z");
    expect(desk()).toEqual([
      "“Join us” is due, but Discord #announcements refuses me. I try again until it is too late. /rostrum doctor says what is missing.",
    ]);
    await house.turnTo("2026-11-24T09:02:01Z");
    expect(house.posts("announcements")).toHaveLength(1);
    // Three of the announcement, one of the note.
    expect(house.discord.attempts()).toBe(4);
    expect(desk()).toHaveLength(1);
  });

  it("because the token is refused, stops that platform and no other; the desk elsewhere hears of it", async () => {
    await house.store.transact((trx) =>
      trx
        .insertInto("places")
        .values({ platform: "slack", space: "team", purpose: "desk", channel: "運営", name: "#運営" })
        .execute(),
    );
    await schedule("all");
    house.discord.disturb("revoke");
    await house.turnTo("2026-11-24T09:01:00Z");
    expect(house.posts("お知らせ")).toHaveLength(1);
    expect(house.posts("announcements")).toEqual([]);
    expect(house.posts("運営")).toHaveLength(1);
    expect(await states()).toMatchObject([{ state: "ready", cause: "revoke" }, { state: "sent" }]);
    await house.turnTo("2026-11-24T09:06:00Z");
    expect(house.posts("announcements")).toHaveLength(1);
  });

  it("while the platform is away, goes out when it is back", async () => {
    await schedule();
    house.discord.connect("connecting");
    await house.turnTo("2026-11-24T10:00:00Z");
    expect(house.discord.attempts()).toBe(0);
    house.discord.connect("connected");
    await house.turnTo("2026-11-24T10:01:05Z");
    expect(house.posts("announcements")).toHaveLength(1);
  });

  it("lapses when it would be too late, and the desk is told", async () => {
    await schedule();
    house.discord.connect("connecting");
    await house.turnTo("2026-11-25T10:00:00Z");
    house.discord.connect("connected");
    await house.turnTo("2026-11-25T10:01:00Z");
    expect(house.posts("announcements")).toEqual([]);
    expect(await states()).toMatchObject([{ state: "expired" }]);
    expect(desk()).toEqual(["“Join us” was not posted in Discord #announcements: it would have been too late."]);
  });
});

describe("a process that is killed", () => {
  it("between the intent and the answer looks whether the post is there, and posts only then", async () => {
    await schedule();
    const post = house.discord.post;
    house.discord.post = () => new Promise(() => undefined);
    void house.turnTo(DUE);
    await expect.poll(async () => (await states())[0]?.state).toBe("sending");
    house.discord.post = post;
    await house.restart();
    expect(await states()).toMatchObject([{ state: "unknown", cause: "the answer was lost" }]);
    await house.turnTo("2026-11-24T09:02:00Z");
    expect(await states()).toMatchObject([{ state: "sent", attempts: 2 }]);
    expect(house.posts("announcements")).toHaveLength(1);
  });

  it("before the intent posts when it is back", async () => {
    await schedule();
    house.discord.connect("stopped");
    await house.turnTo("2026-11-24T08:00:00Z");
    await house.restart();
    house.discord.connect("connected");
    await house.turnTo("2026-11-24T09:00:10Z");
    expect(house.posts("announcements")).toHaveLength(1);
  });

  it("cannot write over what its successor did: an old claim changes nothing", async () => {
    await schedule();
    let answer: (error: Error) => void = () => undefined;
    const post = house.discord.post;
    house.discord.post = () =>
      new Promise((_, reject) => {
        answer = reject;
      });
    void house.turnTo(DUE);
    await expect.poll(async () => (await states())[0]?.state).toBe("sending");
    house.discord.post = post;
    await house.restart();
    await house.turnTo("2026-11-24T09:02:00Z");
    // The two looks claim it, too.
    expect(await states()).toMatchObject([{ state: "sent", epoch: 4 }]);
    answer(new Error("late"));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await states()).toMatchObject([{ state: "sent", epoch: 4 }]);
    expect(house.posts("announcements")).toHaveLength(1);
  });
});

describe("many posts at once", () => {
  it("to bad places stay far below what makes a platform lock us out", async () => {
    const rows = Array.from({ length: 200 }, (_, n) => ({
      id: `bad${String(n).padStart(21, "a")}`,
      what: `announcement/bad${n}`,
      occurrence: "once",
      platform: "discord",
      space: "guild",
      channel: `bad${n}`,
      due_at: Date.parse(DUE),
      not_after: Date.parse("2026-11-25T09:00:00Z"),
      state: "scheduled" as const,
      epoch: 0,
      attempts: 0,
      next_at: Date.parse(DUE),
      message_json: '{"kind":"message","blocks":[]}',
    }));
    await house.store.transact((trx) => trx.insertInto("deliveries").values(rows).execute());
    house.discord.disturb(...Array.from({ length: 1000 }, () => "refuse" as const));
    await house.turnTo("2026-11-24T09:09:59Z");
    expect(house.discord.attempts()).toBeLessThanOrEqual(100);
  });

  it("of which one cannot even be composed hold up none of the others", async () => {
    await schedule();
    await house.store.transact((trx) =>
      trx
        .insertInto("deliveries")
        .values({
          id: "a".repeat(24),
          what: "question/sample/q1",
          occurrence: "once",
          platform: "discord",
          space: "guild",
          channel: "announcements",
          due_at: 0,
          not_after: Date.parse("2027-01-01"),
          state: "scheduled",
          epoch: 0,
          attempts: 0,
          next_at: 0,
          message_json: "{not json",
        })
        .execute(),
    );
    await house.turnTo("2026-11-24T09:30:00Z");
    expect(house.posts("announcements")).toHaveLength(1);
    expect(await states()).toContainEqual(expect.objectContaining({ what: "question/sample/q1", state: "failed" }));
    expect(house.log).toContainEqual(expect.objectContaining({ said: "a delivery cannot be handled" }));
  });
});

describe("what is posted", () => {
  it("has frozen words from its first attempt on: an edit in between does not make a second text under one id", async () => {
    await schedule();
    house.discord.disturb("limit");
    await house.turnTo(DUE);
    await house.store.transact((trx) =>
      trx.updateTable("announcements").set({ texts_json: '{"und":"Changed"}' }).execute(),
    );
    await house.turnTo("2026-11-24T09:05:00Z");
    expect(house.posts("announcements")[0]?.text).toBe("Join us");
  });

  it("is said from the record as it is at that moment", async () => {
    await organiser.say('/announce schedule text:"Join us" when:"1w before" where:discord');
    await organiser.press("Schedule");
    await house.store.transact((trx) =>
      trx.updateTable("webinars").set({ title_json: '{"en":"A better title"}' }).where("key", "=", "sample").execute(),
    );
    await house.turnTo("2026-11-28T08:00:00Z");
    expect(house.posts("announcements")[0]?.text).toContain("A better title");
  });

  it("never goes out early, and not after its time", async () => {
    await schedule("all");
    await house.turnTo("2026-11-24T08:59:59.999Z");
    expect(house.discord.attempts() + house.slack.attempts()).toBe(0);
    await house.turnTo(DUE);
    expect(house.discord.attempts() + house.slack.attempts()).toBe(2);
  });
});
