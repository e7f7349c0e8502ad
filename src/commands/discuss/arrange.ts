import { defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, type Reply, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold, md } from "../../core/bot/text.ts";
import { followQuestions, toNumbers } from "../../core/delivery/discuss.ts";
import { questionWhat } from "../../core/delivery/plan.ts";
import { isPosted, type Queued, readQueue, readQueued, toCome } from "../../core/delivery/queue.ts";
import { resumeSlots } from "../../core/delivery/slots.ts";
import type { Question } from "../../core/network/question.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { shortAt } from "../../core/say/time.ts";
import { say, type Voice } from "../../core/say/voice.ts";
import { cancelPending } from "../../core/store/deliveries.ts";
import {
  orderQuestions,
  pauseQuestions,
  readDiscussion,
  removeQuestion,
  skipQuestion,
} from "../../core/store/questions.ts";
import { dropSlots, slotsOf } from "../../core/store/slots.ts";
import { readWebinar } from "../../core/store/webinars.ts";
import { findQuestion, questionIfGiven, questionOption } from "../options/question.ts";
import { webinarOption } from "../options/webinar.ts";
import { settleQuestions } from "./edit.ts";
import { noteWebinar, orderOf, watchState } from "./note.ts";
import { numbered } from "./numbered.ts";
import { panel, panelButton } from "./panel.ts";

/** One that is posted stays where it is: the way on is to close it or to edit it. */
const notPosted = async (webinar: Webinar, named: string, { trx, voice }: Tools): Promise<Question> => {
  const question = findQuestion(webinar, named, voice);
  const { state, ...queued } = await readQueued(trx, question);
  if (!isPosted(queued) && state !== "opening") return question;
  const of = { webinar: webinar.key, question: question.id };
  throw new UserError((words) => words.discussion.stays(question.number), {
    offer: ({ discussion, discuss }) => [
      state === "open" && { label: discussion.close(question.number), press: press("discuss close", of) },
      { label: discussion.edit(question.number), press: press("discuss edit", of) },
      panelButton(discuss.refresh, webinar),
    ],
  });
};

const order = async (queue: readonly Queued[], ordered: readonly Question[], tools: Tools): Promise<void> => {
  const posted = queue.filter((one) => isPosted(one) || one.state === "opening").map(({ question }) => question.id);
  await orderQuestions(
    tools.trx,
    toNumbers(ordered, (id) => posted.includes(id)),
  );
};

export const remove = defineCommand({
  name: "discuss remove",
  rank: "moderator",
  role: "discussant",
  options: { question: questionOption, webinar: webinarOption },
  async run({ question, webinar }, tools) {
    const found = await notPosted(webinar, question, tools);
    const { discussion, bot } = tools.voice.words;
    return message(
      text(bold(discussion.reallyRemove(found.number))),
      text(md`${bold(say(tools.voice, found.label))}\n${say(tools.voice, found.text)}`),
      buttons<Press>(
        {
          label: toLabel(discussion.remove(found.number)),
          press: press("discuss drop", { webinar: webinar.key, question: found.id }),
          style: "danger",
        },
        { label: bot.leave, press: press("leave") },
      ),
    );
  },
});

/** By its id: what was shown and nothing else, whatever number it has by now. */
export const drop = defineCommand({
  name: "discuss drop",
  rank: "moderator",
  role: "discussant",
  changes: true,
  hidden: true,
  options: { question: questionOption, webinar: webinarOption },
  async run({ question, webinar }, tools) {
    const found = await notPosted(webinar, question, tools);
    const { trx } = tools;
    const queue = await readQueue(trx, webinar);
    await cancelPending(trx, questionWhat(found));
    const own = (await slotsOf(trx, webinar.key)).filter(({ chosen, question: of }) => chosen && of === found.id);
    await dropSlots(
      trx,
      own.map(({ id }) => id),
    );
    await removeQuestion(trx, found.id);
    await noteWebinar(tools, webinar, (voice) => ({
      before: { question: numbered(voice, found), text: say(voice, found.text) },
      after: { question: "", text: "" },
    }));
    await order(
      queue,
      webinar.questions.filter(({ id }) => id !== found.id),
      tools,
    );
    await settleQuestions(webinar, tools);
    return panel(webinar.key, tools, tools.voice.words.discussion.removed(say(tools.voice, found.label)));
  },
});

