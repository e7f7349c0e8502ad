import { mayUse } from "../../core/bot/asker.ts";
import type { Option, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import { soonestFirst, type Webinar, type WebinarHead } from "../../core/network/webinar.ts";
import { say, type Voice } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { readAnnouncement } from "../../core/store/announcements.ts";
import { postsIn, postsOf } from "../../core/store/posts.ts";
import {
  findWebinars,
  lastWebinar,
  listWebinars,
  nextWebinar,
  readWebinar,
  webinarOfQuestion,
} from "../../core/store/webinars.ts";
import { periodNamed } from "./period.ts";
import { unpublishedNamed } from "./unpublished.ts";

const SEVERAL = 5;

/** By what it is called, or by the year or month it is in. */
const find = async (raw: string, tools: Tools): Promise<readonly WebinarHead[]> => {
  const found = await findWebinars(tools.trx, raw, SEVERAL);
  const within = found.length > 0 ? undefined : periodNamed(raw, tools);
  return within === undefined ? found : listWebinars(tools.trx, SEVERAL, { within });
};

/** A draft is named to who may publish it; for everybody else it is not there. */
const notFound = async (raw: string, tools: Tools): Promise<UserError> => {
  const [draft] = mayUse(tools.asker, "organiser") ? await unpublishedNamed(raw, tools) : [];
  if (draft === undefined)
    return new UserError((words) => words.webinar.notFound(raw), {
      offer: (words) => [{ label: words.webinar.listTitle, press: press("webinar list") }],
    });
  return new UserError((words) => words.manage.stillDraft(say({ ...tools.voice, words }, draft.title)), {
    offer: ({ manage }) => [{ label: manage.publish, press: press("manage webinar publish", { webinar: draft.key }) }],
  });
};

const parse = async (raw: string, tools: Tools): Promise<Webinar> => {
  const found = await find(raw, tools);
  const [only] = found;
  const { voice } = tools;
  if (only === undefined) throw await notFound(raw, tools);
  if (found.length > 1) {
    throw new UserError((words) => words.webinar.several(raw), {
      offer: () =>
        found.map((one) => ({ label: label(voice, one), press: press("webinar show", { webinar: one.key }) })),
    });
  }
  const webinar = await readWebinar(tools.trx, only.key);
  if (webinar === undefined) throw new UserError((words) => words.webinar.notFound(raw));
  return webinar;
};

/** At most 75 characters: a button's and a suggestion's limit. */
const label = (voice: Voice, one: Parameters<typeof webinarName>[1]): string => {
  const [name, title] = [webinarName(voice, one), say(voice, one.title)];
  const both = name === title ? name : voice.words.webinar.named(name, title);
  return toLabel(both);
};

/** More than any network has held; a bound for the reading, all at once. */
const MOST = 500;

const suggest = async (typed: string, { trx, voice }: Tools) => {
  const all = soonestFirst(await listWebinars(trx, MOST));
  const found = bestMatches(typed, all, (one) => [
    webinarName(voice, one),
    ...[one.title, one.subtitle ?? {}, one.series?.name ?? {}].flatMap((wordings) => Object.values(wordings)),
    ...(one.edition === undefined ? [] : [String(one.edition)]),
    one.date,
    one.key,
  ]);
  return found.map((one) => ({ label: label(voice, one), value: one.key }));
};

/** The one that the thread is about where somebody asks, if the house opened it. */
const webinarOfThread = async ({ trx, at }: Tools): Promise<Webinar | undefined> => {
  if (at.thread === undefined) return undefined;
  const posts = [...(await postsOf(trx, at, [at.thread])), ...(await postsIn(trx, at, at.thread))];
  // A message's id is one channel's own on Slack.
  const what = posts.find(({ to }) => to.channel === at.channel)?.what ?? "";
  // A question's own id has a stroke in it.
  const [kind, id] = [what.split("/", 1)[0], what.slice(what.indexOf("/") + 1)];
  if (kind === "question") return webinarOfQuestion(trx, id);
  const about = kind === "announcement" ? (await readAnnouncement(trx, id))?.webinar : undefined;
  const webinar = about === undefined ? undefined : await readWebinar(trx, about);
  // One that was announced and is a draft again is nobody's to see.
  return webinar?.status === "draft" ? undefined : webinar;
};

/** That of the thread, else the next one, else the last that was held: what people mean when they name none. */
const otherwise = async (tools: Tools): Promise<Webinar> => {
  const here = await webinarOfThread(tools);
  if (here !== undefined) return here;
  const head = (await nextWebinar(tools.trx, tools.now)) ?? (await lastWebinar(tools.trx, tools.now));
  const webinar = head === undefined ? undefined : await readWebinar(tools.trx, head.key);
  if (webinar === undefined) throw new UserError((words) => words.webinar.none);
  return webinar;
};

/** A webinar by number, year, a word of its title, or by default. */
export const webinarOption = {
  kind: "line",
  required: false,
  parse,
  suggest,
  pick: "one",
  otherwise,
} as const satisfies Option<Webinar>;

/** The same where naming none means the last that was held, else the one to come. */
export const heldWebinarOption = {
  ...webinarOption,
  otherwise: async (tools: Tools): Promise<Webinar> => {
    const head = await lastWebinar(tools.trx, tools.now);
    return (await webinarOfThread(tools)) ?? (head && (await readWebinar(tools.trx, head.key))) ?? otherwise(tools);
  },
} as const satisfies Option<Webinar>;

/** The same where naming none means none. */
export const webinarIfNamed = {
  kind: "line",
  required: false,
  parse,
  suggest,
  pick: "one",
} as const satisfies Option<Webinar>;

/** The webinar that another option of the command names so far, else what it means by default. Throws UserError. */
export const webinarMeant = (raw: string | undefined, tools: Tools): Promise<Webinar> =>
  raw === undefined || raw.trim() === "" ? otherwise(tools) : parse(raw, tools);
