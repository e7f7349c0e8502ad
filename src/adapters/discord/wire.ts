import { DefaultRestOptions, REST, type RequestMethod, type ResponseLike, type RouteLike } from "discord.js";
import { toPlatformError } from "./fault.ts";

/** One attempt is one request: a REST client of our own, without the library's retries and waits. */

export interface Wire {
  /** Rejects with PlatformError only. `body` goes out byte for byte. */
  send(method: "GET" | "POST" | "PATCH", route: RouteLike, body?: string): Promise<unknown>;
}

/** A 429 may name its time in the body alone; the library reads the header, so it is put there. Read to its end, it frees the connection. */
const withRetryAfter = async (answer: ResponseLike): Promise<ResponseLike> => {
  if (answer.status !== 429) return answer;
  const seconds = /"retry_after"\s*:\s*(\d+(?:\.\d+)?)/u.exec(await answer.text())?.[1];
  if (seconds !== undefined && !(Number(answer.headers.get("Retry-After")) > 0))
    answer.headers.set("Retry-After", seconds);
  return answer;
};

/**
 * @param given.apiUrl without the version, "https://discord.com/api".
 * @param given.requestMs the whole request, answer read to its end (delivery.md, T_req).
 */
export const createWire = (given: {
  readonly token: string;
  readonly apiUrl: string;
  readonly requestMs: number;
}): Wire => {
  const rest = new REST({
    api: given.apiUrl,
    retries: 0,
    timeout: given.requestMs,
    // A limit that is reached or known of is an answer, not a reason to sleep.
    rejectOnRateLimit: () => true,
    makeRequest: async (url, init) => withRetryAfter(await DefaultRestOptions.makeRequest(url, init)),
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
