import type { News } from "../bot/platform.ts";
import { type Place, placeName, platformNames } from "../network/place.ts";
import type { Voice } from "../say/voice.ts";
import type { Transaction } from "../store/database.ts";
import { type Delivery, WITHDRAWN } from "../store/deliveries.ts";
import { postsIn, postsOf } from "../store/posts.ts";
import { listPlaces, readSpace } from "../store/spaces.ts";
import { nameOf } from "./compose.ts";
import { isCorrection } from "./correction.ts";
import { planNotice, tellDesk } from "./notice.ts";

/** What is gone out there, told at the desk once. What was sent stays sent (I7): a person took it away, nobody lost it. */

type Gone = Extract<News, { heard: "gone" }>;

/** Names at most; the rest is a number. */
const NAMED = 3;

/** Notes to the desk, shared answers and reminders are not missed by anybody but their reader. */
const isMissed = ({ what, cause }: Delivery): boolean =>
  cause !== WITHDRAWN &&
  !isCorrection({ what }) &&
  !["notice/", "share/", "reminder/"].some((kind) => what.startsWith(kind));

const namesOf = async (trx: Transaction, voice: Voice, posts: readonly Delivery[]): Promise<string> => {
  const names: string[] = [];
  for (const { what } of posts.slice(0, NAMED)) names.push(voice.words.notice.quoted(await nameOf(trx, voice, what)));
  return voice.words.notice.andMore(names.join(voice.words.date.comma), Math.max(posts.length - NAMED, 0));
};

/** What was posted there stays; only what is still to come concerns anybody. Told again another day. */
const channelAway = async (
  trx: Transaction,
  { place, how, self }: { readonly place: Place; readonly how: NonNullable<Gone["how"]>; readonly self?: string },
  now: number,
): Promise<boolean> => {
  const { platform, space, channel } = place.at;
  const day = Temporal.Instant.fromEpochMilliseconds(now).toString().slice(0, 10);
  return tellDesk(trx, {
    what: `notice/${platform}/${space}/${channel}/${how}/${day}`,
    at: { platform, space },
    isFit: ({ at }) => at.space !== space || at.channel !== channel,
    say: async ({ words: { notice } }) => {
      const { archived, left } = notice.channelAway;
      return [how === "left" ? left(placeName(place), self) : archived(placeName(place))];
    },
    now,
  });
};

/** Our own threads stand below a post that is still there; a channel takes all that is in it along. */
const channelGone = async (trx: Transaction, gone: Gone & { readonly channel: string }, now: number) => {
  const { platform, space, channel, how, self } = gone;
  const posts = (await postsIn(trx, gone, channel)).filter(isMissed);
  const place = (await listPlaces(trx)).find(({ at }) => at.space === space && at.channel === channel);
  const [below] = posts.filter(({ threadId }) => threadId === channel);
  if (posts.length === 0 && place === undefined) return false;
  if (how !== undefined) return place !== undefined && channelAway(trx, { place, how, ...(self && { self }) }, now);
  if (below !== undefined) return planNotice(trx, below, "threadDeleted", now);
  const named = gone.name === undefined ? platformNames[platform] : placeName({ at: gone as never, name: gone.name });
  const where = place === undefined ? named : placeName(place);
  return tellDesk(trx, {
    what: `notice/${platform}/${space}/${channel}/gone`,
    at: { platform, space },
    isFit: ({ at }) => at.space !== space || at.channel !== channel,
    say: async (voice) => {
      const { channelGone: lost, placeGone } = voice.words.notice;
      const told = lost(where, posts.length === 0 ? undefined : await namesOf(trx, voice, posts));
      return [place === undefined ? told : `${told} ${placeGone(voice.words.purpose[place.purpose])}`];
    },
    now,
  });
};

/** Removed from a server, or it is no more. Invited again and removed again, that is told again another day. */
const spaceGone = async (trx: Transaction, { platform, space }: Gone, now: number): Promise<boolean> => {
  const known = await readSpace(trx, { platform, space });
  if (known?.connected !== true) return false;
  const day = Temporal.Instant.fromEpochMilliseconds(now).toString().slice(0, 10);
  return tellDesk(trx, {
    what: `notice/${platform}/${space}/${day}/gone`,
    at: { platform, space },
    isFit: ({ at }) => at.platform !== platform || at.space !== space,
    say: async (voice) => [voice.words.notice.spaceGone(platformNames[platform], known.name)],
    now,
  });
};

/** Answers whether the desk is told. */
export const noteGone = async (trx: Transaction, gone: Gone, now: number): Promise<boolean> => {
  const { channel, messages } = gone;
  if (channel === undefined) return spaceGone(trx, gone, now);
  if (messages === undefined) return channelGone(trx, { ...gone, channel }, now);
  let told = false;
  for (const post of await postsOf(trx, gone, messages))
    if (
      !isCorrection(post) &&
      post.cause !== WITHDRAWN &&
      (post.to.thread ?? post.to.channel) === channel &&
      (await planNotice(trx, post, "deleted", now))
    )
      told = true;
  return told;
};

/** One space that has to let us in anew: nothing is missed of one that the network never let in. */
const noteLeft = async (
  trx: Transaction,
  { platform, space }: Pick<Gone, "platform" | "space">,
  now: number,
): Promise<boolean> => {
  const known = await readSpace(trx, { platform, space });
  if (known?.connected !== true) return false;
  const day = Temporal.Instant.fromEpochMilliseconds(now).toString().slice(0, 10);
  return tellDesk(trx, {
    what: `notice/${platform}/${space}/${day}/install`,
    at: { platform, space },
    isFit: ({ at }) => at.platform !== platform || at.space !== space,
    say: async (voice) => [voice.words.notice.spaceLeft(platformNames[platform], known.name)],
    now,
  });
};

/** A platform that refuses us altogether: told elsewhere, once a day. */
export const noteStop = (
  trx: Transaction,
  { platform, space, why }: Extract<News, { heard: "stopped" }>,
  now: number,
): Promise<boolean> => {
  if (space !== undefined) return noteLeft(trx, { platform, space }, now);
  const day = Temporal.Instant.fromEpochMilliseconds(now).toString().slice(0, 10);
  return tellDesk(trx, {
    what: `notice/${platform}/${day}/stop`,
    at: { platform, space: "" },
    isFit: ({ at }) => at.platform !== platform,
    say: async (voice) => [voice.words.condition.why[why](platformNames[platform])],
    now,
  });
};
