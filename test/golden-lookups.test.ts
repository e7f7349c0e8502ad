import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Form } from "../src/core/bot/form.ts";
import type { Message } from "../src/core/bot/message.ts";
import { type Language, languages } from "../src/core/words/language.ts";
import { asDiscord, asHtml, asSlack, json } from "./support/drawn.ts";
import { type House, openHouse } from "./support/house.ts";

/** What a member looks up, in every language, as each platform gets it: test/golden/lookups/. Renewed by `npx vitest -u`. */

const LOOK_UPS: Readonly<Record<string, string>> = {
  "webinar next": "/webinar next",
  "webinar now": "/webinar now",
  "webinar last": "/webinar last",
  "webinar list": "/webinar list",
  "webinar show": "/webinar show 3",
  "webinar talk": "/webinar talk talk:2 webinar:3",
  "webinar speakers": "/webinar speakers webinar:3",
  "webinar questions": "/webinar questions webinar:3",
  "webinar search": "/webinar search libraries",
  "webinar time": "/webinar time",
  "webinar language": "/webinar language",
  "webinar outcomes": "/webinar outcomes webinar:3",
  "webinar help": "/webinar help",
  "webinar remind": "/webinar remind",
  speaker: "/speaker liu",
};

let house: House;
const answers = new Map<string, ReadonlyMap<Language, Message | Form>>();

beforeAll(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  const people = await Promise.all(
    languages.map(async (language) => ({ language, one: await house.somebody({ name: language, locale: language }) })),
  );
  for (const [name, line] of Object.entries(LOOK_UPS)) {
    const said = new Map<Language, Message | Form>();
    for (const { language, one } of people) said.set(language, (await one.say(line)).answer);
    answers.set(name, said);
  }
});
afterAll(() => house.close());

it("every look-up is here", () => {
  const looked = house.bot.menu.map(({ name }) => name).filter((name) => /^(webinar |speaker)/.test(name));
  expect(Object.keys(LOOK_UPS).sort()).toEqual(looked.sort());
});

describe.each(Object.keys(LOOK_UPS))("/%s in every language", (name) => {
  const inEach = (draw: (answer: Message | Form, language: Language) => unknown): Record<string, unknown> =>
    Object.fromEntries([...(answers.get(name) ?? [])].map(([language, answer]) => [language, draw(answer, language)]));
  const file = (end: string): string => `golden/lookups/${name.replace(" ", "-")}.${end}`;

  it("is not what it is in another", () => {
    const said = Object.values(inEach((answer) => json(answer)));
    expect(new Set(said).size).toBe(languages.length);
  });
  it("as Discord gets it", async () => {
    await expect(json(inEach(asDiscord))).toMatchFileSnapshot(file("discord.json"));
  });
  it("as Slack gets it", async () => {
    await expect(json(inEach(asSlack))).toMatchFileSnapshot(file("slack.json"));
  });
  it("as the browser gets it", async () => {
    const html = Object.entries(inEach(asHtml)).map(([language, said]) => `<!-- ${language} -->\n${said}`);
    await expect(html.join("\n")).toMatchFileSnapshot(file("html"));
  });
});
