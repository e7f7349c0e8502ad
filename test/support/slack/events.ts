import { randomBytes } from "node:crypto";
import type { Json } from "./rules.ts";
import type { Channel, Message, Workspace } from "./state.ts";

/** What the Events API tells a subscribed app (docs.slack.dev/reference/events), with the wrapper around it. */

export const wrap = (event: Json, { team, bot, org, orgInstalled }: Workspace): Json => ({
  token: "verification",
  team_id: team.id,
  ...(org !== undefined && { enterprise_id: org.id }),
  api_app_id: bot.app,
  type: "event_callback",
  event_id: `Ev0${randomBytes(5).toString("hex").toUpperCase()}`,
  event_time: 1_796_000_000,
  authorizations: [
    {
      enterprise_id: org?.id ?? null,
      team_id: team.id,
      user_id: bot.user,
      is_bot: true,
      is_enterprise_install: orgInstalled,
    },
  ],
  event,
});

const kindOf = (channel: Channel): string => (channel.private ? "group" : "channel");

/** A post of an app's: the message, and the metadata that the manifest subscribes to. */
export const tellPosted = (workspace: Workspace, channel: Channel, message: Message): void => {
  const { ts, text, blocks, thread, metadata } = message;
  const { team, bot } = workspace;
  workspace.tell({
    type: "message",
    user: bot.user,
    bot_id: bot.id,
    app_id: bot.app,
    team: team.id,
    ts,
    text,
    blocks,
    ...(thread !== undefined && { thread_ts: thread, parent_user_id: bot.user }),
    ...(metadata !== undefined && { metadata }),
    channel: channel.id,
    channel_type: kindOf(channel),
    event_ts: ts,
  });
  if (metadata === undefined || !workspace.scopes.has("metadata.message:read")) return;
  workspace.tell({
    type: "message_metadata_posted",
    app_id: bot.app,
    bot_id: bot.id,
    user_id: bot.user,
    team_id: team.id,
    channel_id: channel.id,
    metadata,
    message_ts: ts,
    event_ts: ts,
  });
};

/** Somebody deletes a message. One that has answers becomes a tombstone. */
export const deleteMessage = (workspace: Workspace, channel: Channel, ts: string): void => {
  const before = channel.messages.find((message) => message.ts === ts);
  if (before === undefined) throw new Error("there is no such message");
  const hasAnswers = channel.messages.some(({ thread }) => thread === ts);
  const shared = { type: "message", channel: channel.id, channel_type: kindOf(channel), hidden: true, event_ts: "1.2" };
  const was = {
    type: "message",
    user: workspace.bot.user,
    bot_id: workspace.bot.id,
    ts,
    text: before.text,
    ...(before.thread !== undefined && { thread_ts: before.thread }),
  };
  if (!hasAnswers) channel.messages.splice(channel.messages.indexOf(before), 1);
  workspace.tell(
    hasAnswers
      ? {
          ...shared,
          subtype: "message_changed",
          message: { ...was, subtype: "tombstone", thread_ts: ts },
          previous_message: { ...was, thread_ts: ts },
          ts: "1.2",
        }
      : { ...shared, subtype: "message_deleted", deleted_ts: ts, previous_message: was, ts: "1.2" },
  );
};
