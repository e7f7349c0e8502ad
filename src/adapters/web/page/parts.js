// @ts-check
/** Pieces of the page. */

/** @template {Element} T @param {string} selector @param {new () => T} type @returns {T} */
export const part = (selector, type) => {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}`);
  return found;
};

/** @param {string} tag @param {string} name @param {string | readonly (Node | string)[]} [inner] text is text, never markup */
export const make = (tag, name, inner = []) => {
  const element = document.createElement(tag);
  if (name !== "") element.className = name;
  element.append(...(typeof inner === "string" ? [inner] : inner));
  return element;
};

/** @param {string} html the server's own, in which every string is escaped */
export const toElement = (html) => {
  const template = document.createElement("template");
  template.innerHTML = html;
  return /** @type {HTMLElement} */ (template.content.firstElementChild);
};

/** A button with words of the page. @param {string} name @param {string} label @param {() => void} act */
export const makeButton = (name, label, act) => {
  const button = /** @type {HTMLButtonElement} */ (make("button", name, label));
  button.type = "button";
  button.addEventListener("click", act);
  return button;
};
