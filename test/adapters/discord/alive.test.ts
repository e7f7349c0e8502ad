import { afterEach, expect, test } from "vitest";
import { PATIENCE } from "../../../src/adapters/discord/patience.ts";
import { message, text } from "../../../src/core/bot/message.ts";
import { refuse } from "../../support/discord/answers.ts";
import { type DiscordRig, openDiscordRig } from "../../support/discord/rig.ts";
import { after, createScript, type Script, until } from "../../support/discord/script.ts";

/** The connection through everything that Discord's gateway does to it. Discord's minutes are tenths of seconds here. */

const open: DiscordRig[] = [];
const start = async (
  given: Parameters<typeof openDiscordRig>[0] = {},
): Promise<{ rig: DiscordRig; bot: Script; room: string }> => {
  const rig = await openDiscordRig(given);
  open.push(rig);
  const room = rig.channel("discussion");
  const bot = createScript(() => message(text("Still here.")));
  await rig.platform.start(bot);
  return { rig, bot, room };
};
afterEach(async () => {
  for (const rig of open.splice(0)) {
    expect(rig.server.violations).toEqual([]);
    await rig.close();
  }
});

const heard = (rig: DiscordRig): readonly string[] => rig.server.gateway.heard.filter((one) => one !== "heartbeat");
const is = (rig: DiscordRig, state: string) => () => rig.platform.state() === state;
const backAgain = async (rig: DiscordRig, how: readonly string[]): Promise<void> => {
  await until(() => heard(rig).length >= how.length && rig.platform.state() === "connected");
  expect(heard(rig)).toEqual(how);
};
/** A person asks, and the answer is the only one. */
const works = async (rig: DiscordRig, room: string): Promise<void> => {
  expect((await rig.person({ name: "Mei" }).type("/webinar next", room)).text).toBe("Still here.");
};

test("told to reconnect (op 7), it resumes and gets what happened meanwhile", async () => {
  const { rig, bot, room } = await start();
  rig.server.gateway.reconnect();
  await until(is(rig, "connecting"));
  expect(rig.platform.condition()).toMatchObject({ state: "connecting", why: "lost", since: expect.any(Number) });
  await works(rig, room);
  await backAgain(rig, ["identify", "resume"]);
  expect(rig.platform.condition().why).toBeUndefined();
  expect(bot.calls).toHaveLength(1);
});

test("a session that can be resumed (op 9, true) is resumed", async () => {
  const { rig, room } = await start();
  rig.server.gateway.invalidate(true);
  await backAgain(rig, ["identify", "resume"]);
  await works(rig, room);
});

test("a session that cannot (op 9, false) is begun anew, and nothing is done twice", async () => {
  const { rig, bot, room } = await start();
  rig.server.gateway.invalidate(false);
  await backAgain(rig, ["identify", "identify"]);
  await works(rig, room);
  expect(bot.calls).toHaveLength(1);
});

test("a session that Discord has forgotten meanwhile is begun anew", async () => {
  const { rig, room } = await start();
  rig.server.gateway.forget();
  rig.server.gateway.cut();
  await backAgain(rig, ["identify", "resume", "identify"]);
  await works(rig, room);
});

test("after any other close it comes back", async () => {
  const comeBack = async (code: number): Promise<string> => {
    const { rig, room } = await start();
    if (code === 1006) rig.server.gateway.cut();
    else rig.server.gateway.close(code);
    await until(is(rig, "connecting"));
    await until(is(rig, "connected"));
    await works(rig, room);
    return `${code} ${heard(rig)[1]}`;
  };
  const codes = [1000, 1001, 1006, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009];
  // 1001 ends the session on Discord's side, which discord.js learns when it resumes.
  expect(await Promise.all(codes.map(comeBack))).toEqual([
    "1000 identify",
    ...["1001", "1006", "4000", "4001", "4002"].map((code) => `${code} resume`),
    ...["4003", "4005", "4007", "4008"].map((code) => `${code} identify`),
    "4009 resume",
  ]);
});

