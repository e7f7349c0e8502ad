import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let oki: Somebody;
let mei: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
  mei = await house.somebody({ name: "Mei" });
});
afterEach(() => house.close());

const create = (more = "") =>
  oki.say(`/manage webinar create title:"Rivers and towns" start:"2026-12-12 17:00 Tokyo" ${more}`);
const publish = async (): Promise<void> => {
  await create();
  await oki.press("Publish");
  await oki.press("Publish");
};

describe("an organiser makes a webinar", () => {
  it("which nobody else sees until it is published, by any way of asking", async () => {
    const made = await create('subtitle:"A talk series" minutes:"1h 30m" link:https://meeting.example/4');
    expect(made.text).toContain("A draft is made.\nNobody but organisers sees it until it is published.");
    expect(made.text).toContain("4th international webinar");
    expect(made.text).toContain("Rivers and towns");
    for (const line of [
      "/webinar list",
      "/webinar show rivers",
      "/webinar search rivers",
      "/webinar show 4",
      "/webinar next",
    ])
      expect((await mei.say(line)).text).not.toContain("Rivers and towns");
    expect(await mei.suggest("webinar show", "webinar", "riv")).toEqual([]);
    expect(await mei.suggest("manage webinar publish", "webinar", "riv")).toEqual([]);
    const shown = await oki.press("Publish");
    expect(shown.text).toContain("Publish this? Then everybody can look it up.");
    expect((await mei.say("/webinar list")).text).not.toContain("Rivers");
    expect((await oki.press("Publish")).text).toContain("4th international webinar is published.");
    expect((await mei.say("/webinar show 4")).text).toContain("Rivers and towns");
    expect((await mei.say("/webinar search rivers")).text).toContain("4th international webinar: Rivers and towns");
  });

  it("on a day whose hour is not known, and no hour is made up for it", async () => {
    await oki.say('/manage webinar create title:"Rivers" start:2026-12-12');
    expect((await oki.press("Publish")).text).toContain("The hour is not given yet");
    await oki.press("Publish");
    const said = await mei.say("/webinar show rivers");
    expect(said.text).toContain("Saturday, 12 December 2026 (hour not recorded)");
    expect(said.text).not.toMatch(/00:00|midnight/u);
  });

  it("through a form, which keeps what was typed and says what is wrong with it", async () => {
    const form = await oki.say("/manage webinar create");
    expect(form.answer.kind).toBe("form");
    const wrong = await oki.fillIn({ title: "Rivers", start: "5/12/2026 17:00" });
    expect(wrong.text).toContain("Which is the day and which the month?");
    expect((await oki.fillIn({ title: "Rivers", start: "2026-12-12 17:00 Tokyo" })).text).toContain("A draft is made.");
  });

  it.each([
    ["minutes:3", "Write minutes from 5 to 1440"],
    ["link:http://meeting.example", "must be an address that begins with https://"],
    ["link:javascript:alert(1)", "must be an address that begins with https://"],
    ["link:https://zoom.us@evil.example/j/1", "The joining link leads to evil.example, whatever stands before the @."],
  ])("with %s is told what is wrong, and nothing is made", async (given, words) => {
    expect((await create(given)).text).toContain(words);
    const rows = await house.store.transact((trx) => trx.selectFrom("webinars").select("key").execute());
    expect(rows).toHaveLength(2);
  });

  it("with a host in other letters, which is kept and shown in ASCII", async () => {
    await create("link:https://zооm.example/j/1");
    const ada = await house.somebody({ name: "Ada", rank: "admin" });
    expect((await ada.say("/rostrum audit")).text).toContain("joining link: https://xn--zm-fmca.example/j/1");
  });

  it("is refused without the rank, and the audit says so", async () => {
    expect((await mei.say("/manage webinar create title:x start:2026-12-12")).text).toContain(
      "This is for organisers.",
    );
    const ada = await house.somebody({ name: "Ada", rank: "admin" });
    expect((await ada.say("/rostrum audit")).text).toContain("Mei (Discord) · New webinar · refused");
  });
});

