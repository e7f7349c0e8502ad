import type { types } from "@slack/bolt";
import { PlatformError } from "../../core/bot/errors.ts";
import { type Block, type Button, type Choice, type Message, toSummary } from "../../core/bot/message.ts";
import { clean, cut, headOf } from "../../core/bot/plain.ts";
import { type Mention, type Text, toPlain } from "../../core/bot/text.ts";
import type { Calling } from "../../core/network/calling.ts";
import { escapeMarkup, isVisible, label, plain } from "./plain.ts";

/**
 * Message → Block Kit. Text becomes `rich_text`, where a string is a string: mrkdwn has no escape for * _ ~ ` > and :emoji:,
 * rich_text interprets none of them, nor mentions, nor links (measured by others: slackcli#68, hermes-agent#113761), and
 * has styles, links and dates as elements of their own. Small print is `context` with plain_text, literal as well; only a
 * note with a link or a time in it is rich_text at full size. No mrkdwn leaves but the top-level `text`, escaped.
 */

type Piece =
  | types.RichTextText
  | types.RichTextLink
  | types.RichTextDate
  | types.RichTextUserMention
  | types.RichTextUsergroupMention;
/** Who reads it: a mention in a post would notify, to one person it is only a name. */
type Readers = "one" | "all";
type Textual = { readonly lines: readonly Line[]; readonly small: boolean };
interface Line {
  readonly pieces: readonly Piece[];
  /** It goes on in the same line: the one before was too long for a block. */
  readonly continued: boolean;
}

/** Slack documents 3,000 for section text and none for rich_text; the smaller number costs nothing. */
const BLOCK_TEXT = 3000;
/** Slack documents no limit for text in context; 2,000 is that of a section's field. */
const NOTE_TEXT = 2000;
/** bolt-js#2867: 9,597 accepted, 11,341 refused; the overhead of a block counts, too (#2509), hence the bytes of the JSON. */
const MESSAGE_BYTES = 10_000;
/** Slack: 50 blocks a message, docs reference/block-kit/blocks. */
const MESSAGE_BLOCKS = 50;
/** Slack: 25 elements in an actions block, docs reference/block-kit/blocks/actions-block. */
const ROW = 25;
/** More of one string than any message holds, controls and all; the rest is not even looked at. */
const STRING = 10 * MESSAGE_BYTES;
/** What a block, its element and their commas weigh without the text. */
const BLOCK_BYTES = 90;

const style = (bold: boolean): { style?: { bold: true } } => (bold ? { style: { bold: true } } : {});

/** Only http(s), without a user name that could pass for the host, and the host as the network sees it (punycode): new URL() writes it so. Slack: 3,000 characters an url. */
const toAddress = (url: string): string | undefined => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const isPlain = parsed?.username === "" && parsed.password === "";
  return parsed !== undefined && isPlain && /^https?:$/u.test(parsed.protocol) && parsed.href.length <= BLOCK_TEXT
    ? parsed.href
    : undefined;
};

/** "label (https://…)": the real address is always in view, whatever the label claims. */
const linkPieces = (shown: string, url: string, bold: boolean): readonly Piece[] => {
  const address = toAddress(url);
  if (address === undefined) return [{ type: "text", text: clean(`${shown} (${url})`), ...style(bold) }];
  const name = clean(shown).trim();
  if (name === "" || name === address || name === url)
    return [{ type: "link", url: address, text: address, ...style(bold) }];
  return [
    { type: "link", url: address, text: name, ...style(bold) },
    { type: "text", text: ` (${address})`, ...style(bold) },
  ];
};

/**
 * Slack shows the instant in each reader's zone and language; "at" between date and time only suits a text in Latin
 * script. Relative time is written out: what {ago} shows for the future is not documented.
 */
const timePiece = (node: { at: number; style: "full" | "relative"; written: string }, bold: boolean): Piece => {
  const written = clean(node.written);
  if (node.style === "relative") return { type: "text", text: written, ...style(bold) };
  const format = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]/u.test(written)
    ? "{date_long} {time}"
    : "{date_long} at {time}";
  return { type: "date", timestamp: Math.floor(node.at), format, fallback: written, ...style(bold) };
};

const mentionPiece = (
  { kind, id, written }: Mention,
  { bold, readers }: { bold: boolean; readers: Readers },
): Piece => {
  if (readers === "one" && kind === "user" && /^[UW][A-Z0-9]+$/u.test(id))
    return { type: "user", user_id: id, ...style(bold) };
  if (readers === "one" && kind === "group" && /^S[A-Z0-9]+$/u.test(id))
    return { type: "usergroup", usergroup_id: id, ...style(bold) };
  return { type: "text", text: clean(written), ...style(bold) };
};

