import { expect, it } from "vitest";
import type { Form } from "../../src/core/bot/form.ts";
import { type House, openHouse, type Said, type Somebody } from "../support/house.ts";
import { createDice, type Dice } from "../support/simulation/time.ts";

/** `STORIES=300` tells as many; each takes the same course again. */
const STORIES = Number(process.env.STORIES ?? 12);
const STEPS = 150;

type Words = readonly [string, ...string[]];
/** What nobody means, or somebody who means harm. */
const odd: Words = [
  ...(["<@everyone> @here", "<!channel>", "a".repeat(5_000), "\u202eabc", "", " ", "\ud83d", "😀".repeat(50)] as const),
  ...(["{webinar} {date} {__proto__}", "constructor", "__proto__", "-1", "line\nline"] as const),
];
const whens: Words = [
  ...(["+1h", "+5m", "now", "soon", "yesterday", "1w before", "start", "20m after start", "99d before"] as const),
  ...(["2026-12-05 17:00 Tokyo", "2026-11-24 09:00", "2027-03-28 01:30 London", "1999-01-01 10:00 UTC"] as const),
  ...(["every monday 09:00 Tokyo, 2 times", "every day 09:00 UTC until 2026-12-01", "0 9 * * 1 Asia/Tokyo"] as const),
];
/** What is plausible in an option of this name. */
const plausible: Readonly<Record<string, Words>> = {
  ...{ when: whens, start: whens, period: ["2022", "2026-12", "next year"], before: ["1h", "1d"] },
  ...{ webinar: ["libraries", "3", "4", "2022", "nope"], talk: ["1", "liu", "9"], to: ["1", "2", "99"] },
  ...{ question: ["1", "2", "9", "quiet"], what: ["Join", "In one week", "a shared"], mention: ["everyone", "@group"] },
  ...{ where: ["discord", "slack", "#announcements", "everywhere", "desk"], steps: ["1w, 1d, start", "1x"] },
  ...{ speaker: ["Jing Liu", "Nobody New"], who: ["Ada Byron", "u-Oki"], text: ["Join us", "On {date} we meet"] },
};
const makeUp = (dice: Dice, name: string, choices: readonly { readonly value: string }[] = []): string => {
  const [first, ...others] = choices.map(({ value }) => value);
  if (first !== undefined && dice.chance(0.9)) return dice.pick([first, ...others]);
  return dice.pick(dice.chance(0.8) ? (plausible[name] ?? ["Join us", "1"]) : odd);
};

const fill = (dice: Dice, one: Somebody, { fields }: Form): Promise<Said> =>
  one.fillIn(
    Object.fromEntries(
      fields.filter(() => dice.chance(0.5)).map(({ option, from }) => [option, makeUp(dice, option, from)]),
    ),
  );

/** Sends in the form, presses a button, or says anything of the menu. */
const act = (dice: Dice, { bot }: House, { one, last }: { one: Somebody; last: Said | undefined }): Promise<Said> => {
  if (last?.answer.kind === "form" && dice.chance(0.7)) return fill(dice, one, last.answer);
  const [button, ...buttons] = last?.answer.kind === "message" ? last.buttons : [];
  if (button !== undefined && dice.chance(0.6)) return one.press(dice.pick([button, ...buttons]));
  const entry = bot.menu[dice.between(0, bot.menu.length)];
  const given = (entry?.options ?? []).filter(({ required }) => dice.chance(required ? 0.9 : 0.4));
  const options = Object.fromEntries(given.map(({ name, from }) => [name, makeUp(dice, name, from)]));
  return one.call({ said: { command: entry?.name ?? "" }, options });
};

/** Time passes, or a platform is out of sorts. */
const pass = async (dice: Dice, house: House): Promise<void> => {
  if (dice.chance(0.05))
    dice.pick([house.discord, house.slack]).disturb(dice.pick(["refuse", "limit", "fail", "lose"]));
  const minutes = dice.between(1, dice.chance(0.2) ? 5_000 : 60);
  if (dice.chance(0.08)) await house.turnTo(house.now().add({ minutes }).toString());
};

const tell = async (story: number): Promise<void> => {
  const dice = createDice(story);
  const house = await openHouse("2026-11-23T19:00:00Z");
  const people = [
    await house.somebody({ name: "Oki", rank: "organiser" }),
    await house.somebody({ name: "Ren", rank: "organiser", platform: "slack", channel: "お知らせ", locale: "ja" }),
    await house.somebody({ name: "Lek", rank: "moderator", platform: "slack", locale: "th" }),
    await house.somebody({ name: "Ada", rank: "admin" }),
    await house.somebody({ name: "Mei", locale: "zh-CN" }),
  ] as const;
  const last = new Map<Somebody, Said>();
  for (let step = 1; step <= STEPS; step++) {
    const one = dice.pick(people);
    const said = await act(dice, house, { one, last: last.get(one) });
    last.set(one, said);
    expect(said.text, `story ${story}, step ${step}`).not.toMatch(/undefined|NaN|\[object|\bnull\b/u);
    await pass(dice, house);
  }
  const errors = house.log.filter(({ level }) => level === "error").map(({ facts, said }) => [said, facts]);
  expect(errors, `story ${story}`).toEqual([]);
  const ids = [...house.discord.posted, ...house.slack.posted].map(({ id }) => id).filter((id) => id !== "");
  expect(ids, `story ${story}`).toHaveLength(new Set(ids).size);
  await house.close();
};

it(
  "whoever says and presses anything, in any order, is answered in words, and nothing is posted twice",
  async () => {
    for (let story = 1; story <= STORIES; story++) await tell(story);
  },
  STORIES * 5_000,
);
