import { RESTJSONErrorCodes, Routes, ThreadAutoArchiveDuration } from "discord.js";
import type { Address } from "../../core/bot/call.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Frozen, Post, Posting } from "../../core/bot/platform.ts";
import { isMarkedBy } from "./carry.ts";
import { label } from "./plain.ts";
import { toPublicBody } from "./render.ts";
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

const carries = (component: unknown, marker: string): boolean =>
  isObject(component) &&
  (isMarkedBy(component.custom_id, marker) ||
    (Array.isArray(component.components) && component.components.some((inner) => carries(inner, marker))));

/**
 * One POST of the frozen bytes. Two posts to one channel at once would wait for each other inside the library, past the
 * freshness of their intents (delivery.md, R2): the second is told to come again instead.
 */
export const createPoster = (wire: Wire): ((frozen: Frozen) => Promise<Post>) => {
  const busy = new Set<string>();
  const send = async ({ id, to, body }: Frozen, channel: string): Promise<Post> => {
    const answer = await wire.send("POST", Routes.channelMessages(channel), body);
    const message = isObject(answer) ? answer.id : undefined;
    if (!isObject(answer) || typeof message !== "string" || answer.channel_id !== channel || !carries(answer, id))
      throw new PlatformError("ambiguous", "mismatch");
    return { at: to, message };
  };
  return async (frozen) => {
    const channel = channelOf(frozen.to);
    if (busy.has(channel)) throw new PlatformError("wait", "busy", 1000);
    busy.add(channel);
    try {
      return await send(frozen, channel);
    } finally {
      busy.delete(channel);
    }
  };
};

/** A message can have one thread, whose id is the message's own (docs topics/threads). A post in a thread is answered there. */
export const openThread = async (wire: Wire, post: Post, title: string): Promise<Address> => {
  if (post.at.thread !== undefined) return post.at;
  const body = JSON.stringify({
    name: label(title, THREAD_NAME),
    auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
  });
  try {
    await wire.send("POST", Routes.threads(post.at.channel, post.message), body);
  } catch (error) {
    const isThere =
      error instanceof PlatformError && error.cause === String(RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage);
    if (!isThere) throw error;
  }
  return { ...post.at, thread: post.message };
};
