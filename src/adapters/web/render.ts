import { html } from "hono/html";
import type { Block, Message } from "../../core/bot/message.ts";
import type { Link, Mention, Node, Text, Time } from "../../core/bot/text.ts";
import { callingName } from "../../core/network/calling.ts";
import type { PageWords } from "./words.ts";

/** A piece of HTML in which every string has been escaped. */
export type Html = ReturnType<typeof html>;

/** Everything that is drawn from data alone is there at once; a promise here would be a mistake of ours. */
export const toMarkup = (piece: Html): string => {
  if (piece instanceof Promise) throw new Error("HTML that waits for something");
  return piece.toString();
};

/** Nobody can see these, and some of them turn the text around them: control characters and bidi controls. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu;

/** The same text with nothing in it that a reader cannot see; line ends are "\n". */
export const clean = (given: string): string => given.toWellFormed().replace(/\r\n?/gu, "\n").replace(UNSEEN, "");

/** A string on its own: literal, with its line breaks. */
export const renderString = (given: string): readonly Html[] =>
  clean(given)
    .split("\n")
    .map((line, n) => (n === 0 ? html`${line}` : html`<br>${line}`));

/** The address if it is http(s) and names nobody: "https://zoom.us@evil" is no address but a trick. */
const toUrl = (given: string): URL | undefined => {
  const url = URL.parse(clean(given).trim());
  const plain = url !== null && /^https?:$/u.test(url.protocol) && url.username === "" && url.password === "";
  return plain ? url : undefined;
};

/** The real host stands beside every label that is not the address itself; URL writes a foreign-script host in ASCII. */
const renderLink = ({ label, url: given }: Link): Html => {
  const url = toUrl(given);
  if (url === undefined) return html`${renderString(`${label} (${given})`)}`;
  if (label === given || label === url.href)
    return html`<a href="${url.href}" rel="noreferrer" target="_blank">${url.href}</a>`;
  return html`<a href="${url.href}" rel="noreferrer" target="_blank">${renderString(label)}</a> <span class="host">(${url.host})</span>`;
};

/** The page's script adds the reader's own time. A moment beyond what Date can hold stays words. */
const renderTime = ({ at, style, written }: Time): Html => {
  const date = new Date(at * 1000);
  if (Number.isNaN(date.getTime())) return html`${renderString(written)}`;
  return html`<time datetime="${date.toISOString()}" data-style="${style}">${renderString(written)}</time>`;
};

/** What an account is called here, if it is here; posts that everybody sees have nobody's. */
export type NameOf = (user: string) => string | undefined;

const renderMention = ({ kind, id, written }: Mention, nameOf: NameOf): Html => {
  const name = kind === "user" ? nameOf(id) : undefined;
  return name === undefined ? html`${renderString(written)}` : html`<span class="mention">@${clean(name)}</span>`;
};

const renderNode = (node: Node, nameOf: NameOf): readonly Html[] => {
  if (typeof node === "string") return renderString(node);
  switch (node.node) {
    case "bold":
      return [html`<b>${renderText(node.text, nameOf)}</b>`];
    case "link":
      return [renderLink(node)];
    case "time":
      return [renderTime(node)];
    case "mention":
      return [renderMention(node, nameOf)];
  }
};

const renderText = (text: Text, nameOf: NameOf): readonly Html[] => text.flatMap((node) => renderNode(node, nameOf));

export interface Drawing {
  readonly words: PageWords;
  readonly nameOf: NameOf;
}

const renderBlock = (block: Block, { words, nameOf }: Drawing): Html => {
  switch (block.block) {
    case "text":
      return html`<p>${renderText(block.text, nameOf)}</p>`;
    case "note":
      return html`<p class="note">${renderText(block.text, nameOf)}</p>`;
    case "divider":
      return html`<hr>`;
    case "buttons":
      return html`<div class="buttons">${block.buttons.map(
        ({ label, press, style }) =>
          html`<button type="button" data-press="${press}" class="${style ?? "plain"}">${clean(label)}</button>`,
      )}</div>`;
    case "choice": {
      const { label, option, press, from } = block.choice;
      return html`<div class="choice" data-press="${press}"><label>${clean(label)} <select name="${option}"><option value="">${words.nothing}</option>${from.map(
        (one) => html`<option value="${one.value}">${clean(one.label)}</option>`,
      )}</select></label> <button type="button" data-choose class="plain">${words.choose}</button></div>`;
    }
  }
};

/** What a message looks like, without the frame around it. */
export const renderMessage = (message: Message, drawing: Drawing): string =>
  [
    ...(message.calls === undefined
      ? []
      : [toMarkup(html`<p><span class="mention">${clean(callingName(message.calls, "web"))}</span></p>`)]),
    ...message.blocks.map((block) => toMarkup(renderBlock(block, drawing))),
  ].join("");
