import { setTimeout as pause } from "node:timers/promises";
import type { APIGatewaySessionStartLimit } from "discord.js";
import type { Clock } from "../../core/time/clock.ts";
import { toRetryMs } from "./fault.ts";

/**
 * Every new session passes here, of whatever client: Discord gives 1000 a day and takes the token away from who asks for
 * more (docs topics/gateway, *Session Start Limit*). @discordjs/ws begins one every five seconds for as long as it fails.
 * Resuming costs nothing and does not pass here. Resolves when a session may begin; rejects when `signal` is aborted before.
 */
export type Starts = (ask: () => Promise<APIGatewaySessionStartLimit>, signal: AbortSignal) => Promise<void>;

const HOUR_MS = 3_600_000;

export const createStarts = (given: {
  readonly clock: Clock;
  /** Between the first two; doubled with each further one of the last hour, up to the longest. */
  readonly startMs: number;
  readonly startMostMs: number;
  /** Told when no session is left before a time, in milliseconds from now. */
  readonly used: (resetMs: number) => void;
}): Starts => {
  const { clock, startMs, startMostMs } = given;
  let begun: readonly number[] = [];
  const backOff = (): number => {
    const now = clock.monotonicMs();
    begun = begun.filter((at) => at > now - HOUR_MS);
    const last = begun.at(-1);
    if (last === undefined) return 0;
    return Math.max(0, last + Math.min(startMs * 2 ** (begun.length - 1), startMostMs) - now);
  };
  return async (ask, signal) => {
    await pause(backOff(), undefined, { signal });
    for (;;) {
      // What cannot be asked is tried: the gateway itself will say.
      const limit = await ask().catch(() => undefined);
      if (limit === undefined || limit.remaining > 0) break;
      const resetMs = toRetryMs(limit.reset_after);
      given.used(resetMs);
      await pause(resetMs, undefined, { signal });
    }
    begun = [...begun, clock.monotonicMs()];
  };
};
