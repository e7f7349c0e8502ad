import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setPlace } from "../../src/core/store/spaces.ts";
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
  expect((await oki.fillIn({ text: "Come everybody" })).text).toContain("Nothing of it is posted or still to go out.");
  expect((await oki.say('/announce preview "Come all"')).text).toContain("Nothing of it is posted or still to go out.");
});

it("a list of days in which nothing is scheduled says what comes after them", async () => {
  expect((await oki.say("/announce list")).text).toContain("Nothing is scheduled.");
  await oki.say('/announce schedule text:Later when:"2026-12-14 09:00 Tokyo" where:discord');
  await oki.press("Schedule");
  expect((await oki.say("/announce list")).text).toContain(
    "Nothing is scheduled in these days. The next is due on Mon 14 Dec 2026, 09:00 Tokyo; “All” shows it.",
  );
  expect((await oki.press("All")).text).toContain("Mon 14 Dec 2026, 09:00 Tokyo · Later");
});

describe("when another channel is set up for announcements", () => {
  const setUp = (): Promise<void> =>
    house.store.transact((trx) =>
      setPlace(
        trx,
        { platform: "discord", space: "guild", channel: "news" },
        { purpose: "announcements", name: "#news" },
      ),
    );

  it("what was previewed for the old one is not done, which is said without an address, and in no form", async () => {
    await oki.say('/announce schedule text:Hello when:+1h where:"Discord #announcements"');
    await setUp();
    const said = await oki.press("Schedule");
    expect(said.answer.kind).toBe("message");
    expect(said.text).toBe(
      "A channel that was shown is not set up any more, so nothing was done. Please begin anew. There are: Discord #news, Discord #discussion, Slack #お知らせ, Slack #討論.",
    );
  });

  it("what is posted in the old one is somewhere: no sentence ends where its name should be", async () => {
    await oki.say('/announce schedule text:Hello when:+1h where:"Discord #announcements"');
    await oki.press("Schedule");
    await setUp();
    expect((await oki.say("/announce cancel Hello")).text).toContain("05:00 Tokyo · Discord");
    await house.turnTo("2026-11-23T20:00:01Z");
    expect((await oki.say("/announce edit Hello text:Hi")).text).toContain("is corrected in place: Discord.");
    expect((await oki.say("/announce withdraw Hi")).text).toContain("It stands in Discord.");
  });
});
