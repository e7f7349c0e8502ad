import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
} from "discord.js";
import type { Address } from "../../core/bot/call.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { AccountKey, Calls, Platform, Reach } from "../../core/bot/platform.ts";
import { toRights } from "./call.ts";
import { isThread } from "./channels.ts";
import { channelOf } from "./post.ts";
import { overwritesOf, toPermissions } from "./standing.ts";
import { ask, createSelf, type Wire } from "./wire.ts";

/** Whom somebody, and the bot, may call in a channel, computed from what Discord says now. */

/** Docs topics/permissions, *Implicit permissions*: who cannot see a channel or write in it cannot call anybody there. */
const toWriteIn = (channel: APIChannel): bigint =>
  PermissionFlagsBits.ViewChannel |
  (isThread(channel) ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages);
const has = (permissions: bigint, bits: bigint): boolean => (permissions & bits) === bits;

interface Found {
  readonly guild: APIGuild;
  readonly overwrites: readonly APIOverwrite[];
  /** What it takes to write there. */
  readonly toWrite: bigint;
}

/** Nobody in a time-out may write (docs topics/permissions); the owner may everything, like an administrator. */
const permissionsOf = (
  { guild, overwrites }: Found,
  member: APIGuildMember,
  { user, nowMs }: { readonly user: string; readonly nowMs: number },
): bigint => {
  if (guild.owner_id === user) return ~0n;
  const held = toPermissions({
    guild: guild.id,
    member: { roles: member.roles, user },
    roles: guild.roles,
    overwrites,
  });
  const until = Date.parse(member.communication_disabled_until ?? "");
  return until > nowMs && !has(held, PermissionFlagsBits.Administrator) ? 0n : held;
};

const toCalls = (found: Found, held: { readonly person: bigint; readonly bot: bigint }): Omit<Calls, "account"> => {
  // What a role has of members is not told without a privileged intent: never more than the server.
  const members = found.guild.approximate_member_count;
  const toCall = found.toWrite | PermissionFlagsBits.MentionEveryone;
  const reach = (bits: bigint): Reach => ({ person: has(held.person, bits), bot: has(held.bot, bits), members });
  return {
    everyone: reach(toCall),
    groups: found.guild.roles
      .filter(({ id }) => id !== found.guild.id)
      .map(({ id, name, mentionable }) => ({ id, name, ...reach(mentionable ? found.toWrite : toCall) })),
  };
};

const NONE = { person: false, bot: false, members: undefined };

/** The standing of the bot, and where somebody is asked about, whom they may call there. */
export const withCalls = (
  wire: Wire,
  given: { readonly standing: Platform["standing"]; readonly now: () => Temporal.Instant },
): Platform["standing"] => {
  const memberOf = async (space: string, user: string): Promise<APIGuildMember | undefined> => {
    try {
      return await ask<APIGuildMember>(wire, Routes.guildMember(space, user));
    } catch (error) {
      const isGone = error instanceof PlatformError && error.cause === String(RESTJSONErrorCodes.UnknownMember);
      if (isGone) return undefined;
      throw error;
    }
  };
  const self = createSelf(wire);
  /** Overwrites are the channel's; a thread has none of its own. */
  const readRoom = async (at: Address) => {
    const channel = await ask<APIChannel>(wire, Routes.channel(channelOf(at)));
    const holder =
      isThread(channel) && channel.parent_id ? await ask<APIChannel>(wire, Routes.channel(channel.parent_id)) : channel;
    return { channel, overwrites: overwritesOf(holder) };
  };
  const callsAt = async (at: Address, { user }: AccountKey): Promise<Calls> => {
    const member = await memberOf(at.space, user);
    if (member === undefined) return { account: undefined, everyone: NONE, groups: [] };
    const { channel, overwrites } = await readRoom(at);
    const guild = await ask<APIGuild>(wire, `${Routes.guild(at.space)}?with_counts=true`);
    const found: Found = { guild, overwrites, toWrite: toWriteIn(channel) };
    const me = await self();
    const bot = await ask<APIGuildMember>(wire, Routes.guildMember(at.space, me));
    const nowMs = given.now().epochMilliseconds;
    const person = permissionsOf(found, member, { user, nowMs });
    return {
      account: {
        platform: "discord",
        space: at.space,
        user,
        name: member.nick ?? member.user.global_name ?? member.user.username,
        rights: toRights(
          { user, roles: member.roles, permissions: String(person & ALL) },
          {
            owner: found.guild.owner_id,
            roles: new Map(found.guild.roles.map((role) => [role.id, BigInt(role.permissions)])),
          },
          { space: at.space, inThread: false },
        ),
        groups: member.roles,
      },
      ...toCalls(found, { person, bot: permissionsOf(found, bot, { user: me, nowMs }) }),
    };
  };
  return async (at, account) => {
    const standing = await given.standing(at);
    const isHere = account !== undefined && account.platform === "discord" && account.space === at.space;
    // Where the bot may not even look, or the channel is gone, nobody can be called.
    if (!isHere || standing.lacks.includes("gone") || standing.lacks.includes("view")) return standing;
    return { ...standing, calls: await callsAt(at, account) };
  };
};

/** Every right that there is, as a number that has an end. */
const ALL = (1n << 64n) - 1n;
