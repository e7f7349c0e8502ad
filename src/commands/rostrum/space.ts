import { differing } from "../../core/bot/acts.ts";
import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import type { Standing } from "../../core/bot/platform.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { type Place, type Purpose, purposes } from "../../core/network/place.ts";
import { isAtLeast } from "../../core/network/rank.ts";
import { listPlaces, readNetwork, readSpace, setPlace, setSpaceLanguage } from "../../core/store/spaces.ts";
import { channelOption, languageOption } from "../options/account.ts";
import { standingLines, standingOf } from "../options/places.ts";

/** The form of this space, with what it is now. */
export const spaceForm = async ({ trx, at }: Tools): Promise<Press> => {
  const space = await readSpace(trx, at);
  const network = await readNetwork(trx);
  const own = (await listPlaces(trx)).filter(
    (place) => place.at.platform === at.platform && place.at.space === at.space,
  );
  const channels = Object.fromEntries(own.map((place) => [place.purpose, `<#${place.at.channel}>`]));
  return press("rostrum space", { ...channels, language: space?.language ?? network.language }, [
    ...purposes,
    "language",
  ]);
};

type Chosen = Readonly<Partial<Record<Purpose, Standing>>>;

/** What works in each channel chosen, or what is missing and the clicks that mend it. */
const report = ({ at, voice }: Tools, chosen: Chosen): readonly string[] =>
  purposes.flatMap((purpose) => {
    const standing = chosen[purpose];
    return standing === undefined
      ? []
      : standingLines(voice.words, { place: { at, name: standing.name, purpose }, standing });
  });

/** An admin, or whoever administers the space itself; and only once it is connected. */
const checkMay = async ({ trx, at, asker }: Tools): Promise<void> => {
  const known = await readSpace(trx, at);
  if (known?.connected !== true) throw new UserError((words) => words.bot.notConnected(known?.name ?? at.platform));
  if (!isAtLeast(asker.rank, "admin") && !asker.account.rights.includes("administer"))
    throw new UserError((words) => words.bot.needsRank.admin, { refused: "rostrum space" });
};

const definedOf = (given: Readonly<Record<Purpose, string | undefined>>): Readonly<Partial<Record<Purpose, string>>> =>
  Object.fromEntries(purposes.flatMap((purpose) => (given[purpose] === undefined ? [] : [[purpose, given[purpose]]])));

const ownPlace = (places: readonly Place[], { at }: Tools): readonly Place[] =>
  places.filter((place) => place.at.platform === at.platform && place.at.space === at.space);

/** Which channel is for what, and the language that posts in it are in. */
const namesOf = (places: readonly Place[]): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(places.map(({ purpose, name }) => [purpose, name])),
  ...(places[0] && { language: places[0].language }),
});

export const space = defineCommand({
  name: "rostrum space",
  rank: "admin",
  changes: true,
  hidden: true,
  anywhere: true,
  options: { announcements: channelOption, discussion: channelOption, desk: channelOption, language: languageOption },
  async inspect(given, outside): Promise<Chosen> {
    const chosen: Partial<Record<Purpose, Standing>> = {};
    for (const purpose of purposes) {
      const channel = given[purpose];
      if (channel === undefined) continue;
      const { platform, space: id } = outside.at;
      const standing = await standingOf(outside, { at: { platform, space: id, channel } });
      if (standing === undefined || standing.lacks.includes("gone"))
        throw new UserError((words) => words.setup.unknownChannel, { option: purpose });
      const impossible = standing.lacks.find((lack) => lack === "elsewhere" || lack === "unpostable");
      if (impossible !== undefined)
        throw new UserError((words) => words.places.lack(platform, impossible), { option: purpose });
      chosen[purpose] = standing;
    }
    return chosen;
  },
  async run(given, tools, chosen) {
    await checkMay(tools);
    const was = ownPlace(await listPlaces(tools.trx), tools);
    const before = Object.fromEntries(was.map(({ purpose, at }) => [purpose, at.channel]));
    const { announcements, discussion, desk } = { ...before, ...definedOf(given) };
    if (desk !== undefined && (desk === announcements || desk === discussion))
      throw new UserError((words) => words.setup.sameChannel, { option: "desk" });
    const { platform, space: id } = tools.at;
    for (const purpose of purposes) {
      const channel = given[purpose];
      const name = chosen[purpose]?.name;
      if (channel !== undefined && name !== undefined)
        await setPlace(tools.trx, { platform, space: id, channel }, { purpose, name });
    }
    if (given.language !== undefined) await setSpaceLanguage(tools.trx, tools.at, given.language);
    const known = await readSpace(tools.trx, tools.at);
    const is = ownPlace(await listPlaces(tools.trx), tools);
    tools.note({ about: "", ...differing(namesOf(was), namesOf(is)) });
    const { setup, menu } = tools.voice.words;
    return message(
      text(
        bold(setup.done(known?.name ?? id)),
        ...report(tools, chosen),
        desk === undefined ? setup.whereDesk : undefined,
      ),
      buttons(
        { label: setup.check, press: press("rostrum doctor"), style: "primary" },
        { label: menu["rostrum roles list"].title, press: press("rostrum roles list") },
      ),
    );
  },
});
