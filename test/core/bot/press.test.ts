import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fromOpenPress, toOpenPress } from "../../../src/core/bot/press.ts";
import { type House, openHouse } from "../../support/house.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
});
afterEach(() => house.close());

describe("a press", () => {
  it("comes back as the call that was written down, whatever stands in it", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1, maxLength: 8 }).filter((key) => key !== "?ask"),
          fc.string({ unit: "grapheme" }),
        ),
        (options) => {
          expect(fromOpenPress(toOpenPress({ command: "webinar show", options }))).toEqual({
            command: "webinar show",
            options: { ...options },
          });
        },
      ),
    );
  });

  it("that is forged, old or torn is answered and changes nothing", async () => {
    const mei = await house.somebody();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ maxLength: 100 }),
          fc.constantFrom(
            "#",
            "#x",
            "?",
            "share?of=",
            "announce settle?delivery=x",
            "webinar show?webinar=__proto__",
            "__proto__",
            "constructor?x=y",
          ),
        ),
        async (press) => {
          const { text } = await mei.call({ said: { press } });
          expect(text).not.toBe("");
          expect(text).not.toContain("Something went wrong");
        },
      ),
      { numRuns: 200 },
    );
    expect(house.discord.posted).toEqual([]);
    expect(house.log.filter(({ level }) => level === "error")).toEqual([]);
  });
});

describe("a draft", () => {
  const preview = async () => {
    const organiser = await house.somebody({ name: "Oki", rank: "organiser" });
    const said = await organiser.say(
      '/announce schedule text:"A text too long for a button, so it is kept in the house" when:+2d',
    );
    if (said.answer.kind !== "message") throw new Error("no preview");
    return {
      organiser,
      press: said.answer.blocks.flatMap((block) => (block.block === "buttons" ? block.buttons : []))[0]?.press ?? "",
    };
  };

  it("answers its owner only", async () => {
    const { press } = await preview();
    const other = await house.somebody({ name: "Eve", rank: "organiser" });
    expect(press).toMatch(/^#/);
    expect((await other.call({ said: { press } })).text).toBe(
      "This belongs to somebody else. Start your own with the command.",
    );
  });

  it("survives a restart", async () => {
    const { organiser, press } = await preview();
    await house.restart();
    expect((await organiser.call({ said: { press } })).text).toContain("Scheduled for");
  });

  it("expires after a day, and says so", async () => {
    const { organiser, press } = await preview();
    await house.turnTo("2026-11-24T19:00:01Z");
    expect((await organiser.call({ said: { press } })).text).toBe(
      "This is no longer open; nothing was changed. Please start again.",
    );
  });

  it("is worth nothing to who lost the rank since", async () => {
    const { organiser, press } = await preview();
    await house.store.transact((trx) => trx.deleteFrom("ranks").where("id", "=", "u-Oki").execute());
    await house.somebody({ name: "Zoe", rank: "organiser" });
    expect((await organiser.call({ said: { press } })).text).toContain("This is for organisers.");
  });
});

describe("a fault of our own", () => {
  it("is told with a reference and nothing else, and nothing is changed", async () => {
    const organiser = await house.somebody({ name: "Oki", rank: "organiser" });
    await house.store.transact((trx) => trx.updateTable("network").set({ strip_json: "{broken" }).execute());
    const { text } = await organiser.say("/announce list");
    const reference = text.match(/Something went wrong here; nothing was changed\. .* ([0-9a-f]{8})$/)?.[1];
    expect(house.log).toContainEqual(
      expect.objectContaining({ level: "error", facts: expect.objectContaining({ reference }) }),
    );
    expect(text).not.toContain("broken");
  });
});
