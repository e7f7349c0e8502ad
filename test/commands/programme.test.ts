import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let oki: Somebody;
let uma: Somebody;
let reader: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
  uma = await house.somebody({ name: "Uma", rank: "organiser" });
  reader = await house.somebody({ name: "Rio" });
  await oki.say('/manage webinar create title:"Rivers" start:"2026-12-12 17:00 Tokyo"');
  await oki.press("Publish");
  await oki.press("Publish");
  for (const [who, title] of [
    ["Jing Liu", "A"],
    ["Paul Armstrong", "B"],
    ["Takeshi Shinohara", "C"],
  ])
    await oki.say(`/manage talk add speaker:"${who}" title:${title} webinar:4`);
});
afterEach(() => house.close());

const talks = async (): Promise<readonly string[]> =>
  (await reader.say("/webinar show 4")).text.split("\n").filter((line) => /^\d /u.test(line));
const audit = async (): Promise<string> =>
  (await (await house.somebody({ name: "Ada", rank: "admin" })).say("/rostrum audit")).text;

describe("a discussant and a moderator", () => {
  it("are added with their role, in a line or in a form, found or new, and taken out again", async () => {
    const added = await oki.say(
      '/manage talk add speaker:"Philip Wing Keung Chan" role:discussant affiliation:"Monash University" webinar:4',
    );
    expect(added.text).toContain("Dr. Philip Wing Keung Chan is added: discussant.");
    expect(added.text).toContain("Discussion led by Dr. Philip Wing Keung Chan, Monash University");
    await oki.press("Add a discussant or moderator…");
    await oki.fillIn({ role: "chair", speaker: "Dr. Ada Byron", affiliation: "Harbour College", country: "Japan" });
    const shown = (await oki.say("/webinar show 4")).text;
    expect(shown).toContain("Moderator: Dr. Ada Byron, Harbour College");
    expect(await talks()).toHaveLength(3);
    const form = await oki.say("/manage talk edit byron webinar:4");
    expect(form.text).not.toContain("Title of the talk");
    expect((await oki.fillIn({ affiliation: "monash" })).text).toContain("Changed: moderator of the webinar.");
    expect((await oki.say("/webinar show 4")).text).toContain("Moderator: Dr. Ada Byron, Monash University");
    await oki.say("/manage talk remove byron webinar:4");
    await oki.press("Take it out");
    expect((await oki.say("/webinar show 4")).text).not.toContain("Byron");
    expect(await audit()).toContain("role: discussant\nperson: Dr. Philip Wing Keung Chan");
  });

  it("are in a programme once, and have no title", async () => {
    await oki.say("/manage talk add speaker:chan role:discussant webinar:4");
    await oki.press("Dr. Philip Wing Keung Chan");
    const again = await oki.say('/manage talk add speaker:"Philip Wing Keung Chan" role:discussant webinar:4');
    expect(again.text).toContain("Dr. Philip Wing Keung Chan is discussant of this webinar already.");
    const titled = await oki.say('/manage talk add speaker:"Paul Armstrong" role:discussant title:X webinar:4');
    expect(titled.text).toContain("Only a speaker has a title or a subject, not: discussant.");
  });

  it("can be of a draft, which suggests its own talks", async () => {
    await oki.say('/manage webinar create title:"Hidden" start:2026-12-20');
    await oki.say('/manage talk add speaker:"Paul Armstrong" title:Secret');
    await oki.say('/manage talk add role:chair speaker:"Jing Liu" affiliation:"Tohoku University"');
    expect(await oki.suggest("manage talk edit", "talk", "sec")).toEqual(["1 Dr. Paul Armstrong · Secret"]);
    expect(await oki.suggest("manage talk edit", "talk", "liu")).toEqual([
      "moderator of the webinar: Dr. Jing Liu, Tohoku University",
    ]);
    expect(await oki.suggest("manage talk move", "talk", "liu")).toEqual([]);
    const mei = await house.somebody({ name: "Mei" });
    expect(await mei.suggest("manage talk edit", "talk", "sec")).toEqual([]);
  });
});

