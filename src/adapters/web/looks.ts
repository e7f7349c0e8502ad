import { PlatformError } from "../../core/bot/errors.ts";
import type { Message } from "../../core/bot/message.ts";
import type { Guise } from "./board.ts";

/** What a platform's own renderer makes of a message: for everybody with its marker, without one for the asker alone. */
export type Look = (message: Message, marker: string | undefined) => object;
export type Looks = Readonly<Record<Guise, Look>>;

/** `refused`: the platform would not take it. */
export type Payload = { readonly json: object } | { readonly refused: true };

const take = (look: Look, ...given: Parameters<Look>): Payload => {
  try {
    return { json: look(...given) };
  } catch (error) {
    if (error instanceof PlatformError) return { refused: true };
    throw error;
  }
};

/** The message as each platform would get it. */
export const payloadsOf = (looks: Looks, message: Message, marker?: string): Readonly<Record<Guise, Payload>> => ({
  discord: take(looks.discord, message, marker),
  slack: take(looks.slack, message, marker),
});
