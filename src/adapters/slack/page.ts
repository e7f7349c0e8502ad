import { type Language, toLanguage } from "../../core/words/language.ts";
import { wordsIn } from "../../core/words/words.ts";

/** A plain page for whoever installs Rostrum in a browser: a few sentences, and the way on. */

export interface Page {
  readonly status: number;
  readonly lines: readonly string[];
  /** With a link that begins again. */
  readonly again: boolean;
}

const HEADERS: Readonly<Record<string, string>> = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  // The address holds the code.
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/gu, (mark) => ENTITIES[mark] ?? "");

/** "ja, en;q=0.8": what the browser likes best of what is spoken here. */
export const languageOf = (request: Request): Language => {
  const wanted = (request.headers.get("accept-language") ?? "").split(",").map((part) => {
    const [tag = "", ...parameters] = part.trim().split(";");
    const weight = parameters.map((one) => /^\s*q=([\d.]+)$/u.exec(one)?.[1]).find((one) => one !== undefined);
    return { language: toLanguage(tag), weight: Number(weight ?? 1) };
  });
  return (
    wanted.toSorted((a, b) => b.weight - a.weight).find(({ language }) => language !== undefined)?.language ?? "en"
  );
};

export const toPage = ({ status, lines, again }: Page, language: Language): Response => {
  const { title, begin } = wordsIn(language).install;
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`);
  const link = again ? [`<p><a href="install">${escapeHtml(begin)}</a></p>`] : [];
  const body = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">`,
    `<title>${escapeHtml(title)}</title></head><body><main><h1>${escapeHtml(title)}</h1>`,
    ...paragraphs,
    ...link,
    "</main></body></html>",
  ].join("\n");
  return new Response(body, { status, headers: HEADERS });
};
