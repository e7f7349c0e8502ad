import { PermissionFlagsBits as Bits } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setPlace } from "../../src/core/store/spaces.ts";
import { changeRole, createRole, deleteRole } from "../support/discord/gateway.ts";
import { toGuildCreate } from "../support/discord/guilds.ts";
import { type DiscordRig, openDiscordRig } from "../support/discord/rig.ts";
import { addChannel, addGuild, addRole, type Guild, type Role } from "../support/discord/state.ts";
import { type Home, openHome } from "../support/home.ts";
import type { Seen } from "../support/rig.ts";

/** Who may do what on Discord (abuse 14, 15, 18–21, 23, 29): the real library, the gateway's roles, the bot's own check. */

let rig: DiscordRig;
let home: Home;
let room: string;
let guild: Guild;
beforeEach(async () => {
  rig = await openDiscordRig();
  room = rig.channel("discussion");
  const found = rig.server.state.guilds.get(rig.space);
  if (found === undefined) throw new Error("no server");
  guild = found;
  home = await openHome(rig.platform);
});
afterEach(async () => {
  await home.close();
  await rig.close();
  expect(home.errors).toEqual([]);
});

/** What only this rank gets an answer to, and what the others are told. */
const asks = { moderator: "/discuss queue", organiser: "/announce list", admin: "/rostrum doctor" } as const;
const may = async (who: { type: (line: string, channel: string) => Promise<Seen> }, at = room) => {
  const held: string[] = [];
  for (const [rank, line] of Object.entries(asks))
    if (!(await who.type(line, at)).text.includes(`This is for ${rank}s.`)) held.push(rank);
  return held;
};
/** A member with new roles that grant this. */
const withRole = (name: string, bits: bigint): { who: ReturnType<DiscordRig["person"]>; role: Role } => {
  const who = rig.person({ name });
  const role = createRole(rig.server.gateway, guild, { name, permissions: bits });
  guild.members.get(who.user)?.roles.push(role.id);
  return { who, role };
};

describe("the platform's rights", () => {
  it.each([
    [Bits.Administrator, ["moderator", "organiser", "admin"]],
    [Bits.ManageEvents, ["moderator", "organiser"]],
    [Bits.ManageMessages, ["moderator"]],
    [Bits.ManageGuild | Bits.ManageChannels, []],
  ])("%i of a role stand for the ranks %j", async (bits, ranks) => {
    expect(await may(withRole("Some", bits).who)).toEqual(ranks);
  });

  it("of the owner are all there are, without any role", async () => {
    const own = rig.person({ name: "Own" });
    expect(await may(own)).toEqual([]);
    guild.owner = own.user;
    rig.server.gateway.dispatch("GUILD_UPDATE", toGuildCreate(rig.server.state, guild));
    expect(await may(own)).toEqual(["moderator", "organiser", "admin"]);
  });

  it("in one channel are worth nothing in the network, neither there nor elsewhere", async () => {
    const mei = rig.person({ name: "Mei" });
    const own = { id: mei.user, type: 1, allow: Bits.ManageMessages | Bits.ManageEvents, deny: 0n } as const;
    const { id } = addChannel(rig.server.state, { guild: guild.id, name: "hers", type: 0, overwrites: [{ ...own }] });
    expect(await may(mei, id)).toEqual([]);
    const { role, who } = withRole("Role", 0n);
    const overwrites = [{ id: role.id, type: 0, allow: Bits.ManageMessages, deny: 0n } as const].map((one) => ({
      ...one,
    }));
    const theirs = addChannel(rig.server.state, { guild: guild.id, name: "theirs", type: 0, overwrites });
    expect(await may(who, theirs.id)).toEqual([]);
  });

  it("that a channel takes away stand all the same: they are the server's", async () => {
    const { who, role } = withRole("Mod", Bits.ManageMessages);
    const overwrites = [{ id: role.id, type: 0 as const, allow: 0n, deny: Bits.ManageMessages }];
    const { id } = addChannel(rig.server.state, { guild: guild.id, name: "strict", type: 0, overwrites });
    expect(await may(who, id)).toEqual(["moderator"]);
  });

  it("follow a role whose permissions are changed, and one that is deleted", async () => {
    const { who, role } = withRole("Event team", Bits.ManageEvents);
    expect(await may(who)).toEqual(["moderator", "organiser"]);
    changeRole(rig.server.gateway, guild, { role, to: Bits.ManageMessages });
    expect(await may(who)).toEqual(["moderator"]);
    deleteRole(rig.server.gateway, guild, role);
    expect(await may(who)).toEqual([]);
  });

  it("of a role that Discord no longer has do not count, even where an envelope still names it", async () => {
    const { who, role } = withRole("Old", Bits.Administrator);
    deleteRole(rig.server.gateway, guild, role);
    guild.members.get(who.user)?.roles.push(role.id);
    expect(await may(who)).toEqual([]);
  });

  it("count for nothing in a command that Discord shows to everyone by mistake (14, 15)", async () => {
    const mei = rig.person({ name: "Mei" });
    // The client of the loopback shows every command to everyone, as after an override or a sync that lost the default.
    for (const line of ["/rostrum setup name:Mine", "/rostrum doctor", "/rostrum roles list"])
      expect((await mei.type(line, room)).text).toContain("This is for admins.");
    expect((await mei.type("/rostrum roles give who:@Mei role:admin", room)).text).toContain("This is for admins.");
    expect(await may(mei)).toEqual([]);
  });
});

