import { nearest } from "../words/nearest.ts";
import type { Options } from "./call.ts";
import type { Entry } from "./entry.ts";

/**
 * The grammar of a command as one line of text (Slack, the browser): `/announce schedule when:+2d where:slack text:"…"`.
 * It forgives phones: any case, curly quotes (also one of each), full-width letters, digits, colon and space. A value
 * without quotes runs to the next option.
 */

/** What opens a quotation → what may close it: phones turn the two ends of one as they like. */
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"”“',
  "“": '”"“',
  "”": '”"',
  "„": '“”"',
  "‘": "’",
  "«": "»",
  "「": "」",
  "『": "』",
  "＂": '＂"',
};
/** Where a quotation that `close` may end ends, at or after `from`; -1 when it does not. */
const closing = (text: string, close: string, from: number): number => {
  const ends = [...close].map((mark) => text.indexOf(mark, from)).filter((at) => at !== -1);
  return ends.length === 0 ? -1 : Math.min(...ends);
};
/** "key:" at the start of a word, but not the scheme of an address. */
const KEY = /(?<=^|\s)([\p{L}][\p{L}\p{N}-]*)[:：](?!\/\/)/gu;

interface Part {
  readonly key: string;
  readonly from: number;
  readonly value: number;
}

/** The longest run of leading words that names a command; else the words that come nearest to being one. */
const splitCommand = (
  menu: readonly Entry[],
  line: string,
): { command: string; entry: Entry | undefined; rest: string } => {
  const words = [...line.matchAll(/\S+/gu)].map((match) => ({
    word: match[0].normalize("NFKC").toLowerCase(),
    end: match.index + match[0].length,
  }));
  for (let count = Math.min(3, words.length); count > 0; count--) {
    const name = words
      .slice(0, count)
      .map(({ word }) => word)
      .join(" ");
    const entry = menu.find((candidate) => candidate.name === name);
    if (entry !== undefined) return { command: name, entry, rest: line.slice(words[count - 1]?.end) };
  }
  return {
    command: words
      .slice(0, 2)
      .map(({ word }) => word)
      .join(" "),
    entry: undefined,
    rest: line.slice(words[Math.min(words.length, 2) - 1]?.end),
  };
};

/** Where options begin. A word with a colon that is no option, and not nearly one, is part of the text around it. */
const findParts = (names: readonly string[], rest: string): readonly Part[] => {
  const parts: Part[] = [];
  let closed = 0;
  for (const match of rest.matchAll(KEY)) {
    const key = (match[1] ?? "").normalize("NFKC").toLowerCase();
    if (match.index < closed || (!names.includes(key) && nearest(key, names, 1) === undefined)) continue;
    const value = match.index + match[0].length;
    const after = rest.slice(value).match(/^\s*(\S)/u);
    const close = QUOTES[after?.[1] ?? ""];
    const end = close === undefined ? -1 : closing(rest, close, value + (after?.[0].length ?? 0));
    if (end !== -1) closed = end + 1;
    parts.push({ key, from: match.index, value });
  }
  return parts;
};

const unquote = (raw: string): string => {
  const value = raw.trim();
  const close = QUOTES[value[0] ?? ""];
  return close !== undefined && value.length > 1 && close.includes(value.at(-1) ?? "") ? value.slice(1, -1) : value;
};

/**
 * Never throws: what cannot be understood stays in the result for the bot to answer. "" is words that no option takes; for
 * a command that is not there, all that was typed behind its name.
 */
export const parseLine = (menu: readonly Entry[], line: string): { command: string; options: Options } => {
  const given = line
    .replaceAll("\u3000", " ")
    .trim()
    .replace(/^[/／]\s*/u, "");
  const { command, entry, rest } = splitCommand(menu, given);
  if (entry === undefined) return { command, options: rest.trim() === "" ? {} : { "": rest.trim() } };
  const names = entry.options.map(({ name }) => name);
  const parts = findParts(names, rest);
  const options = parts.map(({ key, value }, n): [string, string] => [
    key,
    unquote(rest.slice(value, parts[n + 1]?.from)),
  ]);
  const bare = unquote(rest.slice(0, parts[0]?.from));
  return { command, options: Object.fromEntries(bare === "" ? options : [[names[0] ?? "", bare], ...options]) };
};
