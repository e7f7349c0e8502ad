import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DiscordRig, openDiscordRig } from "./support/discord/rig.ts";
import { type Home, openHome } from "./support/home.ts";
import type { Person, Rig } from "./support/rig.ts";
import { openSlackRig, type SlackRig } from "./support/slack/rig.ts";
import { type Stage, walkThrough } from "./support/walkthrough.ts";

/** One house with a Discord server in English and a Slack workspace in Japanese: the real discord.js and the real Bolt. */

let discord: DiscordRig;
let slack: SlackRig;
let home: Home;
type Rooms = Readonly<Record<"announcements" | "discussion" | "desk", string>>;
let rooms: { discord: Rooms; slack: Rooms };
let admins: { discord: Person; slack: Person };

const roomsOf = (rig: Rig): Rooms => ({
  announcements: rig.channel("announcements"),
  discussion: rig.channel("discussion"),
  desk: rig.channel("desk"),
});

beforeEach(async () => {
  [discord, slack] = [await openDiscordRig(), await openSlackRig()];
  rooms = { discord: roomsOf(discord), slack: roomsOf(slack) };
  admins = {
    discord: discord.person({ name: "Aki", administers: true }),
    slack: slack.person({ name: "Kana", administers: true, locale: "en-US" }),
  };
  home = await openHome([discord.platform, slack.platform]);
  const { announcements, discussion, desk } = rooms.discord;
  const network = await admins.discord.type("/rostrum setup name:Network", discussion);
  const space = await admins.discord.press(network, "Continue");
  await admins.discord.fill(space, {
    announcements: `<#${announcements}>`,
    discussion: `<#${discussion}>`,
    desk: `<#${desk}>`,
  });
  const there = await admins.slack.type("/rostrum setup", rooms.slack.discussion);
  await admins.slack.fill(there, {
    announcements: `<#${rooms.slack.announcements}>`,
    discussion: `<#${rooms.slack.discussion}>`,
    desk: `<#${rooms.slack.desk}>`,
    language: "ja",
  });
});
afterEach(async () => {
  await home.close();
  await discord.close();
  await slack.close();
  expect(home.errors).toEqual([]);
});

const turnTo = async (at: Temporal.Instant): Promise<void> => {
  const ms = at.epochMilliseconds - home.now().epochMilliseconds;
  await home.later({ milliseconds: Math.max(ms, 0) + 1 });
};

const cast = (organisers: "discord" | "slack"): Stage => {
  const rigs = { discord, slack };
  const other = organisers === "discord" ? "slack" : "discord";
  const organiser = rigs[organisers].person({ name: "Oki", locale: "en-US" });
  const discussant = rigs[other].person({ name: "Dai", locale: "en-US" });
  const named = (rig: Rig, { user }: Person, name: string) => (rig.name === "discord" ? `@${name}` : `<@${user}>`);
  const give = (platform: "discord" | "slack", line: string) =>
    admins[platform].type(`/rostrum roles give ${line}`, rooms[platform].discussion);
  return {
    organiser,
    discussant,
    admin: admins.discord,
    leads: "Philip Wing Keung Chan",
    at: {
      organiser: rooms[organisers].desk,
      discussant: rooms[other].discussion,
      admin: rooms.discord.desk,
    },
    tie: (webinar) => give(other, `who:${named(rigs[other], discussant, "Dai")} role:discussant webinar:${webinar}`),
    read: (purpose, language) =>
      (language === "en" ? discord.posts(rooms.discord[purpose]) : slack.posts(rooms.slack[purpose])).map(
        ({ text }) => text,
      ),
    now: home.now,
    turnTo,
    settle: () => home.later({ seconds: 5 }),
    wait: () => home.later({ seconds: 11 }),
  };
};

describe.each(["discord", "slack"] as const)("a webinar is run from %s", (organisers) => {
  it("from the draft to the last question, in both languages, each thing once, and calls nobody", async () => {
    const stage = cast(organisers);
    const who = organisers === "discord" ? "@Oki" : `<@${stage.organiser.user}>`;
    await admins[organisers].type(`/rostrum roles give who:${who} role:organiser`, rooms[organisers].discussion);
    const before = [discord.attempts(), slack.attempts()];
    await walkThrough(stage);
    // What was withdrawn was posted as well; nothing was tried twice, and the desks heard of nothing.
    expect([discord.attempts() - (before[0] ?? 0), slack.attempts() - (before[1] ?? 0)]).toEqual([5 + 2, 5 + 2]);
    expect(discord.posts(rooms.discord.desk)).toEqual([]);
    expect(slack.posts(rooms.slack.desk)).toEqual([]);
    const places = ["announcements", "discussion"] as const;
    const posts = [
      ...places.flatMap((place) => discord.posts(rooms.discord[place])),
      ...places.flatMap((place) => slack.posts(rooms.slack[place])),
    ];
    expect(posts).toHaveLength(4 + 2 + 4 + 2);
    for (const { raw } of posts)
      expect(JSON.stringify(raw)).not.toMatch(/<@|<!(?!date)|@everyone|@here|"type":"(?:user|usergroup|broadcast)"/u);
    const [first] = discord.posts(rooms.discord.discussion);
    if (first !== undefined) await expect.poll(() => discord.threads(first)).toEqual(["Question 1: River"]);
  });
});
