import type { Tools } from "../../core/bot/command.ts";
import { type Block, type Button, buttons, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { beginning, nameOf } from "../../core/delivery/compose.ts";
import { type About, placesOf } from "../../core/delivery/out.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { daysNamed } from "../../core/say/old-dates.ts";
import { shortAt } from "../../core/say/time.ts";
import type { Delivery } from "../../core/store/deliveries.ts";

/** What becomes of all that was said and is to be said about a webinar, shown before anything changes. */

type Part = Block<Press> | undefined;

/** One line for what goes to several places at once: when · what · where. */
const linesOf = async (rows: readonly Delivery[], { trx, voice }: Tools): Promise<readonly string[]> => {
  const together = Map.groupBy(rows, ({ what, dueAt }) => `${dueAt} ${what}`);
  const lines: { readonly at: number; readonly line: string }[] = [];
  for (const group of together.values()) {
    const [{ dueAt, what } = { dueAt: 0, what: "" }] = group;
    const at = Temporal.Instant.fromEpochMilliseconds(dueAt).toZonedDateTimeISO(voice.zone);
    const places = voice.words.list(await placesOf(trx, group));
    const line = [shortAt(voice, at), await nameOf(trx, voice, what), places].filter((part) => part !== "").join(" · ");
    lines.push({ at: dueAt, line });
  }
  return lines.toSorted((a, b) => a.at - b.at).map(({ line }) => line);
};

const listed = async (rows: readonly Delivery[], { tools, title }: { tools: Tools; title: (n: number) => string }) => {
  const lines = await linesOf(rows, tools);
  return lines.length === 0 ? undefined : text(bold(title(lines.length)), ...lines);
};

const postedPart = async (about: About, { tools, title }: { tools: Tools; title: (n: number) => string }) =>
  (await listed(about.posted, { tools, title })) ?? text(tools.voice.words.manage.nothingPosted);

export const ofMoving = async (about: About, tools: Tools): Promise<readonly Part[]> => {
  const { manage } = tools.voice.words;
  return [
    await postedPart(about, { tools, title: manage.postedAlready }),
    await listed(about.following, { tools, title: manage.movesAlong }),
    await listed(about.lost, { tools, title: manage.lapses }),
    await listed(about.fixed, { tools, title: manage.stays }),
  ];
};

export const ofCancelling = async (about: About, tools: Tools): Promise<readonly Part[]> => {
  const { manage } = tools.voice.words;
  return [
    await postedPart(about, { tools, title: manage.postedCancelled }),
    await listed([...about.following, ...about.fixed], { tools, title: manage.dropped }),
  ];
};

/** The form of the announcement or question whose words these are. */
const editPress = (what: string, { key }: Webinar): Press => {
  const [kind = "", id = ""] = [what.split("/", 1)[0], what.slice(what.indexOf("/") + 1)];
  return kind === "question" ? press("discuss edit", { question: id, webinar: key }) : press("announce edit", { what });
};

/** People's own words that name the day that is left, each with the way to change them. */
export const ownWords = (
  { texts }: About,
  { webinar, date, tools }: { readonly webinar: Webinar; readonly date: string; readonly tools: Tools },
): readonly Part[] => {
  const { manage, list } = tools.voice.words;
  const [from, to] = [Temporal.PlainDate.from(webinar.date), Temporal.PlainDate.from(date)];
  const isSameDay = Temporal.PlainDate.compare(from, to) === 0;
  const named = texts.flatMap((one) => {
    const found = isSameDay ? [] : daysNamed(one.text, from, to);
    return found.length === 0 ? [] : [{ ...one, found }];
  });
  if (named.length === 0) return [];
  const whats = [...new Set(named.map(({ what }) => what))];
  const [only, ...others] = whats;
  const button = (what: string): Button<Press> => {
    const words = named.find((one) => one.what === what)?.text ?? "";
    const label = others.length === 0 ? manage.editText : manage.editThis(beginning(words));
    return { label: toLabel(label), press: editPress(what, webinar) };
  };
  return [
    text(bold(manage.lookAt), ...named.map((one) => manage.names(beginning(one.text), list(one.found)))),
    buttons(...(only === undefined ? [] : [only, ...others].slice(0, MOST_BUTTONS).map(button))),
  ];
};
/** A row of buttons on Discord. */
const MOST_BUTTONS = 5;
