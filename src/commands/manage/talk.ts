import { type Asked, defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, type Reply, text } from "../../core/bot/message.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { fullName } from "../../core/network/person.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import type { Wordings } from "../../core/network/wordings.ts";
import type { Programme } from "../../core/store/manage.ts";
import { readPerson } from "../../core/store/people.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import { managedOption } from "../options/managed.ts";
import {
  checkHasTalk,
  findPart,
  type Part,
  type PartRole,
  partKey,
  partOption,
  partRoleOption,
  writtenRole,
} from "../options/part.ts";
import { affiliationOption, countryOption, speakerOption } from "../options/people.ts";
import { wordOption } from "../options/text.ts";
import { lineIfGiven } from "../options/value.ts";
import { languageIfGiven } from "../options/wording.ts";
import { decide, differs, merged, type Values, wasOption, writtenWas } from "./both.ts";
import { institutionFor, personFor } from "./people.ts";
import { keep, partNow, partTitle, programmeOf, sayValues, valuesOf } from "./programme.ts";
import { ROLE_FIELDS, TALK_FIELDS, unchanged } from "./webinar.ts";

const fields = {
  speaker: speakerOption,
  affiliation: affiliationOption,
  country: countryOption,
  title: lineIfGiven,
  about: lineIfGiven,
};
const addOptions = { ...fields, role: partRoleOption, webinar: managedOption };

const only = (values: Readonly<Record<string, string | undefined>>): Values =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

const writtenAdd = ({ webinar, role, ...given }: Asked<typeof addOptions>): Values =>
  only({ ...given, role: role && writtenRole(role), webinar: webinar.key });

const addRole = async (
  { webinar, ...given }: Asked<typeof addOptions>,
  { role, person, tools }: { role: Exclude<PartRole, "speaker">; person: string; tools: Tools },
): Promise<Reply> => {
  const { voice, trx } = tools;
  checkHasTalk(role, given);
  const known = await readPerson(trx, person);
  const name = known === undefined ? given.speaker : fullName(known);
  if (webinar.roles.some((one) => one.role === role && one.person.key === person))
    throw new UserError((words) => words.manage.hasRole(name, words.role[role]), { option: "speaker" });
  const { affiliation, country } = given;
  const institution = affiliation === undefined ? undefined : await institutionFor(affiliation, { country, tools });
  const { talks, roles } = programmeOf(webinar);
  const said = voice.words.manage.roleAdded(name, voice.words.role[role]);
  const change = { after: { role: writtenRole(role), person } };
  return keep(webinar, { talks, roles: [...roles, { role, person, institution }] }, { tools, said, change });
};

export const add = defineCommand({
  name: "manage talk add",
  rank: "organiser",
  changes: true,
  options: addOptions,
  async run(given, tools) {
    const { webinar, title, about, affiliation, country, role = "speaker" } = given;
    const { language } = await readNetwork(tools.trx);
    const again = (speaker: string) => press("manage talk add", { ...writtenAdd(given), speaker });
    const person = await personFor(given.speaker, { tools, again });
    if (role !== "speaker") return addRole(given, { role, person, tools });
    const entry = {
      person,
      institution: affiliation === undefined ? undefined : await institutionFor(affiliation, { country, tools }),
      title: title === undefined ? undefined : { [language]: title },
      about: about === undefined ? undefined : { [language]: about },
      subject: undefined,
    };
    const { talks, roles } = programmeOf(webinar);
    const known = await readPerson(tools.trx, person);
    const said = tools.voice.words.manage.talkAdded(talks.length + 1);
    const topic = title ?? about;
    const after = { talk: [known && fullName(known), topic].filter((one) => one !== undefined).join(" · ") };
    return keep(webinar, { talks: [...talks, entry], roles }, { tools, said, change: { after } });
  },
});

const worded = (
  wordings: Wordings | undefined,
  { language, words }: { language: string; words: string | undefined },
): Wordings | undefined => {
  const { [language]: _was, ...others } = wordings ?? {};
  const all = words === undefined ? others : { ...others, [language]: words };
  return Object.keys(all).length === 0 ? undefined : all;
};

interface Editing {
  readonly part: Part;
  readonly language: string;
  readonly country: string | undefined;
  /** The values as they shall be. */
  readonly values: Values;
  readonly again: (speaker: string) => Press;
}

