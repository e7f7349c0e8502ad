import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toBody as toDiscordBody } from "../src/adapters/discord/post.ts";
import { toBody as toSlackBody } from "../src/adapters/slack/post.ts";
import type { Form } from "../src/core/bot/form.ts";
import type { Message } from "../src/core/bot/message.ts";
import { asDiscord, asHtml, asSlack, json } from "./support/drawn.ts";
import { type House, openHouse, toSaid } from "./support/house.ts";

/** Each message as each platform gets it, to be read in the diff: test/golden/. Renewed by `npx vitest -u`. */

let house: House;
const answers = new Map<string, Message | Form>();
const posts = new Map<string, Message>();

beforeAll(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
  const mei = await house.somebody({ name: "Mei" });
  const ken = await house.somebody({ name: "Ken", platform: "slack", locale: "ja" });
  const oki = await house.somebody({ name: "Oki", rank: "organiser" });
  const ada = await house.somebody({ name: "Ada", rank: "admin" });
  const keep = async (name: string, said: Promise<{ readonly answer: Message | Form }>): Promise<void> => {
    answers.set(name, (await said).answer);
  };
  for (const [name, line] of [
    ["next", "/webinar next"],
    ["show", "/webinar show 3"],
    ["questions", "/webinar questions 3"],
    ["list", "/webinar list"],
    ["speaker", "/speaker liu"],
    ["unknown", "/webinar nxt"],
  ] as const) {
    await keep(name, mei.say(line));
    await keep(`${name}.ja`, ken.say(line));
  }
  await keep("help", oki.say("/webinar help"));
  await keep("home", mei.call({ said: { command: "home" } }));
  await keep("home.ja", ken.call({ said: { command: "home" } }));
  await keep("form", oki.say('/announce schedule when:"5/12/2026"'));
  await keep("preview", oki.say('/announce schedule text:"One week to go" when:"1w before"'));
  await oki.press("Schedule");
  await keep("forecast", oki.say("/announce list"));
  await keep("panel", ada.say("/discuss queue"));
  await keep("setup", ada.say("/rostrum setup"));
  await keep("roles", ada.say("/rostrum roles list"));
  await keep("mention", oki.say('/announce schedule text:"Join us" when:"2026-11-28 18:00 Tokyo" mention:everyone'));
  await oki.press("Schedule");
  // On the other platform as well, where a mention is a user group.
  house.slack.calling.groups.push({ id: "S0GROUP01", name: "会員" });
  const rei = await house.somebody({ name: "Rei", platform: "slack", locale: "ja", rank: "organiser" });
  await keep(
    "mention.ja",
    rei.say('/announce schedule text:"ご参加ください" when:"2026-11-28 18:00 Tokyo" mention:会員 where:slack'),
  );
  await rei.press("予約する");
  house.discord.calling.groups.push({ id: "70000000000000001", name: "Members" });
  house.discord.calling.members = 612;
  await oki.say(
    '/announce schedule text:"Join us, @everyone" when:"2026-11-28 18:00 Tokyo" mention:members where:discord',
  );
  await oki.press("Schedule");
  const approval = house.discord.posted.findLast(({ channel }) => channel === "desk");
  if (approval !== undefined) posts.set("approval", approval.message);
  const uma = await house.somebody({ name: "Uma", rank: "organiser" });
  const [approve] = approval?.message.blocks.flatMap((block) => (block.block === "buttons" ? block.buttons : [])) ?? [];
  await uma.call({ said: { press: approve?.press ?? "" } });
  house.discord.calling.members = 40;
  await keep("mentions", oki.say("/announce list"));
  house.discord.lacks.set("announcements", ["history"]);
  await keep("doctor", ada.say("/rostrum doctor"));
  await ada.say("/discuss post question:2 webinar:3");
  await ada.press("Post question 2 in Discord #discussion, Slack #討論 now");
  house.discord.disturb("lose");
  house.discord.disturbReads("forbid");
  await house.turnTo("2026-11-28T08:00:00Z");
  await house.turnTo("2026-11-28T09:00:00Z");
  const firstIn = (platform: "discord" | "slack", fits: (post: { channel: string; message: Message }) => boolean) =>
    house[platform].posted.find(fits);
  const question = firstIn("discord", ({ channel }) => channel === "discussion");
  const questionJa = firstIn("slack", ({ channel }) => channel === "討論");
  const about = (said: string) => (post: { channel: string; message: Message }) =>
    toSaid(post.message).text.includes(said);
  const announcement = firstIn("discord", about("One week to go"));
  const announcementJa = firstIn("slack", about("One week to go"));
  const notice = firstIn("discord", about("It is unclear"));
  const calls = (who: string) => (post: { message: Message }) => post.message.calls?.who === who;
  for (const [name, post] of Object.entries({
    question,
    "question.ja": questionJa,
    announcement,
    "announcement.ja": announcementJa,
    notice,
    "mention.everyone": firstIn("discord", calls("everyone")),
    "mention.role": firstIn("discord", calls("group")),
    "mention.ja": firstIn("slack", calls("group")),
  }))
    if (post !== undefined) posts.set(name, post.message);
  await keep("panel.open", ada.say("/discuss queue webinar:3"));
  await ada.press("Close 2 and open 1");
  await keep("slots", ada.say('/discuss schedule when:"2026-11-30 09:00 Tokyo; 2026-12-01 09:00 Tokyo; +1w"'));
  await keep("again", ada.say('/discuss schedule when:"every monday 09:00 Asia/Tokyo, 4 times" webinar:sample'));
  await ada.press("Schedule 4");
  await keep("dates", ada.call({ said: { press: "discuss dates?webinar=sample" } }));
  await keep("forecast.empty", ada.say("/announce list days:30"));
  for (const [name, platform] of [
    ["closed", "discord"],
    ["closed.ja", "slack"],
  ] as const) {
    const post = house[platform].posted.find(({ channel }) => channel === "discussion" || channel === "討論");
    if (post !== undefined) posts.set(name, post.message);
  }
  await keep("texts", oki.say('/announce schedule text:"Join us" where:slack when:"2026-12-01 18:00 Tokyo"'));
  await keep("texts.form", oki.press("Write it in 日本語 (Japanese)…"));
  await oki.fillIn({ ja: "ご参加ください" });
  await oki.press("Keep as a draft");
  await keep("drafts", oki.say("/announce draft"));
  await keep("drafts.ja", rei.say("/announce draft"));
  await keep("look", oki.say('/announce preview "Join us"'));
  await keep("templates.ja", rei.say("/announce templates"));
  await oki.say('/announce schedule text:"One day to go" webinar:sample when:"1d before" where:discord');
  await oki.press("Schedule");
  await keep("moved", oki.say('/announce snooze "One day to go" when:"2026-12-04 09:00 Tokyo"'));
});
afterAll(() => house.close());

