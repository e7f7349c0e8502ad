import type { Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { type Block, buttons, message, note, type Reply, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold, join, md, type Text, type Writing } from "../../core/bot/text.ts";
import { isAboutToGo, isOpening, type Queued, readQueue, toCome } from "../../core/delivery/queue.ts";
import { isAt } from "../../core/delivery/slots.ts";
import { type Place, placeName, platformNames } from "../../core/network/place.ts";
import { isOpen, type Webinar } from "../../core/network/webinar.ts";
import { shortAt, zoneName } from "../../core/say/time.ts";
import { say, type Voice } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { type Delivery, pending, stands, WITHDRAWN } from "../../core/store/deliveries.ts";
import { readDiscussion } from "../../core/store/questions.ts";
import { slotsOf } from "../../core/store/slots.ts";
import { listPlaces } from "../../core/store/spaces.ts";
import { readWebinar } from "../../core/store/webinars.ts";

/** So long what was opened or closed from the panel can be undone: what is opened leaves only then. */
export const UNDO_MS = 10_000;

interface Seen {
  readonly voice: Voice;
  readonly places: readonly Place[];
  readonly now: Temporal.Instant;
}

/** The hour today, else with its day: the title says in which zone. */
const timeOf = ({ voice, now }: Seen, ms: number): string => {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(voice.zone);
  const today = now.toZonedDateTimeISO(voice.zone).toPlainDate();
  return at.toPlainDate().equals(today) ? voice.words.date.time(at) : shortAt(voice, at);
};

const isAway = ({ cause }: Delivery): boolean => cause === WITHDRAWN;
/** What counts in each place: what is out there, else what is on its way, else the last that was given up. */
const latest = (rows: readonly Delivery[]): readonly Delivery[] => {
  const weight = (row: Delivery): number => (stands(row) ? 2 : pending.includes(row.state) ? 1 : 0);
  const ordered = rows.filter((row) => !isAway(row)).toSorted((a, b) => weight(a) - weight(b) || a.dueAt - b.dueAt);
  const place = ({ to }: Delivery): string => `${to.platform}/${to.space}/${to.channel}`;
  const last = new Map(ordered.map((row) => [place(row), row]));
  return [...last.values()].toSorted((a, b) => place(a).localeCompare(place(b)));
};

/** "Discord", or "Discord #discussion" where the question is in several places of it. */
const whereIs = ({ places }: Seen, row: Delivery, rows: readonly Delivery[]): string => {
  const place = places.find(({ at }) => isAt(row, at));
  const isOnly = rows.filter(({ to }) => to.platform === row.to.platform).length === 1;
  return place === undefined || isOnly ? platformNames[row.to.platform] : placeName(place);
};

/** "Discord ✓ Slack ✓", and in words what is not as it should be. */
const marks = (seen: Seen, rows: readonly Delivery[]): string => {
  const { date, discuss } = seen.voice.words;
  const shown = rows.filter(({ state }) => state !== "cancelled");
  const parts = shown.map((row) => {
    const name = whereIs(seen, row, shown);
    if (row.state === "sent") return `${name} ✓`;
    if (row.state === "held") return `${name}${date.colon}${discuss.unclear}`;
    return `${name}${date.colon}${row.state === "failed" || row.state === "expired" ? discuss.notPosted : discuss.posting}`;
  });
  return parts.join(" ");
};

const scheduled = (seen: Seen, rows: readonly Delivery[]): string => {
  const { discuss, date } = seen.voice.words;
  const ahead = rows.filter(({ state }) => pending.includes(state));
  return [...Map.groupBy(ahead, ({ dueAt }) => dueAt)]
    .map(([at, same]) => {
      const when = shortAt(seen.voice, Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(seen.voice.zone));
      const where = same.map((row) => {
        const place = seen.places.find(({ at: there }) => isAt(row, there));
        return place === undefined ? platformNames[row.to.platform] : placeName(place);
      });
      return `${discuss.scheduledFor(when)}${date.colon}${where.join(date.comma)}`;
    })
    .join(" · ");
};

const stateText = (seen: Seen, queued: Queued): readonly (Writing | undefined)[] => {
  const { question, state, rows, since } = queued;
  const { discuss, discussion, correct } = seen.voice.words;
  const there = latest(rows);
  if (state === "closed") return [discussion.closedAt(timeOf(seen, question.closedAt ?? 0))];
  if (state === "open") {
    const open = since === undefined ? discuss.posting : discussion.openSince(timeOf(seen, since));
    return [bold(open), marks(seen, there)];
  }
  if (state === "opening")
    return isAboutToGo(queued, seen.now.epochMilliseconds)
      ? [discussion.opening]
      : [bold(discuss.posting), marks(seen, there)];
  if (state === "skipped") return [rows.some(isAway) ? correct.away : discussion.skipped];
  return state === "scheduled" ? [scheduled(seen, there)] : [discuss.waiting, marks(seen, there)];
};

/** "2 Build Back Better and COVID-19 · OPEN since 17:53 · Discord ✓ Slack ✓" */
const line = (seen: Seen, queued: Queued): Text =>
  join(
    [md`${bold(String(queued.question.number))} ${say(seen.voice, queued.question.label)}`, ...stateText(seen, queued)],
    " · ",
  );

/** The one that is discussed: of several open ones the latest. */
export const current = (queue: readonly Queued[]): Queued | undefined =>
  queue.filter(({ state }) => state === "open").toSorted((a, b) => (b.since ?? 0) - (a.since ?? 0))[0];

/** What can still be undone: a question that has not left yet, and one that was closed just now. */
const undoPress = (queue: readonly Queued[], { of, now }: { of: Press["options"]; now: number }): Press | undefined => {
  const opening = queue.find(({ state, rows }) => state === "opening" && rows.some(isOpening))?.question;
  const closed = queue.find(({ question: { closedAt } }) => closedAt !== undefined && now < closedAt + UNDO_MS);
  if (opening === undefined && closed === undefined) return undefined;
  return press("discuss undo", {
    ...of,
    ...(opening && { question: opening.id }),
    ...(closed && { close: closed.question.id }),
  });
};

const acts = (queue: readonly Queued[], { voice, now, of }: Seen & { readonly of: Press["options"] }) => {
  const { discussion } = voice.words;
  const [open, next] = [current(queue)?.question, toCome(queue)[0]?.question];
  const undo = undoPress(queue, { of, now: now.epochMilliseconds });
  // While one is on its way, the next is not offered: a second tap of a thumb opens nothing.
  const isOpening = queue.some((one) => isAboutToGo(one, now.epochMilliseconds));
  return buttons<Press>(
    undo && { label: discussion.undo, press: undo, style: "danger" },
    next !== undefined &&
      !isOpening && {
        label: open === undefined ? discussion.open(next.number) : discussion.closeAndOpen(open.number, next.number),
        press: press("discuss open", { ...of, question: next.id, ...(open && { close: open.id }) }),
        style: "primary",
      },
    open && { label: discussion.close(open.number), press: press("discuss close", { ...of, question: open.id }) },
  );
};

/** At most 25 in a choice (Discord). */
const MOST_CHOICES = 25;

/** Any other than the next one, brought forward. */
const others = (
  queue: readonly Queued[],
  { voice, now, of }: Seen & { readonly of: Press["options"] },
): Block<Press> | undefined => {
  const { discussion } = voice.words;
  const open = current(queue)?.question;
  const next = toCome(queue)[0]?.question;
  const from = [...toCome(queue), ...queue.filter(({ state }) => state === "skipped")]
    .map(({ question }) => question)
    .filter(({ id }) => id !== next?.id);
  if (from.length === 0 || queue.some((one) => isAboutToGo(one, now.epochMilliseconds))) return undefined;
  const label = open === undefined ? discussion.openOther : discussion.closeAndOpenOther(open.number);
  const act = press("discuss open", { ...of, ...(open && { close: open.id }) });
  const choices = from.slice(0, MOST_CHOICES).map((question) => ({
    label: toLabel(`${question.number} ${say(voice, question.label)}`),
    value: question.id,
  }));
  return { block: "choice", choice: { label, option: "question", press: act, from: choices } };
};

/** The way back to it. */
export const panelButton = (label: string, { key }: Pick<Webinar, "key">) => ({
  label: toLabel(label),
  press: press("discuss queue", { webinar: key }),
});

/** The discussant's panel, from the record as it is now. `said`: what has just been done. */
export const panel = async (key: string, tools: Tools, said?: string): Promise<Reply> => {
  const { voice, trx, now } = tools;
  const { discuss, discussion, webinar: words, date } = voice.words;
  const webinar = await readWebinar(trx, key);
  if (webinar === undefined) throw new UserError((there) => there.bot.lostPress);
  const [name, of] = [webinarName(voice, webinar), { webinar: key }];
  const add = { label: discussion.add, press: press("discuss add", of, ["text", "label"]) };
  if (webinar.questions.length === 0)
    return message(text(said, bold(discuss.panelTitle(name)), words.noQuestions(name)), buttons(add));
  const queue = await readQueue(trx, webinar);
  const seen: Seen = { voice, now, places: await listPlaces(trx) };
  const empty = (await slotsOf(trx, key)).filter(
    ({ at, question }) => isOpen(webinar) && at > now.epochMilliseconds && question === undefined,
  );
  const when = (at: number): string =>
    shortAt(voice, Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(voice.zone));
  const { pausedAt } = await readDiscussion(trx, key);
  const isTimed = queue.some(({ state }) => state === "open" || state === "closed");
  const zone = isTimed ? date.timesIn(zoneName(voice, voice.zone)) : undefined;
  const blocks: readonly (Block<Press> | undefined)[] = [
    said === undefined ? undefined : text(said),
    text(
      join([bold(discuss.panelTitle(name)), zone], " · "),
      ...queue.map((one) => line(seen, one)),
      ...empty.map(({ at }) => discussion.empty(when(at))),
    ),
    pausedAt === undefined ? undefined : note(discussion.paused),
    acts(queue, { ...seen, of }),
    others(queue, { ...seen, of }),
    buttons(
      pausedAt !== undefined && { label: discussion.resume, press: press("discuss resume", of) },
      empty.length > 0 && add,
      { label: discussion.chatButton, press: press("discuss text", of) },
      { label: discussion.more, press: press("discuss more", of) },
      panelButton(discuss.refresh, webinar),
    ),
  ];
  return message(...blocks);
};
