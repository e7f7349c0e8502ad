// @ts-check
/** The bot's forms, over the page as on the platforms. The browser keeps the focus within, and gives it back. */

/**
 * `send`: what was filled in. `leave`: it was closed without.
 * @typedef {{
 *   send: (press: string | undefined, options: Readonly<Record<string, string>>) => void, leave: () => void,
 * }} Use
 */

/** @param {HTMLDialogElement} dialog */
const focusFirst = (dialog) => {
  const first = dialog.querySelector("[aria-invalid]") ?? dialog.querySelector("input, textarea, select");
  if (first instanceof HTMLElement) first.focus();
  first?.closest(".field")?.scrollIntoView({ block: "nearest" });
};

/** @param {HTMLDialogElement} dialog */
export const createDialog = (dialog) => {
  /** @type {Use | undefined} */
  let use;
  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || dialog.ariaBusy === "true") return;
    const values = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    use?.send(form.dataset.press, Object.fromEntries(values));
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target instanceof HTMLElement && target.dataset.cancel !== undefined) dialog.close();
  });
  // By Escape, by the button, or because it was sent in: whoever closes it after an answer has let go of it before.
  dialog.addEventListener("close", () => {
    const left = use;
    use = undefined;
    dialog.replaceChildren();
    left?.leave();
  });
  return {
    piece: dialog,
    isOpen: () => dialog.open,
    /** @param {{ html: string, lang: string }} form @param {Use} given */
    open({ html, lang }, given) {
      use = given;
      dialog.innerHTML = html;
      dialog.lang = lang;
      const title = dialog.querySelector("form")?.getAttribute("aria-labelledby");
      if (title) dialog.setAttribute("aria-labelledby", title);
      if (!dialog.open) dialog.showModal();
      focusFirst(dialog);
    },
    close() {
      use = undefined;
      if (dialog.open) dialog.close();
    },
  };
};
