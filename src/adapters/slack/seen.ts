/** Slack sends what was not acknowledged three times more, the last after some six minutes (docs events-api); signatures hold for five. */
const KEPT_MS = 600_000;
/** More than a busy workspace asks in that time; the oldest are forgotten beyond it. */
const KEPT = 10_000;

/** Tells what came before, for as long as it may come again. What outlives a restart is told by the calls that the house keeps. */
export const createSeen = (): ((id: string) => boolean) => {
  const seen = new Map<string, number>();
  return (id) => {
    const now = performance.now();
    for (const [known, until] of seen) {
      if (until > now && seen.size < KEPT) break;
      seen.delete(known);
    }
    if (seen.has(id)) return true;
    seen.set(id, now + KEPT_MS);
    return false;
  };
};
