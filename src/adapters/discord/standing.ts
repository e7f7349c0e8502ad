import {
  type APIChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  type APIUser,
  ChannelType,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
} from "discord.js";
import type { Address } from "../../core/bot/call.ts";
import type { Standing } from "../../core/bot/platform.ts";
import type { Lack } from "../../core/network/place.ts";
import { toAskingError } from "./fault.ts";
import { channelOf } from "./post.ts";
import type { Wire } from "./wire.ts";

/** What the bot may do in a place, computed from what Discord says now: docs topics/permissions, *Permission Overwrites*. */

interface Held {
  readonly guild: string;
  readonly member: Pick<APIGuildMember, "roles"> & { readonly user: string };
  readonly roles: readonly APIRole[];
  readonly overwrites: readonly APIOverwrite[];
}

/** Base of the roles, then overwrites: of everyone, of all roles together, of the member; denied first, then allowed. */
export const toPermissions = ({ guild, member, roles, overwrites }: Held): bigint => {
  const base = roles
    .filter(({ id }) => id === guild || member.roles.includes(id))
    .reduce((bits, role) => bits | BigInt(role.permissions), 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ~0n;
  const layers = [
    overwrites.filter(({ id }) => id === guild),
    overwrites.filter(({ id }) => id !== guild && member.roles.includes(id)),
    overwrites.filter(({ id }) => id === member.user),
  ];
  return layers.reduce((bits, layer) => {
    const denied = layer.reduce((all, { deny }) => all | BigInt(deny), 0n);
    const allowed = layer.reduce((all, { allow }) => all | BigInt(allow), 0n);
    return (bits & ~denied) | allowed;
  }, base);
};

/** What posting, asking questions with threads, and finding a post again need. */
const NEEDED: readonly (readonly [Lack, bigint])[] = [
  ["view", PermissionFlagsBits.ViewChannel],
  ["send", PermissionFlagsBits.SendMessages],
  ["history", PermissionFlagsBits.ReadMessageHistory],
  ["create-threads", PermissionFlagsBits.CreatePublicThreads],
  ["send-in-threads", PermissionFlagsBits.SendMessagesInThreads],
];
/** In a thread that is there, Send Messages means nothing (docs topics/threads). */
const NEEDED_IN_THREAD: readonly Lack[] = ["view", "history", "send-in-threads"];

const toLacks = (permissions: bigint, inThread: boolean): readonly Lack[] => {
  // Who cannot see a channel can do nothing else there, either: one thing to mend, not five.
  if ((permissions & PermissionFlagsBits.ViewChannel) === 0n) return ["view"];
  return NEEDED.flatMap(([lack, bit]) =>
    (permissions & bit) === 0n && (!inThread || NEEDED_IN_THREAD.includes(lack)) ? [lack] : [],
  );
};

/** Channels of which messages are posted only inside something else: categories, directories, forums, media. */
const WITHOUT_MESSAGES: readonly ChannelType[] = [
  ChannelType.GuildCategory,
  ChannelType.GuildDirectory,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
];

/** 404 and 403 on a channel are answers, not failures. */
const toRefusal = (error: unknown): readonly Lack[] => {
  const known = toAskingError(error);
  if (known.cause === String(RESTJSONErrorCodes.UnknownChannel)) return ["gone"];
  if (
    known.cause === String(RESTJSONErrorCodes.MissingAccess) ||
    known.cause === String(RESTJSONErrorCodes.MissingPermissions)
  )
    return ["view"];
  throw known;
};

export const createStanding = (wire: Wire): ((at: Address) => Promise<Standing>) => {
  const get = async <T>(route: `/${string}`): Promise<T> => {
    try {
      // Discord's JSON, of the version that the library's types describe.
      return (await wire.send("GET", route)) as T;
    } catch (error) {
      throw toAskingError(error);
    }
  };
  const channelAt = async (id: string): Promise<APIChannel | readonly Lack[]> => {
    try {
      return await get<APIChannel>(Routes.channel(id));
    } catch (error) {
      return toRefusal(error);
    }
  };
  const permissionsIn = async (space: string, overwrites: readonly APIOverwrite[]): Promise<bigint> => {
    const { id: user } = await get<APIUser>(Routes.user());
    const roles = await get<readonly APIRole[]>(Routes.guildRoles(space));
    const member = await get<APIGuildMember>(Routes.guildMember(space, user));
    return toPermissions({ guild: space, member: { roles: member.roles, user }, roles, overwrites });
  };
  return async (at) => {
    const place = await channelAt(channelOf(at));
    if (!("id" in place)) return { name: channelOf(at), lacks: place };
    // Overwrites are the channel's; a thread has none of its own.
    const holder = at.thread === undefined ? place : await channelAt(at.channel);
    if (!("id" in holder)) return { name: channelOf(at), lacks: holder };
    if (!("guild_id" in place) || place.guild_id !== at.space) return { name: channelOf(at), lacks: ["gone"] };
    const name = `#${place.name}`;
    if (WITHOUT_MESSAGES.includes(place.type)) return { name, lacks: ["send"] };
    const overwrites = "permission_overwrites" in holder ? (holder.permission_overwrites ?? []) : [];
    const lacks = toLacks(await permissionsIn(at.space, overwrites), at.thread !== undefined);
    if ("thread_metadata" in place && place.thread_metadata?.locked === true && !lacks.includes("send-in-threads"))
      return { name, lacks: [...lacks, "send-in-threads"] };
    return { name, lacks };
  };
};
