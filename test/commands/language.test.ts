import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse } from "../support/house.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
});
afterEach(() => house.close());

describe("a private answer", () => {
  it("offers the language of where its asker lives, and goes on in it until it is given back", async () => {
    const mei = await house.somebody({ zone: "Asia/Tokyo" });
    const english = await mei.say("/webinar show 3");
    expect(english.buttons).toContain("日本語");
    const japanese = await mei.press("日本語");
    expect(japanese.text).toContain("第3回");
    expect(japanese.buttons).toContain("English");
    expect(japanese.buttons).not.toContain("日本語");
    // What it carries is answered in it too.
    const questions = await mei.press("討論の問い（3問）");
    expect(questions.text).toMatch(/[ぁ-ん]/u);
    expect((await mei.press("English")).buttons).toContain("日本語");
  });

  it("offers what the profile asks for where it is shown in another, and nothing where they agree", async () => {
    const offered = async (given: { locale?: string; zone?: string; platform?: "slack" | "discord" }) =>
      (await (await house.somebody({ name: JSON.stringify(given), ...given })).say("/webinar list")).buttons.filter(
        (label) => ["English", "日本語"].includes(label),
      );
    expect(await offered({ locale: "en-GB", zone: "Europe/London" })).toEqual([]);
    expect(await offered({ locale: "ja-JP", zone: "Asia/Tokyo" })).toEqual([]);
    expect(await offered({ locale: "ja", zone: "America/New_York" })).toEqual(["English"]);
    expect(await offered({ locale: "th-TH", zone: "Asia/Bangkok" })).toEqual([]);
    // A language that nobody has written yet: the space's, and English beside it.
    expect(await offered({ locale: "ko-KR", zone: "Asia/Seoul" })).toEqual([]);
    expect(await offered({ locale: "ko-KR", zone: "Asia/Seoul", platform: "slack" })).toEqual(["English"]);
    expect(await offered({ locale: "en", zone: "Nowhere/At All" })).toEqual([]);
  });

  it("of what changed something is not made again for it, but comes in the language that was chosen before", async () => {
    const oki = await house.somebody({ name: "Oki", rank: "organiser", zone: "Asia/Tokyo" });
    await oki.say('/announce schedule text:"Hello" when:+2d');
    const preview = await oki.press("日本語");
    expect(preview.buttons).toContain("予約する");
    expect(preview.buttons).toContain("English");
    const done = await oki.press("予約する");
    expect(done.text).toMatch(/[ぁ-ん]/u);
    expect(done.buttons).not.toContain("English");
    expect(done.buttons).not.toContain("日本語");
  });

  it("shared from another language speaks the language of the place", async () => {
    const mei = await house.somebody({ zone: "Asia/Tokyo" });
    await mei.say("/webinar show 3");
    await mei.press("日本語");
    await mei.press("ここで共有");
    expect(house.posts("discussion").at(-1)?.text).toContain("3rd international webinar");
  });

  it("takes no word for a language that is none", async () => {
    const mei = await house.somebody({ zone: "Asia/Tokyo" });
    const [japanese, odd] = await Promise.all([
      mei.call({ said: { press: "webinar show?webinar=3&%3Flang=ja" } }),
      mei.call({ said: { press: "webinar show?webinar=3&%3Flang=__proto__" } }),
    ]);
    expect(japanese.text).toContain("第3回");
    expect(odd.text).toContain("3rd international webinar");
  });
});

describe("a form of an answer in another language", () => {
  it("asks, refuses and is answered in it, and so does what it suggests", async () => {
    const mei = await house.somebody({ zone: "Asia/Tokyo" });
    await mei.call({ said: { command: "home" } });
    await mei.press("日本語");
    const form = await mei.press("ほかのウェビナー");
    expect(form.answer).toMatchObject({ kind: "form", labels: { cancel: expect.stringMatching(/[ァ-ン]/u) } });
    const offered = await house.bot.suggest(
      {
        id: "s",
        asker: mei.account,
        at: { platform: "discord", space: "guild", channel: "discussion" },
        said: { press: form.answer.kind === "form" ? form.answer.press : "" },
        options: { webinar: "3" },
      },
      "webinar",
    );
    expect(offered[0]?.label).toContain("第3回");
    const wrong = await mei.fillIn({ webinar: "no such thing" });
    expect(wrong.text).toMatch(/[ぁ-ん]/u);
    expect((await mei.call({ said: { press: "webinar show?%3Flang=ja&webinar=99" } })).text).toMatch(/[ぁ-ん]/u);
  });
});