describe("a role that was taken away", () => {
  it("counts no more from the next press on, between a form and its sending in as well (21)", async () => {
    const { who, role } = withRole("Oki", Bits.ManageEvents);
    const at = { platform: "discord", space: rig.space, channel: room } as const;
    await home.store.transact((trx) => setPlace(trx, at, { purpose: "announcements", name: "#discussion" }));
    const form = await who.type("/announce schedule", room);
    const list = await who.type("/announce list", room);
    const roles = guild.members.get(who.user)?.roles ?? [];
    roles.splice(roles.indexOf(role.id), 1);
    const sent = await who.fill(form, { text: "Buy now", when: "+2h" });
    expect(sent.text).toContain("This is for organisers.");
    expect((await who.press(list, "30 days")).text).toContain("This is for organisers.");
  });
});

describe("a rank that a command gave to a role", () => {
  const give = async (): Promise<{ role: Role }> => {
    const ada = rig.person({ name: "Ada", administers: true });
    const role = createRole(rig.server.gateway, guild, { name: "Organisers", permissions: 0n });
    expect((await ada.type("/rostrum roles give who:@Organisers role:organiser", room)).text).toContain("organiser");
    return { role };
  };

  it("is held by who has the role, from the next call on and no longer (23)", async () => {
    const { role } = await give();
    const mei = rig.person({ name: "Mei" });
    expect(await may(mei)).toEqual([]);
    const roles = guild.members.get(mei.user)?.roles ?? [];
    roles.push(role.id);
    expect(await may(mei)).toEqual(["moderator", "organiser"]);
    roles.pop();
    expect(await may(mei)).toEqual([]);
  });

  it("is worth nothing in another server, under the same id or the same name (20)", async () => {
    const { role } = await give();
    const other = addGuild(rig.server.state, "Others");
    const twin = addRole(other, "Organisers", Bits.Administrator);
    rig.server.gateway.dispatch("GUILD_CREATE", toGuildCreate(rig.server.state, other));
    const { id: there } = addChannel(rig.server.state, { guild: other.id, name: "x", type: 0 });
    const mal = rig.person({ name: "Mal" });
    const member = guild.members.get(mal.user);
    if (member === undefined) throw new Error("nobody");
    other.members.set(mal.user, { ...member, roles: [role.id, twin.id] });
    guild.members.set(mal.user, { ...member, roles: [twin.id] });
    // Roles of the other server that an envelope of this one names, and the other way round.
    expect(await may(rig.person({ name: "Li" }))).toEqual([]);
    expect(await may(mal)).toEqual([]);
    expect((await mal.type("/announce list", there)).text).toContain("Others is not connected to the network.");
    // What of it the record knows does not differ from what it never knew (19).
    const real = await mal.type("/webinar show webinar:3", there);
    expect(real.text).toBe((await mal.type("/webinar show webinar:no-such-thing", there)).text);
  });
});

