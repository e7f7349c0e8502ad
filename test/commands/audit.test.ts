import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let ada: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  ada = await house.somebody({ name: "Ada", rank: "admin" });
});
afterEach(() => house.close());

describe("the audit", () => {
  it("says who did what with a right, and when, and who was refused", async () => {
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    const mei = await house.somebody({ name: "Mei" });
    await oki.say('/announce schedule text:"Join us" when:"2026-11-24 09:00 UTC" where:discord');
    await oki.press("Schedule");
    await mei.say("/announce list");
    const said = await ada.say("/rostrum audit");
    expect(said.text).toContain("Tue 24 Nov 2026, 04:00 Tokyo · Oki (Discord) · Announcement");
    expect(said.text).toContain("text: Join us");
    await oki.say("/announce list");
    await oki.press("Cancel “Join us”");
    expect((await ada.say("/rostrum audit")).text).toContain("scheduled in: Discord #announcements → –");
    expect(said.text).toContain("Mei (Discord) · Announcements · refused");
    expect(said.text.indexOf("Mei")).toBeLessThan(said.text.indexOf("Oki"));
  });

  it("holds neither what members do for themselves nor previews that nothing came of", async () => {
    const mei = await house.somebody({ name: "Mei" });
    await mei.say("/webinar remind");
    await mei.say("/webinar language ja");
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say('/announce schedule text:"Join us" when:+2d');
    await oki.say("/announce draft");
    expect((await ada.say("/rostrum audit")).text).toBe("Nothing has been done with a right yet.");
  });

  it("goes back page by page, and is for admins", async () => {
    const mei = await house.somebody({ name: "Mei" });
    for (let n = 0; n < 30; n++) {
      await house.turnTo(Temporal.Instant.from("2026-11-23T19:00:01Z").add({ minutes: n }).toString());
      await mei.say("/announce list");
    }
    const seen: string[] = [];
    let page = await ada.say("/rostrum audit");
    for (;;) {
      seen.push(...page.text.split("\n").slice(1));
      if (!page.buttons.includes("More")) break;
      page = await ada.press("More");
    }
    expect(new Set(seen).size).toBe(30);
    expect((await mei.say("/rostrum audit")).text).toContain("This is for admins.");
  });

  it("says values, times, places and people in the reader's words, and nothing by its key", async () => {
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say('/manage webinar create title:"Rivers" start:"2026-12-12 17:00 Tokyo"');
    await oki.press("Publish");
    await oki.press("Publish");
    await oki.say('/manage talk add speaker:"Jing Liu" affiliation:"Tohoku University" title:X webinar:4');
    await oki.say('/announce schedule text:"Join us" when:"2026-11-24 09:00 UTC" where:discord webinar:4');
    await oki.press("Schedule");
    await oki.say('/announce plan steps:"1w" webinar:4');
    await oki.press("Schedule 1 announcement");
    await house.turnTo("2026-11-24T10:00:00Z");
    await oki.say('/manage webinar reschedule start:"2026-12-13 18:00 Tokyo" webinar:4');
    await oki.press("Move it");
    await oki.say('/announce withdraw "Join us"');
    await oki.press("Take it away everywhere");
    await oki.say("/manage webinar cancel 4");
    await oki.press("Cancel the webinar");
    await ada.say("/rostrum roles give who:<@u-Oki> role:moderator");
    await ada.say("/rostrum roles give who:<@u-Mei> role:discussant webinar:3");
    const said: string[] = [];
    for (let page = await ada.say("/rostrum audit"); ; page = await ada.press("More")) {
      said.push(...page.text.split("\n").slice(1));
      if (!page.buttons.includes("More")) break;
    }
    expect(said).toEqual([
      "Tue 24 Nov 2026, 19:00 Tokyo · Ada (Discord) · Give a role · 3rd international webinar: Partnership for education and beyond",
      "account: @u-Mei",
      "role: discussant",
      "person: Dr. Philip Wing Keung Chan",
      "Tue 24 Nov 2026, 19:00 Tokyo · Ada (Discord) · Give a role",
      "role: organiser → moderator",
      "account: Oki",
      "Tue 24 Nov 2026, 19:00 Tokyo · Oki (Discord) · Cancel a webinar · 4th international webinar: Rivers",
      "status: planned → cancelled",
      "Tue 24 Nov 2026, 19:00 Tokyo · Oki (Discord) · Take away · Join us",
      "posted in: Discord #announcements → –",
      "Tue 24 Nov 2026, 19:00 Tokyo · Oki (Discord) · Move a webinar · 4th international webinar: Rivers",
      "start: Saturday, 12 December 2026, 17:00 Tokyo → Sunday, 13 December 2026, 18:00 Tokyo",
      "Tue 24 Nov 2026, 04:00 Tokyo · Oki (Discord) · Plan announcements · 4th international webinar: Rivers",
      "steps: 1 week before the start",
      "places: Discord #announcements and Slack #お知らせ",
      "Tue 24 Nov 2026, 04:00 Tokyo · Oki (Discord) · Announcement · Join us",
      "text: Join us",
      "time: Tuesday, 24 November 2026, 09:00 UTC",
      "places: Discord #announcements",
      "Tue 24 Nov 2026, 04:00 Tokyo · Oki (Discord) · Add a talk · 4th international webinar: Rivers",
      "talk: Dr. Jing Liu · X",
      "Tue 24 Nov 2026, 04:00 Tokyo · Oki (Discord) · Publish · 4th international webinar: Rivers",
      "status: draft → planned",
      "Tue 24 Nov 2026, 04:00 Tokyo · Oki (Discord) · New webinar · 4th international webinar: Rivers",
      "title: Rivers",
      "start: Saturday, 12 December 2026, 17:00 Tokyo",
      "minutes: 90",
    ]);
    const kana = await house.somebody({ name: "Kana", rank: "admin", platform: "slack", locale: "ja" });
    const japanese = (await kana.say("/rostrum audit")).text;
    expect(japanese).toContain("開始：2026年12月12日(土) 17:00 東京 → 2026年12月13日(日) 18:00 東京");
    expect(japanese).toContain("状態：予定 → 中止");
    expect(japanese).toContain("アカウント：別のサーバーまたはワークスペースの方");
    expect(japanese).not.toContain("u-Mei");
  });

  it("says what counts from a webinar, and what recurs, as people say it, in every language", async () => {
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say('/announce schedule text:One when:"1d before" webinar:sample');
    await oki.press("Schedule");
    await oki.say('/announce schedule text:Two when:"every monday 09:00 Tokyo, 2 times"');
    await oki.press("Schedule");
    await oki.say('/announce plan steps:"1w, start, 20m after"');
    await oki.press("Schedule 3 announcements");
    const read = async (locale: string, label: RegExp): Promise<readonly string[]> => {
      const reader = await house.somebody({ name: "Ada", locale });
      const { text } = await reader.say("/rostrum audit");
      return text
        .split("\n")
        .filter((line) => label.test(line))
        .map((line) => line.replace(label, ""));
    };
    expect(await read("en", /^(?:time|steps): /u)).toEqual([
      "1 week before the start, at the start, and 20 minutes after the end",
      "every Monday at 09:00 Tokyo, 2 times",
      "1 day before the start",
    ]);
    expect((await read("ja", /^(?:日時|時刻|予定)：/u)).join()).toContain("開始の1日前");
    expect((await read("zh-CN", /^/u)).join()).toContain("开始前1周、开始时、结束后20分钟");
    expect((await read("zh-TW", /^/u)).join()).toContain("開始前1週、開始時、結束後20分鐘");
    expect((await read("th", /^/u)).join()).toContain("ก่อนเริ่ม 1 วัน");
  });

  it("can be asked by whom and about what, page by page", async () => {
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    const uma = await house.somebody({ name: "Uma", rank: "organiser" });
    await oki.say('/manage webinar edit sample title:"By Oki"');
    await uma.say('/manage webinar edit sample title:"By Uma"');
    await uma.say('/announce schedule text:"No webinar" when:+2d');
    await uma.press("Schedule");
    expect((await ada.say("/rostrum audit by:uma")).text).not.toContain("→ By Oki");
    const about = (await ada.say("/rostrum audit webinar:sample")).text;
    expect(about).toContain("title: By Oki → By Uma");
    expect(about).not.toContain("No webinar");
    expect((await ada.say("/rostrum audit by:nobody")).text).toBe("Nothing in the audit fits that.");
    expect(await ada.suggest("rostrum audit", "by", "um")).toEqual(["Uma"]);
    for (let n = 0; n < 30; n++) await uma.say(`/manage webinar edit sample subtitle:"Number ${n}"`);
    const seen: string[] = [];
    for (let page = await ada.say("/rostrum audit by:Uma webinar:sample"); ; page = await ada.press("More")) {
      expect(page.text).not.toContain("Sample webinar: By Oki");
      expect(page.text).not.toContain("Oki (Discord)");
      seen.push(...page.text.split("\n").filter((line) => line.includes("Number")));
      if (!page.buttons.includes("More")) break;
    }
    expect(new Set(seen).size).toBe(30);
  });

  it("does not let a text write a line of its own", async () => {
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say('/announce schedule text:"x\nTue 24 Nov 2026 · Ada (Discord) · Give a role" when:+2d');
    await oki.press("Schedule");
    expect((await ada.say("/rostrum audit")).text).toContain("text: x Tue 24 Nov 2026 · Ada");
  });
});

