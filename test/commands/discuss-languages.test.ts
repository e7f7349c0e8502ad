import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readWebinar } from "../../src/core/store/webinars.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** A question is written in several languages by people; what nobody has written is said, and never made by a machine. */

let house: House;
let cleo: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  cleo = await house.somebody({ name: "Cleo", person: "sample-cleo" });
});
afterEach(() => house.close());

const third = async () =>
  (await house.store.transact((trx) => readWebinar(trx, "sample")))?.questions.find(({ number }) => number === 3);
const MISSING =
  "Not written in 日本語 (Japanese) yet: question 3. In Slack #討論 it goes out in another language; nothing is translated by machine.";

describe("a question in several languages", () => {
  it("is added in the network's language, whatever the asker's is, and says which one is missing", async () => {
    const ken = await house.somebody({ name: "Ken", locale: "ja", rank: "moderator" });
    await ken.say('/discuss add text:"Who pays?" label:"Money"');
    expect(await third()).toMatchObject({ text: { en: "Who pays?" }, label: { en: "Money" } });
    expect((await cleo.say('/discuss edit 3 text:"Who pays for it?"')).text).toContain(MISSING);
  });

  it("is written in the missing one in an empty form, and each place gets its own", async () => {
    const added = await cleo.say('/discuss add text:"Who pays?" label:"Money"');
    expect(added.text).toContain(MISSING);
    const form = await cleo.press("Write 3 in 日本語 (Japanese)…");
    expect(form.text).toBe("Edit a question\nThe question: \nA short name for it: ");
    const done = await cleo.fillIn({ text: "誰が払いますか。", label: "お金" });
    expect(done.text).not.toContain("Not written in");
    expect(await third()).toMatchObject({
      text: { en: "Who pays?", ja: "誰が払いますか。" },
      label: { en: "Money", ja: "お金" },
    });
    await cleo.say("/discuss post 3");
    await cleo.press("Post question 3 in Discord #discussion, Slack #討論 now");
    expect(house.posts("discussion")[0]?.text).toContain("\nWho pays?\n");
    expect(house.posts("討論")[0]?.text).toContain("\n誰が払いますか。\n");
  });

  it("by a line with its language: only what is given is written", async () => {
    await cleo.say('/discuss add text:"誰が払いますか。" label:"お金" language:ja');
    await cleo.say('/discuss edit 3 label:"Money" language:en');
    expect(await third()).toMatchObject({ text: { ja: "誰が払いますか。" }, label: { en: "Money", ja: "お金" } });
    expect((await third())?.text).not.toHaveProperty("en");
    expect((await cleo.say("/discuss edit 3 language:en")).text).toContain("A short name for it: Money");
  });

  it.each(["ja", "日本語", "japanese", "JA", "日本語 (Japanese)"])("the language is named as %s", async (language) => {
    await cleo.say(`/discuss add text:"誰が払いますか。" label:"お金" language:"${language}"`);
    expect((await third())?.text).toEqual({ ja: "誰が払いますか。" });
  });

  it("and one that is none of ours is asked about", async () => {
    const form = await cleo.say("/discuss edit 2 label:Stille language:german");
    expect(form.text).toContain("日本語 (Japanese)");
    expect(form.answer.kind).toBe("form");
  });

  it("goes out in another one where it is missing, which the preview says before", async () => {
    await cleo.say('/discuss add text:"Who pays?" label:"Money"');
    const preview = await cleo.say("/discuss post 3");
    expect(preview.text).toContain(MISSING);
    expect(preview.buttons).toContain("Write 3 in 日本語 (Japanese)…");
    expect((await cleo.say("/discuss post 3 where:discord")).text).not.toContain("Not written in");
    await cleo.say("/discuss post 3");
    await cleo.press("Post question 3 in Discord #discussion, Slack #討論 now");
    expect(house.posts("討論")[0]?.text).toContain("\nWho pays?\n");
  });

  it("of two who write it in different languages neither is lost", async () => {
    const mo = await house.somebody({ name: "Mo", rank: "moderator" });
    await cleo.say('/discuss add text:"Who pays?" label:"Money"');
    await cleo.press("Write 3 in 日本語 (Japanese)…");
    await mo.say('/discuss edit 3 text:"谁来付钱？" label:"费用" language:zh-Hans');
    const asked = await cleo.fillIn({ text: "誰が払いますか。", label: "お金" });
    expect(asked.text).toContain("Somebody has changed question 3 since you opened it.");
    await cleo.press("Save mine anyway");
    expect((await third())?.text).toEqual({ en: "Who pays?", ja: "誰が払いますか。", "zh-Hans": "谁来付钱？" });
  });
});
