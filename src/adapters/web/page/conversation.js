// @ts-check
/** A channel or a thread: its posts, what only the reader sees there, and the line to type at. The page has two of them. */
import { createLine } from "./line.js";
import { createLooks } from "./looks.js";
import { createNotes } from "./notes.js";
import { part, toElement } from "./parts.js";
import { createPresses } from "./press.js";
import { showTimes } from "./times.js";

/** @typedef {{ user: string, locale: string, zone: string }} Self */
/** @typedef {{ channel: string, thread: string | undefined }} Place */

/** What the server answers has the shape that its route gives it. @template T @param {string} path @param {object} [body] @returns {Promise<T>} */
export const ask = async (path, body) => {
  const sent = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, body === undefined ? {} : sent);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
};

const LANG = document.documentElement.lang;

/** Whoever is on a link or a button of it stays there. @param {Element} there @param {HTMLElement} post */
const replace = (there, post) => {
  const parts = "a, button, select";
  const at = [...there.querySelectorAll(parts)].indexOf(document.activeElement ?? document.body);
  there.replaceWith(post);
  const same = post.querySelectorAll(parts)[at];
  if (same instanceof HTMLElement) same.focus({ preventScroll: true });
};

/** Draws what has changed, and what looks it has. @param {HTMLElement} talk @param {(message: string) => HTMLElement} toLooks */
const createPosts = (talk, toLooks) => {
  /** As the server drew them, by message: a post is touched only when it has changed. @type {Map<string, string>} */
  const drawn = new Map();
  return {
    clear() {
      talk.replaceChildren();
      drawn.clear();
    },
    /** @param {readonly { message: string, html: string }[]} posts */
    draw(posts) {
      for (const { message, html } of posts) {
        if (drawn.get(message) === html) continue;
        const there = talk.querySelector(`[data-message="${CSS.escape(message)}"]`);
        const post = toElement(html);
        post.append(toLooks(message));
        if (there === null) talk.append(post);
        else replace(there, post);
        drawn.set(message, html);
      }
      // By the playground's clock, put back, some are not there yet.
      const gone = [...drawn.keys()].filter((message) => !posts.some((one) => one.message === message));
      for (const message of gone) {
        talk.querySelector(`[data-message="${CSS.escape(message)}"]`)?.remove();
        drawn.delete(message);
      }
    },
  };
};

/**
 * @param {{
 *   name: "main" | "pane", words: Readonly<Record<string, string>>, self: () => Self,
 *   place: () => Place | undefined, dialog: ReturnType<typeof import("./dialog.js").createDialog>,
 *   titled: (title: string | undefined) => void,
 * }} given
 */
export const createConversation = ({ name, words, self, place, dialog, titled }) => {
  const talk = part(`#${name}-talk`, HTMLElement);
  const input = part(`#${name}-line`, HTMLInputElement);
  const empty = talk.parentElement?.querySelector(".empty");
  const settle = () => {
    showTimes(talk, self().zone, words.here ?? "");
    empty?.toggleAttribute("hidden", talk.childElementCount > 0);
  };
  /** What every question to the bot says: who asks, where, in which language. */
  const asking = () => {
    const { user, locale } = self();
    const { channel = "", thread = undefined } = place() ?? {};
    return { id: crypto.randomUUID(), user, lang: LANG, locale, channel, thread };
  };
  const zone = () => self().zone;
  const toLooks = (/** @type {import("./looks.js").Payloads} */ looks) =>
    createLooks({ words, zone, payloads: async () => looks });
  const notes = createNotes({ talk, words, asking, settle, toLooks });
  const presses = createPresses({ talk, words, notes, ask, asking, dialog, toLine: () => input.focus() });
  const posts = createPosts(talk, (message) => {
    const { user, channel } = asking();
    const query = new URLSearchParams({ channel, user, message });
    return createLooks({ words, zone, payloads: () => ask(`/api/looks?${query}`) });
  });

  const isNearEnd = () => talk.scrollHeight - talk.scrollTop - talk.clientHeight < 120;
  const toEnd = () => talk.scrollTo({ top: talk.scrollHeight });
  /** Only the newest question for posts may draw: a slow one for the place before must not. */
  let turn = 0;
  /** Whose view of what place is drawn. */
  let shown = "";
  const refresh = async () => {
    const mine = ++turn;
    const { channel, thread } = place() ?? {};
    const query = new URLSearchParams({
      channel: channel ?? "",
      user: self().user,
      lang: LANG,
      ...(thread && { thread }),
    });
    const again = shown !== String(query);
    // The heading names the new place already: until its posts are here, the old ones are not its own.
    if (again) talk.setAttribute("aria-busy", "true");
    const answer = channel && (await ask(`/api/posts?${query}`).catch(() => undefined));
    if (mine !== turn || !answer) return;
    shown = String(query);
    const follow = again || isNearEnd();
    if (again) posts.clear();
    posts.draw(answer.posts);
    if (again) notes.restore();
    settle();
    talk.removeAttribute("aria-busy");
    titled(answer.title);
    if (follow) toEnd();
  };
  /** @param {string} line */
  const say = (line) => {
    void presses.say(line);
    toEnd();
  };
  createLine({
    form: part(`#${name}-say`, HTMLFormElement),
    input,
    list: part(`#${name}-completions`, HTMLElement),
    send: say,
    ask: (line) => ask("/api/complete", { ...asking(), line }),
  });
  return {
    say,
    refresh,
    focusLine: () => input.focus(),
  };
};
