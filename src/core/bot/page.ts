import type { Words } from "../words/words.ts";
import { type Block, buttons, type Message, message, type Reply } from "./message.ts";
import { headOf } from "./plain.ts";
import type { Press } from "./press.ts";
import type { Bold, Node, Text } from "./text.ts";

/**
 * A long answer in pages that every platform takes whole. The bot makes them, not a platform, so that a page is the same
 * everywhere and can be shared; and from the answer as it is at that moment, so nothing is kept for the next page: its
 * press is the command again, with a page. Each figure here is a bound from above of what the platforms count.
 */

interface Weight {
  /** Of Discord's markdown: 4,000 over all texts of a message (docs components/reference), with room for who shared it. */
  readonly chars: number;
  /** Of Slack's JSON: 10,000 are accepted (bolt-js#2867, #2509), with room as well. */
  readonly bytes: number;
  /** Discord counts 40 in all, nested ones too; Slack 50 blocks. One is the container, two are the line of who shared it. */
  readonly components: number;
}
const WHOLE: Weight = { chars: 3700, bytes: 9000, components: 37 };
const NOTHING: Weight = { chars: 0, bytes: 0, components: 0 };
/** *More* and *Back* in a row of their own, with the keys they carry. */
const PAGER: Weight = { chars: 0, bytes: 700, components: 3 };

const sum = (...weights: readonly Weight[]): Weight =>
  weights.reduce(
    (a, b) => ({
      chars: a.chars + b.chars,
      bytes: a.bytes + b.bytes,
      components: a.components + b.components,
    }),
    NOTHING,
  );
const minus = (a: Weight, b: Weight): Weight => ({
  chars: a.chars - b.chars,
  bytes: a.bytes - b.bytes,
  components: a.components - b.components,
});
const fits = (weight: Weight, room: Weight): boolean =>
  weight.chars <= room.chars && weight.bytes <= room.bytes && weight.components <= room.components;

