import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buttons, message, text } from "../src/core/bot/message.ts";
import { readWebinar } from "../src/core/store/webinars.ts";
import { openDiscordRig } from "./support/discord/rig.ts";
import { type Home, openHome } from "./support/home.ts";
import type { Person, Rig, Seen } from "./support/rig.ts";
import { openSlackHttpRig, openSlackRig } from "./support/slack/rig.ts";
import { openWebRig } from "./support/web/rig.ts";

/** One contract, run on every platform: the real adapter, a server on loopback that behaves like the platform, the real house. */
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
  let member: Person;
  let channels: { announcements: string; discussion: string; desk: string };

  beforeEach(async () => {
    rig = await openRig();
    channels = {
      announcements: rig.channel("announcements"),
      discussion: rig.channel("discussion"),
      desk: rig.channel("desk"),
    };
    admin = rig.person({ name: "Aki", administers: true });
    member = rig.person({ name: "Mei" });
    home = await openHome(rig.platform);
  });
  afterEach(async () => {
    await home.close();
    await rig.close();
    expect(home.errors).toEqual([]);
  });

  const setUp = async (): Promise<Seen> => {
    const network = await admin.type("/rostrum setup", channels.discussion);
    const saved = await admin.fill(network, { name: "Education network" });
    const space = await admin.press(saved, "Continue");
    return admin.fill(space, {
      announcements: `<#${channels.announcements}>`,
      discussion: `<#${channels.discussion}>`,
      desk: `<#${channels.desk}>`,
    });
  };
  const posted = (channel: string): Promise<Seen> =>
    expect
      .poll(() => rig.posts(channel).at(-1))
      .toBeDefined()
      .then(() => rig.posts(channel).at(-1) as Seen);

  it("an admin sets the network and the space up in two forms, and the doctor finds everything well", async () => {
    const done = await setUp();
    expect(done.private).toBe(true);
    expect(done.text).toContain("is set up.");
    expect(done.text).toMatch(/✓ .*#announcements \(announcements\): I can post/);
    expect(done.text).not.toContain("✗");
    const doctor = await admin.press(done, "Check what works");
    expect(doctor.text).toMatch(/✓ .*#discussion \(discussion\)/);
  });

  it("a look-up is private, its buttons replace it, and what is shared all see", async () => {
    await setUp();
    const shown = await member.type("/webinar show webinar:3", channels.discussion);
    expect(shown.private).toBe(true);
    expect(shown.text).toContain("Partnership for education and beyond");
    expect(shown.text).toContain("80 participants from 14 countries and regions");
    expect(rig.posts(channels.discussion)).toEqual([]);
    const questions = await member.press(shown, "3 questions");
    expect(questions.private).toBe(true);
    expect(questions.replaced).toBe(true);
    expect(questions.text).toContain("How can local knowledge or wisdom be accommodated in globalization?");
    await member.press(questions, "Share here");
    const post = await posted(channels.discussion);
    expect(post.private).toBe(false);
    expect(post.text).toContain("Shared by Mei");
    const programme = await admin.press(post, "Programme");
    expect(programme.private).toBe(true);
    expect(programme.replaced).toBe(false);
    expect(programme.text).toContain("Dr. Jing Liu");
  });

  it("a choice answers with what was chosen", async () => {
    await setUp();
    const list = await member.type("/webinar list", channels.discussion);
    expect(list.choices).toContain("international-3");
    expect((await member.choose(list, "international-3")).text).toContain("Chengdu");
  });

  it("an announcement is asked for, mended, previewed, scheduled and posted at its time, once, letter by letter", async () => {
    await setUp();
    const text = "Join *us* @everyone <!channel> <@1> [x](https://evil.example) `code`\n# not a heading";
    const form = await admin.type("/announce schedule", channels.discussion);
    expect(form.form?.fields.map(({ option }) => option)).toEqual(["text", "when"]);
    const wrong = await admin.fill(form, { text, when: "5/12/2026" });
    const again = wrong.form === undefined ? await admin.press(wrong, "Open the form") : wrong;
    expect([wrong.text, ...(wrong.form?.fields ?? []).map(({ problem }) => problem ?? "")].join("\n")).toContain(
      "Which is the day and which the month?",
    );
    expect(again.form?.fields.find(({ option }) => option === "text")?.value).toBe(text);
    const preview = await admin.fill(again, { when: "+2h" });
    expect(preview.text).toContain(text);
    const done = await admin.press(preview, "Schedule");
    expect(done.text).toContain("Scheduled for");
    expect(rig.posts(channels.announcements)).toEqual([]);
    await home.later({ hours: 2, seconds: 60 });
    const post = await posted(channels.announcements);
    expect(post.text).toContain(text);
    expect(rig.posts(channels.announcements)).toHaveLength(1);
  });

  it("an announcement is written in each language in a form, kept as a draft, posted at once, and opened from the list", async () => {
    await setUp();
    const preview = await admin.type('/announce now en:"Join *us*"', channels.discussion);
    const draft = await admin.press(preview, "Keep as a draft");
    const edited = await admin.press(await admin.press(draft, "Preview it"), "Edit it…");
    const form = edited.form === undefined ? await admin.press(edited, "Open the form") : edited;
    expect(form.form?.fields.map(({ option, value }) => [option, value])).toEqual([["en", "Join *us*"]]);
    const said = await admin.fill(form, { en: "Join *us*, @everyone {constructor}\n<!channel>" });
    expect(said.text).toContain("It says now: Join *us*, @everyone");
    const look = await admin.press(said, "Preview it");
    expect(look.text).toContain("Join *us*, @everyone {constructor}\n<!channel>");
    const again = await admin.type(
      '/announce now text:"All" ja:"皆さま" th:"ทุกท่าน" zh-hans:"各位"',
      channels.discussion,
    );
    await admin.press(again, "Post it now");
    expect((await posted(channels.announcements)).text).toContain("All");
    const list = await admin.type("/announce list", channels.discussion);
    const opens = {
      discord: /posted Open \(https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+\)/u,
      slack: /posted Open \(https:\/\/[\w-]+\.slack\.com\/archives\/\w+\/p\d{16}\)/u,
      web: /posted Open \(127\.0\.0\.1:\d+\)/u,
    };
    expect(list.text).toMatch(opens[rig.name]);
    expect(rig.posts(channels.announcements)).toHaveLength(1);
  });

  it("a question is posted with its thread, under its label", async () => {
    await setUp();
    const preview = await admin.type("/discuss post question:2 webinar:3", channels.discussion);
    const act = preview.buttons.find((label) => label.startsWith("Post question 2")) ?? "";
    await admin.press(preview, act);
    const post = await posted(channels.discussion);
    expect(post.text).toContain("a resilient recovery in an environment of mutual benefit?");
    if (rig.name !== "slack")
      await expect.poll(() => rig.threads(post)).toEqual(["Question 2: Build Back Better and COVID-19"]);
  });

  const scheduleSoon = async (): Promise<void> => {
    const preview = await admin.type('/announce schedule text:"Join us" when:+2h', channels.discussion);
    await admin.press(preview, "Schedule");
  };
  const state = async () =>
    home.store.transact((trx) =>
      trx
        .selectFrom("deliveries")
        .select(["state", "attempts"])
        .where("what", "like", "announcement/%")
        .executeTakeFirst(),
    );

  it("a place that refuses is told at the desk, and gets its post when it takes it again", async () => {
    await setUp();
    await scheduleSoon();
    rig.disturb("refuse");
    await home.later({ hours: 2, seconds: 60 });
    expect((await posted(channels.desk)).text).toContain("refuses me");
    expect(rig.posts(channels.announcements)).toEqual([]);
    await home.later({ minutes: 2 });
    expect((await posted(channels.announcements)).text).toContain("Join us");
  });

  it("being told to wait, it waits, and posts once", async () => {
    await setUp();
    await scheduleSoon();
    rig.disturb("limit");
    await home.later({ hours: 2, seconds: 60 });
    expect(await state()).toMatchObject({ state: "ready", attempts: 1 });
    await home.later({ seconds: 30 });
    await posted(channels.announcements);
    expect(await state()).toMatchObject({ state: "sent", attempts: 2 });
    expect(rig.posts(channels.announcements)).toHaveLength(1);
  });

  it.each(["lose", "fail"] as const)(
    "after an answer that never comes (%s) it is found out whether the post is there, and it stands there once",
    async (trouble) => {
      await setUp();
      await scheduleSoon();
      const before = rig.attempts();
      rig.disturb(trouble);
      await home.later({ hours: 2, seconds: 60 });
      await home.later({ seconds: 36 });
      await home.later({ seconds: 31 });
      await expect.poll(state).toMatchObject({ state: "sent", attempts: trouble === "lose" ? 1 : 2 });
      await home.later({ minutes: 5 });
      expect(rig.attempts() - before).toBe(trouble === "lose" ? 1 : 2);
      expect(rig.posts(channels.announcements)).toHaveLength(1);
      expect(rig.posts(channels.desk)).toEqual([]);
    },
  );

  it("a member is reminded in direct messages, and takes it back there", async () => {
    await setUp();
    const mei = rig.person({ name: "Mei", locale: "en-US", zone: "Asia/Bangkok" });
    const said = await mei.type("/webinar remind before:1d", channels.discussion);
    expect(said.text).toContain("I will remind you by direct message: Sample webinar");
    expect(rig.direct(mei).map(({ text }) => text)).toEqual([
      expect.stringContaining("You will be reminded here: Sample webinar"),
    ]);
    const { startsAt } = (await home.store.transact((trx) => readWebinar(trx, "sample"))) ?? {};
    await home.later({ seconds: Math.ceil(((startsAt ?? 0) - Date.now()) / 1000) - 86_400 + 1 });
    await expect.poll(() => rig.direct(mei)).toHaveLength(2);
    const [, reminder] = rig.direct(mei);
    expect(reminder?.text).toContain("Reminder: Sample webinar");
    if (reminder === undefined) expect.unreachable();
    expect((await mei.press(reminder, "Do not remind me")).text).toContain("No reminder any more");
  });

  it("who takes no direct messages is told so when asking, and nothing is set", async () => {
    await setUp();
    const mei = rig.person({ name: "Mei", locale: "en-US" });
    rig.closeDirect(mei);
    const said = await mei.type("/webinar remind", channels.discussion);
    expect(said.text).toContain("so nothing is set");
    expect(said.buttons).toContain("Try again");
    const rows = await home.store.transact((trx) => trx.selectFrom("reminders").selectAll().execute());
    expect(rows).toEqual([]);
  });

  it("where it may not read, it asks the desk, which settles it", async () => {
    await setUp();
    await scheduleSoon();
    rig.blind(channels.announcements);
    const before = rig.attempts();
    rig.disturb("fail");
    await home.later({ hours: 2, seconds: 60 });
    await home.later({ seconds: 36 });
    const notice = await posted(channels.desk);
    expect(notice.text).toContain("It is unclear whether “Join us” arrived");
    expect(rig.attempts()).toBe(before + 2);
    expect(rig.posts(channels.announcements)).toEqual([]);
    expect((await admin.press(notice, "Send again")).text).toContain("Join us");
    await expect.poll(state).toMatchObject({ state: "sent" });
    expect(rig.posts(channels.announcements)).toHaveLength(1);
  });

  it("a post says what the record says, in place and with its buttons, when the record has changed", async () => {
    await setUp();
    const preview = await admin.type('/announce schedule text:"Join us" when:+2h webinar:sample', channels.discussion);
    await admin.press(preview, "Schedule");
    await home.later({ hours: 2, seconds: 60 });
    const before = await posted(channels.announcements);
    await home.retitle("sample", "Quite another title");
    await home.later({ seconds: 1 });
    await expect.poll(() => rig.posts(channels.announcements).at(-1)?.text).toContain("Quite another title");
    const posts = rig.posts(channels.announcements);
    expect(posts).toHaveLength(1);
    expect(posts[0]?.text).toContain("Join us");
    expect(posts[0]?.buttons).toEqual(before.buttons);
    expect((await member.press(posts[0] as Seen, posts[0]?.buttons[0] ?? "")).private).toBe(true);
    expect(rig.posts(channels.desk)).toEqual([]);
  });

  it("a post is taken away twice as once, and nobody is told that somebody deleted it", async () => {
    await setUp();
    await scheduleSoon();
    await home.later({ hours: 2, seconds: 60 });
    await posted(channels.announcements);
    const asked = await admin.type('/announce withdraw what:"Join us"', channels.discussion);
    await admin.press(asked, "Take it away everywhere");
    await expect.poll(() => rig.posts(channels.announcements)).toEqual([]);
    const to = { platform: rig.name, space: rig.space, channel: channels.announcements } as const;
    const rows = await home.store.transact((trx) =>
      trx.selectFrom("deliveries").select("message_id").where("what", "like", "announcement/%").execute(),
    );
    await rig.platform.remove({ at: to, message: rows[0]?.message_id ?? "" });
    await home.later({ minutes: 5 });
    expect(rig.posts(channels.desk)).toEqual([]);
  });

  it("a post is edited twice as once, under its marker, and one that is not there is gone", async () => {
    await setUp();
    const to = { platform: rig.name, space: rig.space, channel: channels.discussion };
    const id = "abcdefghijklmnopqrstuvwx";
    const say = (words: string) => ({
      id,
      message: message(text(words), buttons({ label: "Next", press: "webinar next" })),
    });
    const post = await rig.platform.post({ id, to, body: rig.platform.render({ ...say("As it was"), to }) });
    for (let n = 0; n < 2; n++) await rig.platform.edit(post, say("As it is @everyone <!channel>"));
    const [seen] = rig.posts(channels.discussion);
    expect(seen).toMatchObject({ buttons: ["Next"], private: false });
    expect(seen?.text).toContain("As it is @everyone <!channel>");
    expect(seen?.text).not.toContain("As it was");
    expect(rig.posts(channels.discussion)).toHaveLength(1);
    expect(rig.attempts()).toBe(1);
    await expect(rig.platform.edit({ ...post, message: "1234567890" }, say("x"))).rejects.toMatchObject({
      fault: "content",
      cause: "gone",
    });
  });

  it("somebody without the rank is refused, and so is the button of another's preview", async () => {
    await setUp();
    expect((await member.type("/announce list", channels.discussion)).text).toContain("This is for organisers.");
    expect((await member.type("/rostrum doctor", channels.discussion)).text).toContain("This is for admins.");
  });

  it("an unknown word gets the nearest command or is refused by the client", async () => {
    await setUp();
    const said = await member.type("/webinar nxt", channels.discussion).catch((error: unknown) => error);
    if (said instanceof Error) expect(rig.name).toBe("discord");
    else expect((said as Seen).buttons[0]).toBe("/webinar next");
  });

  it("a channel where the bot may not post is said in the form, before anything is scheduled", async () => {
    await setUp();
    if (rig.name === "web") return;
    const closed = rig.channel("closed", [rig.name === "slack" ? "membership" : "send"]);
    const network = await admin.type("/rostrum setup", channels.discussion);
    const done = await admin.fill(network, { announcements: `<#${closed}>` });
    expect(done.text).toMatch(/✗ .*#closed \(announcements\): (I may not post in it|I am not in it)/);
    const said = await admin.type('/announce schedule text:"x" when:+2d', channels.discussion);
    expect([said.text, ...(said.form?.fields ?? []).map(({ problem }) => problem ?? "")].join("\n")).toMatch(
      /#closed: (I may not post in it|I am not in it)/,
    );
  });
});
