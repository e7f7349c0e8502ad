import { afterEach, expect, test } from "vitest";
import { toCommands } from "../../../src/adapters/discord/register.ts";
import { message, text } from "../../../src/core/bot/message.ts";
import { toGuildCreate } from "../../support/discord/guilds.ts";
import { type DiscordRig, openDiscordRig } from "../../support/discord/rig.ts";
import { after, createScript, entry, MENU, option, until, words } from "../../support/discord/script.ts";
import { addChannel, addGuild, type Json } from "../../support/discord/state.ts";

const open: DiscordRig[] = [];
const openRig = async (given?: Parameters<typeof openDiscordRig>[0]): Promise<DiscordRig> => {
  const rig = await openDiscordRig(given);
  open.push(rig);
  return rig;
};
afterEach(async () => {
  for (const rig of open.splice(0)) {
    expect(rig.server.violations).toEqual([]);
    await rig.close();
  }
});

const registrations = (rig: DiscordRig): number => rig.server.requests.filter(({ method }) => method === "PUT").length;

test("the bot connects with the least intents and says which servers it has reached", async () => {
  const rig = await openRig();
  addGuild(rig.server.state, "Strangers");
  const bot = createScript();
  expect(rig.platform.state()).toBe("stopped");
  const starting = rig.platform.start(bot);
  expect(rig.platform.state()).toBe("connecting");
  await starting;
  expect(rig.platform.state()).toBe("connected");
  // Guilds and GuildMessages, nothing that Discord would have to approve.
  expect(rig.server.gateway.intents).toEqual([1 | 512]);
  expect(bot.news).toEqual([
    { heard: "space", platform: "discord", space: rig.space, name: "Vector seminar", connected: true },
    { heard: "space", platform: "discord", space: expect.any(String), name: "Strangers", connected: false },
  ]);
  await rig.platform.stop();
  expect(rig.platform.state()).toBe("stopped");
});

test("a configuration that names a server that the bot is not in is said at the start", async () => {
  const rig = await openRig();
  const { state } = rig.server;
  await rig.platform.start(createScript());
  expect(rig.lines.join()).not.toContain("DISCORD_GUILDS");
  await rig.platform.stop();
  state.guilds.delete(rig.space);
  addGuild(state, "Others");
  await rig.platform.start(createScript());
  expect(rig.lines.join()).toContain(
    `warn {"missing":["${rig.space}"]} DISCORD_GUILDS names a server that I am not in`,
  );
});

test("a server that is joined later is heard of, too", async () => {
  const rig = await openRig();
  const bot = createScript();
  await rig.platform.start(bot);
  const { state, gateway } = rig.server;
  const guild = addGuild(state, "Newcomers");
  gateway.dispatch("GUILD_CREATE", toGuildCreate(state, guild));
  await until(() => bot.news.length === 2);
  expect(bot.news[1]).toEqual({
    heard: "space",
    platform: "discord",
    space: guild.id,
    name: "Newcomers",
    connected: false,
  });
});

test("a wrong token stops the start for good", async () => {
  const rig = await openRig({ token: "MTIz.wrong.token" });
  await expect(rig.platform.start(createScript())).rejects.toMatchObject({ fault: "stop" });
  expect(rig.platform.state()).toBe("stopped");
  expect(rig.lines.join()).not.toContain("MTIz.wrong.token");
});

test("a token that only the gateway refuses stops the start for good", async () => {
  const rig = await openRig();
  const { state } = rig.server;
  const good = state.token;
  // Between the question for the gateway's address and the greeting there.
  const watch = setInterval(() => {
    if (rig.server.requests.length > 0) state.token = "changed";
  }, 0);
  await expect(rig.platform.start(createScript())).rejects.toMatchObject({ fault: "stop" });
  clearInterval(watch);
  state.token = good;
  expect(rig.platform.state()).toBe("stopped");
});

test("a Discord that cannot be reached is tried again, and the same platform then starts", async () => {
  const rig = await openRig();
  const { createDiscord } = await import("../../../src/adapters/discord/discord.ts");
  const { createLines } = await import("../../support/discord/rig.ts");
  const nowhere = createDiscord({
    token: "a.b.c",
    guilds: [],
    apiUrl: "http://127.0.0.1:9/api",
    log: createLines().log,
  });
  await expect(nowhere.start(createScript())).rejects.toMatchObject({ fault: "wait" });
  expect(nowhere.state()).toBe("stopped");
  await rig.platform.start(createScript());
  await rig.platform.stop();
  await rig.platform.start(createScript());
  expect(rig.platform.state()).toBe("connected");
});

test("commands are registered once, and again only when they have changed", async () => {
  const rig = await openRig();
  await rig.platform.start(createScript());
  expect(registrations(rig)).toBe(1);
  expect(rig.server.state.commands.map(({ name }) => name)).toEqual(["webinar", "speaker", "rostrum"]);
  await rig.platform.stop();
  await rig.platform.start(createScript());
  expect(registrations(rig)).toBe(1);
  await rig.platform.stop();
  const bot = createScript();
  bot.menu = [...MENU, entry("webinar hide")];
  await rig.platform.start(bot);
  expect(registrations(rig)).toBe(2);
});

