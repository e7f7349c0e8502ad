import { afterEach, beforeEach, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let oki: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
  await oki.say('/manage webinar create title:Rivers start:"2026-12-12 17:00 Tokyo"');
});
afterEach(() => house.close());

it("an organiser who names a draft is told to publish it first, with the way there; for a member it is not there", async () => {
  const said = await oki.say("/announce plan webinar:rivers");
  expect(said.text).toContain("Rivers is still a draft. Publish it first.");
  const mei = await house.somebody({ name: "Mei" });
  const unknown = (await mei.say("/webinar show nothing")).text.replaceAll("nothing", "rivers");
  expect((await mei.say("/webinar show rivers")).text).toBe(unknown);
  expect((await oki.say("/webinar show rivers")).buttons).toEqual(["Publish"]);
  expect((await oki.press("Publish")).text).toContain("Publish this?");
});

it("nothing is announced with a webinar that is cancelled, not even after its preview", async () => {
  await oki.say("/manage webinar publish rivers");
  await oki.press("Publish");
  await oki.say("/announce now text:Come webinar:rivers where:discord");
  const uma = await house.somebody({ name: "Uma", rank: "organiser" });
  await uma.say("/manage webinar cancel webinar:rivers");
  await uma.press("Cancel the webinar");
  expect((await oki.press("Post it now")).text).toContain("4th international webinar is cancelled");
  expect((await oki.say("/announce schedule text:Come when:+1h webinar:rivers")).text).toContain("is cancelled");
  await house.turnTo("2026-11-23T20:00:01Z");
  expect(house.posts("announcements")).toEqual([]);
  expect((await oki.say("/announce now text:Sorry where:discord")).buttons).toContain("Post it now");
});

it("what was cancelled has no button to correct it", async () => {
  await oki.say("/announce schedule text:Join when:+1h");
  await oki.press("Schedule");
  await oki.say("/announce list");
  expect((await oki.press("Cancel “Join”")).text).toContain("Join");
  expect((await oki.say("/announce list")).buttons.filter((label) => label.includes("Join"))).toEqual([]);
});

it("what says nothing of its own is named by its webinar, and what was taken away says nothing now", async () => {
  await oki.say("/announce schedule text:Join when:+1h where:discord webinar:3");
  await oki.press("Schedule");
  await oki.say("/announce edit Join");
  expect((await oki.fillIn({ text: "" })).text).toContain("It says now: 3rd international webinar");
  await house.turnTo("2026-11-23T20:00:01Z");
  await oki.say('/announce withdraw "3rd"');
  await oki.press("Take it away everywhere");
  expect((await oki.say('/announce edit "3rd" text:Hello')).text).toContain("Nothing of it is posted or still");
});

it("a webinar that is cancelled is not said to have no hour, and has nothing to announce it with", async () => {
  await oki.say("/manage webinar publish rivers");
  await oki.press("Publish");
  await oki.say("/manage webinar cancel webinar:rivers");
  await oki.press("Cancel the webinar");
  expect((await oki.say("/announce plan webinar:rivers")).text).toContain("4th international webinar is cancelled");
  expect((await oki.say('/manage webinar edit rivers title:"Streams"')).buttons).not.toContain("Announcement");
});
