import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toBody as toSlackBody } from "../../src/adapters/slack/post.ts";
import { toConfig } from "../../src/config.ts";
import { message, text } from "../../src/core/bot/message.ts";
import { link } from "../../src/core/bot/text.ts";
import { planNow } from "../../src/core/delivery/plan.ts";
import { openStore } from "../../src/core/store/database.ts";
import { addDeliveries } from "../../src/core/store/deliveries.ts";
import { noteSpace, setPlace } from "../../src/core/store/spaces.ts";
import { openDiscordRig } from "../support/discord/rig.ts";
import { type House, openHouse } from "../support/house.ts";
import { newFolder, startProgram } from "../support/program.ts";
import { TOKENS } from "../support/slack/state.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse("2026-11-23T19:00:00Z");
});
afterEach(() => house.close());

describe("a channel whose name has a comma of its language", () => {
  it("can be scheduled to", async () => {
    await house.store.transact((trx) =>
      setPlace(
        trx,
        { platform: "slack", space: "team", channel: "C9" },
        { purpose: "announcements", name: "#お知らせ、重要" },
      ),
    );
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say('/announce schedule text:"Join us" when:"2026-11-25 19:01 UTC"');
    expect((await oki.press("Schedule")).text).toContain("Scheduled for");
  });
});

describe("two servers with channels of one name", () => {
  it("can be told apart in a preview, and what is confirmed goes where the preview said", async () => {
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await oki.say('/announce schedule text:"Join us" when:"2026-11-25 19:01 UTC" where:discord');
    await house.store.transact(async (trx) => {
      await noteSpace(trx, { platform: "discord", space: "other" }, { name: "Partner", connected: true });
      await setPlace(
        trx,
        { platform: "discord", space: "other", channel: "foreign" },
        { purpose: "announcements", name: "#announcements" },
      );
    });
    await oki.press("Schedule");
    await house.turnTo("2026-11-25T19:10:00Z");
    expect(house.posts("foreign")).toHaveLength(0);
  });
});

describe("the list", () => {
  it("shows what is to come although much went out this week", async () => {
    const oki = await house.somebody({ name: "Oki", rank: "organiser" });
    await house.store.transact((trx) =>
      addDeliveries(
        trx,
        Array.from({ length: 310 }, (_, n) => ({
          id: `a${String(n).padStart(23, "b")}`.replace(/\d/g, (d) => "abcdefghij"[Number(d)] ?? "a"),
          what: `announcement/${n}`,
          occurrence: "once",
          to: { platform: "discord" as const, space: "guild", channel: "announcements" },
          dueAt: Temporal.Instant.from("2026-11-20T19:00:00Z").epochMilliseconds,
          notAfter: 0,
        })),
      ),
    );
    await house.dispatcher.tick();
    await oki.say('/announce schedule text:"Join us" when:"2026-11-25 19:01 UTC" where:discord');
    await oki.press("Schedule");
    expect((await oki.say("/announce list")).text).not.toContain("Nothing is scheduled.");
  });
});

describe("the password of the database", () => {
  it("is one of the secrets that no log line holds", () => {
    const { secrets } = toConfig({ DATABASE_URL: "postgres://rostrum:canary-password@db/x", PLAYGROUND: "on" });
    expect(secrets.some((one) => one.includes("canary-password"))).toBe(true);
  });
  it("with a character that needs escaping is refused with a sentence", async () => {
    const error = await openStore("postgres://rostrum:can#ary@127.0.0.1:1/x").catch((one: unknown) => one);
    expect(String(error)).toMatch(/DATABASE_URL/);
  });
});

describe("a link that names somebody before its host", () => {
  it("is no link on Slack either", () => {
    const body = toSlackBody(
      {
        id: "a".repeat(24),
        to: { platform: "slack", space: "T", channel: "C" },
        message: message(text([link("Open the meeting", "https://zoom.us@evil.example/j/1")])),
      },
      "s",
    );
    expect(body).not.toContain('"type":"link"');
  });
});

describe("the program while Slack cannot be reached at its start", () => {
  it("still posts on Discord what is due there", async () => {
    const discord = await openDiscordRig();
    const channel = discord.channel("announcements");
    const folder = newFolder();
    const store = await openStore(`file:${join(folder, "state", "rostrum.sqlite")}`);
    await store.transact((trx) =>
      addDeliveries(trx, [
        planNow({
          what: "announcement/x",
          to: { platform: "discord", space: discord.space, channel },
          message: {
            kind: "message",
            blocks: [text("Hello"), { block: "buttons", buttons: [{ label: "x", press: "webinar next" }] }],
          },
          now: Date.now(),
          lateMs: 600_000,
        }),
      ]),
    );
    await store.close();
    const program = startProgram(folder, {
      DISCORD_TOKEN: discord.server.state.token,
      DISCORD_GUILDS: discord.space,
      DISCORD_API_URL: discord.server.url,
      SLACK_BOT_TOKEN: TOKENS.bot,
      SLACK_APP_TOKEN: TOKENS.app,
      SLACK_API_URL: "http://127.0.0.1:9/api/",
    });
    try {
      await program.says(/Discord: connected/);
      await new Promise((resolve) => setTimeout(resolve, 8000));
      expect(discord.posts(channel).map(({ text: said }) => said)).toHaveLength(1);
    } finally {
      await program.end("SIGKILL");
      await discord.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 40_000);
});
