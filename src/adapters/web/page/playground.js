// @ts-check
/** The playground: what everybody sees comes from the bot, what only one sees lives in this tab. */
import { ask, createConversation } from "./conversation.js";
import { createDialog } from "./dialog.js";
import { makeButton, part } from "./parts.js";
import { now, putAhead, written, zoneName } from "./times.js";

const LANG = document.documentElement.lang;
const words = JSON.parse(document.body.dataset.words ?? "{}");
const language = part("#language", HTMLSelectElement);
const status = part("#status", HTMLElement);
const pane = part("#pane", HTMLElement);
const title = part("#thread", HTMLElement);
const persons = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll("[data-user]")]);
const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("nav a")]);

/** Whom the reader is. */
const person = () => persons.find((one) => one.ariaPressed === "true") ?? persons[0];
/** The one of the page's languages that is nearest to a tag; the page's own where none is. @param {string} tag */
const nearest = (tag) => {
  const known = [...language.options].map(({ value }) => value);
  return known.find((one) => one === tag) ?? known.find((one) => one === tag.split("-")[0]) ?? LANG;
};
const self = () => ({
  user: person()?.dataset.user ?? "",
  zone: person()?.dataset.zone ?? "UTC",
  locale: language.value,
});

/** "#channel" or "#channel/thread". */
const view = () => {
  const [channel = "", thread] = location.hash.slice(1).split("/");
  return { channel, thread };
};

const dialog = createDialog(part("#form", HTMLDialogElement));
const common = { words, self, dialog };
const main = createConversation({
  ...common,
  name: "main",
  place: () => ({ channel: view().channel, thread: undefined }),
  titled: () => undefined,
});
const side = createConversation({
  ...common,
  name: "pane",
  place: () => (view().thread === undefined ? undefined : view()),
  titled: (given) => {
    title.textContent = `${words.thread}: ${given ?? ""}`;
  },
});
const refresh = () => Promise.all([main.refresh(), side.refresh()]);

/** @param {HTMLElement} link */
const isSeen = (link) => {
  const of = link.closest("li")?.dataset.of;
  return of === undefined || of === self().user;
};

const showPlace = () => {
  const { channel, thread } = view();
  const here = links.find((link) => link.dataset.channel === channel && isSeen(link));
  if (here === undefined) {
    const first = links.find(isSeen);
    if (first !== undefined) location.replace(first.hash);
    return false;
  }
  for (const link of links) link.toggleAttribute("aria-current", false);
  here.setAttribute("aria-current", "page");
  here.querySelector(".new")?.remove();
  const section = here.closest("section");
  part("#main", HTMLElement).className = section?.className ?? "";
  pane.className = section?.className ?? "";
  part("#place", HTMLElement).textContent = `${section?.querySelector("h2")?.textContent} ${here.dataset.name}`;
  pane.hidden = thread === undefined;
  part("#close", HTMLAnchorElement).href = `#${channel}`;
  return true;
};

/** @param {string} hash @returns {HTMLElement | null} what opens this thread */
const openerOf = (hash) => document.querySelector(`#main-talk a[href="${CSS.escape(hash)}"]`);

/** A thread was asked for by its link. */
let opens = false;

/** Whoever goes by keyboard goes on where they are: in the thread that opened, or where it was opened. @param {string} [before] */
const go = async (before = "") => {
  const wasOpen = !pane.hidden;
  status.textContent = "";
  if (!showPlace()) return;
  await refresh();
  if (!pane.hidden && opens) title.focus();
  opens = false;
  const focused = document.activeElement;
  if (wasOpen && pane.hidden && (focused === document.body || pane.contains(focused))) openerOf(before)?.focus();
};

/** Everything that depends on who the reader is, but the conversation. */
const showSelf = () => {
  status.textContent = "";
  const { user, zone } = self();
  for (const one of document.querySelectorAll("nav [data-of]"))
    one.toggleAttribute("hidden", one instanceof HTMLElement && one.dataset.of !== user);
  part("#self", HTMLElement).textContent = person()?.textContent ?? "";
  part("#zone", HTMLElement).textContent = zoneName(zone);
  const lines = JSON.parse(person()?.dataset.lines ?? "[]");
  part("#lines", HTMLElement).replaceChildren(
    ...lines.map((/** @type {string} */ line) => makeButton("", line, () => main.say(line))),
  );
  tick();
};

