import { pino } from "pino";
import type { Log } from "./core/log.ts";

/** Tokens of Discord and Slack, by shape: one that came from elsewhere than the environment is caught as well. */
const SHAPES =
  /xox[a-z]-[\w-]{8,}|xapp-[\w-]{8,}|[\w-]{20,}\.[\w-]{5,8}\.[\w-]{25,}|"?Bot [\w.-]{20,}|(?<=[?&](?:code|state)=)[^&\s"]+/g;

export const redact = (line: string, secrets: readonly string[]): string =>
  secrets.reduce((text, secret) => text.replaceAll(secret, "[secret]"), line).replace(SHAPES, "[secret]");

/** Structured lines on standard error, so that standard output stays for people. No secret passes, wherever it stands. */
export const createLog = (given: { readonly level: string; readonly secrets: readonly string[] }): Log =>
  pino(
    {
      level: given.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: { streamWrite: (line) => redact(line, given.secrets) },
    },
    pino.destination({ fd: 2, sync: true }),
  );
