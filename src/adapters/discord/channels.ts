import {
  type APIChannel,
  type APIGuildForumTag,
  type APIThreadChannel,
  ChannelFlags,
  ChannelType,
  Routes,
} from "discord.js";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Heading } from "../../core/bot/platform.ts";
import { fold } from "../../core/network/fold.ts";
import { toAskingError } from "./fault.ts";
import type { Wire } from "./wire.ts";

/** The kinds of channels as far as posting goes, and what is to be known of one before something is posted there. */

/**
 * `plain`: messages with threads under them; `chat`: messages without (voice, stage); `forum`: posts of their own; `direct`:
 * one person's direct messages.
 */
export type Kind = "plain" | "chat" | "thread" | "forum" | "direct" | "none";

const KINDS: Readonly<Partial<Record<ChannelType, Kind>>> = {
  [ChannelType.GuildText]: "plain",
  [ChannelType.GuildAnnouncement]: "plain",
  [ChannelType.GuildVoice]: "chat",
  [ChannelType.GuildStageVoice]: "chat",
  [ChannelType.PublicThread]: "thread",
  [ChannelType.PrivateThread]: "thread",
  [ChannelType.AnnouncementThread]: "thread",
  [ChannelType.DM]: "direct",
  [ChannelType.GuildForum]: "forum",
  [ChannelType.GuildMedia]: "forum",
};
export const kindOf = (type: ChannelType): Kind => KINDS[type] ?? "none";

export const isThread = (channel: APIChannel): channel is APIThreadChannel => kindOf(channel.type) === "thread";

/** Discord, docs resources/channel: at most five tags on a post. */
const POST_TAGS = 5;

interface Tagged {
  readonly tags: readonly APIGuildForumTag[];
  readonly isRequired: boolean;
}
export const tagsOf = (channel: APIChannel): Tagged => ({
  // Only who may manage threads can set a moderated one.
  tags: "available_tags" in channel ? channel.available_tags.filter(({ moderated }) => !moderated) : [],
  isRequired: ((channel.flags ?? 0) & ChannelFlags.RequireTag) !== 0,
});

/** Tags that are called as the post is, the best first; where one must be and none fits, the forum's first. */
export const pickTags = ({ tags, isRequired }: Tagged, labels: Heading["labels"]): readonly string[] => {
  const fitting = labels.flatMap((label) => tags.filter(({ name }) => fold(name) === fold(label)).map(({ id }) => id));
  const picked = [...new Set(fitting)].slice(0, POST_TAGS);
  return picked.length === 0 && isRequired ? tags.slice(0, 1).map(({ id }) => id) : picked;
};

/** An intent must be written to a socket within 5 s (delivery.md, T_disp): looking may not use them up. */
const LOOK_MS = 3000;

const inTime = async <T>(asked: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PlatformError("wait", "looking", 1000)), LOOK_MS);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
};

export interface Channels {
  /** Asked afresh. Rejects with what is known, never `ambiguous`. */
  read(id: string): Promise<APIChannel>;
  /** Asked once: a channel stays of its kind. */
  kind(id: string): Promise<Kind>;
}

/** @param typeOf what the gateway has told of a channel, if it has. */
export const createChannels = (wire: Wire, typeOf: (id: string) => ChannelType | undefined): Channels => {
  const kinds = new Map<string, Kind>();
  const read = async (id: string): Promise<APIChannel> => {
    try {
      // Discord's JSON, of the version that the library's types describe.
      const channel = (await inTime(wire.send("GET", Routes.channel(id)))) as APIChannel;
      kinds.set(id, kindOf(channel.type));
      return channel;
    } catch (error) {
      throw toAskingError(error);
    }
  };
  return {
    read,
    kind: async (id) => {
      const type = typeOf(id);
      return type === undefined ? (kinds.get(id) ?? kindOf((await read(id)).type)) : kindOf(type);
    },
  };
};
