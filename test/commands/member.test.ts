import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse } from "../support/house.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
});
afterEach(() => house.close());

describe("a member asks for the next webinar", () => {
  it("and reads title, time for everyone, speakers and that the link comes later", async () => {
    const mei = await house.somebody();
    const said = await mei.say("/webinar next");
    expect(said.text).toContain("Libraries as places of learning");
    expect(said.text).toContain("Saturday, 5 December 2026, 17:00 Tokyo (in 11 days)");
    expect(said.text).toContain(
      "London 08:00 · Bangkok 15:00 · Beijing 16:00 · Tokyo 17:00 · Melbourne 19:00, all Saturday",
    );
    expect(said.text).toContain("1 Ada Example, Harbour University (invented) · Reading rooms after school");
    expect(said.text).toContain("The joining link appears here 30 minutes before the start.");
    expect(said.text).not.toContain("meeting.example");
    expect(said.buttons).toEqual(["Programme", "2 questions", "Remind me", "Share here"]);
  });

  it("and gets the link from half an hour before the start until the end, and at no other time", async () => {
    const mei = await house.somebody();
    await house.turnTo("2026-12-05T07:29:59Z");
    expect((await mei.say("/webinar next")).text).not.toContain("meeting.example");
    await house.turnTo("2026-12-05T07:30:00Z");
    expect((await mei.say("/webinar next")).text).toContain("Open the meeting (https://meeting.example/sample)");
    await house.turnTo("2026-12-05T08:05:00Z");
    const on = await mei.say("/webinar next");
    expect(on.text).toContain("On now · started 5 minutes ago");
    expect(on.text).toContain("meeting.example");
    await house.turnTo("2026-12-05T10:00:00Z");
    const over = await mei.say("/webinar next");
    expect(over.text).not.toContain("meeting.example");
    expect(over.text).toContain("No webinar is planned yet. ".trim());
    expect(over.text).toContain("The last in the record: Sample webinar, 5 December 2026.");
    expect((await mei.press("What happened")).text).toContain("Libraries as places of learning");
  });

  it("and is told which one was cancelled", async () => {
    await house.store.transact((trx) =>
      trx.updateTable("webinars").set({ status: "cancelled" }).where("key", "=", "sample").execute(),
    );
    const said = await (await house.somebody()).say("/webinar next");
    expect(said.text).toContain("Cancelled: Sample webinar, planned for 5 December 2026.");
  });

  it("and never sees a draft", async () => {
    await house.store.transact((trx) =>
      trx.updateTable("webinars").set({ status: "draft" }).where("key", "=", "sample").execute(),
    );
    const mei = await house.somebody();
    for (const line of [
      "/webinar next",
      "/webinar list",
      "/webinar show libraries",
      "/webinar show sample",
      "/speaker ada",
    ])
      expect((await mei.say(line)).text).not.toContain("Libraries as places of learning");
    for (const line of ["/speaker ada", "/speaker sample-ada", "/speaker harbour"])
      expect((await mei.say(line)).text).toContain("Nobody in the record");
    expect(await mei.suggest("speaker", "name", "ada")).toEqual([]);
    expect(await mei.suggest("webinar show", "webinar", "")).not.toContain(
      "Sample webinar: Libraries as places of learning",
    );
  });
});

describe("a member looks up the third webinar", () => {
  const third = [
    "3rd international webinar",
    "Partnership for education and beyond",
    "Collaboration and networks for quality education",
    "Saturday, 19 February 2022 (hour not recorded) · 80 participants from 14 countries and regions",
  ].join("\n");

  it.each([
    "3",
    "３",
    "3rd",
    "2022",
    "partnership",
    "international-3",
    "第3回",
    "3rd international webinar",
    "第3回国際ウェビナー",
  ])("as %s", async (typed) => {
    expect((await (await house.somebody()).say(`/webinar show ${typed}`)).text).toContain(third);
  });

  it("and reads who spoke about what, in the page's order, with nothing invented", async () => {
    const { text } = await (await house.somebody()).say("/webinar show 3");
    expect(text).toContain("4 Dr. Jing Liu, Tohoku University · How stakeholders interact");
    expect(text).toContain("about Chengdu, China");
    expect(text).toContain("about Thailand\n");
    expect(text).toContain("From the network's own report; titles of talks and answers are not in it.");
    expect(text).not.toMatch(/00:00|midnight|undefined|null/);
  });

  it("and all three questions whole, however long", async () => {
    const { text } = await (await house.somebody()).say("/webinar questions 3");
    expect(text).toContain(
      "Will it provide an opportunity for school-to-school collaboration in a network, to produce sustainable quality education and a resilient recovery in an environment of mutual benefit?",
    );
    expect(text).toContain("Led by Dr. Philip Wing Keung Chan");
  });

  it("and is told kindly that the second is not recorded", async () => {
    const mei = await house.somebody();
    const said = await mei.say("/webinar show 2");
    expect(said.text).toContain("I find no webinar for “2”");
    expect((await mei.press("Webinars")).text).toContain("The record begins with: 3rd international webinar.");
  });

  it("by choosing from the list", async () => {
    const mei = await house.somebody();
    await mei.say("/webinar list");
    expect((await mei.choose("international-3")).text).toContain(third);
  });
});

