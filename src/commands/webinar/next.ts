import { defineCommand } from "../../core/bot/command.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { isOn, nextCard, programmeButton, questionsButton, remindButton, webinarName } from "../../core/say/webinar.ts";
import { cancelledAhead, lastWebinar, nextWebinar, readWebinar } from "../../core/store/webinars.ts";

export const next = defineCommand({
  name: "webinar next",
  rank: "member",
  options: {},
  share: () => ({}),
  async run(_asked, tools) {
    const { voice } = tools;
    const { webinar: words, date } = voice.words;
    const today = tools.now.toZonedDateTimeISO(voice.zone).toPlainDate();
    const cancelled = await cancelledAhead(tools.trx, today.toString());
    const gone =
      cancelled === undefined
        ? undefined
        : words.cancelledLately(webinarName(voice, cancelled), date.day(Temporal.PlainDate.from(cancelled.date)));
    const head = await nextWebinar(tools.trx, tools.now);
    const webinar = head === undefined ? undefined : await readWebinar(tools.trx, head.key);
    if (webinar !== undefined)
      return message(
        gone === undefined ? undefined : text(gone),
        ...nextCard(voice, webinar, tools),
        buttons(
          programmeButton(voice, webinar),
          questionsButton(voice, webinar),
          isOn(webinar, tools.now) ? undefined : remindButton(voice, webinar),
        ),
      );
    const last = await lastWebinar(tools.trx, tools.now);
    if (last === undefined) return message(text(gone, words.noneNext));
    const day = date.day(Temporal.PlainDate.from(last.date));
    return message(
      text(gone, words.noneNext, words.lastInRecord(`${webinarName(voice, last)}${date.comma}${day}`)),
      buttons({ label: words.whatHappened, press: press("webinar show", { webinar: last.key }) }),
    );
  },
});
