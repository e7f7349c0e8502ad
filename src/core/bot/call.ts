/** What comes in: one thing somebody asked, as plain JSON. It can be stored, compared and replayed. */

export type PlatformName = "discord" | "slack" | "web";

/** What was typed, chosen or filled in: option name → raw words. Parsed once, by the command's own declaration. */
export type Options = Readonly<Record<string, string>>;

/**
 * What the platform itself says an account may do in its space, in our words.
 * - `administer`: Discord's Administrator; Slack's workspace admins and owners
 * - `manage-events`: Discord's Manage Events
 * - `manage-messages`: Discord's Manage Messages
 * - `post`: may write where the call was made (Discord's Send Messages there; on Slack whoever can call can write)
 */
export type Right = "administer" | "manage-events" | "manage-messages" | "post";

/** Who types on a platform. `groups` are Discord role ids or Slack user group ids; `guest` is Slack's guests and outsiders. */
export interface Account {
  readonly platform: PlatformName;
  readonly space: string;
  readonly user: string;
  readonly name: string;
  readonly rights: readonly Right[];
  readonly groups: readonly string[];
  readonly guest?: boolean;
  /** IANA zone, where the platform tells it (Slack, the browser). */
  readonly zone?: string;
}

/**
 * Where a message can go. `thread` is the platform's id of a thread in the channel (Slack: its ts). A call that was made
 * in no channel (Slack's App Home, a shortcut) has "" for it.
 */
export interface Address {
  readonly platform: PlatformName;
  readonly space: string;
  readonly channel: string;
  readonly thread?: string;
}

export interface Call {
  /** The platform's own id of the request, unique on that platform: one effect per id. */
  readonly id: string;
  readonly asker: Account;
  readonly at: Address;
  /** BCP 47, a hint from the platform; the bot decides the language. */
  readonly locale?: string;
  /**
   * `command`: full name as typed ("webinar next"). `press`: what a button, a choice or a form of ours carried. `menu`: the
   * platform's client lists no commands below a root, so the answer to a bare one offers the others.
   */
  readonly said: { readonly command: string; readonly menu?: true } | { readonly press: string };
  readonly options: Options;
}
