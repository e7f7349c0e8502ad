import { afterEach, beforeEach, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let oki: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
});
afterEach(() => house.close());

it("what is scheduled is cancelled by its beginning, after a look at when and where it was to go out", async () => {
  await oki.say("/announce schedule text:Join when:+1h");
  await oki.press("Schedule");
  const look = await oki.say("/announce cancel join");
  expect(look.text).toBe("Join\nTue 24 Nov 2026, 05:00 Tokyo · Discord #announcements and Slack #お知らせ");
  expect((await oki.say("/announce list")).text).not.toContain("cancelled");
  await oki.say("/announce cancel join");
  expect((await oki.press("Cancel “Join”")).text).toContain("Join");
  await house.turnTo("2026-11-23T20:00:01Z");
  expect([house.posts("announcements"), house.posts("お知らせ")]).toEqual([[], []]);
  expect((await oki.say("/announce cancel join")).text).toBe("It was cancelled already.");
});

it("all that is left of what recurs is cancelled at once, which the button says", async () => {
  await oki.say('/announce schedule text:Meet when:"every day 09:00 Tokyo, 3 times" where:discord');
  await oki.press("Schedule");
  await house.turnTo("2026-11-24T00:00:01Z");
  const look = await oki.say("/announce cancel Meet");
  expect(look.text.split("\n")).toHaveLength(3);
  await oki.press("Cancel all that is left of “Meet”");
  await house.turnTo("2026-11-27T00:00:01Z");
  expect(house.posts("announcements")).toHaveLength(1);
});

it("a member learns nothing of it", async () => {
  await oki.say("/announce schedule text:Join when:+1h");
  await oki.press("Schedule");
  const mei = await house.somebody({ name: "Mei" });
  expect((await mei.say("/announce cancel Join")).text).toContain("This is for organisers.");
  expect(await mei.suggest("announce cancel", "what", "")).toEqual([]);
});

it("where it may have arrived is said, and it stays neither there nor comes again", async () => {
  house.discord.disturb("lose");
  house.slack.disturb("limit", "limit", "limit", "limit", "limit");
  await oki.say("/announce schedule text:Join when:+1h");
  await oki.press("Schedule");
  await house.turnTo("2026-11-23T20:00:05Z");
  await oki.say("/announce cancel Join");
  const said = await oki.press("Cancel “Join”");
  expect(said.text).toContain("Cancelled: Join. It will not be posted.");
  expect(said.text).toContain("Whether it arrived in Discord #announcements is not known yet.");
  await house.turnTo("2026-11-23T21:00:00Z");
  const standing = (channel: string) => house.posts(channel).filter(({ text }) => text !== "");
  expect([standing("announcements"), standing("お知らせ")]).toEqual([[], []]);
});

it("what was cancelled while somebody edited it is not said to say anything now, nor previewed", async () => {
  const uma = await house.somebody({ name: "Uma", rank: "organiser" });
  await oki.say('/announce schedule text:"Come all" when:+2h where:discord');
  await oki.press("Schedule");
  await oki.say('/announce edit "Come all"');
  await uma.say("/announce list");
  await uma.press("Cancel “Come all”");
  expect((await oki.fillIn({ text: "Come everybody" })).text).toContain("It was cancelled already.");
  expect((await oki.say('/announce preview "Come all"')).text).toContain("It was cancelled already.");
});
