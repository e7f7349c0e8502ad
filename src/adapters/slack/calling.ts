import type { webApi } from "@slack/bolt";
import type { Address } from "../../core/bot/call.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Calls } from "../../core/bot/platform.ts";
import { inTeam, toAsker } from "./account.ts";
import { NOBODY, toAskingFault } from "./fault.ts";

/**
 * Whom somebody may call in a channel, asked afresh: full members the channel and user groups, guests nobody (Slack's help,
 * *Understand guest roles*; a workspace may narrow that further, which no method tells). An app may call whom it likes.
 */

const asked = async <T>(request: Promise<T>): Promise<T> => {
  try {
    return await request;
  } catch (error) {
    throw toAskingFault(error);
  }
};
/** The answer, or `undefined` where Slack says no in one of these words. */
const askedUnless = async <T>(request: Promise<T>, words: readonly string[]): Promise<T | undefined> => {
  try {
    return await asked(request);
  } catch (error) {
    if (error instanceof PlatformError && words.includes(String(error.cause))) return undefined;
    throw error;
  }
};

/** A free workspace has no user groups, and an app installed before this scope may not ask. */
const NO_GROUPS = ["paid_teams_only", "plan_upgrade_required", "missing_scope", "unknown_method"];

export const callsAt = async (at: Address, user: string, client: webApi.WebClient): Promise<Calls> => {
  const info = await askedUnless(client.users.info({ user }), NOBODY);
  const listed = await askedUnless(
    client.usergroups.list({ ...inTeam(at.space), include_users: true, include_count: true }),
    NO_GROUPS,
  );
  const { channel } = await asked(client.conversations.info({ channel: at.channel, include_num_members: true }));
  const all = listed?.usergroups ?? [];
  const found = info?.user;
  const mine = all.flatMap(({ id, users = [] }) => (id !== undefined && users.includes(user) ? [id] : []));
  const account =
    found === undefined || found.deleted === true
      ? undefined
      : toAsker(found, { id: user, space: at.space, groups: mine }).account;
  const person = account !== undefined && account.guest !== true && found?.is_bot !== true;
  return {
    account,
    everyone: { person, bot: true, members: channel?.num_members },
    groups: all.flatMap(({ id, name, handle, users, user_count }) => {
      if (id === undefined) return [];
      const members = users?.length ?? (user_count === undefined ? undefined : Number(user_count));
      return [{ id, name: handle ?? name ?? id, person, bot: true, members }];
    }),
  };
};
