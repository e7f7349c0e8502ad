import { buttons, type Message, message, text } from "../bot/message.ts";
import type { Writing } from "../bot/text.ts";
import { type Place, placeName, platformNames } from "../network/place.ts";
import type { Webinar, WebinarHead } from "../network/webinar.ts";
import { toPost } from "../say/post.ts";
import { toVoice, type Voice } from "../say/voice.ts";
import { programmeButton, remindButton } from "../say/webinar.ts";
import { announcementsOf } from "../store/announcements.ts";
import type { Transaction } from "../store/database.ts";
import { addDeliveries, type Delivery, deliveriesOf, out, pending, stands } from "../store/deliveries.ts";
import { slotsOf } from "../store/slots.ts";
import { listPlaces, readNetwork } from "../store/spaces.ts";
import type { When } from "../time/moment.ts";
import type { Schedule } from "../time/recurrence.ts";
import { bySlot, LATE_MS, momentOf, planNow, questionWhat } from "./plan.ts";

/** What has been said about a webinar, and what is still to be, when something about it changes. */

type Relative = When & { readonly kind: "relative" };
interface Moved {
  readonly to: WebinarHead;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface About {
  /** Announcements out there, or on the way. What a question's post says changes with its own words only. */
  readonly posted: readonly Delivery[];
  /** To come, and moving along with the webinar. */
  readonly following: readonly Delivery[];
  /** To come until the webinar is moved there: into the past, or with no hour left to count from. */
  readonly lost: readonly Delivery[];
  /** To come at a time of its own. */
  readonly fixed: readonly Delivery[];
  /** People's own words that are said or will be, in each language: of announcements and questions. */
  readonly texts: readonly { readonly what: string; readonly text: string }[];
}

/** Whether what counts from the webinar would still be to come. */
const isAhead = (when: Relative, { to, now }: Moved): boolean =>
  (momentOf(when, to)?.at.epochMilliseconds ?? now) > now;

/** @param moved where the webinar is to be moved, if it is. */
export const readAbout = async (trx: Transaction, webinar: Webinar, moved?: Moved): Promise<About> => {
  const announcements = await announcementsOf(trx, webinar.key);
  const slots = await slotsOf(trx, webinar.key);
  const rows: { readonly row: Delivery; readonly counts: Relative | undefined }[] = [];
  const counting = (when: Schedule | undefined) => (when?.kind === "relative" ? when : undefined);
  for (const { id, when } of announcements)
    for (const row of await deliveriesOf(trx, `announcement/${id}`)) rows.push({ row, counts: counting(when) });
  for (const question of webinar.questions)
    for (const row of await deliveriesOf(trx, questionWhat(question)))
      rows.push({ row, counts: counting(slots.find(({ id }) => bySlot(row, id))?.when) });
  const live = new Set(
    rows.filter(({ row }) => out.includes(row.state) || pending.includes(row.state)).map(({ row }) => row.what),
  );
  const waiting = rows.filter(({ row }) => pending.includes(row.state));
  const goesOn = (counts: Relative): boolean => moved === undefined || isAhead(counts, moved);
  const those = (fits: (counts: Relative | undefined) => boolean): readonly Delivery[] =>
    waiting.filter(({ counts }) => fits(counts)).map(({ row }) => row);
  return {
    posted: rows.map(({ row }) => row).filter((row) => stands(row) && !row.what.startsWith("question/")),
    following: those((counts) => counts !== undefined && goesOn(counts)),
    lost: those((counts) => counts !== undefined && !goesOn(counts)),
    fixed: those((counts) => counts === undefined),
    texts: [
      ...announcements
        .flatMap(({ id, texts }) => Object.values(texts).map((text) => ({ what: `announcement/${id}`, text })))
        .filter(({ what }) => live.has(what)),
      ...webinar.questions.flatMap((question) =>
        [question.label, question.text]
          .flatMap((wordings) => Object.values(wordings))
          .map((text) => ({ what: questionWhat(question), text })),
      ),
    ],
  };
};

const placeOf = ({ to }: Delivery, places: readonly Place[]): Place | undefined =>
  places.find(({ at }) => at.platform === to.platform && at.space === to.space && at.channel === to.channel);

/** The places of some deliveries, each once. */
export const placesAt = async (trx: Transaction, rows: readonly Delivery[]): Promise<readonly Place[]> => {
  const places = await listPlaces(trx);
  return [...new Set(rows.map((row) => placeOf(row, places)).filter((place) => place !== undefined))];
};

/** Their names; of a channel that is not set up any more, its platform's. */
export const placesOf = async (trx: Transaction, rows: readonly Delivery[]): Promise<readonly string[]> => {
  const places = await listPlaces(trx);
  const nameAt = (row: Delivery): string => {
    const place = placeOf(row, places);
    return place === undefined ? platformNames[row.to.platform] : placeName(place);
  };
  return [...new Set(rows.map(nameAt))];
};

/**
 * Says something new about a webinar wherever it was announced, each place in its own language: edits notify no one.
 * @param what the same news is planned once.
 */
export const planNews = async (
  trx: Transaction,
  webinar: Webinar,
  news: {
    readonly what: string;
    readonly say: (voice: Voice) => readonly (Writing | undefined)[];
    readonly now: number;
  },
): Promise<number> => {
  const network = await readNetwork(trx);
  const places = await listPlaces(trx);
  const { posted } = await readAbout(trx, webinar);
  const where = new Map(
    posted.flatMap((row) => {
      const place = placeOf(row, places);
      return place === undefined
        ? []
        : [[`${place.at.platform}/${place.at.space}/${place.at.channel}`, place] as const];
    }),
  );
  const planned = [...where.values()].map((place) => {
    const voice = toVoice(place.language, network);
    const said: Message = toPost(
      message(text(...news.say(voice)), buttons(programmeButton(voice, webinar), remindButton(voice, webinar))),
      voice.words,
    );
    return planNow({ what: news.what, to: place.at, message: said, now: news.now, lateMs: LATE_MS.announcement });
  });
  return addDeliveries(trx, planned);
};
