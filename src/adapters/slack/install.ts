import { PlatformError } from "../../core/bot/errors.ts";
import type { Door } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import type { Clock } from "../../core/time/clock.ts";
import type { Vault } from "../../core/vault.ts";
import type { Words } from "../../core/words/words.ts";
import { wordsIn } from "../../core/words/words.ts";
import { type Granted, MISSET, type Oauth, USED_UP } from "./oauth.ts";
import { languageOf, type Page, toPage } from "./page.ts";
import { INSTALL_PATH, REDIRECT_PATH, scopes } from "./register.ts";
import { createTickets, fromCookie, toCookie } from "./ticket.ts";

/** Two doors: one sends whoever administers a workspace to Slack to say yes, the other takes what Slack answers. */

interface Given {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  /** Slack's page on which a workspace is asked. */
  readonly authorizeUrl: string;
  readonly vault: Pick<Vault, "once">;
  readonly oauth: Pick<Oauth, "exchange">;
  readonly admit: (granted: Granted) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

type Say = (words: Words["install"]) => string;

/** An installation that does not go on: what is said, and what the operator reads. */
class Refused extends Error {
  readonly status: number;
  readonly say: Say;
  constructor(status: number, say: Say) {
    super("an installation that does not go on");
    this.status = status;
    this.say = say;
  }
}

/** What whoever runs this machine has to change. */
const CURES: Readonly<Record<string, string>> = {
  bad_client_secret:
    "SLACK_CLIENT_SECRET is not the app's. Copy it anew: the app's page → Basic Information → App Credentials → Client Secret",
  invalid_client_id:
    "SLACK_CLIENT_ID is not an app's. Copy it anew: the app's page → Basic Information → App Credentials → Client ID",
  bad_redirect_uri:
    "the app does not know PUBLIC_URL/slack/oauth_redirect: add it on the app's page → OAuth & Permissions → Redirect URLs",
  invalid_team_for_non_distributed_app:
    "the app may be installed in its own workspace only: the app's page → Manage Distribution → Activate Public Distribution",
};

const wordIn = (given: string | null): string => (given !== null && /^[a-z_]{1,64}$/u.test(given) ? given : "unknown");

const toRefused = (cause: string, log: Log): Refused => {
  if (USED_UP.includes(cause)) return new Refused(403, ({ used }) => used);
  if (cause === "another app") return new Refused(403, ({ another }) => another);
  if (!MISSET.includes(cause)) return new Refused(502, ({ unreachable }) => unreachable);
  const cure = CURES[cause] ?? "paste the manifest anew: npm run -s slack:manifest";
  log.error({ word: cause }, `A workspace could not install Rostrum: ${cure}`);
  return new Refused(502, ({ misset }) => misset);
};

const redirectTo = (address: string, cookie: string): Response =>
  new Response(null, {
    status: 302,
    headers: {
      location: address,
      "set-cookie": cookie,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    },
  });

export const createInstall = (given: Given): readonly Door[] => {
  const { clientId, redirectUri, authorizeUrl, vault, oauth, clock, log } = given;
  const tickets = createTickets(given.clientSecret);
  const secure = redirectUri.startsWith("https:");
  const now = (): number => clock.now().epochMilliseconds;

  const begin = (request: Request): Response => {
    const { state, browser } = tickets.issue(now(), fromCookie(request, { secure }));
    const address = new URL(authorizeUrl);
    address.search = new URLSearchParams({
      client_id: clientId,
      scope: Object.keys(scopes).join(","),
      redirect_uri: redirectUri,
      state,
    }).toString();
    return redirectTo(address.href, toCookie(browser, { secure }));
  };

  /** The code, when this is what Slack answers to the one who began here, the first time. */
  const codeOf = async (request: Request): Promise<string> => {
    const stale = new Refused(403, (words) => words.stale);
    const { searchParams: said } = new URL(request.url);
    if (["state", "code", "error"].some((name) => said.getAll(name).length > 1)) throw stale;
    const browser = fromCookie(request, { secure });
    const use = browser && tickets.check({ state: said.get("state") ?? "", browser }, now());
    if (!use || !(await vault.once(`state/${use}`))) throw stale;
    const error = said.get("error");
    if (error === "access_denied") throw new Refused(403, ({ denied }) => denied);
    if (error !== null) throw toRefused(wordIn(error), log);
    const code = said.get("code");
    if (!code) throw stale;
    return code;
  };

  const finish = async (request: Request): Promise<Page> => {
    const { install } = wordsIn(languageOf(request));
    try {
      const granted = await oauth.exchange(await codeOf(request));
      await given.admit(granted);
      log.info({}, "A workspace on Slack installed Rostrum");
      return { status: 200, lines: [install.done(granted.name), install.next], again: false };
    } catch (error) {
      const refused = error instanceof PlatformError ? toRefused(String(error.cause), log) : error;
      if (refused instanceof Refused) return { status: refused.status, lines: [refused.say(install)], again: true };
      log.error({ err: error }, "an installation failed here");
      return { status: 500, lines: [install.fault], again: true };
    }
  };

  return [
    { path: INSTALL_PATH, method: "GET", answer: async (request) => begin(request) },
    {
      path: REDIRECT_PATH,
      method: "GET",
      answer: async (request) => {
        const page = toPage(await finish(request), languageOf(request));
        // It has done its work. A refusal leaves it: another tab may still be on its way.
        if (page.status === 200) page.headers.append("set-cookie", toCookie("", { secure }));
        return page;
      },
    },
  ];
};
