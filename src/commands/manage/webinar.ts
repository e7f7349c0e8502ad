import { randomBytes } from "node:crypto";
import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { type Button, buttons, divider, message, note, type Reply, text } from "../../core/bot/message.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { replanWebinar } from "../../core/delivery/replan.ts";
import { fold } from "../../core/network/fold.ts";
import { isOpen, type Webinar } from "../../core/network/webinar.ts";
import { programmeCard, webinarName } from "../../core/say/webinar.ts";
import { addDraft, type Edit, editWebinar, isKeyFree, nextEdition } from "../../core/store/manage.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import { readWebinar } from "../../core/store/webinars.ts";
import { managedOption } from "../options/managed.ts";
import { startChange, startOption, writtenStart } from "../options/start.ts";
import { wordOption } from "../options/text.ts";
import { lineIfGiven, lineOption, linkOption, minutesOption } from "../options/value.ts";
import { changedSince, isAsSeen, seenNow } from "./both.ts";

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
export const managed = async (tools: Tools, key: string, said: string, remark?: string): Promise<Reply> => {
  const webinar = await readWebinar(tools.trx, key);
  if (webinar === undefined) throw new UserError((words) => words.bot.lostPress);
  const { voice } = tools;
  const { manage } = voice.words;
  const isDraft = webinar.status === "draft";
  return message(
    text(bold(said), remark, isDraft ? manage.hidden : undefined),
    divider,
    ...programmeCard(voice, webinar, tools),
    buttons(
      { label: manage.addTalk, press: press("manage talk add", { webinar: key }, TALK_FIELDS) },
      { label: manage.addRole, press: press("manage talk add", { webinar: key, role: "discussant" }, ROLE_FIELDS) },
      { label: manage.edit, press: press("manage webinar edit", { webinar: key }) },
      isDraft
        ? { label: manage.publish, press: press("manage webinar publish", { webinar: key }), style: "primary" }
        : isOpen(webinar) && announceButton(tools, webinar),
    ),
  );
};
/** What was sent in is what is there. */
export const unchanged = (tools: Tools, key: string): Promise<Reply> => {
  tools.note("nothing");
  return managed(tools, key, tools.voice.words.manage.nothingChanged);
};
export const TALK_FIELDS = ["speaker", "affiliation", "country", "title", "about"];
export const ROLE_FIELDS = ["role", "speaker", "affiliation", "country"];

const announceButton = ({ voice }: Tools, { key }: Webinar): Button<Press> => ({
  label: voice.words.menu["announce schedule"].title,
  press: press("announce schedule", { webinar: key }, ["text", "when", "where"]),
});

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
    return managed(tools, key, tools.voice.words.manage.created, startChange(tools, start));
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
          press: press("manage webinar release", { webinar: webinar.key, version: seenNow(webinar, tools) }),
          style: "primary",
        },
        { label: manage.edit, press: press("manage webinar edit", { webinar: webinar.key }) },
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
    if (!isAsSeen(version, webinar) || !(await editWebinar(tools.trx, webinar, { edit: { status: "planned" }, now })))
      return changedSince(webinar, {
        seen: version,
        again: press("manage webinar publish", { webinar: webinar.key }),
        tools,
      });
    await replanWebinar(tools.trx, webinar.key, now);
    tools.note({ about: `webinar/${webinar.key}`, before: { status: "draft" }, after: { status: "planned" } });
    return managed(tools, webinar.key, tools.voice.words.manage.released(name));
  },
});
