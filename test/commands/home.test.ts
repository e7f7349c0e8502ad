import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse } from "../support/house.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
});
afterEach(() => house.close());

describe("a bare root", () => {
  it("is its first command, and says what else there is where the client does not", async () => {
    const mei = await house.somebody({ name: "Mei", platform: "slack" });
    const plain = await mei.say("/webinar");
    const offered = await mei.call({ said: { command: "webinar", menu: true } });
    expect(offered.text).toBe(plain.text);
    expect(offered.buttons).toEqual([
      ...plain.buttons,
      "/webinar now",
      "/webinar last",
      "/webinar list",
      "/webinar show",
      "/webinar talk",
      "/webinar speakers",
      "/webinar questions",
      "/webinar search",
      "/webinar time",
      "/webinar language",
      "/webinar remind",
      "/webinar outcomes",
      "/webinar help",
    ]);
    expect((await mei.press("/webinar list")).text).toContain("Sample webinar");
  });

  it("offers nobody what is not for them", async () => {
    const mei = await house.somebody({ name: "Mei", platform: "slack" });
    expect((await mei.call({ said: { command: "rostrum", menu: true } })).buttons).toEqual([]);
  });
});

describe("words that name no command", () => {
  it("are answered with the one of another root, which runs with what was typed", async () => {
    const ada = await house.somebody({ name: "Ada", rank: "organiser" });
    const said = await ada.say("/webinar schedule when:+2d text:“Hello @everyone”");
    expect(said.text).toBe("I do not know /webinar schedule.");
    expect(said.buttons).toEqual(["/discuss schedule", "/announce schedule", "All commands"]);
    const preview = await ada.press("/announce schedule");
    expect(preview.text).toContain("Hello @everyone");
  });

  it("are the command meant where its name ends so: an organiser's /webinar create opens the form", async () => {
    const ada = await house.somebody({ name: "Ada", platform: "slack", rank: "organiser" });
    const form = (await ada.say("/webinar create title:“The 4th, @everyone”")).answer;
    expect(form).toMatchObject({ kind: "form", title: "New webinar" });
    const draft = await ada.fillIn({ start: "2026-12-20 17:00 Tokyo" });
    expect(draft.text).toContain("The 4th, @everyone");
  });

  it("name nothing that the asker may not use", async () => {
    const mei = await house.somebody({ name: "Mei" });
    const refused = await mei.say("/webinar create title:Mine start:2026-12-20");
    expect(refused.text).toBe("I do not know /webinar create.");
    expect(refused.buttons).toEqual(["/webinar", "All commands"]);
    expect((await mei.say("/webinar schedule")).buttons).not.toContain("/announce schedule");
  });
});

describe("the home", () => {
  it("has all that a member needs, in their language and zone, and shares nothing", async () => {
    const mei = await house.somebody({
      name: "Mei",
      platform: "slack",
      channel: "",
      locale: "ja-JP",
      zone: "Europe/London",
    });
    const home = await mei.call({ said: { command: "home" } });
    expect(home.text).toContain("表示は日本語、時刻はロンドン時間です。");
    expect(home.buttons).toEqual(expect.arrayContaining(["登壇者を探す", "ほかのウェビナー", "ここでできること"]));
    expect((await mei.press("登壇者を探す")).answer).toMatchObject({ kind: "form", fields: [{ pick: "one" }] });
    await mei.call({ said: { command: "home" } });
    expect((await mei.press("ここでできること")).buttons).not.toContain("/announce schedule");
    expect((await mei.call({ said: { command: "webinar next" } })).buttons).not.toContain("ここで共有");
  });

  it("is a polite refusal in a space that is not connected", async () => {
    const out = await house.somebody({ name: "Out", space: "stranger", channel: "" });
    const said = await out.call({ said: { command: "home" } });
    expect(said.text).toContain("is not connected to the network");
    expect(said.text).not.toContain("webinar");
  });

  it("offers an organiser everything that an organiser may do", async () => {
    const ada = await house.somebody({ name: "Ada", rank: "organiser" });
    const first = await ada.call({ said: { command: "menu" } });
    const offered = [...first.buttons];
    for (let page = first; page.buttons.includes("More"); offered.push(...page.buttons)) page = await ada.press("More");
    expect(offered).toContain("/announce schedule");
    expect(offered).toContain("/manage webinar create");
  });
});

describe("a thread", () => {
  it("that a question of a webinar has is about that webinar", async () => {
    const mo = await house.somebody({ name: "Mo", rank: "moderator" });
    const [confirm] = (await mo.say("/discuss post question:1 webinar:3 where:discord")).buttons;
    await mo.press(confirm ?? "");
    const mei = await house.somebody({ name: "Mei" });
    const at = { platform: "discord" as const, space: "guild", channel: "discussion" };
    const ask = (thread?: string) =>
      mei.call({ said: { command: "webinar questions" }, at: { ...at, ...(thread !== undefined && { thread }) } });
    expect((await ask("m1")).text).toContain("3rd international webinar");
    expect((await ask("t-m1")).text).toContain("3rd international webinar");
    expect((await ask()).text).toContain("Sample webinar");
    expect((await ask("unknown")).text).toContain("Sample webinar");
  });
});

describe("a list in a form", () => {
  it("of somebody else's draft offers nothing, and one's own what fits what stands in the form", async () => {
    const [mo, eve] = [
      await house.somebody({ name: "Mo", rank: "moderator" }),
      await house.somebody({ name: "Eve", rank: "moderator" }),
    ];
    const long = "nowhere at all, ".repeat(8);
    const { answer } = await mo.say(`/discuss post webinar:3 where:${long}`);
    if (answer.kind !== "form") throw new Error("no form");
    expect(answer.press).toMatch(/^#/u);
    const ask = (asker: typeof mo.account) =>
      house.bot.suggest(
        {
          id: "s",
          asker,
          at: { platform: "discord", space: "guild", channel: "general" },
          said: { press: answer.press },
          options: { question: "" },
        },
        "question",
      );
    expect((await ask(mo.account)).map(({ value }) => value)).toEqual(["1", "2", "3"]);
    expect(await ask(eve.account)).toEqual([]);
  });
});
