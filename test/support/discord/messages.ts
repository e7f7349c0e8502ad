import { PermissionFlagsBits as Bits } from "discord.js";
import { type Answer, ok, refuse } from "./answers.ts";
import { pingsOf } from "./pings.ts";
import { type Channel, type Json, newId, permissionsOf, type Role, type State, type Stored } from "./state.ts";

/** Messages, threads and channels as REST shows them to the bot; what it may not do is refused. */

export const THREADS = new Set([10, 11, 12]);
/** Channels of speech, which have a chat. */
export const VOICE = new Set([2, 13]);
export const FORUMS = new Set([15, 16]);
const POSTABLE = new Set([0, 1, 2, 5, 10, 11, 12, 13]);

/** Discord numbers the components of a stored message. */
const numbered = (components: readonly Json[]): readonly Json[] => {
  let next = 0;
  const number = (component: Json): Json => ({
    ...component,
    id: ++next,
    ...(Array.isArray(component.components) && { components: component.components.map(number) }),
  });
  return components.map(number);
};

export const storedComponents = (body: Json): readonly Json[] =>
  numbered(Array.isArray(body.components) ? (body.components as readonly Json[]) : []);

export const toMessage = (stored: Stored): Json => ({
  type: 0,
  id: stored.id,
  channel_id: stored.channel_id,
  author: { ...stored.author, discriminator: "0", global_name: null, avatar: null },
  content: stored.content,
  flags: stored.flags,
  components: stored.components,
  embeds: [],
  attachments: [],
  mentions: stored.pings.filter((ping) => /^@\d/u.test(ping)).map((ping) => ({ id: ping.slice(1) })),
  mention_roles: stored.pings.filter((ping) => ping.startsWith("@&")).map((ping) => ping.slice(2)),
  mention_everyone: stored.pings.some((ping) => ping === "@everyone" || ping === "@here"),
  pinned: false,
  tts: false,
  timestamp: "2026-01-01T00:00:00.000000+00:00",
  edited_timestamp: stored.edited ? "2026-01-01T00:00:01.000000+00:00" : null,
  ...(stored.webhook !== undefined && { webhook_id: stored.webhook }),
  ...(stored.nonce !== undefined && { nonce: stored.nonce }),
});

export const toChannel = (channel: Channel): Json =>
  channel.type === 1
    ? { id: channel.id, type: 1, flags: 0, last_message_id: null, recipients: [{ id: channel.recipient }] }
    : toGuildChannel(channel);

const toGuildChannel = (channel: Channel): Json => ({
  id: channel.id,
  type: channel.type,
  guild_id: channel.guild,
  name: channel.name,
  position: 0,
  parent_id: channel.parent ?? null,
  flags: channel.requiresTag ? 1 << 4 : 0,
  ...(channel.slow !== undefined && { rate_limit_per_user: channel.slow }),
  ...(FORUMS.has(channel.type) && {
    available_tags: (channel.tags ?? []).map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })),
  }),
  ...(THREADS.has(channel.type)
    ? {
        thread_metadata: {
          archived: channel.archived ?? false,
          locked: channel.locked ?? false,
          auto_archive_duration: channel.autoArchive ?? 4320,
          archive_timestamp: channel.archivedAt ?? "2026-01-01T00:00:00+00:00",
        },
        ...(channel.owner !== undefined && { owner_id: channel.owner }),
        ...(channel.applied !== undefined && { applied_tags: channel.applied }),
      }
    : {
        permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({
          id,
          type,
          allow: String(allow),
          deny: String(deny),
        })),
      }),
});

/** What the bot may do in a channel, or Discord's refusal. */
export const enter = (state: State, id: string): Channel | Answer => {
  const channel = state.channels.get(id);
  if (channel === undefined) return refuse(404, 10003);
  return permissionsOf(state, channel, state.bot) & Bits.ViewChannel ? channel : refuse(403, 50001);
};

export const getChannel = (state: State, id: string): Answer => {
  const channel = enter(state, id);
  return "status" in channel ? channel : ok(toChannel(channel));
};