const toPieces = (text: Text, { bold, readers }: { bold: boolean; readers: Readers }): readonly Piece[] =>
  text.flatMap((node): readonly Piece[] => {
    if (typeof node === "string") return [{ type: "text", text: clean(node.slice(0, STRING)), ...style(bold) }];
    if (node.node === "bold") return toPieces(node.text, { bold: true, readers });
    if (node.node === "mention") return [mentionPiece(node, { bold, readers })];
    return node.node === "link" ? linkPieces(node.label, node.url, bold) : [timePiece(node, bold)];
  });

/** A string longer than a block, in parts. */
const splitLong = (text: string, limit: number): readonly string[] => {
  const parts: string[] = [];
  for (let rest = text; rest !== ""; rest = rest.slice(parts.at(-1)?.length)) parts.push(headOf(rest, limit));
  return parts;
};

/** Slack writes a mention as the name, which is 80 characters at most (docs: display names). */
const sizeOf = (piece: Piece): number => {
  if (piece.type === "date") return (piece.fallback ?? "").length;
  return piece.type === "text" || piece.type === "link" ? (piece.text ?? "").length : 80;
};
const lengthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + sizeOf(piece), 0);

/** Lines of at most `limit` characters each. */
const toLines = (text: Text, { limit, readers }: { limit: number; readers: Readers }): readonly Line[] => {
  const lines: { pieces: Piece[]; continued: boolean }[] = [{ pieces: [], continued: false }];
  const add = (piece: Piece): void => {
    const last = lines.at(-1);
    if (last !== undefined && (last.pieces.length === 0 || lengthOf([...last.pieces, piece]) <= limit))
      last.pieces.push(piece);
    else lines.push({ pieces: [piece], continued: true });
  };
  for (const piece of toPieces(text, { bold: false, readers })) {
    if (piece.type !== "text") {
      add(piece);
      continue;
    }
    for (const [n, line] of piece.text.split("\n").entries()) {
      if (n > 0) lines.push({ pieces: [], continued: false });
      for (const part of splitLong(line, limit)) add({ ...piece, text: part });
    }
  }
  return lines;
};

/** Neighbours of the same style as one element, line ends included. */
const joinLines = (lines: readonly Line[]): Piece[] => {
  const joined: Piece[] = [];
  const add = (piece: Piece): void => {
    const last = joined.at(-1);
    if (last?.type === "text" && piece.type === "text" && last.style?.bold === piece.style?.bold) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    } else if (piece.type !== "text" || piece.text !== "") joined.push(piece);
  };
  for (const [n, line] of lines.entries()) {
    if (n > 0 && !line.continued) add({ type: "text", text: "\n" });
    line.pieces.forEach(add);
  }
  return joined;
};

const toTextBlock = (lines: readonly Line[], small: boolean): types.KnownBlock | undefined => {
  const pieces = joinLines(lines);
  if (pieces.every((piece) => piece.type === "text")) {
    const words = pieces.map((piece) => piece.text).join("");
    if (!isVisible(words)) return undefined;
    if (small) return { type: "context", elements: [plain(words, NOTE_TEXT)] };
  }
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: pieces }] };
};

/** As few blocks as hold the lines. */
const toTextBlocks = ({ lines, small }: Textual): readonly types.KnownBlock[] => {
  const limit = small ? NOTE_TEXT : BLOCK_TEXT;
  const groups: Line[][] = [];
  let size = 0;
  for (const line of lines) {
    const length = lengthOf(line.pieces) + 1;
    const last = groups.at(-1);
    if (last === undefined || size + length > limit + 1) {
      groups.push([line]);
      size = length;
    } else {
      last.push(line);
      size += length;
    }
  }
  return groups.map((group) => toTextBlock(group, small)).filter((block) => block !== undefined);
};

/** Text in rich_text blocks, for the parts of a form that are not fields. */
export const renderText = (text: Text): readonly types.KnownBlock[] =>
  toTextBlocks({ lines: toLines(text, { limit: BLOCK_TEXT, readers: "one" }), small: false });

/** Slack: label 75, value 2,000 characters; action_id 255, unique in the message (docs button-element). */
const toButton = (button: Button, id: string): types.Button => ({
  type: "button",
  action_id: `press:${id}`,
  text: label(button.label, 75),
  value: button.press,
  ...(button.style && { style: button.style }),
});

const toButtonRows = (buttons: readonly Button[], n: number): readonly types.KnownBlock[] =>
  Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, row) => ({
    type: "actions" as const,
    elements: buttons.slice(row * ROW, (row + 1) * ROW).map((button, at) => toButton(button, `${n}:${row}:${at}`)),
  }));

/** Options of a select. Slack: 100 of them, text 75, value 150, none twice (docs option-object). */
export const toOptions = (from: Choice["from"]): types.PlainTextOption[] =>
  from
    .filter(({ value }, n) => value !== "" && from.findIndex((other) => other.value === value) === n)
    .slice(0, 100)
    .map(({ label: shown, value }) => ({ text: label(shown, 75), value }));

