import { RESTJSONErrorCodes, Routes, ThreadAutoArchiveDuration } from "discord.js";
import type { Address } from "../../core/bot/call.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Correction, Frozen, Heading, Platform, Post, Posting } from "../../core/bot/platform.ts";
import { isMarkedBy } from "./carry.ts";
import { type Channels, pickTags, tagsOf } from "./channels.ts";
import { toRepeatable } from "./fault.ts";
import { label } from "./plain.ts";
import { toPublicBody, toPublicReplacement } from "./render.ts";
import type { Wire } from "./wire.ts";

/** Discord, docs resources/channel: a thread's name. */
const THREAD_NAME = 100;

/** Where a message of this address goes: to Discord a thread is a channel. */
export const channelOf = ({ channel, thread }: Address): string => thread ?? channel;

/** `nonce` with `enforce_nonce`: Discord answers a repeated create with the first message, for some minutes (docs, create-message). */
export const toBody = ({ id, message }: Posting): string =>
  JSON.stringify({ ...toPublicBody(message, id), nonce: id, enforce_nonce: true });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

export const carries = (component: unknown, marker: string): boolean =>
  isObject(component) &&
  (isMarkedBy(component.custom_id, marker) ||
    (Array.isArray(component.components) && component.components.some((inner) => carries(inner, marker))));

/** To a repeated nonce: the first message was there, and somebody took it away (delivery.md, R6). */
const orDeleted = (error: unknown): never => {
  throw isCause(error, RESTJSONErrorCodes.UnknownMessage) ? new PlatformError("content", "gone") : error;
};

const post = async (wire: Wire, { id, to, body }: Frozen, channel: string): Promise<Post> => {
  const answer = await wire.send("POST", Routes.channelMessages(channel), body).catch(orDeleted);
  const message = isObject(answer) ? answer.id : undefined;
  if (!isObject(answer) || typeof message !== "string" || answer.channel_id !== channel || !carries(answer, id))
    throw new PlatformError("ambiguous", "mismatch");
  return { at: to, message };
};

const threadBody = (title: string): Readonly<Record<string, unknown>> => ({
  name: label(title, THREAD_NAME),
  auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
});

const UNTITLED: Heading = { title: "", labels: [] };

/**
 * In a forum a message is a post of its own: a thread under its title, with the frozen message in it, filed by the tags
 * that the forum has now. There is no nonce for it (delivery.md, R13).
 */
const file = async (wire: Wire, { id, to, body, heading = UNTITLED }: Frozen, channels: Channels): Promise<Post> => {
  const tags = pickTags(tagsOf(await channels.read(to.channel)), heading.labels);
  const { nonce: _, enforce_nonce: __, ...message } = JSON.parse(body) as Readonly<Record<string, unknown>>;
  const filed = { ...threadBody(heading.title), ...(tags.length > 0 && { applied_tags: tags }), message };
  const answer = await wire.send("POST", Routes.threads(to.channel), JSON.stringify(filed));
  if (!isObject(answer) || typeof answer.id !== "string" || answer.parent_id !== to.channel)
    throw new PlatformError("ambiguous", "mismatch");
  if (!carries(answer.message, id)) throw new PlatformError("ambiguous", "mismatch");
  // A post and its thread have one id (docs topics/threads, *Forums*).
  return { at: to, message: answer.id };
};

/** A place that files its posts. */
export const isForum = async ({ channel, thread }: Address, channels: Channels): Promise<boolean> =>
  thread === undefined && (await channels.kind(channel)) === "forum";

/** Discord answers that an edit, a thread and the like have nothing to be done on. */
const isCause = (error: unknown, code: RESTJSONErrorCodes): boolean =>
  error instanceof PlatformError && error.cause === String(code);

const editOnce = async (wire: Wire, route: `/${string}`, body: string): Promise<void> => {
  try {
    await wire.send("PATCH", route, body);
  } catch (error) {
    // A post of a forum that somebody deletes is a channel that is no more.
    if (isCause(error, RESTJSONErrorCodes.UnknownMessage) || isCause(error, RESTJSONErrorCodes.UnknownChannel))
      throw new PlatformError("content", "gone");
    throw toRepeatable(error);
  }
};

/** In a thread that has gone to sleep nothing can be edited; who may write in it may wake it (docs topics/threads). */
const edit = async (wire: Wire, { channel, message }: Record<"channel" | "message", string>, body: string) => {
  const route = Routes.channelMessage(channel, message);
  try {
    await editOnce(wire, route, body);
  } catch (error) {
    if (!isCause(error, RESTJSONErrorCodes.InvalidActionOnArchivedThread)) throw error;
    await editOnce(wire, Routes.channel(channel), JSON.stringify({ archived: false }));
    await editOnce(wire, route, body);
  }
};

/** A message can have one thread, whose id is the message's own (docs topics/threads). */
const openThread = async (wire: Wire, { at, message }: Post, title: string): Promise<Address> => {
  try {
    await wire.send("POST", Routes.threads(at.channel, message), JSON.stringify(threadBody(title)));
  } catch (error) {
    if (!isCause(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) throw error;
  }
  return { ...at, thread: message };
};

/** The delivery's half of the platform. */
export const createPosts = (
  wire: Wire,
  channels: Channels,
): Pick<Platform, "render" | "post" | "edit" | "remove" | "thread" | "link"> => {
  /**
   * Two posts to one channel at once would wait for each other inside the library, past the freshness of their intents
   * (delivery.md, R2): the second is told to come again instead.
   */
  const busy = new Set<string>();
  return {
    render: toBody,
    post: async (frozen) => {
      const channel = channelOf(frozen.to);
      if (busy.has(channel)) throw new PlatformError("wait", "busy", 1000);
      busy.add(channel);
      try {
        return (await isForum(frozen.to, channels))
          ? await file(wire, frozen, channels)
          : await post(wire, frozen, channel);
      } finally {
        busy.delete(channel);
      }
    },
    edit: async ({ at, message }, said: Correction) => {
      const body = JSON.stringify(toPublicReplacement(said.message, said.id));
      const channel = (await isForum(at, channels)) ? message : channelOf(at);
      await edit(wire, { channel, message }, body);
    },
    remove: async ({ at, message }) => {
      const channel = (await isForum(at, channels)) ? message : channelOf(at);
      try {
        await wire.send("DELETE", Routes.channelMessage(channel, message));
      } catch (error) {
        const isAway = [RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel];
        if (!isAway.some((code) => isCause(error, code))) throw toRepeatable(error);
      }
    },
    // A post of a forum is the thread around it.
    link: async ({ at, message }) => {
      const path = (await isForum(at, channels)) ? [message] : [channelOf(at), message];
      return ["https://discord.com/channels", at.space, ...path].join("/");
    },
    thread: async (there, title) => {
      // A post in a thread is answered there.
      if (there.at.thread !== undefined) return there.at;
      const kind = await channels.kind(there.at.channel);
      if (kind === "forum") return { ...there.at, thread: there.message };
      // In a thread that is a place, and in the chat of a voice channel, answers stand among the rest.
      return kind === "plain" ? openThread(wire, there, title) : there.at;
    },
  };
};
