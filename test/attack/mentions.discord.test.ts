import { PermissionFlagsBits as Bits } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../src/commands/commands.ts";
import { giveRank } from "../../src/core/store/accounts.ts";
import { setPlace } from "../../src/core/store/spaces.ts";
import type { DiscordPerson } from "../support/discord/client.ts";
import { readMarkdown } from "../support/discord/markdown.ts";
import { type DiscordRig, openDiscordRig } from "../support/discord/rig.ts";
import { allComponents } from "../support/discord/rules.ts";
import { addRole, type Channel, type Guild, type Json, type Role, type Stored } from "../support/discord/state.ts";
import { type Home, openHome } from "../support/home.ts";

/** Abuse cases 1–4 and 22 on the bytes that leave for Discord: a server that works out whom each message would really call. */

let rig: DiscordRig;
let home: Home;
let guild: Guild;
let admin: DiscordPerson;
let oki: DiscordPerson;
let organisers: Role;
let place: Channel;
let channels: { announcements: string; discussion: string; desk: string };

const found = <T>(value: T | undefined): T => value ?? expect.fail("not there");

beforeEach(async () => {
  rig = await openDiscordRig();
  guild = found(rig.server.state.guilds.get(rig.space));
  channels = {
    announcements: rig.channel("announcements"),
    discussion: rig.channel("discussion"),
    desk: rig.channel("desk"),
  };
  place = found(rig.server.state.channels.get(channels.announcements));
  admin = rig.person({ name: "Aki", administers: true });
  oki = rig.person({ name: "Oki" });
  organisers = addRole(guild, "Organisers", 0n);
  guild.members.get(oki.user)?.roles.push(organisers.id);
  home = await openHome(rig.platform);
  const network = await admin.type("/rostrum setup", channels.discussion);
  const space = await admin.press(await admin.fill(network, { name: "Education network" }), "Continue");
  await admin.fill(
    space,
    Object.fromEntries(Object.entries(channels).map(([purpose, id]) => [purpose, `<#${id}>`])) as Record<
      string,
      string
    >,
  );
  await home.store.transact((trx) =>
    giveRank(
      trx,
      { platform: "discord", space: rig.space },
      { kind: "group", id: organisers.id, name: "Organisers", rank: "organiser" },
    ),
  );
});
afterEach(async () => {
  await home.close();
  await rig.close();
  expect(home.errors).toEqual([]);
});

const botMay = (): void =>
  void place.overwrites.push({ id: rig.server.state.bot.id, type: 1, allow: Bits.MentionEveryone, deny: 0n });
const okiMay = (): void =>
  void place.overwrites.push({ id: organisers.id, type: 0, allow: Bits.MentionEveryone, deny: 0n });
const overwriteOf = (id: string) => found(place.overwrites.find((one) => one.id === id));

const line = (mention: string, text = "Join us"): string =>
  `/announce schedule when:+2h mention:${mention} text:"${text}"`;
const schedule = async (mention: string, text?: string) => {
  const preview = await oki.type(line(mention, text), channels.discussion);
  const problem = preview.form?.fields.find(({ option }) => option === "mention")?.problem;
  return problem ?? (await oki.press(preview, "Schedule")).text;
};
const messages = (): readonly Stored[] => rig.server.state.messages;
/** Whom every message there is has called. */
const pings = (): readonly (readonly [string, readonly string[]])[] =>
  messages().flatMap(({ channel_id, pings: called }) => (called.length > 0 ? [[channel_id, called] as const] : []));
const posted = async (channel: string): Promise<Stored> => {
  const last = () => messages().findLast((one) => one.channel_id === channel && one.for === undefined);
  await expect.poll(last).toBeDefined();
  return found(last());
};
const send = async (): Promise<Stored> => {
  await home.later({ hours: 2, seconds: 60 });
  return posted(channels.announcements);
};
const bodyOf = ({ body }: Stored): Json => body as Json;
const firstText = (message: Stored): unknown =>
  allComponents(message.components).find(({ type }) => type === 10)?.content;
const deskSays = async (): Promise<string> => String(firstText(await posted(channels.desk)));

