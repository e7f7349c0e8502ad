import type { Door, News } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import type { Clock } from "../../core/time/clock.ts";
import type { Vault } from "../../core/vault.ts";
import { type Identity, identify } from "./client.ts";
import { createInstall } from "./install.ts";
import { createMany, type Many } from "./many.ts";
import { createOauth } from "./oauth.ts";
import { createOne } from "./one.ts";
import { at, INSTALL_PATH, REDIRECT_PATH } from "./register.ts";
import { createRenewal } from "./renewal.ts";
import type { Tenancy } from "./tenancy.ts";

/** What workspaces need to install the app by themselves. */
export interface Install {
  readonly clientId: string;
  readonly clientSecret: string;
  /** As browsers reach this machine. */
  readonly publicUrl: string;
  readonly vault: Vault;
}

interface Given {
  readonly botToken?: string | undefined;
  readonly entrance: { readonly appToken: string } | { readonly signingSecret: string };
  readonly install?: Install | undefined;
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

interface Reports {
  readonly tell: (news: News) => Promise<void>;
  /** The one token is not accepted (any more). */
  readonly refused: () => void;
  readonly changed: () => void;
}

/** Where Rostrum lives on Slack: in one workspace by a token, or in whichever installs it. */
export interface Lodging {
  readonly tenancy: Tenancy;
  readonly many?: Many;
  /** The environment's own workspace, where it is the only one. */
  readonly own: () => Promise<Identity | undefined>;
  readonly doors: readonly Door[];
  readonly installUrl?: string;
}

/** An app token names its app: "xapp-1-A0…-…". */
const appOf = ({ entrance }: Given): string | undefined =>
  "appToken" in entrance ? /^xapp-\d+-(A[A-Z0-9]+)-/u.exec(entrance.appToken)?.[1] : undefined;

const createSeveral = (given: Given & { readonly install: Install }, reports: Reports): Lodging => {
  const { install, apiUrl, clock, log, botToken } = given;
  const { vault } = install;
  const redirectUri = at(install.publicUrl, REDIRECT_PATH);
  const oauth = createOauth({ ...install, redirectUri, apiUrl, log });
  const renewal = createRenewal({ vault, oauth, clock, log, lost: (key) => many.lose(key) });
  const many = createMany({
    ...reports,
    vault,
    renewal,
    clock,
    log,
    botToken,
    appId: appOf(given),
    identify: (token) => identify(token, given),
  });
  const authorizeUrl = new URL("/oauth/v2/authorize", apiUrl).href;
  return {
    tenancy: many,
    many,
    own: async () => undefined,
    doors: createInstall({ ...install, redirectUri, authorizeUrl, oauth, admit: many.admit, clock, log }),
    installUrl: at(install.publicUrl, INSTALL_PATH),
  };
};

export const createLodging = (given: Given, reports: Reports): Lodging => {
  const { install, botToken = "" } = given;
  if (install !== undefined) return createSeveral({ ...given, install }, reports);
  const one = createOne({ botToken, identify: () => identify(botToken, given), refused: reports.refused });
  return { tenancy: one, own: () => one.find({ teams: [], org: false }), doors: [] };
};