describe("of two who edit a talk the second sees what was, what is and their own, and decides", () => {
  it("on a form: what both changed is shown, what only the other changed stays", async () => {
    await oki.say("/manage talk edit 2 webinar:4");
    await uma.say('/manage talk edit 2 title:"Uma\'s" affiliation:"Monash University" webinar:4');
    const both = await oki.fillIn({ title: "Oki's" });
    expect(both.text).toContain("Somebody changed this webinar while you were editing it.");
    expect(both.text).toContain("Before: B\nNow: Uma's\nYours: Oki's");
    expect(both.text).toContain("Before: –\nNow: Monash University");
    expect((await talks())[1]).toBe("2 Dr. Paul Armstrong, Monash University · Uma's");
    await oki.press("Take mine");
    expect((await talks())[1]).toBe("2 Dr. Paul Armstrong, Monash University · Oki's");
    expect(await audit()).not.toContain("title: B → Oki's");
  });

  it("on a form of a talk that was moved meanwhile: the same talk is changed, wherever it stands", async () => {
    await oki.say("/manage talk edit 3 webinar:4");
    await uma.say("/manage talk move talk:3 to:1 webinar:4");
    await oki.fillIn({ title: "C, bettered" });
    expect((await talks()).map((line) => line.split(" · ")[1])).toEqual(["C, bettered", "A", "B"]);
  });

  it("on a form of a talk that was taken out: it can be added again", async () => {
    await oki.say("/manage talk edit 3 webinar:4");
    await uma.say("/manage talk remove 3 webinar:4");
    await uma.press("Take it out");
    expect((await oki.fillIn({ title: "C again" })).text).toContain("Somebody took this out of the programme");
    await oki.press("Add a talk…");
    await oki.fillIn({});
    expect((await talks())[2]).toBe("3 Dr. Takeshi Shinohara · C again");
  });

  it("when it is to be taken out, or was", async () => {
    await oki.say("/manage talk remove 2 webinar:4");
    await uma.say('/manage talk edit 2 title:"Uma\'s" webinar:4');
    const both = await oki.press("Take it out");
    expect(both.text).toContain("Before: Dr. Paul Armstrong · B\nNow: Dr. Paul Armstrong · Uma's");
    expect(await talks()).toHaveLength(3);
    await oki.press("Take it out");
    expect(await talks()).toHaveLength(2);
    expect((await uma.say("/manage talk remove 2 webinar:4")).text).toContain("Shinohara");
    await oki.say("/manage talk remove 2 webinar:4");
    await oki.press("Take it out");
    expect((await uma.press("Take it out")).text).toBe("It is not in the programme any more.");
  });

  it("when it is to be put elsewhere in an order that is another now", async () => {
    await oki.say("/manage talk move webinar:4");
    await uma.say("/manage talk move talk:1 to:3 webinar:4");
    const both = await oki.fillIn({ talk: "1", to: "2" });
    expect(both.text).toContain("The order that you saw\n1 Dr. Jing Liu · A\n2 Dr. Paul Armstrong · B");
    expect(both.text).toContain(
      "The order now\n1 Dr. Paul Armstrong · B\n2 Dr. Takeshi Shinohara · C\n3 Dr. Jing Liu · A",
    );
    expect(both.text).toContain("Yours: Dr. Jing Liu · A → 2");
    await oki.press("Take mine");
    expect((await talks()).map((line) => line.at(-1))).toEqual(["B", "A", "C"]);
    await oki.say("/manage talk move webinar:4");
    await oki.fillIn({ talk: "1", to: "3" });
    expect((await talks()).map((line) => line.at(-1))).toEqual(["A", "C", "B"]);
  });
});

