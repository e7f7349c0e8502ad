import { type Answer, limited } from "./answers.ts";

/** Discord's limits: buckets of routes, fifty requests a second, and the count of refusals. Docs topics/rate-limits. */

/** Ten a second in each channel: Discord's numbers are not documented and must not be known. */
const BUCKET = { limit: 10, perMs: 1000 };
const GLOBAL = { limit: 50, perMs: 1000 };

export interface Limits {
  /** Everything that carries the bot's token is refused for so long. */
  all(ms: number): void;
  /** The refusal of a request on everything, if it is over. */
  global(): Answer | undefined;
  /** Counts a request to post; its headers, and whether it is over. */
  bucket(route: string): { readonly over: boolean; readonly headers: Readonly<Record<string, string>> };
  /** Counts an answer: 401, 403 and 429, but not what is shared. */
  count(answer: Answer): void;
  invalid(): number;
  /** As if a second had passed without a request. */
  rest(): void;
}

export const createLimits = (): Limits => {
  const used = new Map<string, number[]>();
  let recentAll: number[] = [];
  let until = 0;
  let invalid = 0;
  return {
    all: (ms) => {
      until = performance.now() + ms;
    },
    global: () => {
      const now = performance.now();
      if (now < until) return limited((until - now) / 1000, "global");
      recentAll = recentAll.filter((at) => now - at < GLOBAL.perMs);
      if (recentAll.length >= GLOBAL.limit) return limited(1, "global");
      recentAll.push(now);
      return undefined;
    },
    bucket: (route) => {
      const now = performance.now();
      const recent = (used.get(route) ?? []).filter((at) => now - at < BUCKET.perMs);
      const over = recent.length >= BUCKET.limit;
      if (!over) recent.push(now);
      used.set(route, recent);
      const resetMs = BUCKET.perMs - (now - (recent[0] ?? now));
      return {
        over,
        headers: {
          "X-RateLimit-Limit": String(BUCKET.limit),
          "X-RateLimit-Remaining": String(BUCKET.limit - recent.length),
          "X-RateLimit-Reset-After": (resetMs / 1000).toFixed(3),
          "X-RateLimit-Bucket": "9f3c0ffee",
        },
      };
    },
    count: ({ status, headers = {} }) => {
      if ([401, 403, 429].includes(status) && headers["X-RateLimit-Scope"] !== "shared") invalid++;
    },
    invalid: () => invalid,
    rest: () => {
      recentAll = [];
      used.clear();
    },
  };
};
