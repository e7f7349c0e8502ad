import { PermissionFlagsBits as Bits } from "discord.js";
import { toGuildCreate } from "./guilds.ts";
import { toChannel, toMessage } from "./messages.ts";
import { type Channel, type Json, type Member, newId, permissionsOf, type State, type Stored } from "./state.ts";

/** What people do in the servers, and what Discord tells the bot of it. */
export interface Events {
  /** A message of ours is there. */
  posted(stored: Stored): void;
  /** Somebody writes. */
  say(by: Pick<Member, "id" | "name" | "bot">, channel: string, content: string, given?: object): Stored;
  deleteMessage(id: string): void;
  /** Many at once, as a moderator's tool does. */
  deleteMessages(channel: string, ids: readonly string[]): void;
  /** Somebody made a channel. */
  addedChannel(id: string): void;
  /** A channel or a thread, with all that is in it. */
  deleteChannel(id: string): void;
  /** The bot is removed from a server. */
  removeFrom(guild: string): void;
  /** A server is down for a while, and there again. */
  outage(guild: string): void;
  restore(guild: string): void;
}

const THREADS = [10, 11, 12];

export const createEvents = (state: State, dispatch: (event: string, data: unknown) => void): Events => {
  const channelOf = (id: string): Channel => {
    const channel = state.channels.get(id);
    if (channel === undefined) throw new Error(`there is no channel ${id}`);
    return channel;
  };
  /** Only what the bot may see is told. */
  const tell = (channel: Channel, event: string, data: Json): void => {
    if (permissionsOf(state, channel, state.bot) & Bits.ViewChannel)
      dispatch(event, { ...data, guild_id: channel.guild });
  };
  const create = (stored: Stored, given: object = {}): void => {
    const channel = channelOf(stored.channel_id);
    // Of direct messages only a session with their own intent hears, and ours has none.
    if (channel.type === 1) return;
    const member = { roles: [], joined_at: "2026-01-01T00:00:00+00:00", deaf: false, mute: false, flags: 0 };
    tell(channel, "MESSAGE_CREATE", { ...toMessage(stored), ...given, member, channel_type: channel.type });
  };
  return {
    posted: (stored) => {
      const channel = channelOf(stored.channel_id);
      // A post of a forum begins a thread, which is told of first.
      if (channel.id === stored.id) tell(channel, "THREAD_CREATE", { ...toChannel(channel), newly_created: true });
      create(stored);
    },
    say: (by, channel, content, given = {}) => {
      const author = { id: by.id, username: by.name, bot: by.bot };
      const body = { content, ...given };
      const stored: Stored = {
        id: newId(),
        channel_id: channel,
        author,
        content,
        flags: 0,
        components: [],
        pings: [],
        body,
        ...given,
      };
      state.messages.push(stored);
      create(stored, given);
      return stored;
    },
    deleteMessage: (id) => {
      const stored = state.messages.find((message) => message.id === id);
      if (stored === undefined) throw new Error(`there is no message ${id}`);
      stored.deleted = true;
      tell(channelOf(stored.channel_id), "MESSAGE_DELETE", { id, channel_id: stored.channel_id });
    },
    deleteMessages: (channel, ids) => {
      for (const stored of state.messages) if (ids.includes(stored.id)) stored.deleted = true;
      tell(channelOf(channel), "MESSAGE_DELETE_BULK", { ids, channel_id: channel });
    },
    addedChannel: (id) => {
      const channel = channelOf(id);
      tell(channel, "CHANNEL_CREATE", { ...toChannel(channel), permission_overwrites: [] });
    },
    deleteChannel: (id) => {
      const channel = channelOf(id);
      const { guild, name, type, parent } = channel;
      for (const stored of state.messages) if (stored.channel_id === id) stored.deleted = true;
      const gone = { id, guild_id: guild, type, parent_id: parent ?? null };
      if (THREADS.includes(type)) tell(channel, "THREAD_DELETE", gone);
      else tell(channel, "CHANNEL_DELETE", { ...gone, name, position: 0, permission_overwrites: [] });
      for (const inner of [...state.channels.values()]) if (inner.parent === id) state.channels.delete(inner.id);
      state.channels.delete(id);
    },
    removeFrom: (guild) => {
      state.guilds.delete(guild);
      for (const channel of [...state.channels.values()])
        if (channel.guild === guild) state.channels.delete(channel.id);
      dispatch("GUILD_DELETE", { id: guild });
    },
    outage: (guild) => dispatch("GUILD_DELETE", { id: guild, unavailable: true }),
    restore: (id) => {
      const guild = state.guilds.get(id);
      if (guild !== undefined) dispatch("GUILD_CREATE", toGuildCreate(state, guild));
    },
  };
};
