import { toModal } from "../../src/adapters/discord/form.ts";
import { toPrivate } from "../../src/adapters/discord/render.ts";
import { toFormView } from "../../src/adapters/slack/form.ts";
import { renderPrivate, renderSummary } from "../../src/adapters/slack/render.ts";
import { renderForm } from "../../src/adapters/web/form.ts";
import { renderMessage } from "../../src/adapters/web/render.ts";
import { pageWords } from "../../src/adapters/web/words.ts";
import type { Form } from "../../src/core/bot/form.ts";
import type { Message } from "../../src/core/bot/message.ts";
import type { Language } from "../../src/core/words/language.ts";

/** An answer as each platform gets it, from the renderers themselves. */

export const asDiscord = (answer: Message | Form): unknown =>
  answer.kind === "form" ? toModal(answer) : toPrivate(answer);

export const asSlack = (answer: Message | Form): unknown =>
  answer.kind === "form"
    ? toFormView(answer, { platform: "slack", space: "T1", channel: "C1" })
    : { ...renderSummary(answer), blocks: renderPrivate(answer) };

/** Line by line, for the eye. */
export const asHtml = (answer: Message | Form, language: Language): string => {
  const words = pageWords(language);
  const html =
    answer.kind === "form"
      ? renderForm(answer, { key: "f", words, language, personas: [], spaces: [], channels: [] })
      : renderMessage(answer, { words, nameOf: () => undefined });
  return `${html.replaceAll(/(<\/(?:p|div|article|form|label|option)>|<br>)/g, "$1\n")}\n`;
};

export const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
