import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tie } from "../src/core/store/accounts.ts";
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
    expect(preview.text).toContain("the queue is empty then");
    expect((await admin.press(preview, "Schedule 2")).text).toContain("2 scheduled in");
    await home.later({ hours: 1, seconds: 60 });
    await expect.poll(posts).toEqual([expect.stringContaining("Question 1 of 2")]);
    await home.later({ hours: 1 });
    await expect.poll(posts).toHaveLength(2);
  });

  const LONG = ["この問いは長い。", "What would *you* do, and why? "].map((part) =>
    `${part.repeat(Math.floor(2890 / part.length))}${"終".repeat(8)}`.trim(),
  );
  it.each(LONG)(
    "a question of 2,900 characters is whole in its post, and whole when it is edited and closed",
    async (text) => {
      const form = await admin.type("/discuss add", room);
      const added = await admin.fill(form, { text, label: "A long one" });
      expect(added.text).toContain("3 A long one · waiting");
      let preview = await admin.type("/discuss post question:3", room);
      while (preview.buttons.includes("More")) preview = await admin.press(preview, "More");
      await admin.press(preview, preview.buttons.find((label) => label.startsWith("Post question 3")) ?? "");
      await expect.poll(() => posts()[0]?.includes(text)).toBe(true);
      if (rig.name !== "slack")
        await expect.poll(() => rig.threads(rig.posts(room)[0] as Seen)).toEqual(["Question 3: A long one"]);
      await admin.press(await panel(), "Close 3");
      await home.later({ seconds: 1 });
      await expect.poll(() => posts()[0]).toContain("Answers stay readable.");
      expect(posts()[0]?.includes(text)).toBe(true);
      // Whoever wants to answer still can.
      if (rig.name !== "slack") expect(rig.threads(rig.posts(room)[0] as Seen)).toEqual(["Question 3: A long one"]);
    },
  );

  it("the next questions are scheduled again and again, seen date by date, and the dates taken back", async () => {
    const soon = Temporal.Now.zonedDateTimeISO("Asia/Tokyo").add({ minutes: 30 }).toPlainTime();
    const time = soon.toString({ smallestUnit: "minute" });
    const preview = await admin.type(`/discuss schedule when:"every day ${time} Asia/Tokyo, 3 times"`, room);
    expect(preview.text).toContain(`Next questions of Sample webinar: every day at ${time} Tokyo, 3 times`);
    expect(preview.text).toMatch(
      /Tokyo {2}1 {2}Who is missing\n.* {2}2 {2}Quiet or lively\n.* {2}– {2}the queue is empty then/u,
    );
    expect(preview.buttons.slice(0, 4)).toEqual(["Schedule 2", "Schedule 3", "Add a question…", "Change…"]);
    const form = await admin.press(preview, "Change…");
    expect(form.form?.fields[0]?.value).toContain(`every day ${time} Asia/Tokyo from `);
    const again = await admin.fill(form, {});
    expect((await admin.press(again, "Schedule 3")).text).toContain("3 scheduled in");
    await home.later({ minutes: 31 });
    await expect.poll(posts).toEqual([expect.stringContaining("Question 1 of 2")]);
    const list = await admin.type("/announce list", room);
    expect(list.text).toContain("Question 3 of Sample webinar: the queue is empty then");
    const more = await admin.press(await panel(), "More…");
    const dates = await admin.press(more, "Dates…");
    expect(dates.choices).toHaveLength(2);
    const one = await admin.choose(dates, dates.choices[1] ?? "");
    expect(one.text).toContain("Taken back: ");
    expect((await admin.press(await admin.press(one, "Dates…"), "Take 1 date back")).text).toContain("Taken back: ");
    await home.later({ hours: 48 });
    expect(posts()).toHaveLength(1);
  });

  it("the discussant, on Slack also as a guest, leads theirs and is refused another's", async () => {
    const cleo = rig.person({ name: "Cleo", guest: true });
    const at = { platform: rig.name, space: rig.space };
    await home.store.transact((trx) => tie(trx, at, { account: cleo.user, person: "sample-cleo" }));
    const opening = await cleo.press(await cleo.type("/discuss queue", room), "Open question 1");
    expect(opening.text).toContain("goes out in ten seconds");
    await home.later({ seconds: 11 });
    await expect.poll(posts).toHaveLength(1);
    const refused = "For this webinar it is for its discussant and for moderators.";
    expect((await cleo.type("/discuss queue webinar:3", room)).text).toContain(refused);
    expect((await cleo.type("/discuss pause webinar:3", room)).text).toContain(refused);
    expect((await admin.type("/rostrum audit", room)).text).toMatch(/Cleo .* · Pause · refused/u);
  });
});
