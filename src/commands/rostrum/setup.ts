import { differing } from "../../core/bot/acts.ts";
import { defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { LATE_MS, planNow } from "../../core/delivery/plan.ts";
import type { Network } from "../../core/network/network.ts";
import { isAtLeast } from "../../core/network/rank.ts";
import { toPost } from "../../core/say/post.ts";
import { toVoice } from "../../core/say/voice.ts";
import { countAdmins, giveRank } from "../../core/store/accounts.ts";
import { addDeliveries } from "../../core/store/deliveries.ts";
import { networkEditedAt } from "../../core/store/record.ts";
import { connectSpace, listPlaces, listSpaces, readNetwork, readSpace, writeNetwork } from "../../core/store/spaces.ts";
import { cities, toZone } from "../../core/time/city.ts";
import { cityNamed } from "../../core/words/cities.ts";
import { languageOption } from "../options/account.ts";
import { suggestCities, suggestZones } from "../options/city.ts";
import { spaceForm } from "./space.ts";

/** Longer ones are no names, and stand in the way on every page. */
const NAME_MOST = 100;
/** One line under each time. */
const CITIES_MOST = 8;

const nameOption = {
  kind: "line",
  required: false,
  parse: (raw: string): string => {
    const name = raw.trim();
    if (name.length > NAME_MOST) throw new UserError((words) => words.bot.tooLong(NAME_MOST, name.length));
    return name;
  },
} as const satisfies Option<string>;

const zoneOption = {
  kind: "line",
  required: false,
  pick: "one",
  parse: (raw: string): string => {
    const city = cityNamed(raw);
    const zone = city === undefined ? toZone(raw.trim()) : cities[city];
    if (zone === undefined) throw new UserError((words) => words.when.unknownZone(raw));
    return zone;
  },
  suggest: async (typed: string, { voice }: Tools) => suggestZones(typed, voice),
} as const satisfies Option<string>;

const stripOption = {
  kind: "line",
  required: false,
  pick: "several",
  parse: (raw: string): readonly string[] => {
    const names = raw
      .split(/[,、，]/)
      .map((name) => name.trim())
      .filter((name) => name !== "");
    if (names.length === 0) throw new UserError((words) => words.setup.noCity);
    if (names.length > CITIES_MOST) throw new UserError((words) => words.setup.tooManyCities(CITIES_MOST));
    const found = names.map((name) => {
      const city = cityNamed(name);
      if (city === undefined) throw new UserError((words) => words.setup.unknownCity(name));
      return city;
    });
    return [...new Set(found)];
  },
  suggest: async (typed: string, { voice }: Tools) => suggestCities(typed, voice),
} as const satisfies Option<readonly string[]>;

/** The network's form, with what it is now. */
const networkForm = async ({ trx, voice: { words } }: Tools): Promise<Press> => {
  const network = await readNetwork(trx);
  const cityName = (key: string): string =>
    key in words.cities ? words.cities[key as keyof typeof words.cities] : key;
  return press(
    "rostrum setup",
    {
      ...(network.name !== undefined && { name: network.name }),
      zone: network.zone,
      language: network.language,
      strip: network.strip.map(cityName).join(", "),
    },
    ["name", "zone", "language", "strip"],
  );
};

type Entry = "in" | "may claim" | "asked" | "nobody";

/**
 * Who may set up here. In a connected space an admin; and someone who administers it, for its channels. The first space
 * of a network that has neither an admin nor any space of its own may be claimed by who administers it; any later one has
 * to be let in by an admin.
 */
const enter = async (tools: Tools): Promise<Entry> => {
  const { trx, at, asker, now } = tools;
  const space = await readSpace(trx, at);
  const administers = asker.account.rights.includes("administer");
  if (space?.connected === true) {
    if (isAtLeast(asker.rank, "admin") || administers) return "in";
    throw new UserError((words) => words.bot.needsRank.admin, { refused: "rostrum setup" });
  }
  if (!administers || space === undefined)
    throw new UserError((words) => words.bot.needsRank.admin, { refused: "rostrum setup" });
  const isConnected = (await listSpaces(trx)).some((one) => one.connected);
  if (!isConnected && (await countAdmins(trx)) === 0) return "may claim";
  const [desk] = await listPlaces(trx, "desk");
  if (desk === undefined) return "nobody";
  const { words } = toVoice(desk.language, await readNetwork(trx));
  const said = message(
    text(words.setup.request(asker.account.name, space.name)),
    buttons({
      label: words.setup.connect,
      press: press("rostrum connect", { platform: at.platform, space: at.space }),
    }),
  );
  // Asked once a day: one that nobody saw is not lost for good.
  const day = now.toString().slice(0, 10);
  const what = `notice/connect/${at.platform}/${at.space}/${day}`;
  const post = { what, to: desk.at, message: toPost(said, words), now: now.epochMilliseconds, lateMs: LATE_MS.notice };
  await addDeliveries(trx, [planNow(post)]);
  return "asked";
};

/** Whoever sets the network up is its first admin. */
const becomeAdmin = async ({ trx, asker, at }: Tools): Promise<boolean> => {
  if ((await countAdmins(trx)) > 0) return false;
  const { user, name } = asker.account;
  await giveRank(trx, at, { kind: "user", id: user, name, rank: "admin" });
  return true;
};

/** Nothing is claimed by looking at a form: the space is connected with what is sent in. */
const claim = async ({ trx, at }: Tools): Promise<void> => {
  if (!(await connectSpace(trx, at, { own: true }))) throw new UserError((words) => words.setup.noSuchSpace);
};

const valuesOf = ({ name = "", zone, language, strip }: Network): Readonly<Record<string, string>> => ({
  name,
  zone,
  language,
  strip: strip.join(", "),
});

export const setup = defineCommand({
  name: "rostrum setup",
  rank: "admin",
  changes: true,
  anywhere: true,
  options: { name: nameOption, zone: zoneOption, language: languageOption, strip: stripOption },
  async run(given, tools) {
    const { trx, at, asker, now } = tools;
    const { words } = tools.voice;
    const entered = await enter(tools);
    if (entered === "asked" || entered === "nobody") {
      const space = await readSpace(trx, at);
      return message(
        text((entered === "asked" ? words.setup.asked : words.setup.askedNobody)(space?.name ?? at.space)),
      );
    }
    const isAdmin = entered === "may claim" || isAtLeast(asker.rank, "admin");
    // Who administers a space that was let in sets up its channels, not the network.
    if (!isAdmin) return spaceForm(tools);
    if (Object.values(given).every((value) => value === undefined)) {
      const isDone = (await networkEditedAt(trx)) !== undefined;
      return isDone ? spaceForm(tools) : networkForm(tools);
    }
    if (entered === "may claim") await claim(tools);
    const before = await readNetwork(trx);
    const network = {
      name: given.name ?? before.name,
      zone: given.zone ?? before.zone,
      language: given.language ?? before.language,
      strip: given.strip ?? before.strip,
    };
    await writeNetwork(trx, network, now.epochMilliseconds);
    tools.note({ about: "", ...differing(valuesOf(before), valuesOf(network)) });
    const isFirst = await becomeAdmin(tools);
    return message(
      text(bold(words.setup.saved), isFirst ? words.setup.firstAdmin : undefined, words.setup.nextStep),
      buttons(
        { label: words.setup.continue, press: await spaceForm(tools), style: "primary" },
        { label: words.bot.change, press: await networkForm(tools) },
      ),
    );
  },
});
