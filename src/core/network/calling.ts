import type { PlatformName } from "../bot/call.ts";

/** Whom a post calls: everyone in its place, those of them who are online, or a Discord role or Slack user group. */
export type Calling =
  | { readonly who: "everyone" | "here" }
  | { readonly who: "group"; readonly id: string; readonly name: string };

/** More are called only when a second organiser agrees (abuse.md, case 4). */
export const CALLED_ALONE_MOST = 500;

/** As the platform's members know it: "@everyone", on Slack "@channel". */
export const callingName = (calling: Calling, platform: PlatformName): string => {
  if (calling.who === "group") return `@${calling.name}`;
  return calling.who === "everyone" && platform === "slack" ? "@channel" : `@${calling.who}`;
};

/** Why a post goes out without the mention that was chosen for it. */
export type Uncalled =
  /** Who asked is no member of the space any more, or no organiser. */
  | "callerGone"
  | "callerRank"
  /** The platform does not let them, or the bot, call these people there. */
  | "callerRight"
  | "botRight"
  | "groupGone"
  /** It reaches too many for one organiser, and no second one agreed, or one did not want it. */
  | "unapproved"
  | "declined"
  /** The platform did not say who may call whom. */
  | "unasked";
