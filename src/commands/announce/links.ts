import type { Outside } from "../../core/bot/command.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Delivery } from "../../core/store/deliveries.ts";

/** Addresses of posts that are out there, by the delivery's id. What a platform does not say has none. */
export const linksOf = async (
  rows: readonly Delivery[],
  { platforms }: Pick<Outside, "platforms">,
): Promise<ReadonlyMap<string, string>> => {
  const links = new Map<string, string>();
  /** Channels that are gone, or hidden: asked once. */
  const mute = new Set<string>();
  for (const { id, to: at, messageId: message } of rows) {
    const platform = platforms.get(at.platform);
    const channel = `${at.platform}/${at.space}/${at.channel}`;
    if (message === undefined || platform?.state() !== "connected" || mute.has(channel)) continue;
    try {
      const link = await platform.link?.({ at, message });
      if (link !== undefined) links.set(id, link);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      mute.add(channel);
    }
  }
  return links;
};
