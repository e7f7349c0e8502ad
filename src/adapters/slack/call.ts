import { createHash } from "node:crypto";
import type { BlockAction, SlashCommand, ViewSubmitAction } from "@slack/bolt";
import type { Call, Options } from "../../core/bot/call.ts";
import type { Entry } from "../../core/bot/entry.ts";
import { parseLine } from "../../core/bot/line.ts";
import { fromKept, type Kept, optionOf, toAddress } from "./kept.ts";

/** What Slack sends → what was asked. Who asks is looked up after the acknowledgement (account.ts). */
export type Asked = Pick<Call, "id" | "at" | "said" | "options">;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">" };
const decode = (text: string): string => text.replaceAll(/&(amp|lt|gt);/gu, (_, name: string) => ENTITIES[name] ?? "");

/** A press that core wrote never holds "&amp;" (";" is %3B in it): where one arrives, Slack has escaped it on the way. */
const toPress = (carried: string): string => carried.replaceAll("&amp;", "&");

/** "@U1|ann" → "<@U1>", "https://a.example|a" → its address: never the name, which anybody may choose. */
const unwrap = (inside: string): string => {
  const target = decode(inside.split("|")[0] ?? "");
  if (/^(?:[@#][A-Z0-9]+|!subteam\^[A-Z0-9]+)$/u.test(target)) return `<${target}>`;
  if (target.startsWith("!")) return `@${target.slice(1)}`;
  return target.replace(/^(?:mailto|tel):/u, "");
};

/**
 * The words of a slash command (the manifest has should_escape): & < > arrive as entities and are decoded exactly once,
 * mentions keep the id only, a link is its address.
 */
const decodeText = (text: string): string =>
  text.replaceAll(/<([^<>]*)>|&(amp|lt|gt);/gu, (_, inside: string | undefined, name: string | undefined) =>
    inside === undefined ? (ENTITIES[name ?? ""] ?? "") : unwrap(inside),
  );

/** A slash command: its trigger_id is unique, and Slack does not send one twice. */
export const fromCommand = (body: SlashCommand, given: { space: string; menu: readonly Entry[] }): Asked => {
  const line = `${body.command.replace(/^\//u, "")} ${decodeText(body.text ?? "")}`;
  const { command, options } = parseLine(given.menu, line);
  const isWhole = given.menu.some(({ name }) => name === command);
  const said = isWhole ? { command } : { command, menu: true as const };
  return { id: body.trigger_id, at: toAddress(given.space, { channel: body.channel_id }), said, options };
};

const pressOf = (action: BlockAction["actions"][number]): { press: string; options: Options } | undefined => {
  if (action.type === "button" && action.action_id.startsWith("press:") && action.value !== undefined) {
    return { press: toPress(action.value), options: {} };
  }
  const [, option, press] = action.block_id.match(/^choice:\d+:([^:]+):(.*)$/su) ?? [];
  if (action.type !== "static_select" || option === undefined || press === undefined) return undefined;
  return { press: toPress(press), options: { [option]: action.selected_option?.value ?? "" } };
};

/** The thread that the message stands in; a message with answers is not in its own thread. */
const threadOf = (body: BlockAction): string | undefined => {
  const message: Readonly<Record<string, unknown>> = body.message ?? {};
  const within = message.thread_ts ?? body.container.thread_ts;
  return typeof within === "string" && within !== (message.ts ?? body.container.message_ts) ? within : undefined;
};

/** A button or a choice of ours, on a message or in a modal; `undefined` for anything else. */
export const fromAction = (body: BlockAction, space: string): Asked | undefined => {
  const action = body.actions[0];
  const pressed = action === undefined ? undefined : pressOf(action);
  const channel: unknown = body.channel?.id ?? body.container.channel_id;
  const thread = threadOf(body);
  const kept: Kept | undefined =
    body.view === undefined
      ? typeof channel === "string"
        ? { channel, ...(thread !== undefined && { thread }) }
        : undefined
      : fromKept(body.view.private_metadata);
  if (pressed === undefined || kept === undefined) return undefined;
  const { press, options } = pressed;
  const id = body.trigger_id || `${action?.action_ts}:${body.user.id}`;
  return { id, at: toAddress(space, kept), said: { press }, options };
};

type Element = ViewSubmitAction["view"]["state"]["values"][string][string];

const toValue = (element: Element): string => {
  if (element.type === "users_select") return element.selected_user ? `<@${element.selected_user}>` : "";
  if (element.type === "conversations_select")
    return element.selected_conversation ? `<#${element.selected_conversation}>` : "";
  if (element.type === "static_select" || element.type === "external_select")
    return element.selected_option?.value ?? "";
  if (element.type === "multi_external_select")
    return element.selected_options?.map(({ value }) => value).join(", ") ?? "";
  return element.value ?? "";
};

/** What stands in the fields of a view: option → raw words. */
export const toOptionsOf = (values: Readonly<Record<string, Readonly<Record<string, Element>>>>): Options =>
  Object.fromEntries(
    Object.entries(values).flatMap(([block, elements]) =>
      Object.values(elements).map((element): [string, string] => [optionOf(block), toValue(element)]),
    ),
  );

/**
 * A form sent in. The id is made of the view as it was and what was filled in: the same for an envelope that comes twice
 * and for a double click, another one once a value or the view has changed.
 */
export const fromSubmission = (body: ViewSubmitAction, space: string): Asked | undefined => {
  const kept = fromKept(body.view.private_metadata);
  if (kept?.press === undefined) return undefined;
  const press = toPress(kept.press);
  const options = toOptionsOf(body.view.state.values);
  const content = JSON.stringify([body.view.hash, press, Object.entries(options).sort()]);
  const digest = createHash("sha256").update(content).digest("base64url").slice(0, 22);
  return { id: `${body.view.id}.${digest}`, at: toAddress(space, kept), said: { press }, options };
};
