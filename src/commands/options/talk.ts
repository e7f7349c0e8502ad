import type { Options } from "../../core/bot/call.ts";
import type { Option, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import { fullName } from "../../core/network/person.ts";
import type { Talk, Webinar } from "../../core/network/webinar.ts";
import type { Voice } from "../../core/say/voice.ts";
import { talkTopic } from "../../core/say/webinar.ts";
import { webinarMeant } from "./webinar.ts";

/** By what a talk can be found: its number, who gives it, what it is called or about. */
export const talkTexts = ({ position, person, at, title, about, subject }: Talk): readonly string[] => [
  String(position),
  fullName(person),
  person.key,
  ...[at?.name, title, about, subject?.name].flatMap((wordings) => Object.values(wordings ?? {})),
];

export const talkLabel = (voice: Voice, talk: Talk): string => {
  const topic = talkTopic(voice, talk);
  return toLabel(`${talk.position} ${fullName(talk.person)}${topic === "" ? "" : ` · ${topic}`}`);
};

/** Throws UserError with the webinar's talks as buttons. */
export const findTalk = (webinar: Webinar, typed: string, voice: Voice): Talk => {
  const named = typed.normalize("NFKC").trim();
  const number = /^(?:talk|第)?\s*(\d{1,3})\s*(?:番?目)?$/iu.exec(named)?.[1];
  const [found] =
    number === undefined
      ? bestMatches(named, webinar.talks, talkTexts)
      : webinar.talks.filter(({ position }) => position === Number(number));
  if (found !== undefined) return found;
  const { talks, key } = webinar;
  throw new UserError((words) => (talks.length === 0 ? words.webinar.noTalks : words.webinar.noTalk(typed)), {
    offer: () =>
      talks.slice(0, OFFERED).map((talk) => ({
        label: talkLabel(voice, talk),
        press: press("webinar talk", { talk: String(talk.position), webinar: key }),
      })),
  });
};
const OFFERED = 10;

/** Words that stand for a talk of the webinar meant; which one is known once that is. */
export const talkOption = {
  kind: "line",
  required: true,
  pick: "one",
  parse: (raw: string): string => raw,
  suggest: async (typed: string, tools: Tools, others: Options) =>
    bestMatches(typed, (await webinarMeant(others.webinar, tools)).talks, talkTexts).map((talk) => ({
      label: talkLabel(tools.voice, talk),
      value: String(talk.position),
    })),
} as const satisfies Option<string, true>;
