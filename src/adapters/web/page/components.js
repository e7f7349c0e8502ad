// @ts-check
/** Discord's Components V2, drawn: what the numbers mean is in its documentation (components/reference, reference#message-formatting). */
import { make } from "./parts.js";
import { relative, written } from "./times.js";

/** @typedef {Readonly<Record<string, unknown>>} Json */

const [ROW, BUTTON, SELECT, TEXT, SEPARATOR, CONTAINER] = [1, 2, 3, 10, 14, 17];
/** Styles of a button, by their numbers. */
const STYLES = ["", "primary", "plain", "success", "danger", "link"];

/** An escape, bold text, a link over words, a bare address, a moment, a mention. */
const MARKUP =
  /\\(?<escaped>[^A-Za-z0-9\s])|\*\*(?<bold>(?:\\.|[^\\*])+)\*\*|\[(?<label>(?:\\.|[^\\\]])+)\]\(<?(?<target>[^)>]+)>?\)|<(?<address>https?:[^>\s]+)>|<t:(?<at>-?\d+)(?::(?<style>[a-zA-Z]))?>|<(?<kind>@[!&]?|#)(?<id>\d+)>/gu;

/** @param {Readonly<Record<string, string | undefined>>} found @param {string} zone @returns {Node | string} */
const toPiece = ({ escaped, bold, label, target, address, at, style, kind, id }, zone) => {
  if (bold !== undefined) return make("b", "", toPieces(bold, zone));
  if (label !== undefined) {
    const link = make("span", "address", toPieces(label, zone));
    link.title = target ?? "";
    return link;
  }
  if (address !== undefined) return make("span", "address", address);
  if (at !== undefined) {
    const date = new Date(Number(at) * 1000);
    return make("span", "moment", style === "R" ? relative(date) : written(date, zone));
  }
  return id === undefined ? (escaped ?? "") : make("span", "mention", `${kind?.slice(0, 1)}${id}`);
};

/** @param {string} markup @param {string} zone @returns {(Node | string)[]} */
const toPieces = (markup, zone) => {
  const pieces = [];
  let end = 0;
  for (const match of markup.matchAll(MARKUP)) {
    pieces.push(markup.slice(end, match.index), toPiece(match.groups ?? {}, zone));
    end = match.index + match[0].length;
  }
  return [...pieces, markup.slice(end)];
};

/** Small print is a matter of the line. @param {string} content @param {string} zone */
const drawText = (content, zone) =>
  make(
    "div",
    "text",
    content
      .split("\n")
      .map((line) =>
        line.startsWith("-# ")
          ? make("p", "small", toPieces(line.slice(3), zone))
          : make("p", "", toPieces(line, zone)),
      ),
  );

/** @param {unknown} given @returns {readonly Json[]} */
const listOf = (given) => (Array.isArray(given) ? given : []);

/** @param {Json} one @param {string} zone @returns {Node} */
const draw = (one, zone) => {
  switch (one.type) {
    case CONTAINER:
      return make("div", "container", drawComponents(one.components, zone));
    case ROW:
      return make("div", "row", drawComponents(one.components, zone));
    case BUTTON:
      return make("span", `key ${STYLES[Number(one.style)] ?? ""}`, String(one.label ?? ""));
    case SELECT:
      return make("span", "key select", String(one.placeholder ?? ""));
    case TEXT:
      return drawText(String(one.content ?? ""), zone);
    case SEPARATOR:
      return make("hr", "");
    default:
      return make("p", "small", `type ${String(one.type)}`);
  }
};

/** @param {unknown} components @param {string} zone @returns {Node[]} */
export const drawComponents = (components, zone) => listOf(components).map((one) => draw(one, zone));
