import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** Node tells of each request to a server of this process as soon as its headers are read, before the server does anything. */
const CHANNEL = "http.server.request.start";

export interface Arrivals {
  /** When the last request came whose path fits. */
  last(): number;
  close(): void;
}

export const watchArrivals = (path: RegExp): Arrivals => {
  let at = Number.NaN;
  const see = (message: unknown): void => {
    if (path.test((message as { readonly request: IncomingMessage }).request.url ?? "")) at = performance.now();
  };
  subscribe(CHANNEL, see);
  return { last: () => at, close: () => void unsubscribe(CHANNEL, see) };
};
