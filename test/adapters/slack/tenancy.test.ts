import { beforeEach, describe, expect, test } from "vitest";
import { toEnvelope } from "../../../src/adapters/slack/tenancy.ts";
import { message, text } from "../../../src/core/bot/message.ts";
import { installIn, openProcess, personIn, postingFor, vaultOf } from "../../support/slack/several.ts";
import { BOT, SECOND, TEAM, TOKENS } from "../../support/slack/state.ts";
import {
  bot,
  channel,
  install,
  one,
  open,
  platform,
  post,
  second,
  server,
  store,
  tokenOf,
  usedTokens,
  useTwoWorkspaces,
} from "../../support/slack/two.ts";

/** Who serves a workspace: shared channels, both ways in, two processes, the environment's own token, an organisation. */

useTwoWorkspaces();

test.each([
  [
    "a view that was opened through one",
    { type: "block_actions", view: { app_installed_team_id: "T1" } },
    ["T1", "T2"],
  ],
  ["an event's context", { type: "event_callback", context_team_id: "T1" }, ["T2", "T1"]],
  ["our own message", { type: "block_actions", message: { bot_id: "B1", team: "T1" } }, ["T2", "T1"]],
  ["nobody's message", { type: "block_actions", message: { user: "U1", team: "T1" } }, ["T2"]],
  ["any message of a shortcut", { type: "message_action", message: { bot_id: "B1", team: "T1" } }, ["T2"]],
])("in a channel of two companies %s says whose it is", (_name, body, teams) => {
  expect(toEnvelope({ teamId: "T2", isEnterpriseInstall: false }, body).teams).toEqual(teams);
});

test("it comes in by Socket Mode just as well, and the app token says which app it is", async () => {
  await one.close();
  await open({ entrance: { appToken: TOKENS.app } });
  server.oauth.appId = "A0OTHER";
  expect((await install(second)).text).toContain("given to another app");
  server.oauth.appId = BOT.app;
  expect((await install(second)).status).toBe(200);
  expect((await personIn(second).type("/webinar next", channel(second))).text).toContain("Here you are.");
  expect(bot.calls.at(-1)).toMatchObject({ at: { space: SECOND.id } });
});

test("two processes with one database: what one installs and removes the other knows", async () => {
  const other = await openProcess(server, { store });
  await other.platform.start(bot);
  await install(second);
  const to = channel(second);
  expect((await other.platform.standing({ platform: "slack", space: SECOND.id, channel: to })).lacks).toEqual([]);
  server.oauth.revoke(second.workspace);
  await expect(post(SECOND.id, to)).rejects.toMatchObject({ fault: "wait", cause: "token_revoked" });
  await expect.poll(() => platform.condition().why).toBe("absent");
  await installIn(server, { address: other.address, workspace: second.workspace });
  await post(SECOND.id, to);
  expect(platform.condition().why).toBeUndefined();
  await other.close();
});

describe("beside the environment's own token", () => {
  beforeEach(async () => {
    await one.close();
    await open({ botToken: TOKENS.bot });
    await install(second);
    server.requests.length = 0;
  });

  test("its workspace is one more, and the network's own", async () => {
    expect(bot.news).toContainEqual({
      heard: "space",
      platform: "slack",
      space: TEAM.id,
      name: TEAM.name,
      connected: true,
    });
    await post(TEAM.id, channel(server));
    await post(SECOND.id, channel(second));
    expect([...usedTokens().keys()]).toEqual([TOKENS.bot, tokenOf(second)]);
  });

  test("when it is taken back the others go on, over a restart, too; and the workspace may install anew", async () => {
    server.workspace.revoked = true;
    await expect(post(TEAM.id, channel(server))).rejects.toMatchObject({ fault: "wait" });
    await post(SECOND.id, channel(second));
    await one.close();
    await open({ botToken: TOKENS.bot });
    expect(platform.condition()).toMatchObject({ state: "connected", why: "absent" });
    await post(SECOND.id, channel(second));
    server.workspace.revoked = false;
    expect((await install(server)).status).toBe(200);
    await post(TEAM.id, channel(server));
  });
});

