import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDiscordRig } from "./support/discord/rig.ts";
import { type Home, openHome } from "./support/home.ts";
import type { Person, Rig, Seen } from "./support/rig.ts";
import { openSlackHttpRig, openSlackRig } from "./support/slack/rig.ts";
import { openWebRig } from "./support/web/rig.ts";

/** A discussion is led on every platform: the real adapter, a server on loopback that behaves like the platform, the real house. */
const rigs: readonly (readonly [string, () => Promise<Rig>])[] = [
  ["discord", openDiscordRig],
  ["slack", () => openSlackRig()],
  ["slack by HTTP", openSlackHttpRig],
  ["web", openWebRig],
];

describe.each(rigs)("on %s", (_name, openRig) => {
  let rig: Rig;
  let home: Home;
  let admin: Person;
  let room: string;
  beforeEach(async () => {
    rig = await openRig();
    room = rig.channel("discussion");
    admin = rig.person({ name: "Aki", administers: true });
    home = await openHome(rig.platform);
    const network = await admin.type("/rostrum setup name:Network", room);
    const space = await admin.press(network, "Continue");
    await admin.fill(space, { discussion: `<#${room}>` });
  });
  afterEach(async () => {
    await home.close();
    await rig.close();
    expect(home.errors).toEqual([]);
  });

  const posts = (): readonly string[] => rig.posts(room).map(({ text }) => text);
  const panel = (): Promise<Seen> => admin.type("/discuss queue", room);

  it("a question is opened, edited in a form and closed: its post says so in place, and the next one goes out", async () => {
    const opening = await admin.press(await panel(), "Open question 1");
    expect(opening).toMatchObject({ private: true, replaced: true });
    expect(opening.text).toContain("goes out in ten seconds");
    expect(posts()).toEqual([]);
    await home.later({ seconds: 11 });
    await expect.poll(posts).toEqual([expect.stringContaining("Question 1 of 2")]);
    const form = await admin.type("/discuss edit question:1", room);
    expect(form.form?.fields.map(({ option, value }) => [option, value])).toEqual([
      ["text", "Who does not come to the library yet, and what would bring them?"],
      ["label", "Who is missing"],
    ]);
    expect((await admin.fill(form, { text: "Who stays away? @everyone <!channel>" })).text).toContain("is changed");
    await home.later({ seconds: 1 });
    await expect.poll(posts).toEqual([expect.stringContaining("Who stays away? @everyone <!channel>")]);
    expect((await admin.press(await panel(), "Close 1 and open 2")).text).toContain("1 Who is missing · closed");
    await home.later({ seconds: 11 });
    await expect.poll(() => posts()[0]).toContain("Answers stay readable.");
    await expect.poll(() => posts()[1]).toContain("Question 2 of 2");
    expect(posts()).toHaveLength(2);
  });

  it("what was opened by mistake is undone, and dates that find no question are said", async () => {
    const opening = await admin.press(await panel(), "Open question 1");
    expect((await admin.press(opening, "Undo")).text).toContain("1 Who is missing · waiting");
    const preview = await admin.type('/discuss schedule when:"+1h; +2h; +3h"', room);
    expect(preview.text).toContain("no question is left then");
    expect((await admin.press(preview, "Schedule 2")).text).toContain("2 scheduled in");
    await home.later({ hours: 1, seconds: 60 });
    await expect.poll(posts).toEqual([expect.stringContaining("Question 1 of 2")]);
    await home.later({ hours: 1 });
    await expect.poll(posts).toHaveLength(2);
  });
});
