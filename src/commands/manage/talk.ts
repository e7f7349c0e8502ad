import { type Asked, defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, type Reply, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { replanWebinar } from "../../core/delivery/replan.ts";
import { fold } from "../../core/network/fold.ts";
import { fullName, type Person } from "../../core/network/person.ts";
import type { Talk, Webinar } from "../../core/network/webinar.ts";
import { say } from "../../core/say/voice.ts";
import { partName, talkTopic } from "../../core/say/webinar.ts";
import { freeKey, listInstitutions, putTalks, type TalkEntry } from "../../core/store/manage.ts";
import { findPeople, readPerson } from "../../core/store/people.ts";
import { putInstitution, putPerson } from "../../core/store/record.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import { managedOption } from "../options/managed.ts";
import { affiliationOption, countryOption, speakerOption } from "../options/people.ts";
import { findTalk, talkOption } from "../options/talk.ts";
import { wordOption } from "../options/text.ts";
import { lineIfGiven } from "../options/value.ts";
import { managed, TALK_FIELDS } from "./webinar.ts";

const options = {
  speaker: speakerOption,
  affiliation: affiliationOption,
  country: countryOption,
  title: lineIfGiven,
  about: lineIfGiven,
  webinar: managedOption,
};
type Given = Asked<typeof options>;

/** Who is surely meant to be new to the record, whoever else is called alike. */
const NEW = "+";
const SEVERAL = 5;
const TITLE = /^(Dr|Prof|Professor|Mr|Ms|Mrs)\.?\s+(?=\S)/iu;

const isCalled = (typed: string) => (person: Person) =>
  [person.name, fullName(person)].some(
    (name) => fold(name) === fold(typed.replace(TITLE, "")) || fold(name) === fold(typed),
  );

/** The person meant: by key or by the whole name; one who is new is taken in, but never one who may be there already. */
const personFor = async ({ speaker, ...given }: Given, tools: Tools): Promise<string> => {
  const exact = await readPerson(tools.trx, speaker);
  if (exact !== undefined) return exact.key;
  const isNew = speaker.startsWith(NEW);
  const typed = isNew ? speaker.slice(NEW.length).trim() : speaker;
  const alike = isNew ? [] : await findPeople(tools.trx, typed, SEVERAL);
  const same = alike.filter(isCalled(typed));
  if (same.length === 1) return same[0]?.key ?? "";
  if (alike.length > 0) {
    const again = (who: string): Press => press("manage talk add", { ...writtenOf(given), speaker: who });
    throw new UserError((words) => words.manage.severalPeople(typed), {
      offer: (words) => [
        ...alike.map((one) => ({ label: toLabel(fullName(one)), press: again(one.key) })),
        { label: toLabel(words.manage.newPerson(typed)), press: again(`${NEW}${typed}`) },
      ],
    });
  }
  const [title] = TITLE.exec(typed) ?? [];
  const name = typed.replace(TITLE, "");
  const key = await freeKey(tools.trx, "people", name);
  await putPerson(tools.trx, { key, title: title && `${title.trim().replace(/\.$/u, "")}.`, name, family: undefined });
  return key;
};

const writtenOf = ({ affiliation, country, title, about, webinar }: Omit<Given, "speaker">): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ affiliation, country, title, about, webinar: webinar.key }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );

/** The institution meant, by key or name; a new one needs its country or region. */
const institutionFor = async ({ affiliation, country }: Given, tools: Tools): Promise<string | undefined> => {
  if (affiliation === undefined) return undefined;
  const known = (await listInstitutions(tools.trx)).find(
    ({ key, name }) => key === affiliation || Object.values(name).some((one) => fold(one) === fold(affiliation)),
  );
  if (known !== undefined) return known.key;
  if (country === undefined)
    throw new UserError((words) => words.manage.whichCountry(affiliation), { option: "country" });
  const key = await freeKey(tools.trx, "institutions", affiliation);
  const { language } = await readNetwork(tools.trx);
  await putInstitution(tools.trx, key, { name: { [language]: affiliation }, country });
  return key;
};

const toEntry = (talk: Talk): TalkEntry => ({
  person: talk.person.key,
  institution: talk.at?.key,
  title: talk.title,
  about: talk.about,
  subject: talk.subject,
});

/** Puts the talks as they shall be, and says what came of it. */
const keep = async (
  webinar: Webinar,
  talks: readonly TalkEntry[],
  { tools, said, change }: { tools: Tools; said: string; change: { before?: string; after?: string } },
): Promise<Reply> => {
  const now = tools.now.epochMilliseconds;
  await putTalks(tools.trx, webinar, { talks, now });
  await replanWebinar(tools.trx, webinar.key, now);
  tools.note({
    about: `webinar/${webinar.key}`,
    before: change.before === undefined ? {} : { talk: change.before },
    after: change.after === undefined ? {} : { talk: change.after },
  });
  return managed(tools, webinar.key, said);
};

