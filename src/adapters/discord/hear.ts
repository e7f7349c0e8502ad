import {
  type Client,
  type GatewayChannelDeleteDispatchData,
  GatewayDispatchEvents,
  type GatewayGuildDeleteDispatchData,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayThreadDeleteDispatchData,
} from "discord.js";
import type { News } from "../../core/bot/platform.ts";
import { markerIn } from "./carry.ts";
import { kindOf } from "./channels.ts";

/** What happens in the servers without being asked → News. */

const marksIn = (component: unknown): readonly string[] => {
  if (typeof component !== "object" || component === null) return [];
  const own = "custom_id" in component ? markerIn(String(component.custom_id)) : undefined;
  const inner = "components" in component && Array.isArray(component.components) ? component.components : [];
  return [...(own === undefined ? [] : [own]), ...inner.flatMap(marksIn)];
};

/** To whom the thread is a post of its own: its forum. */
const forumOf = (client: Client, parent: string | null | undefined): string | undefined => {
  const channel = client.channels.cache.get(parent ?? "");
  return channel !== undefined && kindOf(channel.type) === "forum" ? channel.id : undefined;
};

/** A message with its channel's id begins a post of a forum (docs topics/threads), which THREAD_CREATE has told of. */
const toFiled = (client: Client, id: string): { readonly channel: string; readonly thread: string } | undefined => {
  const thread = client.channels.cache.get(id);
  return thread?.isThread() && thread.parentId !== null ? { channel: thread.parentId, thread: id } : undefined;
};

/** Our own message with a delivery's marker, and with its nonce where Discord tells one, is evidence for it. */
const toEcho = (message: GatewayMessageCreateDispatchData, client: Client): News | undefined => {
  const { guild_id: space, channel_id: channel, id, nonce } = message;
  if (space === undefined || message.author.id !== client.user?.id || message.webhook_id !== undefined)
    return undefined;
  const [marker] = (message.components ?? []).flatMap(marksIn);
  if (marker === undefined || (nonce !== undefined && String(nonce) !== marker)) return undefined;
  const filed = toFiled(client, id === channel ? channel : "");
  // To Discord a thread is a channel: whoever looks at this address compares the narrower of the two.
  const at = { platform: "discord", space, ...(filed ?? { channel }) } as const;
  return { heard: "echo", id: marker, post: { at, message: id } };
};

const gone = (
  space: string | undefined,
  what: Omit<Extract<News, { heard: "gone" }>, "heard" | "platform" | "space">,
): News | undefined => (space === undefined ? undefined : { heard: "gone", platform: "discord", space, ...what });

/** Calls back with what reads an event, if there is anything in it. */
export const hear = (client: Client, tell: (read: () => News | undefined) => void): void => {
  const on = <D>(event: GatewayDispatchEvents, toNews: (data: D) => News | undefined): void => {
    client.ws.on(event, (data: D) => tell(() => toNews(data)));
  };
  on<GatewayMessageCreateDispatchData>(GatewayDispatchEvents.MessageCreate, (one) => toEcho(one, client));
  on<GatewayMessageDeleteDispatchData>(GatewayDispatchEvents.MessageDelete, ({ guild_id, channel_id, id }) =>
    gone(guild_id, { channel: toFiled(client, id === channel_id ? id : "")?.channel ?? channel_id, messages: [id] }),
  );
  on<GatewayMessageDeleteBulkDispatchData>(GatewayDispatchEvents.MessageDeleteBulk, ({ guild_id, channel_id, ids }) =>
    gone(guild_id, { channel: channel_id, messages: ids }),
  );
  on<GatewayThreadDeleteDispatchData>(GatewayDispatchEvents.ThreadDelete, ({ guild_id, parent_id, id }) => {
    const forum = forumOf(client, parent_id);
    return gone(guild_id, forum === undefined ? { channel: id } : { channel: forum, messages: [id] });
  });
  on<GatewayChannelDeleteDispatchData>(GatewayDispatchEvents.ChannelDelete, (channel) =>
    gone("guild_id" in channel ? channel.guild_id : undefined, {
      channel: channel.id,
      ...(channel.name && { name: `#${channel.name}` }),
    }),
  );
  // `unavailable` is an outage of Discord's; without it we were removed, or the server is no more.
  on<GatewayGuildDeleteDispatchData>(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }) =>
    unavailable === true ? undefined : gone(id, {}),
  );
};