const jsonBytes = (text: string): number => Buffer.byteLength(JSON.stringify(text));
/** Discord needs a backslash before a mark, and an address is percent-encoded, three characters for one. */
const markupLength = (text: string): number => text.length + (text.match(/[!-/:-@[-`{-~]/gu)?.length ?? 0);
/** An element of Slack's rich_text around its text, with style. */
const ELEMENT_BYTES = 80;
/** A block of Slack's around its elements. */
const BLOCK_BYTES = 120;

const weighNode = (node: Node): Weight => {
  if (typeof node === "string")
    return { chars: markupLength(node), bytes: ELEMENT_BYTES + jsonBytes(node), components: 0 };
  if (node.node === "bold") return sum(weighText(node.text), { chars: 4, bytes: 0, components: 0 });
  if (node.node === "link")
    return {
      chars: markupLength(node.label) + 3 * node.url.length + 8,
      bytes: 2 * ELEMENT_BYTES + jsonBytes(node.label) + 6 * jsonBytes(node.url),
      components: 0,
    };
  return { chars: 2 * node.written.length + 30, bytes: 2 * ELEMENT_BYTES + jsonBytes(node.written), components: 0 };
};
const weighText = (text: Text): Weight => sum(...text.map(weighNode));

/** A press in the open or the key of a draft. */
const PRESS_BYTES = 90;
const ROW = 5;
const weighBlock = (block: Block<Press>): Weight => {
  if (block.block === "buttons") {
    const bytes = block.buttons.reduce(
      (all, { label }) => all + ELEMENT_BYTES + jsonBytes(label) + PRESS_BYTES + 60,
      0,
    );
    const components = block.buttons.length + Math.ceil(block.buttons.length / ROW);
    return { chars: 0, bytes: BLOCK_BYTES + bytes, components };
  }
  if (block.block === "choice") {
    const { label, from } = block.choice;
    const options = from.reduce((all, one) => all + ELEMENT_BYTES + jsonBytes(one.label) + jsonBytes(one.value), 0);
    return { chars: 0, bytes: 2 * BLOCK_BYTES + PRESS_BYTES + jsonBytes(label) + options, components: 2 };
  }
  if (block.block === "divider") return { chars: 0, bytes: BLOCK_BYTES, components: 1 };
  const lines = linesOf(block.text);
  return sum(TEXT_BLOCK, ...lines.map(weighLine));
};
const TEXT_BLOCK: Weight = { chars: 0, bytes: BLOCK_BYTES, components: 1 };
/** With its end, and "-# " where it is small print. */
const weighLine = (line: Text): Weight => sum(weighText(line), { chars: 4, bytes: 4, components: 0 });

/** Part of a text, of one line at most, with the buttons that follow it: nothing in it is torn apart. */
interface Piece {
  readonly kind: "text" | "note" | undefined;
  /** The number of the block that it comes from. */
  readonly of: number;
  readonly line: Text;
  /** It goes on in the line of the piece before. */
  readonly continued: boolean;
  readonly after: readonly Block<Press>[];
}

const isBold = (node: Node): node is Bold => typeof node === "object" && node.node === "bold";

/** One text for each line; bold text that goes over a line's end is bold on both. */
const linesOf = (text: Text): readonly Text[] => {
  const lines: Node[][] = [[]];
  for (const node of text) {
    const parts: readonly (readonly Node[])[] =
      typeof node === "string"
        ? node.split(/\r\n?|[\n\u2028\u2029]/u).map((part) => [part])
        : isBold(node)
          ? linesOf(node.text).map((part) => [{ node: "bold", text: part } as const])
          : [[node]];
    for (const [n, part] of parts.entries()) {
      if (n > 0) lines.push([]);
      lines.at(-1)?.push(...part);
    }
  }
  return lines;
};

/** A line that is longer than a page goes on in the next one. */
const RUN = 800;
const runsOf = (line: Text): readonly Text[] =>
  line.flatMap((node): readonly Text[] => {
    if (isBold(node)) return runsOf(node.text).map((text) => [{ node: "bold", text }]);
    if (typeof node !== "string" || node.length <= RUN) return [[node]];
    const runs: Text[] = [];
    for (let rest = node; rest !== ""; ) {
      const run = headOf(rest, RUN);
      runs.push([run]);
      rest = rest.slice(run.length);
    }
    return runs;
  });

const toPieces = (blocks: readonly Block<Press>[], room: Weight): readonly Piece[] => {
  const pieces: Piece[] = [];
  for (const [of, block] of blocks.entries()) {
    if (block.block === "text" || block.block === "note") {
      for (const line of linesOf(block.text)) {
        const runs = fits(sum(weighLine(line), TEXT_BLOCK), room) ? [line] : runsOf(line);
        pieces.push(...runs.map((run, n) => ({ kind: block.block, of, line: run, continued: n > 0, after: [] })));
      }
      continue;
    }
    const last = pieces.at(-1);
    if (last === undefined) pieces.push({ kind: undefined, of, line: [], continued: false, after: [block] });
    else pieces[pieces.length - 1] = { ...last, after: [...last.after, block] };
  }
  return pieces;
};

const toPages = (pieces: readonly Piece[], room: Weight): readonly (readonly Piece[])[] => {
  const pages: Piece[][] = [];
  let used = room;
  for (const piece of pieces) {
    const page = pages.at(-1);
    const own = sum(weighLine(piece.line), ...piece.after.map(weighBlock));
    const here = sum(used, own, page?.at(-1)?.of === piece.of ? NOTHING : TEXT_BLOCK);
    if (page !== undefined && fits(here, room)) {
      page.push(piece);
      used = here;
    } else {
      pages.push([piece]);
      used = sum(own, TEXT_BLOCK);
    }
  }
  return pages;
};

const toBlocks = (page: readonly Piece[]): readonly Block<Press>[] =>
  [...Map.groupBy(page, ({ of }) => of).values()].flatMap((same) => {
    const [first] = same;
    const text = same.flatMap(({ line, continued }, n) => (n === 0 || continued ? line : ["\n", ...line]));
    const said: readonly Block<Press>[] = first?.kind === undefined ? [] : [{ block: first.kind, text }];
    return [...said, ...same.flatMap(({ after }) => after)];
  });

/** What can be pressed under an answer stands under each of its pages: the last row, and a choice above it. */
const tailOf = (blocks: readonly Block<Press>[]): readonly Block<Press>[] => {
  const isButtons = blocks.at(-1)?.block === "buttons";
  const isChoice = blocks.at(isButtons ? -2 : -1)?.block === "choice";
  const tail = blocks.slice(blocks.length - Number(isButtons) - Number(isChoice));
  const half = { chars: 0, bytes: WHOLE.bytes / 2, components: WHOLE.components / 2 };
  return fits(sum(...tail.map(weighBlock)), half) ? tail : [];
};

/** Whether an answer will be one page, with room for two more buttons: for what turns its own pages by what it reads. */
export const isOnePage = ({ blocks }: Reply): boolean => fits(sum(...blocks.map(weighBlock)), minus(WHOLE, PAGER));

/** @param said the command and its options, and which page of its answer is asked for; one past the end is the last. */
export const toPage = (
  reply: Reply,
  { said, words }: { readonly said: Press; readonly words: Words },
): Message<Press> => {
  const { blocks } = reply;
  if (fits(sum(...blocks.map(weighBlock)), WHOLE)) return reply;
  const tail = tailOf(blocks);
  const room = minus(WHOLE, sum(PAGER, ...tail.map(weighBlock)));
  const pages = toPages(toPieces(blocks.slice(0, blocks.length - tail.length), room), room);
  const at = Math.min(said.page ?? 0, pages.length - 1);
  const { command, options } = said;
  const turn = (page: number): Press => ({ command, options, ...(page > 0 && { page }) });
  return message(
    ...toBlocks(pages[at] ?? []),
    ...tail,
    buttons(
      at > 0 && { label: words.bot.back, press: turn(at - 1) },
      at < pages.length - 1 && { label: words.bot.more, press: turn(at + 1) },
    ),
  );
};
