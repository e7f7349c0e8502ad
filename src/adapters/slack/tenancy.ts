import type { Identity, Refusal } from "./client.ts";

/** Whose token is used for what: each workspace's own, and no other's. */

/** Where something comes from, as Slack's envelope says it. */
export interface Envelope {
  /** The workspace that Rostrum hears it through, the likeliest first. */
  readonly teams: readonly string[];
  readonly enterprise?: string;
  /** It reached an installation of the whole organisation. */
  readonly org: boolean;
  /** What people call the workspace, where that is told. */
  readonly name?: string;
}

/** Slack's word that an installation, or tokens of it, are no more. They come in any order, and again and again. */
export interface End {
  /** The bots' users whose tokens were taken back; `undefined`: the app was removed. */
  readonly bots?: readonly unknown[];
  /** Milliseconds since 1970; 0 when it is not told. */
  readonly at: number;
}

export interface Tenancy {
  /** Learns who we are. Rejects with PlatformError. */
  start(): Promise<void>;
  stop(): void;
  /** The workspace that an envelope belongs to; `undefined` when none of ours. */
  find(envelope: Envelope): Promise<Identity | undefined>;
  /** Who we are in a workspace. */
  of(space: string): Promise<Identity | undefined>;
  /** `undefined`: none. */
  tokenOf(space: string): Promise<string | undefined>;
  refuse(space: string, refusal: Refusal): void;
  end(envelope: Envelope, end: End): Promise<void>;
}

type Body = Readonly<Record<string, unknown>>;
const inside = (value: unknown): Body => (typeof value === "object" && value !== null ? (value as Body) : {});
const word = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/**
 * What Bolt reads of the body, and what else names the workspace of a channel that is shared with another company: before it
 * the view that was opened through us, after it the event's context, or our own message that was pressed there.
 */
export const toEnvelope = (
  source: {
    readonly teamId?: string | undefined;
    readonly enterpriseId?: string | undefined;
    isEnterpriseInstall: boolean;
  },
  given: unknown,
): Envelope => {
  const body = inside(given);
  const message = inside(body.message);
  const pressed = body.type === "block_actions" && message.bot_id !== undefined ? message.team : undefined;
  const opened = inside(body.view).app_installed_team_id;
  const teams = [opened, source.teamId, body.context_team_id, pressed].flatMap((team) => word(team) ?? []);
  const enterprise = word(source.enterpriseId);
  const name = word(body.team_domain) ?? word(inside(body.team).domain);
  return {
    teams,
    org: source.isEnterpriseInstall,
    ...(enterprise !== undefined && { enterprise }),
    ...(name !== undefined && { name }),
  };
};

/** Of an event that Bolt does not authorize: the installation that it was sent for. */
export const toEnded = (given: unknown): Envelope => {
  const body = inside(given);
  const first = inside(Array.isArray(body.authorizations) ? body.authorizations[0] : undefined);
  const teams = [first.team_id, body.team_id].flatMap((team) => word(team) ?? []);
  const enterprise = word(first.enterprise_id) ?? word(body.enterprise_id);
  const org = first.is_enterprise_install === true || body.is_enterprise_install === true;
  return { teams, org, ...(enterprise !== undefined && { enterprise }) };
};

export const toEnd = (given: unknown): End | undefined => {
  const body = inside(given);
  const event = inside(body.event);
  const at = typeof body.event_time === "number" ? body.event_time * 1000 : 0;
  if (event.type === "app_uninstalled") return { at };
  if (event.type !== "tokens_revoked") return undefined;
  const { bot } = inside(event.tokens);
  // It also tells of people whose own tokens ended, which are nothing of ours.
  return { at, bots: Array.isArray(bot) ? bot : [] };
};
