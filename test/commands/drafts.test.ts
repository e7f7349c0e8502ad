import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../src/commands/commands.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** What an organiser prepares, and nobody else may learn of. */
let house: House;
let oki: Somebody;
let mei: Somebody;
let key: string;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
  mei = await house.somebody({ name: "Mei" });
  await oki.say('/manage webinar create title:"Zanzibar lectures" start:"2026-12-01 17:00 Tokyo"');
  await oki.say('/manage talk add speaker:"Dr. Zora Quill" affiliation:"Quill College" country:Japan title:Quills');
  await oki.say('/manage talk add speaker:"Jing Liu" affiliation:"Quill College" title:More');
  const rows = await house.store.transact((trx) =>
    trx.selectFrom("webinars").select("key").where("status", "=", "draft").execute(),
  );
  key = rows[0]?.key ?? "";
});
afterEach(() => house.close());

const SECRET = /zanzibar|quill|zora/iu;
/** Its answer, with what was typed taken out of it. */
const answer = async (who: Somebody, command: string, typed: string, option: string): Promise<string> => {
  const said = await who.call({ said: { command }, options: { [option]: typed } });
  return JSON.stringify(said.answer)
    .replaceAll(typed, "…")
    .replaceAll(/d:[\w-]{22}|"press":"[^"]*"/gu, "");
};

describe("a draft is to everybody else like what does not exist", () => {
  const named = commands.filter(({ inputs, rank }) => "webinar" in inputs && rank === "member");
  it("has commands to be looked for by", () => expect(named.length).toBeGreaterThan(5));

  it.each(named.map(({ name }) => name))(
    "by /%s: its key, number, year and words answer like any other word",
    async (command) => {
      const nothing = await answer(mei, command, "nothing-abcdef", "webinar");
      for (const typed of [key, "zanzibar", "Zanzibar lectures", "4", "zora quill"])
        expect(await answer(mei, command, typed, "webinar"), typed).toBe(nothing);
    },
  );

  it("by every suggestion, list, search, number, year and default", async () => {
    for (const { name, inputs } of commands)
      for (const option of Object.keys(inputs))
        for (const typed of ["", "z", "zanz", "qui", "4", "2026"])
          expect((await mei.suggest(name, option, typed)).join("\n"), `${name} ${option}`).not.toMatch(SECRET);
    for (const line of [
      "/webinar next",
      "/webinar now",
      "/webinar last",
      "/webinar list",
      "/webinar list year:2026",
      "/webinar talk quills",
      "/webinar search quill",
      "/webinar search zanzibar",
      "/webinar remind",
      "/speaker zora",
      "/speaker zoraa",
      "/speaker quill",
      "/speaker liu",
      "/discuss queue",
      "/rostrum audit",
    ])
      expect(
        (await mei.say(line).catch(() => ({ text: "" }))).text.replaceAll(line.split(" ").at(-1) ?? "", ""),
        line,
      ).not.toMatch(SECRET);
    const home = await mei.call({ said: { command: "home" }, at: { ...mei.account, channel: "" }, options: {} });
    expect(JSON.stringify(home.answer)).not.toMatch(SECRET);
  });

  it("by a forged button, and by sharing it", async () => {
    for (const press of [
      `webinar show?webinar=${key}`,
      `webinar remind?webinar=${key}`,
      `webinar unremind?webinar=${key}`,
    ])
      expect((await mei.call({ said: { press } })).text).not.toMatch(/Zanzibar/u);
    await mei.call({ said: { press: `share?of=${encodeURIComponent(`webinar show?webinar=${key}`)}` } });
    await house.turnTo("2026-12-01T09:00:00Z");
    expect(JSON.stringify([house.discord.posted, house.slack.posted])).not.toMatch(SECRET);
  });

  it("until it is published; then it is found by all of it", async () => {
    await oki.say("/manage webinar publish");
    await oki.press("Publish");
    expect((await mei.say("/webinar next")).text).toContain("Zanzibar lectures");
    expect((await mei.say("/speaker zora")).text).toContain("Dr. Zora Quill");
    expect((await mei.say("/speaker quill")).buttons).toEqual(["Dr. Jing Liu", "Dr. Zora Quill"]);
    expect(await mei.suggest("webinar show", "webinar", "zan")).toHaveLength(1);
  });
});

describe("who prepares it", () => {
  it("finds who stands in it already, so that nobody is taken in twice", async () => {
    const said = await oki.say('/manage talk add speaker:"Zora Quill" role:chair');
    expect(said.text).toContain("Dr. Zora Quill is added: moderator of the webinar.");
    expect(await oki.suggest("manage talk add", "speaker", "zor")).toEqual(["Dr. Zora Quill"]);
    const rows = await house.store.transact((trx) =>
      trx.selectFrom("people").select("key").where("name", "=", "Zora Quill").execute(),
    );
    expect(rows).toHaveLength(1);
  });

  it("keeps it over a restart and a record that is read again", async () => {
    await house.restart();
    expect((await oki.say("/manage webinar publish")).text).toContain("Dr. Zora Quill, Quill College");
    expect((await mei.say("/webinar show 4")).text).not.toMatch(SECRET);
  });
});
