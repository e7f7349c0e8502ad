/** Errors by culprit. Anything that is neither of these two is ours: logged with a reference, and the person sees the reference. */

import type { Words } from "../words/words.ts";
import type { Button } from "./message.ts";
import type { Press } from "./press.ts";

type Offer = (words: Words) => readonly (Button<Press> | false)[];

/**
 * Theirs: shown word for word, privately, in their language. `say` picks the sentence once the language is known.
 * With `option` it stands beside that option's field in the form; `offer` is buttons for the way on (the nearest command, say).
 */
export class UserError extends Error {
  readonly say: (words: Words) => string;
  readonly option: string | undefined;
  readonly offer: Offer | undefined;
  /** The command that was refused for want of a right: that goes into the audit. */
  readonly refused: string | undefined;
  /** What a button carried is not there any more: no field can mend it. */
  readonly lost: boolean;
  constructor(
    say: (words: Words) => string,
    at: { option?: string; offer?: Offer; refused?: string; lost?: boolean } = {},
  ) {
    super("a person's mistake");
    this.say = say;
    this.option = at.option;
    this.offer = at.offer;
    this.refused = at.refused;
    this.lost = at.lost === true;
  }
}

/**
 * The platform's. What is known of the request that failed (delivery.md, *What an answer means*):
 * - `wait`: surely not done; again after `retryMs`
 * - `content`: surely not done, and these bytes never will be
 * - `place`: surely not done; the place refuses (gone, no right, archived)
 * - `stop`: surely not done; the whole platform refuses us (token). One of several spaces that does is a `wait`, and news
 * - `ambiguous`: may have been done. Whatever is not known for certain is this.
 */
export type Fault = "wait" | "content" | "place" | "stop" | "ambiguous";

export class PlatformError extends Error {
  readonly fault: Fault;
  /** Milliseconds to wait; only with `wait`. */
  readonly retryMs: number | undefined;
  /** @param cause the platform's code or error word, or the name of the network's failure; never a body or an address. */
  constructor(fault: Fault, cause: string, retryMs?: number) {
    super(`${fault}: ${cause}`);
    this.fault = fault;
    this.cause = cause;
    this.retryMs = retryMs;
  }
}
