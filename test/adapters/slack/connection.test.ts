import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { toBoltLogger } from "../../../src/adapters/slack/quiet.ts";
import { createSlack } from "../../../src/adapters/slack/slack.ts";
import { message, text } from "../../../src/core/bot/message.ts";
import { createLines, openSlackRig, type SlackRig } from "../../support/slack/rig.ts";
import { createScriptedBot, pause, type ScriptedBot } from "../../support/slack/script.ts";
import { TEAM, TOKENS } from "../../support/slack/state.ts";

let rig: SlackRig;
let bot: ScriptedBot;
const escaped: unknown[] = [];
const catchEscaped = (reason: unknown): void => void escaped.push(reason);

beforeEach(async () => {
  rig = await openSlackRig();
  bot = createScriptedBot(() => message(text("Here you are.")));
  escaped.length = 0;
  process.on("unhandledRejection", catchEscaped);
});
afterEach(async () => {
  await rig.close();
  await pause(20);
  process.off("unhandledRejection", catchEscaped);
  expect(escaped).toEqual([]);
});

const bothConnected = (): Promise<void> =>
  expect.poll(() => rig.server.sockets.connections(), { timeout: 3000 }).toBe(2);

describe("The connection to Slack", () => {
  test("tells the bot which workspace it has reached", async () => {
    expect(rig.platform.state()).toBe("stopped");
    const started = rig.platform.start(bot);
    expect(rig.platform.state()).toBe("connecting");
    await started;
    expect(rig.platform.state()).toBe("connected");
    expect(bot.news).toEqual([{ heard: "space", platform: "slack", space: TEAM.id, name: TEAM.name, connected: true }]);
  });

  test.each(["invalid_auth", "account_inactive", "token_revoked", "not_authed"])(
    "is not made with a bot token that Slack calls %s",
    async (word) => {
      rig.server.refuse("auth.test", word);
      await expect(rig.platform.start(bot)).rejects.toMatchObject({ fault: "stop", cause: word });
      expect(rig.platform.state()).toBe("stopped");
      expect(rig.server.sockets.connections()).toBe(0);
    },
  );

  test("is not made with an app token that Slack does not know", async () => {
    const platform = createSlack({
      botToken: TOKENS.bot,
      entrance: { appToken: "xapp-wrong" },
      apiUrl: rig.server.url,
      secret: "s",
      log: createLines().log,
    });
    await expect(platform.start(bot)).rejects.toMatchObject({ fault: "stop", cause: "invalid_auth" });
    expect(platform.condition()).toMatchObject({ state: "stopped", why: "appToken" });
  });

  test("can be tried again when Slack cannot be reached", async () => {
    const platform = createSlack({
      botToken: TOKENS.bot,
      entrance: { appToken: TOKENS.app },
      apiUrl: "http://127.0.0.1:1/api/",
      secret: "s",
      log: createLines().log,
    });
    await expect(platform.start(bot)).rejects.toMatchObject({ fault: "wait" });
    expect(platform.state()).toBe("stopped");
  });

  test("misses nothing while Slack renews one of its two halves", async () => {
    await rig.platform.start(bot);
    await bothConnected();
    const ann = rig.person({ name: "Ann" });
    const channel = rig.channel("general");
    rig.server.sockets.refresh();
    for (let nth = 0; nth < 5; nth++) expect((await ann.type("/webinar next", channel)).text).toBe("Here you are.");
    expect(rig.platform.state()).toBe("connected");
  });

  test("survives envelopes that it does not know", async () => {
    await rig.platform.start(bot);
    await bothConnected();
    rig.server.sockets.say({
      envelope_id: "1",
      type: "events_api",
      payload: { type: "app_rate_limited", minute_rate_limited: 1 },
    });
    rig.server.sockets.say({ type: "nobody knows" });
    rig.server.sockets.say({ envelope_id: "2", type: "interactive", payload: { type: "?" } });
    await pause(50);
    expect((await rig.person({ name: "Ann" }).type("/webinar next", rig.channel("general"))).text).toBe(
      "Here you are.",
    );
    expect(rig.lines.some((line) => line.includes("could not be read"))).toBe(true);
  });

  test("acknowledges events that nobody asked for, again when they come again", async () => {
    await rig.platform.start(bot);
    const event = {
      type: "event_callback",
      team_id: TEAM.id,
      event_id: "Ev1",
      event: { type: "message", channel: "C1", user: "U1", text: "hello", ts: "1.1" },
    };
    expect(await rig.server.sockets.deliver("events_api", event)).toEqual({});
    expect(
      await rig.server.sockets.deliver("events_api", event, { retry_attempt: 1, retry_reason: "timeout" }),
    ).toEqual({});
    expect(bot.calls).toEqual([]);
  });

  test("closing before an acknowledgement leaves a line in the log and nothing else", async () => {
    await rig.platform.start(bot);
    bot.answer = async () => {
      rig.server.sockets.cut();
      await pause(100);
      return message(text("Too late."));
    };
    const view = {
      id: "V1",
      hash: "1",
      private_metadata: '{"press":"p","channel":"C1"}',
      blocks: [],
      state: { values: {} },
      title: { type: "plain_text", text: "T" },
    };
    rig.server.sockets
      .deliver("interactive", {
        type: "view_submission",
        team: { id: TEAM.id },
        user: { id: "U1" },
        view,
        trigger_id: "t",
      })
      .catch(() => {});
    await expect
      .poll(() => rig.lines.some((line) => line.includes("closed before a request was acknowledged")))
      .toBe(true);
  });

  test("warns of another process on the same token", async () => {
    await rig.platform.start(bot);
    await bothConnected();
    rig.server.sockets.say({ type: "hello", num_connections: 3, connection_info: { app_id: "A" } });
    await expect.poll(() => rig.lines.some((line) => line.includes("Another process"))).toBe(true);
  });

  test("stops within seconds and does not come back", async () => {
    await rig.platform.start(bot);
    await bothConnected();
    const begun = performance.now();
    await rig.platform.stop();
    expect(performance.now() - begun).toBeLessThan(3500);
    expect(rig.platform.state()).toBe("stopped");
    await pause(300);
    expect(rig.server.sockets.connections()).toBe(0);
  });

  test("that is stopped while it is being made is not kept", async () => {
    rig.server.slow("auth.test", 200);
    const started = rig.platform.start(bot);
    await rig.platform.stop();
    await started;
    expect(rig.platform.state()).toBe("stopped");
    await expect.poll(() => rig.server.sockets.connections()).toBe(0);
  });

  test("stops while it is coming back", async () => {
    await rig.platform.start(bot);
    await bothConnected();
    rig.server.slow("apps.connections.open", 500);
    rig.server.sockets.cut();
    await expect.poll(() => rig.platform.state()).toBe("connecting");
    const begun = performance.now();
    await rig.platform.stop();
    expect(performance.now() - begun).toBeLessThan(3500);
  });

  test("stops although the other side never says goodbye", async () => {
    const mute = new WebSocketServer({ port: 0, host: "127.0.0.1" });
    mute.on("connection", (socket) => {
      socket.send(JSON.stringify({ type: "hello", num_connections: 1 }));
      // A peer that reads nothing more never answers the closing frame.
      (socket as unknown as { _socket: { pause(): void } })._socket.pause();
    });
    await new Promise((resolve) => mute.once("listening", resolve));
    const { port } = mute.address() as { port: number };
    rig.server.linkTo(`ws://127.0.0.1:${port}/`);
    await rig.platform.start(bot);
    const begun = performance.now();
    await rig.platform.stop();
    expect(performance.now() - begun).toBeLessThan(2500);
    for (const socket of mute.clients) socket.terminate();
    mute.close();
  });

  test("puts no token, ticket or word of anybody's into the log", async () => {
    await rig.platform.start(bot);
    await bothConnected();
    await rig.person({ name: "Ann" }).type("/webinar show webinar:canary", rig.channel("general"));
    rig.server.sockets.say({ envelope_id: "1", type: "events_api", payload: { text: "canary" } });
    rig.server.refuse("apps.connections.open", "internal_error");
    rig.server.sockets.cut();
    await expect.poll(() => rig.platform.state()).toBe("connecting");
    await pause(100);
    const log = rig.lines.join("\n");
    expect(log).not.toMatch(/xoxb|xapp|ticket=[0-9a-f]|canary/u);
  });

  test("keeps secrets out of the lines of Slack's own library", () => {
    const { log, lines } = createLines();
    const bolt = toBoltLogger(log);
    const secrets = [
      "xoxb-1-2-canary",
      "xapp-1-A-canary",
      "wss://wss.slack.com/link/?ticket=canary&app_id=A",
      "https://hooks.slack.com/commands/T/canary",
    ];
    for (const secret of secrets) {
      bolt.error(`It failed: ${secret}`);
      bolt.warn(new Error(`It failed: ${secret}`));
      bolt.info("It failed", secret);
      bolt.debug(`A payload of somebody's words and ${secret}`);
    }
    expect(lines).toHaveLength(3 * secrets.length);
    expect(lines.join("\n")).not.toContain("canary");
    expect(lines[0]).toContain("It failed");
  });
});
