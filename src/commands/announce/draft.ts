import { createHash } from "node:crypto";
import { type Asked, defineCommand, type Tools } from "../../core/bot/command.ts";
import { buttons, message, type Reply, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { bold, md } from "../../core/bot/text.ts";
import { writtenAccount } from "../../core/delivery/calling.ts";
import { announcedName, announcementPost } from "../../core/delivery/compose.ts";
import { momentOf } from "../../core/delivery/plan.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { scheduleSentence } from "../../core/say/recurrence.ts";
import { shortAt } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { type Kept, keep as keepText, listKept, rewriteKept, throwAway } from "../../core/store/kept.ts";
import type { Schedule } from "../../core/time/recurrence.ts";
import { type Drafted, draftName, draftOf, readDrafted, writtenDraft } from "../options/draft.ts";
import { checkLength, placesOption, writtenPlaces } from "../options/places.ts";
import { scheduleOption, writtenSchedule } from "../options/schedule.ts";
import { textOption, wordOption } from "../options/text.ts";
import { checkSaid, fieldFor, languageTexts, textsOf, writtenTexts } from "../options/texts.ts";
import { webinarIfNamed } from "../options/webinar.ts";

const options = {
  text: { ...textOption, required: false },
  when: { ...scheduleOption, required: false },
  where: placesOption("announcements"),
  webinar: webinarIfNamed,
  ...languageTexts,
} as const;

const toDrafted = (given: Asked<typeof options>): Drafted => {
  const { when, where, webinar } = given;
  return { texts: textsOf(given), when, where, webinar };
};

/** To its preview, with its channels by the names they have now; its time is asked for where it has none. */
export const scheduleDraft = (id: string, { texts, when, where, webinar }: Drafted): Press =>
  press(
    "announce begin",
    {
      draft: id,
      ...writtenTexts(texts),
      ...(when !== undefined && { when: writtenSchedule(when) }),
      ...(where.length > 0 && { where: writtenPlaces(where) }),
      ...(webinar !== undefined && { webinar: webinar.key }),
    },
    when === undefined ? ["when"] : undefined,
  );

/** "every Monday at 09:00 Tokyo", "Tue 1 Dec 2026, 18:00 Tokyo"; "1 day before the start" where its webinar is not known. */
const sayWhen = (when: Schedule, webinar: Webinar | undefined, voice: Voice): string => {
  const moment = when.kind === "recurring" ? undefined : momentOf(when, webinar);
  return moment === undefined ? scheduleSentence(voice, when) : shortAt(voice, moment.at);
};

/** More than anybody prepares at once; the answer is paged. */
const MOST = 50;

const listed = async (kept: Kept, tools: Tools) => {
  const { drafts } = tools.voice.words;
  const drafted = await readDrafted(kept, tools);
  const name = announcedName(tools.voice, drafted, drafted.webinar);
  const when = drafted.when === undefined ? drafts.noTime : sayWhen(drafted.when, drafted.webinar, tools.voice);
  const what = `draft/${kept.id}`;
  return [
    text(md`${bold(name)} · ${when}`, writtenPlaces(drafted.where)),
    buttons(
      { label: toLabel(drafts.look(name)), press: press("announce preview", { what }) },
      { label: toLabel(drafts.edit(name)), press: press("announce edit", { what }) },
      { label: toLabel(drafts.scheduleThis(name)), press: scheduleDraft(kept.id, drafted) },
      { label: toLabel(drafts.discard(name)), press: press("announce discard", { kept: kept.id }) },
    ),
  ];
};

const FORM = ["text", "when", "where", "webinar"];
const listOf = async (tools: Tools): Promise<Reply> => {
  const { drafts } = tools.voice.words;
  const all = await listKept(tools.trx, "draft", MOST);
  const lines = [];
  for (const one of all) lines.push(...(await listed(one, tools)));
  return message(
    text(bold(drafts.title), all.length === 0 ? drafts.none : undefined),
    ...lines,
    buttons({ label: drafts.begin, press: press("announce draft", {}, FORM) }),
  );
};

/** As people read it in the audit. */
const readable = (drafted: Drafted): Kept["options"] => ({
  ...writtenDraft(drafted),
  where: writtenPlaces(drafted.where),
});

/** Keeps it, anew or in the place of what it was, and answers with what can be done next. */
const keepDraft = async (drafted: Drafted, draft: string | undefined, tools: Tools): Promise<Reply> => {
  const { trx, now, asker, voice } = tools;
  const { drafts } = voice.words;
  const written = writtenDraft(drafted);
  const before = draft === undefined ? undefined : await draftOf(draft, tools);
  const id = before?.id ?? createHash("sha256").update(tools.id).digest("base64url").slice(0, 16);
  if (before === undefined) {
    const made = { madeBy: writtenAccount(asker.account), madeAt: now.epochMilliseconds };
    await keepText(trx, { id, kind: "draft", name: "", options: written, ...made });
  } else await rewriteKept(trx, before, written);
  const was = before && (await readDrafted(before, tools));
  tools.note({ about: `draft/${id}`, before: was ? readable(was) : {}, after: readable(drafted) });
  const name = await draftName({ options: written }, tools);
  return message(
    text(bold(drafts.kept(name)), drafted.when === undefined ? drafts.noTimeYet : undefined),
    buttons(
      { label: drafts.lookAtIt, press: press("announce preview", { what: `draft/${id}` }) },
      { label: drafts.schedule, press: scheduleDraft(id, drafted), style: "primary" },
      { label: drafts.title, press: press("announce draft") },
    ),
  );
};

/** Keeps an announcement for later, before all organisers; without anything, what is kept. */
export const draft = defineCommand({
  name: "announce draft",
  rank: "organiser",
  changes: true,
  options,
  async inspect(given, outside) {
    const { texts, when, where, webinar } = toDrafted(given);
    const compose = (voice: Voice) => announcementPost(voice, { texts, when }, webinar);
    await checkLength(outside, where, compose, (place) => fieldFor(texts, place));
  },
  async run(given, tools) {
    const drafted = toDrafted(given);
    const { texts, when, webinar } = drafted;
    if (Object.keys(texts).length === 0 && when === undefined && webinar === undefined) {
      tools.note("nothing");
      return listOf(tools);
    }
    checkSaid(texts, webinar);
    return keepDraft(drafted, undefined, tools);
  },
});

/** The same from a preview, which may be of a draft. */
export const keep = defineCommand({
  name: "announce keep",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { ...options, draft: { ...wordOption, required: false } },
  run: ({ draft: id, ...given }, tools) => keepDraft(toDrafted(given), id, tools),
});

/** Throws a draft or a template away. */
export const discard = defineCommand({
  name: "announce discard",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { kept: wordOption },
  async run({ kept: id }, tools) {
    const kept = await draftOf(id, tools);
    const isDraft = kept.kind === "draft";
    const name = isDraft ? await draftName(kept, tools) : kept.name;
    const before = isDraft ? readable(await readDrafted(kept, tools)) : kept.options;
    await throwAway(tools.trx, id);
    tools.note({ about: `${kept.kind}/${id}`, before, after: {} });
    const { drafts, templates } = tools.voice.words;
    const back = isDraft
      ? { label: drafts.title, press: press("announce draft") }
      : { label: templates.title, press: press("announce templates") };
    return message(text(drafts.discarded(name)), buttons(back));
  },
});
