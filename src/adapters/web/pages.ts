import { html, raw } from "hono/html";
import type { Message } from "../../core/bot/message.ts";
import type { Language } from "../../core/words/language.ts";
import type { Channel, WebSpace } from "./board.ts";
import { type Jump, jumps } from "./clock.ts";
import type { Persona } from "./persona.ts";
import { type Html, renderMessage, toMarkup } from "./render.ts";
import { languageNames, type PageWords, pageLanguages, pageWords } from "./words.ts";

interface Given {
  readonly language: Language;
  readonly personas: readonly Persona[];
  readonly spaces: readonly WebSpace[];
  readonly channels: readonly Channel[];
  /** How far the playground's clock is ahead, milliseconds. */
  readonly ahead: number;
}

/** Pages of one language, and the words that it says everything in. */
type Drawn = Given & { readonly words: PageWords };

const head = (title: string): Html => html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
${["playground", "messages", "line", "looks", "touch"].map((name) => html`<link rel="stylesheet" href="/page/${name}.css">`)}`;

/** One press sets rank, zone and language. */
const persons = ({ personas, language, words }: Drawn): Html =>
  html`<div class="persons strip" role="group" aria-label="${words.who}">${personas.map(
    ({ user, name, zone, locale, lines = [] }) =>
      html`<button type="button" aria-pressed="false" data-user="${user}" data-zone="${zone}" data-locale="${
        locale ?? ""
      }" data-lines="${JSON.stringify(lines)}">${name[language]}</button>`,
  )}</div>`;

const self = ({ words }: Drawn): Html => html`<p class="self"><b id="self"></b>
<label><span class="what">${words.language}</span> <select id="language">${pageLanguages.map(
  (one) => html`<option value="${one}" lang="${one}">${languageNames[one]}</option>`,
)}</select></label></p>`;

const jumpWords = (words: PageWords): Readonly<Record<Jump, string>> => ({
  post: words.toPost,
  hour: words.toHour,
  day: words.toDay,
  now: words.toNow,
});

const clock = ({ words }: Drawn): Html =>
  html`<div class="clock strip" role="group" aria-label="${words.clock}"><span><span class="what">${
    words.clock
  }</span> <time id="now"></time> <span class="unseen">${words.zone}</span> <span id="zone"></span></span>${jumps.map(
    (to) => html`<button type="button" data-jump="${to}">${jumpWords(words)[to]}</button>`,
  )}</div>`;

const channelLink = ({ id, name, of }: Channel, words: PageWords): Html =>
  of === undefined
    ? html`<li><a href="#${id}" data-channel="${id}" data-name="#${name}">#${name}</a></li>`
    : html`<li data-of="${of}"><a href="#${id}" data-channel="${id}" data-name="${words.direct}">${words.direct}</a></li>`;

const nav = ({ spaces, channels, words }: Drawn): Html =>
  html`<nav aria-label="${words.channels}">${spaces.map(
    ({ id, name, guise }) =>
      html`<section class="${guise}" data-space="${id}" aria-labelledby="space-${id}"><h2 id="space-${id}">${name}</h2><ul>${channels
        .filter(({ space }) => space === id)
        .map((channel) => channelLink(channel, words))}</ul></section>`,
  )}</nav>`;

/** @param key the ids of its parts begin with it */
const line = (key: string, words: PageWords): Html => html`<form class="say" id="${key}-say" autocomplete="off">
<ul class="completions" id="${key}-completions" role="listbox" aria-label="${words.suggestions}" hidden></ul>
<div class="line">
<input id="${key}-line" type="text" role="combobox" aria-expanded="false" aria-controls="${key}-completions" aria-autocomplete="list" aria-label="${
  words.line
}" placeholder="${words.line}" maxlength="20000" spellcheck="false" autocapitalize="off" autocorrect="off" enterkeyhint="send">
<button type="submit" class="primary">${words.send}</button>
</div>
</form>`;

const main = ({ words }: Drawn): Html => html`<main id="main">
<h2 id="place" tabindex="-1"></h2>
<p id="status" role="status"></p>
<div class="talk" id="main-talk" tabindex="0" role="log" aria-live="polite" aria-labelledby="place"></div>
<p class="empty" hidden>${words.empty}</p>
${line("main", words)}
<div class="lines strip" id="lines" role="group" aria-label="${words.examples}"></div>
</main>`;

const pane = ({ words }: Drawn): Html => html`<aside id="pane" aria-labelledby="thread" hidden>
<div class="top"><h2 id="thread" tabindex="-1"></h2><a id="close" class="button" href="#">${words.close}</a></div>
<div class="talk" id="pane-talk" tabindex="0" role="log" aria-live="polite" aria-labelledby="thread"></div>
${line("pane", words)}
</aside>`;

/** The whole playground. */
export const renderPlayground = (given: Given): string => {
  const words = pageWords(given.language);
  const drawn = { ...given, words };
  const { posts: _, ...said } = words;
  return toMarkup(html`<!doctype html>
<html lang="${given.language}">
<head>
${head(words.title)}
<script type="module" src="/page/playground.js"></script>
</head>
<body class="playground" data-words="${JSON.stringify(said)}" data-ahead="${given.ahead}">
<a class="skip" href="#main-line" id="skip">${words.skip}</a>
<header class="banner">
<div class="name"><h1>${words.title}</h1><p>${words.about}</p></div>
${persons(drawn)}
${self(drawn)}
${clock(drawn)}
</header>
${nav(drawn)}
${main(drawn)}
${pane(drawn)}
<dialog id="form"></dialog>
</body>
</html>`);
};

const plain = (language: Language, inner: Html): string =>
  toMarkup(html`<!doctype html>
<html lang="${language}">
<head>${head("Rostrum")}</head>
<body class="plain"><main><h1>Rostrum</h1>${inner}</main></body>
</html>`);

/** What stands at "/" when the playground is off. */
export const renderRunning = (language: Language): string =>
  plain(language, html`<p>${pageWords(language).running}</p>`);

/** The same for whoever sits at this machine: what the doctor says, with nothing to press. */
export const renderDoctor = (language: Language, said: Message): string => {
  const blocks = said.blocks.filter(({ block }) => block !== "buttons" && block !== "choice");
  const words = pageWords(language);
  const markup = renderMessage({ ...said, blocks }, { words, nameOf: () => undefined });
  return plain(language, html`<p>${words.running}</p><article><div class="said">${raw(markup)}</div></article>`);
};
