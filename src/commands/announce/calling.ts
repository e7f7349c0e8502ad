import type { Outside } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import type { Calls } from "../../core/bot/platform.ts";
import type { Press } from "../../core/bot/press.ts";
import { needsSecond, reachOf, whyNot } from "../../core/delivery/calling.ts";
import { CALLED_ALONE_MOST, type Calling, callingName } from "../../core/network/calling.ts";
import { fold } from "../../core/network/fold.ts";
import { type Place, placeName } from "../../core/network/place.ts";
import type { Voice } from "../../core/say/voice.ts";
import { listPlaces } from "../../core/store/spaces.ts";
import type { Words } from "../../core/words/words.ts";
import type { Wish } from "../options/mention.ts";
import type { Ask } from "../options/places.ts";

/** A mention that its organiser may make: whom, and in which of the places. */
export interface Chosen {
  readonly calling: Calling;
  readonly places: readonly { readonly place: Place; readonly members: number | undefined }[];
  readonly needsSecond: boolean;
}

type Say = (words: Words) => string;

/** The group that is meant, by its mark or by its name. */
const groupOf = (wish: Extract<Wish, { who: "group" }>, { groups }: Calls): Calling | Say => {
  if ("id" in wish) {
    const group = groups.find(({ id }) => id === wish.id);
    return group ? { who: "group", id: group.id, name: group.name } : (words) => words.mention.unknown("@…");
  }
  const [group, ...others] = groups.filter(({ name }) => fold(name) === fold(wish.name));
  if (group === undefined) return (words) => words.mention.unknown(wish.name);
  return others.length > 0
    ? (words) => words.mention.several(wish.name)
    : { who: "group", id: group.id, name: group.name };
};

/** What keeps the asker, or the bot for them, from calling these people in a place. */
const objection = (calling: Calling, place: Place, calls: Calls): Say | undefined => {
  const why = whyNot(calling, calls);
  if (why === undefined) return undefined;
  const { platform } = place.at;
  const [who, where] = [callingName(calling, platform), placeName(place)];
  return (words) =>
    why === "botRight" ? words.mention.botMayNot[platform](who, where) : words.mention.mayNot[platform](who, where);
};

/**
 * Asks the platform whom the asker may call in those of the places that are in the asker's own space; elsewhere their
 * rights are not known, and nobody is called. Throws UserError: beside the field, or with `change` as a button instead.
 */
export const checkCalling = async (
  outside: Outside,
  { mention, where }: { readonly mention: Wish | undefined; readonly where: readonly Place[] },
  { standing, change }: { readonly standing: Ask; readonly change?: Press },
): Promise<Chosen | undefined> => {
  if (mention === undefined) return undefined;
  const refuse = (say: Say, audited: { readonly refused?: string } = {}): never => {
    if (change === undefined) throw new UserError(say, { option: "mention", ...audited });
    throw new UserError(say, { offer: (words) => [{ label: words.bot.change, press: change }], ...audited });
  };
  const { account } = outside.asker;
  const own = where.filter(({ at }) => at.platform === account.platform && at.space === account.space);
  const places: { place: Place; members: number | undefined }[] = [];
  let calling: Calling | undefined;
  for (const place of own) {
    const calls = (await standing(place))?.calls;
    if (calls === undefined) return refuse((words) => words.mention.unasked(placeName(place)));
    const meant = mention.who === "group" ? groupOf(mention, calls) : mention;
    if (typeof meant === "function") return refuse(meant);
    const wrong = objection(meant, place, calls);
    if (wrong !== undefined) return refuse(wrong, { refused: "announce schedule" });
    calling = meant;
    places.push({ place, members: reachOf(meant, calls)?.members });
  }
  if (calling === undefined) return refuse((words) => words.mention.nowhere);
  const isLarge = places.some(({ members }) => needsSecond(members));
  if (isLarge && (await outside.read((trx) => listPlaces(trx, "desk"))).length === 0)
    return refuse((words) => words.mention.noDesk(CALLED_ALONE_MOST));
  return { calling, places, needsSecond: isLarge };
};

const isSame = ({ at }: Place, other: Place): boolean =>
  at.platform === other.at.platform && at.space === other.at.space && at.channel === other.at.channel;

/** Whom the post in this place calls. */
export const callingIn = (chosen: Chosen | undefined, place: Place): Calling | undefined =>
  chosen?.places.some((one) => isSame(one.place, place)) === true ? chosen.calling : undefined;

/** "calls @everyone (about 612 members)", "calls nobody": who will be called in a place. */
export const callingSentence = ({ words }: Voice, chosen: Chosen, place: Place): string => {
  const found = chosen.places.find((one) => isSame(one.place, place));
  const { mention } = words;
  if (found === undefined) return mention.callsNobody;
  const who = callingName(chosen.calling, place.at.platform);
  if (found.members === undefined) return mention.calls(who);
  return chosen.calling.who === "everyone"
    ? mention.callsAbout(who, found.members)
    : mention.callsAtMost(who, found.members);
};

/** As it is read back from a press: the group by its mark, whatever is renamed meanwhile. */
export const exactMention = (calling: Calling, platform: Place["at"]["platform"]): string => {
  if (calling.who !== "group") return calling.who;
  return platform === "slack" ? `<!subteam^${calling.id}>` : `<@&${calling.id}>`;
};
/** As people read and change it. */
export const writtenMention = (calling: Calling): string =>
  calling.who === "group" ? `@${calling.name}` : calling.who;
