import type { Address } from "../../core/bot/call.ts";
import { defineCommand, type Option, type Outside, type Tools } from "../../core/bot/command.ts";
import { PlatformError, UserError } from "../../core/bot/errors.ts";
import { type Button, buttons, message, text } from "../../core/bot/message.ts";
import { type Press, press } from "../../core/bot/press.ts";
import { cancelReminders, planReminders, remindAt } from "../../core/delivery/remind.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { toPost } from "../../core/say/post.ts";
import { longAt } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { dropReminders, putReminder, remindersOf } from "../../core/store/reminders.ts";
import { readWebinar } from "../../core/store/webinars.ts";
import type { Words } from "../../core/words/words.ts";
import { wordOption } from "../options/text.ts";
import { webinarOption } from "../options/webinar.ts";

/** How long before the start, as people write it → ISO 8601. */
const BEFORE: Readonly<Record<keyof Words["remind"]["before"], string>> = {
  "1w": "P7D",
  "1d": "P1D",
  "1h": "PT1H",
  "10m": "PT10M",
  start: "PT0S",
};
type Before = keyof typeof BEFORE;
const isBefore = (raw: string): raw is Before => Object.hasOwn(BEFORE, raw);
const befores = Object.keys(BEFORE).filter(isBefore);

const beforeOption = {
  kind: "choice",
  required: false,
  from: befores.map((value) => ({ value, label: (words: Words) => words.remind.before[value] })),
  parse: (raw: string): Before => {
    const typed = raw.normalize("NFKC").trim().toLowerCase();
    if (!isBefore(typed)) throw new UserError((words) => words.bot.notAChoice(befores.join(", ")));
    return typed;
  },
  otherwise: (): Before => "1h",
} as const satisfies Option<Before>;

/** When the reminder would come; throws UserError where it cannot. */
const momentOf = (
  voice: Voice,
  webinar: Webinar,
  { before, now }: { before: Before; now: Temporal.Instant },
): number => {
  const name = webinarName(voice, webinar);
  if (webinar.status !== "planned") throw new UserError((words) => words.remind.over(name));
  if (webinar.startsAt === undefined) throw new UserError((words) => words.remind.noHour(name));
  if (webinar.startsAt <= now.epochMilliseconds) throw new UserError((words) => words.remind.over(name));
  const at = remindAt(webinar.startsAt, BEFORE[before]);
  if (at <= now.epochMilliseconds)
    throw new UserError((words) => words.remind.past(words.remind.before[before]), {
      offer: (words) =>
        befores
          .filter((one) => remindAt(webinar.startsAt ?? 0, BEFORE[one]) > now.epochMilliseconds)
          .map((one) => remindButton(words.remind.before[one], webinar, one)),
    });
  return at;
};

const remindButton = (label: string, { key }: Webinar, before: Before): Button<Press> => ({
  label,
  press: press("webinar remind", { webinar: key, before }),
});

const writtenAt = (voice: Voice, ms: number): string =>
  longAt(voice, Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(voice.zone));

/** The person's direct messages, proved open by a first message there: whether they are is not to be found out otherwise. */
const openDirect = async (
  { webinar, before }: { readonly webinar: Webinar; readonly before: Before },
  outside: Outside,
): Promise<Address> => {
  const { account } = outside.asker;
  const { voice } = outside;
  const at = momentOf(voice, webinar, { before, now: outside.clock.now() });
  const [known] = await outside.read((trx) => remindersOf(trx, webinar.key, account));
  if (known !== undefined) return known.to;
  const platform = outside.platforms.get(account.platform);
  if (platform === undefined) throw new UserError((words) => words.remind.closed[account.platform]);
  const words = voice.words.remind;
  const said = message(
    text(words.here(webinarName(voice, webinar), writtenAt(voice, at))),
    buttons({ label: words.stop, press: press("webinar unremind", { webinar: webinar.key }) }),
  );
  try {
    return await platform.direct(account, toPost(said, voice.words));
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const isClosed = error.fault === "place" || error.fault === "content";
    throw new UserError(({ remind }) => (isClosed ? remind.closed[account.platform] : remind.unsure), {
      offer: (words) => [remindButton(words.remind.again, webinar, before)],
    });
  }
};

const others = (voice: Voice, webinar: Webinar, { set, now }: { set: readonly string[]; now: Temporal.Instant }) =>
  befores
    .filter((one) => !set.includes(BEFORE[one]))
    .filter((one) => remindAt(webinar.startsAt ?? 0, BEFORE[one]) > now.epochMilliseconds)
    .map((one) => remindButton(voice.words.remind.before[one], webinar, one));

export const remind = defineCommand({
  name: "webinar remind",
  rank: "member",
  changes: true,
  options: { webinar: webinarOption, before: beforeOption },
  inspect: openDirect,
  async run({ webinar, before }, tools: Tools, to) {
    const { voice, now, trx, asker } = tools;
    const at = momentOf(voice, webinar, { before, now });
    await putReminder(trx, {
      webinar: webinar.key,
      user: asker.account.user,
      to,
      before: BEFORE[before],
      language: voice.language,
      zone: voice.zone,
    });
    await planReminders(trx, webinar, now.epochMilliseconds);
    const set = (await remindersOf(trx, webinar.key, asker.account)).map((one) => one.before);
    const { remind: words } = voice.words;
    return message(
      text(words.set(webinarName(voice, webinar), writtenAt(voice, at)), words.follows),
      buttons(...others(voice, webinar, { set, now }), stopButton(voice, webinar.key)),
    );
  },
});

const stopButton = ({ words }: Voice, webinar: string): Button<Press> => ({
  label: words.remind.stop,
  press: press("webinar unremind", { webinar }),
});

/** Also pressed in direct messages, which are in no space. */
export const unremind = defineCommand({
  name: "webinar unremind",
  rank: "member",
  changes: true,
  hidden: true,
  anywhere: true,
  options: { webinar: wordOption },
  async run({ webinar: key }, { trx, asker, voice }) {
    const reminders = await remindersOf(trx, key, asker.account);
    const webinar = await readWebinar(trx, key);
    if (reminders.length === 0 || webinar === undefined) throw new UserError((words) => words.remind.noneSet);
    await cancelReminders(trx, key, reminders);
    await dropReminders(trx, key, asker.account);
    return message(text(voice.words.remind.stopped(webinarName(voice, webinar))));
  },
});
