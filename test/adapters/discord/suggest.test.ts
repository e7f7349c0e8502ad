import { afterAll, beforeAll, expect, test } from "vitest";
import { setPlace } from "../../../src/core/store/spaces.ts";
import { type DiscordRig, openDiscordRig } from "../../support/discord/rig.ts";
import { type Home, openHome } from "../../support/home.ts";

/** What is offered while somebody types at Discord's client, by the real bot. */

let rig: DiscordRig;
let home: Home;
let room: string;
beforeAll(async () => {
  rig = await openDiscordRig();
  room = rig.channel("discussion");
  home = await openHome(rig.platform);
  const at = { platform: "discord", space: rig.space, channel: room } as const;
  await home.store.transact((trx) => setPlace(trx, at, { purpose: "announcements", name: "#discussion" }));
});
afterAll(async () => {
  await home.close();
  await rig.close();
  expect(home.errors).toEqual([]);
});

test("a choice is named in the asker's language and means the same when it is sent", async () => {
  const ken = rig.person({ name: "Ken", locale: "ja" });
  const [first] = await ken.complete("/webinar show webinar:partner", "webinar", room);
  expect(first).toEqual({ name: expect.stringContaining("第3回"), value: "international-3" });
  expect((await ken.type(`/webinar show webinar:${first?.value}`, room)).text).toContain("Chengdu");
});

test("a raw word sent instead of a choice is looked up like any other (27)", async () => {
  const mei = rig.person({ name: "Mei" });
  expect((await mei.type("/webinar show webinar:partnership", room)).text).toContain("Chengdu");
  expect((await mei.type("/webinar show webinar:nothing-like-it", room)).text).toContain("nothing-like-it");
});

test("a time is read back while it is typed, its colon included", async () => {
  const ada = rig.person({ name: "Ada", administers: true });
  const [first] = await ada.complete("/announce schedule when:2199-12-05 17:00 lond", "when", room);
  // More than two years ahead cannot be scheduled, and so is not offered.
  expect(first).toBeUndefined();
  const year = new Date().getFullYear() + 1;
  const [next] = await ada.complete(`/announce schedule when:${year}-12-05 17:00 lond`, "when", room);
  expect(next?.name).toMatch(new RegExp(`^\\w+day, 5 December ${year}, 17:00 London$`, "u"));
  expect(next?.value).toBe(`${year}-12-05 17:00 Europe/London`);
});

test("a member who types ten times a second at what is not theirs gets nothing, and no line is logged (26)", async () => {
  const mei = rig.person({ name: "Mei" });
  const before = rig.lines.length;
  const offered = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      mei.complete(`/announce schedule where:${"disc".slice(0, n % 5)}`, "where", room),
    ),
  );
  expect(offered.flat()).toEqual([]);
  expect(rig.lines.slice(before)).toEqual([]);
  const ada = rig.person({ name: "Ada", administers: true });
  expect(await ada.complete("/announce schedule where:disc", "where", room)).toEqual([
    { name: "Discord #discussion", value: "Discord #discussion" },
  ]);
});
