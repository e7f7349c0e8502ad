/**
 * Discord's markdown as its clients read it, to see what a person sees and which marks are alive. The expressions are those
 * of the rules that Discord's own client uses (simple-markdown), tried at every character: stricter than the client, which
 * skips over letters.
 */

export interface Read {
  /** What is shown, marks taken away; links as `label (address)`, times in UTC. */
  readonly plain: string;
  /** Marks that took effect, in order: "bold", "link https://…", "mention @everyone", "heading" … */
  readonly live: readonly string[];
}

interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly atLineStart?: boolean;
  /** What is read further inside. */
  readonly inner?: (match: RegExpExecArray) => string | undefined;
  readonly show?: (match: RegExpExecArray, inner: string) => string;
}

const written = (seconds: string): string =>
  `${new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;

const RULES: readonly Rule[] = [
  { name: "small", atLineStart: true, pattern: /^-# +(?=\S)/u, show: () => "" },
  { name: "heading", atLineStart: true, pattern: /^ *#{1,3} +(?=\S)/u, show: () => "" },
  { name: "quote", atLineStart: true, pattern: /^ *>(?:>>)? /u, show: () => "" },
  { name: "list", atLineStart: true, pattern: /^[^\S\n]*(?:[*+-]|\d+\.) +(?=\S)/u, show: () => "" },
  { name: "code", pattern: /^```[\s\S]*?```/u },
  { name: "code", pattern: /^(`+)[\s\S]*?[^`]\1(?!`)/u },
  { name: "link", pattern: /^<((?:https?|steam|mailto|tel):[^\s>]+)>/u, show: ([, url]) => url ?? "" },
  {
    name: "link",
    pattern: /^\[([^[\]\n]*)\]\(\s*<?([^\s<>()\\]+)>?\s*\)/u,
    inner: ([, label]) => label,
    show: ([, , url], label) => `${label} (${url})`,
  },
  { name: "url", pattern: /^(?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s]/u },
  { name: "time", pattern: /^<t:(-?\d{1,17})(?::[tTdDfFRsS])?>/u, show: ([, seconds]) => written(seconds ?? "0") },
  { name: "mention", pattern: /^<@[!&]?\d+>/u },
  { name: "mention", pattern: /^<#\d+>/u },
  { name: "mention", pattern: /^<\/[^\s:]+(?: [^\s:]+){0,2}:\d+>/u },
  { name: "mention", pattern: /^<id:\w+>/u },
  { name: "mention", pattern: /^@(?:everyone|here)/u },
  { name: "emoji", pattern: /^<a?:\w{2,32}:\d+>/u },
  { name: "emoji", pattern: /^:[^\s:]+?(?:::skin-tone-\d)?:/u },
  {
    name: "bold",
    pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/u,
    inner: ([, text]) => text,
    show: (_, inner) => inner,
  },
  {
    name: "underline",
    pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/u,
    inner: ([, text]) => text,
    show: (_, inner) => inner,
  },
  { name: "italic", pattern: /^_((?:__|\\[\s\S]|[^\\_])+?)_\b/u, inner: ([, text]) => text, show: (_, inner) => inner },
  {
    name: "italic",
    pattern: /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/u,
    inner: ([, text]) => text,
    show: (_, inner) => inner,
  },
  { name: "strike", pattern: /^~~([\s\S]+?)~~(?!_)/u, inner: ([, text]) => text, show: (_, inner) => inner },
  { name: "spoiler", pattern: /^\|\|([\s\S]+?)\|\|/u, inner: ([, text]) => text, show: (_, inner) => inner },
];

const ESCAPE = /^\\([^0-9A-Za-z\s])/u;

interface Step {
  readonly length: number;
  readonly plain: string;
  readonly live: readonly string[];
}

const step = (rest: string, atLineStart: boolean): Step => {
  const escaped = ESCAPE.exec(rest);
  if (escaped) return { length: escaped[0].length, plain: escaped[1] ?? "", live: [] };
  for (const rule of RULES) {
    if (rule.atLineStart === true && !atLineStart) continue;
    const match = rule.pattern.exec(rest);
    if (match === null) continue;
    const inside = rule.inner?.(match);
    const inner = inside === undefined ? { plain: "", live: [] } : readMarkdown(inside);
    const shown = rule.show?.(match, inner.plain) ?? match[0];
    const detail =
      rule.name === "link" || rule.name === "mention" ? `${rule.name} ${match[2] ?? match[1] ?? match[0]}` : rule.name;
    return { length: match[0].length, plain: shown, live: [detail, ...inner.live] };
  }
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  return { length: character.length, plain: character, live: [] };
};

/** The beginning counts as the start of a line, inside other marks, too. */
export const readMarkdown = (source: string): Read => {
  const live: string[] = [];
  let plain = "";
  let at = 0;
  while (at < source.length) {
    const before = source.slice(Math.max(0, at - 4), at);
    const atLineStart = at === 0 || before.endsWith("\n") || /(?:^|\n)-# $/u.test(before);
    const { length, plain: shown, live: alive } = step(source.slice(at), atLineStart);
    plain += shown;
    live.push(...alive);
    at += length;
  }
  return { plain, live };
};