export const add = defineCommand({
  name: "manage talk add",
  rank: "organiser",
  changes: true,
  options,
  async run(given, tools) {
    const { webinar, title, about } = given;
    const { language } = await readNetwork(tools.trx);
    const entry: TalkEntry = {
      person: await personFor(given, tools),
      institution: await institutionFor(given, tools),
      title: title === undefined ? undefined : { [language]: title },
      about: about === undefined ? undefined : { [language]: about },
      subject: undefined,
    };
    const said = tools.voice.words.manage.talkAdded(webinar.talks.length + 1);
    const after = [given.speaker, title ?? about ?? ""].join(" · ");
    return keep(webinar, [...webinar.talks.map(toEntry), entry], { tools, said, change: { after } });
  },
});

const nameOf = (tools: Tools, talk: Talk): string =>
  [partName(tools.voice, talk), talkTopic(tools.voice, talk)].filter((part) => part !== "").join(" · ");

/** The form with what is known of a talk. */
const talkForm = (webinar: Webinar, talk: Talk, { voice }: Tools): Press =>
  press(
    "manage talk edit",
    {
      talk: String(talk.position),
      webinar: webinar.key,
      speaker: talk.person.key,
      ...(talk.at && { affiliation: talk.at.key }),
      ...(talk.title && { title: say(voice, talk.title) }),
      ...(talk.about && { about: say(voice, talk.about) }),
    },
    TALK_FIELDS,
  );

export const edit = defineCommand({
  name: "manage talk edit",
  rank: "organiser",
  changes: true,
  options: { talk: talkOption, ...options, speaker: { ...speakerOption, required: false } },
  async run({ talk: typed, ...given }, tools) {
    const { webinar, speaker, affiliation, title, about, country } = given;
    const talk = findTalk(webinar, typed, tools.voice);
    if ([speaker, affiliation, title, about, country].every((value) => value === undefined))
      return talkForm(webinar, talk, tools);
    const { language } = await readNetwork(tools.trx);
    const was = toEntry(talk);
    const whole = { ...given, speaker: speaker ?? was.person };
    const entry: TalkEntry = {
      ...was,
      person: await personFor(whole, tools),
      institution: affiliation === undefined ? was.institution : await institutionFor(whole, tools),
      title: title === undefined ? was.title : { ...was.title, [language]: title },
      about: about === undefined ? was.about : { ...was.about, [language]: about },
    };
    const talks = webinar.talks.map((one) => (one.position === talk.position ? entry : toEntry(one)));
    const change = { before: nameOf(tools, talk), after: [whole.speaker, title ?? about ?? ""].join(" · ") };
    return keep(webinar, talks, { tools, said: tools.voice.words.manage.talkChanged(talk.position), change });
  },
});

/** Where it comes to stand: 1 is first. */
const positionOption = {
  kind: "line",
  required: true,
  parse: (raw: string): number => Number(/^\d{1,3}$/u.exec(raw.normalize("NFKC").trim())?.[0] ?? 0),
} as const satisfies Option<number, true>;

export const move = defineCommand({
  name: "manage talk move",
  rank: "organiser",
  changes: true,
  options: { talk: talkOption, to: positionOption, webinar: managedOption },
  async run({ talk: typed, to, webinar }, tools) {
    const talk = findTalk(webinar, typed, tools.voice);
    const { talks } = webinar;
    if (to < 1 || to > talks.length)
      throw new UserError((words) => words.manage.notAPosition(talks.length), { option: "to" });
    const others = talks.filter((one) => one !== talk).map(toEntry);
    const said = tools.voice.words.manage.talkMoved(to);
    const change = { before: `${talk.position} ${nameOf(tools, talk)}`, after: `${to} ${nameOf(tools, talk)}` };
    return keep(webinar, others.toSpliced(to - 1, 0, toEntry(talk)), { tools, said, change });
  },
});

export const remove = defineCommand({
  name: "manage talk remove",
  rank: "organiser",
  options: { talk: talkOption, webinar: managedOption },
  async run({ talk: typed, webinar }, tools) {
    const { manage, bot } = tools.voice.words;
    const talk = findTalk(webinar, typed, tools.voice);
    const carried = { talk: String(talk.position), webinar: webinar.key, version: String(webinar.version) };
    return message(
      text(bold(manage.removeAsk(nameOf(tools, talk)))),
      buttons(
        { label: manage.remove, press: press("manage talk drop", carried), style: "danger" },
        { label: bot.leave, press: press("leave") },
      ),
    );
  },
});

export const drop = defineCommand({
  name: "manage talk drop",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { talk: talkOption, webinar: managedOption, version: wordOption },
  async run({ talk: typed, webinar, version }, tools) {
    if (version !== String(webinar.version)) throw new UserError((words) => words.manage.changedSince);
    const talk = findTalk(webinar, typed, tools.voice);
    const others = webinar.talks.filter((one) => one !== talk).map(toEntry);
    const said = tools.voice.words.manage.talkRemoved(others.length);
    return keep(webinar, others, { tools, said, change: { before: nameOf(tools, talk) } });
  },
});
