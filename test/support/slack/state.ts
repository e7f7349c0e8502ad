import { randomBytes } from "node:crypto";
import { blockProblems, homeProblems, type Json, viewProblems } from "./rules.ts";
import { refusal, slackSchemas } from "./schemas.ts";

/** A workspace as Slack keeps it. */

export const TEAM = { id: "T0ROSTRUM1", name: "Learning Network", domain: "learning-network" } as const;
export const BOT = { id: "B0ROSTRUM1", user: "U0ROSTRUM1", app: "A0ROSTRUM1" } as const;
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}
/** An organisation with several workspaces (Enterprise Grid). */
export interface Organisation {
  readonly id: string;
  readonly name: string;
}
export interface Bot {
  readonly id: string;
  readonly user: string;
  readonly app: string;
}
/** Another workspace, in which the same app has another bot. */
export const SECOND = { id: "T0SECOND01", name: "Second <Network>", domain: "second-network" } as const;
export const SECOND_BOT = { id: "B0SECOND01", user: "U0SECOND01", app: BOT.app } as const;
export const TOKENS = { bot: "xoxb-1111-2222-loopback", app: "xapp-1-A0ROSTRUM1-loopback" } as const;
export const SCOPES = [
  "chat:write",
  "commands",
  "users:read",
  "usergroups:read",
  "channels:read",
  "groups:read",
  "channels:history",
  "groups:history",
  "im:history",
  "im:write",
  "metadata.message:read",
];

export interface User {
  readonly id: string;
  readonly name: string;
  readonly administers: boolean;
  readonly guest: boolean;
  readonly team: string;
  readonly locale: string;
  readonly zone: string;
  deleted?: boolean;
  /** A guest of one channel. */
  readonly single?: boolean;
  /** The workspace they are in just now; left out: the first. */
  readonly within?: Team;
  /** At home elsewhere, and Slack does not say where. */
  readonly stranger?: boolean;
}

export interface Message {
  readonly ts: string;
  readonly thread: string | undefined;
  text: string;
  blocks: readonly Json[];
  metadata: Json | undefined;
  /** Whom it really called when it was sent (pings.ts). */
  readonly pings: readonly string[];
  readonly raw: Json;
  /** Who wrote it, in Slack's own fields, where it was not the app. */
  readonly by?: Json;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly private: boolean;
  member: boolean;
  archived: boolean;
  /** Whose direct messages with the app these are. */
  readonly of?: string;
  readonly flags: Readonly<Record<string, boolean>>;
  /** How many people are in it, where that is more than tests make. */
  size?: number;
  readonly messages: Message[];
}

/** Seen by one person only; kept by the client, not by Slack. */
export interface Ephemeral {
  readonly id: string;
  readonly channel: string;
  readonly user: string;
  text: string;
  blocks: readonly Json[];
  raw: Json;
}

export interface View {
  readonly id: string;
  readonly user: string;
  hash: string;
  view: Json;
  /** What an acknowledgement said beside its fields: block_id → words. */
  errors: Readonly<Record<string, string>>;
  /** Every state that it was shown in, oldest first. */
  readonly shown: Json[];
}

/** Where something was pressed or typed, and what the person saw come of it. */
export interface Interaction {
  readonly trigger: string;
  readonly user: string;
  readonly channel: string | undefined;
  readonly at: number;
  readonly ephemeral: Ephemeral | undefined;
  readonly message: Message | undefined;
  readonly view: View | undefined;
  used: boolean;
  uses: number;
  readonly show: (outcome: Outcome) => void;
  readonly outcome: Promise<Outcome>;
}

export type Outcome =
  | { readonly kind: "ephemeral"; readonly ephemeral: Ephemeral; readonly replaced: boolean }
  | { readonly kind: "view"; readonly view: View; readonly replaced: boolean }
  | { readonly kind: "closed" };

export interface Workspace {
  readonly team: Team;
  /** Another one when the app is removed and installed anew. */
  bot: Bot;
  /** The organisation it belongs to. */
  org: Organisation | undefined;
  /** The organisation installed the app for all of its workspaces. */
  orgInstalled: boolean;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  /** User group → its members. */
  readonly groups: Map<string, readonly string[]>;
  readonly views: Map<string, View>;
  /** Each person's App Home, once it was published. */
  readonly homes: Map<string, View>;
  /** What was said to one person without being asked through a response_url: chat.postEphemeral. */
  readonly whispers: Ephemeral[];
  readonly interactions: Map<string, Interaction>;
  /** What Slack has refused of what it was sent, and what it would not have understood. */
  readonly violations: string[];
  readonly scopes: Set<string>;
  /** Slack: a trigger lives for 3 s. A test may shorten it. */
  triggerMs: number;
  revoked: boolean;
  /** So old is a message before a channel's history shows it; how long Slack takes is not documented. */
  lagMs: number;
  /** The app's home has a tab of messages: without it nobody gets a direct message (app manifest, app_home). */
  messagesTab: boolean;
  /** Who takes no direct messages from the app. */
  readonly closed: Set<string>;
  /** Sends an event to the app, as far as it is connected. */
  tell: (event: Json) => void;
  now: () => number;
}

export const createWorkspace = (team: Team = TEAM, bot: Bot = BOT): Workspace => ({
  team,
  bot,
  org: undefined,
  orgInstalled: false,
  users: new Map(),
  channels: new Map(),
  groups: new Map(),
  views: new Map(),
  homes: new Map(),
  whispers: [],
  interactions: new Map(),
  violations: [],
  scopes: new Set(SCOPES),
  triggerMs: 3000,
  revoked: false,
  lagMs: 0,
  messagesTab: true,
  closed: new Set(),
  tell: () => undefined,
  now: () => performance.now(),
});

let serial = 0;
/** "U0…", unique in the process. */
export const newId = (letter: string): string => `${letter}0${(++serial).toString(36).toUpperCase().padStart(8, "0")}`;
let newest = 0;
/** "1795561000.000100": seconds, unique and growing in the process. */
export const newTs = (): string => {
  newest = Math.max(newest + 1, Date.now() * 1000);
  return `${Math.floor(newest / 1_000_000)}.${String(newest % 1_000_000).padStart(6, "0")}`;
};

/** Slack gives a block that has no id one of its own. */
export const withIds = (blocks: readonly Json[]): readonly Json[] =>
  blocks.map((block) => ({ block_id: randomBytes(3).toString("hex"), ...block }));

/** What is wrong with blocks, as a list; also written down. */
export const checkBlocks = async (workspace: Workspace, blocks: readonly Json[]): Promise<readonly string[]> => {
  const { block } = await slackSchemas();
  const wrong = [...blocks.flatMap((given) => refusal(block, given) ?? []), ...blockProblems(blocks, "message")];
  workspace.violations.push(...wrong);
  return wrong;
};

export const checkView = async (workspace: Workspace, view: Json): Promise<readonly string[]> => {
  const { modal, home } = await slackSchemas();
  const wrong =
    view.type === "home"
      ? [refusal(home, view) ?? [], homeProblems(view)].flat()
      : [refusal(modal, view) ?? [], viewProblems(view)].flat();
  workspace.violations.push(...wrong);
  return wrong;
};

export const createInteraction = (
  workspace: Workspace,
  given: Pick<Interaction, "user" | "channel" | "ephemeral" | "message" | "view">,
): Interaction => {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const trigger = `${Date.now()}.${++serial}.${randomBytes(16).toString("hex")}`;
  const interaction = { ...given, trigger, at: workspace.now(), used: false, uses: 0, show: resolve, outcome: promise };
  workspace.interactions.set(trigger, interaction);
  return interaction;
};
