import { createHash } from "node:crypto";
import { type Asked, defineCommand, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, note, text } from "../../core/bot/message.ts";
import { press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { announcementPost } from "../../core/delivery/compose.ts";
import { planAnnouncement } from "../../core/delivery/plan.ts";
import { type Place, placeName } from "../../core/network/place.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { longAt, strip } from "../../core/say/time.ts";
import { addAnnouncement } from "../../core/store/announcements.ts";
import { addDeliveries } from "../../core/store/deliveries.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import { nextWebinar, readWebinar } from "../../core/store/webinars.ts";
import type { When } from "../../core/time/moment.ts";
import { checkPlaces, exactPlaces, placesOption, unsureNote, writtenPlaces } from "../options/places.ts";
import { textOption, wordOption } from "../options/text.ts";
import { webinarIfNamed } from "../options/webinar.ts";
import { changeSentence, toComing, whenOption, writtenWhen } from "../options/when.ts";
import { previewOf } from "./preview.ts";

const options = { text: textOption, when: whenOption, where: placesOption("announcements"), webinar: webinarIfNamed };
type Given = Asked<typeof options>;

/** What "1w before" counts from when no webinar is named: the next one. */
const webinarFor = async (
  when: When,
  named: Webinar | undefined,
  tools: Pick<Tools, "trx" | "now">,
): Promise<Webinar | undefined> => {
  if (named !== undefined || when.kind === "wall") return named;
  const head = await nextWebinar(tools.trx, tools.now);
  return head === undefined ? undefined : readWebinar(tools.trx, head.key);
};

/** As it stands in a button: the time in full, so that "+2d" does not move on while somebody thinks. */
const carriedOf = ({ text: words, when, where }: Given, webinar: Webinar | undefined) => ({
  text: words,
  when: writtenWhen(when),
  where: writtenPlaces(where),
  ...(webinar !== undefined && { webinar: webinar.key }),
});

/** Reads everything back before it is confirmed: what goes where, when that is for everyone, and what happens if it is late. */
const preview = async (given: Given, tools: Tools, unsure: readonly Place[] = []) => {
  const { voice } = tools;
  const { announce, bot } = voice.words;
  const webinar = await webinarFor(given.when, given.webinar, tools);
  const moment = toComing(given.when, webinar, { tools, voice });
  const network = await readNetwork(tools.trx);
  const carried = carriedOf(given, webinar);
  const id = createHash("sha256").update(tools.id).digest("base64url").slice(0, 16);
  return message(
    text(
      bold(announce.previewTitle(longAt(voice, moment.at))),
      strip(voice, moment.at.toInstant()),
      changeSentence(given.when, moment, voice),
    ),
    { block: "divider" },
    ...previewOf(voice, {
      places: given.where,
      network,
      compose: (there) => announcementPost(there, given.text, webinar),
    }),
    note(
      announce.promise,
      announce.late.announcement,
      given.when.kind === "relative" ? announce.late.relative : undefined,
    ),
    unsureNote(unsure, voice),
    buttons(
      {
        label: announce.schedule,
        press: press("announce confirm", { id, ...carried, where: exactPlaces(given.where) }),
        style: "primary",
      },
      { label: bot.change, press: press("announce schedule", carried, Object.keys(options)) },
      { label: bot.leave, press: press("leave") },
    ),
  );
};

export const schedule = defineCommand({
  name: "announce schedule",
  rank: "organiser",
  options,
  inspect: async (given, outside) => {
    const webinar = await outside.read((trx) =>
      webinarFor(given.when, given.webinar, { trx, now: outside.clock.now() }),
    );
    return checkPlaces(outside, given.where, (voice) => announcementPost(voice, given.text, webinar));
  },
  run: preview,
});

export const confirm = defineCommand({
  name: "announce confirm",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { id: wordOption, ...options },
  async run(given, tools) {
    const { voice } = tools;
    const { announce } = voice.words;
    const change = press("announce schedule", carriedOf(given, given.webinar), Object.keys(options));
    const { at } = toComing(given.when, given.webinar, { tools, voice, change });
    const { platform, space, user } = tools.asker.account;
    const isNew = await addAnnouncement(tools.trx, {
      id: given.id,
      text: given.text,
      webinar: given.webinar?.key,
      when: given.when,
      madeBy: `${platform}/${space}/${user}`,
      madeAt: tools.now.epochMilliseconds,
    });
    if (!isNew) throw new UserError((words) => words.announce.already);
    const one = { id: given.id, when: given.when, dueAt: at.epochMilliseconds, webinar: given.webinar };
    await addDeliveries(tools.trx, planAnnouncement(one, given.where));
    const places = voice.words.list(given.where.map(placeName));
    return message(
      text(bold(announce.scheduled(longAt(voice, at), places)), strip(voice, at.toInstant())),
      buttons(
        { label: announce.takeBack, press: press("announce cancel", { what: `announcement/${given.id}` }) },
        { label: voice.words.menu["announce list"].title, press: press("announce list") },
      ),
    );
  },
});
