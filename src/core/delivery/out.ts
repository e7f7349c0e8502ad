import { buttons, type Message, message, text } from "../bot/message.ts";
import type { Writing } from "../bot/text.ts";
import { type Place, placeName } from "../network/place.ts";
import type { Webinar } from "../network/webinar.ts";
import { toPost } from "../say/post.ts";
import { toVoice, type Voice } from "../say/voice.ts";
import { programmeButton, remindButton } from "../say/webinar.ts";
import { announcementsOf } from "../store/announcements.ts";
import type { Transaction } from "../store/database.ts";
import { addDeliveries, type Delivery, deliveriesOf, out, pending } from "../store/deliveries.ts";
import { listPlaces, readNetwork } from "../store/spaces.ts";
import { LATE_MS, planNow, questionWhat } from "./plan.ts";
import { WITHDRAWN } from "./withdrawal.ts";

/** What has been said about a webinar, and what is still to be, when something about it changes. */

export interface About {
  /** Announcements out there, or on the way. What a question's post says changes with its own words only. */
  readonly posted: readonly Delivery[];
  /** To come, and moving along with the webinar. */
  readonly following: readonly Delivery[];
  /** To come at a time of its own. */
  readonly fixed: readonly Delivery[];
  /** People's own words that are said or will be, in each language: of announcements and questions. */
  readonly texts: readonly { readonly what: string; readonly text: string }[];
}

export const readAbout = async (trx: Transaction, webinar: Webinar): Promise<About> => {
  const announcements = await announcementsOf(trx, webinar.key);
  const rows: { readonly row: Delivery; readonly follows: boolean }[] = [];
  for (const { id, when } of announcements)
    for (const row of await deliveriesOf(trx, `announcement/${id}`))
      rows.push({ row, follows: when.kind === "relative" });
  for (const question of webinar.questions)
    for (const row of await deliveriesOf(trx, questionWhat(question))) rows.push({ row, follows: false });
  const live = new Set(
    rows.filter(({ row }) => out.includes(row.state) || pending.includes(row.state)).map(({ row }) => row.what),
  );
  const isWaiting = ({ row }: { readonly row: Delivery }): boolean => pending.includes(row.state);
  return {
    posted: rows
      .map(({ row }) => row)
      .filter(({ what, state, cause }) => out.includes(state) && cause !== WITHDRAWN && !what.startsWith("question/")),
    following: rows.filter((one) => isWaiting(one) && one.follows).map(({ row }) => row),
    fixed: rows.filter((one) => isWaiting(one) && !one.follows).map(({ row }) => row),
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

/** Their names. */
export const placesOf = async (trx: Transaction, rows: readonly Delivery[]): Promise<readonly string[]> => [
  ...new Set((await placesAt(trx, rows)).map(placeName)),
];

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
