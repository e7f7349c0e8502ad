import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Form } from "../src/core/bot/form.ts";
import type { Message } from "../src/core/bot/message.ts";
import { type Language, languages } from "../src/core/words/language.ts";
import { wordsIn } from "../src/core/words/words.ts";
import { asDiscord, asHtml, asSlack, json } from "./support/drawn.ts";
import { type House, openHouse, type Said, type Somebody } from "./support/house.ts";

/** What organisers are shown before and after they change a webinar, in every language: test/golden/manage/. Renewed by `-u`. */

const NAMES = ["move", "cancel", "both", "order", "meanwhile", "audit"];
let house: House;
const answers = new Map<string, ReadonlyMap<Language, Message | Form>>();

beforeAll(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  const uma = await house.somebody({ name: "Uma", rank: "organiser" });
  const people = await Promise.all(
    languages.map(async (language) => ({
      language,
      one: await house.somebody({ name: language, locale: language, rank: "admin" }),
    })),
  );
  const all = async (
    does: (one: Somebody, language: Language) => Promise<Said>,
  ): Promise<Map<Language, Message | Form>> => {
    const said = new Map<Language, Message | Form>();
    for (const { language, one } of people) said.set(language, (await does(one, language)).answer);
    return said;
  };
  await uma.say('/announce plan steps:"1w, 1d" webinar:sample');
  await uma.press("Schedule 2 announcements");
  await uma.say('/announce schedule text:"See you on Saturday" when:"2026-12-01 09:00 UTC" webinar:sample');
  await uma.press("Schedule");
  await house.turnTo("2026-11-28T08:00:01Z");
  answers.set("audit", await all((one) => one.say("/rostrum audit")));
  const moving = '/manage webinar reschedule start:"2026-12-06 17:00 Tokyo" webinar:sample';
  answers.set("move", await all((one) => one.say(moving)));
  answers.set("cancel", await all((one) => one.say("/manage webinar cancel sample")));
  await all((one) => one.say("/manage webinar edit sample"));
  await uma.say('/manage webinar edit sample title:"Another title" minutes:60');
  answers.set("both", await all((one) => one.fillIn({ title: "My title" })));
  await all((one) => one.say("/manage talk move webinar:sample"));
  await uma.say("/manage talk move talk:2 to:1 webinar:sample");
  answers.set("order", await all((one) => one.fillIn({ talk: "2", to: "1" })));
  await all((one) => one.say(moving));
  await uma.say('/manage webinar edit sample subtitle:"Another subtitle"');
  answers.set("meanwhile", await all((one, language) => one.press(wordsIn(language).manage.move)));
});
afterAll(() => house.close());

describe.each(NAMES)("%s in every language", (name) => {
  const inEach = (draw: (answer: Message | Form, language: Language) => unknown): Record<string, unknown> =>
    Object.fromEntries([...(answers.get(name) ?? [])].map(([language, answer]) => [language, draw(answer, language)]));
  const file = (end: string): string => `golden/manage/${name}.${end}`;

  it("is not what it is in another", () => {
    expect(new Set(Object.values(inEach((answer) => json(answer)))).size).toBe(languages.length);
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
