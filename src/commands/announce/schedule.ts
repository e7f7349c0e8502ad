import { type Asked, defineCommand, type Outside } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { CALLED_ALONE_MOST } from "../../core/network/calling.ts";
import type { Schedule } from "../../core/time/recurrence.ts";
import { mentionOption } from "../options/mention.ts";
import { placesOption } from "../options/places.ts";
import { scheduleOption } from "../options/schedule.ts";
import { wordOption } from "../options/text.ts";
import { languageTexts, textsOf, textUnless } from "../options/texts.ts";
import { webinarIfNamed } from "../options/webinar.ts";
import { inspectWanted, previewWanted, type Seen, type Wanted } from "./wanted.ts";

const others = { where: placesOption("announcements"), mention: mentionOption, webinar: webinarIfNamed };
const nowOptions = { text: textUnless("webinar"), ...others, ...languageTexts };
export const scheduleOptions = { text: textUnless("webinar"), when: scheduleOption, ...others, ...languageTexts };
const draftOptions = { ...scheduleOptions, draft: wordOption };

export const toWanted = (
  given: Asked<typeof nowOptions> & { readonly when?: Schedule | undefined; readonly draft?: string | undefined },
): Wanted => {
  const { when, where, mention, webinar, draft } = given;
  return { texts: textsOf(given), when, where, mention, webinar, draft };
};

export const schedule = defineCommand({
  name: "announce schedule",
  rank: "organiser",
  options: scheduleOptions,
  inspect: (given, outside) => inspectWanted(toWanted(given), outside),
  run: (given, tools, seen) => previewWanted(toWanted(given), tools, seen),
});

/** The same from a draft, which is one no more once it is scheduled. */
export const begin = defineCommand({
  name: "announce begin",
  rank: "organiser",
  hidden: true,
  options: draftOptions,
  inspect: (given, outside) => inspectWanted(toWanted(given), outside),
  run: (given, tools, seen) => previewWanted(toWanted(given), tools, seen),
});

const inspectNow = async (wanted: Wanted, outside: Outside): Promise<Seen> => {
  const seen = await inspectWanted(wanted, outside);
  // It would be out before anybody could agree.
  if (seen.chosen?.needsSecond === true)
    throw new UserError((words) => words.drafts.nowNeedsSecond(CALLED_ALONE_MOST), { option: "mention" });
  return seen;
};

/** The same look, and then at once. */
export const now = defineCommand({
  name: "announce now",
  rank: "organiser",
  options: nowOptions,
  inspect: (given, outside) => inspectNow(toWanted(given), outside),
  run: (given, tools, seen) => previewWanted(toWanted(given), tools, seen),
});
