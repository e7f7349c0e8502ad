import { buttons, message, text } from "../bot/message.ts";
import { press } from "../bot/press.ts";
import type { Uncalled } from "../network/calling.ts";
import { type Lack, type Place, placeName, platformNames } from "../network/place.ts";
import { toPost } from "../say/post.ts";
import { toVoice } from "../say/voice.ts";
import type { Transaction } from "../store/database.ts";
import { addDeliveries, type Delivery } from "../store/deliveries.ts";
import { listPlaces, readNetwork } from "../store/spaces.ts";
import type { Words } from "../words/words.ts";
import { nameOf } from "./compose.ts";
import { LATE_MS, planNow } from "./plan.ts";

/** What the desk is told: what went wrong with a delivery, in words, with the way on where there is one. */
export type Trouble = "held" | "failed" | "place" | "stop" | "expired" | "thread" | "gone" | Uncalled;

/** The desk of the same space, unless that is what fails; else any other. */
export const deskFor = (
  desks: readonly Place[],
  { to }: Pick<Delivery, "to">,
  trouble?: Trouble,
): Place | undefined => {
  const own = desks.find(({ at }) => at.platform === to.platform && at.space === to.space);
  const other = desks.find(({ at }) => at.platform !== to.platform);
  return trouble === "stop" ? other : (own ?? desks[0]);
};

/** Buttons for whoever is to mend it: what became of an unclear post, else where to look. */
const wayOn = ({ announce, menu }: Words, { id, attempts }: Pick<Delivery, "id" | "attempts">, trouble: Trouble) => {
  const settle = (there: string) => press("announce settle", { delivery: id, there, attempt: String(attempts) });
  if (trouble === "held")
    return buttons(
      { label: announce.isThere, press: settle("yes") },
      { label: announce.sendAgain, press: settle("no") },
    );
  return buttons(
    { label: menu["rostrum doctor"].title, press: press("rostrum doctor") },
    { label: menu["announce list"].title, press: press("announce list") },
  );
};

/**
 * Plans a note to the desk, in the transaction that records the trouble: it is told whatever happens next. Told once for
 * each trouble of a delivery (`stop`: once a day). Nothing is told about a note itself.
 */
export const planNotice = async (
  trx: Transaction,
  delivery: Pick<Delivery, "id" | "what" | "to" | "attempts"> & { readonly lacks?: readonly Lack[] },
  trouble: Trouble,
  now: number,
): Promise<void> => {
  // A shared answer concerns who shared it; only whether it stands there twice is for the organisers to know.
  if (delivery.what.startsWith("notice/") || (delivery.what.startsWith("share/") && trouble !== "held")) return;
  const desk = deskFor(await listPlaces(trx, "desk"), delivery, trouble);
  if (desk === undefined) return;
  const voice = toVoice(desk.language, await readNetwork(trx));
  const { notice } = voice.words;
  const what = await nameOf(trx, voice, delivery.what);
  const places = await listPlaces(trx);
  const place = places.find(({ at }) => at.channel === delivery.to.channel && at.space === delivery.to.space);
  const where = place === undefined ? platformNames[delivery.to.platform] : placeName(place);
  const sentence = delivery.what.startsWith("edit/") ? notice.uncorrected : notice[trouble];
  const said = trouble === "stop" ? notice.stop(platformNames[delivery.to.platform]) : sentence(what, where);
  const why = (delivery.lacks ?? []).map((lack) => voice.words.places.lack(delivery.to.platform, lack));
  const day = Temporal.Instant.fromEpochMilliseconds(now).toString().slice(0, 10);
  const about = trouble === "stop" ? `${delivery.to.platform}/${day}` : delivery.id;
  // Sent again by a person and lost again: that is told again.
  const times = trouble === "held" ? `/${delivery.attempts}` : "";
  await addDeliveries(trx, [
    planNow({
      what: `notice/${about}/${trouble}${times}`,
      to: desk.at,
      message: toPost(message(text(said, ...why), wayOn(voice.words, delivery, trouble)), voice.words),
      now,
      lateMs: LATE_MS.notice,
    }),
  ]);
};
