import { ConfigError } from "./config.ts";
import { sayFault } from "./core/store/fault.ts";
import type { Clock } from "./core/time/clock.ts";

/** What the program says to whoever started it: sentences for people on standard output, what went wrong beside it. */

/** Names come from files and platforms: nothing of them may move the cursor, colour the screen or begin a line. */
const literal = (line: string): string =>
  line.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (one) => (one === "\t" || /\u200c|\u200d/u.test(one) ? one : " "));

export const say = (line: string): void => {
  process.stdout.write(`${literal(line)}\n`);
};

export const complain = (line: string): void => {
  process.stderr.write(`${literal(line)}\n`);
};

/** A mistake each, with what to do; no stack, and nothing of a library but its message. */
export const toSentences = (error: unknown): readonly string[] => {
  if (error instanceof ConfigError) return error.mistakes;
  const known = sayFault(error);
  if (known !== undefined) return [known];
  return (error instanceof Error ? error.message : String(error)).split("\n");
};

/** Longer than this, whoever waits is told what for. */
const SOON_MS = 2_000;

/** Says `what` once if it takes longer than two seconds. */
export const withProgress = async <T>(what: string, doing: Promise<T>, soonMs = SOON_MS): Promise<T> => {
  const timer = setTimeout(() => say(`${what} …`), soonMs);
  try {
    return await doing;
  } finally {
    clearTimeout(timer);
  }
};

/** For what keeps the event loop, so that no timer could speak: says how far it is, once it takes longer than two seconds. */
export const createProgress = (
  what: string,
  { monotonicMs }: Pick<Clock, "monotonicMs">,
): ((nth: number, of: number) => void) => {
  let next = monotonicMs() + SOON_MS;
  return (nth, of) => {
    if (monotonicMs() < next) return;
    next = monotonicMs() + SOON_MS;
    say(`${what}: ${nth} of ${of} …`);
  };
};

/** One of `npm run`'s: it answers whether all is well, and a mistake is said in sentences. */
export const runScript = async (script: (given: readonly string[]) => Promise<boolean>): Promise<void> => {
  try {
    process.exitCode = (await script(process.argv.slice(2))) ? 0 : 1;
  } catch (error) {
    for (const line of toSentences(error)) complain(line);
    process.exitCode = 1;
  }
};
