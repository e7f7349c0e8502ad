import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../src/commands/commands.ts";
import { slotsOf } from "../../src/core/store/slots.ts";
import { wordsIn } from "../../src/core/words/words.ts";
import { type House, openHouse, type Somebody } from "../support/house.ts";

/** The discussant of a webinar has all of /discuss for that webinar and nothing else, whoever they are on the platform. */

let house: House;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
});
afterEach(() => house.close());

const people: readonly (readonly [string, () => Promise<Somebody>])[] = [
  ["a member of the server", () => house.somebody({ name: "Cleo", person: "sample-cleo" })],
  [
    "a guest of the workspace",
    () => house.somebody({ name: "Cleo", platform: "slack", channel: "討論", person: "sample-cleo", guest: true }),
  ],
];
/** With what each is a whole call; a command of /discuss that is not here fails the test. */
const given: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "discuss queue": {},
  "discuss post": { question: "1" },
  "discuss schedule": { when: "every monday 09:00 Tokyo, 2 times" },
  "discuss close": {},
  "discuss skip": { question: "1" },
  "discuss add": { text: "Who pays?", label: "Money" },
  "discuss edit": { question: "1", label: "Mine" },
  "discuss move": { question: "1", to: "2" },
  "discuss remove": { question: "1" },
  "discuss pause": {},
  "discuss resume": {},
  "discuss confirm": { question: "1" },
  "discuss cancel": { question: "1" },
  "discuss open": { question: "1" },
  "discuss undo": { question: "1" },
  "discuss restore": { question: "1" },
  "discuss text": {},
  "discuss more": {},
  "discuss save": { question: "1", text: "x", label: "x", language: "en", was: "x" },
  "discuss drop": { question: "1" },
  "discuss again": { question: "1" },
  "discuss book": { when: "+1d", questions: "-" },
  "discuss dates": {},
  "discuss unbook": { slots: "x" },
};
const all = commands.map(({ name }) => name).filter((name) => name.startsWith("discuss "));
const REFUSED = "For this webinar it is for its discussant and for moderators.";

/** What the record and the schedule of a webinar's discussion are. */
const everything = (webinar: string) =>
  house.store.transact(async (trx) => [
    await trx.selectFrom("questions").selectAll().where("webinar", "=", webinar).orderBy("id").execute(),
    await trx.selectFrom("discussions").selectAll().where("webinar", "=", webinar).execute(),
    await slotsOf(trx, webinar),
    await trx.selectFrom("deliveries").selectAll().where("what", "like", `question/${webinar}/%`).execute(),
  ]);

describe.each(people)("as %s", (_who, open) => {
  it.each(all)("/%s does nothing to another webinar, and the attempt is in the audit", async (name) => {
    const options = given[name];
    if (options === undefined) throw new Error(`say with what ${name} is called`);
    const [cleo, ada] = [await open(), await house.somebody({ name: "Ada", rank: "admin" })];
    const before = await everything("international-3");
    const press = `${name}?${new URLSearchParams({ ...options, webinar: "international-3" })}`;
    expect((await cleo.call({ said: { press } })).text).toBe(REFUSED);
    expect(await everything("international-3")).toEqual(before);
    expect([house.posts("discussion"), house.posts("討論")]).toEqual([[], []]);
    const menu: Readonly<Record<string, { readonly title: string }>> = wordsIn("en").menu;
    const title = menu[name]?.title ?? "";
    expect((await ada.say("/rostrum audit")).text).toMatch(
      new RegExp(`Cleo \\(\\w+\\) · ${RegExp.escape(title)} · refused`, "u"),
    );
  });

  it.each(all)("/%s is theirs in the webinar that names them", async (name) => {
    const cleo = await open();
    const press = `${name}?${new URLSearchParams({ ...given[name], webinar: "sample" })}`;
    const said = await cleo.call({ said: { press } });
    expect(said.text).not.toContain(REFUSED);
    expect(said.text).not.toMatch(/moderators\.|organisers\.|programme names them/u);
    expect(house.log.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("the whole discussion is led by presses", async () => {
    const cleo = await open();
    await cleo.say("/discuss queue");
    await cleo.press("Open question 1");
    await house.turnTo("2026-11-23T19:00:10Z");
    await cleo.press("Refresh");
    await cleo.press("Close 1 and open 2");
    await house.turnTo("2026-11-23T19:00:20Z");
    await cleo.press("Refresh");
    expect((await cleo.press("Close 2")).text).toContain("2 Quiet or lively · closed 04:00");
    expect(house.posts("discussion")).toHaveLength(2);
  });
});

it("the ids of another webinar's dates and questions open nothing in one's own", async () => {
  const mo = await house.somebody({ name: "Mo", rank: "moderator" });
  await mo.say('/discuss schedule when:"+1d; +2d" webinar:3');
  await mo.press("Schedule 2");
  const before = await everything("international-3");
  const cleo = await house.somebody({ name: "Cleo", person: "sample-cleo" });
  const ids = (await house.store.transact((trx) => slotsOf(trx, "international-3"))).map(({ id }) => id).join(",");
  expect(ids).not.toBe("");
  const said = await cleo.call({ said: { press: `discuss unbook?slots=${ids}&webinar=sample` } });
  expect(said.text).toBe("Taken back already, or past.");
  await cleo.call({ said: { press: "discuss open?question=international-3%2Fq1&webinar=sample" } });
  await cleo.call({ said: { press: "discuss skip?question=international-3%2Fq1&webinar=sample" } });
  expect(await everything("international-3")).toEqual(before);
});

it("somebody without a role is refused every one of them", async () => {
  const mei = await house.somebody({ name: "Mei" });
  for (const name of all) {
    const press = `${name}?${new URLSearchParams({ ...given[name], webinar: "sample" })}`;
    expect((await mei.call({ said: { press } })).text).toContain("This is for moderators.");
  }
});
