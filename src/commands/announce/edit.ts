import { defineCommand, type Outside, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, note, type Reply, text } from "../../core/bot/message.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { askAgain } from "../../core/delivery/approval.ts";
import { announcedName, announcementPost, beginning } from "../../core/delivery/compose.ts";
import { placesOf } from "../../core/delivery/out.ts";
import { CALLED_ALONE_MOST } from "../../core/network/calling.ts";
import type { Wordings } from "../../core/network/wordings.ts";
import type { Language } from "../../core/words/language.ts";
import { checkLength } from "../options/places.ts";
import { whatOption } from "../options/posted.ts";
import { textOption, wordOption } from "../options/text.ts";
import {
  checkSaid,
  fieldFor,
  type GivenTexts,
  languageTexts,
  optionOf,
  type TextOption,
  tagOf,
  textOptions,
} from "../options/texts.ts";
import { wordNotes, writeButtons } from "./missing.ts";
import { fieldsShown, readTarget, saveTexts, shownTexts, type Target } from "./target.ts";

const options = {
  what: whatOption({ kinds: ["announcement"], drafts: true }),
  text: { ...textOption, required: false },
  ...languageTexts,
} as const;

/** What a form showed when it was opened, by field: what is sent in with it is held against that. */
type Shown = Readonly<Partial<Record<TextOption, string>>>;
const shownOption = {
  kind: "paragraph",
  required: true,
  parse: (raw: string): Shown => {
    try {
      const shown: unknown = JSON.parse(raw);
      if (typeof shown === "object" && shown !== null) return shown;
    } catch {}
    throw new UserError((words) => words.bot.lostPress);
  },
} as const;

const isTextOption = (name: string): name is TextOption => (textOptions as readonly string[]).includes(name);

/** The form with what is said now. What it shows goes along, so that two who edit see each other. */
const formOf = (target: Target, fields: readonly TextOption[]): Press => {
  const shown = shownTexts(target, fields);
  const was = JSON.stringify(shown);
  return press("announce rewrite", { what: target.what, fields: fields.join(","), was, ...shown }, fields);
};

/** The form with one language's field, for which nothing is written yet. */
export const writePress = (what: string, language: Language): Press =>
  press("announce rewrite", { what, fields: optionOf(language), was: "{}" }, [optionOf(language)]);

type Changes = ReadonlyMap<TextOption, string | undefined>;
const withChanges = (texts: Wordings, changes: Changes): Wordings =>
  Object.fromEntries(
    textOptions.flatMap((name) => {
      const text = changes.has(name) ? changes.get(name) : texts[tagOf(name)];
      return text === undefined ? [] : [[tagOf(name), text]];
    }),
  );

type Platforms = Outside["platforms"];
/** Whether it fits is asked of the platforms' own rendering, which asks nobody. */
const inspect = async (_given: unknown, { platforms }: Outside): Promise<Platforms> => platforms;

/** Refuses what says nothing, or too much for where it is shown, beside the field. */
const check = async ({ where, when, webinar, texts }: Target, { trx }: Tools, platforms: Platforms): Promise<void> => {
  checkSaid(texts, webinar);
  await checkLength(
    { platforms, read: (look) => look(trx) },
    where,
    (voice) => announcementPost(voice, { texts, when }, webinar),
    (place) => fieldFor(texts, place),
  );
};

const apply = async (
  target: Target,
  changes: Changes,
  { tools, platforms }: { tools: Tools; platforms: Platforms },
) => {
  const { voice, trx } = tools;
  const { correct, manage, menu } = voice.words;
  const texts = withChanges(target.texts, changes);
  const list = buttons({ label: menu["announce list"].title, press: press("announce list") });
  if (JSON.stringify(texts) === JSON.stringify(withChanges(target.texts, new Map()))) {
    tools.note("nothing");
    return message(text(manage.nothingChanged), list);
  }
  const now = { ...target, texts };
  await check(now, tools, platforms);
  const corrected = await saveTexts(target, texts, tools);
  const asked = { by: tools.asker.account.name, now: tools.now.epochMilliseconds };
  const isAsked = await askAgain(trx, target.what, asked);
  const names = [...changes.keys()];
  tools.note({ about: target.what, before: onlyOf(target.texts, names), after: onlyOf(texts, names) });
  const said = [...changes.values()].filter((one) => one !== undefined);
  const remarks = wordNotes(now, voice);
  const fallback = announcedName(voice, now, target.webinar);
  return message(
    text(
      ...(said.length === 0 ? [fallback] : said).map((one) => bold(correct.rewritten(beginning(one)))),
      corrected.length === 0 ? undefined : correct.correctedIn(voice.words.list(await placesOf(trx, corrected))),
      isAsked ? voice.words.mention.second(CALLED_ALONE_MOST) : undefined,
    ),
    remarks.length === 0 ? undefined : note(...remarks),
    buttons(
      ...writeButtons(now, voice, (language) => writePress(target.what, language)),
      { label: voice.words.drafts.lookAtIt, press: press("announce preview", { what: target.what }) },
      { label: menu["announce list"].title, press: press("announce list") },
    ),
  );
};

const onlyOf = (texts: Wordings, names: readonly TextOption[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, texts[tagOf(name)] ?? ""]));

/** Other words for an announcement: what is still to come says them, what is out there is corrected in place. */
export const edit = defineCommand({
  name: "announce edit",
  rank: "organiser",
  changes: true,
  options,
  inspect,
  async run({ what, ...given }, tools, platforms): Promise<Reply | Press> {
    const target = await readTarget(what, tools);
    const changes = changesOf(given);
    return changes.size === 0 ? formOf(target, fieldsShown(target)) : apply(target, changes, { tools, platforms });
  },
});

const changesOf = (given: GivenTexts): ReadonlyMap<TextOption, string> =>
  new Map(
    textOptions.flatMap((name) => {
      const text = given[name];
      return text === undefined ? [] : [[name, text] as const];
    }),
  );

/** What was changed in a form, and not only shown in it; an emptied field is a change. */
const changedIn = (fields: string, was: Shown, given: GivenTexts) =>
  new Map(
    fields
      .split(",")
      .filter(isTextOption)
      .filter((name) => given[name] !== was[name])
      .map((name) => [name, given[name]] as const),
  );

/** What a filled-in form changes. Somebody may have changed the same meanwhile: then its sender sees both, and decides. */
export const rewrite = defineCommand({
  name: "announce rewrite",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { ...options, fields: wordOption, was: shownOption },
  inspect,
  async run({ what, fields, was, ...given }, tools, platforms) {
    const target = await readTarget(what, tools);
    const mine = changedIn(fields, was, given);
    const current = shownTexts(target, [...mine.keys()]);
    const both = [...mine].filter(([name, text]) => current[name] !== was[name] && current[name] !== text);
    if (both.length === 0) return apply(target, mine, { tools, platforms });
    tools.note("nothing");
    const { drafts, manage, menu, bot } = tools.voice.words;
    const names = menu["announce edit"].options;
    const own = Object.fromEntries([...mine].flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));
    const again = { what, fields: [...mine.keys()].join(","), was: JSON.stringify(current), ...own };
    return message(
      text(bold(drafts.both)),
      ...both.map(([name, text_]) =>
        text(bold(names[name]), manage.theirs(was[name] ?? "", current[name] ?? ""), manage.yours(text_ ?? "")),
      ),
      note(manage.decide),
      buttons(
        { label: manage.takeMine, press: press("announce rewrite", again), style: "primary" },
        { label: bot.leave, press: press("leave") },
      ),
    );
  },
});