describe("an organiser edits a webinar", () => {
  it("in one line, or in a form that is filled with what is known", async () => {
    await publish();
    expect((await oki.say('/manage webinar edit 4 title:"Rivers, towns"')).text).toContain("Changed.");
    const form = await oki.say("/manage webinar edit 4");
    expect(form.text).toContain("Rivers, towns");
    expect((await oki.fillIn({ title: "Rivers, towns", subtitle: "Sub", minutes: "60", link: "" })).text).toContain(
      "Sub",
    );
    expect((await mei.say("/webinar show 4")).text).toContain("Rivers, towns\nSub");
    const ada = await house.somebody({ name: "Ada", rank: "admin" });
    expect((await ada.say("/rostrum audit")).text).toContain("title: Rivers and towns → Rivers, towns");
  });

  it("while another does: the second sees both, and decides", async () => {
    await publish();
    const uma = await house.somebody({ name: "Uma", rank: "organiser" });
    await oki.say("/manage webinar edit 4");
    await uma.say('/manage webinar edit 4 title:"Uma\'s title"');
    const both = await oki.fillIn({ title: "Oki's title", subtitle: "", minutes: "90", link: "" });
    expect(both.text).toContain("Somebody changed this webinar while you were editing it.");
    expect(both.text).toContain("Now: Uma's title\nYours: Oki's title");
    expect((await mei.say("/webinar show 4")).text).toContain("Uma's title");
    expect((await oki.press("Take mine")).text).toContain("Changed.");
    expect((await mei.say("/webinar show 4")).text).toContain("Oki's title");
  });

  it("and the record's files do not take it back", async () => {
    await oki.say('/manage webinar edit sample title:"Ours"');
    await house.restart();
    expect((await mei.say("/webinar show sample")).text).toContain("Ours");
  });
});

