import { afterEach, beforeEach, expect, test } from "vitest";
import { inviteLink } from "../../../src/adapters/discord/rights.ts";
import type { DiscordPerson } from "../../support/discord/client.ts";
import { denyIn } from "../../support/discord/posting.ts";
import { type DiscordRig, openDiscordRig } from "../../support/discord/rig.ts";
import { addChannel, addGuild, type Channel, newId } from "../../support/discord/state.ts";
import { type Home, openHome } from "../../support/home.ts";
import type { Seen } from "../../support/rig.ts";

/** Forums, threads and voice channels as people set them up and use them: the whole house behind the real discord.js. */

let rig: DiscordRig;
let home: Home;
let admin: DiscordPerson;
let desk: string;
let lobby: string;

beforeEach(async () => {
  rig = await openDiscordRig();
  [lobby, desk] = [rig.channel("lobby"), rig.channel("desk")];
  admin = rig.person({ name: "Aki", administers: true });
  home = await openHome(rig.platform);
});
afterEach(async () => {
  await home.close();
  await rig.close();
  expect(home.errors).toEqual([]);
});

const add = (name: string, type: number, given: Partial<Channel> = {}): string => {
  const id = rig.addChannel({ name, type });
  rig.server.state.channels.set(id, { ...(rig.server.state.channels.get(id) as Channel), ...given });
  return id;
};
const setUp = async (channels: Readonly<Record<string, string>>): Promise<Seen> => {
  const network = await admin.type("/rostrum setup", lobby);
  const saved = await admin.fill(network, { name: "Education network" });
  const marks = Object.entries({ desk, ...channels }).map(([purpose, id]) => [purpose, `<#${id}>`]);
  return admin.fill(await admin.press(saved, "Continue"), Object.fromEntries(marks));
};
const postQuestion = async (): Promise<Seen> => {
  const preview = await admin.type("/discuss post question:2 webinar:3", lobby);
  await admin.press(preview, preview.buttons.find((label) => label.startsWith("Post question 2")) ?? "");
  return preview;
};
/** The bot is in the other server as well. */
const theirs = (): string => {
  const { state } = rig.server;
  return addChannel(state, { guild: addGuild(state, "Others").id, name: "theirs", type: 0 }).id;
};
const textOf = (seen: Seen): string =>
  [seen.text, ...(seen.form?.fields ?? []).map(({ problem }) => problem ?? "")].join("\n");
const postsIn = (forum: string): readonly Channel[] =>
  [...rig.server.state.channels.values()].filter(({ parent }) => parent === forum);
const told = async (channel: string): Promise<string> => {
  await expect.poll(() => rig.posts(channel).at(-1)?.text).toBeDefined();
  return rig.posts(channel).at(-1)?.text ?? "";
};

