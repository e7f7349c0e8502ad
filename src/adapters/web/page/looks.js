// @ts-check
/** A message as Discord and as Slack get it: a drawing of the payload that their renderers make, and the payload itself. */
import { drawBlocks } from "./block-kit.js";
import { drawComponents } from "./components.js";
import { make, makeButton } from "./parts.js";

/** @typedef {{ readonly json?: Readonly<Record<string, unknown>>, readonly refused?: true }} Payload */
/** @typedef {Readonly<Record<string, Payload>>} Payloads */
/** @typedef {Readonly<Record<string, string>>} Words */

/** @param {Payload} payload @param {"discord" | "slack"} guise @param {{ words: Words, zone: string }} given */
const toFigure = ({ json }, guise, { words, zone }) => {
  const figure = make("figure", `look ${guise}`);
  if (json === undefined) {
    figure.append(make("p", "failed", words.refused));
    return figure;
  }
  const text = JSON.stringify(json, undefined, 2);
  const drawn = guise === "discord" ? drawComponents(json.components, zone) : drawBlocks(json.blocks, zone);
  const shown = make("div", "drawing", [make("b", "", words.bot), ...drawn]);
  const copied = make("span", "copied");
  copied.setAttribute("role", "status");
  const copy = makeButton("plain", words.copy ?? "", () => {
    void navigator.clipboard.writeText(text).then(() => {
      copied.textContent = words.copied ?? "";
    });
  });
  const code = make("pre", "", text);
  code.tabIndex = 0;
  code.setAttribute("role", "group");
  code.setAttribute("aria-label", "JSON");
  figure.append(make("figcaption", "note", words.drawing), shown, make("p", "buttons", [copy, copied]), code);
  return figure;
};

/**
 * Two buttons; each opens what it says under the message.
 * @param {{ words: Words, zone: () => string, payloads: () => Promise<Payloads> }} given
 */
export const createLooks = ({ words, zone, payloads }) => {
  const box = make("div", "looks");
  const row = make("div", "switch");
  box.append(row);
  /** @type {HTMLElement | undefined} */
  let opened;
  /** @param {"discord" | "slack"} guise @param {string} label */
  const add = (guise, label) => {
    const button = makeButton("plain", label, async () => {
      const isOpen = button.getAttribute("aria-expanded") === "true";
      opened?.remove();
      for (const other of row.children) other.setAttribute("aria-expanded", "false");
      if (isOpen) return;
      const payload = (await payloads().catch(() => undefined))?.[guise];
      button.setAttribute("aria-expanded", "true");
      opened?.remove();
      opened =
        payload === undefined ? make("p", "failed", words.failed) : toFigure(payload, guise, { words, zone: zone() });
      box.append(opened);
      opened.scrollIntoView({ block: "nearest" });
    });
    button.setAttribute("aria-expanded", "false");
    row.append(button);
  };
  add("discord", words.asDiscord ?? "");
  add("slack", words.asSlack ?? "");
  return box;
};
