/**
 * Text is nodes, and strings are literal: whatever a person wrote stays exactly that on every platform, because only
 * `render.ts` of a platform turns nodes into markup and escapes every string on the way. Nobody calls `escape()`.
 */

export interface Bold {
  readonly node: "bold";
  readonly text: Text;
}
/** A link whose label and address are both shown or true: `url` is http(s), checked where it is entered. */
export interface Link {
  readonly node: "link";
  readonly label: string;
  readonly url: string;
}
/**
 * An instant, shown in each reader's own zone where the platform can. `at`: seconds since 1970, `style`: `full` has
 * weekday, date and time; `relative` is "in 12 days" and never stands alone. `written`: the same with its zone named, in
 * the language of the text, for everything that cannot (Slack's fallback, plain text, the browser before its script).
 */
export interface Time {
  readonly node: "time";
  readonly at: number;
  readonly style: "full" | "relative";
  readonly written: string;
}
/**
 * An account or a group, shown by the platform under the name it has there. In private answers only: on a public post it
 * would be a mention. `written` is for the platforms and places that cannot.
 */
export interface Mention {
  readonly node: "mention";
  readonly kind: "user" | "group";
  readonly id: string;
  readonly written: string;
}
export type Node = string | Bold | Link | Time | Mention;
/** A line break is "\n" in a string. */
export type Text = readonly Node[];
export type Writing = Node | Text;

const isText = (writing: Writing): writing is Text => Array.isArray(writing);
const toText = (writing: Writing): Text => (isText(writing) ? writing : [writing]);

export const bold = (writing: Writing): Bold => ({ node: "bold", text: toText(writing) });
export const link = (label: string, url: string): Link => ({ node: "link", label, url });

/** md`${bold(title)} starts ${time}`: the words between are ours and as literal as the values. */
export const md = (words: TemplateStringsArray, ...values: readonly (Writing | number)[]): Text =>
  words.flatMap((word, n) => {
    const value = values[n];
    const after = value === undefined ? [] : toText(typeof value === "number" ? String(value) : value);
    return word === "" ? after : [word, ...after];
  });

/** Joins what is there with a separator; `undefined` and "" are left out, so optional parts need no special case. */
export const join = (parts: readonly (Writing | undefined)[], separator: string): Text =>
  parts
    .filter((part): part is Writing => part !== undefined && part !== "" && !(isText(part) && part.length === 0))
    .flatMap((part, n) => (n === 0 ? toText(part) : [separator, ...toText(part)]));

export const lines = (...parts: readonly (Writing | undefined)[]): Text => join(parts, "\n");

/** The text as a person without markup reads it: titles of windows, notifications, logs of a test. */
export const toPlain = (text: Text): string =>
  text
    .map((node) => {
      if (typeof node === "string") return node;
      if (node.node === "bold") return toPlain(node.text);
      return node.node === "link" ? `${node.label} (${node.url})` : node.written;
    })
    .join("");
