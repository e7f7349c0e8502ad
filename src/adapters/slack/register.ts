import type { Entry } from "../../core/bot/entry.ts";
import { cut } from "../../core/bot/plain.ts";
import { shortcuts } from "./shortcuts.ts";

/** Where Slack sends commands, presses and forms to by HTTP. */
export const EVENTS_PATH = "/slack/events";
/** Where a workspace begins to install the app, and where Slack answers. */
export const INSTALL_PATH = "/slack/install";
export const REDIRECT_PATH = "/slack/oauth_redirect";

/** What the app asks of a workspace, and why: printed in docs/slack.md, so that an admin can judge it. */
export const scopes = {
  "chat:write":
    "posts announcements, and questions in their threads, in channels that it was invited to; answers somebody alone whose window was closed",
  commands: "the slash commands, and the shortcuts in the menus of messages",
  "users:read": "who asks: the name, the language, the time zone, and whether it is an admin, a guest or gone",
  "usergroups:read":
    "which user groups there are and who is in them: a group may be given a rank, and an announcement may call one",
  "channels:read":
    "whether it is in a public channel, whether the channel is archived, what it is called and how many are in it",
  "groups:read": "the same for a private channel that it was invited to",
  "channels:history":
    "whether its own post arrived when Slack's answer was lost, so that nothing is posted twice; and that somebody deleted one",
  "groups:history": "the same in a private channel that it was invited to",
  "im:write": "opens the direct messages of who asked to be reminded",
  "im:history": "whether a reminder arrived there when Slack's answer was lost",
  "metadata.message:read": "the invisible mark on its own posts, which tells them from copies",
} as const;

/** What Slack tells the app of without being asked, and why. Nobody's words are read: of messages only its own are looked at. */
export const events = {
  app_home_opened: "that somebody opened its Home, which then shows the next webinar",
  "message.channels": "its own posts as they appear in public channels, and when one is deleted",
  "message.groups": "the same in private channels that it was invited to",
  message_metadata_posted: "the mark on its own posts, proof that one arrived when Slack's answer was lost",
  channel_archive: "that a public channel was archived: what is due there waits, and the organisers are told",
  channel_deleted: "that a public channel was deleted",
  channel_left: "that it was removed from a public channel",
  group_archive: "that a private channel was archived",
  group_deleted: "that a private channel was deleted",
  group_left: "that it was removed from a private channel",
  app_uninstalled: "that the app was removed: its token is deleted, and it says so",
  tokens_revoked: "that its token was taken back: the token is deleted, and it says so",
} as const;

interface Manifest {
  readonly display_information: { readonly name: string; readonly description: string };
  readonly features: {
    readonly bot_user: { readonly display_name: string; readonly always_online: boolean };
    readonly app_home: {
      readonly home_tab_enabled: boolean;
      readonly messages_tab_enabled: boolean;
      readonly messages_tab_read_only_enabled: boolean;
    };
    readonly shortcuts: typeof shortcuts;
    readonly slash_commands: readonly SlashCommand[];
  };
  readonly oauth_config: {
    readonly redirect_urls?: readonly string[];
    readonly scopes: { readonly bot: readonly (keyof typeof scopes)[] };
  };
  readonly settings: {
    readonly interactivity: { readonly is_enabled: boolean; readonly request_url?: string };
    readonly org_deploy_enabled: boolean;
    readonly socket_mode_enabled: boolean;
    readonly token_rotation_enabled: boolean;
    readonly event_subscriptions: {
      readonly request_url?: string;
      readonly bot_events: readonly (keyof typeof events)[];
      readonly metadata_subscriptions: readonly { readonly app_id: string; readonly event_type: string }[];
    };
  };
}

interface SlashCommand {
  readonly command: string;
  readonly url?: string;
  readonly description: string;
  readonly usage_hint: string;
  readonly should_escape: boolean;
}

/** "webinar", "[title]", "[when]": the bare one has no key, an optional one stands in brackets. */
const toOption = ({ name, required }: Entry["options"][number], n: number): string => {
  const written = n === 0 ? name : `${name}:…`;
  return required ? written : `[${written}]`;
};

const toUsage = (root: string, { name, options }: Entry): string =>
  [name.slice(root.length).trim(), ...options.map(toOption)].filter((part) => part !== "").join(" ");

/** Slack: description ≤ 2,000, usage_hint ≤ 1,000 characters, command ≤ 32 (types of @slack/web-api, from the docs). */
const toSlashCommand = (root: string, entries: readonly Entry[], url: Url): SlashCommand => ({
  command: `/${root}`,
  ...url,
  description: cut(entries.map(({ summary }) => summary.en).join(" · "), 2000),
  usage_hint: cut(entries.map((entry) => toUsage(root, entry)).join(" | "), 1000),
  should_escape: true,
});

/** Slack: at most 80 of a-z 0-9 - _ . in the bot's display name. */
const toDisplayName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/gu, "-")
    .slice(0, 80);

type Url = Readonly<Partial<Record<"url" | "request_url", string>>>;
/** Only by HTTP does Slack need to know where to send what. */
const toUrl = (key: keyof Url, address: string | undefined): Url => (address === undefined ? {} : { [key]: address });

/** A path of ours as it is reached from outside. */
export const at = (publicUrl: string, path: string): string => `${publicUrl.replace(/\/+$/u, "")}${path}`;

/** The app's manifest: for Socket Mode, or with a public address for HTTP there. One slash command for each root of the menu. The words are English, manifests have one language. */
export const toManifest = (
  menu: readonly Entry[],
  given: {
    readonly name: string;
    readonly publicUrl?: string | undefined;
    /** Other workspaces install it from here. */
    readonly installUrl?: string | undefined;
    /** Tokens that end after 12 h. Slack does not let an app go back. */
    readonly rotate?: boolean;
    /** An organisation may install it for all of its workspaces. */
    readonly org?: boolean;
  },
): Manifest => {
  const address = given.publicUrl && at(given.publicUrl, EVENTS_PATH);
  const byRoot = Map.groupBy(menu, (entry) => entry.name.split(" ")[0] ?? "");
  return {
    display_information: { name: cut(given.name, 35), description: "Runs a research network's webinars" },
    features: {
      bot_user: { display_name: toDisplayName(given.name), always_online: true },
      // Reminders need the tab (messages_tab_disabled without it); nobody is to write there, for nobody reads it.
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      shortcuts,
      slash_commands: [...byRoot].map(([root, entries]) => toSlashCommand(root, entries, toUrl("url", address))),
    },
    oauth_config: {
      ...(given.installUrl !== undefined && { redirect_urls: [at(given.installUrl, REDIRECT_PATH)] }),
      scopes: { bot: Object.keys(scopes) as (keyof typeof scopes)[] },
    },
    settings: {
      interactivity: { is_enabled: true, ...toUrl("request_url", address) },
      org_deploy_enabled: given.org ?? false,
      socket_mode_enabled: address === undefined,
      token_rotation_enabled: given.rotate ?? false,
      event_subscriptions: {
        ...toUrl("request_url", address),
        bot_events: Object.keys(events) as (keyof typeof events)[],
        // A manifest does not know its app's id; whose post it is, the signed mark says.
        metadata_subscriptions: [{ app_id: "*", event_type: "rostrum_post" }],
      },
    },
  };
};
