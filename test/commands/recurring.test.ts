import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let organiser: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  organiser = await house.somebody({ name: "Oki", rank: "organiser" });
});
afterEach(() => house.close());

const schedule = (when: string, more = "where:discord"): ReturnType<Somebody["say"]> =>
  organiser.say(`/announce schedule text:"Join us" when:"${when}" ${more}`);
const posted = () => house.posts("announcements").map(({ text }) => text);

describe("an organiser announces something again and again", () => {
  it("sees each date before, and each goes out then and there, once in each place", async () => {
    const preview = await schedule("every monday 09:00 Asia/Tokyo, 4 times", "where:discord,slack");
    expect(preview.text).toContain("Announcement for every Monday at 09:00 Tokyo, 4 times");
    expect(preview.text).toContain(
      [
        "Mon 30 Nov 2026, 09:00 Tokyo",
        "Mon 7 Dec 2026, 09:00 Tokyo",
        "Mon 14 Dec 2026, 09:00 Tokyo",
        "Mon 21 Dec 2026, 09:00 Tokyo",
      ].join("\n"),
    );
    expect(preview.text).toContain("After a breakdown only the newest one that was missed goes out.");
    const done = await organiser.press("Schedule");
    expect(done.text).toContain(
      "Scheduled: every Monday at 09:00 Tokyo, 4 times. In Discord #announcements and Slack #お知らせ.",
    );
    const list = await organiser.say("/announce list days:30");
    expect(list.text.match(/\d+ \w+ 2026, 09:00 Tokyo · Join us/g)).toHaveLength(4);
    await house.turnTo("2026-11-29T23:59:59Z");
    expect(posted()).toEqual([]);
    for (const [n, day] of ["2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21", "2026-12-28"].entries()) {
      await house.turnTo(`${day}T00:00:00Z`);
      expect(posted()).toHaveLength(Math.min(n + 1, 4));
      expect(house.posts("お知らせ")).toHaveLength(Math.min(n + 1, 4));
    }
  });

  it("is told what the clocks do to one of them, which goes out as told", async () => {
    const preview = await schedule("last sunday 01:30 London until 2027-04-30");
    expect(preview.text).toContain(
      "On Sunday, 28 March 2027 the clocks go forward and 01:30 does not exist; it becomes 02:30.",
    );
    expect(preview.text).toContain("Sun 28 Mar 2027, 02:30 London");
    await organiser.press("Schedule");
    await house.turnTo("2027-03-28T01:29:59Z");
    expect(posted()).toHaveLength(4);
    await house.turnTo("2027-03-28T01:30:00Z");
    expect(posted()).toHaveLength(5);
  });

  it("keeps to what was previewed, however long it takes to press", async () => {
    await schedule("every 2 weeks on tuesday 09:00 Tokyo, 2 times");
    await house.turnTo("2026-11-23T23:59:00Z");
    expect((await organiser.press("Schedule")).text).toContain("every 2 weeks on Tuesday at 09:00 Tokyo, 2 times");
    await house.turnTo("2026-11-24T00:00:00Z");
    await house.turnTo("2026-12-01T00:00:00Z");
    expect(posted()).toHaveLength(1);
    await house.turnTo("2026-12-08T00:00:00Z");
    expect(posted()).toHaveLength(2);
  });

  it("and is asked again when the first has passed meanwhile", async () => {
    await schedule("every tuesday 09:00 Tokyo, 2 times");
    await house.turnTo("2026-11-24T00:00:01Z");
    const late = await organiser.press("Schedule");
    expect(late.text).toContain("Tuesday, 24 November 2026, 09:00 Tokyo is in the past.");
    expect(late.buttons).toEqual(["Change…"]);
    expect((await organiser.press("Change…")).text).toContain("every tuesday 09:00 Asia/Tokyo from 2026-11-24 2 times");
  });

  it("takes back all that has not gone out, with one press", async () => {
    await schedule("every monday 09:00 Tokyo, 3 times");
    await organiser.press("Schedule");
    await house.turnTo("2026-11-30T00:00:00Z");
    await organiser.say("/announce list days:30");
    expect((await organiser.press("Cancel all that is left of “Join us”")).text).toContain(
      "Cancelled: Join us. What has gone out stays, and no more is posted.",
    );
    await house.turnTo("2026-12-14T00:00:00Z");
    expect(posted()).toHaveLength(1);
  });

  it("has the newest that was missed posted after an outage, and no other", async () => {
    await schedule("0 */6 * * * Tokyo, 8 times");
    await organiser.press("Schedule");
    house.discord.connect("connecting");
    await house.turnTo("2026-11-24T16:00:00Z");
    expect(posted()).toEqual([]);
    house.discord.connect("connected");
    await house.dispatcher.tick();
    expect(posted()).toHaveLength(1);
    await house.turnTo("2026-11-24T21:00:00Z");
    expect(posted()).toHaveLength(2);
  });

  it("asks a second organiser for a mention of many each time, and says that it is each time", async () => {
    house.discord.calling.members = 501;
    await schedule("every day 09:00 Tokyo, 3 times", "where:discord mention:everyone");
    await organiser.press("Schedule");
    const [asked] = house.posts("desk");
    expect(asked?.text).toContain(
      "Oki wants “Join us” to call people each time it goes out (every day at 09:00 Tokyo, 3 times):",
    );
    const { message } = house.discord.posted.find(({ channel }) => channel === "desk") ?? {};
    const buttons = message?.blocks.flatMap((block) => (block.block === "buttons" ? block.buttons : [])) ?? [];
    const uma = await house.somebody({ name: "Uma", rank: "organiser", channel: "desk" });
    await house.turnTo("2026-11-24T00:00:00Z");
    await uma.call({ said: { press: buttons.find(({ label }) => label === "Approve the mention")?.press ?? "" } });
    await house.turnTo("2026-11-26T00:00:00Z");
    const called = house.discord.posted.filter(({ channel }) => channel === "announcements");
    expect(called.map(({ message }) => message.calls)).toEqual([undefined, { who: "everyone" }, { who: "everyone" }]);
  });

  it.each([
    ["every monday 09:00 Tokyo", "This has no end."],
    ["every day 09:00 Tokyo, 61 times", "more than 60 times"],
    ["first monday 09:00 Tokyo, 30 times", "more than two years ahead"],
    ["every second friday 09:00, 4 times", "every other week, or once a month?"],
  ])("is told what to write instead of %s", async (when, said) => {
    expect((await schedule(when)).text).toContain(said);
  });

  it("has it read back while typing, with an end where there is none yet", async () => {
    expect(await organiser.suggest("announce schedule", "when", "every monday 09:00 london")).toEqual([
      "every Monday at 09:00 London, 4 times",
      "every Monday at 09:00 London, until 27 December 2026",
    ]);
    expect(await organiser.suggest("announce schedule", "when", "毎週月曜 9時 東京 4回")).toEqual([
      "every Monday at 09:00 Tokyo, 4 times",
    ]);
    expect(await organiser.suggest("announce schedule", "when", "every second friday")).toEqual([]);
  });
});