describe("an organiser moves a webinar", () => {
  const announced = async (): Promise<void> => {
    await publish();
    await oki.say('/announce schedule text:"Join us on Saturday" when:"2026-11-24 09:00 UTC" webinar:4');
    await oki.press("Schedule");
    await oki.say('/announce schedule text:"One day to go" when:"1d before" webinar:4 where:discord');
    await oki.press("Schedule");
    await oki.say('/announce schedule text:"Read the paper" when:"2026-12-01 09:00 UTC" webinar:4 where:discord');
    await oki.press("Schedule");
    await house.turnTo("2026-11-24T10:00:00Z");
    expect(house.posts("announcements")).toHaveLength(1);
  };

  it("after seeing what becomes of all that was said and is to be said", async () => {
    await announced();
    const shown = await oki.say('/manage webinar reschedule start:"2026-12-13 17:00 Tokyo" webinar:4');
    expect(shown.text).toContain("Move 4th international webinar?");
    expect(shown.text).toContain(
      "from Saturday, 12 December 2026, 17:00 Tokyo\nto Sunday, 13 December 2026, 17:00 Tokyo",
    );
    expect(shown.text).toContain(
      "Already posted (1): will be corrected in place, and the new date posted there\n" +
        "Tue 24 Nov 2026, 18:00 Tokyo · Join us on Saturday · Discord #announcements and Slack #お知らせ",
    );
    expect(shown.text).toContain(
      "Scheduled (1): moves along\nFri 11 Dec 2026, 17:00 Tokyo · One day to go · Discord #announcements",
    );
    expect(shown.text).toContain(
      "Fixed time (1): stays\nTue 1 Dec 2026, 18:00 Tokyo · Read the paper · Discord #announcements",
    );
    expect(shown.text).toContain("“Join us on Saturday” names the old day: Saturday");
    expect(shown.buttons).toEqual(["Edit text", "Move it", "Move it, post nothing", "Cancel"]);
    expect(house.posts("announcements")[0]?.text).toContain("12 December 2026");
  });

  it("and posts are corrected in place, the new date is posted beside them, and what is relative moves along", async () => {
    await announced();
    await oki.say('/manage webinar reschedule start:"2026-12-13 17:00 Tokyo" webinar:4');
    expect((await oki.press("Move it")).text).toContain(
      "4th international webinar is moved to Sunday, 13 December 2026, 17:00 Tokyo.",
    );
    await house.turnTo("2026-11-24T10:05:00Z");
    const posts = house.posts("announcements").map(({ text }) => text);
    expect(posts).toHaveLength(2);
    expect(posts[0]).toContain("Sunday, 13 December 2026, 17:00 Tokyo");
    expect(posts[1]).toContain("New date: Sunday, 13 December 2026, 17:00 Tokyo");
    expect(posts[1]).toContain("was Saturday, 12 December 2026, 17:00 Tokyo · 4th international webinar");
    expect(house.posts("お知らせ")[1]?.text).toContain("新しい日程：2026年12月13日(日) 17:00 東京");
    await house.turnTo("2026-12-12T07:59:59Z");
    expect(house.posts("announcements")).toHaveLength(3);
    await house.turnTo("2026-12-12T08:00:00Z");
    expect(house.posts("announcements").at(-1)?.text).toContain("One day to go");
  });

  it("silently, where that is wanted", async () => {
    await announced();
    await oki.say('/manage webinar reschedule start:"2026-12-13 17:00 Tokyo" webinar:4');
    await oki.press("Move it, post nothing");
    await house.turnTo("2026-11-24T10:05:00Z");
    expect(house.posts("announcements")).toHaveLength(1);
    expect(house.posts("announcements")[0]?.text).toContain("13 December 2026");
  });

  it("that somebody else has moved meanwhile: nothing is done, and the preview is made anew", async () => {
    await announced();
    await oki.say('/manage webinar reschedule start:"2026-12-13 17:00 Tokyo" webinar:4');
    const uma = await house.somebody({ name: "Uma", rank: "organiser" });
    await uma.say('/manage webinar reschedule start:"2026-12-20 17:00 Tokyo" webinar:4');
    await uma.press("Move it, post nothing");
    expect((await oki.press("Move it")).text).toContain("Somebody has changed this webinar meanwhile");
    expect((await oki.press("Show it again")).text).toContain("from Sunday, 20 December 2026, 17:00 Tokyo");
  });

  it("into the past: it is said, and nothing is moved", async () => {
    await publish();
    expect((await oki.say('/manage webinar reschedule start:"2026-11-01 17:00 Tokyo" webinar:4')).text).toContain(
      "is in the past",
    );
  });
});

describe("an organiser cancels a webinar", () => {
  it("after a look at it; what is posted says so, what is to come is dropped, and reminders are silent", async () => {
    await publish();
    await mei.say("/webinar remind 4");
    await oki.say('/announce schedule text:"Join us" when:"2026-11-24 09:00 UTC" webinar:4 where:discord');
    await oki.press("Schedule");
    await oki.say('/announce schedule text:"Soon" when:"1h before" webinar:4 where:discord');
    await oki.press("Schedule");
    await house.turnTo("2026-11-24T10:00:00Z");
    const shown = await oki.say("/manage webinar cancel 4");
    expect(shown.text).toContain("Cancel 4th international webinar?");
    expect(shown.text).toContain("Already posted (1)");
    expect(shown.text).toContain("Scheduled (1): will not be posted");
    expect((await oki.press("Cancel the webinar")).text).toContain("4th international webinar is cancelled.");
    await house.turnTo("2026-12-13T10:00:00Z");
    const posts = house.posts("announcements").map(({ text }) => text);
    expect(posts).toHaveLength(2);
    expect(posts[0]).toContain("CANCELLED");
    expect(posts[1]).toContain("Cancelled: 4th international webinar\nIt was planned for Saturday, 12 December 2026");
    expect(house.posts(`direct-${mei.account.user}`)).toHaveLength(1);
    expect(house.posts("desk")).toEqual([]);
  });

  it("and says so once to whoever asks what is next", async () => {
    await publish();
    await oki.say("/manage webinar cancel 4");
    await oki.press("Cancel the webinar");
    expect((await mei.say("/webinar next")).text).toContain(
      "Cancelled: 4th international webinar, planned for 12 December 2026.",
    );
    expect((await oki.say("/manage webinar cancel 4")).text).toContain("is over or cancelled");
  });
});

