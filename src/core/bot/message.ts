import type { Calling } from "../network/calling.ts";
import type { Press } from "./press.ts";
import { lines, type Text, toPlain, type Writing } from "./text.ts";

/**
 * What the bot says, as data. Inside the bot a button carries a `Press` (a call, written out); once the message leaves
 * through the seam it carries a string of at most 90 bytes that platforms carry and never read.
 */
export interface Button<P = string> {
  /** At most 75 characters (Slack's limit; Discord's is 80). */
  readonly label: string;
  readonly press: P;
  readonly style?: "primary" | "danger";
}

/** One of several: what is chosen arrives as `option` of the press. At most 25 (Discord; Slack allows 100). */
export interface Choice<P = string> {
  readonly label: string;
  readonly option: string;
  readonly press: P;
  readonly from: readonly Suggestion[];
}

/** `label` ≤ 75, `value` ≤ 100 characters: the smaller of the platforms' limits. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

export type Block<P = string> =
  | { readonly block: "text"; readonly text: Text }
  /** Small print under the rest. */
  | { readonly block: "note"; readonly text: Text }
  | { readonly block: "divider" }
  | { readonly block: "buttons"; readonly buttons: readonly Button<P>[] }
  | { readonly block: "choice"; readonly choice: Choice<P> };

export interface Message<P = string> {
  readonly kind: "message";
  readonly blocks: readonly Block<P>[];
  /** Whom it calls, in its first line: of an announcement's own post only, put there when it is composed. */
  readonly calls?: Calling;
}

/** What a command answers with. */
export type Reply = Message<Press>;

export const message = <P>(...blocks: readonly (Block<P> | undefined)[]): Message<P> => ({
  kind: "message",
  blocks: blocks.filter((block) => block !== undefined),
});
export const text = (...parts: readonly (Writing | undefined)[]): Block<never> => ({
  block: "text",
  text: lines(...parts),
});
export const note = (...parts: readonly (Writing | undefined)[]): Block<never> => ({
  block: "note",
  text: lines(...parts),
});
export const divider: Block<never> = { block: "divider" };

/** A row of buttons; those that are `undefined` or `false` are left out, and so is a row without any. */
export const buttons = <P>(...given: readonly (Button<P> | undefined | false)[]): Block<P> | undefined => {
  const there = given.filter((button): button is Button<P> => Boolean(button));
  return there.length === 0 ? undefined : { block: "buttons", buttons: there };
};

/** The first text block without markup: notifications, screen readers, logs. Not cut. */
export const toSummary = <P>(said: Message<P>): string => {
  const first = said.blocks.find((block) => block.block === "text");
  return first === undefined ? "" : toPlain(first.text);
};

/** The same message with every press turned into something else. */
export const mapPresses = <P, Q>(said: Message<P>, seal: (press: P) => Q): Message<Q> => ({
  kind: "message",
  blocks: said.blocks.map((block): Block<Q> => {
    if (block.block === "buttons")
      return { block: "buttons", buttons: block.buttons.map((button) => ({ ...button, press: seal(button.press) })) };
    if (block.block === "choice")
      return { block: "choice", choice: { ...block.choice, press: seal(block.choice.press) } };
    return block;
  }),
});

/** Every press of the message, in order. */
export const pressesOf = <P>(said: Message<P>): readonly P[] =>
  said.blocks.flatMap((block) => {
    if (block.block === "buttons") return block.buttons.map((button) => button.press);
    return block.block === "choice" ? [block.choice.press] : [];
  });
