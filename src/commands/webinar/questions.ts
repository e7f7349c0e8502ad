import { defineCommand } from "../../core/bot/command.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { questionList } from "../../core/say/question.ts";
import { programmeButton, webinarName } from "../../core/say/webinar.ts";
import { webinarOption } from "../options/webinar.ts";

export const questions = defineCommand({
  name: "webinar questions",
  rank: "member",
  options: { webinar: webinarOption },
  share: ({ webinar }) => ({ webinar: webinar.key }),
  async run({ webinar }, { voice }) {
    const programme = buttons(programmeButton(voice, webinar));
    return webinar.questions.length === 0
      ? message(text(voice.words.webinar.noQuestions(webinarName(voice, webinar))), programme)
      : message(...questionList(voice, webinar), programme);
  },
});
