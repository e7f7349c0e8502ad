// @ts-check
import { createLine } from "./line.js";
import { createNotes } from "./notes.js";
import { createPresses } from "./press.js";
import { showTimes } from "./times.js";

/** The playground: what everybody sees comes from the bot, what only one sees lives in this tab. */

/** @template {Element} T @param {string} selector @param {new () => T} type @returns {T} */
const part = (selector, type) => {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}`);
  return found;
};
const who = part("#who", HTMLSelectElement);
const language = part("#language", HTMLSelectElement);
const talk = part("#talk", HTMLElement);
const place = part("#place", HTMLElement);
const back = part("#back", HTMLAnchorElement);
const status = part("#status", HTMLElement);
const empty = part("#empty", HTMLElement);
const words = JSON.parse(document.body.dataset.words ?? "{}");

const LANG = document.documentElement.lang;
const zone = () => who.selectedOptions[0]?.dataset.zone ?? "UTC";
/** @returns {{ channel: string, thread: string | undefined }} */
const view = () => {
  const [channel = "", thread] = location.hash.slice(1).split("/");
  return { channel, thread };
};

/** @param {string} path @param {object} [body] @returns {Promise<object>} */
const ask = async (path, body) => {
  const sent = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, body === undefined ? {} : sent);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
};

/** What every question to the bot says: who asks, where, in which language. */
const asking = () => ({
  id: crypto.randomUUID(),
  user: who.value,
  lang: LANG,
  locale: localStorage.getItem("rostrum.language") ?? undefined,
  ...view(),
});

const isNearEnd = () => talk.scrollHeight - talk.scrollTop - talk.clientHeight < 120;
const toEnd = () => talk.scrollTo({ top: talk.scrollHeight });
const settle = () => {
  showTimes(talk, zone(), words.here);
  empty.hidden = talk.childElementCount > 0;
};

const notes = createNotes({ talk, words, asking, settle });
const presses = createPresses({ talk, words, notes, ask, asking });

/** As the server drew them, by message: a post is touched only when it has changed. @type {Map<string, string>} */
let drawn = new Map();

/** @param {string} html */
const toElement = (html) => {
  const template = document.createElement("template");
  template.innerHTML = html;
  return /** @type {HTMLElement} */ (template.content.firstElementChild);
};

/** @param {readonly { message: string, html: string }[]} posts */
const drawPosts = (posts) => {
  for (const { message, html } of posts) {
    if (drawn.get(message) === html) continue;
    const there = talk.querySelector(`[data-message="${CSS.escape(message)}"]`);
    if (there === null) talk.append(toElement(html));
    else there.replaceWith(toElement(html));
    drawn.set(message, html);
  }
};

/** Only the newest question for posts may draw: a slow one for the place before must not. */
let turn = 0;
/** Whether the page shows another place or person than what is drawn. */
let moved = false;
const refresh = async () => {
  const mine = ++turn;
  const { channel, thread } = view();
  const query = new URLSearchParams({ channel, lang: LANG, ...(thread !== undefined && { thread }) });
  const answer = await ask(`/api/posts?${query}`).catch(() => undefined);
  if (mine !== turn || answer === undefined) return;
  const again = moved;
  moved = false;
  const follow = again || isNearEnd();
  talk.setAttribute("aria-busy", String(again));
  if (again) {
    talk.replaceChildren();
    drawn = new Map();
  }
  drawPosts(answer.posts);
  if (again) notes.restore();
  settle();
  talk.removeAttribute("aria-busy");
  if (thread !== undefined) place.textContent = answer.title ?? thread;
  if (follow) toEnd();
};

const go = async () => {
  const channels = [...document.querySelectorAll("nav a")].filter((link) => link instanceof HTMLAnchorElement);
  const { channel, thread } = view();
  const here = channels.find((link) => link.dataset.channel === channel);
  if (here === undefined) {
    if (channels[0] !== undefined) location.replace(channels[0].hash);
    return;
  }
  for (const link of channels) link.toggleAttribute("aria-current", false);
  here.setAttribute("aria-current", "page");
  here.querySelector(".new")?.remove();
  back.hidden = thread === undefined;
  back.href = `#${channel}`;
  place.textContent = thread === undefined ? `#${here.dataset.name}` : "";
  moved = true;
  await refresh();
};

/** @param {string} channel */
const markNew = (channel) => {
  const link = document.querySelector(`nav a[data-channel="${CSS.escape(channel)}"]`);
  if (link === null || link.querySelector(".new") !== null) return;
  const mark = document.createElement("span");
  mark.className = "new";
  mark.textContent = words.newPosts;
  link.append(" ", mark);
};

const listen = () => {
  const live = new EventSource("/api/live");
  live.onopen = () => {
    status.textContent = "";
    void refresh();
  };
  live.onerror = () => {
    status.textContent = words.lost;
  };
  live.onmessage = ({ data }) => {
    const { channel } = JSON.parse(data);
    if (channel === view().channel) void refresh();
    else markNew(channel);
  };
};

/** @param {string} line */
const say = (line) => {
  void presses.say(line);
  toEnd();
};

const start = () => {
  const chosen = localStorage.getItem("rostrum.language");
  const speaks = [...language.options].some(({ value }) => value === chosen);
  if (chosen !== null && speaks && chosen !== LANG) {
    location.replace(`/?lang=${chosen}${location.hash}`);
    return;
  }
  const user = localStorage.getItem("rostrum.user");
  if ([...who.options].some(({ value }) => value === user)) who.value = user ?? "";
  language.value = LANG;
  who.addEventListener("change", () => {
    localStorage.setItem("rostrum.user", who.value);
    moved = true;
    void refresh();
  });
  language.addEventListener("change", () => {
    localStorage.setItem("rostrum.language", language.value);
    location.assign(`/?lang=${language.value}${location.hash}`);
  });
  const input = part("#line", HTMLInputElement);
  const completions = part("#completions", HTMLElement);
  const form = part("#say", HTMLFormElement);
  createLine({ form, input, list: completions, send: say, ask: (line) => ask("/api/complete", { ...asking(), line }) });
  for (const example of document.querySelectorAll("[data-example]"))
    example.addEventListener("click", () => say(example.textContent ?? ""));
  part("#skip", HTMLAnchorElement).addEventListener("click", (event) => {
    event.preventDefault();
    input.focus();
  });
  addEventListener("hashchange", () => void go());
  void go();
  listen();
};

start();