test("a forum is set up, and files the question under its tag and label", async () => {
  const tags = [
    { id: newId(), name: "Off topic", moderated: false },
    { id: newId(), name: "Questions", moderated: false },
  ];
  const forum = add("questions", 15, { tags, requiresTag: true });
  const done = await setUp({ discussion: forum });
  expect(done.text).toMatch(/✓ .*#questions \(discussion\): I can post/);
  const preview = await postQuestion();
  expect(preview.text).not.toContain("cannot be made sure of");
  await expect.poll(() => postsIn(forum)).toHaveLength(1);
  const [post] = postsIn(forum);
  expect(post).toMatchObject({ name: "Question 2: Build Back Better and COVID-19", applied: [tags[1]?.id] });
  expect(await told(post?.id ?? "")).toContain("a resilient recovery in an environment of mutual benefit?");
  await home.later({ minutes: 5 });
  expect(rig.server.requests.filter(({ path }) => path.endsWith("/threads"))).toHaveLength(1);
  expect(rig.posts(desk)).toEqual([]);
});

test("an announcement in a media channel is a post under the webinar's name, or under how it begins", async () => {
  const media = add("news", 16);
  await setUp({ announcements: media });
  for (const line of ['text:"Join us" when:+2h webinar:sample', 'text:"The report is out\nRead it" when:+3h'])
    await admin.press(await admin.type(`/announce schedule ${line}`, lobby), "Schedule");
  await home.later({ hours: 3, minutes: 1 });
  await expect
    .poll(() =>
      postsIn(media)
        .map(({ name }) => name)
        .toSorted(),
    )
    .toEqual(["Sample webinar", "The report is out"]);
});

test("a forum that broke off is looked through, and then posted to once", async () => {
  const forum = add("questions", 15);
  await setUp({ discussion: forum });
  rig.server.trouble("cut");
  await postQuestion();
  await home.later({ seconds: 36 });
  expect(postsIn(forum)).toHaveLength(0);
  await home.later({ seconds: 31 });
  await expect.poll(() => postsIn(forum)).toHaveLength(1);
  expect(rig.posts(desk)).toEqual([]);
});

test("a post of a forum whose answer was lost is known by what Discord shows of it", async () => {
  const forum = add("questions", 15);
  await setUp({ discussion: forum });
  rig.server.trouble("lose");
  await postQuestion();
  await home.later({ minutes: 30 });
  expect(postsIn(forum)).toHaveLength(1);
  expect(rig.posts(desk)).toEqual([]);
  expect((await admin.type("/announce list", lobby)).text).not.toContain("unclear");
});

test("a thread and the chat of a stage are places; answers stand among the rest there", async () => {
  const thread = add("Reading group", 11, { parent: rig.channel("books"), archived: true });
  const stage = add("hall", 13);
  const done = await setUp({ discussion: thread, announcements: stage });
  expect(done.text).toContain("#Reading group (discussion): I can post and check what arrived");
  expect(done.text).toContain("#hall (announcements): I can post and check what arrived");
  await postQuestion();
  expect(await told(thread)).toContain("Question 2 of 3");
  await home.later({ minutes: 5 });
  expect(rig.server.requests.some(({ path }) => path.endsWith("/threads"))).toBe(false);
});

test.each<[string, () => string, RegExp]>([
  ["a category", () => add("Archive", 4), /Nobody can post in a channel of this kind\./],
  ["a channel of another server", () => theirs(), /It is a channel of another server\./],
  ["a channel that is gone", () => add("ghost", 0, { guild: "" }), /Choose a channel of this server/],
])("%s cannot be set up, and it is said why", async (_, make, why) => {
  const id = make();
  const channel = rig.server.state.channels.get(id) as Channel;
  const network = await admin.type("/rostrum setup", lobby);
  const space = await admin.press(await admin.fill(network, { name: "Education network" }), "Continue");
  const sent = admin.fill(space, { desk: `<#${desk}>`, announcements: `<#${id}>` });
  if (channel.guild === "") rig.server.state.channels.delete(id);
  expect(textOf(await sent)).toMatch(why);
});

test.each<[string, (forum: string) => void, string]>([
  [
    "wants a tag and has none",
    (id) => Object.assign(rig.server.state.channels.get(id) ?? {}, { requiresTag: true }),
    "It requires a tag on every post",
  ],
  ["may not be posted to", (id) => denyIn(rig, id, 1n << 11n), "Edit → Permissions → Rostrum → “Create Posts”"],
  ["is gone", (id) => rig.server.state.channels.delete(id), "It is gone or archived."],
])(
  "a forum that %s is said before scheduling, by the doctor, and at the desk when something is due",
  async (_, spoil, why) => {
    const forum = add("questions", 15);
    await setUp({ discussion: forum, announcements: forum });
    await admin.press(await admin.type('/announce schedule text:"Join us" when:+2h', lobby), "Schedule");
    spoil(forum);
    const refused = await admin.type('/announce schedule text:"Too" when:+2h', lobby);
    expect(textOf(refused)).toContain(why);
    expect((await admin.type("/rostrum doctor", lobby)).text).toContain(why);
    await home.later({ hours: 2, minutes: 1 });
    const note = await told(desk);
    expect(note).toContain("“Join us” is due");
    expect(note).toContain(why);
  },
);

test("the doctor shows the link that lets the bot in with exactly its rights", async () => {
  await setUp({});
  expect((await admin.type("/rostrum doctor", lobby)).text).toContain(inviteLink(rig.server.state.application));
});

const doctor = async (): Promise<string> => (await admin.type("/rostrum doctor", lobby)).text;

// Few looks a test: a client that has made fifty requests in a second makes no more.
test("who holds a rank and is not shown its commands is named by the doctor, and whoever has left is not", async () => {
  const oki = rig.person({ name: "Oki" });
  const mei = rig.person({ name: "Mei" });
  const una = rig.person({ name: "Una" });
  await setUp({});
  await admin.type("/rostrum roles give who:@Oki role:organiser", lobby);
  // Hidden from all who do not manage the server, and an admin by command may not.
  await admin.type("/rostrum roles give who:@Mei role:admin", lobby);
  await admin.type("/rostrum roles give who:@Una role:admin", lobby);
  rig.server.state.guilds.get(rig.space)?.members.delete(una.user);
  const said = await doctor();
  expect(said).toContain("@Mei has a rank, but Discord does not show /rostrum to them");
  expect(said).not.toContain("@Oki");
  expect(said).not.toContain(una.user);
  rig.server.state.commandPermissions.push(
    says("rostrum", { id: mei.user, type: 2, permission: true }),
    says(undefined, { id: oki.user, type: 2, permission: false }),
  );
  const then = await doctor();
  expect(then).not.toContain("@Mei");
  expect(then).toContain("@Oki has a rank, but Discord does not show /discuss to them");
});

test("what a server's settings say of one command goes before what they say of all, with the clicks", async () => {
  const oki = rig.person({ name: "Oki" });
  await setUp({});
  await admin.type("/rostrum roles give who:@Oki role:organiser", lobby);
  rig.server.state.commandPermissions.push(
    says("announce", { id: rig.space, type: 1, permission: false }),
    says(undefined, { id: oki.user, type: 2, permission: true }),
  );
  const said = await doctor();
  expect(said).toContain(
    "@Oki has a rank, but Discord does not show /announce to them: Server Settings → Integrations → Rostrum → /announce",
  );
  expect(said).not.toContain("/discuss to them");
});

/** A server's setting for a root, or for the whole application. */
const says = (root: string | undefined, permission: { id: string; type: number; permission: boolean }) => {
  const { commands, application } = rig.server.state;
  const id = root === undefined ? application : commands.find(({ name }) => name === root)?.id;
  return { id, application_id: application, guild_id: rig.space, permissions: [permission] };
};
