import type { Option, Outside, Tools } from "../../core/bot/command.ts";
import { PlatformError, UserError } from "../../core/bot/errors.ts";
import { type Message, note } from "../../core/bot/message.ts";
import type { AccountKey, Standing } from "../../core/bot/platform.ts";
import { fold } from "../../core/network/fold.ts";
import { type Lack, type Place, type Purpose, placeName, platformNames, tolerable } from "../../core/network/place.ts";
import { toVoice, type Voice } from "../../core/say/voice.ts";
import { listPlaces, readNetwork } from "../../core/store/spaces.ts";
import type { Words } from "../../core/words/words.ts";
import { suggestSeveral } from "./several.ts";

const EVERYWHERE: readonly string[] = ["all", "everywhere", "すべて"];

/** "Discord #announcements, Slack": whole names, names of channels, or a platform for its channel of this purpose. */
const pickPlaces = (raw: string, places: readonly Place[], purpose: Purpose): readonly Place[] => {
  const known = places.map(placeName).join(", ");
  // A channel's name may hold a comma.
  const whole = places.filter((place) => placeName(place) === raw.trim() || addressOf(place) === raw.trim());
  if (whole.length > 0) return whole;
  const chosen = raw
    .split(/[,、，]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return chosen.flatMap((part) => {
    const exact = places.filter((place) => addressOf(place) === part);
    if (exact.length > 0) return exact;
    if (ADDRESS.test(part)) throw new UserError((words) => words.places.gone(known), { lost: true });
    const name = fold(part).replace(/^#/, "");
    if (EVERYWHERE.includes(name)) return places.filter((place) => place.purpose === purpose);
    const fits = (place: Place): boolean =>
      [fold(placeName(place)), fold(place.name), fold(place.name).replace(/^#/, "")].some(
        (one) => one === name || one === `#${name}`,
      ) ||
      (fold(platformNames[place.at.platform]) === name && place.purpose === purpose);
    const found = places.filter(fits);
    if (found.length === 0) throw new UserError((words) => words.places.unknown(part, known));
    return found;
  });
};

const ADDRESS = new RegExp(`^(?:${Object.keys(platformNames).join("|")})/[^/\\s]+/[^/\\s]+$`, "u");
const addressOf = ({ at }: Place): string => [at.platform, at.space, at.channel].map(encodeURIComponent).join("/");
/** What was previewed and nothing else, whatever is set up meanwhile: for a button that does it. */
export const exactPlaces = (places: readonly Place[]): string => places.map(addressOf).join(",");
/** As people read and change it. */
export const writtenPlaces = (places: readonly Place[]): string => places.map(placeName).join(", ");

/** What was kept by address: a channel that is not set up any more is the one that its space has now for this purpose. */
export const placesNow = async (raw: string, purpose: Purpose, { trx }: Tools): Promise<readonly Place[]> => {
  const places = await listPlaces(trx);
  const now = raw.split(",").flatMap((address) => {
    const same = places.find((place) => addressOf(place) === address);
    const space = address.slice(0, address.lastIndexOf("/") + 1);
    return same ?? places.filter((place) => place.purpose === purpose && addressOf(place).startsWith(space));
  });
  return onlyOnce(now);
};

const onlyOnce = (places: readonly Place[]): readonly Place[] => [
  ...new Map(places.map((place) => [`${place.at.platform}/${place.at.space}/${place.at.channel}`, place])).values(),
];

/**
 * Places by name; nothing given means every place of this purpose. Questions go to discussion places only, announcements
 * to both kinds; the desk is no place for what all may read.
 */
export const placesOption = (purpose: Exclude<Purpose, "desk">) => {
  const open = async (tools: Tools): Promise<readonly Place[]> =>
    (await listPlaces(tools.trx)).filter(
      (place) => place.purpose === purpose || (purpose === "announcements" && place.purpose === "discussion"),
    );
  return {
    kind: "line",
    required: false,
    pick: "several",
    parse: async (raw: string, tools: Tools) => onlyOnce(pickPlaces(raw, await open(tools), purpose)),
    otherwise: async (tools: Tools) => {
      const places = onlyOnce((await open(tools)).filter((place) => place.purpose === purpose));
      if (places.length === 0) throw new UserError((words) => words.places.none[purpose]);
      return places;
    },
    suggest: async (typed: string, tools: Tools) =>
      suggestSeveral(typed, [...new Set((await open(tools)).map(placeName))]),
  } as const satisfies Option<readonly Place[]>;
};

/** A line for what works in a place, or one for each thing that is missing there with the clicks that mend it. */
export const standingLines = (
  { doctor, places, purpose }: Words,
  {
    place,
    standing,
  }: { readonly place: Pick<Place, "at" | "name" | "purpose">; readonly standing: Standing | undefined },
): readonly string[] => {
  const [name, what, { platform }] = [placeName(place), purpose[place.purpose], place.at];
  if (standing === undefined) return [doctor.unknown(name, what)];
  const why = (lack: Lack): string => places.lack(platform, lack, standing.self);
  if (standing.lacks.length > 0) return standing.lacks.map((lack) => doctor.broken(name, what, why(lack)));
  return [(platform === "slack" || standing.threadless ? doctor.fineSlack : doctor.fine)(name, what)];
};

/** What keeps posts out of a place, if anything does. */
export const obstacleOf = (standing: Standing | undefined): Lack | undefined =>
  standing?.lacks.find((lack) => !tolerable.includes(lack));

/** Refuses what is too long for a place, beside the field that its words came from. */
export const checkLength = async (
  outside: Pick<Outside, "platforms" | "read">,
  places: readonly Place[],
  compose: (voice: Voice, place: Place) => Message,
  field: (place: Place) => string = () => "text",
): Promise<void> => {
  const network = await outside.read(readNetwork);
  for (const place of places) {
    const message = compose(toVoice(place.language, network), place);
    try {
      outside.platforms.get(place.at.platform)?.render({ id: "a".repeat(24), to: place.at, message });
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      throw new UserError((words) => words.places.tooLong(placeName(place)), { option: field(place) });
    }
  }
};

/**
 * Asks each platform whether it would take this post: the right that is missing, or the length that is too much, is said
 * before anything is scheduled. A platform that does not answer now is no reason to refuse. Answers the places where a
 * person would be asked whether a post arrived.
 */
export const checkPlaces = async (
  outside: Outside,
  places: readonly Place[],
  compose: (voice: Voice, place: Place) => Message,
  ask: Ask = (place) => standingOf(outside, place),
): Promise<readonly Place[]> => {
  await checkLength(outside, places, compose);
  const unsure: Place[] = [];
  for (const place of places) {
    const standing = await ask(place);
    const lack = obstacleOf(standing);
    if (standing?.lacks.some((one) => one === "history" || one === "connect")) unsure.push(place);
    if (lack !== undefined)
      throw new UserError(
        (words) => words.places.mayNot(placeName(place), words.places.lack(place.at.platform, lack, standing?.self)),
        { option: "where" },
      );
  }
  return unsure;
};

/** Said before anything is scheduled. */
export const unsureNote = (unsure: readonly Place[], { words }: Voice) =>
  unsure.length === 0 ? undefined : note(words.places.unsure(words.list(unsure.map(placeName))));

export type Ask = (place: Place) => ReturnType<typeof standingOf>;

/** Asks about each place once, however often it is looked at: each look is a handful of requests. */
export const askedOnce = (ask: Ask): Ask => {
  const asked = new Map<Place, ReturnType<Ask>>();
  return (place) => {
    const standing = asked.get(place) ?? ask(place);
    asked.set(place, standing);
    return standing;
  };
};

/** What the bot, and somebody asked about, may do in a place, or `undefined` when its platform does not answer now. */
export const standingOf = async (outside: Outside, place: Pick<Place, "at">, account?: AccountKey) => {
  const platform = outside.platforms.get(place.at.platform);
  if (platform?.state() !== "connected") return undefined;
  return platform.standing(place.at, account).catch((error: unknown) => {
    if (error instanceof PlatformError) return undefined;
    throw error;
  });
};
