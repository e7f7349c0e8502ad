import { defineCommand } from "../../core/bot/command.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { bold, md, type Text } from "../../core/bot/text.ts";
import { fullName, type Part, type Role } from "../../core/network/person.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { say, type Voice } from "../../core/say/voice.ts";
import { countryName, programmeButton, sampleNote, talkTopic, webinarName } from "../../core/say/webinar.ts";
import { webinarOption } from "../options/webinar.ts";

/** "Dr. Jing Liu · Tohoku University, Japan" and what the person was there. */
const line = (voice: Voice, part: Part, was: string): Text => {
  const { comma } = voice.words.date;
  const at =
    part.at === undefined ? "" : ` · ${say(voice, part.at.name)}${comma}${countryName(voice, part.at.country)}`;
  return md`${bold(fullName(part.person))}${at}\n${was}`;
};

const partsOf = (voice: Voice, { talks, roles }: Webinar): readonly { part: Part; was: string }[] => {
  const named = (role: Role): string => voice.words.role[role];
  return [
    ...talks.map((talk) => ({
      part: talk,
      was: [named("speaker"), talkTopic(voice, talk)].filter((word) => word !== "").join(" · "),
    })),
    ...roles.map((part) => ({ part, was: named(part.role) })),
  ];
};

/** Discord: 25 in a list. */
const MOST = 25;

export const speakers = defineCommand({
  name: "webinar speakers",
  rank: "member",
  options: { webinar: webinarOption },
  share: ({ webinar }) => ({ webinar: webinar.key }),
  async run({ webinar }, { voice }) {
    const { webinar: words, menu } = voice.words;
    const name = webinarName(voice, webinar);
    const parts = partsOf(voice, webinar);
    const people = [...new Map(parts.map(({ part }) => [part.person.key, part.person])).values()];
    return message(
      text(bold(words.speakersOf(name))),
      ...(parts.length === 0
        ? [text(words.noSpeakers(name))]
        : parts.map(({ part, was }) => text(line(voice, part, was)))),
      sampleNote(voice, webinar),
      people.length === 0
        ? undefined
        : {
            block: "choice",
            choice: {
              label: menu.speaker.title,
              option: "name",
              press: press("speaker"),
              from: people.slice(0, MOST).map((one) => ({ label: toLabel(fullName(one)), value: one.key })),
            },
          },
      buttons(programmeButton(voice, webinar)),
    );
  },
});
