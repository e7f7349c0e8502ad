import { PermissionFlagsBits as Bits } from "discord.js";
import { type Answer, invalid, ok, refuse } from "./answers.ts";
import { enter, FORUMS, storeMessage, THREADS, toChannel, toMessage } from "./messages.ts";
import { addChannel, type Channel, type Json, newId, permissionsOf, type State } from "./state.ts";

/** Threads under messages, posts of forums, and what may be changed about a thread (docs resources/channel, topics/threads). */

const THREADED = new Set([0, 5]);

const may = (state: State, channel: Channel, bit: bigint): boolean =>
  (permissionsOf(state, channel, state.bot) & bit) !== 0n;

const created = (thread: Channel, more: Json = {}): Answer => ({
  status: 201,
  body: { ...toChannel(thread), ...more },
});

/** Its own message; of another's only who may manage messages (docs resources/channel, delete-message). */
export const deleteMessage = (state: State, at: { readonly channel: string; readonly message: string }): Answer => {
  const channel = enter(state, at.channel);
  if ("status" in channel) return channel;
  const message = state.messages.find(({ id, channel_id }) => id === at.message && channel_id === at.channel);
  if (message === undefined || message.deleted || message.for !== undefined) return refuse(404, 10008);
  if (message.author.id !== state.bot.id && !may(state, channel, Bits.ManageMessages)) return refuse(403, 50013);
  if (channel.archived) return refuse(400, 50083);
  return { status: 204 };
};

/** docs resources/user, create-dm: the same channel for the same person, whether or not they take any message. */
export const createDirect = (state: State, user: unknown): Answer => {
  const isKnown = [...state.guilds.values()].some(({ members }) => members.has(String(user)));
  if (!isKnown) return refuse(400, 50278);
  const there = [...state.channels.values()].find(({ recipient }) => recipient === user);
  return ok(toChannel(there ?? addChannel(state, { guild: "", name: "", type: 1, recipient: String(user) })));
};

export const createThread = (
  state: State,
  at: { readonly channel: string; readonly message: string },
  body: Json,
): Answer => {
  const channel = enter(state, at.channel);
  if ("status" in channel) return channel;
  if (!THREADED.has(channel.type)) return refuse(400, 50024);
  const message = state.messages.find(
    ({ id, channel_id, deleted }) => id === at.message && channel_id === at.channel && !deleted,
  );
  if (message === undefined) return refuse(404, 10008);
  if (!may(state, channel, Bits.CreatePublicThreads)) return refuse(403, 50013);
  if (state.channels.has(at.message)) return refuse(400, 160004);
  const thread = addChannel(state, {
    id: at.message,
    guild: channel.guild,
    name: String(body.name),
    type: channel.type === 5 ? 10 : 11,
    parent: channel.id,
    owner: state.bot.id,
    autoArchive: Number(body.auto_archive_duration ?? 4320),
  });
  return created(thread);
};

/** What Discord says to the tags of a post. */
const tagRefusal = (state: State, forum: Channel, applied: readonly string[]): Answer | undefined => {
  const { tags = [], requiresTag = false } = forum;
  if (applied.length > 5 || new Set(applied).size < applied.length) return invalid(["applied_tags"]);
  const picked = applied.map((id) => tags.find((tag) => tag.id === id));
  if (picked.includes(undefined)) return refuse(404, 10087);
  const isModerator = may(state, forum, Bits.ManageThreads);
  if (picked.some((tag) => tag?.moderated) && !isModerator) return refuse(403, 50013);
  if (!requiresTag || applied.length > 0) return undefined;
  return tags.some((tag) => !tag.moderated || isModerator) ? refuse(400, 40067) : refuse(400, 40066);
};

export const createForumPost = (state: State, id: string, body: Json): Answer => {
  const forum = enter(state, id);
  if ("status" in forum) return forum;
  if (!FORUMS.has(forum.type)) return refuse(400, 50024);
  if (!may(state, forum, Bits.SendMessages)) return refuse(403, 50013);
  const applied = (body.applied_tags ?? []) as readonly string[];
  const refused = tagRefusal(state, forum, applied);
  if (refused !== undefined) return refused;
  const thread = addChannel(state, {
    id: newId(),
    guild: forum.guild,
    name: String(body.name),
    type: 11,
    parent: forum.id,
    owner: state.bot.id,
    autoArchive: Number(body.auto_archive_duration ?? 4320),
    applied,
  });
  // The thread and its first message have one id.
  const message = storeMessage(state, { id: thread.id, channel: thread.id, body: (body.message ?? {}) as Json });
  return created(thread, { message: toMessage(message) });
};

export const changeChannel = (state: State, id: string, body: Json): Answer => {
  const channel = enter(state, id);
  if ("status" in channel) return channel;
  if (!THREADS.has(channel.type))
    return may(state, channel, Bits.ManageChannels) ? ok(toChannel(channel)) : refuse(403, 50013);
  const wakes = Object.keys(body).join() === "archived" && body.archived === false;
  const isModerator = may(state, channel, Bits.ManageThreads);
  if (channel.archived && !wakes) return refuse(400, 50083);
  const allowed =
    wakes && !channel.locked ? isModerator || may(state, channel, Bits.SendMessagesInThreads) : isModerator;
  if (!allowed) return refuse(403, 50013);
  if (typeof body.archived === "boolean") {
    channel.archived = body.archived;
    channel.archivedAt = new Date().toISOString();
  }
  if (typeof body.locked === "boolean") channel.locked = body.locked;
  return ok(toChannel(channel));
};

/** An edit by the author: the kind and the audience of a message stay as they are. */
export const editMessage = (
  state: State,
  at: { readonly channel: string; readonly message: string },
  body: Json,
): Answer => {
  const channel = enter(state, at.channel);
  if ("status" in channel) return channel;
  const message = state.messages.find(({ id, channel_id }) => id === at.message && channel_id === at.channel);
  if (message === undefined || message.deleted || message.for !== undefined) return refuse(404, 10008);
  if (message.author.id !== state.bot.id) return refuse(403, 50005);
  if (channel.archived) return refuse(400, 50083);
  return ok(toMessage(storeMessage(state, { id: message.id, channel: channel.id, body })));
};
