import { defineCommand, type Option, type Tools } from "../core/bot/command.ts";
import { UserError } from "../core/bot/errors.ts";
import { type Button, buttons, message, type Reply, text } from "../core/bot/message.ts";
import { toLabel } from "../core/bot/plain.ts";
import { type Press, press } from "../core/bot/press.ts";
import { bold } from "../core/bot/text.ts";
import { fullName, type Person } from "../core/network/person.ts";
import { say, type Voice } from "../core/say/voice.ts";
import { countryName, sampleNote, talkTopic, webinarName } from "../core/say/webinar.ts";
import { type Appearance, appearancesOf, findPeople, nearPeople, suggestPeople } from "../core/store/people.ts";

const SEVERAL = 8;

/** Everybody whom the words fit; a key (what a button carries) is exact. */
const nameOption = {
  kind: "line",
  required: true,
  pick: "one",
  parse: async (raw: string, tools: Tools): Promise<readonly Person[]> => {
    const exact = (await appearancesOf(tools.trx, raw))[0]?.person;
    const found = exact === undefined ? await findPeople(tools.trx, raw, SEVERAL) : [exact];
    if (found.length > 0) return found;
    const near = await nearPeople(tools.trx, raw, SEVERAL);
    if (near.length > 0)
      throw new UserError((words) => words.speaker.near(raw), { offer: () => near.map(personButton) });
    const isElsewhere = OTHER_SCRIPT.test(raw);
    throw new UserError((words) => (isElsewhere ? words.speaker.otherScript(raw) : words.speaker.notFound(raw)), {
      offer: (words) => [{ label: words.webinar.listTitle, press: press("webinar list") }],
    });
  },
  suggest: async (typed: string, tools: Tools) =>
    (await suggestPeople(tools.trx, typed, 25)).map((person) => ({
      label: toLabel(fullName(person)),
      value: person.key,
    })),
} satisfies Option<readonly Person[], true>;

const personButton = (person: Person): Button<Press> => ({
  label: toLabel(fullName(person)),
  press: press("speaker", { name: person.key }),
});

/** Names stand in the record as they were published, in Latin letters. */
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

const appearance = (voice: Voice, one: Appearance) => {
  const { words } = voice;
  const day = words.date.day(Temporal.PlainDate.from(one.webinar.date));
  const held =
    one.at === undefined
      ? undefined
      : words.speaker.on(`${say(voice, one.at.name)}${words.date.comma}${countryName(voice, one.at.country)}`, day);
  return text(
    held,
    words.speaker.oneRole(webinarName(voice, one.webinar), words.role[one.role]),
    one.talk === undefined ? undefined : talkTopic(voice, one.talk),
  );
};

const passport = (voice: Voice, person: Person, appearances: readonly Appearance[]): Reply => {
  const webinars = [...new Map(appearances.map(({ webinar }) => [webinar.key, webinar])).values()].slice(0, 3);
  const sample = appearances.find(({ webinar }) => webinar.sample)?.webinar;
  return message(
    text(bold(fullName(person))),
    ...appearances.map((one) => appearance(voice, one)),
    sample && sampleNote(voice, sample),
    buttons(
      ...webinars.map((one) => ({
        label: toLabel(webinarName(voice, one)),
        press: press("webinar show", { webinar: one.key }),
      })),
    ),
  );
};

export const speaker = defineCommand({
  name: "speaker",
  rank: "member",
  options: { name: nameOption },
  share: ({ name: [person, ...others] }) => (person && others.length === 0 ? { name: person.key } : undefined),
  async run({ name: people }, tools) {
    const { voice } = tools;
    const [person, ...others] = people;
    if (person === undefined) throw new UserError((words) => words.speaker.didYouMean);
    const appearances = await appearancesOf(tools.trx, person.key);
    if (others.length === 0) return passport(voice, person, appearances);
    return message(text(voice.words.speaker.didYouMean), buttons(...people.map(personButton)));
  },
});
