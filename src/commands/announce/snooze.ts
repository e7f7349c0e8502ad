import { defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { askAgain } from "../../core/delivery/approval.ts";
import { nameOf, splitWhat } from "../../core/delivery/compose.ts";
import { correctPosts } from "../../core/delivery/correction.ts";
import { notAfterOf } from "../../core/delivery/plan.ts";
import { CALLED_ALONE_MOST } from "../../core/network/calling.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { UNSAID } from "../../core/network/wordings.ts";
import { longAt, shortAt, strip } from "../../core/say/time.ts";
import { type Announcement, changeAnnouncement, readAnnouncement } from "../../core/store/announcements.ts";
import { type Delivery, deliveriesOf, moveDelivery, out, pending } from "../../core/store/deliveries.ts";
import { nextWebinar, readWebinar } from "../../core/store/webinars.ts";
import { parseWhen, type When } from "../../core/time/moment.ts";
import { whatOption } from "../options/posted.ts";
import { toComing, whenOption, writtenWhen } from "../options/when.ts";
import { readTarget } from "./target.ts";

/** "+1h": so much later than it was to be. */
const LATER = /^\s*(?:[+＋]|in\s)/iu;

/** Read as far as it can be before it is known what is moved. */
const whenRead = {
  ...whenOption,
  parse: (raw: string, tools: Tools): string => {
    whenOption.parse(raw, tools);
    return raw;
  },
} as const satisfies Option<string, true>;

interface Moving {
  readonly what: string;
  readonly announcement: Announcement;
  /** What goes out next, in each place where it has not yet begun to. */
  readonly rows: readonly Delivery[];
  /** When the one after it is due, of what comes again. */
  readonly following: number | undefined;
  readonly dueAt: number;
}

const readMoving = async (what: string, { trx }: Tools): Promise<Moving> => {
  const announcement = await readAnnouncement(trx, splitWhat(what)[1]);
  const all = (await deliveriesOf(trx, what)).filter(({ state }) => pending.includes(state));
  const dues = [...new Set(all.map(({ dueAt }) => dueAt))].toSorted((a, b) => a - b);
  const [dueAt, following] = dues;
  if (announcement === undefined || dueAt === undefined) throw new UserError((words) => words.drafts.nothingToMove);
  if (announcement.when.kind !== "recurring") return { what, announcement, rows: all, following: undefined, dueAt };
  return { what, announcement, rows: all.filter((row) => row.dueAt === dueAt), following, dueAt };
};

/** A length counts from when it was to go out, or from now where that is over already. */
const meant = (raw: string, { dueAt }: Moving, { now, voice }: Tools): When => {
  const due = Temporal.Instant.fromEpochMilliseconds(Math.max(dueAt, now.epochMilliseconds));
  return parseWhen(raw, { now: LATER.test(raw) ? due : now, zone: voice.zone });
};

/** The webinar it is about; what is about none may count from the next one. */
const anchorOf = async ({ announcement }: Moving, { trx, now }: Tools): Promise<Webinar | undefined> => {
  const key = announcement.webinar ?? (await nextWebinar(trx, now))?.key;
  return key === undefined ? undefined : readWebinar(trx, key);
};

const wallAt = (at: Temporal.ZonedDateTime): When => ({
  kind: "wall",
  wall: at.toPlainDateTime().toString({ smallestUnit: "minute" }),
  zone: at.timeZoneId,
});

/** Moves the rows, and what they are named by; one of several that come again moves alone. */
const move = async (moving: Moving, { when, at }: { when: When; at: Temporal.ZonedDateTime }, tools: Tools) => {
  const { trx, now } = tools;
  const { announcement, rows, what, following } = moving;
  const about = announcement.webinar === undefined ? undefined : await readWebinar(trx, announcement.webinar);
  const dueAt = at.epochMilliseconds;
  if (following !== undefined && dueAt >= following) {
    const next = Temporal.Instant.fromEpochMilliseconds(following).toZonedDateTimeISO(tools.voice.zone);
    throw new UserError((words) => words.drafts.passesNext(shortAt(tools.voice, next)), { option: "when" });
  }
  const notAfter = Math.min(notAfterOf(dueAt, about), (following ?? Number.POSITIVE_INFINITY) - 1);
  const to = { due_at: dueAt, next_at: dueAt, not_after: notAfter };
  for (const row of rows) await moveDelivery(trx, row, { from: pending, to });
  if (announcement.when.kind === "recurring") return;
  // What counts from a webinar that it is not about would follow nothing.
  const kept = when.kind === "relative" && announcement.webinar === undefined ? wallAt(at) : when;
  const { composed, texts, rows: all } = await readTarget(what, tools);
  // What is out there already goes on saying what it said, and so does the rest of it.
  const isOut = all.some(({ state }) => out.includes(state)) && texts[UNSAID] === undefined;
  const change = { when: kept, ...(isOut && { texts: { ...composed, ...texts } }) };
  if (!(await changeAnnouncement(trx, announcement, change))) throw new UserError((words) => words.drafts.both);
  await correctPosts(trx, await deliveriesOf(trx, what), now.epochMilliseconds);
};

/** Another moment for what is still to go out; of what comes again, for the next one only. */
export const snooze = defineCommand({
  name: "announce snooze",
  rank: "organiser",
  changes: true,
  options: { what: whatOption({ kinds: ["announcement"], isPending: true }), when: whenRead },
  async run({ what, when: raw }, tools) {
    const { voice, trx } = tools;
    const { drafts, announce, menu, mention } = voice.words;
    const moving = await readMoving(what, tools);
    const when = meant(raw, moving, tools);
    const { at } = toComing(when, await anchorOf(moving, tools), { tools, voice });
    const { when: before, webinar } = moving.announcement;
    await move(moving, { when, at }, tools);
    const asked = { by: tools.asker.account.name, now: tools.now.epochMilliseconds };
    const isAsked = before.kind !== "recurring" && (await askAgain(trx, what, asked));
    const was = Temporal.Instant.fromEpochMilliseconds(moving.dueAt).toZonedDateTimeISO(voice.zone);
    const is = at.withTimeZone(voice.zone);
    tools.note({ about: what, before: { when: writtenWhen(wallAt(was)) }, after: { when: writtenWhen(wallAt(is)) } });
    const follows = when.kind === "relative" && webinar !== undefined && before.kind !== "recurring";
    return message(
      text(
        bold(drafts.moved(await nameOf(trx, voice, what))),
        drafts.fromTo(longAt(voice, was), longAt(voice, is)),
        strip(voice, at.toInstant()),
        before.kind === "recurring" ? drafts.onlyNext : undefined,
        follows ? announce.late.relative : undefined,
        before.kind === "relative" && !follows ? drafts.fixedNow : undefined,
        isAsked ? mention.second(CALLED_ALONE_MOST) : undefined,
      ),
      buttons(
        { label: drafts.lookAtIt, press: press("announce preview", { what }) },
        { label: menu["announce list"].title, press: press("announce list") },
      ),
    );
  },
});
