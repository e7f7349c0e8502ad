import type { Config } from "./config.ts";
import { version } from "./version.ts";

const PATIENCE_MS = 10_000;
/** Discord refuses requests that do not say so who they are (docs, *User Agent*). */
const headers = { "user-agent": `DiscordBot (rostrum, ${version})` };

/** The time that an answer bears, to the second (Date, RFC 9110, 6.6.1), whatever else it says. */
const timeAt = async (method: "GET" | "POST", url: string): Promise<Temporal.Instant> => {
  const asked = { method, headers, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) } as const;
  const answer = await fetch(url, asked);
  await answer.body?.cancel();
  const ms = Date.parse(answer.headers.get("date") ?? "");
  if (Number.isNaN(ms)) throw new Error("the answer bears no time");
  return Temporal.Instant.fromEpochMilliseconds(ms);
};

/** What time it is at the platforms, by the one that answers first; `undefined` where none is configured. */
export const createTheirTime = ({
  discord,
  slack,
}: {
  readonly [name in "discord" | "slack"]: Pick<NonNullable<Config[name]>, "apiUrl"> | undefined;
}): (() => Promise<Temporal.Instant>) | undefined => {
  // Neither needs a token.
  const ways = [
    ...(discord === undefined ? [] : [() => timeAt("GET", `${discord.apiUrl}/v10/gateway`)]),
    ...(slack === undefined ? [] : [() => timeAt("POST", `${slack.apiUrl.replace(/\/?$/u, "/")}api.test`)]),
  ];
  return ways.length === 0 ? undefined : () => Promise.any(ways.map((ask) => ask()));
};
