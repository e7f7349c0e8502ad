import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from "discord-api-types/v10";
import { PlatformError } from "../../core/bot/errors.ts";
import type { Block, Button, Choice, Message } from "../../core/bot/message.ts";
import { clean, isVisible } from "../../core/bot/plain.ts";
import { type Bold, type Link, type Mention, type Node, type Text, toPlain } from "../../core/bot/text.ts";
import type { Calling } from "../../core/network/calling.ts";
import { canBeMarked, toButtonId, toChoiceId, toMarkedId } from "./carry.ts";
import { withoutEveryone } from "./everyone.ts";
import { escapeMarkup, label, toLiteral } from "./plain.ts";

/** Message → Components V2, and the only place where text becomes Discord's markdown. */

/** Discord, docs components/reference: over all text displays of a message; nested components count. */
const MESSAGE_TEXT = 4000;
/** Two are kept for the line "…" of a text that had to be cut. */
const ROOM = MESSAGE_TEXT - 2;
const MESSAGE_COMPONENTS = 40;
/** Discord, docs components/reference: buttons in a row; label; select options, their labels and values; placeholder. */
const ROW_BUTTONS = 5;
const BUTTON_LABEL = 80;
export const SELECT_OPTIONS = 25;
export const OPTION_LABEL = 100;
export const OPTION_VALUE = 100;
export const PLACEHOLDER = 150;

/** Only http(s), no account in it, the host as the network sees it; what would end a link or bold text is percent-encoded. */
const toAddress = (url: string): string | undefined => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/u.test(parsed.protocol) || parsed.username !== "" || parsed.password !== "")
    return undefined;
  return parsed.href.replaceAll(/[()*\\<>`|]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
};

/** A label that could pass for an address, or has brackets of its own, stands beside the real address, not over it. */
const mayMislead = (shown: string): boolean => /[[\]\n]|:\/\/|\p{L}\.\p{L}{2,}/u.test(shown);

const toLink = ({ label: given, url }: Link): string => {
  const address = toAddress(url);
  const shown = clean(given).trim();
  if (address === undefined) return escapeMarkup(clean(`${given} (${url})`));
  if (!isVisible(shown) || shown === url || shown === address) return `<${address}>`;
  return mayMislead(shown) ? `${escapeMarkup(shown)} (<${address}>)` : `[${escapeMarkup(shown)}](<${address}>)`;
};

/** Shown under the name it has there; allowed_mentions keeps it from calling anybody. */
const toMention = ({ kind, id, written }: Mention): string => {
  if (!/^\d{1,20}$/u.test(id)) return escapeMarkup(clean(written));
  return kind === "user" ? `<@${id}>` : `<@&${id}>`;
};

/** On a public post a mention would be one. */
const withoutMentions = (text: Text): Text =>
  text.map((node) => {
    if (isBold(node)) return { node: "bold", text: withoutMentions(node.text) };
    return typeof node === "object" && node.node === "mention" ? node.written : node;
  });

const toBold = ({ text }: Bold): string => {
  const inner = text.map((node) => (isBold(node) ? node.text.map(toMarkup).join("") : toMarkup(node))).join("");
  return isVisible(inner) ? `**${inner}**` : inner;
};

const toMarkup = (node: Node): string => {
  if (typeof node === "string") return escapeMarkup(clean(node));
  if (node.node === "bold") return toBold(node);
  if (node.node === "link") return toLink(node);
  if (node.node === "mention") return toMention(node);
  return `<t:${Math.trunc(node.at)}:${node.style === "relative" ? "R" : "F"}>`;
};

const isBold = (node: Node | undefined): node is Bold => typeof node === "object" && node.node === "bold";

/** Neighbours of a kind become one: marks are found across strings, and `**a****b**` is not bold. */
const joined = (text: Text): Text => {
  const together: Node[] = [];
  for (const node of text) {
    const last = together.at(-1);
    if (typeof node === "string" && typeof last === "string") together.splice(-1, 1, last + node);
    else if (isBold(node) && isBold(last))
      together.splice(-1, 1, { node: "bold", text: joined([...last.text, ...node.text]) });
    else together.push(isBold(node) ? { node: "bold", text: joined(node.text) } : node);
  }
  return together;
};

/** One text for each line; bold text that goes over a line end is bold on both. */
const toLines = (text: Text): readonly Text[] => {
  const lines: Node[][] = [[]];
  const add = (pieces: readonly (readonly Node[])[]): void => {
    for (const [n, piece] of pieces.entries()) {
      if (n > 0) lines.push([]);
      lines.at(-1)?.push(...piece);
    }
  };
  for (const node of joined(text)) {
    if (typeof node === "string")
      add(
        clean(node)
          .split("\n")
          .map((line) => [line]),
      );
    else if (node.node === "bold") add(toLines(node.text).map((line) => [{ node: "bold", text: line }]));
    else add([[node]]);
  }
  return lines;
};

interface Line {
  readonly markup: string;
  readonly text: Text;
}

/** Discord's small print is "-# " at the start of a line. */
const linesOf = (block: Block, isPublic: boolean): readonly Line[] => {
  if (block.block !== "text" && block.block !== "note") return [];
  return toLines(isPublic ? withoutMentions(block.text) : block.text).map((text) => {
    const markup = text.map(toMarkup).join("");
    return { text, markup: block.block === "note" && isVisible(markup) ? `-# ${markup}` : markup };
  });
};

