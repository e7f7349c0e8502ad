import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import type { Reply } from "../../core/bot/message.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { replanWebinar } from "../../core/delivery/replan.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import type { Wordings } from "../../core/network/wordings.ts";
import { say, type Voice } from "../../core/say/voice.ts";
import { type Edit, editWebinar } from "../../core/store/manage.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import { managedOption } from "../options/managed.ts";
import { wordOption } from "../options/text.ts";
import { lineIfGiven, linkOption, minutesOption } from "../options/value.ts";
import { languageIfGiven } from "../options/wording.ts";
import { decide, differs, merged, type Values, wasOption, writtenWas } from "./both.ts";
import { managed, unchanged } from "./webinar.ts";

const FIELDS = ["title", "subtitle", "minutes", "link"];
const fields = { title: lineIfGiven, subtitle: lineIfGiven, minutes: minutesOption, link: linkOption };

interface In {
  /** The language that title and subtitle are written in. */
  readonly language: string;
}

/** What the form shows: the wording in its language, else the one that is to be translated. */
const valuesOf = (webinar: Webinar, { language, voice }: In & { readonly voice: Voice }): Values => {
  const shown = (wordings: Wordings | undefined) => wordings && (wordings[language] ?? say(voice, wordings));
  const { hour, link } = webinar;
  const [title, subtitle] = [shown(webinar.title), shown(webinar.subtitle)];
  return {
    ...(title && { title }),
    ...(subtitle && { subtitle }),
    ...(hour && { minutes: String(hour.minutes) }),
    ...(link && { link }),
  };
};

const only = (values: Readonly<Record<string, string | number | undefined>>): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

const toEdit = (
  webinar: Webinar,
  { language, now, values }: In & { readonly now: Values; readonly values: Values },
): Edit => {
  const names = differs(now, values);
  const { hour, date } = webinar;
  const { title, subtitle, minutes, link } = values;
  const { [language]: _was, ...others } = webinar.subtitle ?? {};
  const subtitles = subtitle === undefined ? others : { ...others, [language]: subtitle };
  if (names.includes("minutes") && hour === undefined)
    throw new UserError((words) => words.manage.noHourYet, { option: "minutes" });
  return {
    ...(names.includes("title") && title !== undefined && { title: { ...webinar.title, [language]: title } }),
    ...(names.includes("subtitle") && { subtitle: Object.keys(subtitles).length === 0 ? undefined : subtitles }),
    ...(names.includes("link") && { link }),
    ...(names.includes("minutes") && hour && { date, hour: { ...hour, minutes: Number(minutes ?? hour.minutes) } }),
  };
};

const apply = async (
  webinar: Webinar,
  { language, values }: In & { readonly values: Values },
  tools: Tools,
): Promise<Reply> => {
  const { manage } = tools.voice.words;
  const now = valuesOf(webinar, { language, voice: tools.voice });
  const edit = toEdit(webinar, { language, now, values });
  if (Object.keys(edit).length === 0) return unchanged(tools, webinar.key);
  const at = tools.now.epochMilliseconds;
  await editWebinar(tools.trx, webinar, { edit, now: at });
  await replanWebinar(tools.trx, webinar.key, at);
  const pick = (of: Values): Values => Object.fromEntries(differs(now, values).map((name) => [name, of[name] ?? ""]));
  // A wording that there was none of in this language replaces nothing.
  const isNew = webinar.title[language] === undefined && edit.title !== undefined;
  const before = { ...pick(now), ...(isNew && { title: "" }) };
  tools.note({ about: `webinar/${webinar.key}`, before, after: { ...pick(values), ...(isNew && { language }) } });
  return managed(tools, webinar.key, manage.changed);
};

const changePress = (
  { key }: Webinar,
  { language, was, values }: In & { readonly was: Values; readonly values: Values },
  ask?: readonly string[],
): Press => press("manage webinar change", { webinar: key, language, was: writtenWas(was), ...values }, ask);

export const edit = defineCommand({
  name: "manage webinar edit",
  rank: "organiser",
  changes: true,
  options: { webinar: managedOption, ...fields, language: languageIfGiven },
  async run({ webinar, language: asked, ...given }, tools) {
    const language = asked ?? (await readNetwork(tools.trx)).language;
    const now = valuesOf(webinar, { language, voice: tools.voice });
    const values = only(given);
    if (Object.keys(values).length > 0) return apply(webinar, { language, values: { ...now, ...values } }, tools);
    // Nothing given: the form, filled with what is known.
    return changePress(webinar, { language, was: now, values: now }, FIELDS);
  },
});

/** What a filled-in form changes. Somebody may have changed the same meanwhile: then its sender sees both, and decides. */
export const change = defineCommand({
  name: "manage webinar change",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: {
    webinar: managedOption,
    was: wasOption,
    language: wordOption,
    ...fields,
    title: { ...lineIfGiven, required: true },
  },
  async run({ webinar, was, language, ...given }, tools) {
    const now = valuesOf(webinar, { language, voice: tools.voice });
    // How long it takes is not taken away by an empty field.
    const yours = { ...only({ minutes: was.minutes }), ...only(given) };
    const values = merged(now, { was, yours });
    if (differs(was, now).length === 0) return apply(webinar, { language, values }, tools);
    const { options } = tools.voice.words.menu["manage webinar change"];
    return decide(
      { was, now, yours },
      { tools, names: options, mine: changePress(webinar, { language, was: now, values }) },
    );
  },
});
