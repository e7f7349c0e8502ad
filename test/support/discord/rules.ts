import { isDeepStrictEqual } from "node:util";
import type { Json } from "./state.ts";

/** Documented rules that the schemas do not hold: each is a sentence of Discord's documentation, and refuses the body. */

const V2 = 1 << 15;
const EPHEMERAL = 1 << 6;
const SUPPRESS_EMBEDS = 1 << 2;
const SUPPRESS_NOTIFICATIONS = 1 << 12;
const ONLY_V2 = new Set([9, 10, 11, 12, 13, 14, 17]);
const SELECTS = new Set([3, 5, 6, 7, 8]);

type Said = string | false | undefined;
const gather = (...said: readonly (Said | readonly Said[])[]): readonly string[] =>
  said.flat().filter((one): one is string => typeof one === "string");

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const isShown = (value: unknown): boolean => /[^\s\p{Z}\p{C}]/u.test(text(value));
const repeated = (values: readonly unknown[]): boolean => new Set(values).size !== values.length;

/** Every component, nested ones included. */
export const allComponents = (components: unknown): readonly Json[] =>
  list(components).flatMap((component) => [
    component,
    ...allComponents(component.components),
    ...allComponents(component.accessory ? [component.accessory] : []),
    ...allComponents(component.component ? [component.component] : []),
  ]);

const brokenString = (value: unknown): boolean => {
  if (typeof value === "string") return !value.isWellFormed() || value.includes("\0");
  return typeof value === "object" && value !== null && Object.values(value).some(brokenString);
};

const buttonRules = (button: Json): readonly string[] => {
  const isLink = button.style === 5;
  return gather(
    isLink && !button.url && "link button without url",
    isLink && button.custom_id !== undefined && "link button with custom_id",
    !isLink && button.style !== 6 && !button.custom_id && "button without custom_id",
    !isLink && button.url !== undefined && "url on a button that is no link",
    !isShown(button.label) && !button.emoji && "button without label",
  );
};

const selectRules = (select: Json): readonly string[] => {
  const options = list(select.options);
  const most = Number(select.max_values ?? 1);
  const least = Number(select.min_values ?? 1);
  const chosen = options.filter((option) => option.default === true).length + list(select.default_values).length;
  return gather(
    repeated(options.map((option) => option.value)) && "select with the same value twice",
    options.some((option) => !isShown(option.label)) && "option without label",
    least > most && "min_values over max_values",
    select.type === 3 && most > options.length && "max_values over the number of options",
    chosen > most && "more chosen than max_values",
  );
};

const componentRules = (components: readonly Json[]): readonly string[] => {
  const ids = components.map((component) => component.custom_id).filter((id) => id !== undefined);
  return gather(
    repeated(ids) && "duplicate custom_id",
    components.flatMap((component) => {
      const inner = list(component.components);
      const kinds = inner.map(({ type }) => type);
      if (component.type === 2) return buttonRules(component);
      if (SELECTS.has(Number(component.type))) return selectRules(component);
      if (component.type === 10)
        return gather(!isShown(component.content) && component.content !== "…" && "empty text");
      if (component.type !== 1) return [];
      return gather(
        kinds.some((kind) => SELECTS.has(Number(kind))) && kinds.length > 1 && "a select shares its row",
        kinds.length > 5 && "more than five buttons in a row",
      );
    }),
  );
};

type Way = "create" | "reply" | "edit";
const FLAGS: Readonly<Record<Way, number>> = {
  create: SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | V2,
  reply: SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | V2 | EPHEMERAL,
  // Who sees a message cannot be changed.
  edit: SUPPRESS_EMBEDS | V2,
};

const v2Rules = (body: Json, components: readonly Json[]): readonly string[] => {
  const long = components.filter(({ type }) => type === 10).reduce((sum, part) => sum + text(part.content).length, 0);
  return gather(
    ["content", "embeds", "poll", "sticker_ids"].map((key) => Boolean(body[key]) && `${key} beside Components V2`),
    components.length > 40 && `${components.length} components`,
    long > 4000 && `${long} characters of text`,
    components.length === 0 && "empty message",
  );
};

const v1Rules = (body: Json, components: readonly Json[]): readonly string[] =>
  gather(
    components.some(({ type }) => ONLY_V2.has(Number(type))) && "V2 components without the flag",
    text(body.content).length > 2000 && "content over 2000",
    list(body.components).length > 5 && "more than five rows",
    !isShown(body.content) && list(body.embeds).length === 0 && components.length === 0 && "empty message",
  );

/** @param wasV2 an edited message that is Components V2 stays so. */
export const messageRules = (body: Json, way: Way, wasV2 = false): readonly string[] => {
  const flags = Number(body.flags ?? 0);
  const components = allComponents(body.components);
  return gather(
    brokenString(body) && "a string that is not well-formed",
    (flags & ~FLAGS[way]) !== 0 && `flags ${flags} cannot be set here`,
    componentRules(components),
    (flags & V2) !== 0 || wasV2 ? v2Rules(body, components) : v1Rules(body, components),
    body.enforce_nonce === true && !text(body.nonce) && "enforce_nonce without nonce",
  );
};

/** The one shape of a post that was chosen to call somebody: its first text is that mention and nothing else. */
const isChosen = (allowed: Json, first: string): boolean => {
  const role = /^<@&(\d+)>$/u.exec(first)?.[1];
  const fitting = role === undefined ? { parse: ["everyone"] } : { parse: [], roles: [role] };
  return (role !== undefined || first === "@everyone" || first === "@here") && isDeepStrictEqual(allowed, fitting);
};

/**
 * Not refused by Discord, but by the house: every create, edit and reply says that it mentions nobody, or if it is a post,
 * exactly what its first line is. `way`: only what is created may ever call somebody.
 */
export const mentionRules = (body: Json, way: Way = "reply"): readonly string[] => {
  const allowed = body.allowed_mentions as Json | undefined;
  if (allowed === undefined) return ["allowed_mentions is missing"];
  const first = text(allComponents(body.components).find(({ type }) => type === 10)?.content);
  const isNobody = isDeepStrictEqual(allowed, { parse: [] });
  return isNobody || (way === "create" && isChosen(allowed, first)) ? [] : ["allowed_mentions lets something through"];
};

const fieldRules = (field: Json): readonly string[] => {
  const value = text(field.value);
  return gather(
    field.type === 4 && field.label !== undefined && "text input with a label inside a label",
    field.type === 4 && value.length > Number(field.max_length ?? 4000) && "value over max_length",
    field.type === 4 && Number(field.min_length ?? 0) > Number(field.max_length ?? 4000) && "min over max",
    SELECTS.has(Number(field.type)) && field.required !== false && field.min_values === 0 && "required, min 0",
    SELECTS.has(Number(field.type)) && selectRules(field),
  );
};

export const modalRules = (data: Json): readonly string[] => {
  const top = list(data.components);
  const fields = allComponents(top).filter((component) => component.custom_id !== undefined);
  return gather(
    brokenString(data) && "a string that is not well-formed",
    (top.length < 1 || top.length > 5) && `${top.length} components in a modal`,
    fields.length === 0 && "a modal without fields",
    repeated(fields.map((field) => field.custom_id)) && "duplicate custom_id",
    !isShown(data.title) && "modal without title",
    top.some(({ type, label }) => type === 18 && !isShown(label)) && "label without words",
    fields.flatMap(fieldRules),
  );
};
