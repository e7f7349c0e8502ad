import type { PlatformName } from "../../bot/call.ts";
import type { Lack } from "../../network/place.ts";

/** Rights in the words of Discord's own interface, for channels; forums call two of them differently. */
const DISCORD_RIGHTS: Readonly<Partial<Record<Lack, string>>> = {
  view: "View Channel",
  connect: "Connect",
  send: "Send Messages",
  "create-posts": "Create Posts",
  history: "Read Message History",
  "create-threads": "Create Public Threads",
  "send-in-threads": "Send Messages in Threads",
  "write-in-thread": "Send Messages in Threads",
};
const EFFECTS: Readonly<Record<Lack, string>> = {
  gone: "It is gone or archived. Choose another with /rostrum setup.",
  elsewhere: "It is a channel of another server. Choose one of this server with /rostrum setup.",
  unpostable: "Nobody can post in a channel of this kind. Choose another with /rostrum setup.",
  membership: "I am not in it.",
  timeout: "I am in time-out, so I may read but not write. Server Settings → Members → Rostrum → ⋮ → “Remove Timeout”",
  view: "I may not see it.",
  connect:
    "I may not connect to it and so not read its chat: after a broken connection I would have to ask you whether a post arrived.",
  send: "I may not post in it.",
  "create-posts": "I may not create posts in it.",
  history: "I may not read its history, so after a broken connection I would have to ask you whether a post arrived.",
  "create-threads": "I may not open threads in it.",
  "send-in-threads": "I may not write in its threads.",
  "write-in-thread": "I may not write in this thread.",
  locked: "The thread is locked. Open it → ⋯ → “Unlock Thread”, or choose another place with /rostrum setup.",
  closed:
    "The thread is closed and locked. Open it → ⋯ → “Unlock Thread”, then “Reopen Thread”, or choose another place with /rostrum setup.",
  tags: "It requires a tag on every post, but has none that I may use. Edit Channel → “Create Tag”, or turn “Require people to select tags when posting” off.",
  unknown: "The platform does not tell me what I may do there.",
};

const SLACK_SEND =
  "Only some people may post in it, and I am not among them. An admin opens it → its name → Settings → “Posting permissions”, or choose another with /rostrum setup.";

/** What is missing in a place and the clicks that mend it. */
/** @param self the bot's own name there, as people type it. */
export const lack = (platform: PlatformName, missing: Lack, self = "Rostrum"): string => {
  if (missing === "membership") return `I am not in it. Open it and send  /invite @${self}`;
  if (missing === "send" && platform === "slack") return SLACK_SEND;
  if (missing === "history" && platform === "slack")
    return `${EFFECTS.history} The app needs the new manifest and to be installed again (docs/slack.md).`;
  const right = platform === "discord" ? DISCORD_RIGHTS[missing] : undefined;
  if (right === undefined) return EFFECTS[missing];
  // A thread has no rights of its own.
  const where = missing === "write-in-thread" ? "Its channel" : "Channel";
  return `${EFFECTS[missing]} ${where} → Edit → Permissions → Rostrum → “${right}” → ✓ → Save`;
};
