import type { Options } from "../../core/bot/call.ts";
import type { Option, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import { fullName } from "../../core/network/person.ts";
import type { Talk, Webinar } from "../../core/network/webinar.ts";
import type { Voice } from "../../core/say/voice.ts";
import { partName } from "../../core/say/webinar.ts";
import { oneOf } from "./account.ts";
import { managedOption } from "./managed.ts";
import { findTalk, talkLabel, talkTexts } from "./talk.ts";

/** A talk, or who leads the discussion or chairs: a programme is made of these. */
export type Part =
  | { readonly kind: "talk"; readonly of: Talk }
  | { readonly kind: "role"; readonly of: Webinar["roles"][number] };

/** As buttons carry it: a talk's place, or a role and its person. */
export const partKey = ({ kind, of }: Part): string =>
  kind === "talk" ? String(of.position) : `${of.role}/${of.person.key}`;

export const partLabel = (part: Part, voice: Voice): string =>
  part.kind === "talk"
    ? talkLabel(voice, part.of)
    : toLabel(`${voice.words.role[part.of.role]}${voice.words.date.colon}${partName(voice, part.of)}`);

const textsOf = (part: Part, voice: Voice): readonly string[] =>
  part.kind === "talk"
    ? talkTexts(part.of)
    : [voice.words.role[part.of.role], fullName(part.of.person), part.of.person.key];

const partsOf = ({ talks, roles }: Webinar): readonly Part[] => [
  ...talks.map((of): Part => ({ kind: "talk", of })),
  ...roles.map((of): Part => ({ kind: "role", of })),
];

/** By what a button carries, by number, or by a word of it. Throws UserError. */
export const findPart = (webinar: Webinar, typed: string, voice: Voice): Part => {
  const parts = partsOf(webinar);
  const exact = parts.find((part) => partKey(part) === typed.trim());
  if (exact !== undefined) return exact;
  const [found] = /\d/u.test(typed) ? [] : bestMatches(typed.trim(), parts, (part) => textsOf(part, voice));
  return found ?? { kind: "talk", of: findTalk(webinar, typed, voice) };
};

/** Words that stand for a part of the programme of the webinar meant, drafts as well. */
const option = (isFit: (part: Part) => boolean) =>
  ({
    kind: "line",
    required: true,
    pick: "one",
    parse: (raw: string): string => raw,
    suggest: async (typed: string, tools: Tools, { webinar: raw = "" }: Options) => {
      const webinar = raw.trim() === "" ? await managedOption.otherwise(tools) : await managedOption.parse(raw, tools);
      const fit = partsOf(webinar).filter(isFit);
      return bestMatches(typed, fit, (part) => textsOf(part, tools.voice)).map((part) => ({
        label: partLabel(part, tools.voice),
        value: partKey(part),
      }));
    },
  }) as const satisfies Option<string, true>;

export const partOption = option(() => true);
export const placedOption = option(({ kind }) => kind === "talk");

export type PartRole = "speaker" | "discussant" | "moderator";
/** The moderator of a webinar chairs it: another word than the rank's, as /rostrum roles give has it. */
const written = ["speaker", "discussant", "chair"] as const;
const chosen = oneOf(written, (one, { role }) => (one === "chair" ? role.moderator : role[one]));
export const partRoleOption = {
  ...chosen,
  required: false,
  parse: (raw: string): PartRole => {
    const one = chosen.parse(raw);
    return one === "chair" ? "moderator" : one;
  },
} as const satisfies Option<PartRole>;
export const writtenRole = (role: PartRole): string => (role === "moderator" ? "chair" : role);

/** For what only speakers have. */
export const checkHasTalk = (role: PartRole, given: { readonly title?: unknown; readonly about?: unknown }): void => {
  const option = given.title !== undefined ? "title" : given.about !== undefined ? "about" : undefined;
  if (role !== "speaker" && option !== undefined)
    throw new UserError((words) => words.manage.noTalk(words.role[role]), { option });
};
