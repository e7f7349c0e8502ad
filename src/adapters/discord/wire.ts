import { type APIUser, REST, type RequestMethod, type RouteLike, Routes } from "discord.js";
import { toAskingError, toPlatformError } from "./fault.ts";
import type { Transport } from "./transport.ts";

/** One attempt is one request: a REST client of our own, without the library's retries and waits. */

export interface Wire {
  /** Rejects with PlatformError only. `body` goes out byte for byte. */
  send(method: "GET" | "POST" | "PATCH" | "DELETE", route: RouteLike, body?: string): Promise<unknown>;
}

/**
 * @param given.apiUrl without the version, "https://discord.com/api".
 * @param given.requestMs the whole request, answer read to its end (delivery.md, T_req).
 */
export const createWire = (given: {
  readonly token: string;
  readonly apiUrl: string;
  readonly requestMs: number;
  readonly transport: Transport;
}): Wire => {
  const rest = new REST({
    api: given.apiUrl,
    retries: 0,
    timeout: given.requestMs,
    // Discord allows a bot 50 (docs topics/rate-limits, *Global Rate Limit*); the rest is for discord.js's own client.
    globalRequestsPerSecond: 45,
    // A limit that is reached or known of is an answer, not a reason to sleep.
    rejectOnRateLimit: () => true,
    makeRequest: given.transport.posting,
  });
  return {
    send: async (method, route, body) => {
      try {
        return await rest.request({
          method: method as RequestMethod,
          fullRoute: route,
          // By hand: the library forgets its token after any 401 and then fails in words of its own (discord.js #7492).
          auth: false,
          headers: {
            Authorization: `Bot ${given.token}`,
            ...(body !== undefined && { "Content-Type": "application/json" }),
          },
          ...(body !== undefined && { body, passThroughBody: true }),
          // The library's own timeout ends with the headers; this one covers the body, too.
          signal: AbortSignal.timeout(given.requestMs),
        });
      } catch (error) {
        throw toPlatformError(error);
      }
    },
  };
};

/** Asks for something; whatever is not refused for good can be asked again. */
export const ask = async <T>(wire: Wire, route: RouteLike): Promise<T> => {
  try {
    // Discord's JSON, of the version that the library's types describe.
    return (await wire.send("GET", route)) as T;
  } catch (error) {
    throw toAskingError(error);
  }
};

/** The bot's own id, asked once: it is the same for ever. */
export const createSelf = (wire: Wire): (() => Promise<string>) => {
  let self: string | undefined;
  return async () => {
    self ??= (await ask<APIUser>(wire, Routes.user())).id;
    return self;
  };
};
