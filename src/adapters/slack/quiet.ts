import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../../core/log.ts";

const SECRETS =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|(?<=\b(?:ticket|code|state|client_secret|refresh_token)=)[^&\s"]+|(?<=https:\/\/hooks\.slack\.com\/)\S+/gu;

/** What a library says, without secrets and payloads. */
export const redact = (said: readonly unknown[]): string =>
  said
    .map((part) => (part instanceof Error ? `${part.name}: ${part.message}` : typeof part === "string" ? part : "…"))
    .join(" ")
    .replaceAll(SECRETS, "[secret]")
    .slice(0, 500);

/** Bolt's log in ours. Its debug lines hold whole payloads, what people wrote and all, so they are not taken. */
export const toBoltLogger = (log: Log): Logger => ({
  debug: () => {},
  info: (...said: readonly unknown[]) => log.debug({ from: "bolt" }, redact(said)),
  warn: (...said: readonly unknown[]) => log.warn({ from: "bolt" }, redact(said)),
  error: (...said: readonly unknown[]) => log.error({ from: "bolt" }, redact(said)),
  setLevel: () => {},
  getLevel: () => LogLevel.INFO,
  setName: () => {},
});
