import { defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, note, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { bold, md, type Text } from "../../core/bot/text.ts";
import type { Part } from "../../core/network/person.ts";
import { soughtIn, termsOf } from "../../core/network/terms.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import type { Wordings } from "../../core/network/wordings.ts";
import { say, type Voice } from "../../core/say/voice.ts";
import { partName, talkTopic, webinarName } from "../../core/say/webinar.ts";
import { searchWebinars } from "../../core/store/search.ts";
import { listWebinars, readHeads, readWebinar } from "../../core/store/webinars.ts";
import { dayOf } from "./list.ts";

/** More than that nobody reads; another word narrows it down. */
const MOST = 8;
const SUGGESTED = 25;

const wordsOption = {
  kind: "line",
  required: true,
  parse: (raw: string): string => {
    if (soughtIn(raw).length === 0) throw new UserError((words) => words.webinar.noWords);
    return raw;
  },
  suggest: async (typed: string, { trx, voice }: Tools) => {
    const found =
      typed.trim() === ""
        ? await listWebinars(trx, SUGGESTED)
        : await readHeads(trx, await searchWebinars(trx, typed, { named: false, limit: SUGGESTED }));
    return found.map((one) => {
      const title = toLabel(say(voice, one.title));
      return { label: title, value: title };
    });
  },
} as const satisfies Option<string, true>;

interface Place {
  readonly texts: readonly string[];
  readonly line: Text;
}

const texts = (...wordings: readonly (Wordings | undefined)[]): readonly string[] =>
  wordings.flatMap((one) => Object.values(one ?? {}));
const textsOfPart = ({ person, at }: Part): readonly string[] => [person.name, ...texts(at?.name)];

/** Everything below a webinar's own name that words can be found in. */
const placesIn = (voice: Voice, webinar: Webinar): readonly Place[] => {
  const { webinar: words, role } = voice.words;
  return [
    ...webinar.talks.map((talk) => ({
      texts: [...textsOfPart(talk), ...texts(talk.title, talk.about, talk.subject?.name)],
      line: md`${words.talkNumber(talk.position)} · ${partName(voice, talk)} · ${talkTopic(voice, talk)}`,
    })),
    ...webinar.roles.map((part) => ({
      texts: textsOfPart(part),
      line: md`${role[part.role]} · ${partName(voice, part)}`,
    })),
    ...webinar.questions.map((question) => ({
      texts: texts(question.label, question.text),
      line: md`${words.questionNumber(question.number)} · ${say(voice, question.label)}`,
    })),
    ...(webinar.outcome === undefined
      ? []
      : [{ texts: texts(webinar.outcome), line: md`${words.outcome} · ${say(voice, webinar.outcome)}` }]),
  ];
};

const PLACES = 4;
/** Those that have most of the words. */
const found = (voice: Voice, webinar: Webinar, sought: readonly string[]): readonly Text[] => {
  const counted = placesIn(voice, webinar).map(({ texts: all, line }) => {
    const terms = termsOf(all);
    return { line, hits: sought.filter((word) => terms.some((term) => term.startsWith(word))).length };
  });
  const most = Math.max(0, ...counted.map(({ hits }) => hits));
  return most === 0 ? [] : counted.flatMap(({ line, hits }) => (hits === most ? [line] : [])).slice(0, PLACES);
};

export const search = defineCommand({
  name: "webinar search",
  rank: "member",
  options: { words: wordsOption },
  share: ({ words }) => ({ words }),
  async run({ words: typed }, { trx, voice }) {
    const { webinar: words } = voice.words;
    const keys = await searchWebinars(trx, typed, { named: false, limit: MOST + 1 });
    const heads = await readHeads(trx, keys.slice(0, MOST));
    if (heads.length === 0)
      throw new UserError(({ webinar }) => webinar.nothingFound(typed), {
        offer: ({ webinar }) => [{ label: webinar.listTitle, press: press("webinar list") }],
      });
    const sought = soughtIn(typed);
    const parts = [];
    for (const head of heads) {
      const webinar = await readWebinar(trx, head.key);
      if (webinar === undefined) continue;
      const [name, title] = [webinarName(voice, webinar), say(voice, webinar.title)];
      const heading = md`${bold(name === title ? title : words.named(name, title))} · ${dayOf(voice, webinar)}`;
      parts.push(text(heading, ...found(voice, webinar, sought)));
    }
    return message(
      text(words.foundFor(typed)),
      ...parts,
      keys.length > MOST ? note(words.moreFound(MOST)) : undefined,
      {
        block: "choice",
        choice: {
          label: words.programme,
          option: "webinar",
          press: press("webinar show"),
          from: heads.map((one) => ({
            label: toLabel(`${dayOf(voice, one)} · ${webinarName(voice, one)}`),
            value: one.key,
          })),
        },
      },
      buttons({ label: words.listTitle, press: press("webinar list") }),
    );
  },
});
