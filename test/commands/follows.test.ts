import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../src/commands/commands.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

let house: House;
let oki: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
});
afterEach(() => house.close());

/** What is done, as lines, labels of buttons and forms; and what the post says of it then. */
interface Step {
  readonly does: readonly (string | Readonly<Record<string, string>>)[];
  readonly says: string;
  readonly not?: string;
}

/** Every command of /manage that changes the record, in an order in which each has something to change. */
const steps: Readonly<Record<string, Step>> = {
  "manage webinar create": { does: ['/manage webinar create title:"Other" start:2026-12-20'], says: "Rivers" },
  "manage webinar release": { does: ["/manage webinar publish other", "Publish"], says: "Rivers" },
  "manage webinar edit": { does: ['/manage webinar edit 4 title:"Rivers and towns"'], says: "Rivers and towns" },
  "manage webinar change": { does: ["/manage webinar edit 4", { subtitle: "A talk series" }], says: "A talk series" },
  "manage talk add": {
    does: [
      '/manage talk add speaker:"Jing Liu" title:A webinar:4',
      '/manage talk add speaker:"Paul Armstrong" title:B webinar:4',
      '/manage talk add speaker:"Philip Wing Keung Chan" role:discussant webinar:4',
    ],
    says: "With Dr. Jing Liu and Dr. Paul Armstrong\nDiscussion: Dr. Philip Wing Keung Chan",
  },
  "manage talk edit": {
    does: ['/manage talk edit 1 affiliation:"Tohoku University" webinar:4'],
    says: "With Dr. Jing Liu, Tohoku University",
  },
  "manage talk change": {
    does: ["/manage talk edit 2 webinar:4", { affiliation: "monash" }],
    says: "Dr. Paul Armstrong, Monash University",
  },
  "manage talk move": {
    does: ["/manage talk move talk:2 to:1 webinar:4"],
    says: "With Dr. Paul Armstrong, Monash University and Dr. Jing Liu",
  },
  "manage talk place": {
    does: ["/manage talk move webinar:4", { talk: "2", to: "1" }],
    says: "With Dr. Jing Liu, Tohoku University and Dr. Paul Armstrong",
  },
  "manage talk drop": {
    does: ["/manage talk remove 2 webinar:4", "Take it out"],
    says: "With Dr. Jing Liu, Tohoku University\n",
    not: "Armstrong",
  },
  "manage webinar move": {
    does: ['/manage webinar reschedule start:"2026-12-13 18:00 Tokyo" webinar:4', "Move it, post nothing"],
    says: "Sunday, 13 December 2026, 18:00 Tokyo",
    not: "12 December",
  },
  "manage webinar drop": { does: ["/manage webinar cancel 4", "Cancel it, post nothing"], says: "CANCELLED" },
};

describe("what is posted says what the record says", () => {
  it("has a step for every command of /manage that changes something", () => {
    const names = commands.filter(({ name, changes }) => changes && name.startsWith("manage ")).map(({ name }) => name);
    expect(Object.keys(steps).toSorted()).toEqual(names.toSorted());
  });

  it("after each of them, in place, in both languages, and nothing is posted twice", async () => {
    await oki.say('/manage webinar create title:"Rivers" start:"2026-12-12 17:00 Tokyo"');
    await oki.press("Publish");
    await oki.press("Publish");
    await oki.say('/announce schedule text:"Join us" when:"2026-11-24 09:00 UTC" webinar:4');
    await oki.press("Schedule");
    await house.turnTo("2026-11-24T09:00:01Z");
    for (const [name, { does, says, not }] of Object.entries(steps)) {
      for (const one of does)
        await (typeof one === "object" ? oki.fillIn(one) : one.startsWith("/") ? oki.say(one) : oki.press(one));
      await house.turnTo(house.now().add({ seconds: 5 }).toString());
      const [post, ...others] = house.posts("announcements");
      expect(others, name).toEqual([]);
      expect(`${post?.text}\n`, name).toContain(says);
      if (not !== undefined) expect(post?.text, name).not.toContain(not);
      expect(house.posts("お知らせ"), name).toHaveLength(1);
    }
    expect(house.posts("お知らせ")[0]?.text).toContain("2026年12月13日(日) 18:00 東京");
    expect(house.posts("desk")).toEqual([]);
  });
});
