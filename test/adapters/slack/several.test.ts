import { beforeEach, describe, expect, test } from "vitest";
import { wrap } from "../../support/slack/events.ts";
import { pause } from "../../support/slack/script.ts";
import { personIn, postingFor, vaultOf } from "../../support/slack/several.ts";
import { BOT, SECOND, SECOND_BOT, TEAM } from "../../support/slack/state.ts";
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

/** Two workspaces of one app: each is served by its own token, and what ends in one ends there only. */

useTwoWorkspaces();

test("nobody has installed it yet: it is connected, and the link is where it begins", () => {
  expect(platform.condition()).toMatchObject({ state: "connected" });
  expect(platform.invitation?.()).toEqual({ link: "https://bot.example/slack/install", alone: true });
});

describe("with two workspaces", () => {
  beforeEach(async () => {
    expect((await install(server)).status).toBe(200);
    expect((await install(second)).status).toBe(200);
    server.requests.length = 0;
  });

  test("what is asked in one is asked, looked up and answered there, by its token alone", async () => {
    for (const where of [server, second]) {
      const to = channel(where);
      const seen = await personIn(where).type("/webinar next", to);
      expect(seen.text).toContain("Here you are.");
      expect(bot.calls.at(-1)).toMatchObject({
        at: { space: where.workspace.team.id, channel: to },
        asker: { space: where.workspace.team.id, name: "Ann" },
      });
      const { none = [], ...rest } = Object.fromEntries(usedTokens());
      expect(none).toEqual(["response_url"]);
      expect(rest).toEqual({ [tokenOf(where)]: expect.arrayContaining(["users.info", "usergroups.list"]) });
    }
    expect(platform.invitation?.()).toMatchObject({ alone: false });
  });

  test("posts, edits, looks at places and whom to call, homes: the token of the row's own workspace", async () => {
    for (const where of [server, second]) {
      const space = where.workspace.team.id;
      const to = channel(where);
      const somebody = personIn(where);
      const made = await post(space, to);
      await platform.edit(made, postingFor(space, to));
      const standing = await platform.standing(made.at, { platform: "slack", space, user: somebody.user });
      expect(standing).toMatchObject({ name: "#general", lacks: [], calls: { account: { space } } });
      expect(await somebody.home()).toBeDefined();
      expect([...usedTokens().keys()]).toEqual([tokenOf(where)]);
      expect(where.workspace.channels.get(to)?.messages).toHaveLength(1);
    }
  });

  test("a row that names one workspace and a channel of the other is refused by Slack, not posted there", async () => {
    const to = channel(second);
    await expect(post(TEAM.id, to)).rejects.toMatchObject({ fault: "place", cause: "channel_not_found" });
    expect([...usedTokens().keys()]).toEqual([tokenOf(server)]);
    expect(second.workspace.channels.get(to)?.messages).toEqual([]);
  });

  test("a workspace that never installed it is nobody's: nothing leaves", async () => {
    await expect(post("T0NOBODY", channel(server))).rejects.toMatchObject({ fault: "wait", cause: "not installed" });
    const nowhere = platform.standing({ platform: "slack", space: "T0NOBODY", channel: "C1" });
    await expect(nowhere).rejects.toMatchObject({ fault: "wait", cause: "not installed" });
    expect(server.requests).toEqual([]);
  });

  test("our own post is evidence in its own workspace, with its own bot, only", async () => {
    const to = channel(second);
    await post(SECOND.id, to);
    await expect.poll(() => bot.news.filter(({ heard }) => heard === "echo")).not.toEqual([]);
    expect(bot.news.findLast(({ heard }) => heard === "echo")).toMatchObject({ post: { at: { space: SECOND.id } } });
    bot.news.length = 0;
    const [sent] = second.workspace.channels.get(to)?.messages ?? [];
    server.workspace.tell({
      type: "message",
      bot_id: SECOND_BOT.id,
      channel: to,
      ts: sent?.ts,
      metadata: sent?.metadata,
    });
    await pause(50);
    expect(bot.news).toEqual([]);
  });

  test("somebody of another company in a shared channel is a guest of the workspace that the post is of", async () => {
    const to = channel(server);
    await post(TEAM.id, to);
    const elsewhere = { id: "T0ELSEWHERE", name: "Elsewhere", domain: "elsewhere" };
    const outsider = personIn(server, { team: elsewhere.id, within: elsewhere, administers: true });
    const [sent] = server.workspace.channels.get(to)?.messages ?? [];
    const body = {
      type: "block_actions",
      user: { id: outsider.user, team_id: elsewhere.id },
      team: { id: elsewhere.id, domain: elsewhere.domain },
      enterprise: null,
      api_app_id: BOT.app,
      trigger_id: "1.1.shared",
      container: { type: "message", message_ts: sent?.ts, channel_id: to, is_ephemeral: false },
      channel: { id: to, name: "general" },
      message: { ts: sent?.ts, bot_id: BOT.id, team: TEAM.id },
      actions: [{ type: "button", action_id: "press:0", block_id: "b", value: "webinar next", action_ts: "1.2" }],
    };
    await server.sockets.deliver("interactive", body);
    await expect
      .poll(() => bot.calls.at(-1))
      .toMatchObject({
        at: { space: TEAM.id },
        asker: { space: TEAM.id, guest: true, rights: [] },
      });
  });

  test.each([
    ["app_uninstalled", [{ type: "app_uninstalled" }]],
    ["tokens_revoked", [{ type: "tokens_revoked", tokens: { oauth: [], bot: [SECOND_BOT.user] } }]],
    [
      "both, the wrong way round and twice",
      [
        { type: "tokens_revoked", tokens: { oauth: [], bot: [SECOND_BOT.user] } },
        { type: "app_uninstalled" },
        { type: "tokens_revoked", tokens: { oauth: [], bot: [SECOND_BOT.user] } },
        { type: "app_uninstalled" },
      ],
    ],
  ])("%s deletes that workspace's token, says so, and leaves the other alone", async (_name, events) => {
    server.oauth.revoke(second.workspace);
    for (const event of events) second.workspace.tell(event);
    await expect.poll(async () => (await vaultOf({ store }).list()).map(({ key }) => key)).toEqual([TEAM.id]);
    await expect
      .poll(() => bot.news.filter(({ heard }) => heard === "stopped"))
      .toEqual([{ heard: "stopped", platform: "slack", space: SECOND.id, why: "install" }]);
    expect(platform.condition()).toMatchObject({ state: "connected", why: "absent" });
    expect(await platform.conditionIn?.(SECOND.id)).toMatchObject({ state: "stopped", why: "install" });
    expect(await platform.conditionIn?.(TEAM.id)).toMatchObject({ state: "connected" });
    expect((await platform.conditionIn?.(TEAM.id))?.why).toBeUndefined();
    await expect(post(SECOND.id, channel(second))).rejects.toMatchObject({ fault: "wait" });
    expect((await personIn(server).type("/webinar next", channel(server))).text).toContain("Here you are.");
    // And back again.
    expect((await install(second)).status).toBe(200);
    await post(SECOND.id, channel(second));
    expect(platform.condition().why).toBeUndefined();
    expect(await platform.conditionIn?.(SECOND.id)).toMatchObject({ state: "connected" });
  });

  test("installed anew it may be another bot, whose posts are ours from then on", async () => {
    await personIn(second).type("/webinar next", channel(second));
    second.workspace.bot = { id: "B0ANEW0001", user: "U0ANEW0001", app: BOT.app };
    expect((await install(second)).status).toBe(200);
    await post(SECOND.id, channel(second));
    await expect.poll(() => bot.news.at(-1)).toMatchObject({ heard: "echo", post: { at: { space: SECOND.id } } });
  });

  test("tokens of people, and of other bots, are nothing of ours", async () => {
    second.workspace.tell({ type: "tokens_revoked", tokens: { oauth: [SECOND_BOT.user], bot: ["U0OTHER"] } });
    await pause(50);
    expect((await vaultOf({ store }).list()).map(({ key }) => key)).toContain(SECOND.id);
  });

  test("an uninstallation that is told again after the workspace installed anew takes nothing away", async () => {
    const late = { ...wrap({ type: "app_uninstalled" }, second.workspace), event_time: 1_700_000_000 };
    await server.sockets.deliver("events_api", late);
    await pause(50);
    await post(SECOND.id, channel(second));
    // But the very same word counts when the token is dead indeed.
    server.oauth.revoke(second.workspace);
    await server.sockets.deliver("events_api", { ...late, event_id: "Ev0AGAIN" });
    await expect.poll(async () => (await vaultOf({ store }).list()).map(({ key }) => key)).toEqual([TEAM.id]);
  });

  test.each(["invalid_auth", "account_inactive", "token_revoked"])(
    "%s for one workspace's token stops that workspace only, after one request",
    async (word) => {
      const to = channel(second);
      server.trouble({ kind: "word", word });
      await expect(post(SECOND.id, to)).rejects.toMatchObject({ fault: "wait", cause: word, retryMs: 300_000 });
      await expect.poll(() => bot.news.at(-1)).toMatchObject({ heard: "stopped", space: SECOND.id, why: "install" });
      server.requests.length = 0;
      await expect(post(SECOND.id, to)).rejects.toMatchObject({ fault: "wait" });
      expect(server.requests).toEqual([]);
      expect(platform.state()).toBe("connected");
      await post(TEAM.id, channel(server));
      expect(bot.news.filter(({ heard }) => heard === "stopped")).toHaveLength(1);
    },
  );

  test("a look-up that is refused for the token counts the same", async () => {
    server.oauth.revoke(second.workspace);
    await personIn(second).type("/webinar next", channel(second));
    await expect.poll(() => bot.news.at(-1)).toMatchObject({ heard: "stopped", space: SECOND.id });
    expect(platform.state()).toBe("connected");
  });

  test("after a restart both are there, and with another secret neither: the operator and the asker read why", async () => {
    const to = channel(second);
    await one.close();
    await open();
    await post(SECOND.id, to);
    await one.close();
    await open({ secret: "another secret" });
    expect(one.platform.condition()).toMatchObject({ state: "connected", why: "absent" });
    expect(one.lines.join("\n")).toContain("SLACK_CLIENT_SECRET is another one");
    const seen = await personIn(second).type("/webinar next", to);
    expect(seen.text).toContain("https://bot.example/slack/install");
  });
});
