import { timingSafeEqual } from "node:crypto";
import type { App } from "@slack/bolt";
import type { News } from "../../core/bot/platform.ts";
import { toMac } from "./post.ts";

/** What happens in the workspace without being asked → News. Slack's events are read as data: any field may be missing. */

export type Event = Readonly<Record<string, unknown>>;

export interface Here {
  readonly space: string;
  /** Ours: the bot's id and its user's. */
  readonly bot: string;
  readonly user: string;
  /** What people type to invite it. */
  readonly handle: string;
  readonly secret: string;
}

const inside = (value: unknown): Event => (typeof value === "object" && value !== null ? (value as Event) : {});
const word = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

const isSame = (given: string, expected: string): boolean =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));

/** The delivery whose signed marker stands on a message of ours in this channel: metadata alone could be anybody's copy. */
export const markerOf = (event: Event, channel: string, { bot, secret }: Here): string | undefined => {
  const { event_type, event_payload } = inside(event.metadata);
  const { id, mac } = inside(event_payload);
  if (event.bot_id !== bot || event_type !== "rostrum_post") return undefined;
  if (typeof id !== "string" || typeof mac !== "string" || !/^[\w-]{22}$/u.test(mac)) return undefined;
  return isSame(mac, toMac(id, channel, secret)) ? id : undefined;
};

const toEcho = (event: Event, given: { channel: unknown; ts: unknown }, here: Here): News | undefined => {
  const [channel, message] = [word(given.channel), word(given.ts)];
  if (channel === undefined || message === undefined) return undefined;
  const id = markerOf(event, channel, here);
  if (id === undefined) return undefined;
  const within = word(event.thread_ts);
  const thread = within === undefined || within === message ? {} : { thread: within };
  return { heard: "echo", id, post: { at: { platform: "slack", space: here.space, channel, ...thread }, message } };
};

const gone = (
  { space }: Here,
  channel: unknown,
  what: Pick<Extract<News, { heard: "gone" }>, "messages" | "how" | "self">,
): News | undefined => {
  const id = word(channel);
  return id === undefined ? undefined : { heard: "gone", platform: "slack", space, channel: id, ...what };
};

/** In a thread the place of a message is the thread. */
const toDeleted = (event: Event, before: Event, here: Here): News | undefined => {
  const ts = word(event.deleted_ts) ?? word(before.ts);
  const thread = word(before.thread_ts);
  if (ts === undefined) return undefined;
  return gone(here, thread === undefined || thread === ts ? event.channel : thread, { messages: [ts] });
};

const fromMessage = (event: Event, here: Here): News | undefined => {
  if (event.subtype === "message_deleted") return toDeleted(event, inside(event.previous_message), here);
  // One that has answers is not taken away but replaced.
  const changed = inside(event.message);
  if (event.subtype === "message_changed" && changed.subtype === "tombstone") return toDeleted(event, changed, here);
  if (event.subtype !== undefined && event.subtype !== "bot_message") return undefined;
  return toEcho(event, { channel: event.channel, ts: event.ts }, here);
};

const readers: Readonly<Record<string, (event: Event, here: Here) => News | undefined>> = {
  message: fromMessage,
  message_metadata_posted: (event, here) => toEcho(event, { channel: event.channel_id, ts: event.message_ts }, here),
  channel_archive: (event, here) => gone(here, event.channel, { how: "archived" }),
  group_archive: (event, here) => gone(here, event.channel, { how: "archived" }),
  channel_deleted: (event, here) => gone(here, event.channel, {}),
  group_deleted: (event, here) => gone(here, event.channel, {}),
  channel_left: (event, here) => gone(here, event.channel, { how: "left", self: here.handle }),
  group_left: (event, here) => gone(here, event.channel, { how: "left", self: here.handle }),
};

/** Total: whatever Slack sends is news or nothing. */
export const toNews = (event: Event, here: Here): News | undefined =>
  Object.hasOwn(readers, String(event.type)) ? readers[String(event.type)]?.(event, here) : undefined;

/** Bolt acknowledges events by itself, before this. */
export const hear = (
  app: App,
  hereOf: (context: Event) => Here | undefined,
  tell: (news: News) => Promise<void>,
): void => {
  app.event(/./u, async ({ event, context }) => {
    const here = hereOf(context);
    const news = here && toNews(event as unknown as Event, here);
    if (news !== undefined) await tell(news);
  });
};
