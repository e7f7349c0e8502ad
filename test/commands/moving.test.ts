import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** The sample is on Saturday, 5 December 2026, at 17:00 in Tokyo. */
let house: House;
let oki: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
});
afterEach(() => house.close());

const announce = async (text: string, more: string): Promise<void> => {
  await oki.say(`/announce schedule text:"${text}" webinar:sample ${more}`);
  await oki.press("Schedule");
};
const preview = (to = "2026-12-06") => oki.say(`/manage webinar reschedule start:"${to} 17:00 Tokyo" webinar:sample`);

describe("before a webinar is moved or cancelled", () => {
  it("both say the same of what is to come: each thing once, with its time and all its places", async () => {
    await oki.say('/announce plan steps:"1w, 1d"');
    await oki.press("Schedule 2 announcements");
    await announce("Read this", 'when:"2026-12-01 09:00 UTC"');
    await house.turnTo("2026-11-28T08:00:01Z");
    const places = "Discord #announcements and Slack #お知らせ";
    const [posted, follows, fixed] = [
      `Sat 28 Nov 2026, 17:00 Tokyo · In one week · ${places}`,
      `Fri 4 Dec 2026, 17:00 Tokyo · Tomorrow, in one day · ${places}`,
      `Tue 1 Dec 2026, 18:00 Tokyo · Read this · ${places}`,
    ];
    const moving = (await preview()).text;
    expect(moving).toContain(
      `Already posted (1): will be corrected in place, and the new date posted there\n${posted}\n`,
    );
    expect(moving).toContain(`Scheduled (1): moves along\n${follows}\n`);
    expect(moving).toContain(`Fixed time (1): stays\n${fixed}`);
    const cancelling = (await oki.say("/manage webinar cancel sample")).text;
    expect(cancelling).toContain(`so will a new post there\n${posted}\n`);
    expect(cancelling).toContain(`Scheduled (2): will not be posted\n${fixed}\n${follows}`);
  });

  it("what was taken away again is not there to be corrected, and gets no news", async () => {
    await announce("Join us", 'when:"2026-11-24 09:00 UTC" where:discord');
    await house.turnTo("2026-11-24T09:00:01Z");
    await oki.say('/announce withdraw "Join us"');
    await oki.press("Take it away everywhere");
    expect((await preview()).text).toContain("Nothing has been posted about it yet.");
    await oki.press("Move it");
    await house.turnTo("2026-11-24T10:00:00Z");
    expect(house.posts("announcements")).toEqual([]);
  });

  it("what would be past by then is shown and does not go out: nothing says “In one week” of what is in six days", async () => {
    await oki.say('/announce plan steps:"1w, 1d"');
    await oki.press("Schedule 2 announcements");
    const shown = await preview("2026-11-30");
    expect(shown.text).toContain(
      "will not be posted, since its time would have passed or no hour is given\nSat 28 Nov 2026, 17:00 Tokyo · In one week",
    );
    expect(shown.text).toContain("Scheduled (1): moves along\nFri 4 Dec 2026");
    await oki.press("Move it");
    await house.turnTo("2026-11-28T09:00:00Z");
    expect(house.posts("announcements")).toEqual([]);
    await house.turnTo("2026-11-29T09:00:00Z");
    expect(house.posts("announcements")[0]?.text).toContain("Tomorrow, in one day");
  });

  it("nothing that counts from its hour goes out of one that has lost it, questions neither", async () => {
    await oki.say('/announce plan steps:"1w, start"');
    await oki.press("Schedule 2 announcements");
    await oki.say('/discuss schedule 1 when:"20m after start" webinar:sample');
    await oki.press("Schedule");
    const shown = await oki.say("/manage webinar reschedule start:2027-01-30 webinar:sample");
    expect(shown.text).toContain("Scheduled (3): will not be posted");
    await oki.press("Move it");
    expect((await oki.say("/announce list days:30")).text).toContain("no time yet · In one week");
    await house.turnTo("2026-12-06T09:00:00Z");
    expect(["announcements", "discussion"].flatMap((channel) => house.posts(channel))).toEqual([]);
    expect(house.posts("desk")[0]?.text).toContain("is a draft again or has lost its hour.");
    await oki.say('/manage webinar reschedule start:"2027-01-30 17:00 Tokyo" webinar:sample');
    await oki.press("Move it");
    await oki.say('/announce plan steps:"1w, start"');
    expect((await oki.press("Schedule 2 announcements")).text).toContain("2 announcements are scheduled");
  });

  it("what counts from its hour goes out after all when it has one again in time", async () => {
    await oki.say('/announce plan steps:"1w"');
    await oki.press("Schedule 1 announcement");
    await oki.say('/discuss schedule 1 when:"20m after start" webinar:sample');
    await oki.press("Schedule");
    for (const start of ["2026-12-12", "2026-12-12 17:00 Tokyo"]) {
      await oki.say(`/manage webinar reschedule start:"${start}" webinar:sample`);
      await oki.press("Move it");
    }
    await house.turnTo("2026-12-12T09:00:00Z");
    expect(house.posts("announcements").map(({ text }) => text.split("\n")[0])).toEqual(["In one week"]);
    expect(house.posts("discussion")).toHaveLength(1);
  });

  it("a question that counts from the start moves along, and is not said to stay", async () => {
    await oki.say('/discuss schedule 1 when:"20m after start" webinar:sample');
    await oki.press("Schedule");
    const shown = await preview();
    expect(shown.text).toContain("Scheduled (1): moves along\nSat 5 Dec 2026, 17:20 Tokyo · Question 1");
    expect(shown.text).not.toContain("Fixed time");
    await oki.press("Move it");
    await house.turnTo("2026-12-05T09:00:00Z");
    expect(house.posts("discussion")).toEqual([]);
    await house.turnTo("2026-12-06T08:20:01Z");
    expect(house.posts("discussion")).toHaveLength(1);
  });

  it("an hour that the clocks skip or repeat is said, and one that is the same is no move", async () => {
    const move = (start: string) => oki.say(`/manage webinar reschedule start:"${start}" webinar:sample`);
    const skipped =
      "The clocks go forward then and 01:30 does not exist; it becomes Sunday, 28 March 2027, 02:30 London.";
    expect((await move("2027-03-28 01:30 London")).text).toContain(skipped);
    expect((await move("2027-10-31 01:30 London")).text).toContain("this hour comes twice; the first is meant.");
    expect((await move("2026-12-05 17:00 Tokyo")).text).toContain("Nothing is different from before.");
    const made = await oki.say('/manage webinar create title:Spring start:"2027-03-28 01:30 London"');
    expect(made.text).toContain(skipped);
  });

  it("a post that its place refused goes out at its new time as the record is then, and nothing is looked at until", async () => {
    await announce("Join us", "when:1d before where:discord");
    house.discord.disturb("refuse");
    await house.turnTo("2026-12-04T08:00:30Z");
    await preview("2026-12-12");
    await oki.press("Move it");
    await house.turnTo("2026-12-04T08:02:00Z");
    const correction = await house.store.transact((trx) =>
      trx.selectFrom("deliveries").select("next_at").where("what", "like", "edit/%").executeTakeFirstOrThrow(),
    );
    expect(Number(correction.next_at)).toBeGreaterThanOrEqual(Date.parse("2026-12-04T08:05:00Z"));
    await house.turnTo("2026-12-11T08:06:00Z");
    expect(house.posts("announcements").map(({ text }) => text.includes("12 December"))).toEqual([true]);
  });

  it("own words that name the day are shown with their form, in whatever language they are", async () => {
    await announce("土曜日にお会いしましょう", "when:1d before where:slack");
    const shown = await preview();
    expect(shown.text).toContain("Look at your own words:\n“土曜日にお会いしましょう” names the old day: 土曜日");
    const form = await oki.press("Edit text");
    expect(form.text).toContain("土曜日にお会いしましょう");
    await oki.fillIn({ text: "日曜日にお会いしましょう" });
    expect((await preview()).text).not.toContain("Look at your own words");
  });

  it("so are a question's, posted or not, and each has a button of its own", async () => {
    await oki.say('/discuss edit 2 webinar:sample text:"What will you do on 5 December?"');
    await announce("See you on Saturday", "when:1d before");
    const shown = await preview();
    expect(shown.text).toContain("“See you on Saturday” names the old day: Saturday");
    expect(shown.text).toContain("“What will you do on 5 December?” names the old day: 5 December");
    expect(shown.buttons.slice(0, 2)).toEqual(["Edit “See you on Saturday”", "Edit “What will you do on 5 December?”"]);
    expect((await oki.press("Edit “What will you do on 5 December?”")).text).toContain(
      "What will you do on 5 December?",
    );
    expect((await oki.fillIn({ text: "What will you do?" })).text).toContain("Question 2 is changed");
    expect((await preview()).text).not.toContain("What will you do");
  });

  it("a weekday that stays and an hour that changes alarm nobody", async () => {
    await announce("See you on Saturday", "when:1d before");
    expect((await preview("2026-12-12")).text).not.toContain("Look at your own words");
    const later = await oki.say('/manage webinar reschedule start:"2026-12-05 18:00 Tokyo" webinar:sample');
    expect(later.text).not.toContain("Look at your own words");
  });
});

