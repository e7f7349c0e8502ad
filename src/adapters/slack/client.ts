import { webApi } from "@slack/bolt";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Log } from "../../core/log.ts";
import { isTokenRefused, toAskingFault } from "./fault.ts";
import { toBoltLogger } from "./quiet.ts";

interface Given {
  readonly apiUrl: string;
  readonly log: Log;
  readonly access?: Access;
}

/** A request of ours that was refused for its token. */
export interface Refusal {
  readonly token: string;
  /** Slack's. */
  readonly word: string;
}

/** For a client that speaks for one workspace: its token is asked for at every request, since it may have been renewed. */
export interface Access {
  readonly token: () => Promise<string | undefined>;
  /** Slack does not accept the token (any more). */
  readonly refused: (refusal: Refusal) => void;
}

/** One request of the answering client; a trigger lives for 3 s, so waiting longer opens nothing. */
const PATIENCE_MS = 5000;

const createFetch =
  ({ token: find, refused }: Access): typeof fetch =>
  async (input, init) => {
    const token = await find();
    // Nothing leaves for a workspace that has none.
    if (token === undefined) return Response.json({ ok: false, error: "not_authed" });
    const headers = new Headers(init?.headers);
    headers.set("authorization", `Bearer ${token}`);
    const response = await fetch(input, { ...init, headers });
    const read = async (): Promise<void> => {
      const { error: word } = (await response.clone().json()) as { readonly error?: unknown };
      if (isTokenRefused(word)) refused({ token, word: String(word) });
    };
    // What is no JSON is the client's to report.
    if (response.status === 200) await read().catch(() => undefined);
    return response;
  };

/** A client for each purpose, none of which waits or tries again: one method that Slack holds back holds up nothing else. */
export const toClientOptions = ({ apiUrl, log, access }: Given): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  timeout: PATIENCE_MS,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  logger: toBoltLogger(log),
  ...(access !== undefined && { fetch: createFetch(access) }),
});

export interface Identity {
  readonly team: string;
  readonly name: string;
  readonly bot: string;
  readonly user: string;
  /** What people type to invite it. */
  readonly handle: string;
  /** Where the workspace is, "https://example.slack.com/". */
  readonly url?: string;
}

/** Whose token it is. Rejects with PlatformError. */
export const identify = async (token: string, given: Omit<Given, "access">): Promise<Identity> => {
  const client = new webApi.WebClient(token, toClientOptions(given));
  const said = await client.auth.test().catch((error: unknown) => {
    throw toAskingFault(error);
  });
  const { team_id: team, team: name = "", bot_id: bot, user_id: user, user: handle = "Rostrum", url } = said;
  if (!team || !bot || !user) throw new PlatformError("stop", "not a bot token");
  return { team, name, bot, user, handle, ...(url !== undefined && { url }) };
};
