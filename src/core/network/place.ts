import type { Address, PlatformName } from "../bot/call.ts";
import type { Language } from "../words/language.ts";

/** What a channel is for. The desk is the organisers' private place, where the bot says what went wrong. */
export type Purpose = "announcements" | "discussion" | "desk";
export const purposes: readonly Purpose[] = ["announcements", "discussion", "desk"];

/** A Discord server or a Slack workspace. */
export interface Space {
  readonly platform: PlatformName;
  readonly space: string;
  readonly name: string;
  readonly connected: boolean;
  /** The network's own: named by the configuration, or the one it was set up in. Its platform rights may stand for ranks. */
  readonly own: boolean;
  readonly language: Language | undefined;
}

/** A channel that the bot posts to, in the language of its space. */
export interface Place {
  readonly at: Address;
  /** As people call it: "#discussion". */
  readonly name: string;
  readonly purpose: Purpose;
  readonly language: Language;
}

/**
 * What the bot lacks in a place, in our words; the catalogue says it in the platform's words with the clicks.
 * `connect`: to a voice channel, whose chat is not read without. `elsewhere`: a channel of another server. `unpostable`: of a kind that takes no posts. `timeout`: the bot itself is in
 * time-out. `create-posts`: `send` in a forum; `write-in-thread`: `send` in a thread. `locked`: a thread that only moderators
 * write in; `closed`: archived as well. `tags`: a forum wants one on every post and has none that the bot may use.
 */
export const lacks = [
  "gone",
  "elsewhere",
  "unpostable",
  "membership",
  "timeout",
  "view",
  "connect",
  "send",
  "create-posts",
  "history",
  "create-threads",
  "send-in-threads",
  "write-in-thread",
  "locked",
  "closed",
  "tags",
  "unknown",
] as const;
export type Lack = (typeof lacks)[number];

/** What only makes a place less sure, or less comfortable; anything else that is lacking keeps posts out. */
export const tolerable: readonly Lack[] = ["connect", "history", "create-threads", "send-in-threads", "unknown"];

/** Proper names, the same in every language. */
export const platformNames: Readonly<Record<PlatformName, string>> = {
  discord: "Discord",
  slack: "Slack",
  web: "Playground",
};

/** "Discord #discussion" */
export const placeName = ({ at, name }: Pick<Place, "at" | "name">): string => `${platformNames[at.platform]} ${name}`;
