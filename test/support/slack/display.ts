import { type Json, listOf } from "./rules.ts";

/** What a client shows of blocks: text without markup. Whatever is live (a mention, say) shows as ⟦…⟧, so that a test sees it. */

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const decode = (text: string): string => text.replaceAll(/&(?:amp|lt|gt);/gu, (entity) => ENTITIES[entity] ?? "");

/** mrkdwn: what stands in < > is live, the rest is decoded once. */
export const showMrkdwn = (text: string): string =>
  text
    .split(/(<[^<>]*>)/u)
    .map((part) => (part.startsWith("<") ? `⟦${part.slice(1, -1)}⟧` : decode(part).replaceAll(/[*_~`]/gu, "")))
    .join("");

/** plain_text knows no markup; entities are decoded, the worst that is known of it; with `emoji` codes become pictures. */
const showText = (text: Json): string => {
  if (text.type === "mrkdwn") return showMrkdwn(String(text.text));
  const shown = decode(String(text.text));
  return text.emoji === false ? shown : shown.replaceAll(/:[a-z0-9_+-]+:/gu, (code) => `⟦${code}⟧`);
};

/** Names of people, as every client of the workspace knows them. */
export const names = new Map<string, string>();

const showRich = (element: Json): string => {
  if (element.type === "text") return String(element.text);
  if (element.type === "link") return String(element.text ?? element.url);
  if (element.type === "date") return String(element.fallback);
  if (element.type === "broadcast") return `⟦@${String(element.range)}⟧`;
  const name = names.get(String(element.user_id));
  return name === undefined ? `⟦${JSON.stringify(element)}⟧` : `@${name}`;
};

const showElement = (element: Json): string => {
  if (element.type === "button") return "";
  return element.type === "mrkdwn" || element.type === "plain_text" ? showText(element) : "";
};

const showBlock = (block: Json): string => {
  if (block.type === "rich_text")
    return listOf(block.elements)
      .map((part) => listOf(part.elements).map(showRich).join(""))
      .join("\n");
  if (block.type === "context") return listOf(block.elements).map(showElement).join(" ");
  if (block.type === "section" || block.type === "header")
    return block.text === undefined ? "" : showText(block.text as Json);
  if (block.type !== "input") return "";
  return [block.label, block.hint].flatMap((part) => (part === undefined ? [] : [showText(part as Json)])).join("\n");
};

export const showBlocks = (blocks: readonly Json[]): string =>
  blocks
    .map(showBlock)
    .filter((shown) => shown !== "")
    .join("\n");

/** Elements that can be pressed or chosen from, with the block they stand in. */
export const elementsOf = (
  blocks: readonly Json[],
  type: string,
): readonly { readonly block: Json; readonly element: Json }[] =>
  blocks
    .filter((block) => block.type === "actions")
    .flatMap((block) =>
      listOf(block.elements).flatMap((element) => (element.type === type ? [{ block, element }] : [])),
    );

export const labelOf = (element: Json): string => showText(element.text as Json);

/** Whether a text block is all bold: what stands so above a field is the field's problem. */
export const isAllBold = (block: Json | undefined): boolean =>
  block?.type === "rich_text" &&
  listOf(block.elements).every((part) =>
    listOf(part.elements).every(({ style }) => (style as Json | undefined)?.bold === true),
  );
