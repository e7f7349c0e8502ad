import { defineCommand } from "../../core/bot/command.ts";
import { buttons, message } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { shareButton } from "../../core/say/share.ts";
import { programmeCard, webinarButtons } from "../../core/say/webinar.ts";
import { voiceOf, webinarOption } from "../options/webinar.ts";

export const show = defineCommand({
  name: "webinar show",
  rank: "member",
  options: { webinar: webinarOption },
  async run({ webinar }, tools) {
    const voice = await voiceOf(tools);
    return message(
      ...programmeCard(voice, webinar, tools.now),
      buttons(
        ...webinarButtons(voice, webinar, true),
        shareButton(voice.words, press("webinar show", { webinar: webinar.key })),
      ),
    );
  },
});