/** The programme with this part as it shall be. */
const edited = async (webinar: Webinar, editing: Editing, tools: Tools): Promise<Programme> => {
  const { part, language, country, values, again } = editing;
  const now = valuesOf(part, { language, voice: tools.voice });
  const { speaker = part.of.person.key, affiliation, title, about } = values;
  const whom = {
    person: await personFor(speaker, { tools, again }),
    institution: affiliation === undefined ? undefined : await institutionFor(affiliation, { country, tools }),
  };
  const { talks, roles } = programmeOf(webinar);
  if (part.kind === "role") {
    const n = webinar.roles.indexOf(part.of);
    return { talks, roles: roles.map((one, m) => (m === n ? { ...one, ...whom } : one)) };
  }
  const n = webinar.talks.indexOf(part.of);
  const entry = (one: Programme["talks"][number]) => ({
    ...one,
    ...whom,
    title: title === now.title ? one.title : worded(one.title, { language, words: title }),
    about: about === now.about ? one.about : worded(one.about, { language, words: about }),
  });
  return { talks: talks.map((one, m) => (m === n ? entry(one) : one)), roles };
};

const apply = async (webinar: Webinar, editing: Editing, tools: Tools): Promise<Reply> => {
  const { part, language, values } = editing;
  const { manage, role } = tools.voice.words;
  const now = valuesOf(part, { language, voice: tools.voice });
  const names = differs(now, values);
  if (names.length === 0) return unchanged(tools, webinar.key);
  const programme = await edited(webinar, editing, tools);
  const said = part.kind === "talk" ? manage.talkChanged(part.of.position) : manage.roleChanged(role[part.of.role]);
  const pick = (of: Values): Values =>
    Object.fromEntries(names.map((name) => [name === "speaker" ? "person" : name, of[name] ?? ""]));
  const change = { before: pick(now), after: { talk: partTitle(part, tools.voice), ...pick(values) } };
  return keep(webinar, programme, { tools, said, change });
};

const changePress = (
  webinar: Webinar,
  { part, language, was, values }: { part: Part; language: string; was: Values; values: Values },
  ask?: readonly string[],
): Press =>
  press(
    "manage talk change",
    { talk: partKey(part), webinar: webinar.key, language, was: writtenWas(was), ...values },
    ask,
  );

export const edit = defineCommand({
  name: "manage talk edit",
  rank: "organiser",
  changes: true,
  options: {
    talk: partOption,
    ...fields,
    speaker: { ...speakerOption, required: false },
    webinar: managedOption,
    language: languageIfGiven,
  },
  async run({ talk: typed, webinar, country, language: asked, ...given }, tools) {
    const part = findPart(webinar, typed, tools.voice);
    const language = asked ?? (await readNetwork(tools.trx)).language;
    const now = valuesOf(part, { language, voice: tools.voice });
    if (Object.values({ ...given, country }).every((value) => value === undefined)) {
      const ask = part.kind === "talk" ? TALK_FIELDS : ROLE_FIELDS.filter((name) => name !== "role");
      return changePress(webinar, { part, language, was: now, values: now }, ask);
    }
    if (part.kind === "role") checkHasTalk(part.of.role, given);
    const values = { ...now, ...only(given) };
    const again = (speaker: string) =>
      press(
        "manage talk edit",
        only({ talk: partKey(part), webinar: webinar.key, country, language, ...given, speaker }),
      );
    return apply(webinar, { part, language, country, values, again }, tools);
  },
});

const gone = (webinar: Webinar, yours: Values, { voice }: Tools): Reply => {
  const { manage, bot } = voice.words;
  return message(
    text(bold(manage.talkGone)),
    buttons(
      { label: manage.addTalk, press: press("manage talk add", { ...yours, webinar: webinar.key }, TALK_FIELDS) },
      { label: bot.leave, press: press("leave") },
    ),
  );
};

/** What a filled-in form changes. Somebody may have changed the same meanwhile: then its sender sees both, and decides. */
export const change = defineCommand({
  name: "manage talk change",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { talk: wordOption, was: wasOption, ...fields, webinar: managedOption, language: wordOption },
  async run({ talk: key, was, webinar, country, language, ...given }, tools) {
    const { voice } = tools;
    const yours = only(given);
    const part = partNow(webinar, { key, was, language, voice });
    if (part === undefined) {
      tools.note("nothing");
      return gone(webinar, yours, tools);
    }
    const now = valuesOf(part, { language, voice });
    const values = merged(now, { was, yours });
    const again = (speaker: string) =>
      changePress(webinar, { part, language, was, values: { ...yours, speaker, ...only({ country }) } });
    if (differs(was, now).length === 0) return apply(webinar, { part, language, country, values, again }, tools);
    return decide(
      { was, now, yours },
      {
        tools,
        names: voice.words.menu["manage talk change"].options,
        say: await sayValues([was, now, yours], tools),
        mine: changePress(webinar, { part, language, was: now, values: { ...values, ...only({ country }) } }),
      },
    );
  },
});
