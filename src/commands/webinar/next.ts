import { defineCommand } from "../../core/bot/command.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { shareButton } from "../../core/say/share.ts";
import { nextCard, webinarButtons, webinarName } from "../../core/say/webinar.ts";
import { cancelledAhead, lastWebinar, nextWebinar, readWebinar } from "../../core/store/webinars.ts";
import { voiceOf } from "../options/webinar.ts";

export const next = defineCommand({
  name: "webinar next",
  rank: "member",
  options: {},
  async run(_asked, tools) {
    const voice = await voiceOf(tools);
    const { webinar: words, date } = voice.words;
    const share = shareButton(voice.words, press("webinar next"));
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
        buttons(...webinarButtons(voice, webinar, false), share),
      );
    const last = await lastWebinar(tools.trx);
    if (last === undefined) return message(text(gone, words.noneNext), buttons(share));
    const day = date.day(Temporal.PlainDate.from(last.date));
    return message(
      text(gone, words.noneNext, words.lastInRecord(`${webinarName(voice, last)}${date.comma}${day}`)),
      buttons({ label: words.whatHappened, press: press("webinar show", { webinar: last.key }) }, share),
    );
  },
});
