import type { Context } from "hono";
import { streamSSE } from "hono/streaming";

/** Tells open pages, over Server-Sent Events, in which channel there is something new. They ask for it themselves. */
export interface Live {
  push(channel: string): void;
  /** A stream that lasts as long as the page is open. */
  stream(context: Context): Response;
  /** Ends all streams. */
  close(): void;
}

export const createLive = (): Live => {
  const pages = new Map<(channel: string) => void, () => void>();
  return {
    push(channel) {
      for (const tell of pages.keys()) tell(channel);
    },
    stream: (context) =>
      streamSSE(context, async (stream) => {
        // A page that is gone takes nothing any more: hono swallows what is written to it.
        const tell = (channel: string): void => void stream.writeSSE({ data: JSON.stringify({ channel }) });
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
