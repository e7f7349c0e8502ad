import { type Asked, defineCommand, type Outside, type Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { buttons, message, note, text } from "../../core/bot/message.ts";
import { toLabel } from "../../core/bot/plain.ts";
import { press } from "../../core/bot/press.ts";
import { bold } from "../../core/bot/text.ts";
import { planQuestion, questionWhat } from "../../core/delivery/plan.ts";
import { type Place, placeName } from "../../core/network/place.ts";
import type { Question } from "../../core/network/question.ts";
import { toPost } from "../../core/say/post.ts";
import { questionPost, threadTitle } from "../../core/say/question.ts";
import { longAt, strip } from "../../core/say/time.ts";
import { toVoice } from "../../core/say/voice.ts";
import { addDeliveries, type Delivery, deliveriesOf } from "../../core/store/deliveries.ts";
import { readNetwork } from "../../core/store/spaces.ts";
import type { When } from "../../core/time/moment.ts";
import { previewOf } from "../announce/preview.ts";
import { checkPlaces, exactPlaces, placesOption, unsureNote, writtenPlaces } from "../options/places.ts";
import { findQuestion, questionOption } from "../options/question.ts";
import { webinarOption } from "../options/webinar.ts";
import { changeSentence, toComing, whenIfGiven, whenOption, writtenWhen } from "../options/when.ts";

const options = { question: questionOption, webinar: webinarOption, where: placesOption("discussion") };
type Given = Asked<typeof options> & { readonly when?: When | undefined };

const inspect = async ({ question, webinar, where }: Given, outside: Outside): Promise<readonly Place[]> => {
  const network = await outside.read(readNetwork);
  const asked = findQuestion(webinar, question, toVoice(network.language, network));
  return checkPlaces(outside, where, (voice) => toPost(questionPost(voice, webinar, asked), voice.words));
};

/** Nothing has been sent and nothing will be: the question may be posted there again. */
const GIVEN_UP: readonly Delivery["state"][] = ["cancelled", "expired", "failed"];

/** Places where the question is neither out nor on its way. A question is never posted twice in one place. */
const openPlaces = (rows: readonly Delivery[], where: readonly Place[]): readonly Place[] =>
  where.filter(({ at }) =>
    rows.every(({ to, state }) => to.channel !== at.channel || to.space !== at.space || GIVEN_UP.includes(state)),
  );

const preview = async (given: Given, tools: Tools, unsure: readonly Place[] = []) => {
  const { voice } = tools;
  const { discuss, bot, announce } = voice.words;
  const question = findQuestion(given.webinar, given.question, voice);
  const where = openPlaces(await deliveriesOf(tools.trx, questionWhat(question)), given.where);
  if (where.length === 0)
    throw new UserError((words) => words.discuss.alreadyAll(question.number), {
      offer: (words) => [panelButton(words.discuss.refresh, given)],
    });
  const moment = given.when && toComing(given.when, given.webinar, { tools, voice });
  const carried = {
    question: question.id,
    webinar: given.webinar.key,
    where: writtenPlaces(where),
    ...(given.when && { when: writtenWhen(given.when) }),
  };
  const command = given.when === undefined ? "discuss post" : "discuss schedule";
  const act = moment === undefined ? discuss.postNow(question.number, writtenPlaces(where)) : announce.schedule;
  return message(
    moment === undefined
      ? text(bold(discuss.previewNow(question.number)))
      : text(
          bold(discuss.previewAt(question.number, longAt(voice, moment.at))),
          strip(voice, moment.at.toInstant()),
          given.when && changeSentence(given.when, moment, voice),
        ),
    { block: "divider" },
    ...previewOf(voice, {
      places: where,
      network: await readNetwork(tools.trx),
      compose: (there) => toPost(questionPost(there, given.webinar, question), there.words),
    }),
    moment === undefined ? undefined : note(announce.promise, announce.late.question),
    unsureNote(
      where.filter(({ at }) => unsure.some((place) => place.at.channel === at.channel && place.at.space === at.space)),
      voice,
    ),
    buttons(
      {
        label: toLabel(act),
        press: press("discuss confirm", { ...carried, where: exactPlaces(where) }),
        style: "primary",
      },
      { label: bot.change, press: press(command, carried, Object.keys(carried)) },
      { label: bot.leave, press: press("leave") },
    ),
  );
};

const panelButton = (label: string, { webinar }: Given) => ({
  label,
  press: press("discuss queue", { webinar: webinar.key }),
});

export const post = defineCommand({
  name: "discuss post",
  rank: "moderator",
  role: "discussant",
  options,
  inspect,
  run: preview,
});

export const schedule = defineCommand({
  name: "discuss schedule",
  rank: "moderator",
  role: "discussant",
  options: { question: questionOption, when: whenOption, webinar: webinarOption, where: placesOption("discussion") },
  inspect,
  run: preview,
});

const plan = async (
  question: Question,
  where: readonly Place[],
  { tools, dueAt }: { tools: Tools; dueAt: number },
): Promise<readonly Place[]> => {
  const network = await readNetwork(tools.trx);
  const rows = await deliveriesOf(tools.trx, questionWhat(question));
  const open = openPlaces(rows, where);
  const tries = (at: Place["at"]): number =>
    rows.filter(({ to }) => to.channel === at.channel && to.space === at.space).length;
  const title = (place: Place): string => threadTitle(toVoice(place.language, network), question);
  await addDeliveries(tools.trx, planQuestion({ question, dueAt, tries, title }, open));
  return open;
};

export const confirm = defineCommand({
  name: "discuss confirm",
  rank: "moderator",
  role: "discussant",
  changes: true,
  hidden: true,
  options: { ...options, when: whenIfGiven },
  inspect,
  async run(given, tools) {
    const { voice } = tools;
    const { discuss, announce, list } = voice.words;
    const question = findQuestion(given.webinar, given.question, voice);
    const change = press("discuss schedule", { question: question.id, webinar: given.webinar.key }, ["when", "where"]);
    const moment = given.when && toComing(given.when, given.webinar, { tools, voice, change });
    const dueAt = moment?.at.epochMilliseconds ?? tools.now.epochMilliseconds;
    const open = await plan(question, given.where, { tools, dueAt });
    if (open.length === 0)
      throw new UserError((words) => words.discuss.alreadyAll(question.number), {
        offer: (words) => [panelButton(words.discuss.refresh, given)],
      });
    const places = list(open.map(placeName));
    const takeBack = {
      label: announce.takeBack,
      press: press("discuss cancel", { question: question.id, webinar: given.webinar.key }),
    };
    return message(
      text(
        moment === undefined
          ? discuss.posted(question.number, places)
          : announce.scheduled(longAt(voice, moment.at), places),
      ),
      buttons(moment !== undefined && takeBack, panelButton(voice.words.menu["discuss queue"].title, given)),
    );
  },
});
