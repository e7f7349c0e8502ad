import type { Json } from "./rules.ts";
import { initialOf, type Origin } from "./see.ts";
import type { LoopbackSlack } from "./server.ts";
import {
  BOT,
  type Channel,
  type Interaction,
  type Message,
  newTs,
  TEAM,
  type Team,
  type User,
  type View,
} from "./state.ts";
import { toOutput } from "./views.ts";

/** What Slack's client makes of typing and pressing: the payloads of docs.slack.dev/reference/interaction-payloads. */

/** The workspace that somebody is in, which need not be the one they are at home in. */
const teamOf = (user: User): Team => user.within ?? TEAM;

/** What the client makes of a typed line when the command has should_escape: known mentions and links are marked up. */
const escapeTyped = ({ workspace }: LoopbackSlack, text: string): string =>
  text.replaceAll(
    /<@(U[A-Z0-9]+)>|<#([CG][A-Z0-9]+)>|https?:\/\/[^\s<>]+|[&<>]/gu,
    (found, user: string | undefined, channel: string | undefined) => {
      const person = workspace.users.get(user ?? "");
      const place = workspace.channels.get(channel ?? "");
      if (person !== undefined) return `<@${person.id}|${person.name.toLowerCase()}>`;
      if (place !== undefined) return `<#${place.id}|${place.name}>`;
      const escaped = found.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      return found.startsWith("http") ? `<${escaped}>` : escaped;
    },
  );

const toOrg = ({ org }: LoopbackSlack["workspace"]): Json =>
  org === undefined ? {} : { enterprise_id: org.id, enterprise_name: org.name };

export const slashCommand = (
  server: LoopbackSlack,
  user: User,
  { line, channel, interaction }: { line: string; channel: Channel; interaction: Interaction },
): Json => {
  const [, command, text = ""] = /^(\/\S+)\s*(.*)$/su.exec(line) ?? [];
  if (command === undefined) throw new Error("not a slash command");
  return {
    token: "verification",
    team_id: user.team,
    team_domain: teamOf(user).domain,
    ...toOrg(server.workspace),
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: user.id,
    user_name: user.name,
    command,
    text: escapeTyped(server, text),
    api_app_id: BOT.app,
    is_enterprise_install: String(server.workspace.orgInstalled),
    response_url: server.responseUrl(interaction.trigger),
    trigger_id: interaction.trigger,
  };
};

const toContainer = (origin: Origin): Json => {
  if (origin.kind === "view") return { type: "view", view_id: origin.view.id };
  if (origin.kind === "ephemeral") {
    return {
      type: "message",
      message_ts: origin.ephemeral.id,
      channel_id: origin.ephemeral.channel,
      is_ephemeral: true,
    };
  }
  const { message, channel } = origin;
  const thread = message.thread === undefined ? {} : { thread_ts: message.thread };
  return { type: "message", message_ts: message.ts, channel_id: channel.id, is_ephemeral: false, ...thread };
};

const toMessageOutput = ({ bot, team }: LoopbackSlack["workspace"], { ts, text, blocks, thread }: Message): Json => ({
  type: "message",
  ts,
  text,
  blocks,
  bot_id: bot.id,
  user: bot.user,
  team: team.id,
  ...(thread !== undefined && { thread_ts: thread }),
});

export const blockActions = (
  server: LoopbackSlack,
  user: User,
  { origin, action, interaction }: { origin: Origin; action: Json; interaction: Interaction },
): Json => ({
  type: "block_actions",
  user: { id: user.id, username: user.name, name: user.name, team_id: user.team },
  api_app_id: BOT.app,
  token: "verification",
  container: toContainer(origin),
  trigger_id: interaction.trigger,
  team: { id: teamOf(user).id, domain: teamOf(user).domain },
  enterprise: server.workspace.org ?? null,
  is_enterprise_install: server.workspace.orgInstalled,
  ...(interaction.channel !== undefined && {
    channel: { id: interaction.channel, name: server.workspace.channels.get(interaction.channel)?.name ?? "" },
    response_url: server.responseUrl(interaction.trigger),
  }),
  ...(origin.kind === "post" && { message: toMessageOutput(server.workspace, origin.message) }),
  ...(origin.kind === "view" && { view: toOutput(origin.view) }),
  state: { values: {} },
  actions: [{ ...action, action_ts: newTs() }],
});