describe("of two who edit a webinar", () => {
  it("the second sees what was, what is and their own; what they did not touch stays the other's", async () => {
    await oki.say("/manage webinar edit 4");
    await uma.say('/manage webinar edit 4 title:"Uma\'s" subtitle:Sub link:https://meeting.example/4');
    const both = await oki.fillIn({ title: "Oki's" });
    expect(both.text).toContain("Title\nBefore: Rivers\nNow: Uma's\nYours: Oki's");
    expect(both.text).toContain("Subtitle\nBefore: –\nNow: Sub");
    await oki.press("Take mine");
    expect((await oki.say("/webinar show 4")).text).toContain("Oki's\nSub");
    expect(await audit()).toContain("title: Uma's → Oki's");
  });

  it("a change of something else is no matter of the form's", async () => {
    await oki.say("/manage webinar edit 4");
    await uma.say('/manage talk edit 1 title:"A, bettered" webinar:4');
    expect((await oki.fillIn({ title: "Rivers, towns" })).text).toContain("Changed.");
  });

  it.each([
    ["reschedule", '/manage webinar reschedule start:"2026-12-13 17:00 Tokyo" webinar:4', "Move it"],
    ["cancel", "/manage webinar cancel 4", "Cancel the webinar"],
  ])("who comes second to %s sees what the first did, and nothing is done or noted", async (_name, line, button) => {
    await oki.say(line);
    await uma.say('/manage webinar edit 4 title:"Uma\'s"');
    await uma.say('/manage talk edit 1 title:"Z" webinar:4');
    const said = await oki.press(button);
    expect(said.text).toContain("Somebody has changed this webinar meanwhile, so nothing was done.");
    expect(said.text).toContain(
      "Uma (Discord) · Edit a webinar · 4th international webinar: Uma's\ntitle: Rivers → Uma's",
    );
    expect(said.text).toContain("title: A → Z");
    expect((await oki.say("/webinar show 4")).text).toContain("Saturday, 12 December 2026");
    expect(await audit()).not.toMatch(/Oki \(Discord\) · (?:Move|Cancel) a webinar/u);
  });

  it("who publishes what is another now is shown what changed", async () => {
    await oki.say('/manage webinar create title:"Hidden" start:2026-12-20');
    await oki.press("Publish");
    await uma.say('/manage webinar edit title:"Hidden, by Uma"');
    expect((await oki.press("Publish")).text).toContain("title: Hidden → Hidden, by Uma");
    expect((await oki.press("Show it again")).text).toContain("Hidden, by Uma");
    expect((await oki.press("Publish")).text).toContain("is published");
  });
});

describe("a form that is emptied", () => {
  it("takes away what may be away, and asks for what may not", async () => {
    await oki.say("/manage webinar edit 4 subtitle:Sub link:https://meeting.example/4");
    await oki.say("/manage webinar edit 4");
    await oki.fillIn({ subtitle: "", link: "" });
    expect((await oki.say("/webinar show 4")).text).not.toContain("Sub");
    expect(await audit()).toContain("subtitle: Sub → –\njoining link: https://meeting.example/4 → –");
    await oki.say("/manage webinar edit 4");
    expect((await oki.fillIn({ title: "" })).answer.kind).toBe("form");
    await oki.say("/manage talk edit 1 webinar:4");
    await oki.fillIn({ title: "" });
    expect((await talks())[0]).toBe("1 Dr. Jing Liu");
  });

  it("a length needs an hour", async () => {
    await oki.say('/manage webinar create title:"Hidden" start:2026-12-20');
    expect((await oki.say("/manage webinar edit minutes:60")).text).toContain("there is no length to keep");
  });
});

describe("a wording in another language", () => {
  it("stands beside the first, and each reader gets their own", async () => {
    await oki.say("/manage webinar edit 4 language:ja title:川と町");
    const mei = await house.somebody({ name: "Mei", locale: "ja" });
    expect((await mei.say("/webinar show 4")).text).toContain("川と町");
    expect((await oki.say("/webinar show 4")).text).toContain("Rivers");
    const form = await oki.say("/manage webinar edit 4 language:zh-Hans");
    expect(form.text).toContain("Rivers");
    await oki.fillIn({ subtitle: "副标题" });
    const lin = await house.somebody({ name: "Lin", locale: "zh-CN" });
    expect((await lin.say("/webinar show 4")).text).toContain("Rivers\n副标题");
    expect(await audit()).toContain("title: 川と町\nlanguage: 日本語 (Japanese)");
  });
});

it("what changes nothing is said so, and stands in no audit", async () => {
  const ada = await house.somebody({ name: "Ada", rank: "admin" });
  const { text } = await ada.say("/rostrum audit");
  const same = "Nothing is different from before.";
  expect((await oki.say("/manage talk move talk:1 to:1 webinar:4")).text).toContain(same);
  expect((await oki.say("/manage talk edit 1 title:A webinar:4")).text).toContain(same);
  expect((await ada.say("/rostrum audit")).text).toBe(text);
});
