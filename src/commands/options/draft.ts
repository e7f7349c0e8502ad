import type { Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { announcedName } from "../../core/delivery/compose.ts";
import type { Place } from "../../core/network/place.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import type { Wordings } from "../../core/network/wordings.ts";
import { type Kept, readKept } from "../../core/store/kept.ts";
import type { Schedule } from "../../core/time/recurrence.ts";
import { exactPlaces, placesNow, placesOption } from "./places.ts";
import { scheduleOption, writtenSchedule } from "./schedule.ts";
import { textsOf, writtenTexts } from "./texts.ts";
import { webinarIfNamed } from "./webinar.ts";

/** What is drafted of an announcement, read as it is meant now. */
export interface Drafted {
  readonly texts: Wordings;
  readonly when: Schedule | undefined;
  readonly where: readonly Place[];
  readonly webinar: Webinar | undefined;
}

const announcing = placesOption("announcements");

/** What cannot be meant any more (a channel or a webinar that is gone) is left out, and shows in the preview. */
const still = async <T>(read: () => T | Promise<T>): Promise<T | undefined> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
};

export const readDrafted = async ({ options }: Pick<Kept, "options">, tools: Tools): Promise<Drafted> => {
  const { when, where, webinar } = options;
  const chosen = where === undefined ? [] : await placesNow(where, "announcements", tools);
  return {
    texts: textsOf(options),
    when: when === undefined ? undefined : await still(() => scheduleOption.parse(when, tools)),
    where: chosen.length > 0 ? chosen : ((await still(() => announcing.otherwise(tools))) ?? []),
    webinar: webinar === undefined ? undefined : await still(() => webinarIfNamed.parse(webinar, tools)),
  };
};

/** As it is kept: a moment in full, channels by address, whatever they are called later. */
export const writtenDraft = ({ texts, when, where, webinar }: Drafted): Kept["options"] => ({
  ...writtenTexts(texts),
  ...(when !== undefined && { when: writtenSchedule(when) }),
  ...(where.length > 0 && { where: exactPlaces(where) }),
  ...(webinar !== undefined && { webinar: webinar.key }),
});

/** The draft, or a sentence that it is gone. */
export const draftOf = async (id: string, { trx }: Pick<Tools, "trx">): Promise<Kept> => {
  const kept = await readKept(trx, id);
  if (kept === undefined) throw new UserError((words) => words.drafts.gone);
  return kept;
};

export const draftName = async (kept: Pick<Kept, "options">, tools: Tools): Promise<string> => {
  const drafted = await readDrafted(kept, tools);
  return announcedName(tools.voice, drafted, drafted.webinar);
};
