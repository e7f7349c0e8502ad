import type { GlobalShortcut, MessageShortcut } from "@slack/bolt";
import type { Asked } from "./call.ts";
import { toAddress } from "./kept.ts";

/**
 * Shortcuts: the one of the workspace, and those in the menu of a message, which work in threads where slash commands do not.
 * The callback_id is the command. Slack: at most ten, a name of 24 and a description of 150 characters (app manifest).
 */
export const shortcuts = [
  { type: "global", name: "Rostrum", callback_id: "menu", description: "Everything you can do here" },
  {
    type: "message",
    name: "Questions of the webinar",
    callback_id: "webinar questions",
    description: "The discussion questions of the webinar that this thread is about, else of the next one",
  },
  {
    type: "message",
    name: "Next webinar",
    callback_id: "webinar next",
    description: "When it is for you, who speaks, the questions",
  },
  {
    type: "message",
    name: "Discussion panel",
    callback_id: "discuss queue",
    description: "For discussants and moderators: post the questions of the webinar that this thread is about",
  },
] as const;

/** `undefined` for one that is not ours. A message is in its thread, or may begin one. */
export const fromShortcut = (body: GlobalShortcut | MessageShortcut, space: string): Asked | undefined => {
  const type = body.type === "message_action" ? "message" : "global";
  const ours = shortcuts.find((one) => one.type === type && one.callback_id === body.callback_id);
  if (ours === undefined) return undefined;
  const kept =
    body.type === "message_action" ? { channel: body.channel.id, thread: threadOf(body.message) } : { channel: "" };
  return { id: body.trigger_id, at: toAddress(space, kept), said: { command: ours.callback_id }, options: {} };
};

const threadOf = ({ ts, thread_ts }: MessageShortcut["message"]): string =>
  typeof thread_ts === "string" ? thread_ts : ts;
