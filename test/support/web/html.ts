/** Reads the pages' own HTML without a browser: well-formed, every attribute in double quotes. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};
const VOID = new Set(["br", "hr", "input", "meta", "link"]);
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>|([^<]+)/gsu;

const decode = (given: string): string =>
  given.replace(/&(?:lt|gt|quot|amp|#39);/gu, (entity) => ENTITIES[entity] ?? entity);

const toAttributes = (given: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...given.matchAll(/([a-z-]+)(?:="([^"]*)")?/gu)].map(([, name, value]) => [name, decode(value ?? "")]),
  );

/** The elements of a piece of HTML; throws when it is not as plain as ours. */
export const readHtml = (html: string): Element => {
  const open: { tag: string; attributes: Readonly<Record<string, string>>; children: (Element | string)[] }[] = [
    { tag: "", attributes: {}, children: [] },
  ];
  let end = 0;
  for (const match of html.matchAll(TOKEN)) {
    if (match.index !== end) throw new Error(`Strange HTML: ${html.slice(end, match.index + 20)}`);
    end = match.index + match[0].length;
    const [, slash, tag = "", attributes = "", text] = match;
    const top = open.at(-1);
    if (top === undefined) throw new Error("An element too many is closed");
    if (text !== undefined) top.children.push(decode(text));
    else if (slash === "/") {
      if (top.tag !== tag) throw new Error(`</${tag}> closes <${top.tag}>`);
      open.pop();
    } else {
      const element = { tag, attributes: toAttributes(attributes), children: [] };
      top.children.push(element);
      if (!VOID.has(tag)) open.push(element);
    }
  }
  if (end !== html.length || open.length !== 1 || open[0] === undefined) throw new Error("The HTML is cut off");
  return open[0];
};

export const all = (root: Element, is: (element: Element) => boolean): readonly Element[] =>
  root.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(is(child) ? [child] : []), ...all(child, is)],
  );

/** What stands there to be read, a line break for <br> and around paragraphs. */
export const textOf = (root: Element | string): string => {
  if (typeof root === "string") return root;
  if (root.tag === "br") return "\n";
  return root.children.map(textOf).join("");
};
