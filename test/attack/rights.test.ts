import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type House, openHouse } from "../support/house.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
});
afterEach(() => house.close());
const administrator = { name: "Eve", rights: ["post", "administer", "manage-events"] as const, space: "stranger" };

const dataWith = (webinar: string, people = ""): string => {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  cpSync("data", folder, { recursive: true });
  writeFileSync(join(folder, "webinars", "attack.yaml"), webinar);
  if (people !== "") writeFileSync(join(folder, "people.yaml"), people, { flag: "a" });
  return folder;
};

describe("a stranger's server", () => {
  it("is not connected by looking at the setup form", async () => {
    const eve = await house.somebody(administrator);
    await eve.say("/rostrum setup");
    // nothing was sent in
    expect((await eve.say("/webinar next")).text).toContain("is not connected");
  });

  it("does not make its moderators organisers of a network that it only looked at", async () => {
    const eve = await house.somebody(administrator);
    await eve.say("/rostrum setup");
    const aki = await house.somebody({ name: "Aki", rights: ["post", "administer"] });
    await aki.say("/rostrum setup");
    await aki.fillIn({ name: "Real" });
    const mallory = await house.somebody({ name: "Mal", space: "stranger", rights: ["post", "manage-events"] });
    await mallory.say('/announce schedule text:"Buy now" when:+2h where:all');
    await mallory.press("Schedule").catch(() => undefined);
    await house.turnTo("2026-11-23T22:00:00Z");
    expect(house.posts("announcements").map(({ text }) => text)).toEqual([]);
  });

  it("that asks again after its request lapsed is asked for again", async () => {
    await house.somebody({ name: "Ada", rank: "admin" });
    const eve = await house.somebody(administrator);
    house.discord.connect("connecting");
    await eve.say("/rostrum setup");
    await house.turnTo("2026-12-03T19:00:00Z");
    house.discord.connect("connected");
    expect((await eve.say("/rostrum setup")).text).toContain("have been asked");
    await house.turnTo("2026-12-03T19:10:00Z");
    expect(house.posts("desk").filter(({ text }) => text.includes("asks to connect"))).toHaveLength(1);
  });
});

describe("a second platform", () => {
  it("can be set up by its own administrators, or by somebody, once the first has an admin", async () => {
    const aki = await house.somebody({ name: "Aki", rights: ["post", "administer"] });
    await aki.say("/rostrum setup");
    await aki.fillIn({ name: "Real" });
    const owner = await house.somebody({
      name: "Own",
      platform: "slack",
      rights: ["post", "administer"],
      locale: "en",
    });
    const said = await owner.say("/rostrum setup");
    expect(said.text).not.toContain("This is for admins.");
  });
});

describe("the discussant of one webinar", () => {
  it("does not post in the channel for announcements", async () => {
    const phil = await house.somebody({ name: "Phil", person: "philip-chan" });
    await phil.say('/discuss post question:1 webinar:3 where:"Discord #announcements"');
    const label = "Post question 1 in Discord #announcements now";
    await phil.press(label).catch(() => undefined);
    expect(house.posts("announcements")).toHaveLength(0);
  });
});

describe("the desk", () => {
  it("never is the channel of announcements, when only the desk is chosen either", async () => {
    const aki = await house.somebody({ name: "Aki", rank: "admin" });
    await aki.call({
      said: { press: "rostrum space" },
      options: { announcements: "<#announcements>", desk: "<#desk>" },
    });
    const said = await aki.call({ said: { press: "rostrum space" }, options: { desk: "<#announcements>" } });
    expect(said.text).toContain("The desk must be a channel of its own");
  });
});

describe("somebody who stands only in a draft", () => {
  it("is not found by members", async () => {
    await house.close();
    house = await openHouse("2026-11-23T19:00:00Z", {
      data: dataWith(
        'webinar: secret-one\nstatus: draft\ntitle: { en: Secret }\ndate: "2027-01-09"\npeople: { hidden-speaker: { name: Hidden Celebrity } }\ntalks: [ { speaker: { person: hidden-speaker } } ]\n',
      ),
    });
    const mei = await house.somebody();
    expect(await mei.suggest("speaker", "name", "hidden")).toEqual([]);
    expect((await mei.say("/speaker hidden")).text).not.toContain("Celebrity");
  });
});

describe("one call id", () => {
  it("does not show one person's answer to another", async () => {
    const ada = await house.somebody({ name: "Ada", rank: "admin" });
    const bea = await house.somebody({ name: "Bea", rank: "admin" });
    await ada.call({
      id: "same",
      said: { command: "rostrum roles give" },
      options: { who: "<@u-Zed>", role: "organiser" },
    });
    const said = await bea.call({ id: "same", said: { command: "rostrum roles take" }, options: { who: "<@u-Zed>" } });
    expect(said.text).not.toContain("organiser");
  });
});

describe("an admin", () => {
  it("gives ranks while the record holds no webinar", async () => {
    await house.store.transact(async (trx) => void (await trx.deleteFrom("webinars").execute()));
    const ada = await house.somebody({ name: "Ada", rank: "admin" });
    expect((await ada.say("/rostrum roles give who:<@u-Mei> role:organiser")).text).toBe("@u-Mei: organiser");
  });

  it("cannot choose so many cities that nothing can be posted any more", async () => {
    const aki = await house.somebody({ name: "Aki", rights: ["post", "administer"] });
    const said = await aki.say(`/rostrum setup name:${"N".repeat(5000)} strip:${"London, ".repeat(1000)}`);
    expect(said.answer.kind).toBe("form");
  });
});
