import type { Sockets } from "./socket.ts";

/**
 * What was not acknowledged in time is sent again, three times (docs events-api, *Error handling*): at once, after a minute,
 * after five. By sockets it goes to the next connection. Slack tells this of events; here all is sent again, for a proxy may
 * do it, and people press twice.
 */
const SPACING_MS = [0, 60_000, 300_000];

type Deliver = Sockets["deliver"];

/** What a test may turn: how many acknowledgements get lost on their way, and how long the spacing is. */
export interface Redelivery {
  lost: number;
  factor: number;
  /** What was sent again, and as which attempt. */
  readonly again: { readonly type: string; readonly attempt: number }[];
}

export const createRedelivery = (): Redelivery => ({ lost: 0, factor: 1, again: [] });

const REASONS: Readonly<Record<string, string>> = {
  operation_timeout: "timeout",
  dispatch_failed: "connection_failed",
};

/** Resolves and rejects with what a person sees: of the first attempt; of an event with what came of it in the end. */
export const withRetries = (once: () => Deliver, redelivery: Redelivery): Deliver => {
  const attempt: Deliver = async (type, payload, more) => {
    const said = await once()(type, payload, more);
    if (redelivery.lost === 0) return said;
    redelivery.lost -= 1;
    throw new Error("operation_timeout");
  };
  const retry = async (first: unknown, [type, payload, more = {}]: Parameters<Deliver>) => {
    let why = first instanceof Error ? first : new Error("operation_timeout");
    for (const [n, ms] of SPACING_MS.entries()) {
      await new Promise((resolve) => setTimeout(resolve, ms * redelivery.factor).unref());
      redelivery.again.push({ type, attempt: n + 1 });
      try {
        const reason = REASONS[why.message] ?? "unknown_error";
        return await attempt(type, payload, { ...more, retry_attempt: n + 1, retry_reason: reason });
      } catch (error) {
        why = error instanceof Error ? error : why;
      }
    }
    throw why;
  };
  return (...request) => {
    const first = attempt(...request);
    if (request[0] === "events_api") return first.catch((error: unknown) => retry(error, request));
    first.catch((error: unknown) => retry(error, request).catch(() => undefined));
    return first;
  };
};
