// @ts-check
/** What is said, pressed, chosen and sent in on the page, and what comes back for it. */
import { make, makeButton } from "./parts.js";

/** @typedef {import("./notes.js").Note} Note */
/** @typedef {{ html: string, form: boolean, lang: string, looks?: import("./looks.js").Payloads }} Answer */
/**
 * @typedef {{
 *   talk: HTMLElement, words: Readonly<Record<string, string>>, notes: ReturnType<typeof import("./notes.js").createNotes>,
 *   ask: (path: string, body: object) => Promise<Answer>, asking: () => object,
 *   dialog: ReturnType<typeof import("./dialog.js").createDialog>, toLine: () => void,
 * }} Tab
 */
/** @typedef {{ path: string, body: object }} What */

/** Nothing is disabled meanwhile, for that would take the focus away. @param {Element | null} piece @param {boolean} busy */
const setBusy = (piece, busy) => piece?.setAttribute("aria-busy", String(busy));
/** @param {Element} inside */
const isBusy = (inside) => inside.closest("article[aria-busy='true']") !== null;

/** @param {Element | null} piece @param {Tab["words"]} words @param {() => void} again */
const offerAgain = (piece, words, again) => {
  piece?.querySelector(".waiting")?.setAttribute("hidden", "");
  const failed = make("p", "failed", `${words.failed} `);
  const button = makeButton("plain", words.again ?? "", again);
  failed.append(button);
  piece?.append(failed);
  button.focus();
};

/** Opens the form over the page, or puts it back with what is wrong. @param {Tab} tab @param {Note} note @param {Answer} form */
const openForm = (tab, note, form) =>
  tab.dialog.open(form, {
    /** @param {string | undefined} press @param {Readonly<Record<string, string>>} options */
    send: (press, options) => void deliver(tab, note, toPress(tab, press, options)),
    leave() {
      // What was asked for in a form that is left has no answer.
      if (note.html === "") tab.notes.drop(note);
      const focused = document.activeElement;
      if (focused === null || focused === document.body) tab.toLine();
    },
  });

/**
 * Asks, and shows the answer where the note stands. What got lost is asked again with the same id: it is done once.
 * @param {Tab} tab @param {Note} note @param {What} what
 */
const deliver = async (tab, note, what) => {
  const find = () => (tab.dialog.isOpen() ? tab.dialog.piece : tab.notes.find(note));
  find()?.querySelector(".failed")?.remove();
  find()?.querySelector(".waiting")?.removeAttribute("hidden");
  setBusy(find(), true);
  const answer = await tab.ask(what.path, what.body).catch(() => undefined);
  setBusy(find(), false);
  if (answer === undefined) return offerAgain(find(), tab.words, () => void deliver(tab, note, what));
  if (answer.form) return openForm(tab, note, answer);
  tab.dialog.close();
  tab.notes.show(Object.assign(note, { html: answer.html, lang: answer.lang, looks: answer.looks }));
};

/** @param {Tab} tab @param {string | undefined} press @param {Readonly<Record<string, string>>} options @returns {What} */
const toPress = (tab, press = "", options) => ({ path: "/api/press", body: { ...tab.asking(), press, options } });

/** @param {Tab} tab @param {Element} inside @param {string | undefined} press @param {Readonly<Record<string, string>>} options */
const press = (tab, inside, press, options) => deliver(tab, tab.notes.of(inside), toPress(tab, press, options));

/** @param {Tab} tab @param {HTMLButtonElement} button */
const choose = (tab, button) => {
  const choice = button.closest(".choice");
  const select = choice?.querySelector("select");
  if (!(choice instanceof HTMLElement) || !select?.value) return;
  void press(tab, choice, choice.dataset.press, { [select.name]: select.value });
};

/** @param {Tab} tab */
export const createPresses = (tab) => {
  tab.talk.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button === null || isBusy(button)) return;
    if (button.dataset.choose !== undefined) choose(tab, button);
    else if (button.dataset.press !== undefined) void press(tab, button, button.dataset.press, {});
  });
  return {
    /** @param {string} line */
    say: (line) => deliver(tab, tab.notes.begin(line), { path: "/api/say", body: { ...tab.asking(), line } }),
  };
};
