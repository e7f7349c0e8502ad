// @ts-check
/** What only one persona sees: the bot's private answers. They live in this tab and survive a reload of it. */
import { make } from "./parts.js";

/**
 * `after`: the post that stood last when it was asked.
 * @typedef {{
 *   id: string, user: string, channel: string, thread: string | undefined, after: string | undefined,
 *   line: string | undefined, html: string, lang: string, looks: import("./looks.js").Payloads | undefined,
 * }} Note
 */

const KEY = "rostrum.notes";
/** More than this nobody looks at again, and the tab's storage is small. */
const MOST = 100;

/** @returns {Note[]} */
const load = () => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
  } catch {
    return [];
  }
};

/** Two conversations of the page write into it. @type {Note[]} */
let notes = load();
const save = () => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(notes.filter(({ html }) => html !== "").slice(-MOST)));
  } catch {
    // The tab's storage is full: what is on the page stays on the page.
  }
};

/** All of it if it fits, else from its beginning. @param {HTMLElement} talk @param {Element} article */
const bringIntoView = (talk, article) =>
  article.scrollIntoView({ block: article.clientHeight < talk.clientHeight ? "nearest" : "start" });

/** What was pressed is gone: whoever reads by keyboard goes on from the answer. @param {HTMLElement} article */
const keepFocus = (article) => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) article.focus({ preventScroll: true });
};

/** @param {HTMLElement} talk @param {string | undefined} message where it belongs: under this post and its other notes */
const spotAfter = (talk, message) => {
  let spot = talk.querySelector(`[data-message="${CSS.escape(message ?? "")}"]`);
  while (spot?.nextElementSibling instanceof HTMLElement && spot.nextElementSibling.dataset.note !== undefined)
    spot = spot.nextElementSibling;
  return spot;
};

/**
 * @param {{
 *   talk: HTMLElement, words: Readonly<Record<string, string>>, settle: () => void,
 *   asking: () => { id: string, user: string, channel: string, thread: string | undefined },
 *   toLooks: (looks: import("./looks.js").Payloads) => HTMLElement,
 * }} given
 */
export const createNotes = ({ talk, words, settle, asking, toLooks }) => {
  /** @param {Note} note */
  const draw = (note) => {
    const there = talk.querySelector(`[data-note="${note.id}"]`);
    const article = there instanceof HTMLElement ? there : make("article", "private");
    article.dataset.note = note.id;
    article.tabIndex = -1;
    const head = make("header", "", [make("b", "", words.bot), " ", make("span", "only", words.onlyYou)]);
    const said = make("div", "said");
    said.lang = note.lang;
    said.innerHTML = note.html;
    if (note.html === "") said.append(make("p", "waiting", words.waiting));
    const typed = note.line === undefined ? [] : [make("p", "typed", `${words.youTyped}: ${note.line}`)];
    article.replaceChildren(...typed, head, said, ...(note.looks === undefined ? [] : [toLooks(note.looks)]));
    return article;
  };

  /** A new one at the end, waiting for its answer. @param {string | undefined} line */
  const begin = (line) => {
    const { id, user, channel, thread } = asking();
    const last = [...talk.querySelectorAll("[data-message]")].at(-1);
    const after = last instanceof HTMLElement ? last.dataset.message : undefined;
    const lang = document.documentElement.lang;
    /** @type {Note} */
    const note = { id, user, channel, thread, after, line, html: "", lang, looks: undefined };
    notes.push(note);
    const article = draw(note);
    talk.append(article);
    settle();
    bringIntoView(talk, article);
    return note;
  };

  return {
    begin,
    /** The note that a part of the page belongs to; a new one for a part of a public post. @param {Element} inside */
    of(inside) {
      const article = inside.closest("[data-note]");
      const known = notes.find(({ id }) => article instanceof HTMLElement && article.dataset.note === id);
      return known ?? begin(undefined);
    },
    /** @param {Note} note */
    find: (note) => talk.querySelector(`[data-note="${note.id}"]`),
    /** @param {Note} note */
    show(note) {
      const article = draw(note);
      save();
      settle();
      bringIntoView(talk, article);
      keepFocus(article);
    },
    /** @param {Note} note */
    drop(note) {
      notes = notes.filter(({ id }) => id !== note.id);
      talk.querySelector(`[data-note="${note.id}"]`)?.remove();
      save();
      settle();
    },
    /** Puts the notes of this persona and place back where they were, among the posts that are drawn. */
    restore() {
      const { user, channel, thread } = asking();
      for (const note of notes.filter((one) => one.user === user && one.channel === channel && one.thread === thread)) {
        const spot = spotAfter(talk, note.after);
        const article = draw(note);
        if (spot === null) talk.append(article);
        else spot.after(article);
      }
    },
  };
};
