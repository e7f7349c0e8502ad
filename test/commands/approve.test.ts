import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let oki: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
});
afterEach(() => house.close());

const DUE = "2026-11-24T09:00:00Z";
const LINE = '/announce schedule text:"Join us" when:"2026-11-24 09:00 UTC" where:discord mention:everyone';
const schedule = async (): Promise<void> => {
  await oki.say(LINE);
  await oki.press("Schedule");
};
const called = () =>
  house.discord.posted
    .filter(({ message }) => message.calls !== undefined)
    .map(({ channel, message }) => [channel, message.calls]);
const desk = (): readonly string[] => house.posts("desk").map(({ text }) => text);
const everyone = [["announcements", { who: "everyone" }]];

describe("a mention of more than 500 members", () => {
  beforeEach(() => {
    house.discord.calling.members = 501;
  });
  const atDesk = async (name: string, platform: "discord" | "slack" = "discord"): Promise<Somebody> =>
    house.somebody({ name, rank: "organiser", platform, channel: "desk" });
  /** The press of a button on the desk's last note. */
  const pressOf = (label: string): string => {
    const { message } = house.discord.posted.findLast(({ channel }) => channel === "desk") ?? {};
    const all = message?.blocks.flatMap((block) => (block.block === "buttons" ? block.buttons : [])) ?? [];
    return all.find((button) => button.label === label)?.press ?? "";
  };
  const answer = async (who: Somebody, label: string) => who.call({ said: { press: pressOf(label) } });

  it("is agreed to for what it says and when: other words, or another time, are asked about anew", async () => {
    await schedule();
    const [uma, first] = [await atDesk("Uma"), pressOf("Approve the mention")];
    await answer(uma, "Approve the mention");
    const again = "so a second organiser is asked at the desk";
    expect((await oki.say('/announce edit "Join us" text:"Buy my book"')).text).toContain(again);
    expect(desk().at(-1)).toContain("Oki wants “Buy my book” to call people on Tuesday, 24 November 2026, 18:00 Tokyo");
    expect((await uma.call({ said: { press: first } })).text).toContain("A newer note asks about it.");
    expect((await answer(uma, "Approve the mention")).text).toContain("Approved: “Buy my book”");
    expect((await oki.say('/announce snooze "Buy my book" when:+1h')).text).toContain(again);
    expect(desk().at(-1)).toContain("“Buy my book” to call people on Tuesday, 24 November 2026, 19:00 Tokyo");
    await house.turnTo("2026-11-24T10:00:01Z");
    expect(called()).toEqual([]);
    expect(house.posts("announcements")).toHaveLength(1);
  });

  it("is asked at the desk, and said in the preview and when it is scheduled", async () => {
    const preview = await oki.say(LINE);
    expect(preview.text).toContain("calls @everyone (about 501 members)");
    const second = "It would call more than 500 members, so a second organiser is asked at the desk.";
    expect(preview.text).toContain(second);
    expect((await oki.press("Schedule")).text).toContain(second);
    expect(desk()).toEqual([
      "Oki wants “Join us” to call people on Tuesday, 24 November 2026, 18:00 Tokyo:\n" +
        "Discord #announcements: calls @everyone (about 501 members)\n" +
        "More than 500 members are called only if a second organiser agrees. Without a yes it goes out on time and calls nobody.",
    ]);
    expect((await oki.say("/announce list")).text).toContain("(calls @everyone if a second organiser agrees)");
  });

  it("of exactly 500 is not", async () => {
    house.discord.calling.members = 500;
    await schedule();
    expect(desk()).toEqual([]);
    await house.turnTo(DUE);
    expect(called()).toEqual(everyone);
  });

  it("goes out when another organiser agrees", async () => {
    await schedule();
    const uma = await atDesk("Uma");
    expect((await answer(uma, "Approve the mention")).text).toBe("Approved: “Join us” goes out with its mention.");
    expect((await answer(uma, "Without it")).text).toBe("This was settled already.");
    expect((await uma.say("/announce list")).text).toContain("(calls @everyone)");
    await house.turnTo(DUE);
    expect(called()).toEqual(everyone);
    expect(desk()).toHaveLength(1);
  });

  it("is not agreed to by who scheduled it, under whatever account", async () => {
    await schedule();
    const own = "You scheduled it yourself, so another organiser has to approve the mention.";
    expect((await answer(oki, "Approve the mention")).text).toBe(own);
    const tie = { person: "sample-ada" };
    await house.somebody({ name: "Oki", ...tie });
    const other = await house.somebody({ name: "Okiko", platform: "slack", rank: "organiser", ...tie });
    expect((await answer(other, "Approve the mention")).text).toBe(own);
    await house.turnTo(DUE);
    expect(called()).toEqual([]);
  });

  it("is not agreed to by who is no organiser", async () => {
    await schedule();
    const mei = await house.somebody({ name: "Mei", rank: "moderator", channel: "desk" });
    expect((await answer(mei, "Approve the mention")).text).toContain("This is for organisers.");
    await house.turnTo(DUE);
    expect(called()).toEqual([]);
  });

  it("goes out without it when nobody agreed in time, and the buttons are late then", async () => {
    await schedule();
    await house.turnTo(DUE);
    expect(house.posts("announcements").map(({ text }) => text)).toEqual(["Join us"]);
    expect(called()).toEqual([]);
    expect(desk()[1]).toContain("no second organiser approved it in time");
    const uma = await atDesk("Uma");
    const [first] = house.discord.posted.filter(({ channel }) => channel === "desk");
    const buttons = first?.message.blocks.flatMap((block) => (block.block === "buttons" ? block.buttons : [])) ?? [];
    expect((await uma.call({ said: { press: buttons[0]?.press ?? "" } })).text).toBe(
      "It has gone out or was cancelled already.",
    );
  });

  it("goes out without it when another, or who scheduled it, lets it go", async () => {
    await schedule();
    expect((await answer(oki, "Without it")).text).toBe("“Join us” goes out on time without its mention.");
    expect((await oki.say("/announce list")).text).toContain("(without its mention)");
    await house.turnTo(DUE);
    expect(house.posts("announcements")).toHaveLength(1);
    expect(called()).toEqual([]);
    expect(desk()[1]).toContain("as an organiser decided");
  });

  it("agreed to, it still needs the right when it is sent", async () => {
    await schedule();
    await answer(await atDesk("Uma"), "Approve the mention");
    house.discord.calling.person = false;
    await house.turnTo(DUE);
    expect(called()).toEqual([]);
    expect(desk()[1]).toContain("may no longer call people there");
  });

  it("a forged press agrees to nothing", async () => {
    const uma = await atDesk("Uma");
    const said = await uma.call({ said: { press: "announce approve?announcement=x&say=yes" } });
    expect(said.text).toContain("This button belongs to a message that is no longer valid.");
  });
});
