import { afterEach, describe, expect, it } from "vitest";
import { durations } from "../../../src/core/delivery/house.ts";
import type { Bent } from "../../support/simulation/instance.ts";
import { live } from "../../support/simulation/world.ts";

/** `WORLDS=20000` runs as many; each is known by its number and takes the same course again. */
const WORLDS = Number(process.env.WORLDS ?? 80);

/** The number of the first world in which something happens that must not. */
const findBreach = async (bent?: Bent): Promise<number | undefined> => {
  for (let world = 1; world <= 300; world++) if ((await live(world, bent)).breaches.length > 0) return world;
  return undefined;
};

const asTheyAre = { ...durations };
afterEach(() => void Object.assign(durations, asTheyAre));

describe("whatever happens to platforms, processes and database", () => {
  it(
    "each thing is posted once and in time, nothing is lost in silence, and all comes to rest",
    async () => {
      const happened = new Map<string, number>();
      for (let world = 1; world <= WORLDS; world++) {
        const outcome = await live(world);
        expect(outcome.breaches, `in world ${world}:\n${outcome.story.join("\n")}`).toEqual([]);
        for (const [what, times] of outcome.happened) happened.set(what, (happened.get(what) ?? 0) + times);
      }
      // Else the worlds would be no evidence.
      expect([...happened.keys()]).toEqual(
        expect.arrayContaining([
          ...["slow", "delayed", "request lost", "answer lost", "5xx before", "5xx after", "unreachable"],
          ...["limited", "limited long", "limited without a time"],
          ...["refused by the place", "token refused", "the content is refused"],
          ...["reading fails", "reading is limited", "reading hangs", "it may not read", "its echo"],
          ...["edit lost", "edit's answer lost", "is away", "is stopped", "is suspended", "has a wrong clock"],
          ...["killed before a commit", "killed after a commit", "store refuses", "commit unknown"],
          ...["scheduled → sending", "ready → sending", "scheduled → cancelled", "sending → sent", "sending → ready"],
          ...["sending → unknown", "sending → failed", "unknown → sent", "unknown → ready", "unknown → held"],
          ...["held → sent", "held → ready"],
        ]),
      );
    },
    WORLDS * 1_000,
  );

  it("without the wait for what is under way, something would be posted twice", async () => {
    Object.assign(durations, { quarantine: 0, readAgain: 1_000 });
    expect(await findBreach({ trouble: "delayed" })).toBeDefined();
  });

  it("with an intent that never grows too old, something would be posted twice", async () => {
    Object.assign(durations, { freshIntent: Number.POSITIVE_INFINITY });
    expect(await findBreach({ only: "stands still" })).toBeDefined();
  });

  it("with a clock that is believed whatever it says, something would be out before its time, or lost", async () => {
    expect(await findBreach({ credulous: true })).toBeDefined();
  });
});
