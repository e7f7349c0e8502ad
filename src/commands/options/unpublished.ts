import type { Tools } from "../../core/bot/command.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { listDrafts } from "../../core/store/manage.ts";
import { readWebinar } from "../../core/store/webinars.ts";

/** Drafts at once: more than anybody prepares. */
const MOST = 25;

/** Webinars that only organisers know of. */
export const unpublished = async ({ trx }: Pick<Tools, "trx">): Promise<readonly Webinar[]> => {
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

/** Those that are meant by what was typed, the best first. */
export const unpublishedNamed = async (typed: string, tools: Pick<Tools, "trx">): Promise<readonly Webinar[]> =>
  bestMatches(typed, await unpublished(tools), textsOf);
