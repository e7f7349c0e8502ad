import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { message, text } from "../../src/core/bot/message.ts";
import { planNow } from "../../src/core/delivery/plan.ts";
import { replanWebinar } from "../../src/core/delivery/replan.ts";
import { addDeliveries } from "../../src/core/store/deliveries.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** The sample starts on 2026-12-05 at 17:00 in Tokyo, 08:00 UTC. */
let house: House;
let mei: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  mei = await house.somebody({ name: "Mei" });
});
afterEach(() => house.close());

const direct = (who = mei): readonly string[] => house.posts(`direct-${who.account.user}`).map(({ text }) => text);
const change = (values: object) =>
  house.store.transact(async (trx) => {
    await trx.updateTable("webinars").set(values).where("key", "=", "sample").execute();
    await replanWebinar(trx, "sample", house.now().epochMilliseconds);
  });
const move = (to: string, now: string) =>
  house.turnTo(now).then(() => change({ starts_at: Date.parse(to), date: to.slice(0, 10) }));

describe("a member asks to be reminded", () => {
  it("and is told, in direct messages, an hour before, once", async () => {
    const said = await mei.say("/webinar remind");
    expect(said.text).toContain(
      "I will remind you by direct message: Sample webinar, on Saturday, 5 December 2026, 16:00 Tokyo.",
    );
    expect(said.buttons).toEqual([
      "1 week before",
      "1 day before",
      "10 minutes before",
      "At the start",
      "Do not remind me",
    ]);
    expect(direct()).toEqual(["You will be reminded here: Sample webinar, on Saturday, 5 December 2026, 16:00 Tokyo."]);
    await house.turnTo("2026-12-05T06:59:59Z");
    expect(direct()).toHaveLength(1);
    await house.turnTo("2026-12-05T08:30:00Z");
    expect(direct()).toHaveLength(2);
    expect(direct()[1]).toContain("Reminder: Sample webinar: Libraries as places of learning");
    expect(direct()[1]).toContain("Saturday, 5 December 2026, 17:00 Tokyo");
    expect(direct()[1]).not.toContain("meeting.example");
  });

  it("and gets the way in with one that comes when the link is given out", async () => {
    await mei.say("/webinar remind before:10m");
    await house.turnTo("2026-12-05T07:50:00Z");
    expect(direct()[1]).toContain("https://meeting.example/sample");
  });

  it("more than once, and each comes; the direct messages are opened once", async () => {
    await mei.say("/webinar remind before:1d");
    await mei.press("10 minutes before");
    await mei.say("/webinar remind before:1d");
    expect(direct()).toHaveLength(1);
    await house.turnTo("2026-12-05T08:00:00Z");
    expect(direct()).toHaveLength(3);
  });

  it("and it follows a webinar that moves, and comes again for a new date when it has come for the old one", async () => {
    await mei.say("/webinar remind");
    await move("2026-12-06T08:00:00Z", "2026-12-04T00:00:00Z");
    await house.turnTo("2026-12-06T06:59:00Z");
    expect(direct()).toHaveLength(1);
    await house.turnTo("2026-12-06T07:00:00Z");
    expect(direct()).toHaveLength(2);
    await move("2026-12-08T08:00:00Z", "2026-12-06T07:30:00Z");
    await house.turnTo("2026-12-08T07:00:00Z");
    expect(direct()).toHaveLength(3);
  });

  it("and it is silent about one that was cancelled; the desk is not told of it", async () => {
    await mei.say("/webinar remind");
    await change({ status: "cancelled" });
    await house.turnTo("2026-12-05T09:00:00Z");
    expect(direct()).toHaveLength(1);
    expect(house.posts("desk")).toEqual([]);
  });

  it("and takes it back, from the answer or from the direct message, and may ask again", async () => {
    await mei.say("/webinar remind");
    expect((await mei.press("Do not remind me")).text).toBe("No reminder any more: Sample webinar.");
    await mei.say("/webinar remind");
    await house.turnTo("2026-12-05T07:00:00Z");
    expect(direct()).toHaveLength(3);
    const reminder = house.posts(`direct-${mei.account.user}`).at(-1);
    expect(reminder?.buttons).toEqual(["Do not remind me"]);
    const press = house.discord.posted
      .at(-1)
      ?.message.blocks.flatMap((block) => (block.block === "buttons" ? block.buttons.map((one) => one.press) : []))[0];
    const outside = { ...mei.account, space: "", rights: [], groups: [] };
    const done = await house.bot.handle({
      id: "dm",
      asker: outside,
      at: { platform: "discord", space: "", channel: `direct-${mei.account.user}` },
      said: { press: press ?? "" },
      options: {},
    });
    expect(JSON.stringify(done)).toContain("No reminder any more");
    const elsewhere = await house.bot.handle({
      id: "dm2",
      asker: outside,
      at: { platform: "discord", space: "", channel: "x" },
      said: { press: "webinar list" },
      options: {},
    });
    expect(JSON.stringify(elsewhere)).toContain("I work in servers only");
    expect((await mei.press("Do not remind me")).text).toBe("No reminder is set for this webinar.");
  });

  it("whose direct messages are closed: that is said at once, with what to do, and nothing is set", async () => {
    house.discord.closed.add(mei.account.user);
    const said = await mei.say("/webinar remind");
    expect(said.text).toContain("Your direct messages are closed to me, so nothing is set.");
    house.discord.closed.clear();
    expect((await mei.press("Try again")).text).toContain("I will remind you");
    await house.turnTo("2026-12-05T09:00:00Z");
    expect(direct()).toHaveLength(2);
  });

  it("who closes them later is not pursued, and nobody else hears of it", async () => {
    await mei.say("/webinar remind");
    house.discord.disturb("refuse");
    await house.turnTo("2026-12-05T09:00:00Z");
    expect(house.posts("desk")).toEqual([]);
    expect(house.discord.attempts()).toBe(1);
    const admin = await house.somebody({ name: "Aki", rank: "admin" });
    expect((await admin.say("/rostrum doctor")).text).not.toContain("never went out");
  });

  it("many who close them later hold up no announcement", async () => {
    for (let n = 0; n < 50; n++) await (await house.somebody({ name: `Member ${n}` })).say("/webinar remind");
    house.discord.disturb(...Array<"refuse">(50).fill("refuse"));
    await house.turnTo("2026-12-05T07:00:00Z");
    const to = { platform: "discord", space: "guild", channel: "announcements" } as const;
    const now = house.now().epochMilliseconds;
    const planned = planNow({ what: "question/x1", to, message: message(text("Welcome.")), now, lateMs: 600_000 });
    await house.store.transact((trx) => addDeliveries(trx, [planned]));
    await house.turnTo("2026-12-05T07:00:30Z");
    expect(house.posts("announcements")).toHaveLength(1);
  });

  it("too late for that, and is offered what is still ahead", async () => {
    await house.turnTo("2026-12-05T07:30:00Z");
    const said = await mei.say("/webinar remind");
    expect(said.text).toBe("“1 hour before” has passed already. You can still choose:");
    expect(said.buttons).toEqual(["10 minutes before", "At the start"]);
    expect((await mei.press("At the start")).text).toContain("I will remind you");
  });

  it.each([
    ["one without an hour", { time: null, zone: null, minutes: null, starts_at: null }, "the hour is not recorded yet"],
    ["one that was cancelled", { status: "cancelled" }, "is not to come any more"],
    ["one that has begun", { starts_at: Date.parse("2026-11-23T18:30:00Z") }, "is not to come any more"],
  ])("of %s: it is said why not", async (_, values, words) => {
    await change(values);
    expect((await mei.say("/webinar remind sample")).text).toContain(words);
    expect(direct()).toEqual([]);
  });

  it("in the language and the zone that it was set in", async () => {
    const rei = await house.somebody({ name: "Rei", platform: "slack", locale: "ja", zone: "Europe/London" });
    await rei.say("/webinar remind");
    await house.turnTo("2026-12-05T07:00:00Z");
    expect(house.posts(`direct-${rei.account.user}`).at(-1)?.text).toContain("リマインダー");
    expect(house.posts(`direct-${rei.account.user}`).at(-1)?.text).toContain("2026年12月5日(土) 8:00 ロンドン");
  });

  it("by the button under the next webinar", async () => {
    await mei.say("/webinar next");
    expect((await mei.press("Remind me")).text).toContain("I will remind you");
  });
});
