import type { Guild, Json, Role, State } from "./state.ts";

/** Docs topics/permissions#role-object. */
export const toRole = (role: Role): Json => ({
  ...role,
  permissions: String(role.permissions),
  position: 0,
  color: 0,
  hoist: false,
  managed: false,
  mentionable: role.mentionable ?? false,
  flags: 0,
});

/** A server as GUILD_CREATE shows it. */
export const toGuildCreate = (state: State, guild: Guild): Json => ({
  id: guild.id,
  name: guild.name,
  owner_id: guild.owner,
  unavailable: false,
  large: false,
  joined_at: "2026-01-01T00:00:00+00:00",
  member_count: guild.members.size,
  features: [],
  emojis: [],
  stickers: [],
  threads: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  preferred_locale: "en-US",
  system_channel_flags: 0,
  roles: guild.roles.map(toRole),
  members: [
    {
      user: { id: state.bot.id, username: state.bot.name, discriminator: "0", bot: true },
      roles: state.bot.roles,
      joined_at: "2026-01-01T00:00:00+00:00",
      deaf: false,
      mute: false,
      flags: 0,
    },
  ],
  channels: [...state.channels.values()]
    .filter((channel) => channel.guild === guild.id && channel.parent === undefined)
    .map(({ id, name, type }) => ({ id, name, type, position: 0, permission_overwrites: [] })),
});
