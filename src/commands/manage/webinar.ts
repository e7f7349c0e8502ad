import { randomBytes } from "node:crypto";
import { type Asked, defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { type Button, buttons, divider, message, note, type Reply, text } from "../../core/bot/message.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { replanWebinar } from "../../core/delivery/replan.ts";
import { fold } from "../../core/network/fold.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { say } from "../../core/say/voice.ts";
import { programmeCard, webinarName } from "../../core/say/webinar.ts";
import { addDraft, type Edit, editWebinar, isKeyFree, nextEdition } from "../../core/store/manage.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import { readWebinar } from "../../core/store/webinars.ts";
import { managedOption } from "../options/managed.ts";
import { startOption, writtenStart } from "../options/start.ts";
import { wordOption } from "../options/text.ts";
import { lineIfGiven, lineOption, linkOption, minutesOption } from "../options/value.ts";

/** What a webinar takes where nobody says so. */
const USUAL_MINUTES = 90;
/** Longest key that public buttons carry beside a command (src/record/shapes.ts). */
const KEY_MOST = 45;

/** "learning-cities-x7k2": never with the date in it, which may change. */
const newKey = async ({ trx }: Tools, title: string): Promise<string> => {
  const slug = fold(title)
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
  for (;;) {
    const key = [slug.slice(0, KEY_MOST - 7).replace(/-+$/u, ""), randomBytes(3).toString("hex")]
      .filter((part) => part !== "")
      .join("-");
    if (await isKeyFree(trx, key)) return key;
  }
};

/** The webinar as it is now, and what can be done with it next. */
export const managed = async (tools: Tools, key: string, said: string): Promise<Reply> => {
  const webinar = await readWebinar(tools.trx, key);
  if (webinar === undefined) throw new UserError((words) => words.bot.lostPress);
  const { voice } = tools;
  const { manage } = voice.words;
  const isDraft = webinar.status === "draft";
  return message(
    text(bold(said), isDraft ? manage.hidden : undefined),
    divider,
    ...programmeCard(voice, webinar, tools),
    buttons(
      { label: manage.addTalk, press: press("manage talk add", { webinar: key }, TALK_FIELDS) },
      { label: manage.edit, press: editForm(webinar, tools) },
      isDraft
        ? { label: manage.publish, press: press("manage webinar publish", { webinar: key }), style: "primary" }
        : announceButton(tools, webinar),
    ),
  );
};
export const TALK_FIELDS = ["speaker", "affiliation", "country", "title", "about"];

const announceButton = ({ voice }: Tools, { key }: Webinar): Button<Press> => ({
  label: voice.words.menu["announce schedule"].title,
  press: press("announce schedule", { webinar: key }, ["text", "when", "where"]),
});

/** The form with what is known; what was known when it was opened goes along, so that two who edit see each other. */
const editForm = (webinar: Webinar, { voice }: Pick<Tools, "voice">): Press =>
  press(
    "manage webinar change",
    {
      webinar: webinar.key,
      version: String(webinar.version),
      title: say(voice, webinar.title),
      ...(webinar.subtitle && { subtitle: say(voice, webinar.subtitle) }),
      ...(webinar.hour && { minutes: String(webinar.hour.minutes) }),
      ...(webinar.link && { link: webinar.link }),
    },
    ["title", "subtitle", "minutes", "link"],
  );

export const create = defineCommand({
  name: "manage webinar create",
  rank: "organiser",
  changes: true,
  options: { title: lineOption, start: startOption, subtitle: lineIfGiven, minutes: minutesOption, link: linkOption },
  async run({ title, start, subtitle, minutes = USUAL_MINUTES, link }, tools) {
    const { language } = await readNetwork(tools.trx);
    const next = await nextEdition(tools.trx);
    const key = await newKey(tools, title);
    const edit: Edit = {
      date: start.date,
      hour: start.hour && { ...start.hour, minutes },
      ...(subtitle !== undefined && { subtitle: { [language]: subtitle } }),
      ...(link !== undefined && { link }),
    };
    const draft = { key, series: next?.series, edition: next?.edition, title: { [language]: title }, edit };
    await addDraft(tools.trx, draft, tools.now.epochMilliseconds);
    const more = { ...(subtitle && { subtitle }), ...(link && { link }) };
    const after = { title, start: writtenStart(start), minutes: String(minutes), ...more };
    tools.note({ about: `webinar/${key}`, after });
    return managed(tools, key, tools.voice.words.manage.created);
  },
});

const fields = { title: lineIfGiven, subtitle: lineIfGiven, minutes: minutesOption, link: linkOption };
type Given = Asked<typeof fields>;

/** What the values change, and how people read it before and after. */
const toEdit = (webinar: Webinar, given: Given, language: string) => {
  const edit: { -readonly [K in keyof Edit]: Edit[K] } = {};
  const before: Record<string, string> = {};
  const after: Record<string, string> = {};
  const change = (name: string, was: string | undefined, is: string | undefined): boolean => {
    if (is === undefined || is === was) return false;
    before[name] = was ?? "";
    after[name] = is;
    return true;
  };
  if (given.title !== undefined && change("title", webinar.title[language], given.title))
    edit.title = { ...webinar.title, [language]: given.title };
  if (given.subtitle !== undefined && change("subtitle", webinar.subtitle?.[language], given.subtitle))
    edit.subtitle = { ...webinar.subtitle, [language]: given.subtitle };
  if (given.link !== undefined && change("link", webinar.link, given.link)) edit.link = given.link;
  const { hour } = webinar;
  const { minutes } = given;
  if (minutes !== undefined && hour !== undefined && change("minutes", String(hour.minutes), String(minutes))) {
    edit.date = webinar.date;
    edit.hour = { ...hour, minutes };
  }
  return { edit, before, after };
};

const apply = async (webinar: Webinar, given: Given, tools: Tools): Promise<Reply> => {
  const { language } = await readNetwork(tools.trx);
  const { edit, before, after } = toEdit(webinar, given, language);
  const { manage } = tools.voice.words;
  if (Object.keys(after).length === 0) return managed(tools, webinar.key, manage.nothingChanged);
  await editWebinar(tools.trx, webinar, { edit, now: tools.now.epochMilliseconds });
  await replanWebinar(tools.trx, webinar.key, tools.now.epochMilliseconds);
  tools.note({ about: `webinar/${webinar.key}`, before, after });
  return managed(tools, webinar.key, manage.changed);
};

export const edit = defineCommand({
  name: "manage webinar edit",
  rank: "organiser",
  changes: true,
  options: { webinar: managedOption, ...fields },
  async run({ webinar, ...given }, tools) {
    // Nothing given: the form, filled with what is known.
    return Object.values(given).every((value) => value === undefined)
      ? editForm(webinar, tools)
      : apply(webinar, given, tools);
  },
});

/** What a filled-in form changes. Somebody may have changed the same meanwhile: then its sender sees both, and decides. */
export const change = defineCommand({
  name: "manage webinar change",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { webinar: managedOption, version: wordOption, ...fields },
  async run({ webinar, version, ...given }, tools) {
    if (version === String(webinar.version)) return apply(webinar, given, tools);
    const { language } = await readNetwork(tools.trx);
    const { before, after } = toEdit(webinar, given, language);
    const { manage, menu, bot } = tools.voice.words;
    const names: Readonly<Record<string, string>> = menu["manage webinar change"].options;
    const mine = { webinar: webinar.key, version: String(webinar.version), ...after };
    return message(
      text(bold(manage.both)),
      ...Object.keys(after).map((name) =>
        text(bold(names[name] ?? name), manage.theirs(before[name] ?? ""), manage.yours(after[name] ?? "")),
      ),
      note(manage.decide),
      buttons(
        { label: manage.takeMine, press: press("manage webinar change", mine), style: "primary" },
        { label: bot.leave, press: press("leave") },
      ),
    );
  },
});

/** What everybody will see, before everybody sees it. */
export const publish = defineCommand({
  name: "manage webinar publish",
  rank: "organiser",
  options: { webinar: managedOption },
  async run({ webinar }, tools) {
    const { voice } = tools;
    const { manage, bot } = voice.words;
    if (webinar.status !== "draft") throw new UserError((words) => words.manage.published(webinarName(voice, webinar)));
    return message(
      text(bold(manage.publishAsk)),
      divider,
      ...programmeCard(voice, webinar, tools),
      webinar.startsAt === undefined ? note(manage.noHour) : undefined,
      buttons(
        {
          label: manage.publish,
          press: press("manage webinar release", { webinar: webinar.key, version: String(webinar.version) }),
          style: "primary",
        },
        { label: manage.edit, press: editForm(webinar, tools) },
        { label: bot.leave, press: press("leave") },
      ),
    );
  },
});

export const release = defineCommand({
  name: "manage webinar release",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { webinar: managedOption, version: wordOption },
  async run({ webinar, version }, tools) {
    const name = webinarName(tools.voice, webinar);
    if (webinar.status !== "draft") throw new UserError((words) => words.manage.published(name));
    const now = tools.now.epochMilliseconds;
    const isSame = version === String(webinar.version);
    if (!isSame || !(await editWebinar(tools.trx, webinar, { edit: { status: "planned" }, now })))
      throw new UserError((words) => words.manage.changedSince, {
        offer: (words) => [
          { label: words.manage.publish, press: press("manage webinar publish", { webinar: webinar.key }) },
        ],
      });
    await replanWebinar(tools.trx, webinar.key, now);
    tools.note({ about: `webinar/${webinar.key}`, before: { status: "draft" }, after: { status: "planned" } });
    return managed(tools, webinar.key, tools.voice.words.manage.released(name));
  },
});