/** All lines of a block, or as many as there is room for; `full` when some are missing. */
const fillUp = (lines: readonly Line[], room: number): { readonly content: string; readonly full: boolean } => {
  const whole = lines.map(({ markup }) => markup).join("\n");
  if (whole.length <= room) return { content: whole, full: false };
  let content = "";
  for (const { markup, text } of lines) {
    const next = content === "" ? markup : `${content}\n${markup}`;
    if (next.length > room) {
      // A first line that is longer than a message is cut inside, and loses its markup.
      const head = content === "" && room === ROOM ? toLiteral(toPlain(text), room) : content;
      return { content: `${head}\n…`.trimStart(), full: true };
    }
    content = next;
  }
  return { content, full: true };
};

type Row = APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>;
interface Bag {
  readonly marker: string | undefined;
  readonly parts: APIComponentInContainer[];
  text: number;
  full: boolean;
  components: number;
  interactive: number;
  marked: boolean;
}

const styles = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

const put = (bag: Bag, part: APIComponentInContainer, weight: number): void => {
  if (bag.components + weight > MESSAGE_COMPONENTS) {
    if (bag.marker !== undefined) throw new PlatformError("content", "too many components");
    return;
  }
  bag.parts.push(part);
  bag.components += weight;
};

const idOf = (bag: Bag, press: string): string => {
  const place = bag.interactive++;
  if (bag.marker === undefined || bag.marked || !canBeMarked(press, bag.marker)) return toButtonId(press, place);
  bag.marked = true;
  return toMarkedId(press, bag.marker);
};

const toButton = (bag: Bag, button: Button): APIButtonComponent => ({
  type: ComponentType.Button,
  style: button.style === undefined ? ButtonStyle.Secondary : styles[button.style],
  label: label(button.label, BUTTON_LABEL),
  custom_id: idOf(bag, button.press),
});

const putButtons = (bag: Bag, buttons: readonly Button[]): void => {
  for (let n = 0; n < buttons.length; n += ROW_BUTTONS) {
    const components = buttons.slice(n, n + ROW_BUTTONS).map((button) => toButton(bag, button));
    const row: Row = { type: ComponentType.ActionRow, components };
    put(bag, row, 1 + components.length);
  }
};