/** Nothing is different from before. */
const asItIs = ({ key }: Webinar, tools: Tools, said?: string): Promise<Reply> => {
  tools.note("nothing");
  return panel(key, tools, said);
};

const toOption = {
  kind: "line",
  required: true,
  parse: (raw: string): number =>
    Number(
      raw
        .normalize("NFKC")
        .trim()
        .match(/^\d{1,3}$/u)?.[0] ?? 0,
    ),
  suggest: async (typed: string) =>
    ["1", "2", "3", "4", "5"].filter((one) => one.startsWith(typed)).map((one) => ({ label: one, value: one })),
} as const satisfies Option<number, true>;

export const move = defineCommand({
  name: "discuss move",
  rank: "moderator",
  role: "discussant",
  changes: true,
  options: { question: questionOption, to: toOption, webinar: webinarOption },
  async run({ question, to, webinar }, tools) {
    const { questions } = webinar;
    if (to < 1 || to > questions.length)
      throw new UserError((words) => words.discussion.noPlace(questions.length), { option: "to" });
    const found = await notPosted(webinar, question, tools);
    const others = questions.filter(({ id }) => id !== found.id);
    const ordered = others.toSpliced(to - 1, 0, found);
    await order(await readQueue(tools.trx, webinar), ordered, tools);
    await settleQuestions(webinar, tools);
    const moved = await readWebinar(tools.trx, webinar.key);
    const now = moved?.questions ?? [];
    if (now.every(({ id }, n) => id === questions[n]?.id)) return asItIs(webinar, tools);
    await noteWebinar(tools, webinar, (voice) => ({
      before: { order: orderOf(voice, questions) },
      after: { order: orderOf(voice, now) },
    }));
    return panel(webinar.key, tools);
  },
});

export const skip = defineCommand({
  name: "discuss skip",
  rank: "moderator",
  role: "discussant",
  changes: true,
  options: { question: questionIfGiven, webinar: webinarOption },
  async run({ question, webinar }, tools) {
    const { trx } = tools;
    const next = toCome(await readQueue(trx, webinar))[0]?.question.id;
    const named = question ?? next;
    if (named === undefined) throw new UserError((words) => words.discussion.noneWaiting);
    const found = await notPosted(webinar, named, tools);
    const note = await watchState(tools, found);
    await cancelPending(trx, questionWhat(found));
    await skipQuestion(trx, found.id, true);
    await followQuestions(trx, webinar.key, tools.now.epochMilliseconds);
    await note();
    return panel(webinar.key, tools);
  },
});

const pausedSince = (voice: Voice, at: number): string =>
  shortAt(voice, Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(voice.zone));

export const pause = defineCommand({
  name: "discuss pause",
  rank: "moderator",
  role: "discussant",
  changes: true,
  options: { webinar: webinarOption },
  async run({ webinar }, tools) {
    const { pausedAt } = await readDiscussion(tools.trx, webinar.key);
    if (pausedAt !== undefined) return asItIs(webinar, tools);
    await pauseQuestions(tools.trx, webinar.key, tools.now.epochMilliseconds);
    await noteWebinar(tools, webinar, (voice) => ({
      after: { paused: pausedSince(voice, tools.now.epochMilliseconds) },
    }));
    return panel(webinar.key, tools, tools.voice.words.discussion.pausedNow);
  },
});

export const resume = defineCommand({
  name: "discuss resume",
  rank: "moderator",
  role: "discussant",
  changes: true,
  options: { webinar: webinarOption },
  async run({ webinar }, tools) {
    const { pausedAt } = await readDiscussion(tools.trx, webinar.key);
    if (pausedAt === undefined) return asItIs(webinar, tools);
    await pauseQuestions(tools.trx, webinar.key, undefined);
    await noteWebinar(tools, webinar, (voice) => ({
      before: { paused: pausedSince(voice, pausedAt) },
      after: { paused: "" },
    }));
    await resumeSlots(tools.trx, webinar, tools.now.epochMilliseconds);
    return panel(webinar.key, tools, tools.voice.words.discussion.resumedNow);
  },
});
