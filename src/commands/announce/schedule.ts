import { createHash } from "node:crypto";
import { type Asked, defineCommand, type Outside, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, note, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { planApproval } from "../../core/delivery/approval.ts";
import { writtenAccount } from "../../core/delivery/calling.ts";
import { announcementPost } from "../../core/delivery/compose.ts";
import { planAnnouncement } from "../../core/delivery/plan.ts";
import { CALLED_ALONE_MOST, callingName } from "../../core/network/calling.ts";
import { type Place, placeName } from "../../core/network/place.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { strip } from "../../core/say/time.ts";
import type { Voice } from "../../core/say/voice.ts";
import { addAnnouncement } from "../../core/store/announcements.ts";
import { addDeliveries } from "../../core/store/deliveries.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import { nextWebinar, readWebinar } from "../../core/store/webinars.ts";
import type { Schedule } from "../../core/time/recurrence.ts";
import { mentionOption } from "../options/mention.ts";
import {
  askedOnce,
  checkPlaces,
  exactPlaces,
  placesOption,
  standingOf,
  unsureNote,
  writtenPlaces,
} from "../options/places.ts";
import { comingOf, scheduleOption, writtenSchedule } from "../options/schedule.ts";
import { textOption, wordOption } from "../options/text.ts";
import { webinarIfNamed } from "../options/webinar.ts";
import { type Chosen, callingIn, callingSentence, checkCalling, exactMention, writtenMention } from "./calling.ts";
import { previewOf } from "./preview.ts";

const options = {
  text: textOption,
  when: scheduleOption,
  where: placesOption("announcements"),
  mention: mentionOption,
  webinar: webinarIfNamed,
};
type Given = Asked<typeof options>;
const ASK = Object.keys(options);

/** What "1w before" counts from when no webinar is named: the next one. */
const webinarFor = async (
  when: Schedule,
  named: Webinar | undefined,
  tools: Pick<Tools, "trx" | "now">,
): Promise<Webinar | undefined> => {
  if (named !== undefined || when.kind !== "relative") return named;
  const head = await nextWebinar(tools.trx, tools.now);
  return head === undefined ? undefined : readWebinar(tools.trx, head.key);
};

/** As it stands in a button: the time in full, so that "+2d" does not move on while somebody thinks. */
const carriedOf = ({ text: words, when, where }: Given, webinar: Webinar | undefined, chosen: Chosen | undefined) => ({
  text: words,
  when: writtenSchedule(when),
  where: writtenPlaces(where),
  ...(chosen !== undefined && { mention: writtenMention(chosen.calling) }),
  ...(webinar !== undefined && { webinar: webinar.key }),
});

/** For the button that does it: what was previewed and nothing else, whatever is set up or renamed meanwhile. */
const exactOf = ({ where }: Given, chosen: Chosen | undefined, { at }: Tools) => ({
  where: exactPlaces(where),
  ...(chosen !== undefined && { mention: exactMention(chosen.calling, at.platform) }),
});

const callsIn = (voice: Voice, chosen: Chosen, place: Place) => {
  const calling = callingIn(chosen, place);
  return {
    said: callingSentence(voice, chosen, place),
    line: calling && callingName(calling, place.at.platform),
  };
};

/** What the platforms said before: whom the post may call, and where nobody could look whether it arrived. */
interface Seen {
  readonly chosen: Chosen | undefined;
  readonly unsure: readonly Place[];
}

/** Reads everything back before it is confirmed: what goes where, when that is for everyone, and what happens if it is late. */
const preview = async (given: Given, tools: Tools, { chosen, unsure }: Seen) => {
  const { voice } = tools;
  const { announce, bot, mention, recurrence } = voice.words;
  const webinar = await webinarFor(given.when, given.webinar, tools);
  const { at, said, dates, notes } = comingOf(given.when, webinar, { tools, voice });
  const network = await readNetwork(tools.trx);
  const carried = carriedOf(given, webinar, chosen);
  const id = createHash("sha256").update(tools.id).digest("base64url").slice(0, 16);
  return message(
    text(bold(announce.previewTitle(said)), strip(voice, at.toInstant()), ...notes),
    dates.length === 0 ? undefined : text(...dates),
    { block: "divider" },
    ...previewOf(voice, {
      places: given.where,
      network,
      compose: (there) => announcementPost(there, given.text, webinar),
      ...(chosen !== undefined && { calls: (place: Place) => callsIn(voice, chosen, place) }),
    }),
    note(
      chosen?.needsSecond === true ? mention.second(CALLED_ALONE_MOST) : undefined,
      announce.promise,
      announce.late.announcement,
      given.when.kind === "recurring" ? recurrence.late : undefined,
      given.when.kind === "relative" ? announce.late.relative : undefined,
    ),
    unsureNote(unsure, voice),
    buttons(
      {
        label: announce.schedule,
        press: press("announce confirm", { id, ...carried, ...exactOf(given, chosen, tools) }),
        style: "primary",
      },
      { label: bot.change, press: press("announce schedule", carried, ASK) },
      { label: bot.leave, press: press("leave") },
    ),
  );
};

/** What the platforms say of a place, and of whom the asker may call there if anybody is to be called. */
const standingFor = ({ mention }: Given, outside: Outside) =>
  askedOnce((place) => standingOf(outside, place, mention && outside.asker.account));

export const schedule = defineCommand({
  name: "announce schedule",
  rank: "organiser",
  options,
  inspect: async (given, outside) => {
    const webinar = await outside.read((trx) =>
      webinarFor(given.when, given.webinar, { trx, now: outside.clock.now() }),
    );
    const standing = standingFor(given, outside);
    const compose = (voice: Voice) => announcementPost(voice, given.text, webinar);
    const unsure = await checkPlaces(outside, given.where, compose, standing);
    const chosen = await checkCalling(outside, given, { standing });
    const composeCalling = (voice: Voice, place: Place) => {
      const calls = callingIn(chosen, place);
      return calls === undefined ? compose(voice) : { ...compose(voice), calls };
    };
    if (chosen !== undefined) await checkPlaces(outside, given.where, composeCalling, standing);
    return { chosen, unsure };
  },
  run: preview,
});

const askSecond = async (
  given: Given & { readonly id: string },
  chosen: Chosen,
  { tools, at }: { tools: Tools; at: Temporal.ZonedDateTime },
): Promise<void> => {
  const called = given.where.filter((place) => callingIn(chosen, place) !== undefined);
  const [first] = called;
  if (first === undefined) return;
  const { id, text: words, when } = given;
  const by = tools.asker.account.name;
  const calls = (voice: Voice) =>
    called.map((place) => voice.words.places.mayNot(placeName(place), callingSentence(voice, chosen, place)));
  await planApproval(
    tools.trx,
    { id, text: words, by, to: first.at, when, at: at.toInstant(), calls },
    tools.now.epochMilliseconds,
  );
};

export const confirm = defineCommand({
  name: "announce confirm",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { id: wordOption, ...options },
  // Whoever pressed it a day later must have the right still.
  inspect: (given, outside) => {
    const change = press("announce schedule", carriedOf(given, given.webinar, undefined), ASK);
    return checkCalling(outside, given, { standing: standingFor(given, outside), change });
  },
  async run(given, tools, chosen) {
    const { voice } = tools;
    const { announce, mention, recurrence } = voice.words;
    const change = press("announce schedule", carriedOf(given, given.webinar, chosen), ASK);
    const { at, said } = comingOf(given.when, given.webinar, { tools, voice, change });
    const { account } = tools.asker;
    const isNew = await addAnnouncement(tools.trx, {
      id: given.id,
      text: given.text,
      webinar: given.webinar?.key,
      when: given.when,
      madeBy: writtenAccount(account),
      madeAt: tools.now.epochMilliseconds,
      mention: chosen?.calling,
      approval: chosen?.needsSecond === true ? "asked" : undefined,
    });
    if (!isNew) throw new UserError((words) => words.announce.already);
    const calls = (place: Place): boolean => callingIn(chosen, place) !== undefined;
    const one = { id: given.id, when: given.when, dueAt: at.epochMilliseconds, webinar: given.webinar, calls };
    await addDeliveries(tools.trx, planAnnouncement(one, given.where));
    if (chosen?.needsSecond === true) await askSecond(given, chosen, { tools, at });
    const places = voice.words.list(given.where.map(placeName));
    return message(
      text(
        bold(given.when.kind === "recurring" ? recurrence.scheduled(said, places) : announce.scheduled(said, places)),
        strip(voice, at.toInstant()),
        chosen?.needsSecond === true ? mention.second(CALLED_ALONE_MOST) : undefined,
      ),
      buttons(
        { label: announce.takeBack, press: press("announce cancel", { what: `announcement/${given.id}` }) },
        { label: voice.words.menu["announce list"].title, press: press("announce list") },
      ),
    );
  },
});