const putChoice = (bag: Bag, choice: Choice): void => {
  const { id, write } = toChoiceId(choice, bag.interactive++);
  const options = choice.from
    .map((from) => ({ label: label(from.label, OPTION_LABEL), value: write(from.value) }))
    .filter(
      ({ value }, n, all) =>
        value.length <= OPTION_VALUE && value !== "" && all.findIndex((o) => o.value === value) === n,
    )
    .slice(0, SELECT_OPTIONS);
  if (options.length === 0) return;
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: label(choice.label, PLACEHOLDER),
    options,
  };
  put(bag, { type: ComponentType.ActionRow, components: [select] }, 2);
};

const putText = (bag: Bag, block: Block): void => {
  if (bag.full) return;
  const { content, full } = fillUp(linesOf(block, bag.marker !== undefined), ROOM - bag.text);
  if (full && bag.marker !== undefined) throw new PlatformError("content", "too long");
  bag.full = full;
  if (!isVisible(content) && content !== "…") return;
  bag.text += content.length;
  put(bag, { type: ComponentType.TextDisplay, content }, 1);
};

const putBlock = (bag: Bag, block: Block): void => {
  if (block.block === "divider") put(bag, { type: ComponentType.Separator }, 1);
  else if (block.block === "buttons") putButtons(bag, block.buttons);
  else if (block.block === "choice") putChoice(bag, block.choice);
  else putText(bag, block);
};

const toComponents = (message: Message, marker?: string, call?: string): readonly APIMessageTopLevelComponent[] => {
  // The container itself is one of the forty.
  const bag: Bag = { marker, parts: [], text: 0, full: false, components: 1, interactive: 0, marked: false };
  if (call !== undefined) {
    bag.text += call.length;
    put(bag, { type: ComponentType.TextDisplay, content: call }, 1);
  }
  for (const block of message.blocks) putBlock(bag, block);
  if (marker !== undefined && !bag.marked) throw new PlatformError("content", "no button for the marker");
  if (bag.parts.length === 0) bag.parts.push({ type: ComponentType.TextDisplay, content: "…" });
  return [{ type: ComponentType.Container, components: bag.parts }];
};

export interface Body {
  readonly flags: number;
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly allowed_mentions: AllowedMentions;
}

/** Discord, docs resources/message#allowed-mentions-object: without `parse` nothing is read from the text but what is listed. */
interface AllowedMentions {
  readonly parse: readonly "everyone"[];
  readonly roles?: readonly string[];
}
const NOBODY: AllowedMentions = { parse: [] };

/** The one live mention of a post, and that it alone is let through. "everyone" stands for @here, too. */
const toCall = (calling: Calling): { readonly line: string; readonly allowed: AllowedMentions } => {
  if (calling.who !== "group") return { line: `@${calling.who}`, allowed: { parse: ["everyone"] } };
  if (!/^\d{1,20}$/u.test(calling.id)) throw new PlatformError("content", "no role");
  return { line: `<@&${calling.id}>`, allowed: { parse: [], roles: [calling.id] } };
};

/** A private answer: whatever comes, it fits; what is too long ends in "…". */
export const toPrivate = (message: Message): Body => ({
  flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
  components: toComponents(message),
  allowed_mentions: NOBODY,
});

/** The same for a message that is there already: who sees it cannot be changed, so only the kind may be said. */
export const toReplacement = (message: Message): Body => ({
  ...toPrivate(message),
  flags: MessageFlags.IsComponentsV2,
});

/** A public post with its marker. Throws PlatformError `content` when it does not fit. */
export const toPublicBody = (message: Message, marker: string): Body => {
  const call = message.calls && toCall(message.calls);
  const safe = call?.allowed.parse.length ? withoutEveryone(message) : message;
  return {
    flags: MessageFlags.IsComponentsV2,
    components: toComponents(safe, marker, call?.line),
    allowed_mentions: call?.allowed ?? NOBODY,
  };
};

/** What takes a public post's place: whoever it called when it was posted, an edit calls nobody. */
export const toPublicReplacement = (message: Message, marker: string): Body => ({
  ...toPublicBody(message, marker),
  allowed_mentions: NOBODY,
});
