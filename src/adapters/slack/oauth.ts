import { webApi } from "@slack/bolt";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Log } from "../../core/log.ts";
import { toClientOptions } from "./client.ts";
import { toAskingFault } from "./fault.ts";

/** oauth.v2.access: what a workspace's yes is exchanged for, and a token that is about to end for the next. */

export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  /** "https://slack.com/api/" */
  readonly apiUrl: string;
  readonly log: Log;
}

/** A workspace's token, and with token rotation what the next one is made of. */
export interface Token {
  readonly token: string;
  readonly refresh?: string;
  /** Seconds from the answer on. */
  readonly seconds?: number;
}

export interface Granted extends Token {
  /** The workspace, or the whole organisation of workspaces. */
  readonly key: string;
  readonly org: boolean;
  readonly name: string;
  readonly app: string;
  readonly user: string;
}

/**
 * Words of oauth.v2.access (docs.slack.dev/reference/methods/oauth.v2.access): what was brought is used up, old or made up,
 * so whoever installs begins again; or this machine's settings are not the app's, which nobody in a browser can change.
 */
export const USED_UP: readonly string[] = [
  "code_already_used",
  "code_expired",
  "invalid_code",
  "oauth_authorization_url_mismatch",
  "invalid_refresh_token",
  "token_revoked",
  "token_expired",
];
export const MISSET: readonly string[] = [
  "bad_client_secret",
  "bad_redirect_uri",
  "cannot_install_an_org_installed_app",
  "client_id_mismatch",
  "invalid_client_id",
  "invalid_grant_type",
  "invalid_scope",
  "invalid_team_for_non_distributed_app",
  "no_scopes",
  "not_implemented",
  "preview_feature_not_available",
  "unsupported_scope_requested",
];

const toToken = (said: webApi.OauthV2AccessResponse): Token => {
  const { access_token: token, refresh_token: refresh, expires_in: seconds } = said;
  if (!token || !/^xox[be][-.]/u.test(token)) throw new PlatformError("content", "not a bot token");
  return { token, ...(refresh && seconds !== undefined && { refresh, seconds }) };
};

const toGranted = (said: webApi.OauthV2AccessResponse): Granted => {
  const org = said.is_enterprise_install === true;
  const whose = org ? said.enterprise : said.team;
  const { app_id: app, bot_user_id: user } = said;
  if (!whose?.id || !app || !user) throw new PlatformError("content", "unreadable answer");
  return { ...toToken(said), key: whose.id, org, name: whose.name || whose.id, app, user };
};

/** Whatever Slack refuses is `content` with its word, whatever may pass is `wait`. */
const toOauthFault = (error: unknown): PlatformError => {
  const word = error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
  return word !== undefined && [...USED_UP, ...MISSET].includes(word)
    ? new PlatformError("content", word)
    : toAskingFault(error);
};

export const createOauth = (app: App) => {
  const { clientId: client_id, clientSecret: client_secret, redirectUri: redirect_uri } = app;
  // No token: the secret speaks for the app.
  const client = new webApi.WebClient(undefined, toClientOptions(app));
  const ask = async <T>(given: object, read: (said: webApi.OauthV2AccessResponse) => T): Promise<T> => {
    try {
      return read(await client.oauth.v2.access({ client_id, client_secret, ...given }));
    } catch (error) {
      throw toOauthFault(error);
    }
  };
  return {
    exchange: (code: string): Promise<Granted> => ask({ code, redirect_uri }, toGranted),
    refresh: (refresh_token: string): Promise<Token> => ask({ grant_type: "refresh_token", refresh_token }, toToken),
  };
};
export type Oauth = ReturnType<typeof createOauth>;
