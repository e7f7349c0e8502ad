import type { Clock } from "../../core/time/clock.ts";

/** Discord may repeat an event after a resume; an interaction can be answered for 15 minutes (docs, receiving-and-responding). */
const KEPT_MS = 15 * 60_000;

/** Whether an id comes for the first time. */
export const createOnce = (clock: Pick<Clock, "monotonicMs">): ((id: string) => boolean) => {
  const taken = new Map<string, number>();
  return (id) => {
    const now = clock.monotonicMs();
    // The oldest come first.
    for (const [old, at] of taken) {
      if (at > now - KEPT_MS) break;
      taken.delete(old);
    }
    if (taken.has(id)) return false;
    taken.set(id, now);
    return true;
  };
};