describe("an organiser keeps the programme", () => {
  const talks = async (): Promise<readonly string[]> =>
    (await oki.say("/webinar show 4")).text.split("\n").filter((line) => /^\d /u.test(line));

  it("with somebody of the record, found by the whole name, and the affiliation that stands there", async () => {
    await publish();
    const added = await oki.say(
      '/manage talk add speaker:"Dr. Jing Liu" affiliation:"Tohoku University" title:"Groups of schools" webinar:4',
    );
    expect(added.text).toContain("Talk 1 is added.");
    expect(await talks()).toEqual(["1 Dr. Jing Liu, Tohoku University · Groups of schools"]);
    expect((await oki.say("/speaker liu")).text).toContain("4th international webinar · speaker");
    expect((await mei.say("/webinar search groups")).text).toContain("4th international webinar");
  });

  it("with somebody who is new, whose affiliation needs a country or region", async () => {
    await publish();
    const form = await oki.say(
      '/manage talk add speaker:"Prof Ada Byron" affiliation:"Harbour College" title:X webinar:4',
    );
    expect(form.text).toContain("in which country or region is it?");
    await oki.fillIn({ country: "日本" });
    expect(await talks()).toEqual(["1 Prof. Ada Byron, Harbour College · X"]);
    expect((await oki.say("/speaker byron")).text).toContain("Harbour College, Japan");
  });

  it("never with a second entry of somebody who may be there already, unasked", async () => {
    await publish();
    const asked = await oki.say("/manage talk add speaker:Liu title:X webinar:4");
    expect(asked.text).toBe("“Liu” could be somebody in the record. Who is it?");
    expect(asked.buttons).toEqual(["Dr. Jing Liu", "New: Liu"]);
    await oki.press("Dr. Jing Liu");
    expect(await talks()).toEqual(["1 Dr. Jing Liu · X"]);
    await oki.say("/manage talk add speaker:Liu title:Y webinar:4");
    await oki.press("New: Liu");
    expect(await talks()).toEqual(["1 Dr. Jing Liu · X", "2 Liu · Y"]);
  });

  it("changing, moving and taking out talks, and what was announced follows", async () => {
    await publish();
    for (const [who, title] of [
      ["Jing Liu", "A"],
      ["Paul Armstrong", "B"],
      ["Takeshi Shinohara", "C"],
    ])
      await oki.say(`/manage talk add speaker:"${who}" title:${title} webinar:4`);
    await oki.say('/announce schedule text:"Join us" when:"2026-11-24 09:00 UTC" webinar:4 where:discord');
    await oki.press("Schedule");
    await house.turnTo("2026-11-24T10:00:00Z");
    await oki.say("/manage talk move talk:3 to:1 webinar:4");
    expect((await talks()).map((line) => line.at(-1))).toEqual(["C", "A", "B"]);
    expect((await oki.say("/manage talk move talk:1 to:9 webinar:4")).text).toContain("Give a place from 1 to 3.");
    await oki.say('/manage talk edit talk:2 title:"A, bettered" webinar:4');
    expect((await talks())[1]).toContain("A, bettered");
    await oki.say("/manage talk edit talk:2 webinar:4");
    await oki.fillIn({ speaker: "jing-liu", affiliation: "monash", country: "", title: "A again", about: "" });
    expect((await talks())[1]).toBe("2 Dr. Jing Liu, Monash University · A again");
    expect((await oki.say("/manage talk remove talk:3 webinar:4")).text).toContain(
      "Take this talk out of the programme?",
    );
    expect((await oki.press("Take it out")).text).toContain("2 talks now.");
    await house.turnTo("2026-11-24T10:05:00Z");
    expect(house.posts("announcements")[0]?.text).toContain(
      "With Dr. Takeshi Shinohara and Dr. Jing Liu, Monash University",
    );
  });
});
