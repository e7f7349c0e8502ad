import type { Address } from "../bot/call.ts";
import { bold, type Mention, md, type Text, type Writing } from "../bot/text.ts";
import { nameOf } from "../delivery/compose.ts";
import { fullName } from "../network/person.ts";
import { placeName, platformNames } from "../network/place.ts";
import { type Act, nameInActs } from "../store/audit.ts";
import type { Transaction } from "../store/database.ts";
import { readDelivery } from "../store/deliveries.ts";
import { readInstitution } from "../store/manage.ts";
import { readPerson } from "../store/people.ts";
import { listPlaces } from "../store/spaces.ts";
import { readWebinar } from "../store/webinars.ts";
import { parseWhen } from "../time/moment.ts";
import { isRecurring, parseRecurrence } from "../time/parse-recurrence.ts";
import { languages } from "../words/language.ts";
import { threadTitle } from "./question.ts";
import { scheduleSentence } from "./recurrence.ts";
import { shortAt } from "./time.ts";
import { say, type Voice } from "./voice.ts";
import { countryName, webinarName } from "./webinar.ts";

/** An act of the audit as who reads it understands it: no keys, ids or internal words; people's own texts stay literal. */

export interface On {
  readonly trx: Transaction;
  /** Where it is read. */
  readonly at: Address;
  readonly voice: Voice;
  readonly act: Act;
}
type Say = (value: string, on: On) => Writing | Promise<Writing>;

/** What people wrote, on one line: nobody writes a line of the audit by a line break in a title. */
const literal: Say = (value) => value.replaceAll(/\s+/gu, " ").trim();

const among =
  (pick: (voice: Voice) => Readonly<Record<string, string>>): Say =>
  (value, { voice }) => {
    const words = pick(voice);
    return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
  };

/** "2026-12-05 17:00 Asia/Tokyo", "1 day before start", "every monday 09:00 Asia/Tokyo, 3 times", or a day alone. */
const moment: Say = (value, { voice, act }) => {
  if (/^\d{4}-\d\d-\d\d$/u.test(value)) return voice.words.date.long(Temporal.PlainDate.from(value));
  const from = { now: Temporal.Instant.fromEpochMilliseconds(act.at), zone: voice.zone };
  try {
    return scheduleSentence(voice, isRecurring(value) ? parseRecurrence(value, from) : parseWhen(value, from));
  } catch {
    return value;
  }
};

/** "1d before, at start": each as it is said alone. */
const steps: Say = async (value, on) => {
  const said: string[] = [];
  for (const step of value.split(",")) said.push(String(await moment(step.trim(), on)));
  return on.voice.words.list(said);
};

const places: Say = async (value, { trx, voice }) => {
  const known = await listPlaces(trx);
  const names = value.split(",").map((part) => {
    const [platform, space, channel] = part.split("/").map(decodeURIComponent);
    const place = known.find(({ at }) => at.platform === platform && at.space === space && at.channel === channel);
    return place === undefined ? part.trim() : placeName(place);
  });
  return voice.words.list([...new Set(names)]);
};

/** By the name that the account acts under; one that never did is named by the reader's own client. */
const account: Say = async (value, { trx, act, at, voice }) => {
  const [, mark = "", id = ""] = /^<(@&|@!?|!subteam\^)([\w-]{1,64})(?:\|[^>]*)?>$/u.exec(value) ?? [];
  if (id === "") return value;
  const kind: Mention["kind"] = mark.startsWith("@") && mark !== "@&" ? "user" : "group";
  const name = kind === "user" ? await nameInActs(trx, { ...act.by, user: id }) : undefined;
  if (name !== undefined) return name;
  const isHere = at.platform === act.by.platform && at.space === act.by.space;
  return isHere ? { node: "mention", kind, id, written: `@${id}` } : voice.words.audit.elsewhere;
};

const webinar: Say = async (value, { trx, voice }) => {
  const found = await readWebinar(trx, value);
  if (found === undefined) return value;
  const [name, title] = [webinarName(voice, found), say(voice, found.title)];
  return name === title ? name : voice.words.webinar.named(name, title);
};

const question: Say = async (value, { trx, voice, act }) => {
  if (value.includes("/")) return nameOf(trx, voice, `question/${value}`);
  const of = act.about.startsWith("webinar/") ? await readWebinar(trx, act.about.slice("webinar/".length)) : undefined;
  const found = of?.questions.find(({ number }) => String(number) === value);
  return found === undefined ? value : threadTitle(voice, found);
};

