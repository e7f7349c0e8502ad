import { PermissionFlagsBits as Bits } from "discord.js";
import { type Answer, ok, refuse } from "./answers.ts";
import { pingsOf } from "./pings.ts";
import {
  addChannel,
  type Channel,
  type Json,
  newId,
  permissionsOf,
  type Role,
  type State,
  type Stored,
} from "./state.ts";

/** Messages, threads and channels as REST shows them to the bot; what it may not do is refused. */

const THREADS = new Set([10, 11, 12]);
const POSTABLE = new Set([0, 2, 5, 10, 11, 12, 13]);

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
  edited_timestamp: null,
  ...(stored.nonce !== undefined && { nonce: stored.nonce }),
});

const toChannel = (channel: Channel): Json => ({
  id: channel.id,
  type: channel.type,
  guild_id: channel.guild,
  name: channel.name,
  position: 0,
  parent_id: channel.parent ?? null,
  ...(THREADS.has(channel.type)
    ? {
        thread_metadata: {
          archived: channel.archived ?? false,
          locked: channel.locked ?? false,
          auto_archive_duration: 10080,
        },
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
const enter = (state: State, id: string): Channel | Answer => {
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
    owner_id: guild.owner ?? "1",
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
    communication_disabled_until: member.silencedUntil ?? null,
    joined_at: "2026-01-01T00:00:00+00:00",
    deaf: false,
    mute: false,
    flags: 0,
  });
};

export const createMessage = (state: State, id: string, body: Json): Answer => {
  const channel = enter(state, id);
  if ("status" in channel) return channel;
  if (!POSTABLE.has(channel.type)) return refuse(400, 50024);
  const needed = THREADS.has(channel.type) ? Bits.SendMessagesInThreads : Bits.SendMessages;
  if ((permissionsOf(state, channel, state.bot) & needed) === 0n) return refuse(403, 50013);
  if (channel.locked) return refuse(403, 160005);
  const nonce = body.nonce === undefined ? undefined : String(body.nonce);
  if (nonce !== undefined && body.enforce_nonce === true) {
    const since = BigInt(newId(state.times.nonceMs));
    const first = state.messages.find((message) => message.nonce === nonce && BigInt(message.id) > since);
    if (first?.deleted) return refuse(404, 10008);
    if (first) return ok(toMessage(first));
  }
  const stored: Stored = {
    id: newId(),
    channel_id: id,
    author: { id: state.bot.id, username: state.bot.name, bot: true },
    content: String(body.content ?? ""),
    flags: Number(body.flags ?? 0),
    components: storedComponents(body),
    ...(nonce !== undefined && { nonce }),
    pings: pingsOf(state, id, body),
    body,
  };
  state.messages.push(stored);
  return ok(toMessage(stored));
};

export const createThread = (
  state: State,
  at: { readonly channel: string; readonly message: string },
  body: Json,
): Answer => {
  const channel = enter(state, at.channel);
  if ("status" in channel) return channel;
  if (THREADS.has(channel.type)) return refuse(400, 50024);
  const message = state.messages.find(
    ({ id, channel_id, deleted }) => id === at.message && channel_id === at.channel && !deleted,
  );
  if (message === undefined) return refuse(404, 10008);
  if ((permissionsOf(state, channel, state.bot) & Bits.CreatePublicThreads) === 0n) return refuse(403, 50013);
  if (state.channels.has(at.message)) return refuse(400, 160004);
  const type = channel.type === 5 ? 10 : 11;
  const thread = addChannel(state, {
    id: at.message,
    guild: channel.guild,
    name: String(body.name),
    type,
    parent: channel.id,
  });
  return { status: 201, body: toChannel(thread) };
};
