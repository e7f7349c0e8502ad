import type { Seen } from "../rig.ts";
import { elementsOf, isAllBold, labelOf, showBlocks, showMrkdwn } from "./display.ts";
import type { Json } from "./rules.ts";
import type { Channel, Ephemeral, Message, Outcome, View } from "./state.ts";

/** What a person sees of messages and modals, and where it was seen. */

export type Origin =
  | { readonly kind: "ephemeral"; readonly ephemeral: Ephemeral }
  | { readonly kind: "post"; readonly channel: Channel; readonly message: Message }
  | { readonly kind: "view"; readonly view: View };

const origins = new WeakMap<Seen, Origin>();

export const originOf = (seen: Seen): Origin => {
  const origin = origins.get(seen);
  if (origin === undefined) throw new Error("there is nothing to press");
  return origin;
};

const buttonsOf = (blocks: readonly Json[]): readonly string[] =>
  elementsOf(blocks, "button").map(({ element }) => labelOf(element));
const choicesOf = (blocks: readonly Json[]): readonly string[] =>
  elementsOf(blocks, "static_select").flatMap(({ element }) =>
    (element.options as readonly Json[]).map(({ value }) => String(value)),
  );

const seeMessage = (
  given: { text: string; blocks: readonly Json[]; raw: Json },
  how: { private: boolean; replaced: boolean },
): Seen => ({
  text: given.blocks.length > 0 ? showBlocks(given.blocks) : showMrkdwn(given.text),
  buttons: buttonsOf(given.blocks),
  choices: choicesOf(given.blocks),
  ...how,
  raw: given.raw,
});

export const seePost = (channel: Channel, message: Message): Seen => {
  const seen = seeMessage(message, { private: false, replaced: false });
  origins.set(seen, { kind: "post", channel, message });
  return seen;
};

/** What stands in a field before anybody types. */
export const initialOf = (element: Json): string | undefined => {
  const option = element.initial_option as Json | undefined;
  if (element.type === "users_select")
    return element.initial_user === undefined ? undefined : `<@${element.initial_user}>`;
  if (element.type === "conversations_select")
    return element.initial_conversation === undefined ? undefined : `<#${element.initial_conversation}>`;
  if (Array.isArray(element.initial_options))
    return (element.initial_options as readonly Json[]).map(({ value }) => String(value)).join(", ");
  return (option?.value ?? element.initial_value) as string | undefined;
};

const seeForm = (view: View): NonNullable<Seen["form"]> | undefined => {
  const blocks = view.view.blocks as readonly Json[];
  const fields = blocks.flatMap((block, n) => {
    if (block.type !== "input") return [];
    const element = block.element as Json;
    const above = blocks[n - 1];
    const problem =
      view.errors[String(block.block_id)] ?? (isAllBold(above) && above ? showBlocks([above]) : undefined);
    const value = initialOf(element);
    const label = String((block.label as Json).text);
    return [
      {
        option: String(element.action_id),
        label,
        ...(value !== undefined && { value }),
        ...(problem !== undefined && { problem }),
      },
    ];
  });
  return fields.length === 0 ? undefined : { title: String((view.view.title as Json).text), fields };
};

export const seeView = (view: View, replaced: boolean): Seen => {
  const blocks = view.view.blocks as readonly Json[];
  const form = seeForm(view);
  const seen: Seen = {
    text: [showBlocks(blocks), ...Object.values(view.errors)].join("\n"),
    buttons: buttonsOf(blocks),
    choices: choicesOf(blocks),
    ...(form && { form }),
    private: true,
    replaced,
    raw: view.view,
  };
  origins.set(seen, { kind: "view", view });
  return seen;
};

export const see = (outcome: Outcome): Seen => {
  if (outcome.kind === "closed")
    return { text: "", buttons: [], choices: [], private: true, replaced: true, raw: undefined };
  if (outcome.kind === "view") return seeView(outcome.view, outcome.replaced);
  const seen = seeMessage(outcome.ephemeral, { private: true, replaced: outcome.replaced });
  origins.set(seen, { kind: "ephemeral", ephemeral: outcome.ephemeral });
  return seen;
};

/** Errors leave the modal as it is, with what was typed into it. */
export const keepTyped = (view: View, state: Json): Seen => {
  const values = state.values as Readonly<Record<string, Readonly<Record<string, Json>>>>;
  const blocks = (view.view.blocks as readonly Json[]).map((block): Json => {
    const element = block.element as Json | undefined;
    const typed = values[String(block.block_id)]?.[String(element?.action_id)];
    if (element === undefined || typed === undefined) return block;
    const { initial_value, initial_option, initial_user, initial_conversation, initial_options, ...rest } = element;
    const kept = {
      ...(typed.value ? { initial_value: typed.value } : {}),
      ...(typed.selected_option ? { initial_option: typed.selected_option } : {}),
      ...(Array.isArray(typed.selected_options) && typed.selected_options.length > 0
        ? { initial_options: typed.selected_options }
        : {}),
      ...(typed.selected_user ? { initial_user: typed.selected_user } : {}),
      ...(typed.selected_conversation ? { initial_conversation: typed.selected_conversation } : {}),
    };
    return { ...block, element: { ...rest, ...kept } };
  });
  view.view = { ...view.view, blocks };
  return seeView(view, false);
};
