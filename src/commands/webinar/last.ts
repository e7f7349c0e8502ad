import { defineCommand } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message } from "../../core/bot/message.ts";
import { outcomeButton, programmeCard, questionsButton } from "../../core/say/webinar.ts";
import { lastWebinar, readWebinar } from "../../core/store/webinars.ts";
import { nextButton } from "./show.ts";

export const last = defineCommand({
  name: "webinar last",
  rank: "member",
  options: {},
  share: () => ({}),
  async run(_asked, tools) {
    const { voice } = tools;
    const head = await lastWebinar(tools.trx, tools.now);
    const webinar = head === undefined ? undefined : await readWebinar(tools.trx, head.key);
    if (webinar === undefined)
      throw new UserError((words) => words.webinar.noneHeld, { offer: (words) => [nextButton(words)] });
    return message(
      ...programmeCard(voice, webinar, tools),
      buttons(questionsButton(voice, webinar), outcomeButton(voice, webinar)),
    );
  },
});
