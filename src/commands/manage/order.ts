import { defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, note, type Reply, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import { managedOption } from "../options/managed.ts";
import { findPart, partKey, partOption, placedOption } from "../options/part.ts";
import { findTalk } from "../options/talk.ts";
import { wordOption } from "../options/text.ts";
import { differs, type Values, wasOption, writtenWas } from "./both.ts";
import { keep, partNow, partTitle, programmeOf, valuesOf } from "./programme.ts";
import { unchanged } from "./webinar.ts";

/** Where it comes to stand: 1 is first. */
const positionOption = {
  kind: "line",
  required: true,
  parse: (raw: string): number => Number(/^\d{1,3}$/u.exec(raw.normalize("NFKC").trim())?.[0] ?? 0),
} as const satisfies Option<number, true>;

/** The talks as they stand. */
const orderOf = (webinar: Webinar, { voice }: Tools): Values =>
  Object.fromEntries(webinar.talks.map((of) => [String(of.position), partTitle({ kind: "talk", of }, voice)]));
const written = (order: Values): readonly string[] => Object.entries(order).map(([n, title]) => `${n} ${title}`);

const put = (webinar: Webinar, { typed, to }: { typed: string; to: number }, tools: Tools): Promise<Reply> => {
  const talk = findTalk(webinar, typed, tools.voice);
  const { talks, roles } = programmeOf(webinar);
  if (to < 1 || to > talks.length)
    throw new UserError((words) => words.manage.notAPosition(talks.length), { option: "to" });
  if (to === talk.position) return unchanged(tools, webinar.key);
  const entry = talks[talk.position - 1];
  const others = talks.filter((one) => one !== entry);
  const moved = entry === undefined ? talks : others.toSpliced(to - 1, 0, entry);
  const title = partTitle({ kind: "talk", of: talk }, tools.voice);
  const change = { before: { talk: `${talk.position} ${title}` }, after: { talk: `${to} ${title}` } };
  return keep(webinar, { talks: moved, roles }, { tools, said: tools.voice.words.manage.talkMoved(to), change });
};

export const move = defineCommand({
  name: "manage talk move",
  rank: "organiser",
  changes: true,
  options: {
    talk: { ...placedOption, required: false },
    to: { ...positionOption, required: false },
    webinar: managedOption,
  },
  async run({ talk, to, webinar }, tools) {
    if (talk !== undefined && to !== undefined) return put(webinar, { typed: talk, to }, tools);
    // The form carries the order that is being looked at.
    const given = { ...(talk !== undefined && { talk }), ...(to !== undefined && { to: String(to) }) };
    const was = writtenWas(orderOf(webinar, tools));
    return press("manage talk place", { ...given, webinar: webinar.key, was }, ["talk", "to"]);
  },
});

/** What the form says, unless the order is not the one that was looked at: then both are shown. */
export const place = defineCommand({
  name: "manage talk place",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { talk: placedOption, to: positionOption, was: wasOption, webinar: managedOption },
  async run({ talk: typed, to, was, webinar }, tools) {
    const now = orderOf(webinar, tools);
    if (differs(was, now).length === 0) return put(webinar, { typed, to }, tools);
    const { manage, bot } = tools.voice.words;
    tools.note("nothing");
    const meant = was[typed.trim()];
    const found = meant === undefined ? undefined : Object.keys(now).find((n) => now[n] === meant);
    const mine = { talk: found ?? typed, to: String(to), webinar: webinar.key, was: writtenWas(now) };
    const isThere = meant === undefined || found !== undefined;
    return message(
      text(bold(manage.both)),
      text(bold(manage.orderWas), ...written(was)),
      text(bold(manage.orderIs), ...written(now)),
      text(manage.yours(manage.toPlace(meant ?? typed, to))),
      note(manage.decide),
      buttons(isThere && { label: manage.takeMine, press: press("manage talk place", mine), style: "primary" }, {
        label: bot.leave,
        press: press("leave"),
      }),
    );
  },
});

const ask = (webinar: Webinar, { key, was }: { key: string; was: Values }, { voice }: Tools, title: string) => {
  const { manage, bot } = voice.words;
  const carried = { talk: key, webinar: webinar.key, was: writtenWas(was) };
  return [
    text(bold(manage.removeAsk(title))),
    buttons(
      { label: manage.remove, press: press("manage talk drop", carried), style: "danger" },
      { label: bot.leave, press: press("leave") },
    ),
  ] as const;
};

export const remove = defineCommand({
  name: "manage talk remove",
  rank: "organiser",
  options: { talk: partOption, webinar: managedOption },
  async run({ talk: typed, webinar }, tools) {
    const { voice } = tools;
    const part = findPart(webinar, typed, voice);
    const { language } = await readNetwork(tools.trx);
    const was = { ...valuesOf(part, { language, voice }), "": partTitle(part, voice) };
    return message(...ask(webinar, { key: partKey(part), was }, tools, partTitle(part, voice)));
  },
});

export const drop = defineCommand({
  name: "manage talk drop",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { talk: wordOption, webinar: managedOption, was: wasOption },
  async run({ talk: key, webinar, was: shown }, tools) {
    const { voice } = tools;
    const { manage } = voice.words;
    const { "": title = "", ...was } = shown;
    const { language } = await readNetwork(tools.trx);
    const part = partNow(webinar, { key, was, language, voice });
    if (part === undefined) throw new UserError((words) => words.manage.takenOut);
    const now = valuesOf(part, { language, voice });
    const is = partTitle(part, voice);
    if (differs(was, now).length > 0) {
      tools.note("nothing");
      const asked = ask(webinar, { key: partKey(part), was: { ...now, "": is } }, tools, is);
      return message(text(bold(manage.both), manage.theirs(title, is)), ...asked);
    }
    const { talks, roles } = programmeOf(webinar);
    const programme =
      part.kind === "talk"
        ? { talks: talks.toSpliced(webinar.talks.indexOf(part.of), 1), roles }
        : { talks, roles: roles.toSpliced(webinar.roles.indexOf(part.of), 1) };
    const said = part.kind === "talk" ? manage.talkRemoved(programme.talks.length) : manage.roleRemoved(is);
    return keep(webinar, programme, { tools, said, change: { before: { talk: is } } });
  },
});
