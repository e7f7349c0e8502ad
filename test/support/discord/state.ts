import { PermissionFlagsBits as Bits } from "discord.js";

/** What the loopback Discord holds: one application, its servers, channels, people and messages. */

export interface Overwrite {
  readonly id: string;
  readonly type: 0 | 1;
  allow: bigint;
  deny: bigint;
}
export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  mentionable?: boolean;
}
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly nick?: string;
  readonly bot: boolean;
  readonly locale: string;
  readonly roles: string[];
  /** ISO 8601; in time-out until then. */
  timeoutUntil?: string;
}
export interface Tag {
  readonly id: string;
  readonly name: string;
  /** Only who may manage threads can set it. */
  readonly moderated: boolean;
}
export interface Channel {
  readonly id: string;
  readonly guild: string;
  readonly name: string;
  /** 0 text, 5 announcement, 11 public thread, 15 forum … */
  readonly type: number;
  readonly parent?: string;
  readonly overwrites: Overwrite[];
  locked?: boolean;
  archived?: boolean;
  /** When it was; an ISO timestamp. */
  archivedAt?: string;
  /** Whose direct messages with the bot these are. */
  readonly recipient?: string;
  /** Who began the thread. */
  readonly owner?: string;
  /** Minutes until a thread without posts is archived. */
  readonly autoArchive?: number;
  /** Tags of a post in a forum. */
  readonly applied?: readonly string[];
  /** A forum's, and whether every post must have one. */
  tags?: readonly Tag[];
  requiresTag?: boolean;
  /** Seconds. */
  slow?: number;
}
/** A message, under Discord's own names. */
export interface Stored {
  readonly id: string;
  readonly channel_id: string;
  readonly author: { readonly id: string; readonly username: string; readonly bot: boolean };
  content: string;
  flags: number;
  components: readonly Json[];
  readonly nonce?: string;
  /** Only this person sees it. */
  readonly for?: string;
  /** A webhook wrote it. */
  readonly webhook?: string;
  deleted?: boolean;
  edited?: boolean;
  /** Whom it really called when it was sent; an edit calls nobody (pings.ts). */
  readonly pings: readonly string[];
  body: unknown;
}
export interface Guild {
  readonly id: string;
  readonly name: string;
  /** The one who may do everything, whatever the roles say. */
  owner: string;
  readonly roles: Role[];
  readonly members: Map<string, Member>;
  /** How many members it has, where that is more than tests make. */
  size?: number;
}
export type Json = { readonly [key: string]: unknown };

/** The durations that tests divide. Discord's documentation: 3 s, 15 min, heartbeat around 41 s; nonce "a few minutes". */
export interface Times {
  readonly answerMs: number;
  readonly tokenMs: number;
  readonly heartbeatMs: number;
  readonly nonceMs: number;
  /** One session may begin in so long: docs topics/gateway, max_concurrency. */
  readonly identifyMs: number;
}
export const TIMES: Times = {
  answerMs: 3000,
  tokenMs: 900_000,
  heartbeatMs: 41_250,
  nonceMs: 300_000,
  identifyMs: 5000,
};

const EPOCH_MS = 1_420_070_400_000n;
let increment = 0n;
/** Snowflakes as Discord makes them: the time, and a counter. */
export const newId = (agoMs = 0): string => {
  increment = (increment + 1n) & 0xfffn;
  return String(((BigInt(Date.now() - agoMs) - EPOCH_MS) << 22n) | (1n << 17n) | increment);
};

/** What an ordinary server gives everyone. */
const EVERYONE =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.ReadMessageHistory |
  Bits.CreatePublicThreads |
  Bits.SendMessagesInThreads |
  Bits.UseApplicationCommands |
  Bits.Connect;

export interface State {
  token: string;
  readonly application: string;
  readonly bot: Member;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly messages: Stored[];
  commands: readonly Json[];
  /** What a server's settings say of who sees which command: docs, Guild Application Command Permissions. */
  readonly commandPermissions: Json[];
  /** Who takes no direct messages. */
  readonly closed: Set<string>;
  readonly times: Times;
}

export const addGuild = (state: State, name: string): Guild => {
  const id = newId(86_400_000);
  const guild: Guild = {
    id,
    name,
    owner: newId(),
    // The role of everyone has the server's own id (docs, topics/permissions).
    roles: [{ id, name: "@everyone", permissions: EVERYONE }],
    members: new Map([[state.bot.id, state.bot]]),
  };
  state.guilds.set(id, guild);
  return guild;
};

export const addRole = (guild: Guild, name: string, permissions: bigint): Role => {
  const role: Role = { id: newId(), name, permissions };
  guild.roles.push(role);
  return role;
};

export const addChannel = (
  state: State,
  given: Omit<Channel, "id" | "overwrites"> & { readonly id?: string; readonly overwrites?: Overwrite[] },
): Channel => {
  const channel: Channel = { overwrites: [], ...given, id: given.id ?? newId() };
  state.channels.set(channel.id, channel);
  return channel;
};

export const createState = (times: Times): State => {
  const application = newId(172_800_000);
  const bot: Member = { id: application, name: "Rostrum", bot: true, locale: "en-US", roles: [] };
  return {
    token: `${Buffer.from(application).toString("base64url")}.Gtest1.loopback-secret-token-0123456789`,
    application,
    bot,
    guilds: new Map(),
    channels: new Map(),
    messages: [],
    commands: [],
    commandPermissions: [],
    closed: new Set(),
    times,
  };
};

const ALL = (1n << 60n) - 1n;
/** Docs topics/permissions, the pseudocode under *Permission Overwrites*, line by line. */
export const permissionsOf = (state: State, channel: Channel, member: Member): bigint => {
  if (channel.type === 1)
    return member.id === state.bot.id || member.id === channel.recipient
      ? Bits.ViewChannel | Bits.SendMessages | Bits.ReadMessageHistory
      : 0n;
  const guild = state.guilds.get(channel.guild);
  if (guild === undefined || !guild.members.has(member.id)) return 0n;
  if (guild.owner === member.id) return ALL;
  const holder = channel.parent === undefined ? channel : (state.channels.get(channel.parent) ?? channel);
  let permissions = 0n;
  for (const role of guild.roles)
    if (role.id === guild.id || member.roles.includes(role.id)) permissions |= role.permissions;
  if (permissions & Bits.Administrator) return ALL;
  const everyone = holder.overwrites.find((overwrite) => overwrite.id === guild.id);
  if (everyone) permissions = (permissions & ~everyone.deny) | everyone.allow;
  let allow = 0n;
  let deny = 0n;
  for (const overwrite of holder.overwrites)
    if (overwrite.type === 0 && member.roles.includes(overwrite.id)) {
      allow |= overwrite.allow;
      deny |= overwrite.deny;
    }
  permissions = (permissions & ~deny) | allow;
  const own = holder.overwrites.find((overwrite) => overwrite.type === 1 && overwrite.id === member.id);
  if (own) permissions = (permissions & ~own.deny) | own.allow;
  // Docs topics/permissions, *Permissions For Timed Out Members*.
  const isTimedOut = member.timeoutUntil !== undefined && Date.parse(member.timeoutUntil) > Date.now();
  return isTimedOut ? permissions & (Bits.ViewChannel | Bits.ReadMessageHistory) : permissions;
};
