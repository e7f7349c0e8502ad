import type { PlaygroundClock } from "../../../src/adapters/web/clock.ts";

/** The playground's clock where nothing is ever due: far enough on for whatever a board in memory holds. */
export const realTime: PlaygroundClock = {
  now: () => Number.MAX_SAFE_INTEGER,
  ahead: () => 0,
  jump: async () => false,
};
