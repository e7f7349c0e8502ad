import { defineCommand } from "../../core/bot/command.ts";
import { message, note, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { bold, md, type Text } from "../../core/bot/text.ts";
import { soonestFirst, type WebinarHead } from "../../core/network/webinar.ts";
import { shortAt } from "../../core/say/time.ts";
import { say, type Voice } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { countWebinars, listWebinars } from "../../core/store/webinars.ts";

const MOST = 15;

const dayOf = (voice: Voice, one: WebinarHead): string =>
  one.startsAt === undefined
    ? voice.words.date.short(Temporal.PlainDate.from(one.date))
    : shortAt(voice, Temporal.Instant.fromEpochMilliseconds(one.startsAt).toZonedDateTimeISO(voice.zone));

const line = (voice: Voice, one: WebinarHead): Text => {
  const [name, title] = [webinarName(voice, one), say(voice, one.title)];
  const said = one.status === "cancelled" ? ` (${voice.words.webinar.cancelled})` : "";
  return md`${dayOf(voice, one)} · ${bold(name)}${name === title ? "" : ` · ${title}`}${said}`;
};

export const list = defineCommand({
  name: "webinar list",
  rank: "member",
  options: {},
  share: () => ({}),
  async run(_asked, tools) {
    const { voice } = tools;
    const { webinar: words } = voice.words;
    const webinars = await listWebinars(tools.trx, MOST);
    if (webinars.length === 0) return message(text(words.none));
    const more = (await countWebinars(tools.trx)) - webinars.length;
    const oldest = webinars.findLast(({ edition }) => edition !== undefined);
    const isBeginning = more === 0 && oldest?.edition !== undefined && oldest.edition > 1;
    return message(
      text(bold(words.listTitle)),
      text(...soonestFirst(webinars).map((one) => line(voice, one))),
      more > 0 ? note(words.andMore(more)) : undefined,
      isBeginning ? note(words.listBegins(webinarName(voice, oldest))) : undefined,
      {
        block: "choice",
        choice: {
          label: words.programme,
          option: "webinar",
          press: press("webinar show"),
          from: soonestFirst(webinars).map((one) => ({
            label: toLabel(`${dayOf(voice, one)} · ${webinarName(voice, one)}`),
            value: one.key,
          })),
        },
      },
    );
  },
});