/** What is chosen comes back with the block_id (Slack: 255), so that is where option and press are written. */
const toSelect = (choice: Choice, n: number): readonly types.KnownBlock[] => {
  const options = toOptions(choice.from);
  if (options.length === 0) return [];
  const select: types.StaticSelect = {
    type: "static_select",
    action_id: `choose:${n}`,
    placeholder: label(choice.label, 150),
    options,
  };
  return [{ type: "actions", block_id: `choice:${n}:${choice.option}:${choice.press}`, elements: [select] }];
};

const toBlock = (block: Block, n: number, readers: Readers): Textual | readonly types.KnownBlock[] => {
  if (block.block === "text") return { lines: toLines(block.text, { limit: BLOCK_TEXT, readers }), small: false };
  if (block.block === "note") return { lines: toLines(block.text, { limit: NOTE_TEXT, readers }), small: true };
  if (block.block === "divider") return [{ type: "divider" }];
  return block.block === "buttons" ? toButtonRows(block.buttons, n) : toSelect(block.choice, n);
};

const isTextual = (part: Textual | readonly types.KnownBlock[]): part is Textual => !Array.isArray(part);
const bytesOf = (part: unknown): number => Buffer.byteLength(JSON.stringify(part));

/** Lets go of the lines that do not fit any more, all of them from the first one on; what can be pressed stays. */
const shorten = (parts: readonly (Textual | readonly types.KnownBlock[])[]): typeof parts => {
  // Each part is a block, and long ones are a few more: at most bytes / BLOCK_TEXT of them.
  let left =
    MESSAGE_BYTES - 4 * BLOCK_BYTES - parts.reduce((sum, part) => sum + (isTextual(part) ? 0 : bytesOf(part)), 0);
  let full = false;
  return parts.map((part) => {
    if (!isTextual(part)) return part;
    const kept: Line[] = [];
    left -= BLOCK_BYTES;
    for (const line of full ? [] : part.lines) {
      left -= bytesOf(line.pieces);
      if (left < 0) {
        full = true;
        kept.push({ pieces: [{ type: "text", text: "…" }], continued: false });
        break;
      }
      kept.push(line);
    }
    return { ...part, lines: kept };
  });
};

const assemble = (parts: readonly (Textual | readonly types.KnownBlock[])[]): types.KnownBlock[] =>
  parts.flatMap((part) => (isTextual(part) ? toTextBlocks(part) : part));

/** What is said to one person. Too much for Slack is cut at a line end with "…". */
export const renderPrivate = (message: Message): types.KnownBlock[] => {
  const parts = message.blocks.map((block, n) => toBlock(block, n, "one"));
  const all = assemble(parts);
  const fitting = bytesOf(all) <= MESSAGE_BYTES ? all : assemble(shorten(parts));
  const blocks = fitting.slice(0, MESSAGE_BLOCKS);
  return blocks.length > 0 ? blocks : [...renderText(["…"])];
};

const isHuge = (message: Message): boolean =>
  message.blocks.some(
    (block) => (block.block === "text" || block.block === "note") && toPlain(block.text).length > STRING,
  );

/** The one live mention of a post, in its first line: an element of its own, which no string can become. */
const callBlock = (calling: Calling): types.KnownBlock => {
  const toElement = (): types.RichTextBroadcastMention | types.RichTextUsergroupMention => {
    if (calling.who !== "group")
      return { type: "broadcast", range: calling.who === "everyone" ? "channel" : calling.who };
    if (!/^S[A-Z0-9]+$/u.test(calling.id)) throw new PlatformError("content", "no user group");
    return { type: "usergroup", usergroup_id: calling.id };
  };
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [toElement()] }] };
};

/** What is said to everybody: as it is or not at all. Throws PlatformError `content`. */
export const renderPublic = (message: Message): types.KnownBlock[] => {
  if (isHuge(message)) throw new PlatformError("content", "too long");
  const call = message.calls === undefined ? [] : [callBlock(message.calls)];
  const blocks = [...call, ...assemble(message.blocks.map((block, n) => toBlock(block, n, "all")))];
  if (blocks.length === 0) throw new PlatformError("content", "no text");
  if (blocks.length > MESSAGE_BLOCKS || bytesOf(blocks) > MESSAGE_BYTES) throw new PlatformError("content", "too long");
  return blocks;
};

/** The top-level text beside blocks: notifications and screen readers read it. Slack recommends ≤ 4,000; cut before escaping. */
export const renderSummary = (message: Message): { text?: string } => {
  const summary = cut(clean(toSummary(message)), BLOCK_TEXT);
  return isVisible(summary) ? { text: escapeMarkup(summary) } : {};
};
