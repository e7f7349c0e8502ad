import type { Option, Tools } from "../../core/bot/command.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { say } from "../../core/say/voice.ts";
import { listDrafts } from "../../core/store/manage.ts";
import { readWebinar } from "../../core/store/webinars.ts";
import { webinarOption } from "./webinar.ts";

/** Drafts at once: more than anybody prepares. */
const MOST = 25;

const drafts = async ({ trx }: Tools): Promise<readonly Webinar[]> => {
  const found: Webinar[] = [];
  for (const key of await listDrafts(trx, MOST)) {
    const webinar = await readWebinar(trx, key);
    if (webinar !== undefined) found.push(webinar);
  }
  return found;
};

const textsOf = ({ key, title, edition }: Webinar): readonly string[] => [
  key,
  ...Object.values(title),
  ...(edition === undefined ? [] : [String(edition)]),
];

/** A webinar for who manages it: drafts as well, and a draft is what is meant when nothing is named. */
export const managedOption = {
  ...webinarOption,
  parse: async (raw: string, tools: Tools): Promise<Webinar> => {
    const exact = await readWebinar(tools.trx, raw.trim());
    const [draft] = exact === undefined ? bestMatches(raw, await drafts(tools), textsOf) : [exact];
    return draft ?? webinarOption.parse(raw, tools);
  },
  suggest: async (typed: string, tools: Tools) => [
    ...bestMatches(typed, await drafts(tools), textsOf).map((one) => ({
      label: toLabel(tools.voice.words.manage.draftNamed(say(tools.voice, one.title))),
      value: one.key,
    })),
    ...(await webinarOption.suggest(typed, tools)),
  ],
  otherwise: async (tools: Tools): Promise<Webinar> => (await drafts(tools))[0] ?? webinarOption.otherwise(tools),
} as const satisfies Option<Webinar>;
