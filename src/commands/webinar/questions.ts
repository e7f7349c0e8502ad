import { defineCommand } from "../../core/bot/command.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { questionList } from "../../core/say/question.ts";
import { shareButton } from "../../core/say/share.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { voiceOf, webinarOption } from "../options/webinar.ts";

export const questions = defineCommand({
  name: "webinar questions",
  rank: "member",
  options: { webinar: webinarOption },
  async run({ webinar }, tools) {
    const voice = await voiceOf(tools);
    const programme = {
      label: voice.words.webinar.programme,
      press: press("webinar show", { webinar: webinar.key }),
    };
    if (webinar.questions.length === 0)
      return message(text(voice.words.webinar.noQuestions(webinarName(voice, webinar))), buttons(programme));
    return message(
      ...questionList(voice, webinar),
      buttons(programme, shareButton(voice.words, press("webinar questions", { webinar: webinar.key }))),
    );
  },
});
