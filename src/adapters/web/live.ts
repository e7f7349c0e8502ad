import type { Context } from "hono";
import { streamSSE } from "hono/streaming";

/** What open pages are told: in which channel there is something new, which they ask for themselves; that the clock was put. */
export type Tidings = { readonly channel: string } | { readonly ahead: number };

/** Tells open pages, over Server-Sent Events. */
export interface Live {
  push(tidings: Tidings): void;
  /** A stream that lasts as long as the page is open. */
  stream(context: Context): Response;
  /** Ends all streams. */
  close(): void;
}

export const createLive = (): Live => {
  const pages = new Map<(tidings: Tidings) => void, () => void>();
  return {
    push(tidings) {
      for (const tell of pages.keys()) tell(tidings);
    },
    stream: (context) =>
      streamSSE(context, async (stream) => {
        // A page that is gone takes nothing any more: hono swallows what is written to it.
        const tell = (tidings: Tidings): void => void stream.writeSSE({ data: JSON.stringify(tidings) });
        await new Promise<void>((resolve) => {
          pages.set(tell, resolve);
          stream.onAbort(resolve);
        });
        pages.delete(tell);
      }),
    close() {
      for (const end of pages.values()) end();
    },
  };
};
