import type { Address } from "../bot/call.ts";
import { type Block, buttons, message, text } from "../bot/message.ts";
import type { Standing } from "../bot/platform.ts";
import { type Press, press } from "../bot/press.ts";
import type { Writing } from "../bot/text.ts";
import type { Uncalled } from "../network/calling.ts";
import { type Place, placeName, platformNames } from "../network/place.ts";
import { toPost } from "../say/post.ts";
import { toVoice, type Voice } from "../say/voice.ts";
import type { Transaction } from "../store/database.ts";
import { addDeliveries, type Delivery } from "../store/deliveries.ts";
import { listPlaces, readNetwork } from "../store/spaces.ts";
import type { Words } from "../words/words.ts";
import { nameOf } from "./compose.ts";
import { LATE_MS, planNow } from "./plan.ts";
import { isReminder } from "./remind.ts";

/** What the desk is told: what went wrong with a delivery, in words, with the way on where there is one. */
export type Trouble =
  | "held"
  | "failed"
  | "place"
  | "stop"
  | "expired"
  | "thread"
  | "gone"
  /** A person took the post away, or the thread below it. */
  | "deleted"
  | "threadDeleted"
  | Uncalled;

/** What a place refuses for, and the name by which people there let the bot in. */
export type Missing = Pick<Standing, "lacks" | "self">;

interface Told {
  /** Told once for each. */
  readonly what: string;
  /** What it is about: its own desk hears of it first. */
  readonly at: Pick<Address, "platform" | "space">;
  /** Whether a desk can be told at all: not the one that is gone itself. */
  readonly isFit: (desk: Place) => boolean;
  /** A line each. */
  readonly say: (voice: Voice) => Promise<readonly (Writing | undefined)[]>;
  readonly wayOn?: (words: Words) => Block<Press> | undefined;
  readonly now: number;
}

/** Plans a note to one desk. Answers whether it is new, and there is a desk. */
export const tellDesk = async (trx: Transaction, told: Told): Promise<boolean> => {
  const desks = (await listPlaces(trx, "desk")).filter(told.isFit);
  const desk = desks.find(({ at }) => at.platform === told.at.platform && at.space === told.at.space) ?? desks[0];
  if (desk === undefined) return false;
  const voice = toVoice(desk.language, await readNetwork(trx));
  const said = message(text(...(await told.say(voice))), (told.wayOn ?? whereToLook)(voice.words));
  const { what, now } = told;
  const planned = planNow({ what, to: desk.at, message: toPost(said, voice.words), now, lateMs: LATE_MS.notice });
  return (await addDeliveries(trx, [planned])) > 0;
};

const whereToLook = ({ menu }: Words): Block<Press> | undefined =>
  buttons(
    { label: menu["rostrum doctor"].title, press: press("rostrum doctor") },
    { label: menu["announce list"].title, press: press("announce list") },
  );

/** Whoever is asked what became of an unclear post. */
const settling =
  ({ id, attempts }: Pick<Delivery, "id" | "attempts">) =>
  ({ announce }: Words): Block<Press> | undefined => {
    const settle = (there: string) => press("announce settle", { delivery: id, there, attempt: String(attempts) });
    return buttons(
      { label: announce.isThere, press: settle("yes") },
      { label: announce.sendAgain, press: settle("no") },
    );
  };

/**
 * Plans a note to the desk, in the transaction that records the trouble: it is told whatever happens next. Told once for
 * each trouble of a delivery (`stop`: once a day). Nothing is told about a note itself.
 */
export const planNotice = async (
  trx: Transaction,
  delivery: Pick<Delivery, "id" | "what" | "to" | "attempts"> & { readonly missing?: Missing },
  trouble: Trouble,
  now: number,
): Promise<boolean> => {
  const { what, to, missing } = delivery;
  // A shared answer concerns who shared it; only whether it stands there twice is for the organisers to know.
  // A reminder is between the bot and one person.
  if (what.startsWith("notice/") || isReminder({ what }) || (what.startsWith("share/") && trouble !== "held"))
    return false;
  const platform = platformNames[to.platform];
  const day = Temporal.Instant.fromEpochMilliseconds(now).toString().slice(0, 10);
  const about = trouble === "stop" ? `${to.platform}/${day}` : delivery.id;
  // Sent again by a person and lost again: that is told again.
  const times = trouble === "held" ? `/${delivery.attempts}` : "";
  return tellDesk(trx, {
    what: `notice/${about}/${trouble}${times}`,
    at: to,
    isFit: ({ at }) => trouble !== "stop" || at.platform !== to.platform,
    say: async (voice) => {
      const { notice } = voice.words;
      if (trouble === "stop") return [notice.stop(platform)];
      const place = (await listPlaces(trx)).find(({ at }) => at.channel === to.channel && at.space === to.space);
      const sentence = what.startsWith("edit/") || what.startsWith("withdraw/") ? notice.uncorrected : notice[trouble];
      return [
        sentence(await nameOf(trx, voice, what), place === undefined ? platform : placeName(place)),
        ...(missing?.lacks ?? []).map((lack) => voice.words.places.lack(to.platform, lack, missing?.self)),
      ];
    },
    ...(trouble === "held" && { wayOn: settling(delivery) }),
    now,
  });
};
