import { defineCommand } from "../../core/bot/command.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { bold, md } from "../../core/bot/text.ts";
import { fullName } from "../../core/network/person.ts";
import type { Talk, Webinar } from "../../core/network/webinar.ts";
import { say, type Voice } from "../../core/say/voice.ts";
import { countryName, programmeButton, sampleNote, subjectName, webinarName } from "../../core/say/webinar.ts";
import { findTalk, talkOption } from "../options/talk.ts";
import { webinarOption } from "../options/webinar.ts";

const card = (voice: Voice, webinar: Webinar, talk: Talk) => {
  const { webinar: words, date } = voice.words;
  const { title, about, at, subject } = talk;
  const name = title ?? about;
  return text(
    md`${words.talkOf(talk.position, webinar.talks.length)} · ${webinarName(voice, webinar)}`,
    // What it was about is no title, and is not set like one.
    name === undefined ? words.untitled : title === undefined ? say(voice, name) : bold(say(voice, name)),
    subject && words.about(subjectName(voice, subject)),
    at === undefined
      ? fullName(talk.person)
      : [fullName(talk.person), say(voice, at.name), countryName(voice, at.country)].join(date.comma),
    title === undefined && name !== undefined ? words.titleNotRecorded : undefined,
  );
};

export const talk = defineCommand({
  name: "webinar talk",
  rank: "member",
  options: { talk: talkOption, webinar: webinarOption },
  share: ({ talk: typed, webinar }) => ({ talk: typed, webinar: webinar.key }),
  async run({ talk: typed, webinar }, { voice }) {
    const found = findTalk(webinar, typed, voice);
    const beside = (position: number): Talk | undefined => webinar.talks.find((one) => one.position === position);
    const turn = (one: Talk | undefined) =>
      one && {
        label: toLabel(`${one.position} ${fullName(one.person)}`),
        press: press("webinar talk", { talk: String(one.position), webinar: webinar.key }),
      };
    return message(
      card(voice, webinar, found),
      sampleNote(voice, webinar),
      buttons(
        { label: toLabel(fullName(found.person)), press: press("speaker", { name: found.person.key }) },
        programmeButton(voice, webinar),
        turn(beside(found.position - 1)),
        turn(beside(found.position + 1)),
      ),
    );
  },
});
