import { expect, test } from "vitest";
import { faults, toFault, toPlatformError, toRepeatable, toRetryMs } from "../../../src/adapters/discord/fault.ts";
import type { Fault } from "../../../src/core/bot/errors.ts";

/**
 * Codes of docs topics/opcodes-and-status-codes that the routes we use can answer with, by number and in the
 * documentation's words: an independent list, so that a slip in the table shows.
 */
const CODES: readonly (readonly [number, number, string, Fault])[] = [
  [403, 20009, "Explicit content cannot be sent to the desired recipient(s)", "content"],
  [429, 20016, "This action cannot be performed due to slowmode rate limit", "wait"],
  [400, 20016, "This action cannot be performed due to slowmode rate limit", "wait"],
  [403, 20022, "This message cannot be edited due to announcement rate limits", "wait"],
  [429, 30046, "Maximum number of edits to messages older than 1 hour reached. Try again later", "wait"],
  [400, 30046, "Maximum number of edits to messages older than 1 hour reached. Try again later", "wait"],
  [400, 20028, "The channel you are writing has hit the write rate limit", "wait"],
  [400, 20029, "The write action you are performing on the server has hit the write rate limit", "wait"],
  [
    400,
    20031,
    "Your Stage topic, server name, server description, or channel names contain words that are not allowed",
    "content",
  ],
  [403, 40001, "Unauthorized. Provide a valid token and try again", "stop"],
  [403, 40002, "You need to verify your account in order to perform this action", "stop"],
  [403, 40004, "Send messages has been temporarily disabled", "wait"],
  [413, 40005, "Request entity too large", "content"],
  [403, 40006, "This feature has been temporarily disabled server-side", "wait"],
  [403, 40007, "The user is banned from this guild", "place"],
  [400, 40058, "Cannot send a message in a forum channel", "place"],
  [429, 40062, "Service resource is being rate limited", "wait"],
  [400, 40066, "There are no tags available that can be set by non-moderators", "place"],
  [400, 40067, "A tag is required to create a forum post in this channel", "place"],
  [403, 40333, "internal network error (Cloudflare is blocking the request)", "wait"],
  [404, 10003, "Unknown channel", "place"],
  [404, 10004, "Unknown guild", "place"],
  [404, 10007, "Unknown member", "place"],
  [404, 10087, "Unknown tag", "place"],
  [404, 10008, "Unknown message", "ambiguous"],
  [403, 50001, "Missing access", "place"],
  [400, 50003, "Cannot execute action on a DM channel", "place"],
  [403, 50005, "Cannot edit a message authored by another user", "content"],
  [400, 50006, "Cannot send an empty message", "content"],
  [403, 50007, "Cannot send messages to this user", "place"],
  [400, 50008, "Cannot send messages in a non-text channel", "place"],
  [403, 50009, "Channel verification level is too high for you to gain access", "place"],
  [403, 50013, "You lack permissions to perform that action", "place"],
  [401, 50014, "Invalid authentication token provided", "stop"],
  [400, 50021, "Cannot execute action on a system message", "place"],
  [400, 50024, "Cannot execute action on this channel type", "place"],
  [403, 50025, "Invalid OAuth2 access token provided", "stop"],
  [400, 50035, "Invalid form body, or invalid Content-Type provided", "content"],
  [400, 50041, "Invalid API version provided", "stop"],
  [400, 50055, "Invalid guild", "place"],
  [400, 50068, "Invalid message type", "content"],
  [400, 50083, "Tried to perform an operation on an archived thread", "place"],
  [400, 50095, "This server is not available in your location", "place"],
  [400, 50109, "The request body contains invalid JSON", "content"],
  [403, 50278, "Cannot send messages to this user due to having no mutual guilds", "place"],
  [400, 110001, "The application is not yet available. Try again later", "wait"],
  [503, 130000, "API resource is currently overloaded. Try again a little later", "ambiguous"],
  [400, 160002, "You cannot reply without permission to read message history", "place"],
  [400, 160004, "A thread has already been created for this message", "ambiguous"],
  [400, 160005, "Thread is locked", "place"],
  [400, 160006, "Maximum number of active threads reached", "place"],
  [400, 160007, "Maximum number of active announcement threads reached", "place"],
  [400, 200000, "Message was blocked by automatic moderation", "content"],
  [400, 200001, "Title was blocked by automatic moderation", "content"],
  [400, 240000, "Message blocked by harmful links filter", "content"],
];