describe("news of a date that is not the date any more", () => {
  const news = (channel: string): readonly string[] =>
    house
      .posts(channel)
      .map(({ text }) => text.split("\n")[0] ?? "")
      .filter((line) => /New date|Cancelled/u.test(line));

  it("is not posted by a platform that was away until the webinar was moved again, be it without a word", async () => {
    await oki.say('/announce now text:"Join us" webinar:sample where:discord');
    await oki.press("Post it now");
    house.discord.connect("connecting");
    for (const [day, label] of [
      ["2026-12-06", "Move it"],
      ["2026-12-13", "Move it"],
      ["2026-12-20", "Move it, post nothing"],
    ] as const) {
      await preview(day);
      await oki.press(label);
    }
    house.discord.connect("connected");
    await house.turnTo("2026-11-23T19:10:00Z");
    expect(news("announcements")).toEqual([]);
    expect(house.posts("announcements")[0]?.text).toContain("Sunday, 20 December 2026");
  });

  it("is not posted after it was cancelled", async () => {
    await oki.say('/announce now text:"Join us" webinar:sample where:discord');
    await oki.press("Post it now");
    house.discord.connect("connecting");
    await preview();
    await oki.press("Move it");
    await oki.say("/manage webinar cancel sample");
    await oki.press("Cancel the webinar");
    house.discord.connect("connected");
    await house.turnTo("2026-11-23T19:10:00Z");
    expect(news("announcements")).toEqual(["Cancelled: Sample webinar"]);
  });
});

