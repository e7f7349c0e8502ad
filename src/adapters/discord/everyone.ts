import type { Message } from "../../core/bot/message.ts";
import type { Node, Text } from "../../core/bot/text.ts";

/** A word joiner (no width, no break) after each "@": the letters stay as they were written. */
const broken = (text: string): string => text.replaceAll("@", "@\u2060");

const breakNode = (node: Node): Node => {
  if (typeof node === "string") return broken(node);
  if (node.node === "bold") return { ...node, text: breakText(node.text) };
  // In an address %40 means the same.
  if (node.node === "link") return { ...node, label: broken(node.label), url: node.url.replaceAll("@", "%40") };
  return { ...node, written: broken(node.written) };
};
const breakText = (text: Text): Text => text.map(breakNode);

/**
 * A message in which no string is @everyone or @here, for the one kind of post that lets these through. That a backslash
 * keeps Discord's servers from reading one as a mention is documented nowhere.
 */
export const withoutEveryone = (message: Message): Message => ({
  ...message,
  blocks: message.blocks.map((block) =>
    block.block === "text" || block.block === "note" ? { ...block, text: breakText(block.text) } : block,
  ),
});
