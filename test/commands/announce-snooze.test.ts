import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** It is Tuesday, 04:00 in Tokyo. The sample starts on 2026-12-05 at 17:00 there, 08:00 UTC. */
let house: House;
let oki: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
});
afterEach(() => house.close());

const posts = (channel = "announcements"): readonly string[] => house.posts(channel).map(({ text }) => text);
const schedule = async (given: string): Promise<void> => {
  await oki.say(`/announce schedule text:"Join us" where:discord ${given}`);
  await oki.press("Schedule");
};

describe("a scheduled announcement is moved", () => {
  it.each([
    ["+1h", "2026-11-24T10:00:00Z", "Tuesday, 24 November 2026, 19:00 Tokyo"],
    ["tomorrow 09:00", "2026-11-25T00:00:00Z", "Wednesday, 25 November 2026, 09:00 Tokyo"],
    ["明日9時", "2026-11-25T00:00:00Z", "Wednesday, 25 November 2026, 09:00 Tokyo"],
    ["1d before", "2026-12-04T08:00:00Z", "Friday, 4 December 2026, 17:00 Tokyo"],
  ])("to %s, with the old and the new time shown", async (when, at, said) => {
    await schedule('when:"2026-11-24 09:00 UTC"');
    const moved = await oki.say(`/announce snooze "Join us" when:"${when}"`);
    expect(moved.text).toContain(`“Join us” is moved.\nfrom Tuesday, 24 November 2026, 18:00 Tokyo\nto ${said}`);
    await house.turnTo(Temporal.Instant.from(at).subtract({ seconds: 1 }).toString());
    expect(posts()).toEqual([]);
    await house.turnTo(Temporal.Instant.from(at).add({ seconds: 1 }).toString());
    expect(posts()).toEqual(["Join us"]);
    const ada = await house.somebody({ name: "Ada", rank: "admin" });
    expect((await ada.say("/rostrum audit")).text).toContain("time: Tuesday, 24 November 2026, 18:00 Tokyo → ");
  });

  it("to so long before a webinar that it is not about, and follows none", async () => {
    await schedule('when:"2026-11-24 09:00 UTC"');
    await oki.say('/announce snooze "Join us" when:"1d before"');
    expect((await oki.press("Preview it")).text).not.toContain("It follows");
  });

  it("from its button in the list, and not into the past", async () => {
    await schedule('when:"2026-11-24 09:00 UTC"');
    await oki.say("/announce list");
    await oki.press("Move “Join us”…");
    expect((await oki.fillIn({ when: "2026-11-23 09:00" })).text).toContain("is in the past");
    expect((await oki.fillIn({ when: "+30m" })).text).toContain("18:30 Tokyo");
  });

  it("only where it has not gone out yet, and not at all when it has everywhere", async () => {
    await oki.say('/announce schedule text:"Join us" when:"2026-11-24 09:00 UTC"');
    await oki.press("Schedule");
    house.slack.disturb("refuse");
    await house.turnTo("2026-11-24T09:00:30Z");
    await oki.say('/announce snooze "Join us" when:"+1h"');
    await house.turnTo("2026-11-24T09:50:00Z");
    expect(posts("お知らせ")).toEqual([]);
    await house.turnTo("2026-11-24T10:10:00Z");
    expect([posts(), posts("お知らせ")]).toEqual([["Join us"], ["Join us"]]);
    expect((await oki.say('/announce snooze "Join us" when:"+1h"')).text).toContain("Nothing of it is still to go out");
  });

  it("that comes again: the next one alone, which is said, and not past the one after it", async () => {
    await schedule('when:"every day 09:00 Tokyo, 3 times"');
    const far = await oki.say('/announce snooze "Join us" when:"2026-11-25 10:00 Tokyo"');
    expect(far.text).toContain("The one after it is due on Wed 25 Nov 2026, 09:00 Tokyo.");
    const moved = await oki.say('/announce snooze "Join us" when:"2026-11-24 12:00 Tokyo"');
    expect(moved.text).toContain("Only this one is moved; those after it stay as they are.");
    const list = await oki.say("/announce list");
    expect(list.buttons.filter((label) => label.startsWith("Move"))).toHaveLength(1);
    await house.turnTo("2026-11-24T02:59:00Z");
    expect(posts()).toEqual([]);
    await house.turnTo("2026-11-24T03:01:00Z");
    expect(posts()).toHaveLength(1);
    await house.turnTo("2026-11-25T00:01:00Z");
    expect(posts()).toHaveLength(2);
    await house.turnTo("2026-11-27T00:00:00Z");
    expect(posts()).toHaveLength(3);
  });
});