/** @param {string | undefined} user */
const press = (user) => {
  for (const one of persons) one.ariaPressed = String(one.dataset.user === user);
  persons[0]?.parentElement?.scrollTo({ left: (person()?.offsetLeft ?? 0) - 16 });
};

const tick = () => {
  part("#now", HTMLTimeElement).textContent = written(now(), self().zone);
  part("#now", HTMLTimeElement).dateTime = now().toISOString();
};

/** @param {number} ahead */
const put = (ahead) => {
  putAhead(ahead);
  tick();
  document.body.classList.toggle("ahead", ahead !== 0);
};

/** @param {HTMLElement} button */
const jump = async (button) => {
  const answer = await ask("/api/jump", { to: button.dataset.jump }).catch(() => undefined);
  if (answer === undefined) {
    status.textContent = words.failed;
    return;
  }
  const { found, ahead } = answer;
  put(ahead);
  await refresh();
  status.textContent = found ? words.jumped.replace("{time}", written(now(), self().zone)) : words.noPost;
};

/** @param {string} channel */
const markNew = (channel) => {
  const link = links.find((one) => one.dataset.channel === channel);
  if (link === undefined || link.querySelector(".new") !== null) return;
  const mark = document.createElement("span");
  mark.className = "new";
  mark.textContent = words.newPosts;
  link.append(" ", mark);
};

const listen = () => {
  const live = new EventSource("/api/live");
  live.onopen = () => {
    if (status.textContent === words.lost) status.textContent = "";
    void refresh();
  };
  live.onerror = () => {
    status.textContent = words.lost;
  };
  live.onmessage = ({ data }) => {
    const { channel, ahead } = JSON.parse(data);
    if (ahead !== undefined) put(ahead);
    if (ahead !== undefined || channel === view().channel) void refresh();
    else markNew(channel);
  };
};

const remembered = () => {
  const user = localStorage.getItem("rostrum.user");
  press((persons.find((one) => one.dataset.user === user) ?? persons[0])?.dataset.user);
  // Until somebody is pressed, whoever reads the page is answered as it speaks.
  language.value = nearest(localStorage.getItem("rostrum.language") ?? LANG);
};

const start = () => {
  const page = localStorage.getItem("rostrum.page");
  if (page !== null && page !== LANG && [...language.options].some(({ value }) => value === page)) {
    location.replace(`/?lang=${page}${location.hash}`);
    return;
  }
  remembered();
  put(Number(document.body.dataset.ahead ?? 0));
  for (const one of persons)
    one.addEventListener("click", () => {
      press(one.dataset.user);
      language.value = nearest(one.dataset.locale ?? "");
      localStorage.setItem("rostrum.user", self().user);
      localStorage.setItem("rostrum.language", language.value);
      showSelf();
      if (showPlace()) void refresh();
    });
  // Whoever chooses a language reads it: the page speaks it as well.
  language.addEventListener("change", () => {
    localStorage.setItem("rostrum.language", language.value);
    localStorage.setItem("rostrum.page", language.value);
    if (language.value !== LANG) location.assign(`/?lang=${language.value}${location.hash}`);
  });
  for (const button of document.querySelectorAll("[data-jump]"))
    if (button instanceof HTMLElement) button.addEventListener("click", () => void jump(button));
  part("#skip", HTMLAnchorElement).addEventListener("click", (event) => {
    event.preventDefault();
    // In a narrow window an open thread stands where the channel stood.
    for (const one of [side, main]) one.focusLine();
  });
  pane.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) location.hash = view().channel;
  });
  part("#main-talk", HTMLElement).addEventListener("click", ({ target }) => {
    opens = target instanceof Element && target.closest("a.thread") !== null;
  });
  addEventListener("hashchange", ({ oldURL }) => void go(new URL(oldURL).hash));
  setInterval(tick, 1000);
  showSelf();
  void go();
  listen();
};

start();
