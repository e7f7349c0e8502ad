import type { webApi } from "@slack/bolt";
import type { Final } from "../../core/bot/condition.ts";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Log } from "../../core/log.ts";
import { isTokenRefused } from "./fault.ts";
import { toBoltLogger } from "./quiet.ts";

interface Given {
  readonly apiUrl: string;
  readonly log: Log;
  readonly refused?: (why: Final) => void;
}

/** One request of the answering client; a trigger lives for 3 s, so waiting longer opens nothing. */
const PATIENCE_MS = 5000;

/** Calls back when Slack does not accept the token (any more). */
const createFetch =
  (refused: (why: Final) => void): typeof fetch =>
  async (...request) => {
    const response = await fetch(...request);
    const read = async (): Promise<void> => {
      const { error } = (await response.clone().json()) as { readonly error?: unknown };
      if (isTokenRefused(error)) refused("token");
    };
    // What is no JSON is the client's to report.
    if (response.status === 200) await read().catch(() => undefined);
    return response;
  };

/** A client for each purpose, none of which waits or tries again: one method that Slack holds back holds up nothing else. */
export const toClientOptions = ({ apiUrl, log, refused }: Given): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  timeout: PATIENCE_MS,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  logger: toBoltLogger(log),
  ...(refused !== undefined && { fetch: createFetch(refused) }),
});

export interface Identity {
  readonly team: string;
  readonly name: string;
  readonly bot: string;
  readonly user: string;
  /** What people type to invite it. */
  readonly handle: string;
}

export const identify = async (client: webApi.WebClient): Promise<Identity> => {
  const {
    team_id: team,
    team: name = "",
    bot_id: bot,
    user_id: user,
    user: handle = "Rostrum",
  } = await client.auth.test();
  if (!team || !bot || !user) throw new PlatformError("stop", "not a bot token");
  return { team, name, bot, user, handle };
};
