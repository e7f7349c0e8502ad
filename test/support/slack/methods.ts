import { deleteMessage, tellPosted } from "./events.ts";
import { historyMethods, toOutput } from "./history.ts";
import { pingsOf } from "./pings.ts";
import { type Json, listOf } from "./rules.ts";
import { type Channel, checkBlocks, type Message, newId, newTs, type Workspace, withIds } from "./state.ts";
import { viewMethods } from "./views.ts";

/** The Web API methods that a bot like ours may use. Every answer is HTTP 200 with `ok`. */

type Answer = Json;
type Method = (workspace: Workspace, args: Json) => Answer | Promise<Answer>;
const no = (error: string, more: Json = {}): Answer => ({ ok: false, error, ...more });

const isTrue = (value: unknown): boolean => value === true || value === "true" || value === "1" || value === 1;

const usersInfo: Method = ({ users, team }, args) => {
  const user = users.get(String(args.user));
  if (user === undefined) return no("user_not_found");
  return {
    ok: true,
    user: {
      id: user.id,
      ...(user.team !== "" && { team_id: user.team }),
      name: user.name,
      real_name: user.name,
      deleted: user.deleted ?? false,
      tz: user.zone,
      profile: { real_name: user.name, display_name: user.name },
      is_admin: user.administers,
      is_owner: false,
      is_primary_owner: false,
      is_restricted: user.guest,
      is_ultra_restricted: user.single ?? false,
      is_bot: false,
      ...((user.stranger ?? user.team !== team.id) && { is_stranger: true }),
      ...(isTrue(args.include_locale) && { locale: user.locale }),
    },
  };
};

const toInfo = (channel: Channel): Json => ({
  id: channel.id,
  name: channel.name,
  is_channel: !channel.private,
  is_private: channel.private,
  is_archived: channel.archived,
  is_member: channel.member,
  is_im: channel.of !== undefined,
  ...channel.flags,
});

/** A private channel that the bot is not in is as if it were not there. */
const visible = ({ channels }: Workspace, id: unknown): Channel | undefined => {
  const channel = channels.get(String(id));
  return channel !== undefined && (!channel.private || channel.member) ? channel : undefined;
};

const conversationsInfo: Method = (workspace, args) => {
  const channel = visible(workspace, args.channel);
  if (channel === undefined) return no("channel_not_found");
  const needed = channel.of !== undefined ? "im:read" : channel.private ? "groups:read" : "channels:read";
  if (!workspace.scopes.has(needed)) return no("missing_scope", { needed, provided: [...workspace.scopes].join(",") });
  const size = channel.size ?? workspace.users.size;
  return { ok: true, channel: { ...toInfo(channel), ...(isTrue(args.include_num_members) && { num_members: size }) } };
};

/** docs.slack.dev/reference/methods/conversations.open: the same channel for the same person. */
const conversationsOpen: Method = (workspace, args) => {
  if (!workspace.scopes.has("im:write")) return no("missing_scope", { needed: "im:write" });
  const user = String(args.users);
  if (!workspace.users.has(user)) return no("user_not_found");
  const there = [...workspace.channels.values()].find(({ of }) => of === user);
  const id = there?.id ?? newId("D");
  if (there === undefined)
    workspace.channels.set(id, {
      id,
      name: "",
      private: true,
      member: true,
      archived: false,
      flags: {},
      of: user,
      messages: [],
    });
  return { ok: true, no_op: there !== undefined, already_open: there !== undefined, channel: { id } };
};

const conversationsList: Method = (workspace) => ({
  ok: true,
  channels: [...workspace.channels.values()].filter(({ id }) => visible(workspace, id)).map(toInfo),
  response_metadata: { next_cursor: "" },
});

/** chat.postMessage's arguments (docs.slack.dev/reference/methods/chat.postMessage). */
const POST_ARGUMENTS = [
  "token",
  "channel",
  "thread_ts",
  "reply_broadcast",
  "text",
  "blocks",
  "attachments",
  "markdown_text",
  "metadata",
  "unfurl_links",
  "unfurl_media",
  "mrkdwn",
  "parse",
  "link_names",
  "username",
  "icon_emoji",
  "icon_url",
  "as_user",
];