const sayers: Readonly<Record<string, Say>> = {
  status: among(({ words }) => words.audit.status),
  role: among(({ words: { rank, role } }) => ({
    ...rank,
    speaker: role.speaker,
    discussant: role.discussant,
    chair: role.moderator,
  })),
  there: among(({ words: { announce } }) => ({ yes: announce.isThere, no: announce.sendAgain })),
  say: among(({ words: { audit } }) => ({ yes: audit.yes, no: audit.no })),
  mention: among(({ words }) => words.mention.choices),
  language: among(({ words }) => words.languageNames),
  country: (value, { voice }) => countryName(voice, value),
  start: moment,
  when: moment,
  steps,
  where: places,
  who: account,
  webinar,
  question,
  close: question,
  what: (value, { trx, voice }) => nameOf(trx, voice, value),
  announcement: (value, { trx, voice }) => nameOf(trx, voice, `announcement/${value}`),
  delivery: async (value, { trx, voice }) => nameOf(trx, voice, (await readDelivery(trx, value))?.what ?? ""),
  person: async (value, { trx }) => {
    const found = await readPerson(trx, value);
    return found === undefined ? value : fullName(found);
  },
  affiliation: async (value, { trx, voice }) => {
    const found = await readInstitution(trx, value);
    return found === undefined ? value : say(voice, found.name);
  },
};

/** What buttons carry for the house itself. */
const HOUSE: readonly string[] = ["version", "was", "id", "attempt", "again", "questions", "at"];

/** What a value is called, else what its command asks for by that name. */
const labelOf = (name: string, { act, voice }: On): string | undefined => {
  const { audit, date, languageNames, menu } = voice.words;
  const keys: Readonly<Record<string, string>> = audit.keys;
  const commands: Readonly<Record<string, { readonly options: Readonly<Record<string, string>> }>> = menu;
  if (HOUSE.includes(name)) return undefined;
  if (Object.hasOwn(keys, name)) return keys[name];
  const language = languages.find((one) => one.toLowerCase() === name);
  if (language !== undefined) return date.aside(audit.keys.text, languageNames[language]);
  return Object.hasOwn(commands, act.act) ? commands[act.act]?.options[name] : undefined;
};

/** "title: Rivers → Rivers and towns", a line for each value that is another now. */
const sayChanges = async (on: On): Promise<readonly Text[]> => {
  const { act, voice } = on;
  const { date } = voice.words;
  const names = [...new Set([...Object.keys(act.before), ...Object.keys(act.after)])];
  const said: Text[] = [];
  for (const name of names) {
    const called = labelOf(name, on);
    if (called === undefined) continue;
    const sayer = (Object.hasOwn(sayers, name) ? sayers[name] : undefined) ?? literal;
    const value = async (raw = ""): Promise<Writing> => (raw === "" ? "" : sayer(raw, on));
    const [was, is] = [await value(act.before[name]), await value(act.after[name])];
    const label = `${called}${date.colon}`;
    said.push(was === "" ? md`${label}${is}` : md`${label}${was} → ${is === "" ? "–" : is}`);
  }
  return said;
};

/** What was done, to what: "Edit a webinar · 4th international webinar". */
const deed = async (on: On): Promise<string> => {
  const { act, trx, voice } = on;
  const menu: Readonly<Record<string, { readonly title: string }>> = voice.words.menu;
  const title = Object.hasOwn(menu, act.act) ? menu[act.act]?.title : undefined;
  const [kind, id] = [act.about.split("/", 1)[0], act.about.slice(act.about.indexOf("/") + 1)];
  const about =
    kind === "webinar" ? await webinar(id, on) : act.about === "" ? "" : await nameOf(trx, voice, act.about);
  return [title ?? act.act, about].filter((part) => part !== "").join(" · ");
};

/** "Tue 24 Nov 2026, 09:12 Tokyo · Oki (Discord) · Edit a webinar · 4th international webinar", and below it the changes. */
export const sayAct = async (on: On): Promise<Text> => {
  const { act, voice } = on;
  const { audit, date } = voice.words;
  const at = Temporal.Instant.fromEpochMilliseconds(act.at).toZonedDateTimeISO(voice.zone);
  const who = date.aside(act.by.name, platformNames[act.by.platform]);
  const refused = act.refused ? ` · ${audit.refused}` : "";
  const head = md`${shortAt(voice, at)} · ${bold(who)} · ${await deed(on)}${refused}`;
  return (await sayChanges(on)).reduce((all, line) => md`${all}\n${line}`, head);
};
