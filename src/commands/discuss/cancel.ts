import { defineCommand } from "../../core/bot/command.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { questionWhat } from "../../core/delivery/plan.ts";
import { cancelWhat } from "../announce/cancel.ts";
import { findQuestion, questionOption } from "../options/question.ts";
import { webinarOption } from "../options/webinar.ts";

export const cancel = defineCommand({
  name: "discuss cancel",
  rank: "moderator",
  role: "discussant",
  changes: true,
  hidden: true,
  options: { question: questionOption, webinar: webinarOption },
  async run({ question, webinar }, tools) {
    const found = findQuestion(webinar, question, tools.voice);
    const said = await cancelWhat(questionWhat(found), tools);
    return message(
      text(...said),
      buttons({
        label: tools.voice.words.menu["discuss queue"].title,
        press: press("discuss queue", { webinar: webinar.key }),
      }),
    );
  },
});
