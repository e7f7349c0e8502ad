import { createHash } from "node:crypto";
import type { types, ViewOutput } from "@slack/bolt";
import type { Address } from "../../core/bot/call.ts";
import type { Field, Form } from "../../core/bot/form.ts";
import { type Message, message, text } from "../../core/bot/message.ts";
import { clean, cut } from "../../core/bot/plain.ts";
import { bold } from "../../core/bot/text.ts";
import type { Words } from "../../core/words/words.ts";
import { optionOf, toKept } from "./kept.ts";
import { label, plain } from "./plain.ts";
import { renderPrivate, renderText, toOptions } from "./render.ts";
import { VALUE } from "./suggest.ts";

/** The callback_id of every view of ours. */
export const CALLBACK = "form";
/** Slack: 24 characters for title, submit and close of a modal (docs surfaces/modals). */
const TITLE = 24;
/** Slack: a plain_text_input holds at most 3,000 characters (docs plain-text-input-element). */
const INPUT = 3000;
/** Slack: label and hint of an input block, 2,000 each (docs input-block). */
const LABEL = 2000;

/**
 * Slack keeps what was typed into an input whose block_id and action_id stay the same, whatever initial value the next
 * view has. So the id also says which form and which value it was made for.
 */
const blockIdOf = (form: Form, field: Field): string => {
  const made = JSON.stringify([form.press, field.option, field.kind, field.value ?? ""]);
  return `${field.option}:${createHash("sha256").update(made).digest("hex").slice(0, 12)}`;
};

const idIn = (value: string | undefined, mark: "@" | "#"): string | undefined =>
  value?.trim().match(mark === "@" ? /^(?:<@)?([UW][A-Z0-9]+)>?$/u : /^(?:<#)?([CG][A-Z0-9]+)>?$/u)?.[1];

const toInput = (field: Field): types.PlainTextInput => ({
  type: "plain_text_input",
  action_id: field.option,
  multiline: field.kind === "paragraph",
  ...(field.value && { initial_value: cut(clean(field.value), INPUT) }),
});

/** A list that is filled while typing (suggest.ts); `undefined` where what stands in the field is too long to be an option. */
const toPicker = ({ option, value = "", pick, shown }: Field): types.InputBlock["element"] | undefined => {
  const parts = pick === "one" ? [value] : value.split(/[,、，]/u);
  const given = parts.map((part) => part.trim()).filter((part) => part !== "");
  if (given.some((part) => part.length > VALUE)) return undefined;
  const initial = toOptions(given.map((part) => ({ label: shown ?? part, value: part })));
  const [first] = initial;
  const common = { action_id: option, min_query_length: 0 };
  return pick === "one"
    ? { type: "external_select", ...common, ...(first && { initial_option: first }) }
    : { type: "multi_external_select", ...common, ...(first && { initial_options: initial }) };
};

const toElement = (field: Field): types.InputBlock["element"] => {
  const action_id = field.option;
  const picker = field.pick === undefined ? undefined : toPicker(field);
  if (picker !== undefined) return picker;
  if (field.kind === "account") {
    const user = idIn(field.value, "@");
    // A user group, or what could not be read: Slack has no picker that shows it.
    if (user === undefined && field.value) return toInput(field);
    return { type: "users_select", action_id, ...(user !== undefined && { initial_user: user }) };
  }
  if (field.kind === "channel") {
    const channel = idIn(field.value, "#");
    if (channel === undefined && field.value) return toInput(field);
    const initial = channel === undefined ? {} : { initial_conversation: channel };
    return { type: "conversations_select", action_id, filter: { include: ["public", "private"] }, ...initial };
  }
  const options = field.kind === "choice" ? toOptions(field.from ?? []) : [];
  if (options.length === 0) return toInput(field);
  const chosen = options.find(({ value }) => value === field.value);
  return { type: "static_select", action_id, options, ...(chosen && { initial_option: chosen }) };
};

const PROBLEM = "problem:";

const toProblemBlocks = ({ option, problem }: Field): readonly types.KnownBlock[] =>
  problem === undefined
    ? []
    : renderText([bold(problem)]).map((block, n) => ({ ...block, block_id: `${PROBLEM}${option}:${n}` }));

const toFieldBlocks = (form: Form, field: Field): readonly types.KnownBlock[] => [
  ...toProblemBlocks(field),
  {
    type: "input",
    block_id: blockIdOf(form, field),
    label: label(field.label, LABEL),
    element: toElement(field),
    optional: !field.required,
    ...(field.hint && { hint: label(field.hint, LABEL) }),
  },
];

/** The form as a modal; problems stand above their fields. Where it was asked for is kept in it. */
export const toFormView = (form: Form, at: Address): types.ModalView => ({
  type: "modal",
  callback_id: CALLBACK,
  title: label(form.title, TITLE),
  submit: label(form.labels.submit, TITLE),
  close: label(form.labels.cancel, TITLE),
  private_metadata: toKept(at, { press: form.press }),
  blocks: [
    ...(form.intro === undefined ? [] : renderText([form.intro])),
    ...form.fields.flatMap((field) => toFieldBlocks(form, field)),
  ],
});

/** The frame of the modal that is there already: an answer has no title of its own. */
type Frame = Pick<ViewOutput, "title"> & { readonly close?: ViewOutput["close"] };

/** An answer in the modal that the form was in. */
export const toMessageView = (message: Message, { frame, at }: { frame: Frame; at: Address }): types.ModalView => ({
  type: "modal",
  callback_id: CALLBACK,
  title: label(frame.title.text, TITLE),
  ...(frame.close && { close: label(frame.close.text, TITLE) }),
  private_metadata: toKept(at),
  blocks: renderPrivate(message),
});

/** The frame of a modal that an answer opens by itself. */
export const FRAME: Frame = { title: label("Rostrum", TITLE) };

/** What stands there while the answer takes longer than Slack waits. */
export const toWaitingView = (words: Words, { frame, at }: { frame: Frame; at: Address }): types.ModalView =>
  toMessageView(message(text(words.bot.working)), { frame, at });

/**
 * Problems for the fields of the view as it stands, block_id → words; `undefined` when the form that came back is not
 * this one any more, and the view has to be exchanged.
 */
export const toErrors = (form: Form, view: ViewOutput): Readonly<Record<string, string>> | undefined => {
  const blocks = view.blocks.flatMap((block) =>
    block.type === "input" && block.block_id !== undefined ? [block.block_id] : [],
  );
  const problems = form.fields.flatMap((field): [string, string][] => {
    const block = blocks.find((id) => optionOf(id) === field.option);
    return block === undefined || field.problem === undefined ? [] : [[block, plain(field.problem, INPUT).text]];
  });
  const options = blocks.map(optionOf).sort().join(" ");
  const same =
    options ===
      form.fields
        .map(({ option }) => option)
        .sort()
        .join(" ") &&
    // The press may differ: it holds what was typed, and what is sent in next overrides that.
    view.title.text === plain(form.title, TITLE).text &&
    // What stands above the fields would stay there, beside what is wrong now.
    !view.blocks.some((block) => block.block_id?.startsWith(PROBLEM)) &&
    problems.length === form.fields.filter(({ problem }) => problem !== undefined).length;
  return same && problems.length > 0 ? Object.fromEntries(problems) : undefined;
};
