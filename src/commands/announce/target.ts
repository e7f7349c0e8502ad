import type { Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { stepWords } from "../../core/delivery/compose.ts";
import { correctPosts } from "../../core/delivery/correction.ts";
import { placesAt } from "../../core/delivery/out.ts";
import type { Place } from "../../core/network/place.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { UNSAID, type Wordings } from "../../core/network/wordings.ts";
import { missingIn } from "../../core/say/announcement.ts";
import { toVoice } from "../../core/say/voice.ts";
import { changeAnnouncement, readAnnouncement } from "../../core/store/announcements.ts";
import { type Delivery, deliveriesOf, pending, stands } from "../../core/store/deliveries.ts";
import { readKept, rewriteKept } from "../../core/store/kept.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import { readWebinar } from "../../core/store/webinars.ts";
import type { Schedule } from "../../core/time/recurrence.ts";
import { languages } from "../../core/words/language.ts";
import { readDrafted, writtenDraft } from "../options/draft.ts";
import { optionOf, type TextOption, tagOf } from "../options/texts.ts";

/** What is announced or drafted, as its words are changed and looked at. */
export interface Target {
  /** "announcement/…", "draft/…" */
  readonly what: string;
  readonly texts: Wordings;
  readonly when: Schedule | undefined;
  readonly webinar: Webinar | undefined;
  /** Where it stands or will, each place once. */
  readonly where: readonly Place[];
  /** What became of it; of a draft nothing has. */
  readonly rows: readonly Delivery[];
  /** What a step says that nobody has written, by language. */
  readonly composed: Wordings;
  readonly version: number;
}

const readDraft = async (id: string, tools: Tools): Promise<Omit<Target, "composed"> | undefined> => {
  const kept = await readKept(tools.trx, id);
  if (kept === undefined) return undefined;
  const drafted = await readDrafted(kept, tools);
  return { what: `draft/${id}`, ...drafted, rows: [], version: kept.version };
};

const readAnnounced = async (id: string, { trx }: Tools): Promise<Omit<Target, "composed"> | undefined> => {
  const announcement = await readAnnouncement(trx, id);
  if (announcement === undefined) return undefined;
  const what = `announcement/${id}`;
  const rows = await deliveriesOf(trx, what);
  const live = rows.filter((row) => pending.includes(row.state) || stands(row));
  if (live.length === 0) throw new UserError((words) => words.correct.over);
  const where = await placesAt(trx, live);
  const { texts, when, version } = announcement;
  const webinar = announcement.webinar === undefined ? undefined : await readWebinar(trx, announcement.webinar);
  return { what, texts, when, webinar, where, rows, version };
};

export const readTarget = async (what: string, tools: Tools): Promise<Target> => {
  const [kind = "", id = ""] = what.split("/");
  const target = kind === "draft" ? await readDraft(id, tools) : await readAnnounced(id, tools);
  if (target === undefined)
    throw new UserError((words) => (kind === "draft" ? words.drafts.gone : words.bot.lostPress));
  const network = await readNetwork(tools.trx);
  const said = languages.map((language) => [language, stepWords(toVoice(language, network), target.when)] as const);
  return { ...target, composed: Object.fromEntries(said.filter(([, words]) => words !== "")) };
};

/** Discord's modal has five parts. */
const MOST_FIELDS = 5;

/** What a form asks for: the text for all where there is one, and each language that is spoken or written. */
export const fieldsShown = ({ texts, where, composed }: Target): readonly TextOption[] => {
  const spoken = languages.filter((language) => where.some((place) => place.language === language));
  const isForAll = texts[UNSAID] !== undefined;
  const nothing = Object.keys(texts).length + Object.keys(composed).length === 0;
  const wanted = isForAll ? missingIn(texts, spoken) : nothing ? [] : spoken;
  const own = languages.filter((language) => texts[language] !== undefined || wanted.includes(language));
  return [...(isForAll || nothing ? ["text" as const] : []), ...own.map(optionOf)].slice(0, MOST_FIELDS);
};

/** What stands in these fields: what is written, else what the record says in its place. */
export const shownTexts = (
  { texts, composed }: Pick<Target, "texts" | "composed">,
  fields: readonly TextOption[],
): Readonly<Partial<Record<TextOption, string>>> =>
  Object.fromEntries(
    fields.flatMap((name) => {
      const tag = tagOf(name);
      const text = texts[tag] ?? (texts[UNSAID] === undefined ? composed[tag] : undefined);
      return text === undefined ? [] : [[name, text]];
    }),
  );

/** Answers which posts are corrected by it. */
export const saveTexts = async (target: Target, texts: Wordings, tools: Tools): Promise<readonly Delivery[]> => {
  const { trx, now } = tools;
  const [kind, id = ""] = target.what.split("/");
  const { when, where, webinar, version } = target;
  const one = { id, version };
  const saved =
    kind === "draft"
      ? await rewriteKept(trx, one, writtenDraft({ texts, when, where, webinar }))
      : await changeAnnouncement(trx, one, { texts });
  if (!saved) throw new UserError((words) => words.drafts.both);
  return kind === "draft" ? [] : correctPosts(trx, target.rows, now.epochMilliseconds);
};