const refusePost = (workspace: Workspace, channel: Channel | undefined, args: Json): string | undefined => {
  if (channel === undefined) return "channel_not_found";
  if (channel.of !== undefined && !workspace.messagesTab) return "messages_tab_disabled";
  if (channel.of !== undefined && workspace.closed.has(channel.of)) return "restricted_action";
  if (channel.archived) return "is_archived";
  if (!channel.member) return "not_in_channel";
  if (channel.flags.is_read_only) return "restricted_action_read_only_channel";
  if (channel.flags.is_thread_only && args.thread_ts === undefined) return "restricted_action_thread_only_channel";
  if (channel.flags.is_non_threadable && args.thread_ts !== undefined)
    return "restricted_action_non_threadable_channel";
  const parent = channel.messages.find(({ ts }) => ts === args.thread_ts);
  if (args.thread_ts !== undefined && (parent === undefined || parent.thread !== undefined))
    return "cannot_reply_to_message";
  if (args.blocks === undefined && !args.text) return "no_text";
  if (String(args.text ?? "").length > 40_000) return "msg_too_long";
  // bolt-js#2867, #2509: undocumented, somewhere between 11,300 and 13,300 of all blocks together.
  if (JSON.stringify(args.blocks ?? []).length > 12_000) return "msg_blocks_too_long";
  const metadata = args.metadata as Json | undefined;
  if (
    metadata !== undefined &&
    (typeof metadata.event_type !== "string" || typeof metadata.event_payload !== "object")
  ) {
    return "invalid_metadata_format";
  }
  if (!workspace.scopes.has("chat:write")) return "missing_scope";
  return undefined;
};

const postMessage: Method = async (workspace, args) => {
  const unknown = Object.keys(args).filter((key) => !POST_ARGUMENTS.includes(key));
  workspace.violations.push(...unknown.map((key) => `chat.postMessage has no argument ${key}`));
  const channel = visible(workspace, args.channel);
  const refused = refusePost(workspace, channel, args);
  if (refused !== undefined || channel === undefined) return no(refused ?? "channel_not_found");
  const blocks = listOf(args.blocks);
  const wrong = await checkBlocks(workspace, blocks);
  if (wrong.length > 0) return no("invalid_blocks", { response_metadata: { messages: wrong } });
  const message: Message = {
    ts: newTs(),
    thread: args.thread_ts as string | undefined,
    text: String(args.text ?? ""),
    blocks: withIds(blocks),
    metadata: args.metadata as Json | undefined,
    pings: pingsOf(workspace, args),
    raw: args,
  };
  channel.messages.push(message);
  tellPosted(workspace, channel, message);
  return { ok: true, channel: channel.id, ts: message.ts, message: toOutput(workspace, message) };
};

/** Docs chat.update: what is not given of blocks and metadata is kept, text without blocks takes the blocks away; `text` over 4000 is refused. */
const UPDATE_ARGUMENTS = [
  "channel",
  "ts",
  "text",
  "blocks",
  "attachments",
  "metadata",
  "link_names",
  "parse",
  "reply_broadcast",
];

const update: Method = async (workspace, args) => {
  const unknown = Object.keys(args).filter((key) => !["token", ...UPDATE_ARGUMENTS].includes(key));
  workspace.violations.push(...unknown.map((key) => `chat.update has no argument ${key}`));
  if (!workspace.scopes.has("chat:write")) return no("missing_scope", { needed: "chat:write" });
  const channel = visible(workspace, args.channel);
  if (channel === undefined) return no("channel_not_found");
  const message = channel.messages.find(({ ts }) => ts === args.ts);
  if (message === undefined) return no("message_not_found");
  if (channel.archived) return no("is_archived");
  if (args.blocks === undefined && !args.text) return no("no_text");
  if (String(args.text ?? "").length > 4000) return no("msg_too_long");
  const blocks = listOf(args.blocks);
  if (JSON.stringify(blocks).length > 12_000) return no("msg_blocks_too_long");
  const wrong = await checkBlocks(workspace, blocks);
  if (wrong.length > 0) return no("invalid_blocks", { response_metadata: { messages: wrong } });
  message.text = String(args.text ?? message.text);
  message.blocks = withIds(blocks);
  message.metadata = (args.metadata as Json | undefined) ?? message.metadata;
  return {
    ok: true,
    channel: channel.id,
    ts: message.ts,
    text: message.text,
    message: toOutput(workspace, message),
  };
};

