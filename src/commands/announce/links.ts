import type { Outside } from "../../core/bot/command.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Delivery } from "../../core/store/deliveries.ts";

/** Addresses of posts that are out there, by the delivery's id. What a platform does not say has none. */
export const linksOf = async (
  rows: readonly Delivery[],
  { platforms }: Pick<Outside, "platforms">,
): Promise<ReadonlyMap<string, string>> => {
  const links = new Map<string, string>();
  for (const { id, to: at, messageId: message } of rows) {
    const platform = platforms.get(at.platform);
    if (message === undefined || platform?.link === undefined) continue;
    const link = await platform.link({ at, message }).catch((error: unknown) => {
      if (error instanceof PlatformError) return undefined;
      throw error;
    });
    if (link !== undefined) links.set(id, link);
  }
  return links;
};
