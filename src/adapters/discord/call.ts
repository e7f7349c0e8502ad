import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIInteractionDataResolved,
  type APIInteractionGuildMember,
  type APIModalSubmission,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from "discord.js";
import type { Account, Address, Call, Options, Right } from "../../core/bot/call.ts";
import { fromChoice, fromCustomId } from "./carry.ts";

/** Interaction → Call, from what stands in the envelope, and what the server's roles grant. */

/** A server as the gateway last told of it: whose it is, and what each of its roles grants everywhere in it. */
export interface Guild {
  readonly owner: string;
  readonly roles: ReadonlyMap<string, bigint>;
}

export interface Received {
  readonly interaction: APIInteraction;
  readonly call: Call;
  /** `suggest`: the option that is being typed. */
  readonly kind: "command" | "press" | "form" | { readonly suggest: string };
  /** It came from a message that only the asker sees; the answer takes its place. */
  readonly onPrivate: boolean;
}

/** Discord: an interaction's token lives 15 minutes, docs interactions/receiving-and-responding. */
const TOKEN_MS = 15 * 60_000;
/** Discord's epoch, docs reference#snowflakes. */
const EPOCH_MS = 1_420_070_400_000;

const THREADS: readonly number[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

type Resolved = Pick<Partial<APIInteractionDataResolved>, "roles"> | undefined;
const mention = (id: string, resolved: Resolved): string =>
  resolved?.roles?.[id] === undefined ? `<@${id}>` : `<@&${id}>`;

const toRaw = (option: APIApplicationCommandInteractionDataBasicOption, resolved: Resolved): string => {
  const { type, value } = option;
  if (type === ApplicationCommandOptionType.User) return `<@${value}>`;
  if (type === ApplicationCommandOptionType.Role) return `<@&${value}>`;
  if (type === ApplicationCommandOptionType.Mentionable) return mention(value, resolved);
  return type === ApplicationCommandOptionType.Channel ? `<#${value}>` : String(value);
};

interface Typed {
  readonly command: string;
  readonly options: Options;
  readonly focused: string | undefined;
}

const toTyped = (
  words: readonly string[],
  options: readonly APIApplicationCommandInteractionDataOption[],
  resolved: Resolved,
): Typed => {
  const [first] = options;
  if (
    first?.type === ApplicationCommandOptionType.Subcommand ||
    first?.type === ApplicationCommandOptionType.SubcommandGroup
  )
    return toTyped([...words, first.name], first.options ?? [], resolved);
  const basic = options as readonly APIApplicationCommandInteractionDataBasicOption[];
  return {
    command: words.join(" "),
    options: Object.fromEntries(basic.map((option) => [option.name, toRaw(option, resolved)])),
    focused: basic.find((option) => "focused" in option && option.focused === true)?.name,
  };
};

type Entered = Extract<APIModalSubmission["components"][number], { component: unknown }>["component"];

/** An empty field is "", a list "a, b". */
const toEntered = (entered: Entered, resolved: Resolved): string => {
  if (entered.type === ComponentType.TextInput) return entered.value;
  if (!("values" in entered)) return "value" in entered ? String(entered.value ?? "") : "";
  const write = (value: string): string => {
    if (entered.type === ComponentType.ChannelSelect) return `<#${value}>`;
    return entered.type === ComponentType.StringSelect ? value : mention(value, resolved);
  };
  return entered.values.map(write).join(", ");
};

const toFilled = (data: APIModalSubmission): Options =>
  Object.fromEntries(
    data.components.flatMap((part): [string, string][] => {
      if (part.type === ComponentType.Label)
        return [[part.component.custom_id, toEntered(part.component, data.resolved)]];
      if (part.type === ComponentType.ActionRow) return part.components.map((input) => [input.custom_id, input.value]);
      return [];
    }),
  );

interface Where {
  readonly at: Address;
  readonly space: string;
  readonly inThread: boolean;
}

type Said = Pick<Call, "said" | "options"> & { readonly kind: Received["kind"] };

const toSaid = (interaction: APIInteraction): Said | undefined => {
  if (
    interaction.type === InteractionType.ApplicationCommand ||
    interaction.type === InteractionType.ApplicationCommandAutocomplete
  ) {
    const { data } = interaction;
    if (data.type !== ApplicationCommandType.ChatInput) return undefined;
    const { command, options, focused } = toTyped([data.name], data.options ?? [], data.resolved);
    if (interaction.type === InteractionType.ApplicationCommand) return { said: { command }, options, kind: "command" };
    return focused === undefined ? undefined : { said: { command }, options, kind: { suggest: focused } };
  }
  if (interaction.type === InteractionType.ModalSubmit)
    return { said: { press: interaction.data.custom_id }, options: toFilled(interaction.data), kind: "form" };
  if (interaction.type !== InteractionType.MessageComponent) return undefined;
  const { press, option } = fromCustomId(interaction.data.custom_id);
  if (interaction.data.component_type === ComponentType.Button) return { said: { press }, options: {}, kind: "press" };
  if (interaction.data.component_type !== ComponentType.StringSelect) return undefined;
  const chosen = interaction.data.values.slice(0, 1).map((value) => fromChoice(option, value));
  return { said: { press }, options: Object.fromEntries(chosen), kind: "press" };
};

/**
 * What stands for ranks counts for the whole server, so it comes from the server's own roles (docs topics/permissions,
 * *base permissions*): `member.permissions` has the overwrites of this very channel in it, and whoever moderates one
 * channel does not moderate all. Only `post` is about the channel. A server that is not known grants nothing.
 */
export const toRights = (
  member: { readonly user: string; readonly roles: readonly string[]; readonly permissions: string },
  guild: Guild | undefined,
  at: Pick<Where, "space" | "inThread">,
): readonly Right[] => {
  const base = [at.space, ...member.roles].reduce((bits, role) => bits | (guild?.roles.get(role) ?? 0n), 0n);
  const isOwner = guild?.owner === member.user;
  const has = (bits: bigint, bit: bigint): boolean => (bits & (bit | PermissionFlagsBits.Administrator)) !== 0n;
  const write = at.inThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  const rights: readonly (readonly [Right, boolean])[] = [
    ["administer", isOwner || has(base, PermissionFlagsBits.Administrator)],
    ["manage-events", isOwner || has(base, PermissionFlagsBits.ManageEvents)],
    ["manage-messages", isOwner || has(base, PermissionFlagsBits.ManageMessages)],
    ["post", has(BigInt(member.permissions), write)],
  ];
  return rights.flatMap(([right, held]) => (held ? [right] : []));
};

const toAccount = (member: APIInteractionGuildMember, guild: Guild | undefined, at: Where): Account => ({
  platform: "discord",
  space: at.space,
  user: member.user.id,
  name: member.nick ?? member.user.global_name ?? member.user.username,
  rights: toRights({ ...member, user: member.user.id }, guild, at),
  groups: member.roles,
});

const toWhere = (interaction: APIInteraction, space: string): Where | undefined => {
  const { channel } = interaction;
  if (channel === undefined) return undefined;
  const inThread = THREADS.includes(channel.type);
  const parent = "parent_id" in channel ? channel.parent_id : undefined;
  const at: Address =
    inThread && parent
      ? { platform: "discord", space, channel: parent, thread: channel.id }
      : { platform: "discord", space, channel: channel.id };
  return { at, space, inThread };
};

/** Why something is not answered; `outside`: Discord let a person ask where no server is. */
export interface Declined {
  readonly because: string;
  readonly outside?: true;
}

export interface Surroundings {
  readonly nowMs: number;
  readonly guild: (id: string) => Guild | undefined;
}

/** In direct messages only what a message of ours carries can be pressed: there is no server, and so no rank and no role. */
const toDirect = (interaction: APIInteraction, { said, options, kind }: Said): Received | Declined => {
  const { user, channel } = interaction;
  if (kind !== "press" || user === undefined || channel === undefined)
    return { because: "not in a server", outside: true };
  const name = user.global_name ?? user.username;
  return {
    interaction,
    kind,
    onPrivate: false,
    call: {
      id: interaction.id,
      asker: { platform: "discord", space: "", user: user.id, name, rights: [], groups: [] },
      at: { platform: "discord", space: "", channel: channel.id },
      ...("locale" in interaction && { locale: interaction.locale }),
      said,
      options,
    },
  };
};

/** What was asked, or why it is not. */
export const toReceived = (interaction: APIInteraction, { nowMs, guild }: Surroundings): Received | Declined => {
  const { guild_id: space, member } = interaction;
  // By the sender's clock against ours: a hint only, far coarser than any skew that lets a machine speak TLS.
  if (nowMs - (Number(BigInt(interaction.id) >> 22n) + EPOCH_MS) > TOKEN_MS) return { because: "too old" };
  if ((member?.user ?? interaction.user)?.bot === true) return { because: "from a bot" };
  const said = toSaid(interaction);
  if (said === undefined) return { because: "of an unknown kind" };
  if (space === undefined || member === undefined) return toDirect(interaction, said);
  const where = toWhere(interaction, space);
  if (where === undefined) return { because: "of an unknown kind" };
  const message = "message" in interaction ? interaction.message : undefined;
  return {
    interaction,
    kind: said.kind,
    onPrivate: ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    call: {
      id: interaction.id,
      asker: toAccount(member, guild(space), where),
      at: where.at,
      ...("locale" in interaction && { locale: interaction.locale }),
      said: said.said,
      options: said.options,
    },
  };
};