describe("a press that the bot never made (18)", () => {
  const forged = [
    "rostrum roles give?who=%3C%40MEI%3E&role=admin",
    "rostrum connect?platform=discord&space=1",
    "announce settle?delivery=aaaaaaaaaaaaaaaaaaaaaaaa&there=no&attempt=1",
    "rostrum doctor",
    "#AAAAAAAAAAAAAAAAAAAAAA",
    "__proto__?constructor=1",
    `${"x".repeat(98)}^0`,
    "webinar show?webinar=3&%3Fpage=99999",
  ];
  it.each(forged)("%s does nothing that a member may not do", async (id) => {
    const mei = rig.person({ name: "Mei" });
    const shown = await mei.type("/webinar show webinar:3", room);
    const before = JSON.stringify(await home.store.transact((trx) => trx.selectFrom("ranks").selectAll().execute()));
    const message = rig.server.state.messages.at(-1);
    const forge = (given: unknown): unknown =>
      JSON.parse(JSON.stringify(given), (key, value) => (key === "custom_id" ? id.replace("MEI", mei.user) : value));
    if (message !== undefined) (message as { components: unknown }).components = forge(message.components);
    const said = await mei.press(shown, "3 questions");
    expect(said.private).toBe(true);
    expect(said.text).not.toBe("");
    expect(said.text).not.toMatch(/Something went wrong/u);
    const after = JSON.stringify(await home.store.transact((trx) => trx.selectFrom("ranks").selectAll().execute()));
    expect(after).toBe(before);
    expect(await may(mei)).toEqual([]);
  });
});

describe("somebody else's preview (17)", () => {
  it("is worth nothing, whoever presses its button", async () => {
    const at = { platform: "discord", space: rig.space, channel: room } as const;
    await home.store.transact((trx) => setPlace(trx, at, { purpose: "announcements", name: "#discussion" }));
    const ada = rig.person({ name: "Ada", administers: true });
    const bea = rig.person({ name: "Bea", administers: true });
    await ada.type(`/announce schedule text:"${"Join us ".repeat(30)}" when:+2h`, room);
    const theirs = rig.server.state.messages.at(-1);
    const own = await bea.type("/announce list", room);
    const message = rig.server.state.messages.at(-1);
    if (theirs === undefined || message === undefined) throw new Error("nothing was shown");
    (message as { components: unknown }).components = theirs.components;
    expect((await bea.press(own, "Schedule")).text).toBe(
      "This belongs to somebody else. Start your own with the command.",
    );
    const rows = await home.store.transact((trx) => trx.selectFrom("deliveries").select("id").execute());
    expect(rows).toEqual([]);
  });
});

describe("a server that the bot is not in (16)", () => {
  it("gets no operation by somebody who has the app for themselves, with whatever roles there", async () => {
    const elsewhere = addGuild(rig.server.state, "Elsewhere");
    const { id: there } = addChannel(rig.server.state, { guild: elsewhere.id, name: "x", type: 0 });
    const mal = rig.person({ name: "Mal" });
    const member = guild.members.get(mal.user);
    if (member === undefined) throw new Error("nobody");
    elsewhere.owner = mal.user;
    elsewhere.members.set(mal.user, member);
    const answers = await Promise.all(
      ["/webinar show webinar:3", "/rostrum setup name:Mine", "/announce list"].map((line) => mal.type(line, there)),
    );
    expect(answers.map(({ text }) => text)).toEqual([
      expect.stringContaining("is not connected to the network."),
      expect.stringContaining("This is for admins."),
      expect.stringContaining("is not connected to the network."),
    ]);
    expect(await mal.complete("/webinar show webinar:3", "webinar", there)).toEqual([]);
  });
});

describe("what nobody may see (29)", () => {
  it("is in no answer of the program to an admin either: no token, no address of the database", async () => {
    const ada = rig.person({ name: "Ada", administers: true });
    await ada.type("/rostrum doctor", room);
    const answers = rig.server.requests.map(({ raw }) => raw).join("\n");
    expect(answers).not.toContain(rig.server.state.token);
    expect(answers).toContain("Discord");
  });
});
