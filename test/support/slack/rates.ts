/** Slack's rates: for each method, app and workspace (docs.slack.dev/apis/web-api/rate-limits and each method's page). */

const MINUTE_MS = 60_000;
/** Requests a minute of a tier; Slack promises no more, though it often bears with more. */
const [TIER_1, TIER_2, TIER_3, TIER_4] = [1, 20, 50, 100];
/** "Several hundred" posts a minute in a workspace. */
const POSTS = 300;
/** Not told; hundreds a minute are borne. */
const SPECIAL = 600;

const perMinute: Readonly<Record<string, number>> = {
  "apps.connections.open": TIER_3,
  "auth.test": SPECIAL,
  "chat.delete": TIER_3,
  "chat.postEphemeral": TIER_4,
  "chat.postMessage": POSTS,
  "chat.update": TIER_3,
  "conversations.history": TIER_3,
  "conversations.info": TIER_3,
  "conversations.list": TIER_2,
  "conversations.open": TIER_3,
  "conversations.replies": TIER_3,
  "oauth.v2.access": SPECIAL,
  "usergroups.list": TIER_2,
  "users.info": TIER_4,
  "views.open": TIER_4,
  "views.publish": TIER_4,
  "views.push": TIER_4,
  "views.update": TIER_4,
};

/** Posts in one channel at once, before it is one a second. */
const BURST = 3;

export interface Rates {
  /** The seconds for Retry-After, or `undefined` when this request may be made. What is refused counts for nothing. */
  refuse(method: string, given: { readonly token: string; readonly channel: string | undefined }): number | undefined;
  /** One message a second and channel, with short bursts: only when asked for, since tests do not wait for seconds. */
  pace(isPaced: boolean): void;
}

/** So many in any minute; beyond it the seconds until the next. */
const createWindows = (now: () => number) => {
  const windows = new Map<string, number[]>();
  return (key: string, most: number): { readonly wait: number; readonly count: () => void } => {
    const recent = (windows.get(key) ?? []).filter((at) => now() - at < MINUTE_MS);
    windows.set(key, recent);
    const wait = recent.length < most ? 0 : (recent[0] ?? 0) + MINUTE_MS - now();
    return { wait, count: () => void recent.push(now()) };
  };
};

/** A burst, then one a second. */
const createPaces = (now: () => number) => {
  const next = new Map<string, number>();
  return (channel: string): { readonly wait: number; readonly count: () => void } => {
    const at = Math.max(now(), next.get(channel) ?? 0);
    return { wait: at - now() - (BURST - 1) * 1000, count: () => void next.set(channel, at + 1000) };
  };
};

export const createRates = (now: () => number): Rates => {
  const [window, pace] = [createWindows(now), createPaces(now)];
  let isPaced = false;
  return {
    pace: (given) => {
      isPaced = given;
    },
    refuse: (method, { token, channel }) => {
      const limits = [window(`${token} ${method}`, perMinute[method] ?? TIER_1)];
      if (isPaced && method === "chat.postMessage") limits.push(pace(`${token} ${channel}`));
      const wait = Math.max(...limits.map((one) => one.wait));
      if (wait > 0) return Math.ceil(wait / 1000);
      for (const { count } of limits) count();
      return undefined;
    },
  };
};