/** Docs chat.delete: a bot's token takes away what the bot posted. */
const deletePost: Method = (workspace, args) => {
  if (!workspace.scopes.has("chat:write")) return no("missing_scope", { needed: "chat:write" });
  const channel = visible(workspace, args.channel);
  if (channel === undefined) return no("channel_not_found");
  const message = channel.messages.find(({ ts }) => ts === args.ts);
  if (message === undefined) return no("message_not_found");
  if (message.by !== undefined) return no("cant_delete_message");
  deleteMessage(workspace, channel, message.ts);
  return { ok: true, channel: channel.id, ts: message.ts };
};

/** Docs chat.postEphemeral: to a member of a channel that the app is in, too. */
const postEphemeral: Method = async (workspace, args) => {
  if (!workspace.scopes.has("chat:write")) return no("missing_scope", { needed: "chat:write" });
  const channel = visible(workspace, args.channel);
  if (channel === undefined) return no("channel_not_found");
  if (!channel.member) return no("not_in_channel");
  const user = String(args.user);
  if (!workspace.users.has(user)) return no("user_not_in_channel");
  const blocks = listOf(typeof args.blocks === "string" ? JSON.parse(args.blocks) : args.blocks);
  if (blocks.length === 0 && !args.text) return no("no_text");
  const wrong = await checkBlocks(workspace, blocks);
  if (wrong.length > 0) return no("invalid_blocks", { response_metadata: { messages: wrong } });
  const ts = newTs();
  workspace.whispers.push({
    id: ts,
    channel: channel.id,
    user,
    text: String(args.text ?? ""),
    blocks: withIds(blocks),
    raw: args,
  });
  return { ok: true, message_ts: ts };
};

const authTest: Method = ({ team, bot, org, orgInstalled }) => ({
  ok: true,
  url: `https://${team.domain}.slack.com/`,
  // Of an organisation's token Slack says the organisation.
  team: (orgInstalled && org?.name) || team.name,
  user: "rostrum",
  team_id: (orgInstalled && org?.id) || team.id,
  user_id: bot.user,
  bot_id: bot.id,
  ...(org !== undefined && { enterprise_id: org.id }),
  is_enterprise_install: orgInstalled,
});

const usergroupsList: Method = ({ groups, scopes, orgInstalled, team }, args) => {
  // Docs: required when the token is an organisation's.
  if (orgInstalled && args.team_id === undefined) return no("missing_argument");
  if (args.team_id !== undefined && args.team_id !== team.id) return no("invalid_team");
  if (!scopes.has("usergroups:read")) return no("missing_scope", { needed: "usergroups:read" });
  const usergroups = [...groups].map(([id, users]) => ({
    id,
    name: `Group ${id}`,
    handle: id.toLowerCase(),
    ...(isTrue(args.include_users) && { users }),
    ...(isTrue(args.include_count) && { user_count: users.length }),
  }));
  return { ok: true, usergroups };
};

/** Methods of the bot token; apps.connections.open has the app's (server.ts). */
export const methods: Readonly<Record<string, Method>> = {
  "auth.test": authTest,
  "users.info": usersInfo,
  "usergroups.list": usergroupsList,
  "conversations.info": conversationsInfo,
  "conversations.list": conversationsList,
  "conversations.open": conversationsOpen,
  ...historyMethods,
  "chat.postMessage": postMessage,
  "chat.delete": deletePost,
  "chat.update": update,
  "chat.postEphemeral": postEphemeral,
  ...viewMethods,
};
