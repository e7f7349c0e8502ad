import { defineCommand } from "../../core/bot/command.ts";
import { buttons, message } from "../../core/bot/message.ts";
import { programmeCard, questionsButton } from "../../core/say/webinar.ts";
import { webinarOption } from "../options/webinar.ts";

export const show = defineCommand({
  name: "webinar show",
  rank: "member",
  options: { webinar: webinarOption },
  share: ({ webinar }) => ({ webinar: webinar.key }),
  run: async ({ webinar }, tools) =>
    message(...programmeCard(tools.voice, webinar, tools), buttons(questionsButton(tools.voice, webinar))),
});
