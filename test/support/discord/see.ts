import type { Seen } from "../rig.ts";
import type { Outcome } from "./interactions.ts";
import { readMarkdown } from "./markdown.ts";
import { allComponents } from "./rules.ts";
import type { Json, State, Stored } from "./state.ts";

/** What a person sees of a message or a modal. */

const words = (value: unknown): string => (typeof value === "string" ? value : "");
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);

/** Mentions are shown under the name that they have in the server. */
const named = (state: State, plain: string): string =>
  plain.replaceAll(/<@(&?)!?(\d+)>/gu, (mark, role: string, id: string) => {
    const guilds = [...state.guilds.values()];
    const name =
      role === "&"
        ? guilds.flatMap(({ roles }) => roles).find((one) => one.id === id)?.name
        : guilds.map(({ members }) => members.get(id)?.name).find((one) => one !== undefined);
    return name === undefined ? mark : `@${name}`;
  });

const textOf = (state: State, components: readonly Json[]): string =>
  components
    .filter(({ type }) => type === 10)
    .map((part) => named(state, readMarkdown(words(part.content)).plain))
    .join("\n");

const marks = new WeakMap<
  Seen,
  { readonly message: Stored } | { readonly modal: Json; readonly from: Stored | undefined }
>();
/** Which message or modal a person is looking at. */
export const lookedAt = (seen: Seen) => marks.get(seen);

export const seeMessage = (state: State, message: Stored, replaced = false): Seen => {
  const components = allComponents(message.components);
  const seen: Seen = {
    text: [message.content === "" ? [] : [readMarkdown(message.content).plain], textOf(state, components)]
      .flat()
      .join("\n"),
    buttons: components.filter(({ type }) => type === 2).map((button) => words(button.label)),
    choices: components
      .filter(({ type }) => type === 3)
      .flatMap((select) => list(select.options).map((option) => words(option.value))),
    private: message.for !== undefined,
    replaced,
    raw: message.body,
  };
  marks.set(seen, { message });
  return seen;
};

/** What stands in a field when the window opens. */
export const filledIn = (field: Json): string => {
  if (field.type === 4) return words(field.value);
  if (field.type === 3)
    return list(field.options)
      .filter((option) => option.default === true)
      .map((option) => words(option.value))
      .join(", ");
  const marksOf: Readonly<Record<string, string>> = { user: "@", role: "@&", channel: "#" };
  return list(field.default_values)
    .map((value) => `<${marksOf[words(value.type)]}${words(value.id)}>`)
    .join(", ");
};

export const seeModal = (state: State, modal: Json, from: Stored | undefined): Seen => {
  const top = list(modal.components);
  const fields = top
    .filter(({ type }) => type === 18)
    .map((label) => {
      const field = label.component as Json;
      const value = filledIn(field);
      return {
        option: words(field.custom_id),
        label: words(label.label),
        ...(value !== "" && { value }),
        ...(label.description !== undefined && { problem: words(label.description) }),
      };
    });
  const seen: Seen = {
    text: [words(modal.title), textOf(state, top), ...fields.flatMap(({ label, problem }) => [label, problem ?? ""])]
      .filter((line) => line !== "")
      .join("\n"),
    buttons: [],
    choices: [],
    form: { title: words(modal.title), fields },
    private: true,
    replaced: false,
    raw: modal,
  };
  marks.set(seen, { modal, from });
  return seen;
};

export const seeOutcome = (state: State, outcome: Outcome, from: Stored | undefined): Seen => {
  if (outcome.kind === "message") return seeMessage(state, outcome.message, outcome.replaced);
  if (outcome.kind === "modal") return seeModal(state, outcome.modal, from);
  throw new Error("choices are not seen here");
};
