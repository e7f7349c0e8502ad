import { describe, expect, it } from "vitest";
import { ConfigError, slackAddresses, toConfig } from "../src/config.ts";

const DISCORD = `${"M".repeat(26)}.${"G".repeat(6)}.${"h".repeat(38)}`;
const mistakes = (environment: Record<string, string>): readonly string[] => {
  try {
    toConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.mistakes;
  }
};

describe("the environment", () => {
  it("that says nothing means the playground on this machine", () => {
    expect(toConfig({})).toMatchObject({
      discord: undefined,
      slack: undefined,
      playground: true,
      host: "127.0.0.1",
      port: undefined,
      database: { chat: "file:state/rostrum.sqlite", playground: "file:state/playground.sqlite" },
    });
  });

  it("with tokens means those platforms, and no playground unless asked for", () => {
    const config = toConfig({
      DISCORD_TOKEN: DISCORD,
      DISCORD_GUILDS: "1, 2",
      SLACK_BOT_TOKEN: "xoxb-1-abc",
      SLACK_APP_TOKEN: "xapp-1-abc",
    });
    expect(config).toMatchObject({
      discord: { guilds: ["1", "2"], apiUrl: "https://discord.com/api" },
      slack: { apiUrl: "https://slack.com/api/" },
      playground: false,
    });
    expect(toConfig({ DISCORD_TOKEN: DISCORD, PLAYGROUND: "on" }).playground).toBe(true);
  });

  it("lets Slack come in by Socket Mode where it can, else by HTTP with the signing secret", () => {
    const bot = { SLACK_BOT_TOKEN: "xoxb-1-abc", SLACK_SIGNING_SECRET: "a".repeat(32) };
    expect(toConfig(bot).slack?.entrance).toEqual({ signingSecret: "a".repeat(32) });
    expect(toConfig({ ...bot, SLACK_APP_TOKEN: "xapp-1-abc" }).slack?.entrance).toEqual({ appToken: "xapp-1-abc" });
    expect(toConfig(bot).secrets).toContain("a".repeat(32));
    const at = { PUBLIC_URL: "https://bot.example" };
    expect(slackAddresses(at)).toEqual({ publicUrl: "https://bot.example", installUrl: undefined });
    expect(slackAddresses({ ...at, SLACK_APP_TOKEN: "xapp-1-abc" }).publicUrl).toBeUndefined();
    expect(slackAddresses({ ...at, SLACK_CLIENT_ID: "1.2" }).installUrl).toBe("https://bot.example");
  });

  it.each([
    ["which Slack would refuse", { PUBLIC_URL: "http://bot.example" }, "PUBLIC_URL must begin with https://"],
    ["which other workspaces would need", { SLACK_CLIENT_ID: "1.2" }, "PUBLIC_URL is missing: with SLACK_CLIENT_ID"],
  ])("prints no manifest without an address, or with one, %s", (_name, environment, words) => {
    expect(() => slackAddresses(environment)).toThrow(words);
    expect(
      slackAddresses({ PUBLIC_URL: "http://localhost:8080", SLACK_APP_TOKEN: "xapp-1-a" }).publicUrl,
    ).toBeUndefined();
  });

  it("lets other workspaces of Slack install the app where all that takes is there", () => {
    const all = {
      SLACK_CLIENT_ID: "123.456",
      SLACK_CLIENT_SECRET: "c".repeat(32),
      SLACK_SIGNING_SECRET: "a".repeat(32),
      PUBLIC_URL: "https://bot.example",
    };
    expect(toConfig(all)).toMatchObject({
      playground: false,
      slack: {
        botToken: undefined,
        entrance: { signingSecret: "a".repeat(32) },
        install: { clientId: "123.456", clientSecret: "c".repeat(32), publicUrl: "https://bot.example" },
      },
    });
    expect(toConfig(all).secrets).toContain("c".repeat(32));
    expect(toConfig({ ...all, SLACK_BOT_TOKEN: "xoxb-1-a" }).slack?.botToken).toBe("xoxb-1-a");
    const { SLACK_SIGNING_SECRET: _, ...bySocket } = { ...all, SLACK_APP_TOKEN: "xapp-1-A0-1-a" };
    expect(toConfig(bySocket).slack?.entrance).toEqual({ appToken: "xapp-1-A0-1-a" });
    for (const name of Object.keys(all) as readonly (keyof typeof all)[]) {
      const { [name]: _left, ...rest } = all;
      const said = mistakes(rest);
      expect(said).toHaveLength(1);
      expect(said[0]).toMatch(new RegExp(`^${name} is missing: .*(App Credentials|https://)`));
    }
    expect(mistakes({ ...all, PUBLIC_URL: "http://bot.example" })).toEqual([
      expect.stringMatching(/^PUBLIC_URL must begin with https/),
    ]);
    expect(mistakes({ ...all, SLACK_CLIENT_ID: "A0123" })).toEqual([
      expect.stringMatching(/^SLACK_CLIENT_ID must be two numbers/),
    ]);
    expect(mistakes({ ...all, SLACK_CLIENT_SECRET: "xoxb-1-abc" })).toEqual([
      "SLACK_CLIENT_SECRET holds a Slack bot token; it belongs in SLACK_BOT_TOKEN",
    ]);
  });

  it("with an empty value is as if it said nothing", () => {
    expect(toConfig({ DISCORD_TOKEN: " ", PORT: "" })).toMatchObject({ discord: undefined, port: undefined });
  });

  it.each([
    [{ DISCORD_TOKEN: "xoxb-1234-abcd" }, "DISCORD_TOKEN holds a Slack bot token; it belongs in SLACK_BOT_TOKEN"],
    [
      { SLACK_BOT_TOKEN: "xapp-1-abcd", SLACK_APP_TOKEN: "xapp-1-a" },
      "SLACK_BOT_TOKEN holds a Slack app token; it belongs in SLACK_APP_TOKEN",
    ],
    [
      { SLACK_BOT_TOKEN: DISCORD, SLACK_APP_TOKEN: "xapp-1-a" },
      "SLACK_BOT_TOKEN holds a Discord bot token; it belongs in DISCORD_TOKEN",
    ],
    [{ SLACK_BOT_TOKEN: "xoxb-1-a" }, /^SLACK_APP_TOKEN is missing.*or, where Slack can reach/i],
    [{ SLACK_BOT_TOKEN: "xoxb-1-a", SLACK_SIGNING_SECRET: "  " }, /^SLACK_APP_TOKEN is missing/],
    [
      { SLACK_BOT_TOKEN: "xoxb-1-a", SLACK_SIGNING_SECRET: "xapp-1-a" },
      "SLACK_SIGNING_SECRET holds a Slack app token; it belongs in SLACK_APP_TOKEN",
    ],
    [{ SLACK_APP_TOKEN: "xapp-1-a" }, /^SLACK_BOT_TOKEN is missing/],
    [{ DISCORD_GUILDS: "1" }, /^DISCORD_TOKEN is missing/],
    [{ DISCORD_TOKEN: DISCORD, DISCORD_GUILDS: "my server" }, /^DISCORD_GUILDS must be ids of servers/],
    [{ HOST: "0.0.0.0" }, /^HOST is 0\.0\.0\.0, but in the playground everybody may be an admin/],
    [{ PLAYGROUND: "off" }, /^PLAYGROUND is off and no chat platform is configured/],
    [{ DATABASE_URL: "postgres://a:b#c@host/x" }, /is no address/],
    [{ PORT: "http" }, "PORT must be a number from 0 to 65535"],
    [{ PORT: "70000" }, "PORT must be a number from 0 to 65535"],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL must be one of/],
    [{ DATABASE_URL: "mysql://x" }, /^DATABASE_URL must begin with file: or postgres/],
    [{ PLAYGROUND: "perhaps" }, "PLAYGROUND must be on or off"],
    [{ SLACK_API_URL: "ftp://x" }, /^SLACK_API_URL must be an address/],
  ])("with %o is refused", (environment, said) => {
    const all = mistakes(environment as Record<string, string>);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(said);
  });

  it("tells all its mistakes at once, and no value of a secret", () => {
    const all = mistakes({ DISCORD_TOKEN: "xoxb-very-secret", PORT: "x", LOG_LEVEL: "loud" });
    expect(all).toHaveLength(3);
    expect(all.join()).not.toContain("very-secret");
  });
});
