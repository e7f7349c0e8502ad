import type { webApi } from "@slack/bolt";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Platform, Post } from "../../core/bot/platform.ts";
import { toAskingFault } from "./fault.ts";
import { type Event, type Here, markerOf } from "./hear.ts";
import { MARKS } from "./post.ts";

/** A post of ours is found again by the signed mark on it, where it was to be posted. */

/** docs.slack.dev/reference/methods/conversations.history: "recommended no more than 200 results at a time". */
const PAGE = 200;

type Sought = Parameters<Platform["find"]>[0];

const readPage = (client: webApi.WebClient, { to, sinceMs }: Sought, cursor: string | undefined) => {
  const asked = {
    channel: to.channel,
    oldest: String(sinceMs / 1000),
    limit: PAGE,
    include_all_metadata: true,
    ...(cursor !== undefined && { cursor }),
  };
  return to.thread === undefined
    ? client.conversations.history(asked)
    : client.conversations.replies({ ...asked, ts: to.thread });
};

/** Every message since, page after page; rejects with PlatformError when one cannot be read, or none of their marks. */
export const findPost = async (sought: Sought, client: webApi.WebClient, here: Here): Promise<Post | undefined> => {
  let cursor: string | undefined;
  do {
    const page = await readPage(client, sought, cursor).catch((error: unknown) => {
      throw toAskingFault(error);
    });
    const messages = (page.messages ?? []) as unknown as readonly Event[];
    const found = messages.find((message) => markerOf(message, sought.to.channel, here) === sought.id);
    if (typeof found?.ts === "string") return { at: sought.to, message: found.ts };
    const next = page.response_metadata?.next_cursor || undefined;
    // It would be read for ever.
    if (next !== undefined && next === cursor) throw new PlatformError("wait", "the same page again");
    cursor = next;
    const scopes = page.response_metadata?.scopes;
    if (next === undefined && scopes?.includes(MARKS) === false) throw new PlatformError("place", "missing_scope");
  } while (cursor !== undefined);
  return undefined;
};
