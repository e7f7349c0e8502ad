import { defineCommand } from "../../core/bot/command.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { shortAt } from "../../core/say/time.ts";
import { isOn, nextCard, programmeButton, questionsButton, webinarName } from "../../core/say/webinar.ts";
import { nextWebinar, readWebinar } from "../../core/store/webinars.ts";

export const now = defineCommand({
  name: "webinar now",
  rank: "member",
  options: {},
  async run(_asked, tools) {
    const { voice } = tools;
    const { webinar: words, date } = voice.words;
    const head = await nextWebinar(tools.trx, tools.now);
    const webinar = head === undefined ? undefined : await readWebinar(tools.trx, head.key);
    if (webinar === undefined)
      return message(
        text(words.noneNow, words.noneNext),
        buttons({ label: voice.words.menu["webinar last"].title, press: press("webinar last") }),
      );
    const below = buttons(programmeButton(voice, webinar), questionsButton(voice, webinar));
    if (isOn(webinar, tools.now)) return message(...nextCard(voice, webinar, tools), below);
    const when =
      webinar.startsAt === undefined
        ? date.aside(date.long(Temporal.PlainDate.from(webinar.date)), words.hourNotRecorded)
        : date.aside(
            shortAt(voice, Temporal.Instant.fromEpochMilliseconds(webinar.startsAt).toZonedDateTimeISO(voice.zone)),
            date.inTime(webinar.startsAt - tools.now.epochMilliseconds),
          );
    return message(text(words.noneNow, words.nextIs(webinarName(voice, webinar), when)), below);
  },
});