test.each(CODES)("%i with %i, %s: %s", (status, code, _, fault) => {
  const known = toFault(status, code);
  expect(known).toMatchObject({ fault, cause: String(code) });
  expect(known.retryMs).toBe(fault === "wait" ? 1000 : undefined);
});

test.each([20_022, 30_046])("an edit that comes too soon (%i) is not tried again every second", (code) => {
  expect(toRepeatable(toFault(429, code))).toMatchObject({ fault: "wait", retryMs: 900_000 });
});

test("an edit is never in doubt: it is simply made again", () => {
  expect(toRepeatable(toFault(502, undefined))).toMatchObject({ fault: "wait", retryMs: 1000 });
  expect(toRepeatable(toFault(403, 50_013))).toMatchObject({ fault: "place" });
});

test("no code is classified without a line above", () => {
  expect(Object.values(faults).flat().toSorted()).toEqual(
    [...new Set(CODES.filter(([, , , fault]) => fault !== "ambiguous").map(([, code]) => code))].toSorted(),
  );
});

test.each<[number, Fault]>([
  [400, "ambiguous"],
  [401, "stop"],
  [403, "ambiguous"],
  [404, "ambiguous"],
  [405, "ambiguous"],
  [408, "ambiguous"],
  [409, "ambiguous"],
  [413, "content"],
  [429, "wait"],
  [500, "ambiguous"],
  [502, "ambiguous"],
  [503, "ambiguous"],
  [504, "ambiguous"],
  [520, "ambiguous"],
  [524, "ambiguous"],
])("%i without a code, or with one that nobody knows: %s", (status, fault) => {
  for (const code of [undefined, 0, "x", 987_654]) expect(toFault(status, code).fault).toBe(fault);
});

test("a failure inside Discord is never taken for a refusal, whatever code comes with it", () => {
  for (const [, code] of CODES)
    for (const status of [500, 502, 503, 504]) expect(toFault(status, code).fault).toBe("ambiguous");
});

const failure = (code: string, wrapped = false): Error =>
  wrapped
    ? new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code }) })
    : Object.assign(new Error("x"), { code });

test.each([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
])("%s comes before anything is sent", (code) => {
  expect(toPlatformError(failure(code))).toMatchObject({ fault: "wait", cause: code, retryMs: 1000 });
  expect(toPlatformError(failure(code, true))).toMatchObject({ fault: "wait", cause: code });
});

test.each([
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "UND_ERR_SOCKET",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "EPROTO",
])("after %s nobody knows what was done", (code) => {
  expect(toPlatformError(failure(code))).toMatchObject({ fault: "ambiguous", cause: code });
});

test.each([
  ["an abort", new DOMException("aborted", "AbortError")],
  ["an answer that cannot be read", new SyntaxError("Unexpected token in JSON: secret")],
  ["something that is no error", "secret"],
  ["nothing", undefined],
])("after %s nobody knows what was done, and no words of it are kept", (_, error) => {
  const known = toPlatformError(error);
  expect(known.fault).toBe("ambiguous");
  expect(known.message).not.toContain("secret");
});

test.each([
  [[], 1000],
  [[0], 1000],
  [[-5], 1000],
  [[Number.NaN], 1000],
  [[Number.POSITIVE_INFINITY], 1000],
  [[1500.2], 1501],
  [[50, 3000], 3000],
  [[1e12], 86_400_000],
])("of %j milliseconds %i are waited", (asked, ms) => {
  expect(toRetryMs(...asked)).toBe(ms);
});
