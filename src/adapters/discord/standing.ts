import {
  type APIChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
} from "discord.js";
import type { Address } from "../../core/bot/call.ts";
import type { Standing } from "../../core/bot/platform.ts";
import type { Lack } from "../../core/network/place.ts";
import type { Clock } from "../../core/time/clock.ts";
import { type Channels, isThread, type Kind, kindOf, tagsOf } from "./channels.ts";
import { toAskingError } from "./fault.ts";
import { channelOf } from "./post.ts";
import { needs } from "./rights.ts";
import { ask, createSelf, type Wire } from "./wire.ts";

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

/** Of the kinds that can be a place. */
type Fit = Exclude<Kind, "none" | "direct">;

/** What each kind of channel needs of the rights, under the name that it has there. */
const NEEDED: Readonly<Record<Fit, readonly (readonly [Lack, Lack])[]>> = {
  plain: needs.map(({ lack }) => [lack, lack]),
  // Written in without joining, but read only by who may join (docs resources/message, get-channel-messages).
  chat: [
    ["view", "view"],
    ["send", "send"],
    ["history", "history"],
  ],
  // In a thread that is there, Send Messages means nothing (docs topics/threads).
  thread: [
    ["view", "view"],
    ["send-in-threads", "write-in-thread"],
    ["history", "history"],
  ],
  forum: [
    ["view", "view"],
    ["send", "create-posts"],
    ["history", "history"],
    ["send-in-threads", "send-in-threads"],
  ],
};

const toLacks = (permissions: bigint, kind: Fit): readonly Lack[] => {
  const bitOf = (lack: Lack): bigint => needs.find((need) => need.lack === lack)?.bit ?? 0n;
  // Who cannot see a channel can do nothing else there, either: one thing to mend, not five.
  if ((permissions & PermissionFlagsBits.ViewChannel) === 0n) return ["view"];
  const lacks = NEEDED[kind].flatMap(([right, lack]) => ((permissions & bitOf(right)) === 0n ? [lack] : []));
  return kind === "chat" && (permissions & PermissionFlagsBits.Connect) === 0n ? [...lacks, "connect"] : lacks;
};

/** What the channel itself is in the way with. Slow mode is not: bots are exempt (docs resources/channel, rate_limit_per_user). */
const stateLacks = (channel: APIChannel, permissions: bigint): readonly Lack[] => {
  if (isThread(channel)) {
    const { locked = false, archived = false } = channel.thread_metadata ?? {};
    if (!locked || (permissions & PermissionFlagsBits.ManageThreads) !== 0n) return [];
    // One that has only gone to sleep wakes with the next post.
    return [archived ? "closed" : "locked"];
  }
  if (kindOf(channel.type) !== "forum") return [];
  const { tags, isRequired } = tagsOf(channel);
  return isRequired && tags.length === 0 ? ["tags"] : [];
};

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

interface Ways {
  readonly channels: Channels;
  readonly clock: Clock;
}

interface Granted {
  readonly permissions: bigint;
  readonly isTimedOut: boolean;
}

/** In time-out a member may look and nothing else, unless it administers (docs topics/permissions, *Permissions For Timed Out Members*). */
const createGranted = (wire: Wire, clock: Clock) => {
  const self = createSelf(wire);
  return async (space: string, overwrites: readonly APIOverwrite[]): Promise<Granted> => {
    const user = await self();
    const roles = await ask<readonly APIRole[]>(wire, Routes.guildRoles(space));
    const member = await ask<APIGuildMember>(wire, Routes.guildMember(space, user));
    const permissions = toPermissions({ guild: space, member: { roles: member.roles, user }, roles, overwrites });
    const until = member.communication_disabled_until ?? undefined;
    const isTimedOut = until !== undefined && Date.parse(until) > clock.now().epochMilliseconds;
    return { permissions, isTimedOut: isTimedOut && (permissions & PermissionFlagsBits.Administrator) === 0n };
  };
};

export const overwritesOf = (channel: APIChannel): readonly APIOverwrite[] =>
  "permission_overwrites" in channel ? (channel.permission_overwrites ?? []) : [];

export const createStanding = (wire: Wire, { channels, clock }: Ways): ((at: Address) => Promise<Standing>) => {
  const grantedIn = createGranted(wire, clock);
  const channelAt = async (id: string): Promise<APIChannel | readonly Lack[]> => {
    try {
      return await channels.read(id);
    } catch (error) {
      return toRefusal(error);
    }
  };
  return async (at) => {
    const id = channelOf(at);
    const place = await channelAt(id);
    if (!("id" in place)) return { name: id, lacks: place };
    if (!("guild_id" in place) || place.guild_id !== at.space) return { name: id, lacks: ["elsewhere"] };
    const name = `#${place.name}`;
    const kind = kindOf(place.type);
    if (kind === "none" || kind === "direct") return { name, lacks: ["unpostable"] };
    // Overwrites are the channel's; a thread has none of its own.
    const holder = isThread(place) && place.parent_id ? await channelAt(place.parent_id) : place;
    if (!("id" in holder)) return { name, lacks: holder };
    const { permissions, isTimedOut } = await grantedIn(at.space, overwritesOf(holder));
    const lacks = toLacks(permissions, kind);
    const stays = lacks.includes("view") ? [] : stateLacks(place, permissions);
    return {
      name,
      lacks: [...(isTimedOut ? (["timeout"] as const) : []), ...lacks, ...stays],
      ...((kind === "chat" || kind === "thread") && { threadless: true }),
    };
  };
};
