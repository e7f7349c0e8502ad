import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setPlace } from "../../src/core/store/spaces.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let oki: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
});
afterEach(() => house.close());

const DUE = "2026-11-24T09:00:00Z";
const line = (mention: string, where = "all"): string =>
  `/announce schedule text:"Join us" when:"2026-11-24 09:00 UTC" where:${where} mention:${mention}`;
const schedule = async (mention: string, where = "discord"): Promise<string> => {
  await oki.say(line(mention, where));
  return (await oki.press("Schedule")).text;
};
const problem = async (mention: string, where = "all"): Promise<string | undefined> => {
  const { answer, text } = await oki.say(line(mention, where));
  if (answer.kind !== "form") throw new Error(`no form, but ${text}`);
  return answer.fields.find(({ option }) => option === "mention")?.problem;
};
const called = (platform: "discord" | "slack" = "discord") =>
  house[platform].posted
    .filter(({ message }) => message.calls !== undefined)
    .map(({ channel, message }) => [channel, message.calls]);
const desk = (): readonly string[] => house.posts("desk").map(({ text }) => text);
const everyone = [["announcements", { who: "everyone" }]];

describe("a mention that is chosen", () => {
  it("is previewed for each place, in the places of the organiser's own space only, and goes out", async () => {
    const preview = await oki.say(line("everyone"));
    expect(preview.text).toContain(
      "In Discord #announcements:\ncalls @everyone (about 40 members)\n@everyone\nJoin us",
    );
    expect(preview.text).toContain("In Slack #お知らせ:\ncalls nobody\nJoin us");
    await oki.press("Schedule");
    expect((await oki.say("/announce list")).text).toContain(
      "Discord #announcements (calls @everyone) · Slack #お知らせ",
    );
    await house.turnTo(DUE);
    expect(called()).toEqual(everyone);
    expect(house.posts("お知らせ")).toHaveLength(1);
    expect(called("slack")).toEqual([]);
    expect(desk()).toEqual([]);
    expect((await oki.say("/announce list")).text).toContain("Discord #announcements: ✓ posted (called @everyone)");
  });

  it("is of everyone, of those online, or of a group by its name or mark, in any way that people write it", async () => {
    house.discord.calling.groups.push({ id: "77", name: "Mémbers" });
    const group = { who: "group", id: "77", name: "Mémbers" };
    for (const [typed, calls] of [
      ["everyone", { who: "everyone" }],
      ["@Everyone", { who: "everyone" }],
      ["＠everyone", { who: "everyone" }],
      ["<@&guild>", { who: "everyone" }],
      ["here", { who: "here" }],
      ["@here", { who: "here" }],
      ["<@&77>", group],
      ["members", group],
      ["@Mémbers", group],
    ] as const) {
      house.discord.posted.length = 0;
      const fresh = await openHouse("2026-11-23T19:00:00Z");
      fresh.discord.calling.groups.push({ id: "77", name: "Mémbers" });
      const who = await fresh.somebody({ name: "Oki", rank: "organiser" });
      await who.say(line(typed, "discord"));
      await who.press("Schedule");
      await fresh.turnTo(DUE);
      expect([typed, fresh.discord.posted.map(({ message }) => message.calls)]).toEqual([typed, [calls]]);
      await fresh.close();
    }
    const preview = await oki.say(line("members", "discord"));
    expect(preview.text).toContain("calls @Mémbers (at most 40 members)\n@Mémbers\n");
  });

  it.each(["none", "nobody", "なし"])("is nobody for %s", async (typed) => {
    const preview = await oki.say(line(typed, "discord"));
    expect(preview.text).not.toContain("calls");
    await oki.press("Schedule");
    await house.turnTo(DUE);
    expect(house.posts("announcements")).toHaveLength(1);
    expect(called()).toEqual([]);
  });

  it("stands in the form of Change…, and changing it asks the platform again", async () => {
    await oki.say(line("everyone", "discord"));
    const form = await oki.press("Change…");
    expect(form.text).toContain("Whom it calls: everyone");
    house.discord.calling.person = false;
    expect((await oki.fillIn({ text: "Join us all" })).text).toContain("You may not call @everyone");
    house.discord.calling.person = true;
    expect((await oki.fillIn({ mention: "" })).text).not.toContain("calls @everyone");
  });

  it("is suggested while it is typed", async () => {
    expect(await oki.suggest("announce schedule", "mention", "")).toEqual([
      "everyone in the channel",
      "here: those who are online",
      "none: nobody",
    ]);
    expect(await oki.suggest("announce schedule", "mention", "@HE")).toEqual(["here: those who are online"]);
  });
});

