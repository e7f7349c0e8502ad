import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../src/commands/commands.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** Abuse cases that no other file is about; test/attack/index.test.ts says where each is. */
let house: House;
let oki: Somebody;
let mei: Somebody;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  oki = await house.somebody({ name: "Oki", rank: "organiser" });
  mei = await house.somebody({ name: "Mei" });
});
afterEach(() => house.close());

it.each(["{speaker.__proto__}", "{constructor}", "%s %d %o", `\${process.env}`, "{{title}}", "<%= x %>", "$& $1 $$"])(
  "what looks like a template is said letter by letter (case 12): %s",
  async (odd) => {
    await oki.say(`/manage webinar edit sample title:"${odd}" subtitle:"${odd}"`);
    await oki.say(`/manage talk edit 1 title:"${odd}" webinar:sample`);
    await oki.say(`/discuss edit 1 text:"${odd}" label:"${odd}" webinar:sample`);
    await oki.say(`/announce schedule text:"${odd}" when:+1h webinar:sample where:discord`);
    await oki.press("Schedule");
    await house.turnTo("2026-11-23T20:00:01Z");
    const [first, second, third] = house.posts("announcements")[0]?.text.split("\n") ?? [];
    expect([first, second, third]).toEqual([odd, `Sample webinar: ${odd}`, odd]);
    expect((await mei.say("/webinar show sample")).text).toContain(`· ${odd}`);
    expect((await mei.say("/webinar questions sample")).text).toContain(odd);
  },
);

it("somebody who has left gets no reminder, is not tried again, and nobody is troubled (case 23)", async () => {
  await mei.say("/webinar remind");
  const before = house.discord.attempts();
  // Both platforms refuse a direct message to who shares no space with the bot any more.
  house.discord.members.delete(mei.account.user);
  house.discord.disturb("refuse");
  await house.turnTo("2026-12-05T10:00:00Z");
  expect(house.discord.attempts()).toBe(before + 1);
  expect(house.posts("direct-u-Mei")).toHaveLength(1);
  expect(house.posts("desk")).toEqual([]);
});

describe("a suggestion's value is looked up again, under the rights of who sends it (case 27)", () => {
  it("a draft's key is worth nothing to a member, and a rank is asked for before anything is looked up", async () => {
    await oki.say('/manage webinar create title:"Zanzibar" start:2026-12-01');
    const rows = await house.store.transact((trx) =>
      trx.selectFrom("webinars").select("key").where("status", "=", "draft").execute(),
    );
    const key = rows[0]?.key ?? "";
    for (const { name, inputs } of commands)
      if ("webinar" in inputs) {
        const said = await mei.call({ said: { command: name }, options: { webinar: key } });
        expect(said.text.replaceAll(key, ""), name).not.toContain("Zanzibar");
      }
  });
});

describe("nobody but an admin says who in the record an account is (case 30)", () => {
  it("not by any command, and not for themselves", async () => {
    const tied = () => house.store.transact((trx) => trx.selectFrom("ties").selectAll().execute());
    for (const who of [mei, oki]) {
      const said = await who.say(`/rostrum roles give who:<@${who.account.user}> role:discussant webinar:3`);
      expect(said.text).toContain("This is for admins.");
      for (const { name } of commands)
        await who.call({ said: { command: name }, options: { who: `<@${who.account.user}>`, person: "jing-liu" } });
    }
    expect(await tied()).toEqual([]);
  });
});

describe("consent that is withdrawn", () => {
  it("a person of the record is a name and nothing else (case 31)", async () => {
    const [person] = await house.store.transact((trx) => trx.selectFrom("people").selectAll().limit(1).execute());
    expect(Object.keys(person ?? {}).toSorted()).toEqual(["family", "key", "name", "title"]);
  });

  it("who is taken out of a programme is in no post of it, past or to come (case 31)", async () => {
    const [, name = ""] = /^1 ([^,·]+)/mu.exec((await mei.say("/webinar show sample")).text) ?? [];
    expect(name).not.toBe("");
    await oki.say("/announce schedule text:Now when:+1h webinar:sample");
    await oki.press("Schedule");
    await oki.say("/announce schedule text:Later when:+2h webinar:sample");
    await oki.press("Schedule");
    await house.turnTo("2026-11-23T20:00:01Z");
    expect(house.posts("announcements")[0]?.text).toContain(name);
    await oki.say(`/manage talk remove talk:"${name}" webinar:sample`);
    await oki.press("Take it out");
    await house.turnTo("2026-11-23T21:00:01Z");
    const posts = [...house.posts("announcements"), ...house.posts("お知らせ")].map(({ text }) => text);
    expect(posts).toHaveLength(4);
    expect(posts.join("\n")).not.toContain(name);
  });
});
