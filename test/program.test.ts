import { rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inviteLink } from "../src/adapters/discord/rights.ts";
import { openDiscordRig } from "./support/discord/rig.ts";
import { openLoopbackDiscord } from "./support/discord/server.ts";
import { newFolder, type Program, startProgram } from "./support/program.ts";
import { createPerson } from "./support/slack/client.ts";
import { APP } from "./support/slack/oauth.ts";
import { openSlackRig, SIGNING_SECRET } from "./support/slack/rig.ts";
import { openLoopbackSlack } from "./support/slack/server.ts";
import { installIn } from "./support/slack/several.ts";
import { SECOND, SECOND_BOT, TOKENS } from "./support/slack/state.ts";

let folder: string;
let program: Program | undefined;
beforeEach(() => {
  folder = newFolder();
});
afterEach(async () => {
  await program?.end("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const start = (environment: Readonly<Record<string, string>> = {}): Program => {
  program = startProgram(folder, environment);
  return program;
};
const refusal = async (environment: Readonly<Record<string, string>>): Promise<string> => {
  const one = start(environment);
  expect(await one.ended).toBe(1);
  return one.said();
};
const ask = async (address: string, what: { readonly line: string } | { readonly press: string }): Promise<string> => {
  const body = { id: crypto.randomUUID(), user: "organiser", lang: "en", locale: "en", channel: "discussion", ...what };
  const answer = await fetch(`${address}/api/${"line" in what ? "say" : "press"}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify("line" in what ? body : { ...body, options: {} }),
  });
  return answer.text();
};
const say = (address: string, line: string): Promise<string> => ask(address, { line });

describe("the program with a Discord token, in no server yet", () => {
  it("prints the link that lets it in, with exactly the rights it needs", async () => {
    const discord = await openLoopbackDiscord();
    try {
      start({ DISCORD_TOKEN: discord.state.token, DISCORD_API_URL: discord.url, PORT: "0", LOG_LEVEL: "silent" });
      const [, link = ""] = await (program as Program).says(/Discord: I am in no server yet\. .*(https:\/\/\S+)/);
      expect(link).toBe(inviteLink(discord.state.application));
      expect(link).toContain("&scope=bot+applications.commands&permissions=");
      const [, health = ""] = await (program as Program).says(/Health: (\S+)/);
      const page = await (await fetch(new URL("/", health))).text();
      expect(page).toContain("Discord is connected.");
      expect(page).toContain("&amp;scope=bot+applications.commands&amp;permissions=");
    } finally {
      await program?.end("SIGKILL");
      await discord.close();
    }
  });
});

describe("the program without tokens", () => {
  it("says within seconds where to look, answers there, keeps its state over a restart, and stops when told", async () => {
    const [, address = ""] = await start().says(/Playground: open (\S+) in a browser/);
    expect(await say(address, "/webinar show 3")).toContain("80 participants from 14 countries and regions");
    const preview = await say(address, '/announce schedule text:"Kept over the night" when:+2d');
    const press = preview.match(/data-press=\\?"(#[\w-]+)\\?"/)?.[1] ?? "";
    expect(press).not.toBe("");
    expect(await program?.end("SIGTERM")).toBe(0);
    const [, again = ""] = await start().says(/Playground: open (\S+) in a browser/);
    expect(await ask(again, { press })).toContain("Scheduled for");
    expect(await say(again, "/announce list")).toContain("Kept over the night");
    expect(await program?.end("SIGTERM")).toBe(0);
  });

  it("reads a file .env where there is one", async () => {
    writeFileSync(join(folder, ".env"), "LOG_LEVEL=loud\n");
    expect(await refusal({})).toContain("LOG_LEVEL must be one of");
  });

  it("says what is wrong when it cannot start", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    expect(await refusal({ PORT: String((taken.address() as AddressInfo).port) })).toMatch(/port \d+ /i);
    taken.close();
    expect(await refusal({ DATA_DIR: "nowhere" })).toContain("nowhere: there is no such folder. Set DATA_DIR");
    expect(await refusal({ HOST: "0.0.0.0" })).toContain("in the playground everybody may be an admin");
    writeFileSync(join(folder, "file"), "");
    expect(await refusal({ DATABASE_URL: "file:file/x.sqlite" })).toContain("may not write to the folder");
  });

  it("refuses a second one on the same database", async () => {
    await start().says(/Playground: open/);
    const first = program;
    expect(await refusal({})).toMatch(/Another Rostrum is running on state\/playground\.sqlite/);
    expect(await first?.end("SIGTERM")).toBe(0);
  });
});

describe("the program with tokens", () => {
  it("takes Slack's requests on its own port where there is a signing secret and no app token", async () => {
    const slack = await openSlackRig();
    const channel = slack.channel("discussion");
    const one = start({
      SLACK_BOT_TOKEN: TOKENS.bot,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: slack.server.url,
    });
    await one.says(/Health: \S+/);
    const health = one.said().match(/Health: (\S+)/)?.[1] ?? "";
    // What comes in here from outside comes through something on this machine: nobody is told more.
    expect(await (await fetch(new URL("/", health))).text()).not.toContain("connected since");
    slack.server.speakHttp({ url: new URL("/slack/events", health).href, secret: SIGNING_SECRET });
    const seen = await slack.person({ name: "Mei" }).type("/webinar show 3", channel);
    expect(seen.text).toContain("Partnership for education and beyond");
    expect(await one.end("SIGTERM")).toBe(0);
    expect(one.said()).not.toContain(SIGNING_SECRET);
    await slack.close();
  });

  it("lets workspaces of Slack install it by themselves, keeps them over a restart, and writes down no secret", async () => {
    const slack = await openLoopbackSlack();
    const second = slack.within(SECOND, SECOND_BOT);
    const environment = {
      SLACK_CLIENT_ID: APP.clientId,
      SLACK_CLIENT_SECRET: APP.clientSecret,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: slack.url,
      PUBLIC_URL: "https://bot.example",
      LOG_LEVEL: "trace",
    };
    const open = async (): Promise<string> => {
      const one = start(environment);
      const [, port] = await one.says(/"port":(\d+)/);
      await one.says(/Slack: connected/);
      const address = `http://127.0.0.1:${port}`;
      slack.speakHttp({ url: `${address}/slack/events`, secret: SIGNING_SECRET });
      return address;
    };
    const address = await open();
    await program?.says(/I am in no workspace yet\. .*https:\/\/bot\.example\/slack\/install/);
    const page = await installIn(slack, { address, workspace: second.workspace });
    expect(page.text).toContain("Rostrum is installed in");
    expect(await program?.end("SIGTERM")).toBe(0);
    const before = program?.said() ?? "";
    const again = await open();
    expect(await (await fetch(`${again}/health`)).json()).toMatchObject({
      well: true,
      platforms: { slack: { state: "connected", says: "Slack is connected." } },
    });
    second.workspace.channels.set("C0GENERAL", {
      ...{ id: "C0GENERAL", name: "general", private: false, member: true, archived: false, flags: {}, messages: [] },
    });
    const bo = { id: "U0BO", name: "Bo", administers: false, guest: false, team: SECOND.id, within: SECOND };
    const user = { ...bo, locale: "en-US", zone: "Europe/London" };
    second.workspace.users.set(user.id, user);
    const refused = await createPerson(second, user).type("/webinar next", "C0GENERAL");
    expect(refused.text).toContain("is not connected to the network");
    slack.oauth.revoke(second.workspace);
    second.workspace.tell({ type: "app_uninstalled" });
    await program?.says(/has to install Rostrum again/);
    expect(await (await fetch(`${again}/health`)).json()).toMatchObject({
      well: true,
      platforms: { slack: { state: "connected", says: expect.stringContaining("have to install it again") } },
    });
    expect(await program?.end("SIGTERM")).toBe(0);
    const said = `${before}${program?.said()}`;
    for (const secret of [APP.clientSecret, SIGNING_SECRET, ...slack.oauth.grants.keys(), "1111.T0SECOND01."])
      expect(said).not.toContain(secret);
    expect(slack.violations).toEqual([]);
    await slack.close();
  });

  it("connects to Discord and Slack at once, with no playground, and leaves both cleanly", async () => {
    const [discord, slack] = [await openDiscordRig(), await openSlackRig()];
    const channel = { discord: discord.channel("discussion"), slack: slack.channel("discussion") };
    const one = start({
      DISCORD_TOKEN: discord.server.state.token,
      DISCORD_GUILDS: discord.space,
      DISCORD_API_URL: discord.server.url,
      SLACK_BOT_TOKEN: TOKENS.bot,
      SLACK_APP_TOKEN: TOKENS.app,
      SLACK_API_URL: slack.server.url,
    });
    await one.says(/Health: \S+/);
    expect(one.said()).toContain("Discord: connected");
    expect(one.said()).toContain("Slack: connected");
    const onDiscord = await discord.person({ name: "Mei" }).type("/webinar show webinar:3", channel.discord);
    const onSlack = await slack.person({ name: "Mei" }).type("/webinar show 3", channel.slack);
    for (const { text } of [onDiscord, onSlack]) expect(text).toContain("Partnership for education and beyond");
    expect((await slack.person({ name: "Mei" }).type("/webinar next", channel.slack)).text).toContain(
      "No webinar is planned yet.",
    );
    const health = one.said().match(/Health: (\S+)/)?.[1] ?? "";
    const well = await fetch(health);
    expect(well.status).toBe(200);
    expect(await well.json()).toMatchObject({
      well: true,
      ready: true,
      platforms: { discord: { state: "connected", says: "Discord is connected." }, slack: { state: "connected" } },
    });
    const page = async (headers: Readonly<Record<string, string>> = {}) =>
      (await fetch(new URL("/", health), { headers })).text();
    expect(await page()).toMatch(/Discord, [^<]+: connected since/);
    expect(await page({ "Accept-Language": "ja" })).toMatch(/Slack、[^<]+：接続済み/);
    // Through a proxy of this machine everybody would look like this machine.
    expect(await page({ "X-Forwarded-For": "203.0.113.5" })).not.toContain("connected since");
    discord.server.gateway.close(4014);
    await expect.poll(async () => (await fetch(health)).status).toBe(503);
    const stopped = await page();
    expect(stopped).toContain("(its intents)");
    for (const secret of [discord.server.state.token, TOKENS.bot, TOKENS.app]) expect(stopped).not.toContain(secret);
    expect(await (await fetch(health)).json()).toMatchObject({
      well: false,
      ready: false,
      platforms: { discord: { state: "stopped", says: expect.stringContaining("(its intents)") } },
    });
    const began = performance.now();
    expect(await one.end("SIGTERM")).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    for (const secret of [discord.server.state.token, TOKENS.bot, TOKENS.app]) expect(one.said()).not.toContain(secret);
    expect([...discord.server.violations, ...slack.server.violations]).toEqual([]);
    await discord.close();
    await slack.close();
  });

  it("that a platform does not accept says so and where the right ones are found", async () => {
    const [discord, slack] = [await openDiscordRig(), await openSlackRig()];
    const wrong = `${"M".repeat(26)}.${"G".repeat(6)}.${"h".repeat(38)}`;
    const said = await refusal({ DISCORD_TOKEN: wrong, DISCORD_API_URL: discord.server.url });
    expect(said).toContain("does not accept the token");
    expect(said).not.toContain(wrong);
    expect(
      await refusal({ SLACK_BOT_TOKEN: "xoxb-wrong", SLACK_APP_TOKEN: TOKENS.app, SLACK_API_URL: slack.server.url }),
    ).toContain("does not accept the token");
    await discord.close();
    await slack.close();
  });
});
