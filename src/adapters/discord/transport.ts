import { DefaultRestOptions, type RESTOptions, type ResponseLike } from "discord.js";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Clock } from "../../core/time/clock.ts";

/** Every request to Discord passes here, those that discord.js makes for itself too: what is refused is counted once. */

type Request = RESTOptions["makeRequest"];

/** Discord locks an address out after 10,000 refusals in 10 minutes (docs topics/rate-limits, *Invalid Request Limit*). */
const SPAN_MS = 600_000;
/** delivery.md, R12: at most 100. Deliveries stop first, so that people are still answered. */
const MOST = { posting: 80, answering: 100 };
/** Until those that are under way have their answers. */
const BUSY_MS = 1000;
const REFUSALS: readonly number[] = [401, 403, 429];

/** A limit shared with other bots is nobody's fault and is not counted. */
const isRefusal = ({ status, headers }: ResponseLike): boolean =>
  REFUSALS.includes(status) && headers.get("X-RateLimit-Scope") !== "shared";

/** A 429 may name its time and its reach in the body alone; the library reads headers, so they are put there. Read to its end, it frees the connection. */
const withLimit = async (answer: ResponseLike): Promise<ResponseLike> => {
  if (answer.status !== 429) return answer;
  const body = await answer.text();
  const seconds = /"retry_after"\s*:\s*(\d+(?:\.\d+)?)/u.exec(body)?.[1];
  if (seconds !== undefined && !(Number(answer.headers.get("Retry-After")) > 0))
    answer.headers.set("Retry-After", seconds);
  if (/"global"\s*:\s*true/u.test(body)) answer.headers.set("X-RateLimit-Global", "true");
  return answer;
};

export type Transport = Readonly<Record<keyof typeof MOST, Request>>;

/** @param given.refused called when Discord does not accept the bot's token. */
export const createTransport = (given: { readonly clock: Clock; readonly refused: () => void }): Transport => {
  let refusals: readonly number[] = [];
  /** Each of these may still be refused. */
  let underway = 0;
  const request =
    (most: number): Request =>
    async (url, init) => {
      const now = given.clock.monotonicMs();
      refusals = refusals.filter((at) => at > now - SPAN_MS);
      const [oldest] = refusals;
      if (oldest !== undefined && refusals.length >= most)
        throw new PlatformError("wait", "too many refusals", oldest + SPAN_MS - now);
      if (refusals.length + underway >= most) throw new PlatformError("wait", "too many at once", BUSY_MS);
      underway++;
      const answer = await DefaultRestOptions.makeRequest(url, init).finally(() => underway--);
      if (isRefusal(answer)) refusals = [...refusals, now];
      if (answer.status === 401 && new Headers(init.headers as Record<string, string>).has("Authorization"))
        given.refused();
      return withLimit(answer);
    };
  return { posting: request(MOST.posting), answering: request(MOST.answering) };
};
