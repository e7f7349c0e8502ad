import { PermissionFlagsBits as Bits } from "discord.js";
import { type Answer, invalid, ok, refuse } from "./answers.ts";
import type { Gateway } from "./gateway.ts";
import { withheld } from "./intents.ts";
import {
  enter,
  FORUMS,
  getChannel,
  getGuild,
  getMember,
  getRoles,
  THREADS,
  toChannel,
  toMessage,
  VOICE,
} from "./messages.ts";
import { type Channel, type Json, permissionsOf, type State, type Stored } from "./state.ts";

/** What REST answers to GET. */

/** The list has no dictionaries unless they are asked for (docs, get-global-application-commands). */
const withoutLocalizations = (command: Json): Json =>
  JSON.parse(JSON.stringify(command, (key, value) => (key.endsWith("_localizations") ? undefined : value)));

const may = (state: State, channel: Channel, bit: bigint): boolean =>
  (permissionsOf(state, channel, state.bot) & bit) !== 0n;

const inside = (state: State, channel: string): readonly Stored[] =>
  state.messages.filter((one) => one.channel_id === channel && !one.deleted && one.for === undefined);

const newestFirst = (one: { readonly id: string }, other: { readonly id: string }): number =>
  Number(BigInt(other.id) - BigInt(one.id));

const limitOf = (query: URLSearchParams, most: number, otherwise: number): number | undefined => {
  const limit = Number(query.get("limit") ?? otherwise);
  return Number.isInteger(limit) && limit >= 1 && limit <= most ? limit : undefined;
};

/** What others wrote is withheld here, too: the application has no right to content (topics/gateway, *Message Content Intent*). */
const shown = (state: State, stored: Stored): Json => withheld(toMessage(stored), state.bot.id);

/** "If the channel is a voice channel, they must also have the CONNECT permission" (docs, get-channel-messages). */
const enterToRead = (state: State, id: string): Channel | Answer => {
  const channel = enter(state, id);
  if ("status" in channel || !VOICE.has(channel.type)) return channel;
  return may(state, channel, Bits.Connect) ? channel : refuse(403, 50001);
};

/** docs resources/message, get-channel-messages: with `after` those that follow it; the newest first in every case. */
const getMessages = (state: State, id: string, query: URLSearchParams): Answer => {
  const channel = enterToRead(state, id);
  if ("status" in channel) return channel;
  if (FORUMS.has(channel.type)) return refuse(400, 50008);
  const limit = limitOf(query, 100, 50);
  if (limit === undefined) return invalid(["limit"]);
  // "If the bot is missing READ_MESSAGE_HISTORY, an empty list": not an error.
  if (!may(state, channel, Bits.ReadMessageHistory)) return ok([]);
  const [after, before] = [query.get("after"), query.get("before")];
  const found = inside(state, id)
    .filter((one) => (after === null ? true : BigInt(one.id) > BigInt(after)))
    .filter((one) => (before === null ? true : BigInt(one.id) < BigInt(before)))
    .toSorted(newestFirst);
  return ok((after === null ? found.slice(0, limit) : found.slice(-limit)).map((one) => shown(state, one)));
};

const getMessage = (state: State, id: string, message: string): Answer => {
  const channel = enterToRead(state, id);
  if ("status" in channel) return channel;
  if (!may(state, channel, Bits.ReadMessageHistory)) return refuse(403, 50013);
  const found = inside(state, id).find((one) => one.id === message);
  return found === undefined ? refuse(404, 10008) : ok(shown(state, found));
};

const threadsOf = (state: State, pick: (thread: Channel) => boolean): readonly Channel[] =>
  [...state.channels.values()].filter((channel) => THREADS.has(channel.type) && pick(channel)).toSorted(newestFirst);

/** docs resources/guild, list-active-guild-threads: those that the bot can see, by descending id. */
const getActive = (state: State, guild: string): Answer => {
  if (!state.guilds.has(guild)) return refuse(404, 10004);
  const threads = threadsOf(
    state,
    (thread) => thread.guild === guild && !thread.archived && may(state, thread, Bits.ViewChannel),
  );
  return ok({ threads: threads.map(toChannel), members: [] });
};

/** docs resources/channel, list-public-archived-threads: by when they were archived; needs Read Message History. */
const getArchived = (state: State, id: string, query: URLSearchParams): Answer => {
  const channel = enter(state, id);
  if ("status" in channel) return channel;
  if (!may(state, channel, Bits.ReadMessageHistory)) return refuse(403, 50013);
  const limit = limitOf(query, 100, 50);
  if (limit === undefined) return invalid(["limit"]);
  const before = Date.parse(query.get("before") ?? "9999-01-01T00:00:00Z");
  const at = (thread: Channel): number => Date.parse(thread.archivedAt ?? "2026-01-01T00:00:00Z");
  const threads = threadsOf(state, (thread) => thread.parent === id && thread.archived === true)
    .filter((thread) => at(thread) < before)
    .toSorted((one, other) => at(other) - at(one));
  return ok({
    threads: threads.slice(0, limit).map(toChannel),
    members: [],
    has_more: threads.length > limit,
  });
};

const inChannel = (state: State, path: string, query: URLSearchParams): Answer | undefined => {
  const [, , id = "", kind, one, more] = path.split("/");
  if (kind === undefined) return getChannel(state, id);
  if (kind === "messages") return one === undefined ? getMessages(state, id, query) : getMessage(state, id, one);
  return kind === "threads" && one === "archived" && more === "public" ? getArchived(state, id, query) : undefined;
};

const inGuild = (state: State, path: string, query: URLSearchParams): Answer | undefined => {
  const [, , id = "", kind, one = ""] = path.split("/");
  if (kind === undefined) return getGuild(state, id, query.get("with_counts") === "true");
  if (kind === "roles") return getRoles(state, id);
  if (kind === "members") return getMember(state, id, one);
  return kind === "threads" && one === "active" ? getActive(state, id) : undefined;
};

export const read = (
  { state, address, gateway }: { readonly state: State; readonly address: () => string; readonly gateway: Gateway },
  { path, query }: { readonly path: string; readonly query: URLSearchParams },
): Answer => {
  if (path === "/gateway") return ok({ url: address() });
  if (path === "/gateway/bot") return ok({ url: address(), shards: 1, session_start_limit: gateway.limit });
  if (path === "/users/@me") return ok({ id: state.bot.id, username: state.bot.name, discriminator: "0", bot: true });
  if (path === "/applications/@me") return ok({ id: state.application, name: state.bot.name, flags: 0 });
  if (/^\/applications\/\d+\/commands$/u.test(path))
    return ok(query.get("with_localizations") === "true" ? state.commands : state.commands.map(withoutLocalizations));
  const [, guild] = /^\/applications\/\d+\/guilds\/(\d+)\/commands\/permissions$/u.exec(path) ?? [];
  if (guild !== undefined) return ok(state.commandPermissions.filter(({ guild_id }) => guild_id === guild));
  const rooms: Readonly<Record<string, typeof inChannel>> = { channels: inChannel, guilds: inGuild };
  const answer = rooms[path.split("/")[1] ?? ""]?.(state, path, query);
  return answer ?? { status: 404, body: { message: "404: Not Found", code: 0 } };
};
