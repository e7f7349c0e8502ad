import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setPlace } from "../../src/core/store/spaces.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let oki: Somebody;
let ren: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
  ren = await house.somebody({ name: "Ren", rank: "organiser", platform: "slack" });
});
afterEach(() => house.close());

const posts = (channel = "announcements"): readonly string[] => house.posts(channel).map(({ text }) => text);
const audit = async (): Promise<string> =>
  (await (await house.somebody({ name: "Ada", rank: "admin" })).say("/rostrum audit")).text;

describe("a draft", () => {
  it("is kept before all organisers, over a restart, and is one no more once it is scheduled", async () => {
    const kept = await oki.say('/announce draft en:"Join us" ja:"ご参加ください" when:"2026-11-24 09:00 UTC"');
    expect(kept.text).toContain("Kept as a draft: Join us");
    await house.restart();
    const list = await ren.say("/announce draft");
    expect(list.text).toContain("Join us · Tue 24 Nov 2026, 09:00 UTC\nDiscord #announcements, Slack #お知らせ");
    const preview = await ren.press("Schedule “Join us”…");
    expect(preview.text).toContain("In Slack #お知らせ:\nご参加ください");
    expect((await ren.press("Schedule")).text).toContain("Scheduled for");
    expect((await oki.say("/announce draft")).text).toContain("There are no drafts.");
    await house.turnTo("2026-11-24T09:01:00Z");
    expect([...posts(), ...posts("お知らせ")]).toEqual(["Join us", "ご参加ください"]);
    expect(await audit()).toContain("text (English): Join us");
  });

  it("that two schedule at once goes out once", async () => {
    await oki.say('/announce draft text:"Join us" when:"2026-11-24 09:00 UTC" where:discord');
    await oki.press("Schedule it…");
    await ren.say("/announce draft");
    await ren.press("Schedule “Join us”…");
    await oki.press("Schedule");
    expect((await ren.press("Schedule")).text).toContain("it was scheduled or thrown away meanwhile");
    await house.turnTo("2026-11-24T09:01:00Z");
    expect(posts()).toEqual(["Join us"]);
  });

  it("for one channel stays for its server when another is set up there, and never becomes one for everywhere", async () => {
    await oki.say('/announce draft text:"Join us" where:"Discord #announcements"');
    const at = { platform: "discord", space: "guild", channel: "news" } as const;
    await house.store.transact((trx) => setPlace(trx, at, { purpose: "announcements", name: "#news" }));
    const { text } = await oki.say("/announce draft");
    expect(text).toContain("Discord #news");
    expect(text).not.toContain("Slack");
  });

  it("without a time is asked for it when it is scheduled", async () => {
    expect((await oki.say('/announce draft text:"Join us" where:discord')).text).toContain("It has no time yet");
    const form = await oki.press("Schedule it…");
    expect(form.answer.kind === "form" && form.answer.fields.map(({ option }) => option)).toEqual(["when"]);
    expect((await oki.fillIn({ when: "+2h" })).text).toContain("In Discord #announcements:\nJoin us");
  });

  it("whose time has passed is asked for another, beside the field", async () => {
    await oki.say('/announce draft text:"Join us" when:+1h where:discord');
    await house.turnTo("2026-11-23T21:00:00Z");
    await oki.say("/announce draft");
    const form = await oki.press("Schedule “Join us”…");
    expect(form.text).toContain("is in the past");
    expect((await oki.fillIn({ when: "+1h" })).text).toContain("In Discord #announcements:\nJoin us");
  });

  it("in a network of five languages asks for five at most", async () => {
    await oki.say('/announce draft text:"?" en:a ja:b zh-hans:c zh-hant:d th:e where:discord');
    const form = await oki.say("/announce edit a");
    expect(form.answer.kind === "form" && form.answer.fields.map(({ option }) => option)).toEqual([
      "text",
      "en",
      "ja",
      "zh-hans",
      "zh-hant",
    ]);
    expect((await oki.say("/announce edit a th:f")).text).toContain("It says now: f");
  });

  it("is edited by its beginning, two at once see each other, and it is thrown away", async () => {
    await oki.say('/announce draft text:"Join us for the talk" where:discord');
    expect(await oki.suggest("announce edit", "what", "")).toEqual(["Draft: Join us for the talk"]);
    expect(await oki.suggest("announce preview", "what", "join")).toEqual(["Draft: Join us for the talk"]);
    await oki.say('/announce edit "Join us"');
    await ren.say('/announce edit "Join us"');
    expect((await oki.fillIn({ text: "Come to the talk" })).text).toContain("It says now: Come to the talk");
    expect((await ren.fillIn({ text: "Be at the talk" })).text).toContain("Now: Come to the talk");
    await ren.press("Take mine");
    const list = await oki.say("/announce draft");
    expect(list.text).toContain("Be at the talk");
    expect((await oki.press("Throw “Be at the talk” away")).text).toContain("is thrown away.");
    expect((await oki.say("/announce draft")).text).toContain("There are no drafts.");
    expect(await audit()).toContain("text: Join us for the talk → Come to the talk");
  });

  it("is kept from a preview, and again in its own place", async () => {
    await oki.say('/announce schedule text:"Join us" when:+2h where:discord');
    await oki.press("Keep as a draft");
    await oki.press("Schedule it…");
    await oki.press("Change…");
    await oki.fillIn({ text: "Come to us" });
    await oki.press("Keep as a draft");
    const list = await oki.say("/announce draft");
    expect(list.buttons.filter((label) => label.startsWith("Edit"))).toEqual(["Edit “Come to us”…"]);
  });

  it("with nothing in it is refused beside the field, and one that is too long too", async () => {
    expect((await oki.say("/announce draft when:+2d")).text).toContain("What it says");
    house.discord.limit(1500);
    const form = await oki.say(`/announce draft text:"${"a".repeat(2000)}"`);
    expect(form.text).toContain("this is too long for Discord #announcements");
  });
});

