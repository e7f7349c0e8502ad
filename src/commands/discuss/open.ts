import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { openQuestion, reopenQuestion, shutQuestion } from "../../core/delivery/discuss.ts";
import { questionWhat } from "../../core/delivery/plan.ts";
import { isAboutToGo, isPosted, type Queued, readQueue, readQueued } from "../../core/delivery/queue.ts";
import type { Question } from "../../core/network/question.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { cancelPending } from "../../core/store/deliveries.ts";
import { placesOption } from "../options/places.ts";
import { checkGoesOut, findQuestion, questionIfGiven, questionOption } from "../options/question.ts";
import { webinarOption } from "../options/webinar.ts";
import { watchState } from "./note.ts";
import { current, panel, panelButton, UNDO_MS } from "./panel.ts";

/** The way on from a refusal: the panel as it is now. */
const back = (webinar: Webinar) => ({
  offer: (words: Tools["voice"]["words"]) => [panelButton(words.discuss.refresh, webinar)],
});

/** Open, on its way, or closed: how it is by now, and the way on. */
const isOutAlready = ({ question: { number, id }, state }: Queued, webinar: Webinar): UserError =>
  state === "closed"
    ? new UserError((words) => words.discussion.closedAlready(number), {
        offer: (words) => [
          {
            label: toLabel(words.discussion.reopen(number)),
            press: press("discuss restore", { webinar: webinar.key, question: id }),
          },
          panelButton(words.discuss.refresh, webinar),
        ],
      })
    : new UserError((words) => words.discussion.alreadyOpen(number), back(webinar));

/**
 * What the panel showed is not so any more: another is going out this moment, or the one to be closed was closed by
 * somebody else who went on to another.
 */
const checkUnchanged = (
  queue: readonly Queued[],
  { close, webinar, now }: { readonly close: Question | undefined; readonly webinar: Webinar; readonly now: number },
): void => {
  const opening = queue.find((one) => isAboutToGo(one, now));
  if (opening !== undefined)
    throw new UserError((words) => words.discussion.goingOut(opening.question.number), back(webinar));
  const isStill =
    close === undefined || queue.some(({ question, state }) => question.id === close.id && state === "open");
  const open = current(queue);
  if (!isStill && open !== undefined)
    throw new UserError((words) => words.discussion.openNow(open.question.number), back(webinar));
};

/** Opens a question everywhere, in ten seconds: until then it can be undone. What is scheduled of it is brought forward. */
export const open = defineCommand({
  name: "discuss open",
  rank: "moderator",
  role: "discussant",
  changes: true,
  hidden: true,
  options: {
    question: questionOption,
    close: questionIfGiven,
    webinar: webinarOption,
    where: placesOption("discussion"),
  },
  async run({ question, close, webinar, where }, tools) {
    const { trx, voice } = tools;
    const now = tools.now.epochMilliseconds;
    checkGoesOut(webinar, voice);
    const found = findQuestion(webinar, question, voice);
    const queued = await readQueued(trx, found);
    if (isPosted(queued) || queued.state === "opening") throw isOutAlready(queued, webinar);
    const before = close === undefined ? undefined : findQuestion(webinar, close, voice);
    checkUnchanged(await readQueue(trx, webinar), { close: before, webinar, now });
    const noted = [await watchState(tools, found), ...(before === undefined ? [] : [await watchState(tools, before)])];
    if (before !== undefined && (await readQueued(trx, before)).state === "open") await shutQuestion(trx, before, now);
    await openQuestion(trx, found, { where, now, dueAt: now + UNDO_MS, forward: true });
    for (const note of noted) await note();
    return panel(webinar.key, tools);
  },
});

/** The one that is named, else the one that is discussed. */
const toClose = async (webinar: Webinar, named: string | undefined, tools: Tools): Promise<Question> => {
  if (named === undefined) {
    const open = current(await readQueue(tools.trx, webinar));
    if (open === undefined) throw new UserError((words) => words.discussion.noneOpen, back(webinar));
    return open.question;
  }
  const found = findQuestion(webinar, named, tools.voice);
  const queued = await readQueued(tools.trx, found);
  if (queued.state === "closed") throw isOutAlready(queued, webinar);
  if (queued.state !== "open") throw new UserError((words) => words.discussion.notOpen(found.number), back(webinar));
  return found;
};

export const close = defineCommand({
  name: "discuss close",
  rank: "moderator",
  role: "discussant",
  changes: true,
  options: { question: questionIfGiven, webinar: webinarOption },
  async run({ question, webinar }, tools) {
    const found = await toClose(webinar, question, tools);
    const note = await watchState(tools, found);
    await shutQuestion(tools.trx, found, tools.now.epochMilliseconds);
    await note();
    return panel(webinar.key, tools);
  },
});

/** What has not left is cancelled, what was closed is open again by an edit; nothing of it when it is too late. */
export const undo = defineCommand({
  name: "discuss undo",
  rank: "moderator",
  role: "discussant",
  changes: true,
  hidden: true,
  options: { question: questionIfGiven, close: questionIfGiven, webinar: webinarOption },
  async run({ question, close, webinar }, tools) {
    const { trx, voice } = tools;
    const now = tools.now.epochMilliseconds;
    const opened = question === undefined ? undefined : findQuestion(webinar, question, voice);
    const closed = close === undefined ? undefined : findQuestion(webinar, close, voice);
    const isLate =
      opened === undefined
        ? closed?.closedAt === undefined || now > closed.closedAt + UNDO_MS
        : (await readQueued(trx, opened)).state !== "opening";
    if (isLate)
      throw new UserError((words) => words.discussion.tooLate, {
        offer: (words) => [
          closed?.closedAt !== undefined && {
            label: toLabel(words.discussion.reopen(closed.number)),
            press: press("discuss restore", { webinar: webinar.key, question: closed.id }),
          },
          panelButton(words.discuss.refresh, webinar),
        ],
      });
    const noted = [];
    for (const one of [opened, closed]) if (one !== undefined) noted.push(await watchState(tools, one));
    if (opened !== undefined) {
      await cancelPending(trx, questionWhat(opened));
      await reopenQuestion(trx, opened, now);
    }
    if (closed !== undefined) await reopenQuestion(trx, closed, now);
    for (const note of noted) await note();
    return panel(webinar.key, tools);
  },
});

/** A closed question is open again, a skipped one waits again. */
export const restore = defineCommand({
  name: "discuss restore",
  rank: "moderator",
  role: "discussant",
  changes: true,
  hidden: true,
  options: { question: questionOption, webinar: webinarOption },
  async run({ question, webinar }, tools) {
    const found = findQuestion(webinar, question, tools.voice);
    const note = await watchState(tools, found);
    await reopenQuestion(tools.trx, found, tools.now.epochMilliseconds);
    await note();
    return panel(webinar.key, tools);
  },
});