describe("a step of the plan is moved", () => {
  const move = async (): Promise<string> => {
    const asked = await oki.say('/manage webinar reschedule start:"2026-12-06 17:00 Tokyo"');
    await oki.press("Move it, post nothing").catch(() => oki.press("Move it"));
    return asked.text;
  };

  it("to a time of its own, where it stays when the webinar moves, which is said twice", async () => {
    await oki.say('/announce plan steps:"1w, 1d" where:discord');
    await oki.press("Schedule 2 announcements");
    const moved = await oki.say('/announce snooze "In one week" when:"2026-11-27 09:00 Tokyo"');
    expect(moved.text).toContain("It has a time of its own now, and stays there when the webinar moves.");
    expect(await move()).toMatch(/Fixed time \(1\): stays\nFri 27 Nov 2026, 09:00 Tokyo · Sample webinar/u);
    await house.turnTo("2026-11-27T00:01:00Z");
    // It is not one week any more, so the record alone speaks.
    expect(posts()[0]).toMatch(/^Sample webinar: Libraries/u);
    expect((await oki.say('/announce plan steps:"1w" where:discord')).text).toContain("In one week");
    expect((await oki.press("Schedule 1 announcement")).text).toContain("All of these are scheduled already.");
  });

  it("only where it is not out yet: what is posted goes on saying what it said", async () => {
    await oki.say('/announce plan steps:"1w"');
    await oki.press("Schedule 1 announcement");
    house.slack.disturb("refuse");
    await house.turnTo("2026-11-28T08:00:30Z");
    await oki.say('/announce snooze "In one week" when:"+1h"');
    await house.turnTo("2026-11-28T09:01:00Z");
    expect(posts()[0]).toMatch(/^In one week\n/u);
    expect(posts("お知らせ")[0]).toContain("開催まであと1週間です");
    expect(house.discord.edited).toEqual([]);
  });

  it("to another step, and goes on following", async () => {
    await oki.say('/announce plan steps:"1w, 1d" where:discord');
    await oki.press("Schedule 2 announcements");
    const moved = await oki.say('/announce snooze "In one week" when:"2d before"');
    expect(moved.text).toContain("It follows when the webinar moves.");
    await move();
    await house.turnTo("2026-12-04T07:59:00Z");
    expect(posts()).toEqual([]);
    await house.turnTo("2026-12-04T08:01:00Z");
    expect(posts()[0]).toMatch(/^In 2 days\n/u);
  });
});

describe("an announcement at once", () => {
  it("is previewed, posted by one press, and never twice", async () => {
    const preview = await oki.say('/announce now en:"We begin" ja:"始まります"');
    expect(preview.text).toContain("In Discord #announcements:\nWe begin");
    expect(posts()).toEqual([]);
    const block =
      preview.answer.kind === "message" ? preview.answer.blocks.findLast((one) => one.block === "buttons") : undefined;
    const press = block?.block === "buttons" ? (block.buttons[0]?.press ?? "") : "";
    expect(block?.block === "buttons" && block.buttons[0]?.label).toBe("Post it now");
    const [first, second] = [await oki.call({ said: { press } }), await oki.call({ said: { press } })];
    expect(first.text).toContain("It is being posted in Discord #announcements and Slack #お知らせ.");
    expect(second.text).toContain("scheduled already");
    expect([...posts(), ...posts("お知らせ")]).toEqual(["We begin", "始まります"]);
    await house.turnTo("2026-11-23T20:00:00Z");
    expect(posts()).toHaveLength(1);
  });

  it("composed from the record, and with too many called refused beside the field", async () => {
    expect((await oki.say("/announce now webinar:sample where:discord")).text).toContain("Sample webinar: Libraries");
    await oki.press("Post it now");
    expect(posts()[0]).toMatch(/^Sample webinar/u);
    house.discord.calling = { ...house.discord.calling, members: 600 };
    const form = await oki.say('/announce now text:"We begin" mention:everyone');
    expect(form.text).toContain("Schedule it: /announce schedule");
  });
});
