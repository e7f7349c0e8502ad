import { afterEach, beforeEach, expect, test } from "vitest";
import { setPlace } from "../../../src/core/store/spaces.ts";
import type { DiscordPerson } from "../../support/discord/client.ts";
import { type DiscordRig, openDiscordRig } from "../../support/discord/rig.ts";
import { after } from "../../support/discord/script.ts";
import { addRole, newId } from "../../support/discord/state.ts";
import { type Home, openHome } from "../../support/home.ts";

/** Cases of abuse that belong to the connection, on the bytes that leave (23, 28, 38, 67). */

let rig: DiscordRig;
let home: Home;
let room: string;
let admin: DiscordPerson;
beforeEach(async () => {
  rig = await openDiscordRig();
  room = rig.channel("announcements");
  home = await openHome(rig.platform);
  await home.store.transact((trx) =>
    setPlace(
      trx,
      { platform: "discord", space: rig.space, channel: room },
      { purpose: "announcements", name: "#announcements" },
    ),
  );
  admin = rig.person({ name: "Ada", administers: true });
});
afterEach(async () => {
  await home.close();
  await rig.close();
  expect(home.errors).toEqual([]);
});

const planned = () =>
  home.store.transact((trx) =>
    trx.selectFrom("deliveries").select(["id", "state"]).where("what", "like", "announcement/%").execute(),
  );
const schedule = '/announce schedule text:"Join us" when:+2h';
const guild = () => {
  const found = rig.server.state.guilds.get(rig.space);
  if (found === undefined) throw new Error("there is no server");
  return found;
};

test("rights end with the role they came from: between a preview and its button", async () => {
  const role = addRole(guild(), "Organisers", 0n);
  await admin.type("/rostrum roles give who:@Organisers role:organiser", room);
  const oki = rig.person({ name: "Oki" });
  const member = guild().members.get(oki.user);
  member?.roles.push(role.id);
  const preview = await oki.type(schedule, room);
  expect(preview.buttons).toContain("Schedule");
  member?.roles.pop();
  expect((await oki.press(preview, "Schedule")).text).toContain("This is for organisers.");
  expect((await oki.type(schedule, room)).text).toContain("This is for organisers.");
  expect(await planned()).toEqual([]);
});

test("who is an administrator no more is none from the next press on", async () => {
  const preview = await admin.type(schedule, room);
  guild().members.get(admin.user)?.roles.pop();
  expect((await admin.press(preview, "Schedule")).text).toContain("This is for organisers.");
  expect(await planned()).toEqual([]);
});

test("bots and webhooks move nothing: what they write is not read, what they press is not answered", async () => {
  const before = rig.server.requests.length;
  const { events, gateway, state } = rig.server;
  const components = [{ type: 1, components: [{ type: 2, style: 2, label: "x", custom_id: `x~${"a".repeat(24)}` }] }];
  events.say({ id: newId(), name: "Loop", bot: true }, room, "/webinar next");
  events.say({ id: state.bot.id, name: "Hook", bot: true }, room, "@Rostrum", { webhook_id: newId(), components });
  await admin.type("/webinar next", room);
  const session = rig.server.requests.length;
  gateway.repeat("MESSAGE_CREATE");
  await after(50, undefined);
  expect(rig.server.requests.length).toBe(session);
  expect(session - before).toBe(1);
});

test("interactions of kinds that nobody knows, or too old, are left alone", async () => {
  const { gateway, interactions } = rig.server;
  const base = {
    application_id: rig.server.state.application,
    guild_id: rig.space,
    channel_id: room,
    channel: { id: room, type: 0 },
    token: "x",
    version: 1,
    member: { user: { id: newId(), username: "x" }, roles: [], permissions: "0" },
  };
  const odd: readonly object[] = [
    { type: 99, data: {} },
    { type: 3, data: { component_type: 99, custom_id: "x" } },
    { type: 2, data: { type: 2, id: "1", name: "Look up", target_id: "1" } },
    { type: 2, id: newId(16 * 60_000), data: { type: 1, id: "1", name: "webinar", options: [] } },
  ];
  for (const one of odd) gateway.dispatch("INTERACTION_CREATE", { id: newId(), ...base, ...one });
  await after(80, undefined);
  expect(rig.server.requests.filter(({ path }) => path.startsWith("/interactions/"))).toEqual([]);
  expect(interactions.log).toEqual([]);
  // Nor does discord.js stumble over them, in a promise of its own.
  expect(rig.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  expect((await admin.type("/webinar next", room)).text).not.toBe("");
});

test("a double click, a second window and a replayed event have one effect", async () => {
  const preview = await admin.type(schedule, room);
  const both = await Promise.all([admin.press(preview, "Schedule"), admin.press(preview, "Schedule")]);
  expect(both.every(({ text }) => /Scheduled for|scheduled already/u.test(text))).toBe(true);
  rig.server.gateway.repeat("INTERACTION_CREATE");
  await after(50, undefined);
  await home.later({ hours: 2, seconds: 60 });
  await expect.poll(() => rig.posts(room).length).toBe(1);
  expect(await planned()).toHaveLength(1);
});
