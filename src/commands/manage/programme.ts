import type { Change, Tools } from "../../core/bot/command.ts";
import type { Reply } from "../../core/bot/message.ts";
import { replanWebinar } from "../../core/delivery/replan.ts";
import { fullName } from "../../core/network/person.ts";
import type { Talk, Webinar } from "../../core/network/webinar.ts";
import type { Wordings } from "../../core/network/wordings.ts";
import { say, type Voice } from "../../core/say/voice.ts";
import { partName, talkTopic } from "../../core/say/webinar.ts";
import {
  type Programme,
  putProgramme,
  type RoleEntry,
  readInstitution,
  type TalkEntry,
} from "../../core/store/manage.ts";
import { readPerson } from "../../core/store/people.ts";
import { type Part, partKey } from "../options/part.ts";
import { differs, type Values } from "./both.ts";
import { managed } from "./webinar.ts";

/** A webinar's talks and roles as they are written, and what a form shows of one of them. */

const toTalk = (talk: Talk): TalkEntry => ({
  person: talk.person.key,
  institution: talk.at?.key,
  title: talk.title,
  about: talk.about,
  subject: talk.subject,
});
const toRole = ({ role, person, at }: Webinar["roles"][number]): RoleEntry => ({
  role,
  person: person.key,
  institution: at?.key,
});
export const programmeOf = ({ talks, roles }: Webinar): Programme => ({
  talks: talks.map(toTalk),
  roles: roles.map(toRole),
});

export const partTitle = (part: Part, voice: Voice): string =>
  part.kind === "role"
    ? `${voice.words.role[part.of.role]}${voice.words.date.colon}${partName(voice, part.of)}`
    : [partName(voice, part.of), talkTopic(voice, part.of)].filter((one) => one !== "").join(" · ");

/** Puts the programme as it shall be, and says what came of it. */
export const keep = async (
  webinar: Webinar,
  programme: Programme,
  { tools, said, change }: { tools: Tools; said: string; change: Omit<Change, "about"> },
): Promise<Reply> => {
  const now = tools.now.epochMilliseconds;
  await putProgramme(tools.trx, webinar, { ...programme, now });
  await replanWebinar(tools.trx, webinar.key, now);
  tools.note({ about: `webinar/${webinar.key}`, ...change });
  return managed(tools, webinar.key, said);
};

/** What a form shows of it: people and institutions by key, wordings in the language that they are written in. */
export const valuesOf = ({ of, ...part }: Part, { language, voice }: { language: string; voice: Voice }): Values => {
  const shown = (wordings: Wordings | undefined) => wordings && (wordings[language] ?? say(voice, wordings));
  const [title, about] = part.kind === "talk" && "title" in of ? [shown(of.title), shown(of.about)] : [];
  return {
    speaker: of.person.key,
    ...(of.at && { affiliation: of.at.key }),
    ...(title && { title }),
    ...(about && { about }),
  };
};

/** What keys in these values are called. */
export const sayValues = async (
  values: readonly Values[],
  { trx, voice }: Pick<Tools, "trx" | "voice">,
): Promise<(name: string, value: string) => string> => {
  const names = new Map<string, string>();
  for (const { speaker = "", affiliation = "" } of values) {
    const [person, at] = [await readPerson(trx, speaker), await readInstitution(trx, affiliation)];
    if (person !== undefined) names.set(`speaker ${speaker}`, fullName(person));
    if (at !== undefined) names.set(`affiliation ${affiliation}`, say(voice, at.name));
  }
  return (name, value) => names.get(`${name} ${value}`) ?? value;
};

/**
 * The part that a form was about, as it is now: the same wherever it stands, else the same person's or the same words at
 * its place; `undefined` when it is gone.
 */
export const partNow = (
  webinar: Webinar,
  { key, was, language, voice }: { key: string; was: Values; language: string; voice: Voice },
): Part | undefined => {
  const parts: readonly Part[] = [
    ...webinar.talks.map((of): Part => ({ kind: "talk", of })),
    ...webinar.roles.map((of): Part => ({ kind: "role", of })),
  ];
  const now = (part: Part): Values => valuesOf(part, { language, voice });
  const isRole = key.includes("/");
  const alike = parts.filter((part) => (part.kind === "role") === isRole);
  const isLike = (part: Part): boolean =>
    now(part).speaker === was.speaker || (was.title !== undefined && now(part).title === was.title);
  return (
    alike.find((part) => partKey(part) === key && differs(now(part), was).length === 0) ??
    alike.find((part) => differs(now(part), was).length === 0) ??
    alike.find((part) => partKey(part) === key && isLike(part)) ??
    alike.find(isLike)
  );
};
