import { describe, expect, test } from "vitest";
import { ambiguous, faults, toFault, toRetryMs } from "../../../src/adapters/slack/fault.ts";

/** The pages of every method that is used, and the errors common to all (docs.slack.dev, 2026), by what they say of the request. */
const documented = {
  wait: `external_channel_migrating ratelimited rate_limited message_limit_exceeded org_login_required
    streaming_state_conflict unknown_method`,
  content: `cant_delete_message compliance_exports_prevent_deletion as_user_not_supported attachment_payload_limit_exceeded block_mismatch cant_broadcast_message
    cant_update_message edit_window_closed message_not_found draft_already_deleted draft_already_sent draft_has_conflict
    draft_not_found invalid_arg_name invalid_arguments invalid_array_arg invalid_blocks invalid_blocks_format invalid_charset
    invalid_form_data invalid_metadata_format invalid_metadata_schema invalid_attachments missing_profile_id not_implemented
    no_dual_broadcast_content_update invalid_post_type markdown_text_conflict
    metadata_must_be_sent_from_app metadata_too_large missing_file_data missing_post_type msg_blocks_too_long msg_too_long no_text
    duplicate_external_id exchanged_trigger_id expired_trigger_id hash_conflict insecure_request invalid_cursor invalid_team
    invalid_trigger_id invalid_ts_latest invalid_ts_oldest missing_args missing_argument not_found pagination_not_available
    push_limit_reached user_not_found user_not_visible users_not_found view_too_large send_on_behalf_not_allowed slack_connect_canvas_sharing_blocked slack_connect_file_link_sharing_blocked
    slack_connect_lists_sharing_blocked too_many_attachments too_many_contact_cards cannot_dm_bot invalid_user_combination not_enough_users too_many_users
    users_list_not_supplied`,
  place: `method_not_supported_for_channel_type user_disabled not_enabled paid_teams_only user_not_in_channel channel_is_limited_access plan_upgrade_required user_is_bot user_is_restricted access_denied app_access_restricted cannot_reply_to_message channel_not_found ekm_access_denied is_archived is_inactive
    messages_tab_disabled missing_scope no_permission not_in_channel restricted_action restricted_action_non_threadable_channel
    restricted_action_read_only_channel restricted_action_thread_locked restricted_action_thread_only_channel team_not_found
    thread_not_found`,
  stop: `forbidden_team is_bot accesslimited account_inactive deprecated_endpoint enterprise_is_restricted invalid_auth method_deprecated
    not_allowed_token_type not_authed team_access_not_granted team_disabled token_expired token_revoked two_factor_setup_required
    user_removed_from_team`,
  ambiguous: `internal_error fatal_error service_unavailable request_timeout duplicate_message_not_found
    duplicate_channel_not_found team_added_to_org update_failed`,
};
const cases = Object.entries(documented).flatMap(([fault, words]) =>
  words.split(/\s+/u).map((word): [string, string] => [word, fault]),
);

describe("Slack's word", () => {
  test.each(cases)("%s means %s", (word, fault) => {
    expect(toFault(word)).toMatchObject({ fault, cause: word, retryMs: fault === "wait" ? 1000 : undefined });
  });

  test.each(["a_word_of_tomorrow", "", "Invalid Blocks", "<html>", "constructor", "__proto__"])(
    "%j, which nobody has documented, is ambiguous",
    (word) => {
      expect(toFault(word).fault).toBe("ambiguous");
    },
  );

  test.each([undefined, null, 5, {}, "x".repeat(100), "xoxb-1-secret"])(
    "that is no word (%j) is ambiguous and not repeated",
    (word) => {
      expect(toFault(word)).toMatchObject({ fault: "ambiguous", cause: "unreadable answer" });
    },
  );

  test("has one meaning, and every one is tried here", () => {
    const known = [...Object.values(faults).flat(), ...ambiguous];
    expect(new Set(known).size).toBe(known.length);
    expect(known.toSorted()).toEqual(cases.map(([word]) => word).toSorted());
  });
});

test.each([
  ["1", 1000],
  ["30", 30_000],
  ["0.3", 1000],
  ["1.5", 1500],
  ["0", 1000],
  ["-5", 1000],
  ["NaN", 1000],
  ["soon", 1000],
  ["", 1000],
  [undefined, 1000],
  ["Infinity", 86_400_000],
  ["999999999", 86_400_000],
  [7, 7000],
])("Retry-After %j is %d ms", (given, expected) => {
  expect(toRetryMs(given)).toBe(expected);
});
