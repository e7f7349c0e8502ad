import {
  type APIMessage,
  type APIThreadChannel,
  type APIThreadList,
  RESTJSONErrorCodes,
  Routes,
  SnowflakeUtil,
} from "discord.js";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Platform, Post } from "../../core/bot/platform.ts";
import type { Lack } from "../../core/network/place.ts";
import type { Channels } from "./channels.ts";
import { carries, channelOf, isForum } from "./post.ts";
import { ask, createSelf, type Wire } from "./wire.ts";

/** A post of ours is found again by the marker on it, where it was to be posted. */

/** Discord, docs resources/message, get-channel-messages: 100 at most a page. */
const PAGE = 100;

type Find = Platform["find"];
type Sought = Parameters<Find>[0];

const snowflakeAt = (timestamp: number): string =>
  SnowflakeUtil.generate({ timestamp, increment: 0n, workerId: 0n, processId: 0n }).toString();
const newest = (ids: readonly string[]): string =>
  ids.reduce((most, id) => (BigInt(id) > BigInt(most) ? id : most), "0");

/** Where the next page begins. One that begins where the last one did would be read for ever. */
const onward = (from: string, to: string): string => {
  if (to === from) throw new PlatformError("wait", "the same page again");
  return to;
};

const isOurs = (message: APIMessage, { id }: Sought, self: string): boolean =>
  message.author.id === self && message.webhook_id === undefined && carries(message, id);

/** Every message since, page after page from the oldest on. */
const inChannel = async (wire: Wire, sought: Sought, self: string): Promise<string | undefined> => {
  let after = snowflakeAt(sought.sinceMs);
  for (;;) {
    const query = new URLSearchParams({ after, limit: String(PAGE) });
    const page = await ask<readonly APIMessage[]>(wire, `${Routes.channelMessages(channelOf(sought.to))}?${query}`);
    const found = page.find((message) => isOurs(message, sought, self));
    if (found !== undefined || page.length < PAGE) return found?.id;
    after = onward(after, newest(page.map(({ id }) => id)));
  }
};

/** The forum's threads that began since: those that are active, and what somebody has closed already. */
const threadsSince = async (wire: Wire, { to, sinceMs }: Sought): Promise<readonly APIThreadChannel[]> => {
  const active = await ask<APIThreadList>(wire, Routes.guildActiveThreads(to.space));
  const archived: APIThreadChannel[] = [];
  let before = "";
  for (;;) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before !== "" && { before }) });
    const page = await ask<APIThreadList & { has_more: boolean }>(
      wire,
      `${Routes.channelThreads(to.channel, "public")}?${query}`,
    );
    const threads = page.threads as APIThreadChannel[];
    archived.push(...threads);
    // Ordered by when they were archived, the latest first: what began since was archived since.
    const last = threads.at(-1)?.thread_metadata?.archive_timestamp;
    if (!page.has_more || last === undefined || Date.parse(last) < sinceMs) break;
    before = onward(before, last);
  }
  const first = BigInt(snowflakeAt(sinceMs));
  return [...(active.threads as APIThreadChannel[]), ...archived].filter(
    ({ id, parent_id }) => parent_id === to.channel && BigInt(id) >= first,
  );
};

const GONE: readonly unknown[] = [RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel].map(String);

/** A thread that somebody took away meanwhile, or its first message, is none of what is sought. */
const ifThere = (error: unknown): undefined => {
  if (error instanceof PlatformError && GONE.includes(error.cause)) return undefined;
  throw error;
};

/** A post of a forum is the message that its thread begins with, and has the thread's id. */
const inForum = async (wire: Wire, sought: Sought, self: string): Promise<string | undefined> => {
  for (const { id, owner_id } of await threadsSince(wire, sought)) {
    if (owner_id !== self) continue;
    const message = await ask<APIMessage>(wire, Routes.channelMessage(id, id)).catch(ifThere);
    if (message !== undefined && isOurs(message, sought, self)) return id;
  }
  return undefined;
};

const UNREADABLE: readonly Lack[] = ["gone", "elsewhere", "unpostable", "view", "connect", "history"];

/** Without the right to read history Discord answers with an empty list (docs, get-channel-messages): so the right is asked first. */
export const createFind = (
  wire: Wire,
  { channels, standing }: { readonly channels: Channels; readonly standing: Platform["standing"] },
): Find => {
  const self = createSelf(wire);
  return async (sought): Promise<Post | undefined> => {
    // Who takes direct messages from us lets us read them.
    const isDirect = (await channels.kind(channelOf(sought.to))) === "direct";
    const { lacks } = isDirect ? { lacks: [] } : await standing(sought.to);
    const missing = lacks.find((lack) => UNREADABLE.includes(lack));
    if (missing !== undefined) throw new PlatformError("place", missing);
    const look = (await isForum(sought.to, channels)) ? inForum : inChannel;
    const message = await look(wire, sought, await self());
    return message === undefined ? undefined : { at: sought.to, message };
  };
};
