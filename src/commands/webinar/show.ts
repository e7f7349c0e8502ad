import { defineCommand } from "../../core/bot/command.ts";
import { type Button, buttons, message } from "../../core/bot/message.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { outcomeButton, programmeCard, questionsButton } from "../../core/say/webinar.ts";
import type { Words } from "../../core/words/words.ts";
import { webinarOption } from "../options/webinar.ts";

export const nextButton = ({ webinar }: Words): Button<Press> => ({
  label: webinar.nextButton,
  press: press("webinar next"),
});

export const show = defineCommand({
  name: "webinar show",
  rank: "member",
  options: { webinar: webinarOption },
  share: ({ webinar }) => ({ webinar: webinar.key }),
  run: async ({ webinar }, tools) =>
    message(
      ...programmeCard(tools.voice, webinar, tools),
      buttons(questionsButton(tools.voice, webinar), outcomeButton(tools.voice, webinar)),
    ),
});
