import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PlatformError } from "../../src/core/bot/errors.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let oki: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
});
afterEach(() => house.close());

const posts = (channel: string): readonly string[] =>
  house
    .posts(channel)
    .map(({ text }) => text)
    .filter((text) => text !== "");
const later = () => house.turnTo(house.now().add({ minutes: 2 }).toString());

describe("anything that is posted", () => {
  it("opens from the list", async () => {
    await oki.say('/announce now text:"Join us" where:discord');
    await oki.press("Post it now");
    await later();
    const list = await oki.say("/announce list");
    expect(list.text).toContain("Discord #announcements: ✓ posted Open (https://discord.example/announcements/m1)");
  });

  it("in a channel that the platform does not find is asked about once, and the list stands", async () => {
    for (const text of ["One", "Two"]) {
      await oki.say(`/announce now text:${text} where:discord`);
      await oki.press("Post it now");
    }
    await later();
    let asked = 0;
    Object.assign(house.discord, {
      link: async () => {
        asked++;
        throw new PlatformError("place", "10003");
      },
    });
    const list = await oki.say("/announce list");
    expect(list.text).toContain("Discord #announcements: ✓ posted");
    expect(list.text).not.toContain("Open");
    expect(asked).toBe(1);
  });

  it("a shared answer is taken away", async () => {
    const mei = await house.somebody({ name: "Mei" });
    await mei.say("/webinar show 3");
    await mei.press("Share here");
    await later();
    expect(posts("discussion")).toHaveLength(1);
    const [name = ""] = await oki.suggest("announce withdraw", "what", "");
    expect(name).toMatch(/^a shared answer \(3rd international webinar/u);
    const list = await oki.say("/announce list");
    const take = list.buttons.find((label) => label.startsWith("Take “a shared answer")) ?? "";
    expect(list.buttons.filter((label) => label.startsWith("Correct"))).toEqual([]);
    await oki.press(take);
    await oki.press("Take it away everywhere");
    await later();
    expect(posts("discussion")).toEqual([]);
  });

  it("the news of a changed date is taken away", async () => {
    await oki.say('/announce schedule webinar:sample when:"2026-11-24 09:00 UTC" where:discord');
    await oki.press("Schedule");
    await house.turnTo("2026-11-24T09:01:00Z");
    await oki.say('/manage webinar reschedule start:"2026-12-06 17:00 Tokyo"');
    await oki.press("Move it");
    await later();
    expect(posts("announcements").at(-1)).toContain("New date: ");
    const list = await oki.say("/announce list");
    const take =
      list.buttons.find((label) => label.startsWith("Take “the news of a changed date or a cancellation")) ?? "";
    expect((await oki.press(take)).text).toContain("It stands in Discord #announcements.");
    await oki.press("Take it away everywhere");
    await later();
    expect(posts("announcements")).toHaveLength(1);
    expect((await oki.say("/announce list")).text).toContain("taken away");
  });

  it("a question is corrected from the list by what /discuss edits, and taken away", async () => {
    await oki.say("/discuss post question:2 webinar:3 where:discord");
    await oki.press("Post question 2 in Discord #discussion now");
    await later();
    await oki.say("/announce list");
    const form = await oki.press("Correct “Question 2: Build Back Better and COVID-19”…");
    expect(form.text).toContain("a resilient recovery in an environment of mutual benefit?");
    await oki.say('/announce withdraw "Question 2"');
    await oki.press("Take it away everywhere");
    await later();
    expect(posts("discussion")).toEqual([]);
  });
});