describe("who is refused stands in the audit", () => {
  const audited = async () => (await ada.say("/rostrum audit")).text;

  it("by a command of every root, by a button, by a form and by a choice", async () => {
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    const mei = await house.somebody({ name: "Mei" });
    for (const command of ["announce list", "discuss queue", "manage webinar create", "rostrum doctor"])
      await mei.call({ said: { command }, options: {} });
    const seen: string[] = [];
    const steal = async (press: string, options = {}) => {
      seen.push((await mei.call({ said: { press }, options })).text);
    };
    const preview = await oki.say("/announce plan webinar:sample");
    if (preview.answer.kind !== "message") expect.unreachable();
    for (const block of preview.answer.blocks) {
      if (block.block === "buttons")
        for (const { label, press } of block.buttons) if (label.startsWith("Schedule")) await steal(press);
      if (block.block === "choice") await steal(block.choice.press, { [block.choice.option]: "1w" });
    }
    const form = await oki.say("/manage webinar edit sample");
    if (form.answer.kind !== "form") expect.unreachable();
    await steal(form.answer.press, { title: "Mine" });
    expect(seen).toHaveLength(3);
    const lines = (await audited()).split("\n").filter((line) => line.includes("Mei (Discord)"));
    expect(lines.map((line) => line.split(" · ").slice(2))).toEqual([
      ["Edit a webinar", "refused"],
      ["Plan announcements", "refused"],
      ["Plan announcements", "refused"],
      ["Doctor", "refused"],
      ["New webinar", "refused"],
      ["Discussion", "refused"],
      ["Announcements", "refused"],
    ]);
  });

  it("guests, those of a space that is not connected, and who may not call everyone", async () => {
    const guest = await house.somebody({ name: "Gil", guest: true, rights: ["administer"], platform: "slack" });
    await guest.say("/rostrum audit");
    const stranger = await house.somebody({ name: "Sam", space: "stranger", rights: ["administer"] });
    await stranger.say("/announce list");
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    house.discord.calling.person = false;
    await oki.say('/announce schedule text:"x" when:+2d mention:everyone where:discord');
    const said = await audited();
    expect(said).toContain("Gil (Slack) · Audit · refused");
    expect(said).toContain("Sam (Discord) · Announcements · refused");
    expect(said).toContain("Oki (Discord) · Announcement · refused");
  });

  it("what is everybody's and fails for another reason does not", async () => {
    const mei = await house.somebody({ name: "Mei" });
    await mei.say("/webinar show nonsense");
    await mei.say("/webinar nonsense");
    expect(await audited()).toBe("Nothing has been done with a right yet.");
  });
});

describe("the audit's lines", () => {
  it("are only ever added to", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const all = files.map((file) => readFileSync(`src/${file}`, "utf8")).join("\n");
    expect(all).toContain('insertInto("audit")');
    expect(all).not.toMatch(/(?:updateTable|deleteFrom|replaceInto|mergeInto|alterTable|dropTable)\("audit"\)/u);
    expect(all).not.toMatch(/(?:update|delete from|drop table|alter table) audit\b/iu);
  });
});
