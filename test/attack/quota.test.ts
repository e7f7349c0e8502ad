import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepAnswer } from "../../src/core/store/drafts.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let oki: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
});
afterEach(() => house.close());

const rows = async (table: "reminders" | "drafts" | "announcements" | "questions" | "deliveries"): Promise<number> =>
  house.store.transact(async (trx) => (await trx.selectFrom(table).selectAll().execute()).length);

describe("somebody who makes rows by the thousand (case 63)", () => {
  it("is asked politely to wait, and nothing more is written: not to them in direct messages, either", async () => {
    const mei = await house.somebody({ name: "Mei" });
    const said: string[] = [];
    for (let n = 0; n < 300; n++) {
      await mei.say("/webinar remind");
      said.push((await mei.say("/webinar remind before:1d")).text);
      await mei.call({ said: { press: "webinar unremind?webinar=sample" } });
    }
    expect(said.at(-1)).toBe("That is a lot within an hour. Please go on in a few minutes.");
    expect(house.posts("direct-u-Mei").length).toBeLessThanOrEqual(80);
    expect(await rows("reminders")).toBeLessThanOrEqual(2);
    expect(await rows("deliveries")).toBeLessThanOrEqual(240);
    // Somebody else is not kept from anything, nor are they themselves an hour later.
    const una = await house.somebody({ name: "Una" });
    expect((await una.say("/webinar remind")).text).toContain("I will remind you");
    await house.turnTo("2026-11-23T20:00:01Z");
    expect((await mei.say("/webinar language ja")).text).not.toContain("That is a lot");
  });

  it("organisers as well: announcements, questions and webinars", async () => {
    const at = house.now().epochMilliseconds;
    await house.store.transact(async (trx) => {
      for (let n = 0; n < 1199; n++)
        await keepAnswer(trx, { id: `discord/guild/u-Oki/earlier-${n}`, reply: "null", at });
    });
    expect((await oki.say('/discuss add text:"Why?" label:Why webinar:3')).text).toContain("Why");
    const questions = await rows("questions");
    const wait = "That is a lot within an hour. Please go on in a few minutes.";
    expect((await oki.say('/discuss add text:"Why not?" label:Not webinar:3')).text).toBe(wait);
    await oki.say("/announce schedule text:x when:+2d where:discord");
    expect((await oki.press("Schedule")).text).toBe(wait);
    expect((await oki.say("/manage webinar create title:x start:2026-12-20")).text).toBe(wait);
    expect([await rows("questions"), await rows("announcements")]).toEqual([questions, 0]);
    // Looking is free.
    expect((await oki.say("/webinar next")).text).toContain("Sample webinar");
  });

  it("previews and half-filled forms: the oldest give way", async () => {
    for (let n = 0; n < 600; n++)
      await oki.say(`/announce schedule text:"${"x".repeat(100)}${n}" when:+2d where:discord`);
    expect(await rows("drafts")).toBeLessThanOrEqual(500);
    expect((await oki.press("Schedule")).text).toContain("Scheduled for");
  });
});

describe("a storm of presses on one message (case 66)", () => {
  it("edits it once in two seconds, and the last word stands", async () => {
    await oki.say('/announce schedule text:"Join us" when:+1h webinar:sample where:discord');
    await oki.press("Schedule");
    await house.turnTo("2026-11-23T20:00:01Z");
    const before = house.discord.edited.length;
    for (let n = 0; n < 200; n++) {
      await oki.say(`/manage webinar edit sample title:"Title ${n}"`);
      // A hundred of them in a second.
      await house.turnTo(house.now().add({ milliseconds: 10 }).toString());
    }
    expect(house.discord.edited.length - before).toBeLessThanOrEqual(2);
    await house.turnTo(house.now().add({ seconds: 3 }).toString());
    expect(house.discord.edited.length - before).toBeLessThanOrEqual(3);
    expect(house.posts("announcements")[0]?.text).toContain("Title 199");
    expect(house.posts("announcements")).toHaveLength(1);
  });

  it("of many people at once does what it says once", async () => {
    const people = await Promise.all(["A", "B", "C", "D"].map((name) => house.somebody({ name, rank: "moderator" })));
    for (const one of people) await one.say("/discuss queue sample");
    const presses = people.flatMap((one) =>
      Array.from({ length: 25 }, () => one.press("Open question 1").catch(() => undefined)),
    );
    await Promise.all(presses);
    await house.turnTo("2026-11-23T19:01:00Z");
    expect(house.posts("discussion", "discord")).toHaveLength(1);
    expect(house.posts("討論")).toHaveLength(1);
  });
});
