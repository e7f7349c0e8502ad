import type { Options } from "../../core/bot/call.ts";
import { defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { message, note, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { bold, type Mention, md } from "../../core/bot/text.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import { tokensOf } from "../../core/network/fold.ts";
import { fullName, type Person, type Role } from "../../core/network/person.ts";
import type { Rank } from "../../core/network/rank.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { countAdmins, giveRank, listRanks, listTies, takeAll, tie } from "../../core/store/accounts.ts";
import { readPerson } from "../../core/store/people.ts";
import { accountOption, oneOf, writtenMention } from "../options/account.ts";
import { webinarIfNamed, webinarMeant, webinarOption } from "../options/webinar.ts";

/** Ranks for the network, and roles in one webinar. The moderator of a webinar chairs it, hence "chair". */
const ROLES: Readonly<Record<string, Rank | { readonly role: Role }>> = {
  admin: "admin",
  organiser: "organiser",
  moderator: "moderator",
  member: "member",
  speaker: { role: "speaker" },
  discussant: { role: "discussant" },
  chair: { role: "moderator" },
};

const roleOption = {
  ...oneOf(Object.keys(ROLES), (name, words) => {
    const given = ROLES[name] ?? "member";
    return typeof given === "string" ? words.rank[given] : words.role[given.role];
  }),
  required: true,
} as const satisfies Option<string, true>;

/** Who has this role in the programme, each once. */
const peopleWith = (webinar: Webinar, role: Role): readonly Person[] => {
  const parts = role === "speaker" ? webinar.talks : webinar.roles.filter((part) => part.role === role);
  return [...new Map(parts.map(({ person }) => [person.key, person])).values()];
};

const personOption = {
  kind: "line",
  required: false,
  pick: "one",
  parse: (raw: string): string => raw,
  suggest: async (typed: string, tools: Tools, others: Options) => {
    const given = ROLES[others.role ?? ""];
    if (typeof given !== "object") return [];
    const people = peopleWith(await webinarMeant(others.webinar, tools), given.role);
    return bestMatches(typed, people, ({ name, family }) => [name, family ?? name]).map((person) => ({
      label: toLabel(fullName(person)),
      value: person.key,
    }));
  },
} as const satisfies Option<string>;

const mention = (kind: Mention["kind"], id: string, written: string): Mention => ({
  node: "mention",
  kind,
  id,
  written,
});

export const listRoles = defineCommand({
  name: "rostrum roles list",
  rank: "admin",
  options: {},
  async run(_asked, { trx, at, voice: { words } }) {
    const given = await listRanks(trx, at);
    const ties = await listTies(trx, at);
    const people = await Promise.all(ties.map(async (one) => ({ ...one, known: await readPerson(trx, one.person) })));
    const lines = [
      ...given.map((one) => md`${mention(one.kind, one.id, one.name)}${words.date.colon}${words.rank[one.rank]}`),
      ...people.map(
        ({ account, known, person }) =>
          md`${mention("user", account, `@${account}`)}${words.date.colon}${known === undefined ? person : fullName(known)}`,
      ),
    ];
    return message(
      text(bold(words.roles.title), ...(lines.length === 0 ? [words.roles.none] : lines)),
      note(words.roles.until),
    );
  },
});

/** The person of the programme that is meant: the only one with the role, or the one named. */
const pickPerson = async (
  webinar: Webinar,
  role: Role,
  { typed, tools }: { typed: string | undefined; tools: Tools },
): Promise<Person> => {
  const { voice } = tools;
  const people = peopleWith(webinar, role);
  const name = webinarName(voice, webinar);
  const [only, ...others] = people;
  const wrong = (say: ConstructorParameters<typeof UserError>[0]): UserError =>
    new UserError(say, { option: "person" });
  if (only === undefined)
    throw new UserError((words) => words.roles.notInProgramme(words.role[role], name), { option: "role" });
  if (typed === undefined) {
    if (others.length === 0) return only;
    throw wrong((words) => words.roles.whichPerson(words.role[role], name, words.list(people.map(fullName))));
  }
  const asked = tokensOf(typed);
  const found =
    people.find((person) => person.key === typed) ??
    people.find((person) => asked.every((word) => tokensOf(person.name).some((token) => token.startsWith(word))));
  if (found === undefined || asked.length === 0)
    throw wrong((words) => words.roles.personHasNotRole(typed, words.role[role], name));
  return found;
};

/** The network must keep somebody who can give ranks. */
const checkLastAdmin = async ({ trx, at }: Tools, { kind, id }: Mention): Promise<void> => {
  const isAdmin = (await listRanks(trx, at)).some((one) => one.kind === kind && one.id === id && one.rank === "admin");
  if (isAdmin && (await countAdmins(trx)) === 1) throw new UserError((words) => words.roles.lastAdmin);
};

export const giveRole = defineCommand({
  name: "rostrum roles give",
  rank: "admin",
  changes: true,
  options: { who: accountOption, role: roleOption, webinar: webinarIfNamed, person: personOption },
  async run({ who, role: name, webinar: named, person }, tools) {
    const { trx, at, voice } = tools;
    const { words } = voice;
    const given = ROLES[name] ?? "member";
    if (typeof given === "string") {
      if (given !== "admin") await checkLastAdmin(tools, who);
      const before = (await listRanks(trx, at)).find((one) => one.kind === who.kind && one.id === who.id)?.rank;
      tools.note({ about: "", before: { role: before ?? "" }, after: { who: writtenMention(who), role: given } });
      await giveRank(trx, at, { kind: who.kind, id: who.id, name: who.written, rank: given });
      return message(text(md`${who}${words.date.colon}${words.rank[given]}`));
    }
    if (who.kind === "group") throw new UserError((said) => said.roles.groupNotPerson, { option: "who" });
    const webinar = named ?? (await webinarOption.otherwise(tools));
    const known = await pickPerson(webinar, given.role, { typed: person, tools });
    await tie(trx, at, { account: who.id, person: known.key });
    const after = { who: writtenMention(who), role: name, person: known.key };
    tools.note({ about: `webinar/${webinar.key}`, after });
    return message(
      text(
        md`${who}${words.date.colon}${bold(fullName(known))}, ${words.speaker.oneRole(webinarName(voice, webinar), words.role[given.role])}`,
      ),
    );
  },
});

export const takeRole = defineCommand({
  name: "rostrum roles take",
  rank: "admin",
  changes: true,
  options: { who: accountOption },
  async run({ who }, tools) {
    await checkLastAdmin(tools, who);
    const before = (await listRanks(tools.trx, tools.at)).find(
      ({ kind, id }) => kind === who.kind && id === who.id,
    )?.rank;
    tools.note({ about: "", before: { role: before ?? "" }, after: { who: writtenMention(who), role: "" } });
    const isTaken = await takeAll(tools.trx, tools.at, who);
    return message(
      text(
        md`${who}${tools.voice.words.date.colon}${isTaken ? tools.voice.words.roles.took : tools.voice.words.roles.nothingToTake}`,
      ),
    );
  },
});
