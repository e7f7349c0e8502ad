import { setTimeout as after } from "node:timers/promises";
import { PermissionFlagsBits as Bits } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DiscordPerson } from "../support/discord/client.ts";
import { type DiscordRig, openDiscordRig } from "../support/discord/rig.ts";
import { addRole, type Json, type Stored } from "../support/discord/state.ts";
import { type Home, openHome } from "../support/home.ts";

/** What each part does right alone, together: mentions, forums, corrections, losses and repeated events on one server. */

let rig: DiscordRig;
let home: Home;
let admin: DiscordPerson;
let channels: { announcements: string; discussion: string; desk: string };
let lobby: string;

const open = async (announcements: number): Promise<void> => {
  rig = await openDiscordRig();
  channels = {
    announcements: rig.addChannel({ name: "announcements", type: announcements }),
    discussion: rig.channel("discussion"),
    desk: rig.channel("desk"),
  };
  lobby = rig.channel("lobby");
  admin = rig.person({ name: "Aki", administers: true });
  home = await openHome(rig.platform);
  const network = await admin.type("/rostrum setup", lobby);
  const space = await admin.press(await admin.fill(network, { name: "Education network" }), "Continue");
  await admin.fill(space, Object.fromEntries(Object.entries(channels).map(([key, id]) => [key, `<#${id}>`])));
};
beforeEach(() => open(0));
afterEach(async () => {
  await home.close();
  await rig.close();
  expect(home.errors).toEqual([]);
  expect(rig.server.violations).toEqual([]);
});

const found = <T>(value: T | undefined): T => value ?? expect.fail("not there");
const schedule = async (options: string): Promise<void> => {
  const said = await admin.press(
    await admin.type(`/announce schedule text:"Join us" when:+2h ${options}`, lobby),
    "Schedule",
  );
  expect(said.text).toContain("Scheduled for");
};
const ours = (): readonly Stored[] =>
  rig.server.state.messages.filter(({ author, for: reader }) => author.id === rig.server.state.bot.id && !reader);
const pings = (): readonly string[] => ours().flatMap((message) => message.pings);
const edits = (): readonly Json[] =>
  rig.server.requests
    .filter(({ method, path }) => method === "PATCH" && path.startsWith("/channels/"))
    .map(({ raw }) => JSON.parse(raw) as Json);
const deskSays = (): string =>
  rig
    .posts(channels.desk)
    .map(({ text }) => text)
    .join("\n");
const allowBotToCall = (): void => {
  const place = found(rig.server.state.channels.get(channels.announcements));
  place.overwrites.push({ id: rig.server.state.bot.id, type: 1, allow: Bits.MentionEveryone, deny: 0n });
};

test("a post that called everyone is corrected in place, and the correction calls nobody", async () => {
  allowBotToCall();
  await schedule("mention:everyone webinar:sample");
  await home.later({ hours: 2, seconds: 60 });
  await expect.poll(pings).toEqual(["@everyone"]);
  await home.retitle("sample", "@everyone: another title");
  await home.later({ minutes: 2 });
  await expect.poll(() => edits().length).toBe(1);
  expect(edits()[0]?.allowed_mentions).toEqual({ parse: [] });
  await expect.poll(() => rig.posts(channels.announcements).at(-1)?.text).toContain("@everyone: another title");
  expect(pings()).toEqual(["@everyone"]);
});

test("a role is called in a post of a forum, once, and a correction finds that post again", async () => {
  await home.close();
  await rig.close();
  await open(15);
  const guild = found(rig.server.state.guilds.get(rig.space));
  const members = addRole(guild, "Members", 0n);
  members.mentionable = true;
  await schedule(`mention:<@&${members.id}> webinar:sample`);
  await home.later({ hours: 2, seconds: 60 });
  await expect.poll(pings).toEqual([`@&${members.id}`]);
  await home.retitle("sample", "Another title");
  await home.later({ minutes: 2 });
  await expect.poll(() => edits().length).toBe(1);
  expect(edits()[0]?.allowed_mentions).toEqual({ parse: [] });
  const [thread, ...others] = [...rig.server.state.channels.values()].filter(
    ({ parent }) => parent === channels.announcements,
  );
  expect(others).toEqual([]);
  rig.server.events.deleteChannel(found(thread).id);
  await expect.poll(deskSays).toContain("deleted");
  await home.retitle("sample", "A third title");
  await home.later({ minutes: 30 });
  expect(ours().filter(({ channel_id }) => channel_id === found(thread).id)).toHaveLength(1);
  expect(edits().length).toBeLessThanOrEqual(2);
});

test("a post that a person took away is not written again, whatever the record says next", async () => {
  await schedule("webinar:sample");
  await home.later({ hours: 2, seconds: 60 });
  await expect.poll(() => rig.posts(channels.announcements).length).toBe(1);
  const post = found(ours().find(({ channel_id }) => channel_id === channels.announcements));
  rig.server.events.deleteMessage(post.id);
  await expect.poll(deskSays).toContain("Join us");
  const told = rig.posts(channels.desk).length;
  await home.retitle("sample", "Another title");
  await home.later({ hours: 1 });
  await after(50, undefined);
  expect(rig.posts(channels.announcements)).toHaveLength(0);
  expect(rig.posts(channels.desk)).toHaveLength(told);
});

test("a correction waits for a platform that is away, and is made once it is back", async () => {
  await schedule("webinar:sample");
  await home.later({ hours: 2, seconds: 60 });
  await expect.poll(() => rig.posts(channels.announcements).length).toBe(1);
  rig.server.gateway.cut();
  await home.retitle("sample", "Another title");
  await home.later({ minutes: 1 });
  await expect.poll(() => rig.platform.state(), { timeout: 8000 }).toBe("connected");
  await home.later({ minutes: 2 });
  await expect.poll(() => rig.posts(channels.announcements).at(-1)?.text).toContain("Another title");
  expect(rig.posts(channels.announcements)).toHaveLength(1);
});

test("the press that schedules, played again after a resume, schedules once", async () => {
  const preview = await admin.type('/announce schedule text:"Join us" when:+2h webinar:sample', lobby);
  await admin.press(preview, "Schedule");
  rig.server.gateway.repeat("INTERACTION_CREATE");
  rig.server.gateway.cut();
  await expect.poll(() => rig.platform.state(), { timeout: 8000 }).toBe("connected");
  await home.later({ hours: 2, seconds: 60 });
  await expect.poll(() => rig.posts(channels.announcements).length).toBe(1);
  await after(50, undefined);
  expect(rig.posts(channels.announcements)).toHaveLength(1);
});
