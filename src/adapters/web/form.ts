import { html } from "hono/html";
import type { Field, Form } from "../../core/bot/form.ts";
import type { Suggestion } from "../../core/bot/message.ts";
import type { Language } from "../../core/words/language.ts";
import { type Channel, channelName, type WebSpace } from "./board.ts";
import type { Persona } from "./persona.ts";
import { clean, type Html, renderString, toMarkup } from "./render.ts";
import type { PageWords } from "./words.ts";

/** What the pickers of a form offer, and the words of the page around it. */
export interface Surroundings {
  /** Unique on the page: the ids of the form's parts begin with it. */
  readonly key: string;
  readonly words: PageWords;
  readonly language: Language;
  readonly personas: readonly Persona[];
  readonly spaces: readonly WebSpace[];
  readonly channels: readonly Channel[];
}

/** An account as the bot's options take it: its mention. */
export const mentionOf = (persona: Persona): string => `<@${persona.user}>`;
export const mentionOfChannel = (channel: Channel): string => `<#${channel.id}>`;

const offers = (field: Field, { language, personas, channels, spaces }: Surroundings): readonly Suggestion[] => {
  if (field.kind === "account")
    return personas.map((persona) => ({ label: `@${persona.name[language]}`, value: mentionOf(persona) }));
  if (field.kind === "channel")
    return channels
      .filter(({ of }) => of === undefined)
      .map((channel) => ({ label: channelName(channel, spaces), value: mentionOfChannel(channel) }));
  return field.from ?? [];
};

/** The offer that a value means: for accounts and channels the id alone does as well. */
const chosen = (value: string, from: readonly Suggestion[]): string =>
  from.find((one) => one.value === value || one.value === `<@${value}>` || one.value === `<#${value}>`)?.value ?? value;

const renderSelect = (field: Field, attributes: Html, around: Surroundings): Html => {
  const known = offers(field, around);
  const value = chosen(field.value ?? "", known);
  const strange = value !== "" && !known.some((one) => one.value === value);
  const from = [{ label: around.words.nothing, value: "" }, ...known, ...(strange ? [{ label: value, value }] : [])];
  return html`<select ${attributes}>${from.map(
    (one) =>
      html`<option value="${one.value}"${one.value === value ? html` selected` : ""}>${clean(one.label)}</option>`,
  )}</select>`;
};

const renderControl = (field: Field, attributes: Html, around: Surroundings): Html => {
  if (field.kind === "line") return html`<input type="text" ${attributes} value="${field.value ?? ""}">`;
  // The parser drops one line break right after the tag; without ours it would take the writer's own.
  if (field.kind === "paragraph") return html`<textarea rows="5" ${attributes}>\n${field.value ?? ""}</textarea>`;
  return renderSelect(field, attributes, around);
};

const renderField = (field: Field, n: number, around: Surroundings): Html => {
  const id = `${around.key}-${n}`;
  const hint = field.hint === undefined ? undefined : `${id}-hint`;
  const problem = field.problem === undefined ? undefined : `${id}-problem`;
  const described = [problem, hint].filter((one) => one !== undefined).join(" ");
  const attributes = html`id="${id}" name="${field.option}"${field.required ? html` required` : ""}${
    described === "" ? "" : html` aria-describedby="${described}"`
  }${problem === undefined ? "" : html` aria-invalid="true"`}`;
  return html`<div class="field"><label for="${id}">${clean(field.label)}${
    field.required ? html` <span class="required">(${around.words.required})</span>` : ""
  }</label>${problem === undefined ? "" : html`<p class="problem" id="${problem}">${renderString(field.problem ?? "")}</p>`}${renderControl(
    field,
    attributes,
    around,
  )}${hint === undefined ? "" : html`<p class="hint" id="${hint}">${clean(field.hint ?? "")}</p>`}</div>`;
};

/** `novalidate`: the bot itself says what is wrong, in the asker's language, as on the other platforms. */
export const renderForm = (form: Form, around: Surroundings): string =>
  toMarkup(
    html`<form data-press="${form.press}" novalidate autocomplete="off" aria-labelledby="${around.key}-title"><h3 id="${
      around.key
    }-title">${clean(form.title)}</h3>${form.intro === undefined ? "" : html`<p>${renderString(form.intro)}</p>`}${form.fields.map(
      (field, n) => renderField(field, n, around),
    )}<div class="buttons"><button type="submit" class="primary">${clean(
      form.labels.submit,
    )}</button><button type="button" data-cancel class="plain">${clean(form.labels.cancel)}</button></div></form>`,
  );
