import type { types, ViewOutput, webApi } from "@slack/bolt";
import type { Address } from "../../core/bot/call.ts";
import { type Form, toFormMessage } from "../../core/bot/form.ts";
import { type Message, message, text } from "../../core/bot/message.ts";
import type { Log } from "../../core/log.ts";
import { type Words, wordsIn } from "../../core/words/words.ts";
import type { Reply } from "./desk.ts";
import { wordOf } from "./fault.ts";
import { FRAME, toErrors, toFormView, toMessageView, toWaitingView } from "./form.ts";
import { renderPrivate, renderSummary } from "./render.ts";

/** An answer on its way to the one who asked: through the response_url, as a modal, or in the modal that is open. */

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

/** Slack: a trigger lives for 3 s; then an answer that opens a modal has no way in, so one that waits is opened in time. */
const TRIGGER_MS = 1500;

/** What comes within so many milliseconds, else `undefined`. */
export const within = async <T>(ms: number, wanted: Promise<T>): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([wanted, patience]);
  } finally {
    clearTimeout(timer);
  }
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The body names the address, so it goes nowhere but to Slack: the configured API's origin or hooks.slack.com. */
const isSlack = (url: string, apiUrl: string): boolean =>
  URL.canParse(url) && [new URL(apiUrl).origin, "https://hooks.slack.com"].includes(new URL(url).origin);

export interface Spot {
  readonly url: string | undefined;
  readonly replace: boolean;
}

/** A private message. Slack: five uses of a response_url within 30 minutes; a command or a press needs one. */
export const respond = async (
  said: Message,
  { url, replace }: Spot,
  { apiUrl, log }: Pick<Ways, "apiUrl" | "log">,
): Promise<void> => {
  if (url === undefined || !isSlack(url, apiUrl))
    return log.warn({}, "An answer has no way to Slack: its address is not Slack's");
  const blocks = renderPrivate(said);
  const body = { response_type: "ephemeral", replace_original: replace, blocks, ...renderSummary(said) };
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(body),
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const answered = await response.text();
  if (!response.ok)
    log.warn(
      { status: response.status, word: answered.slice(0, 60).replaceAll(/[^a-z_]/gu, "") },
      "Slack refused an answer",
    );
};

interface Given {
  readonly trigger: string;
  readonly at: Address;
  readonly spot: Spot;
  readonly words: Promise<Words>;
}

/** What is said where a form cannot be shown: a button that asks for it again, unless it is the form that is at fault. */
const inPlaceOf = async (reply: Reply, word: string, words: Promise<Words>): Promise<Message> => {
  if (reply.kind !== "form") return reply;
  return word === "view_too_large" ? message(text((await words).bot.tooLarge)) : toFormMessage(reply);
};

/** The form at once; where that is too late, or the trigger is used up, a button that asks for it again. */
const open = async (form: Form, given: Given, ways: Ways): Promise<void> => {
  try {
    await ways.client.views.open({ trigger_id: given.trigger, view: toFormView(form, given.at) });
  } catch (error) {
    const word = wordOf(error);
    const late = word === "expired_trigger_id" || word === "exchanged_trigger_id";
    ways.log[late ? "info" : "warn"]({ word }, "A form could not be opened; a button offers it");
    await respond(await inPlaceOf(form, word, given.words), given.spot, ways);
  }
};

/** The answer to a command, or to a press on a message. */
export const answer = (reply: Reply, given: Given, ways: Ways): Promise<void> =>
  reply.kind === "form" ? open(reply, given, ways) : respond(reply, given.spot, ways);

type Frame = Parameters<typeof toMessageView>[1]["frame"];
const toView = (reply: Reply, frame: Frame, at: Address): types.ModalView =>
  reply.kind === "form" ? toFormView(reply, at) : toMessageView(reply, { frame, at });

/** For somebody whose modal is gone: a private message where they asked, if that was in a channel. */
const whisper = async (
  said: Message,
  { at, user }: Pick<InView, "at" | "user">,
  { client, log }: Ways,
): Promise<void> => {
  if (at.channel === "") return log.info({}, "An answer has no place any more: its window was closed");
  await client.chat.postEphemeral({
    channel: at.channel,
    user,
    ...(at.thread !== undefined && { thread_ts: at.thread }),
    blocks: renderPrivate(said),
    text: "",
    ...renderSummary(said),
  });
};

interface InView {
  readonly view: Pick<ViewOutput, "id"> & Frame;
  readonly at: Address;
  readonly user: string;
  readonly words: Promise<Words>;
  readonly hash?: string;
}

/** The answer to a press in a modal takes the modal's place. With `hash`, only if nothing else has since. */
export const answerInView = async (reply: Reply, given: InView, ways: Ways): Promise<void> => {
  const { view, at, hash } = given;
  try {
    await ways.client.views.update({ view_id: view.id, ...(hash && { hash }), view: toView(reply, view, at) });
  } catch (error) {
    const word = wordOf(error);
    // Another answer stands there since: it is the later one, and stays.
    if (word === "hash_conflict") return ways.log.info({ word }, "A window has changed meanwhile");
    if (word === "view_too_large" && reply.kind === "form")
      return answerInView(await inPlaceOf(reply, word, given.words), given, ways);
    if (word !== "not_found") throw error;
    await whisper(await inPlaceOf(reply, word, given.words), given, ways);
  }
};

/** The answer to a press in the App Home or to a shortcut, in a modal of its own. */
export const answerInModal = async (
  reply: Promise<Reply>,
  given: Pick<Given, "trigger" | "at" | "words"> & { readonly user: string; readonly spot?: Spot },
  ways: Ways,
): Promise<void> => {
  const { at, spot, words } = given;
  const inTime = await within(TRIGGER_MS, reply);
  const view =
    inTime === undefined ? toWaitingView(await wordsNow(words), { frame: FRAME, at }) : toView(inTime, FRAME, at);
  let opened: string | undefined;
  try {
    opened = (await ways.client.views.open({ trigger_id: given.trigger, view })).view?.id;
  } catch (error) {
    const word = wordOf(error);
    ways.log.info({ word }, "A window could not be opened");
    const said = await inPlaceOf(await reply, word, words);
    return spot === undefined ? whisper(said, given, ways) : respond(said, spot, ways);
  }
  if (inTime !== undefined || opened === undefined) return;
  await answerInView(await reply, { ...given, view: { id: opened, ...FRAME } }, ways);
};

/** In the asker's language if that is known by now. */
const wordsNow = (words: Promise<Words>): Promise<Words> => Promise.race([words, wordsIn("en")]);

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

/** For a form the acknowledgement is the answer; when that takes too long, words that say so stand there until it comes. */
export const answerForm = async (
  reply: Promise<Reply>,
  given: InView & { readonly view: ViewOutput; readonly ack: (said: Acknowledgement) => Promise<void> },
  ways: Ways,
): Promise<void> => {
  const { view, at, ack } = given;
  const inTime = await within(SUBMISSION_MS, reply);
  if (inTime !== undefined) return ack(toAcknowledgement(inTime, view, at));
  await ack({ response_action: "update", view: toWaitingView(await wordsNow(given.words), { frame: view, at }) });
  const [late] = await Promise.all([reply, pause(SETTLE_MS)]);
  await answerInView(late, given, ways);
};
