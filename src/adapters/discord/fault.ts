import { RESTJSONErrorCodes as Code, DiscordAPIError, GatewayCloseCodes, HTTPError, RateLimitError } from "discord.js";
import type { Final } from "../../core/bot/condition.ts";
import { type Fault, PlatformError } from "../../core/bot/errors.ts";

/**
 * What Discord's answer to one request says about it (delivery.md, *What an answer means*). The codes are those of docs
 * topics/opcodes-and-status-codes that posting, threads and the places' own data can meet; any other is ambiguous.
 */
export const faults: Readonly<Record<Exclude<Fault, "ambiguous">, readonly number[]>> = {
  wait: [
    Code.ActionCannotBePerformedDueToSlowmodeRateLimit,
    Code.AnnouncementEditLimitExceeded,
    Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached,
    Code.ChannelSendRateLimit,
    Code.ServerSendRateLimit,
    Code.SendMessagesHasBeenTemporarilyDisabled,
    Code.FeatureTemporarilyDisabledServerSide,
    Code.ServiceResourceIsBeingRateLimited,
    Code.CloudflareIsBlockingYourRequest,
    Code.ApplicationNotYetAvailable,
  ],
  content: [
    Code.ExplicitContentCannotBeSentToTheDesiredRecipient,
    Code.StageTopicServerNameServerDescriptionOrChannelNamesContainDisallowedWords,
    Code.RequestEntityTooLarge,
    Code.CannotEditMessageAuthoredByAnotherUser,
    Code.CannotSendAnEmptyMessage,
    Code.InvalidFormBodyOrContentType,
    Code.InvalidMessageType,
    Code.RequestBodyContainsInvalidJSON,
    Code.MessageWasBlockedByAutomaticModeration,
    Code.TitleWasBlockedByAutomaticModeration,
    Code.MessageBlockedByHarmfulLinksFilter,
  ],
  place: [
    Code.UnknownChannel,
    Code.UnknownGuild,
    Code.UnknownMember,
    Code.UserBannedFromThisGuild,
    Code.CannotSendAMessageInAForumChannel,
    Code.UnknownTag,
    Code.ThereAreNoTagsAvailableThatCanBeSetByNonModerators,
    Code.TagRequiredToCreateAForumPostInThisChannel,
    Code.MissingAccess,
    Code.CannotExecuteActionOnDMChannel,
    Code.CannotSendMessagesToThisUser,
    Code.CannotSendMessagesInNonTextChannel,
    Code.ChannelVerificationLevelTooHighForYouToGainAccess,
    Code.MissingPermissions,
    Code.CannotExecuteActionOnSystemMessage,
    Code.CannotExecuteActionOnThisChannelType,
    Code.InvalidGuild,
    Code.InvalidActionOnArchivedThread,
    Code.ServerNotAvailableInYourLocation,
    Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
    Code.CannotReplyWithoutPermissionToReadMessageHistory,
    Code.ThreadLocked,
    Code.MaximumActiveThreads,
    Code.MaximumActiveAnnouncementThreads,
  ],
  stop: [
    Code.Unauthorized,
    Code.VerifyYourAccount,
    Code.InvalidToken,
    Code.InvalidAPIVersion,
    Code.InvalidOAuth2AccessToken,
  ],
};

const byCode: ReadonlyMap<unknown, Fault> = new Map(
  Object.entries(faults).flatMap(([fault, codes]) => codes.map((code): [number, Fault] => [code, fault as Fault])),
);

/** Gateway close codes after which connecting again is of no use (docs topics/opcodes-and-status-codes). */
export const fatalCloses: Readonly<Partial<Record<number, Final>>> = {
  [GatewayCloseCodes.AuthenticationFailed]: "token",
  [GatewayCloseCodes.InvalidShard]: "version",
  [GatewayCloseCodes.ShardingRequired]: "size",
  [GatewayCloseCodes.InvalidAPIVersion]: "version",
  [GatewayCloseCodes.InvalidIntents]: "version",
  [GatewayCloseCodes.DisallowedIntents]: "intents",
};

/** When Discord names no time, or none that makes sense. */
const RETRY_MS = 1000;
/** Nobody is kept waiting longer on the word of a header. */
const LONGEST_RETRY_MS = 86_400_000;

/** Milliseconds that Discord asked for, made sane: missing, 0, negative and NaN are one second. */
export const toRetryMs = (...asked: readonly number[]): number =>
  Math.min(Math.max(RETRY_MS, ...asked.filter(Number.isFinite).map(Math.ceil)), LONGEST_RETRY_MS);

/** @param status HTTP's; @param code Discord's `code` in the body, if there was one. */
export const toFault = (status: number, code: unknown): PlatformError => {
  const cause = typeof code === "number" && code !== 0 ? String(code) : `http ${status}`;
  if (status === 429) return new PlatformError("wait", cause, RETRY_MS);
  if (status === 401) return new PlatformError("stop", cause);
  // A request that failed inside Discord may have been done, whatever else the answer says.
  if (status >= 500 || status === 408) return new PlatformError("ambiguous", cause);
  const fault = byCode.get(code) ?? (status === 413 ? "content" : "ambiguous");
  return new PlatformError(fault, cause, fault === "wait" ? RETRY_MS : undefined);
};

/** Failures of the network that surely came before the request was written: no address, no connection, no trusted peer. */
const BEFORE_WRITING = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_REVOKED",
  "CERT_UNTRUSTED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** Node's and undici's word for what went wrong. */
const codeOf = (error: unknown): string | undefined => {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : undefined;
};

/** What a request that was rejected, refused or cut off is known to have done. */
export const toPlatformError = (error: unknown): PlatformError => {
  if (error instanceof PlatformError) return error;
  if (error instanceof RateLimitError)
    return new PlatformError("wait", "429", toRetryMs(error.retryAfter, error.sublimitTimeout));
  if (error instanceof DiscordAPIError) return toFault(error.status, error.code);
  if (error instanceof HTTPError) return toFault(error.status, undefined);
  const code = codeOf(error);
  if (code !== undefined && BEFORE_WRITING.has(code)) return new PlatformError("wait", code, RETRY_MS);
  return new PlatformError("ambiguous", code ?? (error instanceof Error ? error.name : "unknown"));
};

/** For requests that only ask: what failed has changed nothing, so whatever is not final can be asked again. */
export const toAskingError = (error: unknown): PlatformError => {
  const known = toPlatformError(error);
  return known.fault === "ambiguous" ? new PlatformError("wait", String(known.cause), RETRY_MS) : known;
};

/** Old messages may be edited a few times an hour (30046): sooner there is no use in trying. */
const EDIT_AGAIN_MS = 900_000;
const EDIT_LIMITS: readonly string[] = [
  String(Code.AnnouncementEditLimitExceeded),
  String(Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached),
];

/** For requests that may be made twice with the effect of one. */
export const toRepeatable = (error: unknown): PlatformError => {
  const known = toAskingError(error);
  return EDIT_LIMITS.includes(String(known.cause))
    ? new PlatformError("wait", String(known.cause), Math.max(known.retryMs ?? 0, EDIT_AGAIN_MS))
    : known;
};

/** For a log line: never an address (interaction tokens stand in them) and never a body. */
export const causeOf = (error: unknown): string => String(toPlatformError(error).cause);
