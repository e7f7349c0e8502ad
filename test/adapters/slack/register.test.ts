import { expect, test } from "vitest";
import { events, scopes, toManifest } from "../../../src/adapters/slack/register.ts";
import { commands } from "../../../src/commands/commands.ts";
import { menu } from "../../support/slack/script.ts";
import { wording } from "../../support/wording.ts";

test("The manifest has one slash command for each root, and says what follows it", () => {
  expect(toManifest(menu, { name: "Rostrum" }).features.slash_commands).toEqual([
    {
      command: "/webinar",
      description: "About webinar next · About webinar show",
      usage_hint: "next | show webinar",
      should_escape: true,
    },
    {
      command: "/announce",
      description: "About announce schedule",
      usage_hint: "schedule webinar [where:…] [text:…]",
      should_escape: true,
    },
    { command: "/speaker", description: "About speaker", usage_hint: "name [as:…]", should_escape: true },
  ]);
});

test("The manifest asks for exactly the scopes that have a reason, and for Socket Mode where it is used", () => {
  const manifest = toManifest(menu, { name: "Rostrum" });
  expect(manifest.oauth_config.scopes.bot).toEqual(Object.keys(scopes));
  expect(manifest.oauth_config.scopes.bot).toEqual([
    "chat:write",
    "commands",
    "users:read",
    "usergroups:read",
    "channels:read",
    "groups:read",
    "channels:history",
    "groups:history",
    "im:write",
    "im:history",
    "metadata.message:read",
  ]);
  expect(manifest.settings.event_subscriptions).toEqual({
    bot_events: Object.keys(events),
    metadata_subscriptions: [{ app_id: "*", event_type: "rostrum_post" }],
  });
  expect(Object.keys(events)).toEqual([
    "app_home_opened",
    "message.channels",
    "message.groups",
    "message_metadata_posted",
    "channel_archive",
    "channel_deleted",
    "channel_left",
    "group_archive",
    "group_deleted",
    "group_left",
    "app_uninstalled",
    "tokens_revoked",
  ]);
  expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  const byHttp = toManifest(menu, { name: "Rostrum", publicUrl: "https://bot.example/" });
  expect(byHttp.settings).toMatchObject({
    socket_mode_enabled: false,
    interactivity: { is_enabled: true, request_url: "https://bot.example/slack/events" },
  });
  expect(byHttp.features.slash_commands.map(({ url }) => url)).toEqual(
    Array(3).fill("https://bot.example/slack/events"),
  );
});

test("The manifest leads back from Slack's page, rotates tokens and is for organisations only when that is meant", () => {
  const plain = toManifest(menu, { name: "Rostrum", publicUrl: "https://bot.example" });
  expect(plain.oauth_config).toEqual({ scopes: { bot: Object.keys(scopes) } });
  expect(plain.settings).toMatchObject({ token_rotation_enabled: false, org_deploy_enabled: false });
  const installUrl = "https://bot.example/rostrum/";
  const meant = toManifest(menu, { name: "Rostrum", installUrl, rotate: true, org: true });
  expect(meant.oauth_config.redirect_urls).toEqual(["https://bot.example/rostrum/slack/oauth_redirect"]);
  expect(meant.settings).toMatchObject({
    token_rotation_enabled: true,
    org_deploy_enabled: true,
    socket_mode_enabled: true,
  });
});

/** docs.slack.dev/reference/app-manifest: app_home, shortcuts (≤ 10, name ≤ 24, description ≤ 150, callback_id ≤ 255). */
test("The manifest has a home, shortcuts within Slack's limits, and the event and interactivity that they need", () => {
  const { features, settings } = toManifest(menu, { name: "Rostrum" });
  expect(features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: true,
  });
  expect(settings).toMatchObject({
    interactivity: { is_enabled: true },
  });
  expect(features.shortcuts.length).toBeLessThanOrEqual(10);
  expect(features.shortcuts.map(({ type }) => type).sort()).toEqual(["global", "message", "message", "message"]);
  expect(new Set(features.shortcuts.map(({ callback_id }) => callback_id)).size).toBe(features.shortcuts.length);
  for (const one of features.shortcuts) {
    expect(one.name.length).toBeLessThanOrEqual(24);
    expect(one.description.length).toBeLessThanOrEqual(150);
    expect(commands.map(({ name }) => name)).toContain(one.callback_id);
  }
});

/** Limits of the manifest: types of @slack/web-api, from docs.slack.dev/reference/app-manifest. */
test("The manifest stays within Slack's limits, however large the menu", () => {
  const [entry] = menu;
  if (entry === undefined) throw new Error("an empty menu");
  const many = Array.from({ length: 200 }, (_, n) => ({
    ...entry,
    name: `webinar ${"x".repeat(25)}${n}`,
    summary: wording("y".repeat(100), ""),
  }));
  const { display_information, features } = toManifest(many, {
    name: "Rostrum of the Long Names & Ünïcode Society",
  });
  expect(display_information.name.length).toBeLessThanOrEqual(35);
  expect(display_information.description.length).toBeLessThanOrEqual(140);
  expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/u);
  expect(features.slash_commands.length).toBeLessThanOrEqual(50);
  for (const command of features.slash_commands) {
    expect(command.command).toMatch(/^\/[a-z-]{1,31}$/u);
    expect(command.description.length).toBeLessThanOrEqual(2000);
    expect(command.usage_hint.length).toBeLessThanOrEqual(1000);
  }
});
