import { defineCommand } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { type Block, buttons, message, note, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { readQueue, toCome } from "../../core/delivery/queue.ts";
import { datesAhead } from "../../core/delivery/slots.ts";
import { chatText } from "../../core/say/question.ts";
import { say, toVoice } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { readDiscussion } from "../../core/store/questions.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import { webinarOption } from "../options/webinar.ts";
import { current, panelButton } from "./panel.ts";

/** The question that is discussed, else the next, as plain text in the network's language: what the meeting is held in. */
export const chat = defineCommand({
  name: "discuss text",
  rank: "moderator",
  role: "discussant",
  hidden: true,
  options: { webinar: webinarOption },
  async run({ webinar }, tools) {
    const queue = await readQueue(tools.trx, webinar);
    const meant = (current(queue) ?? toCome(queue)[0] ?? queue.at(-1))?.question;
    if (meant === undefined) throw new UserError((words) => words.discussion.noneWaiting);
    const network = await readNetwork(tools.trx);
    const { discussion } = tools.voice.words;
    return message(
      note(discussion.copy),
      text(chatText(toVoice(network.language, network), webinar, meant)),
      buttons(panelButton(discussion.back, webinar)),
    );
  },
});

/** At most 25 in a choice (Discord). */
const MOST_CHOICES = 25;

export const more = defineCommand({
  name: "discuss more",
  rank: "moderator",
  role: "discussant",
  hidden: true,
  options: { webinar: webinarOption },
  async run({ webinar }, tools) {
    const { voice, trx } = tools;
    const { discussion, discuss } = voice.words;
    const of = { webinar: webinar.key };
    const queue = await readQueue(trx, webinar);
    const next = toCome(queue)[0]?.question;
    const [closed] = queue
      .filter(({ state }) => state === "closed")
      .toSorted((a, b) => (b.question.closedAt ?? 0) - (a.question.closedAt ?? 0));
    const skipped = queue.find(({ state }) => state === "skipped");
    const { pausedAt } = await readDiscussion(trx, webinar.key);
    const hasDates = (await datesAhead(trx, webinar, tools.now.epochMilliseconds)).length > 0;
    const restored = (question: { id: string }) => press("discuss restore", { ...of, question: question.id });
    const choice: Block<Press> | undefined =
      webinar.questions.length === 0
        ? undefined
        : {
            block: "choice",
            choice: {
              label: discussion.editOne,
              option: "question",
              press: press("discuss edit", of),
              from: webinar.questions.slice(0, MOST_CHOICES).map((question) => ({
                label: toLabel(`${question.number} ${say(voice, question.label)}`),
                value: question.id,
              })),
            },
          };
    return message(
      text(bold(discuss.panelTitle(webinarName(voice, webinar)))),
      choice,
      buttons<Press>(
        { label: discussion.post, press: press("discuss post", of, ["question", "where"]) },
        { label: discussion.schedule, press: press("discuss schedule", of, ["question", "when", "where"]) },
        { label: discussion.add, press: press("discuss add", of, ["text", "label"]) },
        { label: discussion.move, press: press("discuss move", of, ["question", "to"]) },
        pausedAt === undefined
          ? { label: discussion.pause, press: press("discuss pause", of) }
          : { label: discussion.resume, press: press("discuss resume", of) },
      ),
      buttons<Press>(
        next && {
          label: discussion.skip(next.number),
          press: press("discuss skip", { ...of, question: next.id }),
        },
        hasDates && { label: discussion.dates, press: press("discuss dates", of) },
        skipped && { label: discussion.restore(skipped.question.number), press: restored(skipped.question) },
        closed && { label: discussion.reopen(closed.question.number), press: restored(closed.question) },
        panelButton(discussion.back, webinar),
      ),
    );
  },
});