test.each<[string, (command: Json) => Json]>([
  ["a description", (command) => ({ ...command, description: "else" })],
  ["a translation", (command) => ({ ...command, description_localizations: { "en-US": "x", "en-GB": "x", ja: "x" } })],
  ["a language", (command) => ({ ...command, description_localizations: null })],
  ["an option", (command) => ({ ...command, options: [] })],
  ["who may see it", (command) => ({ ...command, default_member_permissions: "8" })],
  ["where it works", (command) => ({ ...command, contexts: [0, 1] })],
])("%s that differs from what is declared is put right", async (_, spoil) => {
  const rig = await openRig();
  await rig.platform.start(createScript());
  await rig.platform.stop();
  rig.server.state.commands = rig.server.state.commands.map((command) =>
    command.name === "speaker" ? spoil(command) : command,
  );
  await rig.platform.start(createScript());
  expect(registrations(rig)).toBe(2);
});

test("what Discord adds of its own, and the order of its list, are no difference", async () => {
  const rig = await openRig();
  await rig.platform.start(createScript());
  await rig.platform.stop();
  rig.server.state.commands = rig.server.state.commands
    .map((command) => ({ ...command, nsfw: false, handler: 1, name_localizations: null, description_localized: "x" }))
    .toReversed();
  await rig.platform.start(createScript());
  expect(registrations(rig)).toBe(1);
});

test("commands that Discord refuses are said in the log, and the bot still works", async () => {
  const rig = await openRig();
  const bot = createScript();
  bot.menu = [entry("Webinar Wrong")];
  await rig.platform.start(bot);
  expect(rig.platform.state()).toBe("connected");
  expect(rig.lines.join("\n")).toContain('error {"cause":"50035"} The commands could not be registered');
  (rig.server.violations as string[]).length = 0;
});

test("commands are declared in each language, required options first, administration for those who manage the server", () => {
  const long = "x".repeat(120);
  const commands = toCommands([
    {
      ...entry("webinar add", [option("b"), option("a", { required: true })]),
      summary: words("Adds a webinar", "追加します"),
    },
    { ...entry("rostrum status"), summary: words(long) },
  ]);
  expect(commands[0]).toMatchObject({
    name: "webinar",
    contexts: [0],
    integration_types: [0],
    options: [
      {
        name: "add",
        description: "Adds a webinar",
        description_localizations: { "en-US": "Adds a webinar", "en-GB": "Adds a webinar", ja: "追加します" },
        options: [
          { name: "a", required: true },
          { name: "b", required: false },
        ],
      },
    ],
  });
  expect(commands[0]).not.toHaveProperty("default_member_permissions");
  expect(commands[1]).toMatchObject({ default_member_permissions: "32" });
  const [status] =
    "options" in (commands[1] ?? {}) ? ((commands[1] as { options: { description: string }[] }).options ?? []) : [];
  expect(status?.description).toHaveLength(100);
});

test("a command that wants a paragraph can be sent bare, for a form to ask: Discord's client types one line", () => {
  const [command] = toCommands([
    entry("announce", [
      option("when", { required: true }),
      option("note"),
      option("text", { required: true, kind: "paragraph" }),
    ]),
  ]);
  expect(command).toMatchObject({
    options: [
      { name: "when", required: false },
      { name: "text", required: false },
      { name: "note", required: false },
    ],
  });
});

test("after the connection is cut the session goes on, and what was asked meanwhile is answered", async () => {
  const rig = await openRig({ times: { answerMs: 3000 } });
  const bot = createScript(() => message(text("Still here.")));
  await rig.platform.start(bot);
  const room = rig.channel("discussion");
  rig.server.gateway.cut();
  await until(() => rig.platform.state() === "connecting");
  // Sent while nobody listens: Discord replays it when the session is resumed.
  const seen = await rig.person({ name: "Mei" }).type("/webinar next", room);
  expect(seen.text).toBe("Still here.");
  expect(rig.platform.state()).toBe("connected");
  expect(rig.server.gateway.heard.filter((one) => one !== "heartbeat")).toEqual(["identify", "resume"]);
  expect(bot.calls).toHaveLength(1);
  expect(bot.news).toHaveLength(1);
});

test("heartbeats keep the session alive", async () => {
  const rig = await openRig({ times: { heartbeatMs: 30 } });
  await rig.platform.start(createScript());
  await until(() => rig.server.gateway.heard.filter((one) => one === "heartbeat").length >= 3);
  expect(rig.platform.state()).toBe("connected");
});

test("a token that is withdrawn while connected stops the platform, loudly", async () => {
  const rig = await openRig();
  await rig.platform.start(createScript());
  rig.server.gateway.close(4004);
  await until(() => rig.platform.state() === "stopped");
  expect(rig.lines.join("\n")).toContain("Discord closed the connection for good");
});

test("stopping while it connects ends the start", async () => {
  const rig = await openRig();
  const { state } = rig.server;
  addChannel(state, { guild: rig.space, name: "x", type: 0 });
  const starting = rig.platform.start(createScript());
  const ended = expect(starting).rejects.toMatchObject({ fault: "wait" });
  await rig.platform.stop();
  await Promise.race([ended, after(2000, undefined)]);
  expect(rig.platform.state()).toBe("stopped");
});
