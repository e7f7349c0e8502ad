import { buttons, type Message, mapPresses, message, type Reply } from "../bot/message.ts";
import { type Press, PUBLIC_PRESS_BYTES, press, toOpenPress } from "../bot/press.ts";
import type { Words } from "../words/words.ts";

const toPublicPress = (one: Press): string => {
  const open = toOpenPress(one);
  if (Buffer.byteLength(open) > PUBLIC_PRESS_BYTES) throw new Error(`a public press of ${one.command} is too long`);
  return open;
};

/**
 * What everybody sees: every press is in the open, so it never expires and anyone may use it; and there is a button, for
 * on Discord it carries the marker that the post is found by.
 */
export const toPost = (said: Reply, words: Words): Message => {
  const hasButton = said.blocks.some(({ block }) => block === "buttons");
  const next = hasButton ? undefined : buttons({ label: words.webinar.nextButton, press: press("webinar next") });
  return mapPresses(message(...said.blocks, next), toPublicPress);
};
