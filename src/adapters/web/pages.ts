import { html } from "hono/html";
import type { Language } from "../../core/words/language.ts";
import type { Channel } from "./board.ts";
import type { Persona } from "./persona.ts";
import { type Html, toMarkup } from "./render.ts";
import { languageNames, type PageWords, pageLanguages, pageWords } from "./words.ts";

/** Lines to press, for whoever does not know what to type. */
export const examples: readonly string[] = [
  "/webinar show 3",
  "/webinar next",
  "/speaker liu",
  "/webinar questions 3",
  "/webinar help",
];

/** The words that the page's script says itself. */
const scriptWords = ({ bot, onlyYou, youTyped, waiting, here, failed, again, lost, newPosts }: PageWords): string =>
  JSON.stringify({ bot, onlyYou, youTyped, waiting, here, failed, again, lost, newPosts });

const head = (title: string): Html => html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/playground.css">
<link rel="stylesheet" href="/page/messages.css">
<link rel="stylesheet" href="/page/line.css">`;

const switches = (
  personas: readonly Persona[],
  language: Language,
  words: PageWords,
): Html => html`<div class="switches">
<label>${words.who} <select id="who">${personas.map(
  ({ user, name, zone }) => html`<option value="${user}" data-zone="${zone}">${name[language]}</option>`,
)}</select></label>
<label>${words.language} <select id="language">${pageLanguages.map(
  (one) =>
    html`<option value="${one}" lang="${one}"${one === language ? html` selected` : ""}>${languageNames[one]}</option>`,
)}</select></label>
</div>`;

const line = (words: PageWords): Html => html`<form id="say" autocomplete="off">
<ul id="completions" role="listbox" aria-label="${words.suggestions}" hidden></ul>
<div class="line">
<input id="line" type="text" role="combobox" aria-expanded="false" aria-controls="completions" aria-autocomplete="list" aria-label="${
  words.line
}" placeholder="${words.line}" maxlength="20000" spellcheck="false" autocapitalize="off" autocorrect="off" enterkeyhint="send">
<button type="submit" class="primary">${words.send}</button>
</div>
<div class="examples" role="group" aria-label="${words.examples}">${examples.map(
  (example) => html`<button type="button" data-example>${example}</button>`,
)}</div>
</form>`;

/** The whole playground. */
export const renderPlayground = (given: {
  readonly language: Language;
  readonly personas: readonly Persona[];
  readonly channels: readonly Channel[];
}): string => {
  const { language, personas, channels } = given;
  const words = pageWords(language);
  return toMarkup(html`<!doctype html>
<html lang="${language}">
<head>
${head(words.title)}
<script type="module" src="/page/playground.js"></script>
</head>
<body data-words="${scriptWords(words)}">
<a class="skip" href="#line" id="skip">${words.skip}</a>
<header class="top">
<div><h1>${words.title}</h1><p>${words.about}</p></div>
${switches(personas, language, words)}
</header>
<nav aria-label="${words.channels}"><h2>${words.channels}</h2><ul>${channels.map(
    ({ id, name }) => html`<li><a href="#${id}" data-channel="${id}" data-name="${name}">#${name}</a></li>`,
  )}</ul></nav>
<main>
<div class="place"><h2 id="place" tabindex="-1"></h2><a id="back" hidden>${words.back}</a></div>
<p id="status" role="status"></p>
<div id="talk" tabindex="0" role="log" aria-live="polite" aria-label="${words.conversation}"></div>
<p id="empty" hidden>${words.empty}</p>
${line(words)}
</main>
</body>
</html>`);
};

/** What stands at "/" when the playground is off. */
export const renderRunning = (language: Language): string =>
  toMarkup(html`<!doctype html>
<html lang="${language}">
<head>${head("Rostrum")}</head>
<body class="plain"><main><h1>Rostrum</h1><p>${pageWords(language).running}</p></main></body>
</html>`);
