import type { webApi } from "@slack/bolt";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Message } from "../../core/bot/message.ts";
import type { AccountKey, Platform } from "../../core/bot/platform.ts";
import { toAskingFault } from "./fault.ts";
import { renderPublic, renderSummary } from "./render.ts";

/** Opening is idempotent; only a message shows whether the person takes any (messages_tab_disabled, restricted_action). */
export const sayDirectly = async (
  { space, user }: AccountKey,
  said: Message,
  client: webApi.WebClient,
): ReturnType<Platform["direct"]> => {
  try {
    const { channel } = await client.conversations.open({ users: user });
    if (channel?.id === undefined) throw new PlatformError("wait", "unreadable answer", 1000);
    const blocks = renderPublic(said) as unknown as webApi.KnownBlock[];
    await client.chat.postMessage({
      channel: channel.id,
      ...renderSummary(said),
      blocks,
      unfurl_links: false,
      unfurl_media: false,
    });
    return { platform: "slack", space, channel: channel.id };
  } catch (error) {
    throw toAskingFault(error);
  }
};
