import { createHmac } from "node:crypto";
import http from "node:http";
import https from "node:https";
import type { webApi } from "@slack/bolt";
import type { Address } from "../../core/bot/call.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Correction, Frozen, Post, Posting, Standing } from "../../core/bot/platform.ts";
import type { Lack } from "../../core/network/place.ts";
import { toAskingFault, toFault, toRetryMs } from "./fault.ts";
import { renderPublic, renderSummary } from "./render.ts";

/** Our own abort of one attempt (delivery.md: T_req). */
const PATIENCE_MS = 10_000;
/** chat.postMessage answers with the message itself, some ten kilobytes; more than this is not Slack. */
const ANSWER_BYTES = 1_000_000;

/** Without it Slack shows messages without their marks, and says nothing of that. */
export const MARKS = "metadata.message:read";

/** Proves that a post's marker is ours: metadata can be read, and copied, by every app of the workspace. */
export const toMac = (id: string, channel: string, secret: string): string =>
  createHmac("sha256", secret).update(`${id}${channel}`).digest("base64url").slice(0, 22);

/** The body of chat.postMessage. Pure; the same posting is always the same bytes. */
export const toBody = ({ id, to, message }: Posting, secret: string): string =>
  JSON.stringify({
    channel: to.channel,
    ...(to.thread !== undefined && { thread_ts: to.thread }),
    blocks: renderPublic(message),
    ...renderSummary(message),
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: "rostrum_post", event_payload: { id, mac: toMac(id, to.channel, secret) } },
  });

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

/**
 * One POST on a connection of its own: no pool, no redirect, no retry, and it is known whether a byte can have left.
 * Rejects with PlatformError: `wait` when the connection never stood, else `ambiguous`.
 */
const send = (url: URL, body: string, token: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const secure = url.protocol === "https:";
    let stood = false;
    const fail = (cause: string): void =>
      reject(stood ? new PlatformError("ambiguous", cause) : new PlatformError("wait", cause, 1000));
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(body),
    };
    const request = (secure ? https : http).request(url, { method: "POST", headers, agent: false });
    const timer = setTimeout(() => request.destroy(Object.assign(new Error(), { code: "timeout" })), PATIENCE_MS);
    request.on("socket", (socket) =>
      socket.once(secure ? "secureConnect" : "connect", () => {
        stood = true;
      }),
    );
    request.on("error", (error: NodeJS.ErrnoException) => fail(error.code ?? error.name));
    request.on("close", () => {
      clearTimeout(timer);
      fail("closed");
    });
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > ANSWER_BYTES) request.destroy(Object.assign(new Error(), { code: "answer too long" }));
      });
      response.on("error", (error: NodeJS.ErrnoException) => fail(error.code ?? error.name));
      response.on("end", () => {
        const retryAfter = response.headers["retry-after"];
        resolve({ status: response.statusCode ?? 0, retryAfter, body: Buffer.concat(chunks).toString("utf8") });
      });
    });
    request.end(body);
  });

const parse = (body: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === "object" && answer !== null ? (answer as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
};

/** delivery.md, *What an answer means*. */
const toPost = (to: Address, { status, retryAfter, body }: Answer): Post => {
  if (status === 429) throw new PlatformError("wait", "http 429", toRetryMs(retryAfter));
  if (status !== 200) throw new PlatformError("ambiguous", `http ${status}`);
  const answer = parse(body);
  if (answer?.ok === false) throw toFault(answer.error, retryAfter);
  const { ok, ts, channel } = answer ?? {};
  if (ok !== true || typeof ts !== "string" || ts === "") throw new PlatformError("ambiguous", "unreadable answer");
  if (channel !== to.channel) throw new PlatformError("ambiguous", "another channel");
  return { at: to, message: ts };
};

/** One attempt is one request of exactly these bytes. */
export const postOnce = async (frozen: Frozen, { apiUrl, token }: { apiUrl: string; token: string }): Promise<Post> =>
  toPost(frozen.to, await send(new URL("chat.postMessage", apiUrl), frozen.body, token));

/** The body of chat.update. Metadata that is left out stays, so the marker does; blocks and text are replaced (platforms.md). */
const toUpdate = ({ at, message: ts }: Post, { message }: Correction): string =>
  JSON.stringify({ channel: at.channel, ts, blocks: renderPublic(message), ...renderSummary(message) });

const isGone = (error: unknown): boolean => error instanceof PlatformError && error.cause === "message_not_found";

/** The same update twice is one. */
export const editPost = async (
  post: Post,
  said: Correction,
  { apiUrl, token }: { apiUrl: string; token: string },
): Promise<void> => {
  try {
    const answer = await send(new URL("chat.update", apiUrl), toUpdate(post, said), token);
    toPost(post.at, answer);
  } catch (error) {
    throw isGone(error) ? new PlatformError("content", "gone") : toAskingFault(error);
  }
};

/** The same deletion twice is one. */
export const removePost = async ({ at, message: ts }: Post, { apiUrl, token }: { apiUrl: string; token: string }) => {
  try {
    const answer = await send(new URL("chat.delete", apiUrl), JSON.stringify({ channel: at.channel, ts }), token);
    toPost(at, answer);
  } catch (error) {
    if (!isGone(error)) throw toAskingFault(error);
  }
};

type Info = webApi.ConversationsInfoResponse;

const lacksOf = ({ channel = {}, response_metadata }: Info): readonly Lack[] => {
  if (channel.is_archived) return ["gone"];
  if (!channel.is_member && !channel.is_im) return ["membership"];
  // Slack lists a token's scopes on every answer. Without history, and the marks in it, a lost answer cannot be looked up again.
  const scopes = response_metadata?.scopes;
  const reading = [channel.is_private ? "groups:history" : "channels:history", MARKS];
  return [
    ...(channel.is_read_only || channel.is_thread_only ? (["send"] as const) : []),
    ...(channel.is_non_threadable ? (["send-in-threads"] as const) : []),
    ...(scopes !== undefined && !channel.is_im && !reading.every((one) => scopes.includes(one))
      ? (["history"] as const)
      : []),
  ];
};

/** Asked afresh. Slack does not tell a channel that is gone from a private one that the bot was never in. */
export const standingAt = async (at: Address, client: webApi.WebClient): Promise<Standing> => {
  try {
    const info = await client.conversations.info({ channel: at.channel });
    // Public or private, ours or shared with another company: what counts is that the bot is in it.
    return { name: info.channel?.name === undefined ? at.channel : `#${info.channel.name}`, lacks: lacksOf(info) };
  } catch (error) {
    const fault = toAskingFault(error);
    if (fault.cause === "channel_not_found") return { name: at.channel, lacks: ["gone"] };
    if (fault.cause === "missing_scope") return { name: at.channel, lacks: ["unknown"] };
    throw fault;
  }
};
