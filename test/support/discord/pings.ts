import { PermissionFlagsBits as Bits } from "discord.js";
import { allComponents } from "./rules.ts";
import { type Json, permissionsOf, type State } from "./state.ts";

/**
 * Whom a message would really call: its text, read for mentions the careless way (no backslash and no code block keeps one
 * from counting), let through by allowed_mentions and by the bot's rights in the channel (docs resources/message,
 * *Allowed Mentions Object*; topics/permissions, Mention Everyone).
 */

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);

const textOf = (body: Json): string =>
  [body.content, ...allComponents(body.components).map(({ type, content }) => (type === 10 ? content : ""))]
    .filter((part) => typeof part === "string")
    .join("\n");

/** Without allowed_mentions a message lets everything through. */
const allows = (body: Json, kind: "everyone" | "roles" | "users", id?: string): boolean => {
  const allowed = body.allowed_mentions as Json | null | undefined;
  if (allowed === undefined || allowed === null) return true;
  const parsed = Array.isArray(allowed.parse) && allowed.parse.includes(kind);
  return parsed || (id !== undefined && Array.isArray(allowed[kind]) && (allowed[kind] as unknown[]).includes(id));
};

/** "@everyone", "@here", "@&1" for a role, "@1" for a person. */
export const pingsOf = (state: State, channelId: string, body: Json): readonly string[] => {
  const channel = state.channels.get(channelId);
  const guild = state.guilds.get(channel?.guild ?? "");
  if (channel === undefined || guild === undefined) return [];
  const mayAll = (permissionsOf(state, channel, state.bot) & Bits.MentionEveryone) !== 0n;
  const text = textOf(body);
  const found = [...text.matchAll(/@(everyone|here)|<@(&?)!?(\d+)>/gu)].flatMap(([, all, mark, id = ""]) => {
    if (all !== undefined) return mayAll && allows(body, "everyone") ? [`@${all}`] : [];
    if (mark === "") return guild.members.has(id) && allows(body, "users", id) ? [`@${id}`] : [];
    const role = guild.roles.find((one) => one.id === id && one.id !== guild.id);
    return role !== undefined && (mayAll || role.mentionable === true) && allows(body, "roles", id) ? [`@&${id}`] : [];
  });
  return [...new Set(found)];
};

/** A list of ids beside the same kind in `parse` is refused (docs, *Allowed Mentions Reference*). */
export const allowedRules = (body: Json): readonly string[] => {
  const allowed = (body.allowed_mentions ?? {}) as Json;
  const parse = Array.isArray(allowed.parse) ? allowed.parse : [];
  return (["roles", "users"] as const).flatMap((kind) => {
    const ids = list(allowed[kind]);
    return [
      ...(parse.includes(kind) && ids.length > 0 ? [`parse and ${kind} are mutually exclusive`] : []),
      ...(ids.length > 100 ? [`more than 100 ${kind}`] : []),
    ];
  });
};