/** What was picked while typing; a multi-select holds several, here with commas between them. */
const toPicked = (element: Json, value: string): Json => {
  const several = element.type === "multi_external_select";
  const values = (several ? value.split(",") : [value]).map((one) => one.trim()).filter((one) => one !== "");
  const picked = values.map((one) => ({ text: { type: "plain_text", text: one, emoji: false }, value: one }));
  return several
    ? { type: element.type, selected_options: picked }
    : { type: element.type, selected_option: picked[0] ?? null };
};

const toState = (element: Json, value: string): Json => {
  const options = element.options as readonly Json[] | undefined;
  if (element.type === "users_select")
    return { type: "users_select", selected_user: /[UW][A-Z0-9]+/u.exec(value)?.[0] ?? null };
  if (element.type === "conversations_select") {
    return { type: "conversations_select", selected_conversation: /[CG][A-Z0-9]+/u.exec(value)?.[0] ?? null };
  }
  if (element.type === "external_select" || element.type === "multi_external_select") return toPicked(element, value);
  if (element.type !== "static_select") return { type: element.type, value: value === "" ? null : value };
  const option = options?.find((each) => each.value === value);
  if (option === undefined && value !== "") throw new Error(`${value} cannot be chosen`);
  return { type: "static_select", selected_option: option ?? null };
};

/** Every input of the view with what stands in it; the client itself refuses an empty required one. */
export const fillIn = (view: View, values: Readonly<Record<string, string>>): Json => {
  const inputs = (view.view.blocks as readonly Json[]).filter(({ type }) => type === "input");
  return Object.fromEntries(
    inputs.map((block) => {
      const element = block.element as Json;
      const value = values[String(element.action_id)] ?? initialOf(element) ?? "";
      if (value === "" && block.optional !== true) throw new Error("Please complete this required field.");
      return [block.block_id, { [String(element.action_id)]: toState(element, value) }];
    }),
  );
};

export const submission = (user: User, view: Json, trigger: string): Json => ({
  type: "view_submission",
  team: { id: teamOf(user).id, domain: teamOf(user).domain },
  user: { id: user.id, username: user.name, name: user.name, team_id: user.team },
  api_app_id: BOT.app,
  token: "verification",
  trigger_id: trigger,
  view,
  response_urls: [],
  is_enterprise_install: false,
  enterprise: null,
});

/** docs.slack.dev/reference/interaction-payloads: block_suggestion, shortcut (global), message_action; events/app_home_opened. */
const common = (user: User): Json => ({
  team: { id: teamOf(user).id, domain: teamOf(user).domain },
  user: { id: user.id, username: user.name, name: user.name, team_id: user.team },
  api_app_id: BOT.app,
  token: "verification",
  enterprise: null,
  is_enterprise_install: false,
});

export const blockSuggestion = (user: User, view: View, { option, typed }: { option: string; typed: string }): Json => {
  const block = (view.view.blocks as readonly Json[]).find(
    ({ element }) => (element as Json | undefined)?.action_id === option,
  );
  const element = block?.element as Json | undefined;
  if (element?.type !== "external_select" && element?.type !== "multi_external_select")
    throw new Error(`${option} is no list to type into`);
  return {
    ...common(user),
    type: "block_suggestion",
    container: { type: "view", view_id: view.id },
    block_id: block?.block_id,
    action_id: option,
    value: typed,
    view: toOutput(view),
  };
};

export const shortcut = (user: User, callback: string, trigger: string): Json => ({
  ...common(user),
  type: "shortcut",
  callback_id: callback,
  trigger_id: trigger,
  action_ts: newTs(),
});

export const messageAction = (
  server: LoopbackSlack,
  user: User,
  given: { channel: Channel; message: Message; callback: string; trigger: string },
): Json => ({
  ...common(user),
  type: "message_action",
  callback_id: given.callback,
  trigger_id: given.trigger,
  response_url: server.responseUrl(given.trigger),
  channel: { id: given.channel.id, name: given.channel.name },
  message_ts: given.message.ts,
  message: toMessageOutput(server.workspace, given.message),
  action_ts: newTs(),
});

export const homeOpened = (user: User, tab: string, home: View | undefined): Json => ({
  token: "verification",
  team_id: teamOf(user).id,
  api_app_id: BOT.app,
  type: "event_callback",
  event_id: `Ev${newTs()}`,
  event_time: 1_796_000_000,
  authorizations: [{ enterprise_id: null, team_id: teamOf(user).id, user_id: BOT.user, is_bot: true }],
  event: {
    type: "app_home_opened",
    user: user.id,
    channel: "D0HOME",
    tab,
    event_ts: newTs(),
    ...(home !== undefined && { view: toOutput(home) }),
  },
});
