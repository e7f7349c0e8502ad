import { type Json, listOf } from "./rules.ts";
import type { Workspace } from "./state.ts";

/**
 * Whom a message would really call (docs.slack.dev/messaging/formatting-message-text): elements of rich_text, whatever
 * stands in < > of mrkdwn, the top-level text included, and with link_names or parse every @name.
 */

const ofMrkdwn = (text: unknown): readonly string[] =>
  [
    ...String(text ?? "").matchAll(/<(!(?:channel|here|everyone|subteam\^[A-Z0-9]+)|@[UW][A-Z0-9]+)(?:\|[^>]*)?>/gu),
  ].map(([, mark = ""]) => mark);

const ofElement = (element: Json): readonly string[] => {
  if (element.type === "broadcast") return [`!${String(element.range)}`];
  if (element.type === "usergroup") return [`!subteam^${String(element.usergroup_id)}`];
  if (element.type === "user") return [`@${String(element.user_id)}`];
  if (element.type === "mrkdwn") return ofMrkdwn(element.text);
  return [...listOf(element.elements), ...listOf(element.fields)].flatMap(ofElement);
};

const ofBlock = (block: Json): readonly string[] => [
  ...ofElement(block),
  ...(block.text === undefined ? [] : ofElement(block.text as Json)),
];

/** "!channel", "!here", "!subteam^S1", "@U1": those that exist. */
export const pingsOf = ({ users, groups }: Workspace, args: Json): readonly string[] => {
  const found = [...listOf(args.blocks).flatMap(ofBlock), ...ofMrkdwn(args.text)];
  const linked = args.link_names || args.parse === "full" ? [...String(args.text ?? "").matchAll(/@\w+/gu)].flat() : [];
  const isThere = (mark: string): boolean => {
    const group = /^!subteam\^(.+)$/u.exec(mark)?.[1];
    if (group !== undefined) return groups.has(group);
    return mark.startsWith("!") || users.has(mark.slice(1));
  };
  return [...new Set([...found.filter(isThere), ...linked])];
};
