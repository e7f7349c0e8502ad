import { defineCommand } from "../../core/bot/command.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { bold } from "../../core/bot/text.ts";
import { say } from "../../core/say/voice.ts";
import { dateLines, programmeButton, questionsButton, sampleNote, webinarName } from "../../core/say/webinar.ts";
import { heldWebinarOption } from "../options/webinar.ts";

export const outcomes = defineCommand({
  name: "webinar outcomes",
  rank: "member",
  options: { webinar: heldWebinarOption },
  share: ({ webinar }) => ({ webinar: webinar.key }),
  async run({ webinar }, { voice, now }) {
    const { webinar: words } = voice.words;
    const { attendance, outcome } = webinar;
    const isAhead = webinar.status === "planned" && (webinar.startsAt ?? 0) > now.epochMilliseconds;
    const silent = isAhead ? words.notYetHeld : words.noOutcome;
    return message(
      text(
        bold(words.outcomeOf(webinarName(voice, webinar))),
        dateLines(voice, webinar)[0],
        attendance && words.participants(attendance.participants, attendance.countriesAndRegions),
      ),
      text(outcome === undefined ? silent : say(voice, outcome)),
      sampleNote(voice, webinar),
      buttons(programmeButton(voice, webinar), questionsButton(voice, webinar)),
    );
  },
});
