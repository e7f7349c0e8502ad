// @ts-check
/** What is said, pressed, chosen and sent in on the page, and what comes back for it. */
import { make } from "./notes.js";

/** @typedef {import("./notes.js").Note} Note */
/**
 * @typedef {{
 *   talk: HTMLElement, words: Readonly<Record<string, string>>, notes: ReturnType<typeof import("./notes.js").createNotes>,
 *   ask: (path: string, body: object) => Promise<{ html: string, form: boolean }>, asking: () => object,
 * }} Tab
 */

/** @param {Element | null} article @param {boolean} busy */
const setBusy = (article, busy) => {
  article?.setAttribute("aria-busy", String(busy));
  for (const control of article?.querySelectorAll("button, input, select, textarea") ?? [])
    control.toggleAttribute("disabled", busy);
};

/** @param {Element | null} article @param {Tab["words"]} words @param {() => void} ask */
const offerAgain = (article, words, ask) => {
  article?.querySelector(".waiting")?.setAttribute("hidden", "");
  const failed = make("p", "failed", `${words.failed} `);
  const again = make("button", "plain", words.again);
  again.addEventListener("click", ask);
  failed.append(again);
  article?.append(failed);
  again.focus();
};

/**
 * Asks, and shows the answer where the note stands. What got lost is asked again with the same id: it is done once.
 * @param {Tab} tab @param {Note} note @param {{ path: string, body: object }} what
 */
const deliver = async (tab, note, what) => {
  const find = () => tab.talk.querySelector(`[data-note="${note.id}"]`);
  find()?.querySelector(".failed")?.remove();
  find()?.querySelector(".waiting")?.removeAttribute("hidden");
  setBusy(find(), true);
  const answer = await tab.ask(what.path, what.body).catch(() => undefined);
  setBusy(find(), false);
  if (answer === undefined) return offerAgain(find(), tab.words, () => void deliver(tab, note, what));
  if (!answer.form) note.before = undefined;
  else if (!note.form) note.before = note.html || undefined;
  note.html = answer.html;
  note.form = answer.form;
  tab.notes.show(note);
};

/** Leaves a form: back to the message that it stood in for. @param {Tab} tab @param {Element} inside */
const leave = ({ notes }, inside) => {
  const note = notes.of(inside);
  if (note.before === undefined) notes.drop(note);
  else notes.show(Object.assign(note, { html: note.before, form: false, before: undefined }));
  if (note.before === undefined) document.getElementById("line")?.focus();
};

/** @param {Tab} tab @param {Element} inside @param {string | undefined} press @param {Readonly<Record<string, string>>} options */
const press = (tab, inside, press = "", options) =>
  deliver(tab, tab.notes.of(inside), { path: "/api/press", body: { ...tab.asking(), press, options } });

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
    if (button?.dataset.cancel !== undefined) leave(tab, button);
    else if (button?.dataset.choose !== undefined) choose(tab, button);
    else if (button?.dataset.press !== undefined) void press(tab, button, button.dataset.press, {});
  });
  tab.talk.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const values = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    void press(tab, form, form.dataset.press, Object.fromEntries(values));
  });
  return {
    /** @param {string} line */
    say: (line) => deliver(tab, tab.notes.begin(line), { path: "/api/say", body: { ...tab.asking(), line } }),
  };
};
