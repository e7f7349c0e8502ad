import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clean } from "../../src/core/bot/plain.ts";
import { setPlace } from "../../src/core/store/spaces.ts";
import { openDiscordRig } from "../support/discord/rig.ts";
import { type Home, openHome } from "../support/home.ts";
import type { Person, Rig } from "../support/rig.ts";
import { openSlackRig } from "../support/slack/rig.ts";

/** Texts of any length and make in an announcement (abuse 11–13): posted whole, or refused before anything is kept. */

const fillers: readonly (readonly [string, string])[] = [
  ["letters", "abcd "],
  ["marks", "*_~`|<@"],
  ["Japanese", "討論の質問です。"],
  ["emoji", "👩‍👩‍👧"],
  ["combining marks", "\u0301"],
  ["lone surrogates", "x\ud83d"],
  ["NUL", "x\0"],
  ["templates", "{speaker.__proto__} \u0024{constructor} %s "],
];
const rigs: readonly (readonly [string, () => Promise<Rig>])[] = [
  ["discord", openDiscordRig],
  ["slack", openSlackRig],
];

describe.each(rigs)("on %s", (_name, openRig) => {
  let rig: Rig;
  let home: Home;
  let ada: Person;
  let room: string;
  beforeEach(async () => {
    rig = await openRig();
    room = rig.channel("announcements");
    ada = rig.person({ name: "Ada", administers: true });
    home = await openHome(rig.platform);
    const at = { platform: rig.platform.name, space: rig.space, channel: room };
    await home.store.transact((trx) => setPlace(trx, at, { purpose: "announcements", name: "#announcements" }));
  });
  afterEach(async () => {
    await home.close();
    await rig.close();
    expect(home.errors).toEqual([]);
  });

  const lengths = [1, 2000, 2001, 2999, 3000, 3001, 6000, 10_000, 40_001];
  it.each(fillers)(
    "an announcement of %s is posted whole or refused at once, whatever its length",
    async (_, filler) => {
      const outcomes: string[] = [];
      for (const length of lengths) {
        // A letter first: nothing but blanks or marks is no text.
        const text = `a${filler.repeat(length)}`.slice(0, length);
        const before = rig.posts(room).length;
        const preview = await ada.type(`/announce schedule text:"${text}" when:+2h`, room);
        let page = preview;
        while (page.buttons.includes("More") && !page.buttons.includes("Schedule"))
          page = await ada.press(page, "More");
        if (!page.buttons.includes("Schedule")) {
          outcomes.push("refused");
          expect((page.form?.fields ?? []).some(({ problem }) => problem !== undefined)).toBe(true);
          continue;
        }
        await ada.press(page, "Schedule");
        await home.later({ hours: 2, seconds: 61 });
        await expect.poll(() => rig.posts(room).length).toBe(before + 1);
        const shown = rig.posts(room).at(-1)?.text ?? "";
        // NUL is taken out where the call comes in, and so is what no client shows.
        expect(shown.includes(clean(text.toWellFormed()).trim())).toBe(true);
        expect(shown.isWellFormed()).toBe(true);
        outcomes.push("posted");
      }
      expect(outcomes[0]).toBe("posted");
      expect(outcomes.slice(-2)).toEqual(["refused", "refused"]);
      expect(outcomes.toSorted()).toEqual(outcomes);
      const rows = await home.store.transact((trx) => trx.selectFrom("deliveries").select("state").execute());
      expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["sent"]));
    },
  );
});
