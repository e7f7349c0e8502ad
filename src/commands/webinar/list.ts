import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, note, type Reply, text } from "../../core/bot/message.ts";
import { isOnePage } from "../../core/bot/page.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { bold, md, type Text } from "../../core/bot/text.ts";
import { soonestFirst, type WebinarHead } from "../../core/network/webinar.ts";
import { shortAt } from "../../core/say/time.ts";
import { say, type Voice } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { listWebinars, readHeads } from "../../core/store/webinars.ts";
import type { Period } from "../../core/time/period.ts";
import { periodOption } from "../options/period.ts";
import { wordOption } from "../options/text.ts";
import { nextButton } from "./show.ts";

const MOST = 15;

export const dayOf = (voice: Voice, one: WebinarHead): string =>
  one.startsAt === undefined
    ? voice.words.date.short(Temporal.PlainDate.from(one.date))
    : shortAt(voice, Temporal.Instant.fromEpochMilliseconds(one.startsAt).toZonedDateTimeISO(voice.zone));

const line = (voice: Voice, one: WebinarHead): Text => {
  const [name, title] = [webinarName(voice, one), say(voice, one.title)];
  const said = one.status === "cancelled" ? voice.words.date.aside("", voice.words.webinar.cancelled) : "";
  return md`${dayOf(voice, one)} · ${bold(name)}${name === title ? "" : ` · ${title}`}${said}`;
};

interface Part {
  readonly within?: Period | undefined;
  /** The one that the page before ended with. */
  readonly after?: WebinarHead | undefined;
}

/** As many as stand on one page of any platform: what follows is read when it is asked for. */
const page = async ({ trx, voice }: Tools, part: Part): Promise<Reply> => {
  const found = await listWebinars(trx, MOST + 1, part);
  for (let most = Math.min(MOST, found.length); ; most--) {
    const reply = pageOf(voice, found, { ...part, most });
    if (most <= 1 || isOnePage(reply)) return reply;
  }
};

const pageOf = (voice: Voice, found: readonly WebinarHead[], part: Part & { readonly most: number }): Reply => {
  const { webinar: words } = voice.words;
  const shown = found.slice(0, part.most);
  const [oldest, isEnd] = [shown.at(-1), found.length <= part.most];
  const isBeginning = isEnd && part.within === undefined && (oldest?.edition ?? 0) > 1;
  const webinars = part.after === undefined ? soonestFirst(shown) : shown;
  return message(
    text(bold(words.listTitle)),
    text(...webinars.map((one) => line(voice, one))),
    isBeginning && oldest !== undefined ? note(words.listBegins(webinarName(voice, oldest))) : undefined,
    {
      block: "choice",
      choice: {
        label: words.programme,
        option: "webinar",
        press: press("webinar show"),
        from: webinars.map((one) => ({
          label: toLabel(`${dayOf(voice, one)} · ${webinarName(voice, one)}`),
          value: one.key,
        })),
      },
    },
    buttons(
      !isEnd && oldest !== undefined && { label: words.earlier, press: earlierPress(oldest, part.within) },
      part.after !== undefined && { label: words.listTitle, press: press("webinar list") },
    ),
  );
};

const earlierPress = ({ key }: WebinarHead, within: Period | undefined) =>
  press("webinar earlier", { after: key, ...(within && { within: `${within.from} ${within.to}` }) });

export const list = defineCommand({
  name: "webinar list",
  rank: "member",
  options: { period: periodOption },
  share: ({ period }) => (period === undefined ? {} : { period: period.from }),
  async run({ period: within }, tools) {
    const [any] = await listWebinars(tools.trx, 1, { within });
    if (any === undefined)
      throw new UserError((words) => (within === undefined ? words.webinar.none : words.webinar.nonePeriod), {
        offer: (words) => [
          within !== undefined && { label: words.webinar.listTitle, press: press("webinar list") },
          nextButton(words),
        ],
      });
    return page(tools, { within });
  },
});

/** What comes after the last one shown. */
export const earlier = defineCommand({
  name: "webinar earlier",
  rank: "member",
  hidden: true,
  options: { after: wordOption, within: { ...wordOption, required: false } },
  async run({ after: key, within }, tools) {
    const [after] = await readHeads(tools.trx, [key]);
    if (after === undefined) throw new UserError((words) => words.bot.lostPress);
    const [from, to] = within?.split(" ") ?? [];
    return page(tools, { after, within: from === undefined || to === undefined ? undefined : { from, to } });
  },
});