describe("with two workspaces", () => {
  beforeEach(async () => {
    for (const where of [server, second]) await install(where);
    server.requests.length = 0;
  });

  test("a doubtful post is looked for with the token of its place's own workspace", async () => {
    for (const where of [server, second]) {
      const { id: space } = where.workspace.team;
      const to = { platform: "slack" as const, space, channel: channel(where) };
      const posted = await post(space, to.channel);
      expect(await platform.find({ id: postingFor(space, to.channel).id, to, sinceMs: 0 })).toEqual(posted);
      expect(usedTokens()).toEqual(new Map([[tokenOf(where), ["chat.postMessage", "conversations.history"]]]));
    }
    const there = { platform: "slack" as const, space: TEAM.id, channel: channel(second) };
    await expect(platform.find({ id: "a".repeat(24), to: there, sinceMs: 0 })).rejects.toMatchObject({
      cause: "channel_not_found",
    });
  });

  test("a direct message goes out with the token of the account's own workspace, and to nobody of another", async () => {
    for (const where of [server, second]) {
      const { user } = personIn(where);
      const { id: space } = where.workspace.team;
      const to = await platform.direct({ platform: "slack", space, user }, message(text("Here.")));
      expect(to).toMatchObject({ platform: "slack", space });
      expect(where.workspace.channels.get(to.channel)).toMatchObject({ of: user, messages: [{ text: "Here." }] });
      expect(usedTokens()).toEqual(new Map([[tokenOf(where), ["conversations.open", "chat.postMessage"]]]));
    }
    const stray = { platform: "slack" as const, space: TEAM.id, user: personIn(second).user };
    await expect(platform.direct(stray, message(text("Here.")))).rejects.toMatchObject({ fault: "content" });
  });

  test("a workspace that removed Rostrum is neither read nor written to with another's token", async () => {
    const { user } = personIn(second);
    server.oauth.revoke(second.workspace);
    second.workspace.tell({ type: "app_uninstalled" });
    await expect.poll(() => platform.condition().why).toBe("absent");
    server.requests.length = 0;
    const to = { platform: "slack" as const, space: SECOND.id, channel: channel(second) };
    await expect(platform.find({ id: "a".repeat(24), to, sinceMs: 0 })).rejects.toMatchObject({ fault: "wait" });
    const account = { platform: "slack" as const, space: SECOND.id, user };
    await expect(platform.direct(account, message(text("Here.")))).rejects.toMatchObject({ fault: "wait" });
    expect(server.requests).toEqual([]);
  });
});

describe("a whole organisation", () => {
  const ORG = { id: "E0GRID0001", name: "The Grid" };
  beforeEach(async () => {
    second.workspace.org = ORG;
    expect((await install(second, true)).text).toContain("Rostrum is installed in “The Grid”.");
  });

  test("installs once for its workspaces: each is a space of its own, known from its first word on", async () => {
    expect((await vaultOf({ store }).list()).map(({ key }) => key)).toEqual([ORG.id]);
    const to = channel(second);
    server.requests.length = 0;
    expect((await personIn(second).type("/webinar next", to)).text).toContain("Here you are.");
    expect(bot.calls.at(-1)).toMatchObject({ at: { space: SECOND.id }, asker: { space: SECOND.id } });
    expect(bot.news.at(-1)).toMatchObject({ heard: "space", space: SECOND.id, connected: false });
    const asked = server.requests.find(({ method }) => method === "usergroups.list");
    expect(asked?.args).toMatchObject({ team_id: SECOND.id });
    await one.close();
    await open();
    await post(SECOND.id, to);
    expect(usedTokens().get(tokenOf(second))).toContain("chat.postMessage");
  });

  test("reminds people of its workspaces, and finds what it wrote, with nothing that Slack does not know", async () => {
    await personIn(second).type("/webinar next", channel(second));
    const { user } = personIn(second);
    const to = await platform.direct({ platform: "slack", space: SECOND.id, user }, message(text("Here.")));
    const posted = await post(SECOND.id, to.channel);
    expect(await platform.find({ id: postingFor(SECOND.id, to.channel).id, to, sinceMs: 0 })).toEqual(posted);
  });

  test("and is gone from all of them when it removes the app", async () => {
    await personIn(second).type("/webinar next", channel(second));
    server.oauth.revoke(second.workspace);
    second.workspace.tell({ type: "app_uninstalled" });
    await expect
      .poll(() => bot.news.filter((news) => news.heard === "stopped" && news.space === SECOND.id))
      .toHaveLength(1);
    await expect(post(SECOND.id, channel(second))).rejects.toMatchObject({ fault: "wait" });
    expect(JSON.stringify(await vaultOf({ store }).list())).not.toContain("xoxb");
  });
});
