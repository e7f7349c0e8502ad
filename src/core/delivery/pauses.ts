import type { Address, PlatformName } from "../bot/call.ts";

/**
 * Who has to wait. A platform that sees too many refused requests locks us out (R12; Discord: 10,000 in 10 minutes), so
 * what waits for a place that refused waits with it, and many bad places together stay far below the bound. Times in
 * milliseconds since 1970; kept in memory only, since a new process may well try once more.
 */
export interface Pauses {
  /** Nothing goes to this channel, or with `whole` to its space, until then. */
  readonly pause: (to: Address, until: number, whole?: boolean) => void;
  readonly noteRefusal: (platform: PlatformName, now: number) => void;
  /** When this address may be tried again, or `undefined` for now. */
  readonly until: (to: Address, now: number) => number | undefined;
}

const REFUSED_MOST = 50;
const REFUSED_SPAN_MS = 600_000;

export const createPauses = (): Pauses => {
  const paused = new Map<string, number>();
  const refused = new Map<PlatformName, readonly number[]>();
  const space = ({ platform, space: id }: Address): string => `${platform}/${id}`;
  const channel = (to: Address): string => `${space(to)}/${to.channel}`;
  const recent = (platform: PlatformName, now: number): readonly number[] =>
    (refused.get(platform) ?? []).filter((at) => at > now - REFUSED_SPAN_MS);
  return {
    pause: (to, until, whole = false) => void paused.set(whole ? space(to) : channel(to), until),
    noteRefusal: (platform, now) => void refused.set(platform, [...recent(platform, now), now]),
    until(to, now) {
      for (const key of [space(to), channel(to)]) {
        const until = paused.get(key);
        if (until !== undefined && until > now) return until;
        paused.delete(key);
      }
      const times = recent(to.platform, now);
      return times.length < REFUSED_MOST || times[0] === undefined ? undefined : times[0] + REFUSED_SPAN_MS;
    },
  };
};
