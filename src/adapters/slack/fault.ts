import { webApi } from "@slack/bolt";
import { type Fault, PlatformError } from "../../core/bot/errors.ts";

/**
 * What Slack's answer to one request says about it. The words are those of the pages of all methods that are used here
 * (docs.slack.dev, 2026: chat.postMessage, .postEphemeral and .update, conversations.info, .history and .replies, users.info,
 * usergroups.list, views.open, .update and .publish, auth.test, apps.connections.open); a word that is not here is ambiguous, and so are the ones listed as such.
 */
export const faults: Readonly<Record<Exclude<Fault, "ambiguous">, readonly string[]>> = {
  wait: [
    "external_channel_migrating",
    "ratelimited",
    "rate_limited",
    "message_limit_exceeded",
    "org_login_required",
    "streaming_state_conflict",
    "unknown_method",
  ],
  content: [
    "as_user_not_supported",
    "attachment_payload_limit_exceeded",
    "block_mismatch",
    "cannot_dm_bot",
    "cant_broadcast_message",
    "cant_delete_message",
    "compliance_exports_prevent_deletion",
    "cant_update_message",
    "draft_already_deleted",
    "draft_already_sent",
    "draft_has_conflict",
    "draft_not_found",
    "duplicate_external_id",
    "edit_window_closed",
    "exchanged_trigger_id",
    "expired_trigger_id",
    "hash_conflict",
    "insecure_request",
    "invalid_arg_name",
    "invalid_arguments",
    "invalid_attachments",
    "invalid_array_arg",
    "invalid_blocks",
    "invalid_blocks_format",
    "invalid_charset",
    "invalid_cursor",
    "invalid_form_data",
    "invalid_metadata_format",
    "invalid_metadata_schema",
    "invalid_post_type",
    "invalid_team",
    "invalid_trigger_id",
    "invalid_user_combination",
    "invalid_ts_latest",
    "invalid_ts_oldest",
    "markdown_text_conflict",
    "message_not_found",
    "metadata_must_be_sent_from_app",
    "metadata_too_large",
    "missing_args",
    "missing_argument",
    "missing_file_data",
    "missing_post_type",
    "missing_profile_id",
    "msg_blocks_too_long",
    "msg_too_long",
    "no_dual_broadcast_content_update",
    "no_text",
    "not_enough_users",
    "not_found",
    "not_implemented",
    "pagination_not_available",
    "push_limit_reached",
    "send_on_behalf_not_allowed",
    "slack_connect_canvas_sharing_blocked",
    "slack_connect_file_link_sharing_blocked",
    "slack_connect_lists_sharing_blocked",
    "too_many_attachments",
    "too_many_contact_cards",
    "too_many_users",
    "user_not_found",
    "user_not_visible",
    "users_list_not_supplied",
    "users_not_found",
    "view_too_large",
  ],
  place: [
    "access_denied",
    "app_access_restricted",
    "cannot_reply_to_message",
    "channel_is_limited_access",
    "channel_not_found",
    "ekm_access_denied",
    "is_archived",
    "is_inactive",
    "messages_tab_disabled",
    "method_not_supported_for_channel_type",
    "missing_scope",
    "no_permission",
    "not_enabled",
    "paid_teams_only",
    "plan_upgrade_required",
    "user_disabled",
    "user_is_bot",
    "user_is_restricted",
    "user_not_in_channel",
    "not_in_channel",
    "restricted_action",
    "restricted_action_non_threadable_channel",
    "restricted_action_read_only_channel",
    "restricted_action_thread_locked",
    "restricted_action_thread_only_channel",
    "team_not_found",
    "thread_not_found",
  ],
  stop: [
    "accesslimited",
    "account_inactive",
    "deprecated_endpoint",
    "enterprise_is_restricted",
    "forbidden_team",
    "invalid_auth",
    "is_bot",
    "method_deprecated",
    "not_allowed_token_type",
    "not_authed",
    "team_access_not_granted",
    "team_disabled",
    "token_expired",
    "token_revoked",
    "two_factor_setup_required",
    "user_removed_from_team",
  ],
};

/** Of these, the ones that say the token itself is not accepted (any more): nothing helps but a person. */
const refusals: readonly string[] = [
  "account_inactive",
  "invalid_auth",
  "not_authed",
  "token_expired",
  "token_revoked",
];
export const isTokenRefused = (word: unknown): boolean => typeof word === "string" && refusals.includes(word);

/** Words of users.info for who is not there (docs.slack.dev/reference/methods/users.info). */
export const NOBODY: readonly string[] = ["user_not_found", "user_not_visible", "users_not_found"];

/** Documented, and each may come after the message was posted or says nothing about it. */
export const ambiguous: readonly string[] = [
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "duplicate_message_not_found",
  "duplicate_channel_not_found",
  "team_added_to_org",
  "update_failed",
];

const byWord: ReadonlyMap<string, Fault> = new Map(
  Object.entries(faults).flatMap(([fault, words]) => words.map((word): [string, Fault] => [word, fault as Fault])),
);

/** Slack: Retry-After is whole seconds. Missing, past or garbled ones are one second, a longer one than a day is a day. */
export const toRetryMs = (seconds: unknown): number => {
  const given = typeof seconds === "string" && seconds.trim() !== "" ? Number(seconds) : seconds;
  if (typeof given !== "number" || Number.isNaN(given)) return 1000;
  return Math.min(Math.max(Math.ceil(given * 1000), 1000), 86_400_000);
};

/** `word`: Slack's `error`. What does not look like one is not repeated (it might be anything). */
export const toFault = (word: unknown, retryAfter?: unknown): PlatformError => {
  const known = typeof word === "string" && /^[a-z_]{1,64}$/u.test(word) ? word : "unreadable answer";
  const fault = byWord.get(known) ?? "ambiguous";
  return new PlatformError(fault, known, fault === "wait" ? toRetryMs(retryAfter) : undefined);
};

/** For requests that only ask: what failed has changed nothing, so whatever is not final can be tried again. */
export const toAskingFault = (error: unknown): PlatformError => {
  if (error instanceof PlatformError)
    return error.fault === "ambiguous" ? new PlatformError("wait", String(error.cause), 1000) : error;
  if (error instanceof webApi.WebAPIPlatformError) {
    const fault = toFault(error.data.error);
    return fault.fault === "ambiguous" ? new PlatformError("wait", String(fault.cause), 1000) : fault;
  }
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new PlatformError("wait", "ratelimited", toRetryMs(error.retryAfter));
  if (error instanceof webApi.WebAPIHTTPError) return new PlatformError("wait", `http ${error.statusCode}`, 1000);
  return new PlatformError("wait", "network", 1000);
};

/** The word for a log line. */
export const wordOf = (error: unknown): string => {
  if (error instanceof webApi.WebAPIPlatformError) return String(toFault(error.data.error).cause);
  if (error instanceof PlatformError) return String(error.cause);
  return error instanceof Error ? error.name : "unknown";
};
