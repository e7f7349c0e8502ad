import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let ada: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  ada = await house.somebody({ name: "Ada", rank: "admin" });
});
afterEach(() => house.close());

describe("the audit", () => {
  it("says who did what with a right, and when, and who was refused", async () => {
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    const mei = await house.somebody({ name: "Mei" });
    await oki.say('/announce schedule text:"Join us" when:"2026-11-24 09:00 UTC" where:discord');
    await oki.press("Schedule");
    await mei.say("/announce list");
    const said = await ada.say("/rostrum audit");
    expect(said.text).toContain("Tue 24 Nov 2026, 04:00 Tokyo · Oki (Discord) · /announce confirm");
    expect(said.text).toContain("text: Join us");
    await oki.say("/announce list");
    await oki.press("Cancel “Join us”");
    expect((await ada.say("/rostrum audit")).text).toContain("scheduled: Discord #announcements → ");
    expect(said.text).toContain("Mei (Discord) · /announce list · refused");
    expect(said.text.indexOf("Mei")).toBeLessThan(said.text.indexOf("Oki"));
  });

  it("holds neither what members do for themselves nor previews that nothing came of", async () => {
    const mei = await house.somebody({ name: "Mei" });
    await mei.say("/webinar remind");
    await mei.say("/webinar language ja");
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say('/announce schedule text:"Join us" when:+2d');
    await oki.say("/announce draft");
    expect((await ada.say("/rostrum audit")).text).toBe("Nothing has been done with a right yet.");
  });

  it("goes back page by page, and is for admins", async () => {
    const mei = await house.somebody({ name: "Mei" });
    for (let n = 0; n < 30; n++) {
      await house.turnTo(Temporal.Instant.from("2026-11-23T19:00:01Z").add({ minutes: n }).toString());
      await mei.say("/announce list");
    }
    const seen: string[] = [];
    let page = await ada.say("/rostrum audit");
    for (;;) {
      seen.push(...page.text.split("\n").slice(1));
      if (!page.buttons.includes("More")) break;
      page = await ada.press("More");
    }
    expect(new Set(seen).size).toBe(30);
    expect((await mei.say("/rostrum audit")).text).toContain("This is for admins.");
  });

  it("is only ever added to", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const all = files.map((file) => readFileSync(`src/${file}`, "utf8")).join("\n");
    expect(all).toContain('insertInto("audit")');
    expect(all).not.toMatch(/(?:updateTable|deleteFrom|replaceInto)\("audit"\)/u);
  });
});
