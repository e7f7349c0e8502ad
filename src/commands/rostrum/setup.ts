import { defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { LATE_MS, planNow } from "../../core/delivery/plan.ts";
import { isAtLeast } from "../../core/network/rank.ts";
import { toPost } from "../../core/say/post.ts";
import { toVoice } from "../../core/say/voice.ts";
import { countAdmins, giveRank } from "../../core/store/accounts.ts";
import { addDeliveries } from "../../core/store/deliveries.ts";
import { networkEditedAt } from "../../core/store/record.ts";
import { connectSpace, listPlaces, readNetwork, readSpace, writeNetwork } from "../../core/store/spaces.ts";
import { cities, toZone } from "../../core/time/city.ts";
import { cityNamed } from "../../core/words/cities.ts";
import { languageOption } from "../options/account.ts";
import { spaceForm } from "./space.ts";

const nameOption = {
  kind: "line",
  required: false,
  parse: (raw: string): string => raw.trim(),
} as const satisfies Option<string>;

const zoneOption = {
  kind: "line",
  required: false,
  parse: (raw: string): string => {
    const city = cityNamed(raw);
    const zone = city === undefined ? toZone(raw.trim()) : cities[city];
    if (zone === undefined) throw new UserError((words) => words.when.unknownZone(raw));
    return zone;
  },
} as const satisfies Option<string>;

const stripOption = {
  kind: "line",
  required: false,
  parse: (raw: string): readonly string[] => {
    const names = raw
      .split(/[,、，]/)
      .map((name) => name.trim())
      .filter((name) => name !== "");
    if (names.length === 0) throw new UserError((words) => words.setup.noCity);
    return names.map((name) => {
      const city = cityNamed(name);
      if (city === undefined) throw new UserError((words) => words.setup.unknownCity(name));
      return city;
    });
  },
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

/** Someone who administers a space that is not connected: the network's first admin, or a request to those there are. */
const enter = async (tools: Tools): Promise<"in" | "asked" | "nobody"> => {
  const space = await readSpace(tools.trx, tools.at);
  if (space?.connected === true) return "in";
  if (!tools.asker.account.rights.includes("administer")) throw new UserError((words) => words.bot.needsRank.admin);
  if ((await countAdmins(tools.trx)) === 0) {
    await connectSpace(tools.trx, tools.at);
    return "in";
  }
  const [desk] = await listPlaces(tools.trx, "desk");
  if (desk === undefined) return "nobody";
  const { words } = toVoice(desk.language, await readNetwork(tools.trx));
  const { platform, space: id } = tools.at;
  const said = message(
    text(words.setup.request(tools.asker.account.name, space?.name ?? id)),
    buttons({ label: words.setup.connect, press: press("rostrum connect", { platform, space: id }) }),
  );
  const now = tools.now.epochMilliseconds;
  await addDeliveries(tools.trx, [
    planNow({
      what: `notice/connect/${platform}/${id}`,
      to: desk.at,
      message: toPost(said, words),
      now,
      lateMs: LATE_MS.notice,
    }),
  ]);
  return "asked";
};

/** Whoever sets the network up is its first admin, so that no stranger's server can become one later. */
const becomeAdmin = async ({ trx, asker, at }: Tools): Promise<boolean> => {
  if ((await countAdmins(trx)) > 0) return false;
  const { user, name } = asker.account;
  await giveRank(trx, at, { kind: "user", id: user, name, rank: "admin" });
  return true;
};

export const setup = defineCommand({
  name: "rostrum setup",
  rank: "admin",
  changes: true,
  anywhere: true,
  options: { name: nameOption, zone: zoneOption, language: languageOption, strip: stripOption },
  async run({ name, zone, language, strip }, tools) {
    const entered = await enter(tools);
    const space = await readSpace(tools.trx, tools.at);
    if (entered !== "in") {
      const { asked, askedNobody } = tools.voice.words.setup;
      return message(text((entered === "asked" ? asked : askedNobody)(space?.name ?? tools.at.space)));
    }
    // Someone who just connected a space is admin by the platform's right; anybody else needs the rank.
    const isAdmin = isAtLeast(tools.asker.rank, "admin");
    if (!isAdmin) throw new UserError((words) => words.bot.needsRank.admin);
    if ([name, zone, language, strip].every((value) => value === undefined)) {
      const isDone = (await networkEditedAt(tools.trx)) !== undefined;
      return isDone ? spaceForm(tools) : networkForm(tools);
    }
    const before = await readNetwork(tools.trx);
    const network = {
      name: name ?? before.name,
      zone: zone ?? before.zone,
      language: language ?? before.language,
      strip: strip ?? before.strip,
    };
    await writeNetwork(tools.trx, network, tools.now.epochMilliseconds);
    const isFirst = await becomeAdmin(tools);
    const { words } = tools.voice;
    return message(
      text(bold(words.setup.saved), isFirst ? words.setup.firstAdmin : undefined, words.setup.nextStep),
      buttons(
        { label: words.setup.continue, press: await spaceForm(tools), style: "primary" },
        { label: words.bot.change, press: await networkForm(tools) },
      ),
    );
  },
});
