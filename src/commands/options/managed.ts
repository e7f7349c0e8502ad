import type { Option, Tools } from "../../core/bot/command.ts";
import { toLabel } from "../../core/bot/plain.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { say } from "../../core/say/voice.ts";
import { readWebinar } from "../../core/store/webinars.ts";
import { unpublished, unpublishedNamed } from "./unpublished.ts";
import { webinarOption } from "./webinar.ts";

/** A webinar for who manages it: drafts as well, and a draft is what is meant when nothing is named. */
export const managedOption = {
  ...webinarOption,
  parse: async (raw: string, tools: Tools): Promise<Webinar> => {
    const exact = await readWebinar(tools.trx, raw.trim());
    return exact ?? (await unpublishedNamed(raw, tools))[0] ?? webinarOption.parse(raw, tools);
  },
  suggest: async (typed: string, tools: Tools) => [
    ...(await unpublishedNamed(typed, tools)).map((one) => ({
      label: toLabel(tools.voice.words.manage.draftNamed(say(tools.voice, one.title))),
      value: one.key,
    })),
    ...(await webinarOption.suggest(typed, tools)),
  ],
  otherwise: async (tools: Tools): Promise<Webinar> => (await unpublished(tools))[0] ?? webinarOption.otherwise(tools),
} as const satisfies Option<Webinar>;