describe("a look at what is announced", () => {
  it("shows a draft in each place as the record is now, and what can be done with it", async () => {
    await oki.say('/announce draft text:"Join us" webinar:sample when:"1w before"');
    const shown = await oki.say('/announce preview "Join us"');
    expect(shown.text).toContain("Saturday, 28 November 2026, 17:00 Tokyo\nLondon");
    expect(shown.text).toContain("In Discord #announcements:\nJoin us\nSample webinar: Libraries");
    expect(shown.text).toContain("In Slack #お知らせ:\nJoin us\n");
    const rest = await oki.press("More");
    expect(rest.text).toContain("It follows when the webinar moves.");
    expect(rest.buttons.slice(0, 5)).toEqual([
      "Schedule it…",
      "Edit it…",
      "Write it in 日本語 (Japanese)…",
      "Keep as a template…",
      "Throw it away",
    ]);
    await oki.press("Write it in 日本語 (Japanese)…");
    await oki.fillIn({ ja: "ご参加ください" });
    expect((await oki.press("Preview it")).text).toContain("In Slack #お知らせ:\nご参加ください\n");
  });

  it("shows what is scheduled, with its mention, and cancels it from there", async () => {
    await oki.say('/announce schedule text:"Join us" when:"2026-11-24 09:00 UTC" mention:everyone');
    await oki.press("Schedule");
    const shown = await oki.say('/announce preview "Join us"');
    expect(shown.text).toContain("In Discord #announcements:\ncalls @everyone\n@everyone\nJoin us");
    expect(shown.text).toContain("In Slack #お知らせ:\ncalls nobody\nJoin us");
    expect(shown.text).toContain("it lapses and the desk is told");
    expect((await oki.press("Cancel")).text).toContain("Cancelled: Join us");
  });

  it("shows a question that is posted", async () => {
    await oki.say("/discuss post question:2 webinar:3");
    await oki.press("Post question 2 in Discord #discussion, Slack #討論 now");
    const shown = await oki.say('/announce preview "Question 2"');
    expect(shown.text).toContain("In Discord #discussion:\nQuestion 2 of 3");
  });

  it("is for organisers, and offers a member nothing", async () => {
    await oki.say('/announce draft text:"Join us"');
    const mei = await house.somebody({ name: "Mei" });
    for (const line of [
      "draft",
      "draft text:x",
      "preview Join",
      "now text:x",
      "templates",
      "edit Join",
      "snooze Join when:+1h",
    ])
      expect((await mei.say(`/announce ${line}`)).text, line).toContain("This is for organisers.");
    for (const command of ["preview", "edit", "snooze", "withdraw"])
      expect(await mei.suggest(`announce ${command}`, "what", ""), command).toEqual([]);
    expect(await mei.suggest("announce templates", "name", "")).toEqual([]);
    for (const press of [
      "keep?text=x",
      "discard?kept=x",
      "rewrite?what=x&fields=text&was={}",
      "template?name=x&text=y",
      "begin?draft=x",
    ])
      expect((await mei.call({ said: { press: `announce ${press}` } })).text, press).toContain(
        "This is for organisers.",
      );
  });
});

describe("templates", () => {
  it("come in every language, and begin the form of an announcement with the next webinar", async () => {
    const list = await oki.say("/announce templates");
    expect(list.text).toContain("Call for participation\nWe warmly invite you to our webinar “{title}”.");
    const form = await oki.press("Begin from “Reminder”…");
    expect(form.answer.kind === "form" && form.answer.fields.map(({ option }) => option)).toEqual([
      "en",
      "ja",
      "when",
      "webinar",
    ]);
    const preview = await oki.fillIn({ when: "+2h" });
    expect(preview.text).toContain("A short reminder of our webinar “Libraries as places of learning”.");
    await oki.press("Schedule");
    await house.turnTo("2026-11-23T21:01:00Z");
    expect(posts("お知らせ")[0]).toMatch(/^ウェビナー「.+」の開催が近づいてまいりました。\n日時：2026年12月5日/u);
  });

  it("thank for the webinar that was", async () => {
    await oki.say("/announce templates thanks");
    expect((await oki.fillIn({ when: "+2h" })).text).toContain("“Partnership for education and beyond”");
  });

  it("are kept by a name from an announcement, replaced under the same, begun from and thrown away", async () => {
    await oki.say('/announce schedule text:"Join us" when:+2d');
    await oki.press("Schedule");
    await oki.say('/announce preview "Join us"');
    await oki.press("Keep as a template…");
    expect((await oki.fillIn({ name: "Monday" })).text).toContain("Kept as a template: Monday");
    await house.restart();
    await ren.say("/announce templates");
    await ren.press("New template…");
    expect((await ren.fillIn({ name: "monday", text: "Come to us {constructor}" })).text).toContain("says now:");
    const form = await oki.say("/announce templates monday");
    expect(form.text).toContain("What it says: Come to us {constructor}");
    await oki.fillIn({ when: "+2h" });
    await oki.press("Schedule");
    await house.turnTo("2026-11-23T21:01:00Z");
    expect(posts()).toEqual(["Come to us {constructor}"]);
    await oki.say("/announce templates");
    expect((await oki.press("Throw “Monday” away")).text).toContain("is thrown away");
    expect((await oki.say("/announce templates monday")).text).toContain("There is no template “monday”.");
    expect(await audit()).toContain("text: Join us → Come to us {constructor}");
  });
});
