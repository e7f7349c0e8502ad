import { schedule } from "node-cron";

/** How often the schedule is looked at, beside the timer that is set to the next due time. */
const EVERY_TEN_SECONDS = "*/10 * * * * *";
/** node-cron follows the wall clock and falls silent when that jumps back; a timer does not. */
const GUARD_MS = 30_000;

/** Calls `tick` every few seconds until it is stopped. Due times live in the database only. */
export const startHeartbeat = (tick: () => Promise<void>): (() => Promise<void>) => {
  const task = schedule(EVERY_TEN_SECONDS, tick, {
    timezone: "UTC",
    noOverlap: true,
    missedExecutionTolerance: 60_000,
  });
  const guard = setInterval(() => void tick(), GUARD_MS);
  return async () => {
    clearInterval(guard);
    await task.destroy();
  };
};