const toRole = (role: Role): Json => ({
  ...role,
  permissions: String(role.permissions),
  position: 0,
  color: 0,
  hoist: false,
  managed: false,
  mentionable: role.mentionable ?? false,
  flags: 0,
});

export const getRoles = (state: State, id: string): Answer => {
  const guild = state.guilds.get(id);
  if (guild === undefined) return refuse(404, 10004);
  return ok(guild.roles.map(toRole));
};

/** Counts only where they are asked for (docs resources/guild#get-guild). */
export const getGuild = (state: State, id: string, withCounts: boolean): Answer => {
  const guild = state.guilds.get(id);
  if (guild === undefined) return refuse(404, 10004);
  const size = guild.size ?? guild.members.size;
  return ok({
    id: guild.id,
    name: guild.name,
    owner_id: guild.owner,
    roles: guild.roles.map(toRole),
    ...(withCounts && { approximate_member_count: size, approximate_presence_count: Math.ceil(size / 3) }),
  });
};

export const getMember = (state: State, guild: string, user: string): Answer => {
  const member = state.guilds.get(guild)?.members.get(user);
  if (member === undefined) return refuse(404, state.guilds.has(guild) ? 10007 : 10004);
  return ok({
    user: { id: member.id, username: member.name, bot: member.bot },
    roles: member.roles,
    nick: member.nick ?? null,
    joined_at: "2026-01-01T00:00:00+00:00",
    deaf: false,
    mute: false,
    flags: 0,
    communication_disabled_until: member.timeoutUntil ?? null,
  });
};

/** Keeps a new message, or what an edit says of one that is there: what is left out stays. */
export const storeMessage = (
  state: State,
  { id, channel, body }: { readonly id: string; readonly channel: string; readonly body: Json },
): Stored => {
  const there = state.messages.find((message) => message.id === id);
  if (there !== undefined) {
    there.flags |= Number(body.flags ?? 0);
    if (body.content !== undefined) there.content = String(body.content ?? "");
    if (body.components !== undefined) there.components = storedComponents(body);
    there.body = body;
    there.edited = true;
    return there;
  }
  const stored: Stored = {
    id,
    channel_id: channel,
    author: { id: state.bot.id, username: state.bot.name, bot: true },
    content: String(body.content ?? ""),
    flags: Number(body.flags ?? 0),
    components: storedComponents(body),
    ...(body.nonce !== undefined && { nonce: String(body.nonce) }),
    pings: pingsOf(state, channel, body),
    body,
  };
  state.messages.push(stored);
  return stored;
};

export const createMessage = (state: State, id: string, body: Json): Answer => {
  const channel = enter(state, id);
  if ("status" in channel) return channel;
  if (FORUMS.has(channel.type)) return refuse(400, 40058);
  if (!POSTABLE.has(channel.type)) return refuse(400, 50008);
  if (channel.recipient !== undefined && state.closed.has(channel.recipient)) return refuse(403, 50007);
  const held = permissionsOf(state, channel, state.bot);
  const needed = THREADS.has(channel.type) ? Bits.SendMessagesInThreads : Bits.SendMessages;
  if ((held & needed) === 0n) return refuse(403, 50013);
  // Slow mode holds no bot up (docs resources/channel, rate_limit_per_user).
  if (channel.locked && (held & Bits.ManageThreads) === 0n) return refuse(400, 160005);
  const nonce = body.nonce === undefined ? undefined : String(body.nonce);
  if (nonce !== undefined && body.enforce_nonce === true) {
    const since = BigInt(newId(state.times.nonceMs));
    const first = state.messages.find((message) => message.nonce === nonce && BigInt(message.id) > since);
    if (first?.deleted) return refuse(404, 10008);
    if (first) return ok(toMessage(first));
  }
  // A post wakes a thread (docs topics/threads).
  channel.archived = false;
  return ok(toMessage(storeMessage(state, { id: newId(), channel: id, body })));
};
