import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { buttons, message, type Reply, text } from "../../core/bot/message.ts";
import { isOnePage } from "../../core/bot/page.ts";
import { press } from "../../core/bot/press.ts";
import { bold, md, type Text } from "../../core/bot/text.ts";
import { platformNames } from "../../core/network/place.ts";
import { shortAt } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { type Act, listActs } from "../../core/store/audit.ts";
import { wordOption } from "../options/text.ts";

const MOST = 12;

/** "Tue 24 Nov 2026, 09:12 Tokyo · Oki (Discord) · /manage webinar edit", and below it what was and what is. */
const line = (voice: Voice, act: Act): Text => {
  const { audit, date } = voice.words;
  const at = Temporal.Instant.fromEpochMilliseconds(act.at).toZonedDateTimeISO(voice.zone);
  const who = date.aside(act.by.name, platformNames[act.by.platform]);
  const names = [...new Set([...Object.keys(act.before), ...Object.keys(act.after)])];
  const changes = names.map(
    (name) => `\n${name}${date.colon}${audit.change(act.before[name] ?? "", act.after[name] ?? "")}`,
  );
  const refused = act.refused ? ` · ${audit.refused}` : "";
  const about = act.about === "" ? "" : ` · ${act.about}`;
  return md`${shortAt(voice, at)} · ${bold(who)} · /${act.act}${about}${refused}${changes.join("")}`;
};

const page = async (before: string | undefined, { trx, voice }: Tools): Promise<Reply> => {
  const { audit: words, bot } = voice.words;
  const found = await listActs(trx, { before, limit: MOST + 1 });
  if (found.length === 0) return message(text(before === undefined ? words.none : words.noMore));
  const pageOf = (most: number): Reply => {
    const shown = found.slice(0, most);
    const last = shown.at(-1);
    const isMore = found.length > most && last !== undefined;
    return message(
      text(bold(words.title)),
      ...shown.map((act) => text(line(voice, act))),
      buttons(isMore && { label: bot.more, press: press("rostrum older", { before: last.id }) }),
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
  options: {},
  run: (_asked, tools) => page(undefined, tools),
});

/** What was done before the last line shown. */
export const older = defineCommand({
  name: "rostrum older",
  rank: "admin",
  hidden: true,
  options: { before: wordOption },
  run: ({ before }, tools) => page(before, tools),
});
