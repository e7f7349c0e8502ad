import type { Json } from "./state.ts";

/** What Discord answers with. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Words of docs topics/opcodes-and-status-codes. */
const WORDS: Readonly<Record<number, string>> = {
  0: "401: Unauthorized",
  10003: "Unknown Channel",
  10004: "Unknown Guild",
  10007: "Unknown Member",
  10008: "Unknown Message",
  10015: "Unknown Webhook",
  10087: "Unknown tag",
  30046: "Maximum number of edits to messages older than 1 hour reached. Try again later",
  40058: "Cannot send a message in a forum channel",
  10062: "Unknown interaction",
  40060: "Interaction has already been acknowledged.",
  40066: "There are no tags available that can be set by non-moderators",
  40067: "A tag is required to create a forum post in this channel",
  40333: "internal network error",
  50001: "Missing Access",
  50007: "Cannot send messages to this user",
  50005: "Cannot edit a message authored by another user",
  50008: "Cannot send messages in a non-text channel",
  50013: "Missing Permissions",
  50024: "Cannot execute action on this channel type",
  50035: "Invalid Form Body",
  50278: "Cannot send messages to this user due to having no mutual guilds",
  50083: "Thread is archived",
  160004: "A thread has already been created for this message",
  160005: "Thread is locked",
};

export const refuse = (status: number, code: number): Answer => ({
  status,
  body: { message: WORDS[code] ?? "Refused", code },
});

export const invalid = (why: readonly string[]): Answer => ({
  status: 400,
  body: {
    message: "Invalid Form Body",
    code: 50035,
    errors: { _errors: why.map((message) => ({ code: "BASE_TYPE_BAD", message })) },
  },
});

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const done: Answer = { status: 204 };

/** Discord: retry_after in the body is seconds as a float, the header whole seconds (docs topics/rate-limits). */
export const limited = (seconds: number, scope: "user" | "global" | "shared" = "user"): Answer => ({
  status: 429,
  body: { message: "You are being rate limited.", retry_after: seconds, global: scope === "global" },
  headers: {
    "Retry-After": String(Math.ceil(seconds)),
    "X-RateLimit-Scope": scope,
    ...(scope === "global" && { "X-RateLimit-Global": "true" }),
  },
});

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