const ANSWERS = ["next", "show", "questions", "list", "speaker", "unknown"]
  .flatMap((name) => [name, `${name}.ja`])
  .concat(
    "help",
    "home",
    "home.ja",
    "form",
    "preview",
    "forecast",
    "panel",
    "panel.open",
    "slots",
    "again",
    "dates",
    "forecast.empty",
    "setup",
    "roles",
    "doctor",
    "mention",
    "mention.ja",
    "mentions",
    "texts",
    "texts.form",
    "drafts",
    "drafts.ja",
    "look",
    "templates.ja",
    "moved",
  );
const DISCORD_POSTS = ["mention.everyone", "mention.role", "approval"];
const SLACK_POSTS = ["mention.ja"];
const POSTS = ["question", "question.ja", "announcement", "announcement.ja", "notice", "closed", "closed.ja"];
const ID = "a".repeat(24);

describe.each(ANSWERS)("the answer “%s”", (name) => {
  const answer = (): Message | Form => {
    const one = answers.get(name);
    if (one === undefined) throw new Error(`no answer ${name}`);
    return one;
  };

  it("as Discord gets it", async () => {
    await expect(json(asDiscord(answer()))).toMatchFileSnapshot(`golden/${name}.discord.json`);
  });
  it("as Slack gets it", async () => {
    await expect(json(asSlack(answer()))).toMatchFileSnapshot(`golden/${name}.slack.json`);
  });
  it("as the browser gets it", async () => {
    const language = name.endsWith(".ja") ? "ja" : "en";
    await expect(asHtml(answer(), language)).toMatchFileSnapshot(`golden/${name}.html`);
  });
});

const postNamed = (name: string): Message => {
  const one = posts.get(name);
  if (one === undefined) throw new Error(`no post ${name}`);
  return one;
};

describe("posts", () => {
  it.each([...POSTS, ...DISCORD_POSTS])("“%s” as Discord gets it", async (name) => {
    const body: unknown = JSON.parse(
      toDiscordBody({ id: ID, to: { platform: "discord", space: "1", channel: "2" }, message: postNamed(name) }),
    );
    await expect(json(body)).toMatchFileSnapshot(`golden/${name}.post.discord.json`);
  });
  it.each([...POSTS, ...SLACK_POSTS])("“%s” as Slack gets it", async (name) => {
    const body: unknown = JSON.parse(
      toSlackBody(
        { id: ID, to: { platform: "slack", space: "T1", channel: "C1" }, message: postNamed(name) },
        "secret",
      ),
    );
    await expect(json(body)).toMatchFileSnapshot(`golden/${name}.post.slack.json`);
  });
});