test("close codes that are for good stop the platform and say what to do", async () => {
  const stops = async ([code, why, words]: readonly [number, string, RegExp]): Promise<void> => {
    const { rig, bot } = await start();
    rig.server.gateway.close(code);
    await until(is(rig, "stopped"));
    expect(rig.platform.condition()).toMatchObject({ state: "stopped", why });
    expect(rig.lines.join("\n")).toMatch(words);
    await until(() => bot.news.some(({ heard }) => heard === "stopped"));
    expect(bot.news.at(-1)).toEqual({ heard: "stopped", platform: "discord", why });
    // discord.js would try again after half a second.
    await after(700, undefined);
    expect(heard(rig)).toEqual(["identify"]);
    expect(rig.platform.state()).toBe("stopped");
  };
  const codes = [
    [4004, "token", /does not accept the token.+Make a new one/u],
    [4010, "version", /Update Rostrum/u],
    [4011, "size", /too many Discord servers/u],
    [4012, "version", /Update Rostrum/u],
    [4013, "version", /Update Rostrum/u],
    [4014, "intents", /intents.+Check the application's page/u],
  ] as const;
  await Promise.all(codes.map(stops));
});

test("an intent that is not allowed stops the start, and says so", async () => {
  const rig = await openDiscordRig();
  open.push(rig);
  rig.server.gateway.manners.disallowed = 512;
  const bot = createScript();
  await expect(rig.platform.start(bot)).rejects.toMatchObject({ fault: "stop" });
  expect(bot.news).toEqual([]);
  expect(rig.platform.condition()).toMatchObject({ state: "stopped", why: "intents" });
});

test("heartbeats that nobody acknowledges end the connection, and the session is resumed", async () => {
  const { rig, room } = await start({ times: { heartbeatMs: 60 } });
  rig.server.gateway.manners.acks = false;
  await until(is(rig, "connecting"));
  rig.server.gateway.manners.acks = true;
  await until(is(rig, "connected"));
  expect(heard(rig)[1]).toBe("resume");
  await works(rig, room);
});

test("a connection over which nothing comes any more is given up and made anew", async () => {
  const { rig, room } = await start({
    times: { heartbeatMs: 100 },
    patience: { silentMs: 400, resumeMs: 5000 },
  });
  rig.server.gateway.silence();
  await until(is(rig, "connecting"));
  expect(rig.platform.condition().why).toBe("silent");
  await backAgain(rig, ["identify", "identify"]);
  await works(rig, room);
  expect(rig.lines.join("\n")).toContain("The connection to Discord is dead and is made anew");
});

test("a resume that is never answered is given up, and the given-up client never comes back", async () => {
  const { rig, bot, room } = await start({ patience: { resumeMs: 300 } });
  rig.server.gateway.manners.resumes = false;
  rig.server.gateway.cut();
  await until(() => heard(rig).filter((one) => one === "identify").length === 2);
  await until(is(rig, "connected"));
  rig.server.gateway.manners.resumes = true;
  await after(800, undefined);
  expect(rig.server.gateway.connections()).toBe(1);
  await works(rig, room);
  expect(bot.calls).toHaveLength(1);
});

test("a client that is given up between two attempts of its own stays away", async () => {
  const { rig, room } = await start({ patience: { resumeMs: 200 } });
  rig.server.gateway.manners.refuses = 1;
  rig.server.gateway.cut();
  // discord.js waits half a second between attempts; it is given up within.
  await until(() => heard(rig).filter((one) => one === "identify").length === 2);
  await after(800, undefined);
  expect(rig.server.gateway.connections()).toBe(1);
  await works(rig, room);
});

test("new sessions are begun further and further apart", async () => {
  const { rig, room } = await start({ patience: { startMs: 300 }, times: { identifyMs: 0 } });
  rig.server.gateway.manners.invalidIdentifies = 2;
  rig.server.gateway.invalidate(false);
  await until(() => heard(rig).length === 3);
  const third = performance.now();
  await until(() => heard(rig).length === 4);
  // discord.js alone waits for half a second each time.
  expect(performance.now() - third).toBeGreaterThan(1100);
  await until(is(rig, "connected"));
  await works(rig, room);
});

test("while Discord gives no session, none is asked for, and it is said until when", async () => {
  const rig = await openDiscordRig();
  open.push(rig);
  Object.assign(rig.server.gateway.limit, { remaining: 0, reset_after: 1200 });
  const starting = rig.platform.start(createScript(() => message(text("Still here."))));
  await until(() => rig.platform.condition().why === "sessions");
  const { state, until: time = 0 } = rig.platform.condition();
  expect(state).toBe("connecting");
  expect(time - Date.now()).toBeGreaterThan(500);
  expect(rig.lines.join("\n")).toContain("allows no more new connections for now");
  await after(300, undefined);
  expect(heard(rig)).toEqual([]);
  rig.server.gateway.limit.remaining = 5;
  await starting;
  expect(rig.platform.condition()).toMatchObject({ state: "connected" });
  expect(heard(rig)).toEqual(["identify"]);
});

test("when the sessions are used up later, the token is not risked", async () => {
  const { rig, room } = await start();
  Object.assign(rig.server.gateway.limit, { remaining: 0, reset_after: 1100 });
  rig.server.gateway.invalidate(false);
  await until(() => rig.platform.condition().why === "sessions");
  rig.server.gateway.limit.remaining = 5;
  await until(is(rig, "connected"));
  expect(heard(rig)).toEqual(["identify", "identify"]);
  await works(rig, room);
});

test("stopping while it waits for a session ends the start", async () => {
  const rig = await openDiscordRig();
  open.push(rig);
  Object.assign(rig.server.gateway.limit, { remaining: 0, reset_after: 3_600_000 });
  const starting = rig.platform.start(createScript());
  const ended = expect(starting).rejects.toMatchObject({ fault: "wait" });
  await until(() => rig.platform.condition().why === "sessions");
  await rig.platform.stop();
  await ended;
  expect(rig.platform.state()).toBe("stopped");
});

test("a token that is no longer accepted when commands are registered stops the platform", async () => {
  const rig = await openDiscordRig();
  open.push(rig);
  // The first question is for the gateway's address.
  rig.server.trouble(() => undefined, "other");
  rig.server.trouble(refuse(401, 0), "other");
  await expect(rig.platform.start(createScript())).rejects.toMatchObject({ fault: "stop" });
  expect(rig.platform.condition()).toMatchObject({ state: "stopped", why: "token" });
});

test("a token that is no longer accepted when something is posted stops the platform", async () => {
  const { rig, bot, room } = await start();
  rig.server.trouble(refuse(401, 0));
  const to = { platform: "discord", space: rig.space, channel: room } as const;
  await expect(rig.platform.post({ id: "x", to, body: "{}" })).rejects.toMatchObject({ fault: "stop" });
  await until(is(rig, "stopped"));
  expect(rig.platform.condition().why).toBe("token");
  await until(() => bot.news.some(({ heard }) => heard === "stopped"));
  expect(rig.lines.filter((line) => line.includes("does not accept the token"))).toHaveLength(1);
});

test("an interaction that is repeated after a resume has one effect and one answer", async () => {
  const { rig, bot, room } = await start();
  await works(rig, room);
  rig.server.gateway.repeat("INTERACTION_CREATE");
  rig.server.gateway.cut();
  await until(is(rig, "connecting"));
  rig.server.gateway.repeat("INTERACTION_CREATE");
  await until(is(rig, "connected"));
  await after(50, undefined);
  expect(bot.calls).toHaveLength(1);
  expect(rig.server.interactions.log).toEqual(["4"]);
});

test("errors that the library emits end nothing", async () => {
  const { rig, room } = await start();
  rig.server.gateway.manners.refuses = 2;
  rig.server.gateway.cut();
  await until(is(rig, "connecting"));
  await until(is(rig, "connected"));
  await works(rig, room);
});

test("two processes with one token give one answer", async () => {
  const { rig, room } = await start({ patience: { startMs: 20 } });
  const { createDiscord } = await import("../../../src/adapters/discord/discord.ts");
  const { createLines } = await import("../../support/discord/rig.ts");
  const { log, lines } = createLines();
  const other = createScript(() => message(text("Still here.")));
  const second = createDiscord({
    token: rig.server.state.token,
    guilds: [rig.space],
    apiUrl: rig.server.url,
    log,
    patience: { ...PATIENCE, startMs: 20 },
  });
  await second.start(other);
  await works(rig, room);
  await until(() => rig.server.interactions.log.length === 2);
  expect(rig.server.interactions.log).toEqual(["4", "4 refused 40060"]);
  const said = [...rig.lines, ...lines].filter((line) => /^(?:warn|error)/u.test(line));
  expect(said).toEqual([]);
  await second.stop();
});