describe("a mention is refused beside its field, and nothing is scheduled", () => {
  afterEach(async () => {
    expect((await oki.say("/announce list days:all")).text).toContain("Nothing is scheduled.");
  });

  it("when the organiser may not make it, whatever the bot may", async () => {
    house.discord.calling.person = false;
    expect(await problem("everyone")).toBe(
      "You may not call @everyone in Discord #announcements: you need to be allowed to write there, and “Mention @everyone, @here, and All Roles”.",
    );
  });
  it("when the bot may not make it", async () => {
    house.discord.calling.bot = false;
    expect(await problem("here")).toMatch(/^I may not call @here in Discord #announcements\. Channel → Edit/);
  });
  it("when the platform does not say", async () => {
    house.discord.silent = true;
    expect(await problem("everyone")).toBe(
      "I could not find out whom you may call in Discord #announcements. Try again in a minute, or leave the mention out.",
    );
  });
  it("but a place that takes no post at all is said first, beside its own field", async () => {
    house.discord.silent = false;
    house.discord.calling.person = false;
    house.discord.lacks.set("announcements", ["send"]);
    const { answer } = await oki.say(line("everyone"));
    if (answer.kind !== "form") throw new Error("no form");
    expect(answer.fields.map(({ option, problem: wrong }) => [option, wrong?.slice(0, 24)])).toEqual([
      ["where", "Discord #announcements: "],
    ]);
    house.discord.lacks.clear();
  });
  it("when none of the places is in the organiser's own space", async () => {
    expect(await problem("everyone", "slack")).toContain("none of these is one");
  });
  it("when nobody goes by that name, several do, or it is one person", async () => {
    house.discord.calling.groups.push({ id: "1", name: "Twice" }, { id: "2", name: "twice" });
    expect(await problem("nobody-known")).toContain("I do not know whom “nobody-known” calls here.");
    expect(await problem("twice")).toBe("There are several called “twice”. Pick the one you mean by typing @.");
    expect(await problem("<@12345>")).toContain("calls no single person");
    expect(await problem("<@&404>")).not.toContain("404");
  });
  it("when it would take a second organiser, and there is no desk to ask at", async () => {
    house.discord.calling.members = 612;
    await house.store.transact((trx) => trx.deleteFrom("places").where("purpose", "=", "desk").execute());
    expect(await problem("everyone")).toContain("there is no desk to ask at");
  });
  it("and when the right is lost between the preview and its button, which then offers to change it", async () => {
    await oki.say(line("everyone", "discord"));
    house.discord.calling.person = false;
    const said = await oki.press("Schedule");
    expect(said.text).toContain("You may not call @everyone");
    expect(said.buttons).toEqual(["Change…"]);
    expect((await oki.press("Change…")).text).toContain("What it says: Join us");
  });
});

describe("what is lost until it is sent is left out: the post goes out on time, and the desk is told why", () => {
  const losses: readonly (readonly [string, () => unknown, RegExp])[] = [
    ["the organiser's right", () => (house.discord.calling.person = false), /may no longer call people there/],
    ["the bot's right", () => (house.discord.calling.bot = false), /: I may no longer call people there/],
    ["the organiser's membership", () => house.discord.members.delete("u-Oki"), /is no longer a member there/],
    [
      "the organiser's rank",
      () => house.store.transact((trx) => trx.deleteFrom("ranks").where("id", "=", "u-Oki").execute()),
      /is no longer an organiser/,
    ],
    ["the smallness of the server", () => (house.discord.calling.members = 501), /no second organiser approved it/],
    ["how many there are", () => (house.discord.calling.members = undefined), /no second organiser approved it/],
  ];
  it.each(losses)("%s", async (_name, lose, why) => {
    await schedule("everyone");
    await lose();
    await house.turnTo(DUE);
    expect(house.posts("announcements").map(({ text }) => text)).toEqual(["Join us"]);
    expect(called()).toEqual([]);
    expect(desk()).toHaveLength(1);
    expect(desk()[0]).toMatch(why);
    expect(desk()[0]).toContain("“Join us” goes out in Discord #announcements without its mention");
    const again = await house.somebody({ name: "Uma", rank: "organiser" });
    expect((await again.say("/announce list")).text).toContain("✓ posted (without its mention)");
  });

  it("a group that is gone", async () => {
    house.discord.calling.groups.push({ id: "77", name: "Members" });
    await schedule("members");
    house.discord.calling.groups.length = 0;
    await house.turnTo(DUE);
    expect(called()).toEqual([]);
    expect(desk()[0]).toContain("the role or user group is gone");
  });

  it("an answer of the platform, which is waited for a minute", async () => {
    await schedule("everyone");
    house.discord.silent = true;
    await house.turnTo("2026-11-24T09:00:30Z");
    expect(house.posts("announcements")).toEqual([]);
    await house.turnTo("2026-11-24T09:01:10Z");
    expect(house.posts("announcements")).toHaveLength(1);
    expect(called()).toEqual([]);
    expect(desk()[0]).toContain("I could not find out whether it may still be made");
  });

  it("but an answer that comes within the minute is heard", async () => {
    await schedule("everyone");
    house.discord.silent = true;
    await house.turnTo("2026-11-24T09:00:20Z");
    house.discord.silent = false;
    await house.turnTo("2026-11-24T09:00:40Z");
    expect(called()).toEqual(everyone);
  });

  it("a right that is lost while the post is being tried again, although its bytes were frozen with the mention", async () => {
    await schedule("everyone");
    house.discord.disturb("refuse");
    await house.turnTo("2026-11-24T09:00:30Z");
    house.discord.calling.person = false;
    await house.turnTo("2026-11-24T09:05:00Z");
    expect(house.posts("announcements")).toHaveLength(1);
    expect(called()).toEqual([]);
    // Found again, it does not come back: what was told stays true.
    expect(desk().at(-1)).toContain("may no longer call people there");
  });

  it("a right that stands is asked again at each try, and the post calls once", async () => {
    await schedule("everyone");
    house.discord.disturb("refuse", "limit");
    await house.turnTo("2026-11-24T09:10:00Z");
    expect(called()).toEqual(everyone);
  });
});

describe("only the post itself calls", () => {
  it("a shared list of what is coming, a question and a note to the desk do not", async () => {
    await house.store.transact((trx) =>
      setPlace(
        trx,
        { platform: "discord", space: "guild", channel: "discussion" },
        { purpose: "discussion", name: "#discussion" },
      ),
    );
    await schedule("everyone");
    await oki.say("/webinar show 3");
    await oki.press("Share here");
    await oki.say("/discuss post question:2 webinar:3");
    await oki.press("Post question 2 in Discord #discussion, Slack #討論 now");
    house.discord.calling.person = false;
    await house.turnTo(DUE);
    expect(house.discord.posted.length).toBeGreaterThan(3);
    expect(called()).toEqual([]);
  });
});
