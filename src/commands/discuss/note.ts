import type { Tools } from "../../core/bot/command.ts";
import { questionWhat } from "../../core/delivery/plan.ts";
import { type QueueState, readQueue, readQueued } from "../../core/delivery/queue.ts";
import type { Question } from "../../core/network/question.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { toVoice, type Voice } from "../../core/say/voice.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import { readWebinar } from "../../core/store/webinars.ts";
import { numbered } from "./numbered.ts";

/** What was and what is, for the audit: in the network's language, whoever did it. */
interface Changed {
  readonly before?: Readonly<Record<string, string>>;
  readonly after?: Readonly<Record<string, string>>;
}
type Saying = (voice: Voice) => Changed;

const said = async ({ trx }: Tools, saying: Saying): Promise<Changed> => {
  const network = await readNetwork(trx);
  return saying(toVoice(network.language, network));
};

export const noteQuestion = async (tools: Tools, question: Question, saying: Saying): Promise<void> =>
  tools.note({ about: questionWhat(question), ...(await said(tools, saying)) });

export const noteWebinar = async (tools: Tools, { key }: Pick<Webinar, "key">, saying: Saying): Promise<void> =>
  tools.note({ about: `webinar/${key}`, ...(await said(tools, saying)) });

/** What the state of a question was; its result notes what it is by now, where that is another. */
export const watchState = async (tools: Tools, question: Question) => {
  const { state: before } = await readQueued(tools.trx, question);
  return async (): Promise<void> => {
    const webinar = await readWebinar(tools.trx, question.webinar);
    const now = webinar && (await readQueue(tools.trx, webinar)).find((one) => one.question.id === question.id);
    if (now === undefined || now.state === before) tools.note("nothing");
    else await noteQuestion(tools, question, (voice) => stateChange(voice, before, now.state));
  };
};

const stateChange = ({ words: { discussion } }: Voice, before: QueueState, after: QueueState): Changed => ({
  before: { state: discussion.state[before] },
  after: { state: discussion.state[after] },
});

/** "1 Who is missing, 2 Quiet or lively": the order of a webinar's questions. */
export const orderOf = (voice: Voice, questions: readonly Question[]): string =>
  voice.words.list(questions.map((question) => numbered(voice, question)));
