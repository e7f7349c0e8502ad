import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openHouse } from "../../support/house.ts";
import type { Disturbance } from "../../support/rig.ts";

type Event = Disturbance | "forbid" | "garble" | "fine" | "restart" | "away" | "back" | "there" | "again";
const events: readonly Event[] = [
  "fine",
  "refuse",
  "limit",
  "fail",
  "lose",
  "revoke",
  "forbid",
  "garble",
  "restart",
  "away",
  "back",
  "there",
  "again",
];

/** One announcement in two places, with whatever happens between; the platforms' own ledgers are what counts. */
const live = async (story: readonly Event[]) => {
  const house = await openHouse("2026-11-23T19:00:00Z");
  const organiser = await house.somebody({ name: "Oki", rank: "organiser" });
  await organiser.say('/announce schedule text:"Join us" when:"2026-11-24 09:00 UTC"');
  await organiser.press("Schedule");
  const due = Temporal.Instant.from("2026-11-24T09:00:00Z");
  let resent = 0;
  for (const [n, event] of story.entries()) {
    if (event === "restart") await house.restart();
    else if (event === "away" || event === "back") house.discord.connect(event === "away" ? "connecting" : "connected");
    else if (event === "there" || event === "again") {
      const list = await organiser.say("/announce list");
      const label = list.buttons.find((one) => one.endsWith(event === "there" ? "It is there" : "Send again"));
      if (label !== undefined && event === "again") resent++;
      if (label !== undefined) await organiser.press(label);
    } else if (event === "forbid" || event === "garble") house.discord.disturbReads(event);
    else if (event !== "fine") (n % 2 === 0 ? house.discord : house.slack).disturb(event);
    await house.turnTo(due.add({ minutes: n * 2 - 4 }).toString());
  }
  house.discord.connect("connected");
  await house.turnTo("2026-11-27T09:00:00Z");
  const posts = [house.posts("announcements").length, house.posts("お知らせ").length];
  const rows = await house.store.transact((trx) =>
    trx
      .selectFrom("deliveries")
      .select(["state", "platform"])
      .where("what", "like", "announcement/%")
      .orderBy("platform")
      .execute(),
  );
  const desk = house.posts("desk").length;
  await house.close();
  return { posts, states: rows.map(({ state }) => state), resent, desk };
};

describe("whatever happens to platforms and process", () => {
  it("nothing is posted twice but what a person sends again, nothing is lost in silence, and all comes to rest", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...events), { maxLength: 10 }), async (story) => {
        const { posts, states, resent } = await live(story);
        expect(posts.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(2 + resent);
        for (const [n, state] of states.entries()) {
          expect(["sent", "held", "expired", "failed"]).toContain(state);
          if (state === "expired" || state === "failed") expect(posts[n]).toBe(0);
        }
      }),
      { numRuns: 60, seed: 20_261_123 },
    );
  });
});
