import type { Option, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { type Block, buttons, message, note, type Reply, text } from "../../core/bot/message.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { sayAct } from "../../core/say/act.ts";
import { listActs } from "../../core/store/audit.ts";

/** Two who edit the same: whoever comes second sees what was, what is and what they wrote, and decides. */

/** What a form showed when it was opened, by option; what is not there was empty. */
export type Values = Readonly<Record<string, string>>;

/** A form carries what it showed. A paragraph: it may be longer than a line. */
export const wasOption = {
  kind: "paragraph",
  required: true,
  parse: (raw: string): Values => {
    try {
      const read: unknown = JSON.parse(raw);
      return Object.fromEntries(Object.entries(read ?? {}).map(([name, value]) => [name, String(value)]));
    } catch {
      throw new UserError((words) => words.bot.lostPress);
    }
  },
} as const satisfies Option<Values, true>;

export const writtenWas = (values: Values): string => JSON.stringify(values);

export const differs = (a: Values, b: Values): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]);

/** What is there, with what this person changed of what they saw. */
export const merged = (now: Values, { was, yours }: { readonly was: Values; readonly yours: Values }): Values => {
  const mine = differs(was, yours);
  const kept = Object.entries(now).filter(([name]) => !mine.includes(name));
  return Object.fromEntries([...kept, ...Object.entries(yours).filter(([name]) => mine.includes(name))]);
};

/** Each value that is not what it was, or not what they want. */
export const decide = (
  { was, now, yours }: { readonly was: Values; readonly now: Values; readonly yours: Values },
  {
    tools,
    names,
    say = (_name, value) => value,
    mine,
  }: {
    readonly tools: Tools;
    readonly names: Readonly<Record<string, string>>;
    readonly say?: (name: string, value: string) => string;
    /** What takes over what they wrote. */
    readonly mine: Press;
  },
): Reply => {
  const { manage, bot } = tools.voice.words;
  tools.note("nothing");
  const value = (name: string, of: Values): string => say(name, of[name] ?? "") || "–";
  const lines = [...new Set([...differs(was, now), ...differs(was, yours)])].map((name) => {
    const isTheirs = was[name] !== now[name];
    const isMine = was[name] !== yours[name];
    return text(
      bold(names[name] ?? name),
      isTheirs ? manage.theirs(value(name, was), value(name, now)) : manage.stands(value(name, now)),
      isMine ? manage.yours(value(name, yours)) : undefined,
    );
  });
  return message(
    text(bold(manage.both)),
    ...lines,
    note(manage.decide),
    buttons({ label: manage.takeMine, press: mine, style: "primary" }, { label: bot.leave, press: press("leave") }),
  );
};

/** What a preview was made from: which state of the webinar, and when. */
export const seenNow = ({ version }: Pick<Webinar, "version">, { now }: Tools): string =>
  `${version} ${now.epochMilliseconds}`;
export const isAsSeen = (seen: string, { version }: Pick<Webinar, "version">): boolean =>
  seen.split(" ", 1)[0] === String(version);

/** The same of what counts from when it is: which hour that was. */
export const hourNow = (webinar: Pick<Webinar, "startsAt" | "hour">, { now }: Tools): string =>
  `${hourOf(webinar)} ${now.epochMilliseconds}`;
export const isAtSeen = (seen: string, webinar: Pick<Webinar, "startsAt" | "hour">): boolean =>
  seen.split(" ", 1)[0] === hourOf(webinar);
const hourOf = ({ startsAt, hour }: Pick<Webinar, "startsAt" | "hour">): string => `${startsAt}+${hour?.minutes}`;

const MOST = 5;
/** Somebody changed it since the preview was made: nothing is done, what was changed is said, and it can be made anew. */
export const changedSince = async (
  webinar: Webinar,
  { seen, again, tools }: { readonly seen: string; readonly again: Press; readonly tools: Tools },
): Promise<Reply> => {
  const { trx, at, voice } = tools;
  const { manage, bot } = voice.words;
  tools.note("nothing");
  const since = Number(seen.split(" ")[1] ?? Number.NaN);
  const found = Number.isSafeInteger(since)
    ? await listActs(trx, { about: [`webinar/${webinar.key}`], since }, MOST)
    : [];
  const acts = found.filter(({ refused }) => !refused).toReversed();
  const lines: Block<Press>[] = [];
  for (const act of acts) lines.push(text(await sayAct({ trx, at, voice, act })));
  return message(
    text(bold(manage.changedSince)),
    ...lines,
    buttons(
      { label: manage.previewAgain, press: again, style: "primary" },
      { label: bot.leave, press: press("leave") },
    ),
  );
};
