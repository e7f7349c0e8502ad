import { defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { planApproval } from "../../core/delivery/approval.ts";
import { writtenAccount } from "../../core/delivery/calling.ts";
import { announcedName } from "../../core/delivery/compose.ts";
import { planAnnouncement } from "../../core/delivery/plan.ts";
import { CALLED_ALONE_MOST } from "../../core/network/calling.ts";
import { type Place, placeName } from "../../core/network/place.ts";
import { strip } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { addAnnouncement } from "../../core/store/announcements.ts";
import { addDeliveries } from "../../core/store/deliveries.ts";
import { throwAway } from "../../core/store/kept.ts";
import type { Schedule } from "../../core/time/recurrence.ts";
import { changedSince, isAtSeen } from "../manage/both.ts";
import { writtenPlaces } from "../options/places.ts";
import { comingOf, scheduleOption, writtenSchedule } from "../options/schedule.ts";
import { wordOption } from "../options/text.ts";
import { languageTexts, textUnless, writtenTexts } from "../options/texts.ts";
import { type Chosen, callingIn, callingSentence, checkCalling } from "./calling.ts";
import { scheduleOptions, toWanted } from "./schedule.ts";
import { againOf, carriedOf, changeOf, checkOn, standingFor, type Wanted } from "./wanted.ts";

const options = {
  id: wordOption,
  ...scheduleOptions,
  ...languageTexts,
  text: textUnless("webinar"),
  when: { ...scheduleOption, required: false },
  draft: { ...wordOption, required: false },
  version: { ...wordOption, required: false },
} as const;

type Confirmed = Wanted & { readonly id: string; readonly when: Schedule };

const askSecond = async (
  one: Confirmed,
  chosen: Chosen,
  { tools, at }: { tools: Tools; at: Temporal.ZonedDateTime },
): Promise<void> => {
  const called = one.where.filter((place) => callingIn(chosen, place) !== undefined);
  const [first] = called;
  if (first === undefined) return;
  const by = tools.asker.account.name;
  const calls = (voice: Voice) =>
    called.map((place) => voice.words.places.mayNot(placeName(place), callingSentence(voice, chosen, place)));
  const name = (voice: Voice) => announcedName(voice, one, one.webinar);
  await planApproval(
    tools.trx,
    { id: one.id, version: 0, name, by, to: first.at, when: one.when, at: at.toInstant(), calls },
    tools.now.epochMilliseconds,
  );
};

const add = async (
  one: Confirmed,
  chosen: Chosen | undefined,
  { tools, at }: { tools: Tools; at: Temporal.Instant },
) => {
  const { trx, asker } = tools;
  const { id, texts, when, where, webinar } = one;
  // Somebody else may have scheduled the same draft.
  if (one.draft !== undefined && !(await throwAway(trx, one.draft))) throw new UserError((words) => words.drafts.gone);
  const isNew = await addAnnouncement(trx, {
    id,
    texts,
    webinar: webinar?.key,
    when,
    madeBy: writtenAccount(asker.account),
    madeAt: tools.now.epochMilliseconds,
    mention: chosen?.calling,
    approval: chosen?.needsSecond === true ? "asked" : undefined,
  });
  if (!isNew) throw new UserError((words) => words.announce.already);
  const calls = (place: Place): boolean => callingIn(chosen, place) !== undefined;
  await addDeliveries(trx, planAnnouncement({ id, when, dueAt: at.epochMilliseconds, webinar, calls }, where));
  tools.note({
    about: `announcement/${id}`,
    after: { ...writtenTexts(texts), when: writtenSchedule(when), where: writtenPlaces(where) },
  });
};

/** Schedules what was previewed; without a moment it goes out at once. */
export const confirm = defineCommand({
  name: "announce confirm",
  rank: "organiser",
  changes: true,
  hidden: true,
  options,
  // Whoever pressed it a day later must have the right still.
  inspect: (given, outside) => {
    const wanted = toWanted(given);
    const change = changeOf(wanted, undefined);
    return checkCalling(outside, given, { standing: standingFor(wanted, outside), change });
  },
  async run({ id, version, ...given }, tools, chosen) {
    const { voice } = tools;
    const { announce, drafts, mention, recurrence, menu } = voice.words;
    const wanted = toWanted(given);
    const { webinar, where } = wanted;
    checkOn(webinar, voice);
    if (version !== undefined && webinar !== undefined && !isAtSeen(version, webinar)) {
      const again = press(againOf(wanted), carriedOf(wanted, chosen));
      return changedSince(webinar, { seen: version, again, tools });
    }
    const now = tools.now.toZonedDateTimeISO(voice.zone);
    const when = wanted.when ?? {
      kind: "wall",
      wall: now.toPlainDateTime().toString({ smallestUnit: "minute" }),
      zone: voice.zone,
    };
    const { at, said } =
      wanted.when === undefined
        ? { at: now, said: "" }
        : comingOf(wanted.when, webinar, { tools, voice, change: changeOf(wanted, chosen) });
    const one = { ...wanted, id, when };
    await add(one, chosen, { tools, at: at.toInstant() });
    if (chosen?.needsSecond === true) await askSecond(one, chosen, { tools, at });
    const places = voice.words.list(where.map(placeName));
    const done = when.kind === "recurring" ? recurrence.scheduled(said, places) : announce.scheduled(said, places);
    const isNow = wanted.when === undefined;
    return message(
      text(
        bold(isNow ? drafts.postingNow(places) : done),
        isNow ? undefined : strip(voice, at.toInstant()),
        chosen?.needsSecond === true ? mention.second(CALLED_ALONE_MOST) : undefined,
      ),
      buttons(!isNow && { label: announce.takeBack, press: press("announce stop", { what: `announcement/${id}` }) }, {
        label: menu["announce list"].title,
        press: press("announce list"),
      }),
    );
  },
});
