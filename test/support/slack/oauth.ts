import { randomBytes } from "node:crypto";
import type { Json } from "./rules.ts";
import { BOT, SCOPES, type Workspace } from "./state.ts";

/** Slack's OAuth: the page that asks a workspace, oauth.v2.access with its words, and the tokens that come of it. */

/** What the app's page says of it. */
export const APP = {
  clientId: "1111.2222",
  clientSecret: "c0ffee00c0ffee00c0ffee00c0ffee00",
  redirectUrl: "https://bot.example/slack/oauth_redirect",
} as const;

/** Slack: an authorization code is good for ten minutes. */
const CODE_MS = 600_000;
/** Tokens of an app with token rotation: 12 h. */
export const TOKEN_S = 43_200;

interface Code {
  readonly client: string;
  readonly redirect: string | null;
  readonly workspace: Workspace;
  readonly org: boolean;
  readonly until: number;
  used: boolean;
}
export interface Grant {
  readonly workspace: Workspace;
  readonly token: string;
  readonly refresh: string | undefined;
  readonly endsAt: number | undefined;
  revoked: boolean;
  /** Its refresh token was used. */
  spent: boolean;
}

export interface SlackOauth {
  /** Milliseconds since 1970; a test may turn it. */
  now: () => number;
  /** Token rotation is on. */
  rotate: boolean;
  /** Whose app answers: another id when a test mixes two apps up. */
  appId: string;
  /** The next exchange is answered so. */
  answerNext: ((answer: Json) => Json) | undefined;
  readonly grants: Map<string, Grant>;
  /** Somebody at Slack's page, for a workspace: the address that Slack sends the browser to, or why it does not. */
  decide(address: string, given: { workspace: Workspace; allow: boolean; org?: boolean }): string | { refused: string };
  access(args: Json, authorization: string | undefined): Json;
  revoke(workspace: Workspace): void;
}

const no = (error: string): Json => ({ ok: false, error });
const word = (bytes: number): string => randomBytes(bytes).toString("hex");

const credentialsOf = (args: Json, authorization: string | undefined): { id: unknown; secret: unknown } => {
  const basic = /^Basic (\S+)$/u.exec(authorization ?? "")?.[1];
  if (basic === undefined) return { id: args.client_id, secret: args.client_secret };
  const [id, secret] = Buffer.from(basic, "base64").toString("utf8").split(":");
  return { id, secret };
};

/** What Slack's page says instead of asking. */
const refusedAt = (given: URLSearchParams): string | undefined => {
  if (given.get("client_id") !== APP.clientId) return "invalid_client_id";
  if (given.get("redirect_uri") !== APP.redirectUrl) return "bad_redirect_uri";
  const scopes = given.get("scope")?.split(",") ?? [];
  if (scopes.length === 0 || scopes.some((scope) => !SCOPES.includes(scope))) return "invalid_scope";
  return undefined;
};

const createGrants =
  (oauth: Pick<SlackOauth, "now" | "rotate">, grants: Map<string, Grant>) => (workspace: Workspace) => {
    const serial = `1111-${grants.size}-${word(8)}`;
    const grant: Grant = {
      workspace,
      token: oauth.rotate ? `xoxe.xoxb-1-${serial}` : `xoxb-${serial}`,
      refresh: oauth.rotate ? `xoxe-1-${serial}` : undefined,
      endsAt: oauth.rotate ? oauth.now() + TOKEN_S * 1000 : undefined,
      revoked: false,
      spent: false,
    };
    grants.set(grant.token, grant);
    // Docs, token rotation: two tokens of an installation are good at the same time, an older one is revoked.
    const mine = [...grants.values()].filter((one) => one.workspace === workspace && !one.revoked);
    if (oauth.rotate) for (const old of mine.slice(0, -2)) old.revoked = true;
    return grant;
  };

export const createSlackOauth = (): SlackOauth => {
  const codes = new Map<string, Code>();
  const grants = new Map<string, Grant>();
  const answer = ({ workspace, token, refresh }: Grant, org: boolean): Json => ({
    ok: true,
    app_id: oauth.appId,
    token_type: "bot",
    scope: SCOPES.join(","),
    access_token: token,
    bot_user_id: workspace.bot.user,
    team: org ? null : { id: workspace.team.id, name: workspace.team.name },
    enterprise: workspace.org ?? null,
    is_enterprise_install: org,
    authed_user: { id: "U0INSTALLER" },
    ...(refresh !== undefined && { refresh_token: refresh, expires_in: TOKEN_S }),
  });
  const exchange = (args: Json): Json => {
    const code = codes.get(String(args.code));
    if (code === undefined || code.until < oauth.now()) return no("invalid_code");
    if (code.redirect !== (args.redirect_uri ?? null)) return no("bad_redirect_uri");
    if (code.used) return no("code_already_used");
    code.used = true;
    code.workspace.orgInstalled = code.org;
    return answer(grant(code.workspace), code.org);
  };
  const renew = (args: Json): Json => {
    const before = [...grants.values()].find(({ refresh }) => refresh === args.refresh_token);
    if (before === undefined || before.spent || (before.revoked && !before.spent)) return no("invalid_refresh_token");
    before.spent = true;
    return answer(grant(before.workspace), before.workspace.orgInstalled);
  };
  const oauth: SlackOauth = {
    now: () => Date.now(),
    rotate: false,
    appId: BOT.app,
    answerNext: undefined,
    grants,
    decide(address, { workspace, allow, org = false }) {
      const { searchParams: asked } = new URL(address);
      const refused = refusedAt(asked);
      if (refused !== undefined) return { refused };
      const back = new URL(asked.get("redirect_uri") ?? "");
      const code = `1111.${workspace.team.id}.${word(24)}`;
      if (allow) {
        const until = oauth.now() + CODE_MS;
        codes.set(code, { client: APP.clientId, redirect: back.href, workspace, org, until, used: false });
        back.searchParams.set("code", code);
      } else back.searchParams.set("error", "access_denied");
      back.searchParams.set("state", asked.get("state") ?? "");
      return back.href;
    },
    access(args, authorization) {
      const { id, secret } = credentialsOf(args, authorization);
      if (id !== APP.clientId) return no("invalid_client_id");
      if (secret !== APP.clientSecret) return no("bad_client_secret");
      const kind = args.grant_type ?? "authorization_code";
      if (kind !== "authorization_code" && kind !== "refresh_token") return no("invalid_grant_type");
      const change = oauth.answerNext ?? ((said: Json) => said);
      oauth.answerNext = undefined;
      return change(kind === "refresh_token" ? renew(args) : exchange(args));
    },
    revoke(workspace) {
      for (const one of grants.values()) if (one.workspace === workspace) one.revoked = true;
    },
  };
  const grant = createGrants(oauth, grants);
  return oauth;
};
