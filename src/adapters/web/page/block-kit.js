// @ts-check
/** Slack's Block Kit, drawn as far as our renderer uses it (docs reference/block-kit). */
import { make } from "./parts.js";
import { written } from "./times.js";

/** @typedef {Readonly<Record<string, unknown>>} Json */

/** @param {unknown} given @returns {readonly Json[]} */
const listOf = (given) => (Array.isArray(given) ? given : []);
/** The words of a text object. @param {unknown} given */
const textOf = (given) => {
  const text = typeof given === "object" && given !== null && "text" in given ? given.text : given;
  return typeof text === "string" ? text : "";
};
/** @param {unknown} style */
const isBold = (style) => typeof style === "object" && style !== null && "bold" in style && style.bold === true;

/** @param {Json} one @param {string} zone @returns {Node | string} */
const toInner = (one, zone) => {
  switch (one.type) {
    case "link": {
      const link = make("span", "address", String(one.text ?? one.url ?? ""));
      link.title = String(one.url ?? "");
      return link;
    }
    case "date":
      return make("span", "moment", written(new Date(Number(one.timestamp) * 1000), zone));
    case "user":
      return make("span", "mention", `@${String(one.user_id)}`);
    case "usergroup":
      return make("span", "mention", `@${String(one.usergroup_id)}`);
    case "broadcast":
      return make("span", "mention", `@${String(one.range)}`);
    default:
      return String(one.text ?? "");
  }
};

/** @param {Json} one @param {string} zone */
const toPiece = (one, zone) => (isBold(one.style) ? make("b", "", [toInner(one, zone)]) : toInner(one, zone));

/** @param {Json} one */
const toKey = (one) =>
  one.type === "button"
    ? make("span", `key ${String(one.style ?? "plain")}`, textOf(one.text))
    : make("span", "key select", textOf(one.placeholder));

/** @param {Json} block @param {string} zone @returns {Node} */
const draw = (block, zone) => {
  switch (block.type) {
    case "rich_text":
      return make(
        "div",
        "text",
        listOf(block.elements).map((section) =>
          make(
            "p",
            "",
            listOf(section.elements).map((piece) => toPiece(piece, zone)),
          ),
        ),
      );
    case "section":
    case "header":
      return make("div", "text", [make("p", "", textOf(block.text))]);
    case "context":
      return make(
        "div",
        "text",
        listOf(block.elements).map((one) => make("p", "small", textOf(one))),
      );
    case "divider":
      return make("hr", "");
    case "actions":
      return make("div", "row", listOf(block.elements).map(toKey));
    default:
      return make("p", "small", String(block.type));
  }
};

/** @param {unknown} blocks @param {string} zone @returns {Node[]} */
export const drawBlocks = (blocks, zone) => listOf(blocks).map((block) => draw(block, zone));