describe("a member looks somebody up", () => {
  it.each([
    ["Jing Liu", "Dr. Jing Liu"],
    ["liu", "Dr. Jing Liu"],
    ["LIU, Jing", "Dr. Jing Liu"],
    ["rupa", "Dr. Phetcharee Rupavijetra"],
    ["vijetra", "Dr. Phetcharee Rupavijetra"],
    ["monash", "Dr. Philip Wing Keung Chan"],
  ])("%s is %s", async (typed, name) => {
    expect((await (await house.somebody()).say(`/speaker ${typed}`)).text).toMatch(new RegExp(`^${name}\n`));
  });

  it("and reads the affiliation held at the time, not today's", async () => {
    const { text } = await (await house.somebody()).say("/speaker liu");
    expect(text).toContain("Tohoku University, Japan (on 19 February 2022)\n3rd international webinar · speaker");
    expect(text).not.toMatch(/currently|based in|“/);
  });

  it("and chooses where several fit", async () => {
    const mei = await house.somebody();
    expect((await mei.say("/speaker tohoku")).buttons).toEqual(["Dr. Jing Liu", "Dr. Taketoshi Goto"]);
    expect((await mei.press("Dr. Taketoshi Goto")).text).toContain("moderator of the webinar");
  });

  it.each([
    ["lui", "Dr. Jing Liu"],
    ["Rupaviejtra", "Dr. Phetcharee Rupavijetra"],
    ["taketosi goto", "Dr. Taketoshi Goto"],
  ])("through a slip of the fingers: %s", async (typed, name) => {
    const mei = await house.somebody();
    const said = await mei.say(`/speaker ${typed}`);
    expect(said.text).toBe(`Nobody in the record is called “${typed}”. Close to it:`);
    expect(said.buttons).toEqual([name]);
    expect((await mei.press(name)).text).toContain(name);
  });

  it("in a script that no name is recorded in, and is told so without any guess", async () => {
    const mei = await house.somebody();
    for (const typed of ["刘静", "ดร.เพชรี", "ゴトウ"])
      expect((await mei.say(`/speaker ${typed}`)).text).toContain("names stand in the record in Latin letters");
    expect((await mei.say("/speaker zzzzzz")).text).toContain("Nobody in the record is called “zzzzzz”");
  });

  it("and is asked for a name when there is none", async () => {
    const mei = await house.somebody();
    expect((await mei.say("/speaker")).text).toContain("Name or affiliation:");
    expect((await mei.fillIn({ name: "goto" })).text).toContain("Dr. Taketoshi Goto");
  });
});

describe("an answer is private until it is shared", () => {
  it("then everybody reads it in the language of the place, with who shared it", async () => {
    const mei = await house.somebody({ locale: "ja" });
    await mei.say("/webinar show 3");
    expect(house.posts("discussion")).toEqual([]);
    await mei.press("ここで共有");
    const [post] = house.posts("discussion");
    expect(post?.text).toContain("Saturday, 19 February 2022 (hour not recorded)");
    expect(post?.text).toContain("Shared by Mei");
    expect(post?.buttons).toEqual(["3 questions", "Outcome"]);
  });

  it("without what goes stale: a post does not say in how many days it is", async () => {
    const mei = await house.somebody();
    expect((await mei.say("/webinar next")).text).toContain("(in 11 days)");
    await mei.press("Share here");
    expect(house.posts("discussion")[0]?.text).toContain("Saturday, 5 December 2026, 17:00 Tokyo\n");
  });

  it("and not by someone who may not write there", async () => {
    const mei = await house.somebody({ rights: [] });
    await mei.say("/webinar show 3");
    expect((await mei.press("Share here")).text).toBe(
      "You may not write in this channel, so I cannot post here for you.",
    );
    expect(house.posts("discussion")).toEqual([]);
  });

  it("once, when the same press arrives twice", async () => {
    const mei = await house.somebody();
    await mei.say("/webinar show 3");
    const press = { id: "the-same", said: { press: "share?of=webinar+show%3Fwebinar%3Dinternational-3" } };
    const [first, second] = [await mei.call(press), await mei.call(press)];
    expect(second).toEqual(first);
    expect(house.posts("discussion")).toHaveLength(1);
  });
});

describe("a member who does not know the words", () => {
  it.each([
    ["/webinr next", "/webinar next"],
    ["/webinar nxt", "/webinar next"],
    ["/speker liu", "/speaker"],
  ])("%s is offered %s", async (line, offered) => {
    const mei = await house.somebody();
    const said = await mei.say(line);
    expect(said.text).toMatch(/^I do not know \//);
    expect(said.buttons[0]).toBe(offered);
  });

  it("gets the nearest option as a button that works", async () => {
    const mei = await house.somebody();
    const said = await mei.call({ said: { command: "webinar show" }, options: { webnar: "3" } });
    expect(said.text).toBe("/webinar show has no option “webnar”.");
    expect((await mei.press("webinar:3")).text).toContain("3rd international webinar");
  });

  it("sees only what is for members in the help", async () => {
    const { text } = await (await house.somebody()).say("/webinar help");
    expect(text).toContain("/webinar next");
    expect(text).not.toContain("/announce");
    expect(text).not.toContain("/rostrum");
  });
});