describe("a mention that the organiser chose and may make", () => {
  it.each([
    ["everyone", "@everyone"],
    ["here", "@here"],
  ])("%s: its post calls them, once, and nothing else is called", async (mention, ping) => {
    botMay();
    okiMay();
    expect(await schedule(mention, "Join us, @everyone @here <@&1> please")).toContain("Scheduled for");
    const post = await send();
    expect(bodyOf(post).allowed_mentions).toEqual({ parse: ["everyone"] });
    expect(firstText(post)).toBe(ping);
    expect(post.pings).toEqual([ping]);
    expect(pings()).toEqual([[channels.announcements, [ping]]]);
    // What the organiser wrote is read as it was written, and is no mention.
    const texts = allComponents(post.components).filter(({ type }) => type === 10);
    expect(texts.slice(1).flatMap(({ content }) => readMarkdown(String(content)).live)).toEqual([]);
    const shown = rig.posts(channels.announcements).at(-1)?.text.replaceAll("\u2060", "");
    expect(shown).toContain("Join us, @everyone @here <@&1> please");
  });

  it("a role by its mark or name, and not everyone, whatever the text says", async () => {
    const members = addRole(guild, "Members", 0n);
    members.mentionable = true;
    const preview = await oki.type(line(`<@&${members.id}>`, "Join us, @everyone"), channels.discussion);
    expect(preview.text).toContain("calls @Members (at most");
    await oki.press(preview, "Schedule");
    const post = await send();
    expect(bodyOf(post).allowed_mentions).toEqual({ parse: [], roles: [members.id] });
    expect(firstText(post)).toBe(`<@&${members.id}>`);
    expect(pings()).toEqual([[channels.announcements, [`@&${members.id}`]]]);
  });

  it("a role that is not mentionable, by the right to mention all", async () => {
    const members = addRole(guild, "Members", 0n);
    expect(await schedule("members")).toContain("You may not call @Members in Discord #announcements");
    okiMay();
    botMay();
    expect(await schedule("members")).toContain("Scheduled for");
    expect((await send()).pings).toEqual([`@&${members.id}`]);
  });
  it("but nobody whom the bot itself may not call", async () => {
    okiMay();
    expect(await schedule("everyone")).toContain("I may not call @everyone in Discord #announcements");
  });

  it.each<[string, () => void]>([
    ["as an administrator", () => (organisers.permissions = Bits.Administrator)],
    ["as the server's owner", () => (guild.owner = oki.user)],
    ["by a role of the whole server", () => (organisers.permissions = Bits.MentionEveryone)],
  ])("%s", async (_name, make) => {
    botMay();
    make();
    expect(await schedule("everyone")).toContain("Scheduled for");
    expect((await send()).pings).toEqual(["@everyone"]);
  });
});

