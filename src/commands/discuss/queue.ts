import { defineCommand } from "../../core/bot/command.ts";
import { buttons, message, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { bold, join, md, type Text } from "../../core/bot/text.ts";
import { questionWhat } from "../../core/delivery/plan.ts";
import { type Place, placeName, platformNames } from "../../core/network/place.ts";
import type { Question } from "../../core/network/question.ts";
import { shortAt } from "../../core/say/time.ts";
import { say, type Voice } from "../../core/say/voice.ts";
import { webinarName } from "../../core/say/webinar.ts";
import { type Delivery, deliveriesOf, pending } from "../../core/store/deliveries.ts";
import { listPlaces } from "../../core/store/spaces.ts";
import { webinarOption } from "../options/webinar.ts";

/** A question with what became of it in each place; a place that was given up and not tried again counts as not posted. */
interface Queued {
  readonly question: Question;
  readonly rows: readonly Delivery[];
}

const stateOf = (voice: Voice, { state, dueAt }: Delivery): string => {
  const { discuss } = voice.words;
  const at = shortAt(voice, Temporal.Instant.fromEpochMilliseconds(dueAt).toZonedDateTimeISO(voice.zone));
  if (state === "sent") return discuss.postedAt(at);
  if (state === "held") return discuss.unclear;
  if (state === "scheduled") return discuss.scheduledFor(at);
  return state === "sending" || state === "unknown" || state === "ready" ? discuss.posting : discuss.notPosted;
};

/** "2 Build Back Better and COVID-19 · posted Sat 5 Dec 2026, 17:00 Tokyo: Discord #discussion, Slack #discussion" */
const line = (voice: Voice, { question, rows }: Queued, places: readonly Place[]): Text => {
  const where = ({ to }: Delivery): string => {
    const place = places.find(({ at }) => at.channel === to.channel && at.space === to.space);
    return place === undefined ? platformNames[to.platform] : placeName(place);
  };
  const states = [...Map.groupBy(rows, (row) => stateOf(voice, row))].map(
    ([state, same]) => `${state}: ${same.map(where).join(voice.words.date.comma)}`,
  );
  return join(
    [
      md`${bold(String(question.number))} ${say(voice, question.label)}`,
      states.length === 0 ? voice.words.discuss.waiting : states.join(" · "),
    ],
    " · ",
  );
};

const isWaiting = ({ rows }: Queued): boolean =>
  rows.every(({ state }) => state === "cancelled" || state === "expired" || state === "failed");

export const queue = defineCommand({
  name: "discuss queue",
  rank: "moderator",
  role: "discussant",
  options: { webinar: webinarOption },
  async run({ webinar }, tools) {
    const { voice } = tools;
    const { discuss, webinar: words } = voice.words;
    const places = await listPlaces(tools.trx);
    const latest = (rows: readonly Delivery[]): readonly Delivery[] => [
      ...new Map(
        rows.toSorted((a, b) => a.dueAt - b.dueAt).map((row) => [`${row.to.space}/${row.to.channel}`, row]),
      ).values(),
    ];
    const queued = await Promise.all(
      webinar.questions.map(async (question) => ({
        question,
        rows: latest(await deliveriesOf(tools.trx, questionWhat(question))),
      })),
    );
    const title = bold(discuss.panelTitle(webinarName(voice, webinar)));
    if (queued.length === 0) return message(text(title, words.noQuestions(webinarName(voice, webinar))));
    const waiting = queued.filter(isWaiting).map(({ question }) => question);
    const [first, ...others] = waiting;
    const of = { webinar: webinar.key };
    const number = first?.number ?? 0;
    const planned = queued.find(({ rows }) => rows.some(({ state }) => pending.includes(state)))?.question;
    return message(
      text(title, ...queued.map((one) => line(voice, one, places))),
      others.length === 0
        ? undefined
        : {
            block: "choice",
            choice: {
              label: discuss.another,
              option: "question",
              press: press("discuss post", of),
              from: others.slice(0, 25).map((question) => ({
                label: toLabel(`${question.number} ${say(voice, question.label)}`),
                value: question.id,
              })),
            },
          },
      buttons(
        first && {
          label: discuss.post(number),
          press: press("discuss post", { ...of, question: first.id }),
          style: "primary",
        },
        first && {
          label: discuss.scheduleOne(number),
          press: press("discuss schedule", { ...of, question: first.id }, ["when", "where"]),
        },
        planned && {
          label: toLabel(discuss.takeBack(planned.number)),
          press: press("discuss cancel", { ...of, question: planned.id }),
        },
        { label: discuss.refresh, press: press("discuss queue", of) },
      ),
    );
  },
});
