import type { Config } from "./config.ts";
import { version } from "./version.ts";

const PATIENCE_MS = 10_000;
/** Discord refuses requests that do not say in this form who they are (docs, reference, *User Agent*). */
const DISCORD = { method: "GET", headers: { "user-agent": `DiscordBot (rostrum, ${version})` } };
const SLACK = { method: "POST" };

/** The time that an answer bears, to the second (Date, RFC 9110, 6.6.1), whatever else it says. */
const timeAt = async (url: string, how: typeof DISCORD | typeof SLACK): Promise<Temporal.Instant> => {
  const answer = await fetch(url, { ...how, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
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
    ...(discord === undefined ? [] : [() => timeAt(`${discord.apiUrl}/v10/gateway`, DISCORD)]),
    ...(slack === undefined ? [] : [() => timeAt(`${slack.apiUrl.replace(/\/?$/u, "/")}api.test`, SLACK)]),
  ];
  return ways.length === 0 ? undefined : () => Promise.any(ways.map((ask) => ask()));
};
