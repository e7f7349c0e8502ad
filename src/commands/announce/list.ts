import { defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { type Block, type Button, buttons, message, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold, join, link, md } from "../../core/bot/text.ts";
import { nameOf, splitWhat } from "../../core/delivery/compose.ts";
import { momentOf } from "../../core/delivery/plan.ts";
import { callingName } from "../../core/network/calling.ts";
import { type Place, placeName, platformNames } from "../../core/network/place.ts";
import { shortAt, zoneName } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { type Announcement, readAnnouncement } from "../../core/store/announcements.ts";
import type { Transaction } from "../../core/store/database.ts";
import {
  type Delivery,
  deliveriesBetween,
  deliveriesOf,
  isStanding,
  pending,
  WITHDRAWN,
} from "../../core/store/deliveries.ts";
import { listPlaces } from "../../core/store/spaces.ts";
import { readWebinar, webinarOfQuestion } from "../../core/store/webinars.ts";
import type { Words } from "../../core/words/words.ts";
import { type Entry, emptyDates } from "./empty-dates.ts";
import { linksOf } from "./links.ts";

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 7;
const LOOK_BACK_DAYS = 7;
const MOST_ROWS = 300;
const AHEAD = ["announcement", "question"] as const;
const SPANS: readonly string[] = ["7", "30", "all"];

const daysOption = {
  kind: "choice",
  required: false,
  from: SPANS.map((value) => ({
    value,
    label: (words: Words) => (value === "all" ? words.announce.all : words.announce.days(Number(value))),
  })),
  parse: (raw: string): number => {
    if (!SPANS.includes(raw)) throw new UserError((words) => words.bot.notAChoice(SPANS.join(", ")));
    return raw === "all" ? Number.POSITIVE_INFINITY : Number(raw);
  },
  otherwise: () => DEFAULT_DAYS,
} satisfies Option<number>;

/** Who is called by a post, "calls @everyone"; nothing for one that was never to call anybody. */
const callingOf = (
  { mention }: Words,
  { state, calls, to }: Delivery,
  announcement: Announcement | undefined,
): string | undefined => {
  if (calls === null || announcement?.mention === undefined) return undefined;
  if (calls !== "chosen" || announcement.approval === "declined") return mention.without;
  const who = callingName(announcement.mention, to.platform);
  if (state === "sent") return mention.called(who);
  return announcement.approval === "asked" ? mention.callsIf(who) : mention.calls(who);
};

/** Nothing more is said by what was cancelled, came to nothing or was taken away. */
const isLive = ({ state, cause }: Delivery): boolean =>
  cause !== WITHDRAWN && !["cancelled", "expired", "failed"].includes(state);

/** Other words for it, another time, a look at it: what there is for what it is. News and shared answers are as they are. */
const changes = async (
  trx: Transaction,
  { words: { correct, drafts } }: Voice,
  {
    what,
    name,
    isLive,
    isPending,
    isNext,
  }: Readonly<Record<"what" | "name", string>> & Readonly<Record<"isLive" | "isPending" | "isNext", boolean>>,
): Promise<readonly (Button<Press> | false)[]> => {
  const [kind, id] = splitWhat(what);
  if (kind === "announcement")
    return [
      isLive && { label: toLabel(correct.edit(name)), press: press("announce edit", { what }) },
      isPending && { label: toLabel(drafts.look(name)), press: press("announce preview", { what }) },
      isNext && { label: toLabel(drafts.move(name)), press: press("announce snooze", { what }, ["when"]) },
    ];
  const webinar = kind === "question" ? await webinarOfQuestion(trx, id) : undefined;
  const question = webinar?.questions.find((one) => one.id === id);
  if (webinar === undefined || question === undefined) return [];
  const of = { webinar: webinar.key, question: question.id };
  return [{ label: toLabel(correct.edit(name)), press: press("discuss edit", of) }];
};

const pastOf = (trx: Transaction, now: number): Promise<readonly Delivery[]> =>
  deliveriesBetween(trx, {
    from: now - LOOK_BACK_DAYS * DAY_MS,
    to: now,
    latest: true,
    limit: MOST_ROWS,
    kinds: ["announcement", "question", "share", "news"],
  });

/** Not, when it counts from a webinar that has lost its hour: it waits for one. */
const hasMoment = async (trx: Transaction, announcement: Announcement | undefined): Promise<boolean> => {
  if (announcement?.when.kind !== "relative" || announcement.webinar === undefined) return true;
  return momentOf(announcement.when, await readWebinar(trx, announcement.webinar)) !== undefined;
};

/** What goes out at one time under one name: a line, with the places and what became of it in each. */
const group = async (
  trx: Transaction,
  voice: Voice,
  rows: readonly Delivery[],
  { places, links }: { readonly places: readonly Place[]; readonly links: ReadonlyMap<string, string> },
): Promise<readonly (Block<Press> | undefined)[]> => {
  const [first] = rows;
  if (first === undefined) return [];
  const { announce, correct, date } = voice.words;
  const name = await nameOf(trx, voice, first.what);
  const at = Temporal.Instant.fromEpochMilliseconds(first.dueAt).toZonedDateTimeISO(voice.zone);
  const where = (row: Delivery): string => {
    const place = places.find((one) => one.at.channel === row.to.channel && one.at.space === row.to.space);
    return place === undefined ? platformNames[row.to.platform] : placeName(place);
  };
  const announcement = await readAnnouncement(trx, first.what.replace(/^announcement\//, ""));
  const isTimed = !rows.some(({ state }) => pending.includes(state)) || (await hasMoment(trx, announcement));
  const said = rows.map((row) => {
    const there =
      row.state === "scheduled"
        ? where(row)
        : `${where(row)}${date.colon}${row.state === "sent" && row.cause === WITHDRAWN ? voice.words.correct.away : announce.state[row.state]}`;
    const calls = callingOf(voice.words, row, announcement);
    const whole = calls === undefined ? there : date.aside(there, calls);
    const url = row.cause === WITHDRAWN ? undefined : links.get(row.id);
    return url === undefined ? whole : md`${whole} ${link(voice.words.drafts.open, url)}`;
  });
  const { cancelThis } = announcement?.when.kind === "recurring" ? voice.words.recurrence : announce;
  const isPending = rows.some(({ state }) => pending.includes(state));
  // Of what comes again only the next one can be moved.
  const isNext =
    isPending &&
    (announcement?.when.kind !== "recurring" ||
      (await deliveriesOf(trx, first.what)).every((row) => !pending.includes(row.state) || row.dueAt >= first.dueAt));
  const held = rows.filter(({ state }) => state === "held");
  return [
    text(md`${bold(isTimed ? shortAt(voice, at) : voice.words.drafts.noTime)} · ${name}`, join(said, " · ")),
    buttons(
      ...(await changes(trx, voice, { what: first.what, name, isLive: rows.some(isLive), isPending, isNext })),
      rows.some(isStanding) && {
        label: toLabel(correct.take(name)),
        press: press("announce withdraw", { what: first.what }),
      },
      isPending && { label: toLabel(cancelThis(name)), press: press("announce stop", { what: first.what }) },
      ...held.slice(0, 2).flatMap((row) => [
        {
          label: toLabel(`${where(row)}${date.colon}${announce.isThere}`),
          press: press("announce settle", { delivery: row.id, there: "yes", attempt: String(row.attempts) }),
        },
        {
          label: toLabel(`${where(row)}${date.colon}${announce.sendAgain}`),
          press: press("announce settle", { delivery: row.id, there: "no", attempt: String(row.attempts) }),
        },
      ]),
    ),
  ];
};

/** Of the days that were asked for; and what comes after them. */
const nothingSaid = async ({ trx, voice }: Tools, from: number): Promise<string> => {
  const span = { from, to: Number.MAX_SAFE_INTEGER, latest: false, limit: MOST_ROWS, kinds: AHEAD };
  const next = (await deliveriesBetween(trx, span)).find(({ state }) => pending.includes(state));
  const { announce } = voice.words;
  if (next === undefined) return announce.nothing;
  const at = Temporal.Instant.fromEpochMilliseconds(next.dueAt).toZonedDateTimeISO(voice.zone);
  return announce.nothingNow(shortAt(voice, at), announce.all);
};

export const list = defineCommand({
  name: "announce list",
  rank: "organiser",
  options: { days: daysOption },
  inspect: async (_given, outside) =>
    linksOf(await outside.read((trx) => pastOf(trx, outside.clock.now().epochMilliseconds)), outside),
  async run({ days }, tools, links) {
    const { voice } = tools;
    const { announce, date } = voice.words;
    const now = tools.now.epochMilliseconds;
    const to = Number.isFinite(days) ? now + days * DAY_MS : Number.MAX_SAFE_INTEGER;
    const past = await pastOf(tools.trx, now);
    const rows = [
      ...past.toReversed(),
      ...(await deliveriesBetween(tools.trx, {
        from: now,
        to,
        latest: false,
        limit: MOST_ROWS,
        kinds: AHEAD,
      })),
    ];
    const groups = [...Map.groupBy(rows, ({ what, dueAt }) => `${dueAt}/${what}`).values()];
    const isAhead = (group: readonly Delivery[]): boolean =>
      group.some(({ state }) => pending.includes(state) || state === "sending" || state === "unknown");
    const ahead = groups.filter(isAhead);
    const gone = groups.filter((one) => !isAhead(one)).toReversed();
    const places = await listPlaces(tools.trx);
    const toEntry = async (one: readonly Delivery[]): Promise<Entry> => ({
      at: one[0]?.dueAt ?? 0,
      blocks: await group(tools.trx, voice, one, { places, links }),
    });
    const coming = async (): Promise<Entry["blocks"]> =>
      [...(await Promise.all(ahead.map(toEntry))), ...empty]
        .toSorted((a, b) => a.at - b.at)
        .flatMap(({ blocks }) => blocks);
    const empty = await emptyDates(tools.trx, voice, { from: now, to, limit: MOST_ROWS });
    const title = Number.isFinite(days) ? announce.listTitle(days) : announce.listAll;
    const span = Number.isFinite(days) ? String(days) : "all";
    return message(
      text(
        md`${bold(title)} · ${date.timesIn(zoneName(voice, voice.zone))}`,
        ahead.length + empty.length === 0 ? await nothingSaid(tools, to) : undefined,
      ),
      ...(await coming()),
      gone.length === 0 ? undefined : text(bold(announce.goneOut)),
      ...(await Promise.all(gone.map(toEntry))).flatMap(({ blocks }) => blocks),
      buttons(
        ...SPANS.filter((value) => value !== span).map((value) => ({
          label: value === "all" ? announce.all : announce.days(Number(value)),
          press: press("announce list", { days: value }),
        })),
      ),
    );
  },
});
