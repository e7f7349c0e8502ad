import { defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { buttons, message, type Reply, text } from "../../core/bot/message.ts";
import { isOnePage } from "../../core/bot/page.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { questionWhat } from "../../core/delivery/plan.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { sayAct } from "../../core/say/act.ts";
import { announcementsOf } from "../../core/store/announcements.ts";
import { listActs, namesInActs } from "../../core/store/audit.ts";
import type { Transaction } from "../../core/store/database.ts";
import { managedOption } from "../options/managed.ts";
import { wordOption } from "../options/text.ts";

const MOST = 12;
const NAMES_MOST = 200;

const byOption = {
  kind: "line",
  required: false,
  parse: (raw: string): string => raw.trim().replace(/^@/u, ""),
  suggest: async (typed: string, { trx }: Tools) =>
    bestMatches(typed, await namesInActs(trx, NAMES_MOST), (name) => [name]).map((name) => ({
      label: toLabel(name),
      value: name,
    })),
} as const satisfies Option<string>;

/** A webinar for admins, drafts as well; naming none means everything. */
const aboutOption = {
  kind: "line",
  required: false,
  pick: "one",
  parse: managedOption.parse,
  suggest: managedOption.suggest,
} as const satisfies Option<Webinar>;

interface Asked {
  readonly by: string | undefined;
  readonly webinar: Webinar | undefined;
  readonly before?: string;
}

/** It, its questions and what is announced of it. */
const allOf = async (trx: Transaction, { key, questions }: Webinar): Promise<readonly string[]> => [
  `webinar/${key}`,
  ...questions.map(questionWhat),
  ...(await announcementsOf(trx, key)).map(({ id }) => `announcement/${id}`),
];

const page = async ({ by, webinar, before }: Asked, { trx, voice, at }: Tools): Promise<Reply> => {
  const { audit: words, bot } = voice.words;
  const about = webinar && (await allOf(trx, webinar));
  const found = await listActs(trx, { by, about, before }, MOST + 1);
  if (found.length === 0) {
    if (before !== undefined) return message(text(words.noMore));
    return message(text(by === undefined && about === undefined ? words.none : words.nothingFits));
  }
  const said = await Promise.all(found.map((act) => sayAct({ trx, at, voice, act })));
  const filter = { ...(by !== undefined && { by }), ...(webinar && { webinar: webinar.key }) };
  const pageOf = (most: number): Reply => {
    const last = found.slice(0, most).at(-1);
    const isMore = found.length > most && last !== undefined;
    return message(
      text(bold(words.title)),
      ...said.slice(0, most).map((line) => text(line)),
      buttons(isMore && { label: bot.more, press: press("rostrum older", { before: last.id, ...filter }) }),
    );
  };
  for (let most = Math.min(MOST, found.length); ; most--) {
    const reply = pageOf(most);
    if (most <= 1 || isOnePage(reply)) return reply;
  }
};

/** Who did what, when, with what before and after; and who was refused. */
export const audit = defineCommand({
  name: "rostrum audit",
  rank: "admin",
  options: { by: byOption, webinar: aboutOption },
  run: (asked, tools) => page(asked, tools),
});

/** What was done before the last line shown. */
export const older = defineCommand({
  name: "rostrum older",
  rank: "admin",
  hidden: true,
  options: { before: wordOption, by: byOption, webinar: aboutOption },
  run: (asked, tools) => page(asked, tools),
});
