import { mayUse } from "../../core/bot/asker.ts";
import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { type Block, buttons, message, type Reply, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { cancelDates } from "../../core/delivery/discuss.ts";
import { type Ahead, datesAhead, isAt } from "../../core/delivery/slots.ts";
import { type Place, placeName } from "../../core/network/place.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { shortAt } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { listPlaces } from "../../core/store/spaces.ts";
import { wordOption } from "../options/text.ts";
import { webinarOption } from "../options/webinar.ts";
import { noteWebinar } from "./note.ts";
import { atOf, numbered } from "./numbered.ts";
import { panelButton } from "./panel.ts";

/** "Mon 30 Nov 2026, 09:00 Tokyo  3  Network governance · Discord #discussion" */
const line = (voice: Voice, { slot, question }: Ahead, places: readonly Place[]): string => {
  const { discussion, date } = voice.words;
  const there = slot.where.flatMap((at) => places.find((place) => isAt({ to: place.at }, at)) ?? []);
  const what = question === undefined ? discussion.nothingLeft : numbered(voice, question);
  return `${shortAt(voice, atOf(slot, voice))}  ${what} · ${there.map(placeName).join(date.comma)}`;
};

/** At most 25 in a choice (Discord). */
const MOST_CHOICES = 25;

/** Every date ahead with its question: each can be taken back, and all of them. */
const view = async (webinar: Webinar, tools: Tools): Promise<Reply> => {
  const { voice, trx } = tools;
  const { discussion } = voice.words;
  const dates = await datesAhead(trx, webinar, tools.now.epochMilliseconds);
  const back = panelButton(discussion.back, webinar);
  if (dates.length === 0) return message(text(discussion.noDates), buttons(back));
  const places = await listPlaces(trx);
  const lines = dates.map((one) => line(voice, one, places));
  const of = { webinar: webinar.key };
  const choice: Block<Press> = {
    block: "choice",
    choice: {
      label: discussion.cancelOne,
      option: "slots",
      press: press("discuss unbook", of),
      from: dates.slice(0, MOST_CHOICES).map(({ slot }, n) => ({ label: toLabel(lines[n] ?? ""), value: slot.id })),
    },
  };
  const all = dates.map(({ slot }) => slot.id).join(",");
  return message(
    text(bold(discussion.datesTitle(webinarName(voice, webinar))), ...lines),
    choice,
    buttons<Press>(
      {
        label: discussion.cancelDates(dates.length),
        press: press("discuss unbook", { ...of, slots: all }),
        style: "danger",
      },
      back,
    ),
  );
};

export const dates = defineCommand({
  name: "discuss dates",
  rank: "moderator",
  role: "discussant",
  hidden: true,
  options: { webinar: webinarOption },
  run: ({ webinar }, tools) => view(webinar, tools),
});

/** Exactly the dates that were shown: what was scheduled meanwhile stays. */
export const unbook = defineCommand({
  name: "discuss unbook",
  rank: "moderator",
  role: "discussant",
  changes: true,
  hidden: true,
  options: { slots: { ...wordOption, kind: "paragraph" as const }, webinar: webinarOption },
  async run({ slots, webinar }, tools) {
    const { trx, voice } = tools;
    const { discussion, menu } = voice.words;
    const now = tools.now.epochMilliseconds;
    const gone = await cancelDates(trx, webinar, { ids: slots.split(","), now });
    if (gone.length === 0)
      throw new UserError((words) => words.discussion.datesGone, {
        offer: (words) => [panelButton(words.menu["discuss queue"].title, webinar)],
      });
    await noteWebinar(tools, webinar, (there) => ({
      before: { when: gone.map(({ slot }) => shortAt(there, atOf(slot, there))).join("; ") },
      after: { when: "" },
    }));
    const [only, ...more] = gone;
    const said =
      only !== undefined && more.length === 0
        ? discussion.cancelledDate(shortAt(voice, atOf(only.slot, voice)))
        : discussion.cancelledDates(gone.length);
    const left = await datesAhead(trx, webinar, now);
    const places = await listPlaces(trx);
    return message(
      text(said),
      left.length === 0 ? undefined : text(bold(discussion.datesLeft), ...left.map((one) => line(voice, one, places))),
      buttons<Press>(
        panelButton(menu["discuss queue"].title, webinar),
        left.length > 0 && { label: discussion.dates, press: press("discuss dates", { webinar: webinar.key }) },
        mayUse(tools.asker, "organiser") && { label: menu["announce list"].title, press: press("announce list") },
      ),
    );
  },
});
