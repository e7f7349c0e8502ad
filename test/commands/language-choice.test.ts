import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse } from "../support/house.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
});
afterEach(() => house.close());

describe("/webinar language", () => {
  it("says what it is now, and offers every other under its own name", async () => {
    const mei = await house.somebody({ locale: "en" });
    const said = await mei.say("/webinar language");
    expect(said.text).toContain("I answer you in English.");
    expect(said.buttons).toContain("日本語");
    expect(said.buttons).not.toContain("English");
  });

  it.each(["ja", "日本語", "Japanese", "ＪＡ", "ja-JP"])(
    "is set by %s and counts from then on, whatever the profile says",
    async (typed) => {
      const mei = await house.somebody({ locale: "en", zone: "Europe/London" });
      expect((await mei.say(`/webinar language ${typed}`)).text).toContain("日本語でお答えします。");
      const shown = await mei.say("/webinar show 3");
      expect(shown.text).toContain("第3回");
      expect(shown.buttons).not.toContain("English");
      await house.restart();
      expect((await mei.say("/webinar next")).text).toMatch(/[ぁ-ん]/u);
    },
  );

  it("is given back to the profile", async () => {
    const mei = await house.somebody({ locale: "en" });
    await mei.say("/webinar language ja");
    expect((await mei.press("プロフィールに合わせる")).text).toContain("プロフィールの言語");
    expect((await mei.say("/webinar show 3")).text).toContain("3rd international webinar");
  });

  it("that nobody speaks here is answered with those that are spoken", async () => {
    const mei = await house.somebody({ locale: "en" });
    expect((await mei.say("/webinar language klingon")).text).toContain("It must be one of: English");
  });

  it("is one person's own, and posts speak the language of their place", async () => {
    const mei = await house.somebody({ name: "Mei", locale: "en" });
    const ann = await house.somebody({ name: "Ann", locale: "en" });
    await mei.say("/webinar language ja");
    expect((await ann.say("/webinar show 3")).text).toContain("3rd international webinar");
    await mei.say("/webinar show 3");
    await mei.press("ここで共有");
    expect(house.posts("discussion").at(-1)?.text).toContain("3rd international webinar");
  });
});