describe("a webinar that was cancelled", () => {
  const cancel = async (): Promise<void> => {
    await oki.say("/manage webinar cancel sample");
    await oki.press("Cancel the webinar");
  };

  it("has nothing left that is scheduled, questions by date neither, and the desk hears of nothing that was seen", async () => {
    await oki.say('/discuss schedule when:"every monday 09:00 Tokyo, 3 times" webinar:sample');
    await oki.press("Schedule 3");
    await cancel();
    const list = await oki.say("/announce list days:30");
    expect(list.text).toContain("Nothing is scheduled.");
    expect(list.buttons.filter((label) => label.startsWith("Cancel"))).toEqual([]);
    expect((await oki.say("/discuss queue webinar:sample")).text.split("\n").slice(1)).toEqual([
      "1 Who is missing · waiting",
      "2 Quiet or lively · waiting",
    ]);
    await house.turnTo("2026-12-20T00:00:00Z");
    expect(["discussion", "討論", "desk"].flatMap((channel) => house.posts(channel))).toEqual([]);
  });

  it("has no question opened, posted or scheduled, not even after its preview", async () => {
    const panel = await house.somebody({ name: "Pat", rank: "moderator" });
    await panel.say("/discuss queue webinar:sample");
    const post = await house.somebody({ name: "Pia", rank: "moderator" });
    await post.say("/discuss post 2 webinar:sample");
    const dates = await house.somebody({ name: "Pim", rank: "moderator" });
    await dates.say('/discuss schedule when:"2026-11-30 09:00 Tokyo" webinar:sample');
    await cancel();
    const no = "Sample webinar is cancelled, so none of its questions goes out.";
    expect((await panel.press("Open question 1")).text).toContain(no);
    expect((await post.press("Post question 2 in Discord #discussion, Slack #討論 now")).text).toContain(no);
    expect((await dates.press("Schedule 1")).text).toContain(no);
    expect((await oki.say("/discuss post 1 webinar:sample")).text).toContain(no);
    expect((await oki.say("/discuss schedule 1 when:+1d webinar:sample")).text).toContain(no);
    await house.turnTo("2026-12-01T00:00:00Z");
    expect(house.posts("desk")).toEqual([]);
  });
});

describe("announcements that were previewed before a webinar was moved", () => {
  it("are not scheduled for other times than were shown: what was changed is said, and they are shown again", async () => {
    await announce("Join us", "when:1d before where:discord");
    await oki.say('/announce schedule text:"Come all" when:"1h before" webinar:sample where:discord');
    const uma = await house.somebody({ name: "Uma", rank: "organiser" });
    await uma.say('/announce plan steps:"1w, 1h"');
    const pia = await house.somebody({ name: "Pia", rank: "organiser" });
    await pia.say('/manage webinar reschedule start:"2026-12-01 17:00 Tokyo" webinar:sample');
    await pia.press("Move it");
    for (const [who, label] of [
      [oki, "Schedule"],
      [uma, "Schedule 2 announcements"],
    ] as const) {
      const said = await who.press(label);
      expect(said.text).toContain("Somebody has changed this webinar meanwhile, so nothing was done.");
      expect(said.text).toContain("→ Tuesday, 1 December 2026, 17:00 Tokyo");
      expect((await who.press("Show it again")).text).toContain("1 Dec");
    }
    expect((await oki.press("Schedule")).text).toContain("Scheduled for Tuesday, 1 December 2026, 16:00 Tokyo");
    expect((await uma.press("Schedule 2 announcements")).text).toContain("2 announcements are scheduled");
  });
});

it("a post that is on its way when its webinar is cancelled is to say so once it is out", async () => {
  await announce("Join us", 'when:"2026-12-01 09:00 UTC" where:discord');
  await house.store.transact((trx) =>
    trx
      .updateTable("deliveries")
      .set({ state: "sending", attempts: 1, epoch: 1, body: "{}", said: "as it was", next_at: null })
      .where("what", "like", "announcement/%")
      .execute(),
  );
  await oki.say("/manage webinar cancel sample");
  await oki.press("Cancel the webinar");
  const edits = await house.store.transact((trx) =>
    trx.selectFrom("deliveries").select("state").where("what", "like", "edit/%").execute(),
  );
  expect(edits).toHaveLength(1);
});
