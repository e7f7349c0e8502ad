import type { types, ViewOutput, webApi } from "@slack/bolt";
import type { Address } from "../../core/bot/call.ts";
import { type Form, toFormMessage } from "../../core/bot/form.ts";
import type { Message } from "../../core/bot/message.ts";
import type { Log } from "../../core/log.ts";
import { wordOf } from "./fault.ts";
import { toErrors, toFormView, toMessageView, toWaitingView } from "./form.ts";
import { renderPrivate, renderSummary } from "./render.ts";

/** An answer on its way to the one who asked: through the response_url, as a modal, or in the modal that is open. */

type Reply = Message | Form;

export interface Ways {
  readonly client: webApi.WebClient;
  readonly apiUrl: string;
  readonly log: Log;
}

/** One HTTP request of ours (delivery.md: T_req). */
const PATIENCE_MS = 10_000;
/** Slack: 3 s for the acknowledgement of a form, docs bolt acknowledge; half a second is left for the way. */
const SUBMISSION_MS = 2500;
/** Slack takes the acknowledgement (socket) and views.update (HTTP) on two ways: the second must not overtake the first. */
const SETTLE_MS = 300;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The body names the address, so it goes nowhere but to Slack: the configured API's origin or hooks.slack.com. */
const isSlack = (url: string, apiUrl: string): boolean =>
  URL.canParse(url) && [new URL(apiUrl).origin, "https://hooks.slack.com"].includes(new URL(url).origin);

export interface Spot {
  readonly url: string | undefined;
  readonly replace: boolean;
}

/** A private message. Slack: five uses of a response_url within 30 minutes; a command or a press needs one. */
const respond = async (message: Message, { url, replace }: Spot, { apiUrl, log }: Ways): Promise<void> => {
  if (url === undefined || !isSlack(url, apiUrl))
    return log.warn({}, "An answer has no way to Slack: its address is not Slack's");
  const blocks = renderPrivate(message);
  const body = { response_type: "ephemeral", replace_original: replace, blocks, ...renderSummary(message) };
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(body),
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const said = await response.text();
  if (!response.ok)
    log.warn(
      { status: response.status, word: said.slice(0, 60).replaceAll(/[^a-z_]/gu, "") },
      "Slack refused an answer",
    );
};

/** The form at once; where that is too late, or the trigger is used up, a button that asks for it again. */
const open = async (form: Form, given: { trigger: string; at: Address; spot: Spot }, ways: Ways): Promise<void> => {
  try {
    await ways.client.views.open({ trigger_id: given.trigger, view: toFormView(form, given.at) });
  } catch (error) {
    const word = wordOf(error);
    const late = word === "expired_trigger_id" || word === "exchanged_trigger_id";
    ways.log[late ? "info" : "warn"]({ word }, "A form could not be opened; a button offers it");
    await respond(toFormMessage(form), given.spot, ways);
  }
};

/** The answer to a command, or to a press on a message. */
export const answer = (reply: Reply, given: { trigger: string; at: Address; spot: Spot }, ways: Ways): Promise<void> =>
  reply.kind === "form" ? open(reply, given, ways) : respond(reply, given.spot, ways);

const toView = (reply: Reply, view: ViewOutput, at: Address): types.ModalView =>
  reply.kind === "form" ? toFormView(reply, at) : toMessageView(reply, { frame: view, at });

/** The answer to a press in a modal takes the modal's place. With `hash`, only if nothing else has since. */
export const answerInView = async (
  reply: Reply,
  given: { view: ViewOutput; at: Address; hash?: string },
  ways: Ways,
): Promise<void> => {
  const { view, at, hash } = given;
  await ways.client.views.update({ view_id: view.id, ...(hash && { hash }), view: toView(reply, view, at) });
};

/** What the acknowledgement of a form says. */
export type Acknowledgement =
  | { readonly response_action: "errors"; readonly errors: Record<string, string> }
  | { readonly response_action: "update"; readonly view: types.ModalView };

const toAcknowledgement = (reply: Reply, view: ViewOutput, at: Address): Acknowledgement => {
  const errors = reply.kind === "form" ? toErrors(reply, view) : undefined;
  return errors === undefined
    ? { response_action: "update", view: toView(reply, view, at) }
    : { response_action: "errors", errors };
};

/** For a form the acknowledgement is the answer; when that takes too long "…" stands there until it comes. */
export const answerForm = async (
  reply: Promise<Reply>,
  given: { view: ViewOutput; at: Address; ack: (said: Acknowledgement) => Promise<void> },
  ways: Ways,
): Promise<void> => {
  const { view, at, ack } = given;
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, SUBMISSION_MS, undefined);
  });
  const inTime = await Promise.race([reply, patience]);
  clearTimeout(timer);
  if (inTime !== undefined) return ack(toAcknowledgement(inTime, view, at));
  await ack({ response_action: "update", view: toWaitingView(view, at) });
  const [late] = await Promise.all([reply, pause(SETTLE_MS)]);
  await answerInView(late, { view, at }, ways);
};