describe("a mention that the organiser may not make, though the bot may (case 3)", () => {
  beforeEach(botMay);
  it.each<[string, () => void]>([
    ["without the right", () => undefined],
    [
      "with the right on the server and not in this very channel",
      () => {
        organisers.permissions = Bits.MentionEveryone;
        place.overwrites.push({ id: organisers.id, type: 0, allow: 0n, deny: Bits.MentionEveryone });
      },
    ],
    [
      "with the right, and not allowed to write there",
      () => {
        okiMay();
        place.overwrites.push({ id: guild.id, type: 0, allow: 0n, deny: Bits.SendMessages });
        overwriteOf(rig.server.state.bot.id).allow |= Bits.SendMessages;
      },
    ],
    [
      "in a time-out",
      () => {
        okiMay();
        found(guild.members.get(oki.user)).timeoutUntil = "2999-01-01T00:00:00Z";
      },
    ],
  ])("is refused beside its field: %s", async (_name, make) => {
    make();
    expect(await schedule("everyone")).toMatch(/^You may not call @everyone in Discord #announcements/);
    expect((await oki.type("/announce list", channels.discussion)).text).toContain("Nothing is scheduled.");
    expect(pings()).toEqual([]);
  });
});

describe("in a thread that is a place, what its channel says counts", () => {
  let thread: string;
  beforeEach(async () => {
    botMay();
    thread = rig.addChannel({ name: "Reading group", type: 11 });
    Object.assign(found(rig.server.state.channels.get(thread)), { parent: place.id });
    const at = { platform: "discord", space: rig.space, channel: thread } as const;
    await home.store.transact((trx) => setPlace(trx, at, { purpose: "announcements", name: "#Reading group" }));
  });
  it("what it takes away", async () => {
    organisers.permissions = Bits.MentionEveryone;
    place.overwrites.push({ id: organisers.id, type: 0, allow: 0n, deny: Bits.MentionEveryone });
    expect(await schedule("everyone")).toContain("You may not call @everyone in Discord #Reading group");
  });
  it("and what it gives, be it to write in threads alone", async () => {
    place.overwrites.push({ id: organisers.id, type: 0, allow: Bits.MentionEveryone, deny: Bits.SendMessages });
    expect(await schedule("everyone")).toContain("Scheduled for");
    await home.later({ hours: 2, seconds: 60 });
    expect((await posted(thread)).pings).toEqual(["@everyone"]);
  });
});

describe("what is lost until it is sent (case 22)", () => {
  beforeEach(async () => {
    botMay();
    okiMay();
    expect(await schedule("everyone")).toContain("Scheduled for");
  });
  it.each<[string, () => unknown, RegExp]>([
    ["the organiser's right", () => (overwriteOf(organisers.id).allow = 0n), /may no longer call people there/],
    ["the bot's right", () => (overwriteOf(rig.server.state.bot.id).allow = 0n), /: I may no longer call people there/],
    ["the organiser's place in the server", () => guild.members.delete(oki.user), /no longer a member there/],
    [
      "the role that made an organiser",
      () => {
        found(guild.members.get(oki.user)).roles.length = 0;
        place.overwrites.push({ id: oki.user, type: 1, allow: Bits.MentionEveryone, deny: 0n });
      },
      /no longer an organiser/,
    ],
  ])("%s: the post goes out on time, calls nobody, and the desk is told why", async (_name, lose, why) => {
    lose();
    const post = await send();
    expect(bodyOf(post).allowed_mentions).toEqual({ parse: [] });
    expect(firstText(post)).toBe("Join us");
    expect(await deskSays()).toMatch(why);
    expect(pings()).toEqual([]);
  });
});

describe("more than 500 members (case 4)", () => {
  beforeEach(async () => {
    botMay();
    okiMay();
    guild.size = 612;
    expect(await schedule("everyone")).toContain("a second organiser is asked at the desk");
    expect(await deskSays()).toContain("(about 612 members)");
  });
  it("are called when a second organiser agrees at the desk, and the first one's yes is none", async () => {
    const note = found(rig.posts(channels.desk).at(-1));
    expect((await oki.press(note, "Approve the mention")).text).toContain("You scheduled it yourself");
    expect((await admin.press(note, "Approve the mention")).text).toContain("Approved");
    expect((await send()).pings).toEqual(["@everyone"]);
  });
  it("are not when nobody does, and the desk is told", async () => {
    expect((await send()).pings).toEqual([]);
    await expect.poll(deskSays).toContain("no second organiser approved it in time");
    expect(pings()).toEqual([]);
  });
});

describe("strings of people in every option of every command (cases 1, 2)", () => {
  const HOSTILE = [
    "@everyone @here <@&1> <@1>",
    "＠everyone @\u200beveryone @\u202eeveryone @e\u0301veryone",
    "`@everyone` **@here** \\@everyone",
  ];
  const typed = commands
    .filter(({ hidden }) => !hidden)
    .flatMap((command) =>
      command.options
        .filter(({ kind }) => kind === "line" || kind === "paragraph")
        .map((option) => [command.name, option.name] as const),
    );

  /** Marks in what was said that a client would take for a mention, but for the people and roles that commands name. */
  const live = (): readonly string[] =>
    messages().flatMap(({ components }) =>
      allComponents(components)
        .filter(({ type }) => type === 10)
        .flatMap(({ content }) => readMarkdown(String(content)).live.filter((mark) => mark.startsWith("mention"))),
    );

  it.each(typed)("/%s %s: inert, answers and mistakes alike", async (command, option) => {
    // The worst case: the bot may mention everyone, and only what it says keeps it from doing so.
    found(guild.roles[0]).permissions |= Bits.MentionEveryone;
    for (const hostile of HOSTILE) {
      const said = await admin
        .type(`/${command} ${option}:"${hostile}"`, channels.discussion)
        .catch((error: unknown) => error);
      // A required option that Discord's own client asks for first.
      if (said instanceof Error) expect(said.message).toMatch(/option is required/);
    }
    expect(pings()).toEqual([]);
    expect(live()).toEqual([]);
    expect(rig.server.violations).toEqual([]);
  });

  it("what only buttons carry, sent by hand", async () => {
    found(guild.roles[0]).permissions |= Bits.MentionEveryone;
    const hidden = commands.filter((command) => command.hidden);
    const forged = hidden.flatMap((command) =>
      Object.keys(command.inputs).flatMap((option) =>
        HOSTILE.map((hostile) => `${command.name}?${new URLSearchParams({ [option]: hostile })}`.slice(0, 100)),
      ),
    );
    expect(forged.length).toBeGreaterThan(30);
    const help = await admin.type("/webinar help", channels.discussion);
    for (const press of [...forged, "@everyone", "@everyone?@here=<@1>", "webinar next?@everyone=@here"])
      await admin.forge(help, press);
    expect(pings()).toEqual([]);
    expect(live()).toEqual([]);
  });

  it("an announcement and all that is said of it until it is posted", async () => {
    found(guild.roles[0]).permissions |= Bits.MentionEveryone;
    for (const hostile of HOSTILE) {
      const preview = await oki.type(line("none", hostile), channels.discussion);
      await oki.press(preview, "Schedule");
    }
    await oki.type("/announce list", channels.discussion);
    await send();
    await expect.poll(() => rig.posts(channels.announcements).length).toBe(HOSTILE.length);
    expect(pings()).toEqual([]);
    expect(live()).toEqual([]);
  });
});
