// @ts-check
/** The command line: what may come next stands in a list above it (the combobox pattern of the ARIA practices). */

/** How long typing rests before the bot is asked. */
const REST_MS = 80;

/** @typedef {{ line: string, label: string, detail: string }} Completion */

/** @param {Completion} completion @param {string} id */
const toItem = ({ label, detail }, id) => {
  const item = document.createElement("li");
  item.id = id;
  item.setAttribute("role", "option");
  const name = document.createElement("b");
  name.textContent = label;
  const more = document.createElement("span");
  more.textContent = detail;
  item.append(name, " ", more);
  return item;
};

/** The list, and which of it is active: -1 is none. @param {HTMLInputElement} input @param {HTMLElement} list */
const createList = (input, list) => {
  /** @type {readonly Completion[]} */
  let shown = [];
  let active = -1;
  /** @param {number} next */
  const activate = (next) => {
    active = next;
    [...list.children].forEach((item, n) => {
      item.setAttribute("aria-selected", String(n === active));
      if (n === active) item.scrollIntoView({ block: "nearest" });
    });
    if (active === -1) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `${list.id}-${active}`);
  };
  return {
    /** @param {readonly Completion[]} completions */
    show(completions) {
      shown = completions;
      list.replaceChildren(...completions.map((one, n) => toItem(one, `${list.id}-${n}`)));
      list.hidden = completions.length === 0;
      input.setAttribute("aria-expanded", String(completions.length > 0));
      activate(-1);
    },
    down: () => activate(active + 1 < shown.length ? active + 1 : -1),
    up: () => activate(active === -1 ? shown.length - 1 : active - 1),
    active: () => shown[active],
    /** What Tab means: the active one, else the first. */
    nearest: () => shown[Math.max(active, 0)],
    /** @param {EventTarget | null} target */
    under(target) {
      const item = target instanceof Element ? target.closest("li") : null;
      return item === null ? undefined : shown[[...list.children].indexOf(item)];
    },
  };
};

/**
 * @param {HTMLInputElement} input @param {ReturnType<typeof createList>} list
 * @param {(line: string) => Promise<readonly Completion[]>} ask
 */
const createAsking = (input, list, ask) => {
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const refresh = async () => {
    const mine = ++asked;
    const atEnd = input.selectionStart === input.value.length;
    const completions = atEnd ? await ask(input.value).catch(() => []) : [];
    if (mine === asked) list.show(completions);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, REST_MS);
  };
  const close = () => {
    asked++;
    clearTimeout(timer);
    list.show([]);
  };
  /** @param {Completion | undefined} completion */
  const take = (completion) => {
    if (completion === undefined) return;
    close();
    input.value = completion.line;
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
    soon();
  };
  return { soon, close, take };
};

/** Lines that were sent from this tab: the arrow keys bring them back into an empty line. @param {HTMLInputElement} input */
const createHistory = (input) => {
  /** @type {string[]} */
  const lines = [];
  let at = 0;
  return {
    /** @param {string} line */
    add(line) {
      if (lines.at(-1) !== line) lines.push(line);
      at = lines.length;
    },
    /** Whether the arrow keys mean this: nothing is typed, or what is there was brought back. */
    isOpen: () => input.value === "" || input.value === lines[at],
    /** @param {number} by */
    move(by) {
      at = Math.min(Math.max(at + by, 0), lines.length);
      input.value = lines[at] ?? "";
    },
  };
};

/**
 * @param {{
 *   form: HTMLFormElement, input: HTMLInputElement, list: HTMLElement,
 *   ask: (line: string) => Promise<readonly Completion[]>, send: (line: string) => void,
 * }} given
 */
export const createLine = ({ form, input, list: box, ask, send }) => {
  const list = createList(input, box);
  const { soon, close, take } = createAsking(input, list, ask);
  input.addEventListener("input", soon);
  input.addEventListener("blur", close);
  const history = createHistory(input);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.shiftKey) return;
    const active = list.active();
    /** @typedef {Readonly<Record<string, (() => void) | undefined>>} Keys */
    const past = { ArrowUp: () => history.move(-1), ArrowDown: () => history.move(1) };
    /** @type {Keys} */
    const offered = {
      ArrowDown: list.down,
      ArrowUp: list.up,
      Escape: close,
      Tab: () => take(list.nearest()),
      Enter: active && (() => take(active)),
    };
    /** @type {Keys} */
    const keys = !box.hidden ? offered : history.isOpen() ? past : {};
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  // Before the line loses the focus, and the list with it.
  box.addEventListener("mousedown", (event) => {
    event.preventDefault();
    take(list.under(event.target));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const line = input.value.trim();
    if (line === "") return;
    close();
    input.value = "";
    history.add(line);
    send(line);
  });
};
