import type { PlatformName } from "../bot/call.ts";

/** R12: a platform that sees too many refused requests locks us out (Discord: 10,000 in 10 minutes), so we stop far below. */
const REFUSED_MOST = 50;
const REFUSED_SPAN_MS = 600_000;

export interface Breaker {
  readonly note: (platform: PlatformName, now: number) => void;
  /** When the platform may be tried again, or `undefined` for now. Milliseconds since 1970. */
  readonly closedUntil: (platform: PlatformName, now: number) => number | undefined;
}

/** When each platform last refused us, so that many bad places together stay below the bound. */
export const createBreaker = (): Breaker => {
  const refused = new Map<PlatformName, readonly number[]>();
  const recent = (platform: PlatformName, now: number): readonly number[] =>
    (refused.get(platform) ?? []).filter((at) => at > now - REFUSED_SPAN_MS);
  return {
    note: (platform: PlatformName, now: number): void => {
      refused.set(platform, [...recent(platform, now), now]);
    },
    closedUntil: (platform: PlatformName, now: number): number | undefined => {
      const times = recent(platform, now);
      return times.length < REFUSED_MOST || times[0] === undefined ? undefined : times[0] + REFUSED_SPAN_MS;
    },
  };
};
