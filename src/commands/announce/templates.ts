import { createHash } from "node:crypto";
import type { Options } from "../../core/bot/call.ts";
import { defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, note, type Reply, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { writtenAccount } from "../../core/delivery/calling.ts";
import { beginning } from "../../core/delivery/compose.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import { fold } from "../../core/network/fold.ts";
import { UNSAID, type Wordings } from "../../core/network/wordings.ts";
import { hasPlaceholder, textIn } from "../../core/say/announcement.ts";
import { type Kept, keep, listKept, rewriteKept } from "../../core/store/kept.ts";
import { listPlaces } from "../../core/store/spaces.ts";
import { lastWebinar, nextWebinar } from "../../core/store/webinars.ts";
import { languages } from "../../core/words/language.ts";
import { wordsIn } from "../../core/words/words.ts";
import { textOption } from "../options/text.ts";
import { checkSaid, fieldsOf, languageTexts, optionOf, textsOf, writtenTexts } from "../options/texts.ts";
import { labelOption } from "../options/wording.ts";

/** Texts that organisers begin an announcement from: a few that come with the bot in every language, and their own. */

const USUAL = ["call", "reminder", "thanks"] as const;
const usualTexts = (one: (typeof USUAL)[number]): Wordings =>
  Object.fromEntries(languages.map((language) => [language, wordsIn(language).templates.usual[one].text]));

interface Template {
  readonly name: string;
  readonly texts: Wordings;
  /** Of an organisers' own. */
  readonly kept?: Kept;
  readonly isThanks?: boolean;
}

const MOST = 50;

const allOf = async ({ trx, voice }: Tools): Promise<readonly Template[]> => [
  ...(await listKept(trx, "template", MOST)).map((kept) => ({
    name: kept.name,
    texts: textsOf(kept.options),
    kept,
  })),
  ...USUAL.map((one) => ({
    name: voice.words.templates.usual[one].name,
    texts: usualTexts(one),
    isThanks: one === "thanks",
  })),
];

/** A form has five fields: its words in the languages of the places, the moment, and the webinar that they name. */
const MOST_TEXTS = 3;

/** Whose title and date its words ask for: of thanks the last one, else the next. */
const aboutOf = async ({ texts, isThanks }: Template, { trx, now }: Tools): Promise<Options> => {
  if (!Object.values(texts).some(hasPlaceholder)) return {};
  const next = await nextWebinar(trx, now);
  const webinar = isThanks ? ((await lastWebinar(trx, now)) ?? next) : next;
  return webinar === undefined ? {} : { webinar: webinar.key };
};

/** The form of a new announcement with the words in it. */
const useOf = async (template: Template, tools: Tools): Promise<Press> => {
  const { texts } = template;
  const places = await listPlaces(tools.trx, "announcements");
  const spoken = languages.filter((language) => places.some((place) => place.language === language));
  const isUsed = (tag: string): boolean => tag === UNSAID || spoken.some((language) => language === tag);
  const used = Object.fromEntries(Object.entries(texts).filter(([tag]) => isUsed(tag)));
  const said = Object.keys(used).length === 0 ? texts : used;
  const fields = [...fieldsOf(said).slice(0, MOST_TEXTS), "when", "webinar"];
  return press("announce schedule", { ...writtenTexts(said), ...(await aboutOf(template, tools)) }, fields);
};

const shown = async (template: Template, tools: Tools) => {
  const { templates } = tools.voice.words;
  const { name, texts, kept } = template;
  return [
    text(bold(name), textIn(texts, tools.voice.language)),
    buttons(
      { label: toLabel(templates.use(name)), press: await useOf(template, tools) },
      kept && {
        label: toLabel(tools.voice.words.drafts.discard(name)),
        press: press("announce discard", { kept: kept.id }),
      },
    ),
  ];
};

const named = {
  kind: "line",
  required: false,
  pick: "one",
  parse: async (raw: string, tools: Tools): Promise<Template> => {
    const [found] = bestMatches(raw, await allOf(tools), ({ name }) => [name]);
    if (found === undefined)
      throw new UserError((words) => words.templates.notFound(raw), {
        offer: (words) => [{ label: words.templates.title, press: press("announce templates") }],
      });
    return found;
  },
  suggest: async (typed: string, tools: Tools) =>
    bestMatches(typed, await allOf(tools), ({ name }) => [name]).map(({ name }) => ({
      label: toLabel(name),
      value: name,
    })),
} as const satisfies Option<Template>;

const FORM = ["name", "text", ...languages.map(optionOf)];

/** What organisers begin from; with a name, that one in the form of a new announcement. */
export const templates = defineCommand({
  name: "announce templates",
  rank: "organiser",
  options: { name: named },
  async run({ name: chosen }, tools): Promise<Reply | Press> {
    if (chosen !== undefined) return useOf(chosen, tools);
    const { words } = tools.voice;
    const blocks = [];
    for (const one of await allOf(tools)) blocks.push(...(await shown(one, tools)));
    const places = await listPlaces(tools.trx, "announcements");
    const spoken = languages.filter((language) => places.some((place) => place.language === language));
    const fields = FORM.filter((field) => field === "name" || spoken.some((one) => optionOf(one) === field));
    return message(
      text(bold(words.templates.title)),
      ...blocks,
      note(words.templates.placeholders),
      buttons({
        label: words.templates.begin,
        press: press("announce template", {}, fields.length > 1 ? fields : FORM),
      }),
    );
  },
});

/** Keeps words under a name; the same name again is the same template. */
export const template = defineCommand({
  name: "announce template",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: {
    name: labelOption,
    text: { ...textOption, required: false },
    ...languageTexts,
  },
  async run({ name, ...given }, tools) {
    const { trx, now, asker, voice } = tools;
    const texts = textsOf(given);
    checkSaid(texts, undefined);
    const options = writtenTexts(texts);
    const before = (await listKept(trx, "template", MOST)).find((one) => fold(one.name) === fold(name));
    const id = before?.id ?? createHash("sha256").update(tools.id).digest("base64url").slice(0, 16);
    if (before === undefined) {
      const made = { madeBy: writtenAccount(asker.account), madeAt: now.epochMilliseconds };
      await keep(trx, { id, kind: "template", name, options, ...made });
    } else await rewriteKept(trx, before, options);
    tools.note({ about: `template/${id}`, before: before?.options ?? {}, after: options });
    const { templates: said } = voice.words;
    return message(
      text(
        bold(before === undefined ? said.kept(name) : said.replaced(name)),
        ...Object.values(texts).map((one) => beginning(one)),
      ),
      buttons(
        {
          label: toLabel(said.use(name)),
          press: await useOf({ name, texts }, tools),
        },
        { label: said.title, press: press("announce templates") },
      ),
    );
  },
});
