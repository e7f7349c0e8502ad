import { createHash } from "node:crypto";
import { type Asked, defineCommand, type Option, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, note, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { bold, md } from "../../core/bot/text.ts";
import { writtenAccount } from "../../core/delivery/calling.ts";
import { announcementPost, stepWords } from "../../core/delivery/compose.ts";
import { momentOf, planAnnouncement } from "../../core/delivery/plan.ts";
import { freePlaces } from "../../core/delivery/slots.ts";
import { placeName } from "../../core/network/place.ts";
import type { Webinar } from "../../core/network/webinar.ts";
import { shortAt } from "../../core/say/time.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { addAnnouncement, readAnnouncement } from "../../core/store/announcements.ts";
import { addDeliveries, deliveriesOf } from "../../core/store/deliveries.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import type { When } from "../../core/time/moment.ts";
import { changedSince, hourNow, isAtSeen } from "../manage/both.ts";
import { checkPlaces, exactPlaces, placesOption, unsureNote, writtenPlaces } from "../options/places.ts";
import { splitSeveral } from "../options/several.ts";
import { wordOption } from "../options/text.ts";
import { webinarOption } from "../options/webinar.ts";
import { writtenWhen } from "../options/when.ts";
import { untitled } from "./missing.ts";
import { previewOf } from "./preview.ts";
import { checkOn } from "./wanted.ts";

/** One announcement of the ladder: as people write it, and what it means. */
interface Step {
  readonly written: string;
  readonly when: When & { readonly kind: "relative" };
}

const USUAL = "4w, 1w, 1d, 1h, start, 1d after, 1w after";
const MOST = 12;
const STEP = /^(?:start|(\d{1,3})\s*([wdhm])(?:\s*(before|after))?)$/u;
const UNITS: Readonly<Record<string, (n: number) => string>> = {
  w: (n) => `P${n * 7}D`,
  d: (n) => `P${n}D`,
  h: (n) => `PT${n}H`,
  m: (n) => `PT${n}M`,
};

/** 7d is 1w, however it is written: else the same would be said twice. */
const inLargest = (n: number, unit: string | undefined): readonly [number, string | undefined] => {
  if (unit === "d" && n % 7 === 0) return [n / 7, "w"];
  return unit === "m" && n % 60 === 0 ? [n / 60, "h"] : [n, unit];
};

const toStep = (raw: string): Step => {
  const typed = raw.normalize("NFKC").trim().toLowerCase();
  const match = STEP.exec(typed);
  if (match === null) throw new UserError((words) => words.ladder.unclear, { option: "steps" });
  const [, count, given, side] = match;
  const [n, unit] = inLargest(Number(count ?? 0), given);
  if (unit === undefined || (n === 0 && side !== "after"))
    return { written: "start", when: { kind: "relative", anchor: "start", offset: "PT0S" } };
  const length = UNITS[unit]?.(n) ?? "PT0S";
  return side === "after"
    ? { written: `${n}${unit} after`, when: { kind: "relative", anchor: "end", offset: length } }
    : { written: `${n}${unit}`, when: { kind: "relative", anchor: "start", offset: `-${length}` } };
};

const parseSteps = (raw: string): readonly Step[] => {
  const steps = [
    ...new Map(
      splitSeveral(raw)
        .map((one) => toStep(one))
        .map((step) => [step.written, step]),
    ).values(),
  ];
  if (steps.length === 0) throw new UserError((words) => words.ladder.unclear, { option: "steps" });
  if (steps.length > MOST) throw new UserError((words) => words.ladder.tooMany(MOST), { option: "steps" });
  return steps;
};

const stepsOption = {
  kind: "line",
  required: false,
  parse: parseSteps,
  otherwise: () => parseSteps(USUAL),
  suggest: async (typed: string) =>
    [USUAL, "1w, 1d, 1h", "1d, 1h, start"]
      .filter((one) => one.startsWith(typed.trim().toLowerCase()))
      .map((one) => ({ label: one, value: one })),
} as const satisfies Option<readonly Step[]>;

const options = { webinar: webinarOption, steps: stepsOption, where: placesOption("announcements") };
type Given = Asked<typeof options>;

interface Due extends Step {
  readonly at: Temporal.ZonedDateTime;
}

/** The steps that are still to come, in the order of their time. */
const dueOf = ({ webinar, steps }: Given, { voice, now }: Pick<Tools, "voice" | "now">): readonly Due[] => {
  checkOn(webinar, voice);
  if (webinar.startsAt === undefined) throw new UserError((words) => words.when.noHour(webinarName(voice, webinar)));
  const due = steps.flatMap((step): Due[] => {
    const moment = momentOf(step.when, webinar);
    return moment === undefined || moment.at.epochMilliseconds <= now.epochMilliseconds
      ? []
      : [{ ...step, at: moment.at }];
  });
  if (due.length === 0) throw new UserError((words) => words.ladder.none, { option: "steps" });
  return due.toSorted((a, b) => Temporal.ZonedDateTime.compare(a.at, b.at));
};

const written = (steps: readonly Step[]): string => steps.map((step) => step.written).join(", ");

export const plan = defineCommand({
  name: "announce plan",
  rank: "organiser",
  options,
  inspect: (given, outside) =>
    checkPlaces(outside, given.where, (voice) =>
      announcementPost(
        voice,
        { texts: {}, when: { kind: "relative", anchor: "start", offset: "-P7D" } },
        given.webinar,
      ),
    ),
  async run(given, tools, unsure) {
    const { voice } = tools;
    const { ladder, bot, announce } = voice.words;
    const { webinar, where, steps } = given;
    const due = dueOf(given, tools);
    const [first] = due;
    const carried = { webinar: webinar.key, where: writtenPlaces(where) };
    const without = (step: Step) => due.filter((one) => one.written !== step.written);
    return message(
      text(
        bold(ladder.title(webinarName(voice, webinar))),
        ...due.map((step) => md`${shortAt(voice, step.at.withTimeZone(voice.zone))} · ${stepWords(voice, step.when)}`),
        due.length < steps.length ? ladder.past(steps.length - due.length) : undefined,
        ...untitled(webinar, where, voice),
      ),
      { block: "divider" },
      ...(first === undefined
        ? []
        : previewOf(voice, {
            places: where,
            network: await readNetwork(tools.trx),
            compose: (there) => announcementPost(there, { texts: {}, when: first.when }, webinar),
          })),
      note(announce.promise, announce.late.relative, ladder.afterwards),
      unsureNote(unsure, voice),
      due.length < 2
        ? undefined
        : {
            block: "choice",
            choice: {
              label: ladder.leaveOut,
              option: "steps",
              press: press("announce plan", carried),
              from: due.map((step) => ({
                label: toLabel(`${step.written} · ${stepWords(voice, step.when)}`),
                value: written(without(step)),
              })),
            },
          },
      buttons(
        {
          label: ladder.scheduleAll(due.length),
          press: press("announce ladder", {
            webinar: webinar.key,
            steps: written(due),
            where: exactPlaces(where),
            version: hourNow(webinar, tools),
          }),
          style: "primary",
        },
        { label: bot.change, press: press("announce plan", { ...carried, steps: written(due) }, Object.keys(options)) },
        { label: bot.leave, press: press("leave") },
      ),
    );
  },
});

const idOf = ({ key }: Webinar, { written: step }: Step, tries: number): string =>
  createHash("sha256")
    .update(`ladder|${key}|${step}${tries === 0 ? "" : `|${tries}`}`)
    .digest("base64url")
    .slice(0, 16);

/** The same step of the same webinar is the same announcement, however often it is planned; what was cancelled is another. */
const missingOf = async (step: Step, { webinar, where }: Given, { trx }: Tools) => {
  let free = where;
  for (let tries = 0; ; tries++) {
    const id = idOf(webinar, step, tries);
    if ((await readAnnouncement(trx, id)) === undefined) return { id, where: free };
    free = freePlaces(await deliveriesOf(trx, `announcement/${id}`), free);
  }
};

export const ladder = defineCommand({
  name: "announce ladder",
  rank: "organiser",
  changes: true,
  hidden: true,
  options: { ...options, version: wordOption },
  async run({ version, ...given }, tools) {
    const { trx, voice, asker } = tools;
    const { webinar, where } = given;
    if (!isAtSeen(version, webinar)) {
      const carried = { webinar: webinar.key, where: writtenPlaces(where), steps: written(given.steps) };
      return changedSince(webinar, { seen: version, again: press("announce plan", carried), tools });
    }
    const made: Step[] = [];
    for (const step of dueOf(given, tools)) {
      const missing = await missingOf(step, given, tools);
      if (missing.where.length === 0) continue;
      const { id } = missing;
      const { when } = step;
      await addAnnouncement(trx, {
        id,
        texts: {},
        webinar: webinar.key,
        when,
        madeBy: writtenAccount(asker.account),
        madeAt: tools.now.epochMilliseconds,
        mention: undefined,
        approval: undefined,
      });
      const dueAt = step.at.epochMilliseconds;
      await addDeliveries(trx, planAnnouncement({ id, when, dueAt, webinar, calls: () => false }, missing.where));
      made.push(step);
    }
    if (made.length === 0) throw new UserError((words) => words.ladder.already);
    tools.note({
      about: `webinar/${webinar.key}`,
      after: { steps: made.map(({ when }) => writtenWhen(when)).join(", "), where: writtenPlaces(where) },
    });
    return message(
      text(bold(voice.words.ladder.scheduled(made.length, voice.words.list(where.map(placeName))))),
      buttons({ label: voice.words.menu["announce list"].title, press: press("announce list") }),
    );
  },
});
