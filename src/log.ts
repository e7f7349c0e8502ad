import { pino } from "pino";
import type { Log } from "./core/log.ts";

/**
 * Secrets by their shape: one that came from elsewhere than the environment is caught as well. Tokens of Slack and Discord,
 * whatever authorizes a request, the code of an installation, a password in an address, addresses that are secrets.
 */
const SHAPES: readonly RegExp[] = [
  /xox[a-z]-[\w-]{8,}|xapp-[\w-]{8,}|xoxe\.[\w.-]{8,}/g,
  // Bounded, and begun at the beginning of a word only: a long line must not be looked through from each of its places.
  /(?<![\w-])[\w-]{20,100}\.[\w-]{5,8}\.[\w-]{25,}/g,
  /(?<=\b(?:Bot|Bearer|Basic) )[\w.~+/=-]{16,}/g,
  /(?<=[?&](?:code|state|token|secret)=)[^&\s"]+/g,
  /(?<=:\/\/[^\s/:@"]{0,80}:)[^\s/@"]{1,200}(?=@)/g,
  /(?<=hooks\.slack\.com\/|\/webhooks\/\d{1,20}\/|\/interactions\/\d{1,20}\/)[\w/-]{8,}/g,
  /\b[0-9a-f]{32}\b/g,
];

/** As it stands, and as it stands in an address. */
const formsOf = (secret: string): readonly string[] => [secret, encodeURIComponent(secret)];

export const redact = (line: string, secrets: readonly string[]): string => {
  const known = secrets.flatMap(formsOf).reduce((text, secret) => text.replaceAll(secret, "[secret]"), line);
  return SHAPES.reduce((text, shape) => text.replace(shape, "[secret]"), known);
};

/** What JSON leaves as it is and a terminal or a reader of lines may obey: C1 controls, other line ends, directions. */
const oneLine = (line: string): string =>
  line.replaceAll(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Structured lines on standard error, so that standard output stays for people. No secret passes, wherever it stands. */
export const createLog = (given: { readonly level: string; readonly secrets: readonly string[] }): Log =>
  pino(
    {
      level: given.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: { streamWrite: (line) => oneLine(redact(line, given.secrets)) },
    },
    pino.destination({ fd: 2, sync: true }),
  );
