import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from "discord.js";
import type { Field, Form } from "../../core/bot/form.ts";
import { clean, cut, isVisible } from "../../core/bot/plain.ts";
import { label, toLiteral } from "./plain.ts";
import { OPTION_LABEL, OPTION_VALUE, PLACEHOLDER, SELECT_OPTIONS } from "./render.ts";

/** Discord, docs components/reference and interactions: a modal has 1–5 components, title 45, label 45, description 100. */
const MODAL_COMPONENTS = 5;
const TITLE = 45;
const LABEL = 45;
const DESCRIPTION = 100;
const INPUT_PLACEHOLDER = 100;
const INPUT_VALUE = 4000;
const MODAL_TEXT = 4000;

/** "<@1>", "<@!1>", "<@&1>" or "1" as the select's filled-in value. */
const accountOf = (value: string | undefined) => {
  const found = /^(?:<@(?<role>&)?!?(?<mentioned>\d{1,20})>|(?<bare>\d{1,20}))$/u.exec(value?.trim() ?? "")?.groups;
  const id = found?.mentioned ?? found?.bare;
  if (id === undefined) return [];
  const type = found?.role === undefined ? SelectMenuDefaultValueType.User : SelectMenuDefaultValueType.Role;
  return [{ id, type } as const];
};

const channelOf = (value: string | undefined) => {
  const id = /^(?:<#)?(\d{1,20})>?$/u.exec(value?.trim() ?? "")?.[1];
  return id === undefined ? [] : [{ id, type: SelectMenuDefaultValueType.Channel } as const];
};

const toInput = (field: Field): APITextInputComponent => {
  const value = clean(field.value ?? "");
  return {
    type: ComponentType.TextInput,
    custom_id: field.option,
    style: field.kind === "paragraph" ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.required,
    max_length: INPUT_VALUE,
    ...(value !== "" && { value: cut(field.kind === "paragraph" ? value : value.replaceAll("\n", " "), INPUT_VALUE) }),
    ...hintOf(field, INPUT_PLACEHOLDER),
  };
};

/** The hint stands in the empty field; a problem stands beside it, where it is seen although the value came back. */
const hintOf = ({ hint }: Field, limit: number): { placeholder?: string } =>
  hint === undefined ? {} : { placeholder: label(hint, limit) };

const toComponent = (field: Field): APIComponentInLabel => {
  const common = { custom_id: field.option, required: field.required, ...hintOf(field, PLACEHOLDER) };
  const filled = <T>(values: readonly T[]) => (values.length === 0 ? {} : { default_values: [...values] });
  if (field.kind === "account")
    return { type: ComponentType.MentionableSelect, ...common, ...filled(accountOf(field.value)) };
  if (field.kind === "channel")
    // Of any kind: Discord's OpenAPI document has no number for media channels to ask for. What cannot be posted to is said.
    return { type: ComponentType.ChannelSelect, ...common, ...filled(channelOf(field.value)) };
  const options = (field.from ?? [])
    .filter(
      ({ value }, n, all) =>
        value !== "" && value.length <= OPTION_VALUE && all.findIndex((o) => o.value === value) === n,
    )
    .slice(0, SELECT_OPTIONS)
    .map((from) => ({
      label: label(from.label, OPTION_LABEL),
      value: from.value,
      ...(from.value === field.value && { default: true }),
    }));
  return field.kind === "choice" && options.length > 0
    ? { type: ComponentType.StringSelect, ...common, options }
    : toInput(field);
};

const toLabel = (field: Field): APIModalInteractionResponseCallbackComponent => ({
  type: ComponentType.Label,
  label: label(field.label, LABEL),
  ...(field.problem !== undefined && { description: label(field.problem, DESCRIPTION) }),
  component: toComponent(field),
});

/** The modal of a form. Its introduction, and what is too long to stand whole beside a field, are shown while there is room: Discord takes five components in all. */
export const toModal = (form: Form): APIModalInteractionResponseCallbackData => {
  const fields = form.fields.slice(0, MODAL_COMPONENTS).map(toLabel);
  const long = form.fields.flatMap(({ problem = "" }) => (problem.length > DESCRIPTION ? [problem] : []));
  const intro = clean([form.intro ?? "", ...long].join("\n")).trim();
  const above: readonly APIModalInteractionResponseCallbackComponent[] =
    isVisible(intro) && fields.length < MODAL_COMPONENTS
      ? [{ type: ComponentType.TextDisplay, content: toLiteral(intro, MODAL_TEXT) }]
      : [];
  return { custom_id: form.press, title: label(form.title, TITLE), components: [...above, ...fields] };
};
