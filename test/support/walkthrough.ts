import { expect } from "vitest";
import { en } from "../../src/core/words/en/en.ts";
import { ja } from "../../src/core/words/ja/ja.ts";
import type { Person, Seen } from "./rig.ts";

/** The whole of a webinar run from chat, from the draft to the audit, wherever people sit. */
export interface Stage {
  readonly organiser: Person;
  readonly discussant: Person;
  readonly admin: Person;
  /** The person of the record whom the discussant's account is tied to: a part of the name, as it is typed. */
  readonly leads: string;
  /** Where each of them types. */
  readonly at: { readonly organiser: string; readonly discussant: string; readonly admin: string };
  readonly tie: (webinar: string) => Promise<unknown>;
  /** What everybody reads in a place, oldest first. */
  readonly read: (
    purpose: "announcements" | "discussion",
    language: "en" | "ja",
  ) => Promise<readonly string[]> | readonly string[];
  readonly now: () => Temporal.Instant | Promise<Temporal.Instant>;
  /** The clock goes there; all that is due on the way goes out. */
  readonly turnTo: (at: Temporal.Instant) => Promise<void>;
  /** What is out is corrected. */
  readonly settle: () => Promise<void>;
  /** A few seconds go by, in which what is opened from the panel goes out. */
  readonly wait: () => Promise<void>;
}

/** What takes a moment on a busy machine. */
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });

const TOKYO = "Asia/Tokyo";
const DAYS_AHEAD = 9;

/** At 17:00 in Tokyo on some day soon, and a day later. */
const calendarOf = (now: Temporal.Instant) => {
  const day = now.toZonedDateTimeISO(TOKYO).toPlainDate().add({ days: DAYS_AHEAD });
  const start = day.toZonedDateTime({ timeZone: TOKYO, plainTime: "17:00" });
  const paper = day.subtract({ days: 5 }).toZonedDateTime({ timeZone: TOKYO, plainTime: "12:00" });
  return { day, moved: day.add({ days: 1 }), start, later: start.add({ days: 1 }), paper };
};

const english = (day: Temporal.PlainDate): string => `${en.date.long(day)}, 17:00 Tokyo`;
const japanese = (day: Temporal.PlainDate): string => ja.date.at(ja.date.long(day), "17:00", "東京");

type Scene = Stage & { readonly calendar: ReturnType<typeof calendarOf> };

const create = async ({ organiser, at, leads, calendar, tie }: Scene): Promise<void> => {
  const asked = await organiser.type("/manage webinar create", at.organiser);
  expect(asked.form?.fields.map(({ option }) => option)).toEqual(["title", "start"]);
  const draft = await organiser.fill(asked, { title: "Rivers and towns", start: `${calendar.day} 17:00 Tokyo` });
  expect(draft.text).toContain("A draft is made.");
  const form = await organiser.press(draft, "Add a talk…");
  await organiser.fill(form, { speaker: "Jing Liu", affiliation: "Tohoku University", title: "Groups of schools" });
  const say = (line: string) => organiser.type(`${line} webinar:rivers`, at.organiser);
  await say('/manage talk add speaker:"Dr. Ada Byron" affiliation:"Harbour College" country:Japan title:Harbours');
  const led = await say(`/manage talk add speaker:"${leads}" role:discussant`);
  expect(led.text).toContain("is added: discussant.");
  await say("/manage webinar edit language:ja title:川と町");
  const shown = await organiser.type("/manage webinar publish rivers", at.organiser);
  await organiser.press(shown, "Publish");
  const question = await say('/discuss add text:"What does the river carry?" label:River');
  expect(question.text).toContain("1 River · waiting");
  await say('/discuss add text:"Who comes to the harbour?" label:Harbour');
  await tie("rivers");
};

const plan = async ({ organiser, at, calendar }: Scene): Promise<void> => {
  const preview = await organiser.type('/announce plan webinar:rivers steps:"1w, 1d, 1h"', at.organiser);
  // Each place's post as it will look, in its language.
  expect(preview.text).toContain("Rivers and towns");
  expect(preview.text).toContain("開催まであと1週間です");
  expect(preview.text).toContain("川と町");
  await organiser.press(preview, "Schedule 3 announcements");
  const when = `${calendar.paper.toPlainDate()} 12:00 Tokyo`;
  const own = `en:"Read the paper before ${en.date.weekday(calendar.day)}" ja:"${ja.date.weekday(calendar.day)}までにお読みください"`;
  const line = `/announce schedule ${own} when:"${when}" webinar:rivers`;
  await organiser.press(await organiser.type(line, at.organiser), "Schedule");
};

const announced = async ({ turnTo, read, calendar: { start, day } }: Scene): Promise<void> => {
  await turnTo(start.subtract({ days: 7 }).toInstant());
  const here = new RegExp(`In one week[^]*: Rivers and towns[^]*${en.date.weekday(day)}`, "u");
  await soon(() => read("announcements", "en")).toEqual([expect.stringMatching(here)]);
  await soon(() => read("announcements", "ja")).toEqual([expect.stringMatching(/開催まであと1週間です[\s\S]*川と町/u)]);
};

const move = async ({ organiser, at, calendar, read, settle }: Scene): Promise<void> => {
  const line = `/manage webinar reschedule start:"${calendar.moved} 17:00 Tokyo" webinar:rivers`;
  const preview = await organiser.type(line, at.organiser);
  for (const words of ["Already posted (1)", "Scheduled (2)", "Fixed time (1)", "names the old day"])
    expect(preview.text).toContain(words);
  expect(preview.buttons).toContain("Edit text");
  expect((await organiser.press(preview, "Move it")).text).toContain(`is moved to ${english(calendar.moved)}`);
  await settle();
  // Corrected in place, and the news below it.
  await soon(() => read("announcements", "en")).toHaveLength(2);
  await soon(async () => (await read("announcements", "en"))[0]).toContain("The time has changed");
  await soon(async () => (await read("announcements", "ja"))[0]).toContain("日時が変わりました");
  expect((await read("announcements", "en"))[1]).toContain(`New date: ${english(calendar.moved)}`);
  expect((await read("announcements", "ja"))[1]).toContain(`新しい日程：${japanese(calendar.moved)}`);
};

const follow = async ({ turnTo, read, calendar: { paper, start, later } }: Scene): Promise<void> => {
  await turnTo(paper.toInstant());
  await soon(() => read("announcements", "en")).toHaveLength(3);
  expect((await read("announcements", "en"))[2]).toContain("Read the paper");
  await soon(async () => (await read("announcements", "ja"))[2]).toContain("までにお読みください");
  // Nothing at the old time.
  await turnTo(start.subtract({ days: 1 }).toInstant());
  await turnTo(start.subtract({ hours: 23 }).toInstant());
  expect(await read("announcements", "ja")).toHaveLength(3);
  await turnTo(later.subtract({ days: 1 }).toInstant());
  await soon(async () => (await read("announcements", "en"))[3]).toContain("Tomorrow, in one day");
  await turnTo(later.subtract({ hours: 1 }).toInstant());
  await soon(async () => (await read("announcements", "en"))[4]).toContain("In one hour");
  await soon(async () => (await read("announcements", "ja"))[4]).toContain("開始まであと1時間です");
};

const discuss = async ({ discussant, at, turnTo, read, wait, settle, calendar }: Scene): Promise<void> => {
  await turnTo(calendar.later.toInstant());
  const posts = (): Promise<readonly string[]> => Promise.resolve(read("discussion", "en"));
  const queue = (): Promise<Seen> => discussant.type("/discuss queue webinar:rivers", at.discussant);
  const panel = await queue();
  expect(panel.text).toContain("1 River · waiting");
  await discussant.press(panel, "Open question 1");
  await wait();
  await soon(posts).toEqual([expect.stringContaining("What does the river carry?")]);
  const opening = await discussant.press(await queue(), "Close 1 and open 2");
  expect((await discussant.press(opening, "Undo")).text).toContain("2 Harbour · waiting");
  await wait();
  expect(await posts()).toHaveLength(1);
  await discussant.press(await queue(), "Close 1 and open 2");
  await wait();
  await soon(async () => (await posts())[1]).toContain("Who comes to the harbour?");
  await soon(async () => (await posts())[0]).toContain("Answers stay readable.");
  expect((await discussant.press(await queue(), "Text for the meeting chat")).text).toContain(
    "Who comes to the harbour?",
  );
  await discussant.type("/discuss close question:2 webinar:rivers", at.discussant);
  await settle();
  await soon(async () => (await posts())[1]).toContain("Answers stay readable.");
  expect(await read("discussion", "ja")).toHaveLength(2);
  // The tie to the person opens this webinar's discussion and nothing else.
  const refused = await discussant.type("/announce list", at.discussant).catch((error: unknown) => error);
  expect(refused instanceof Error ? "This is for organisers." : (refused as Seen).text).toContain("for organisers");
};

const withdraw = async ({ organiser, at, read, settle }: Scene): Promise<void> => {
  const asked = await organiser.type('/announce withdraw what:"Read the paper"', at.organiser);
  await organiser.press(asked, "Take it away everywhere");
  await settle();
  await soon(() => read("announcements", "en")).toHaveLength(4);
  expect((await read("announcements", "en")).join("\n")).not.toContain("Read the paper");
  await soon(async () => (await read("announcements", "ja")).join("\n")).not.toContain("お読みください");
};

const audited = async ({ admin, at, calendar }: Scene): Promise<void> => {
  const lines: string[] = [];
  let page = await admin.type("/rostrum audit webinar:rivers", at.admin);
  for (; ; page = await admin.press(page, "More")) {
    lines.push(page.text);
    if (!page.buttons.includes("More")) break;
  }
  const all = lines.join("\n");
  for (const words of [
    "New webinar",
    "Add a talk",
    "role: discussant",
    "title: 川と町",
    "status: draft → planned",
    "Plan announcements",
    `start: ${english(calendar.day)} → ${english(calendar.moved)}`,
    "Open a question",
    "Undo",
    "Close a question",
  ])
    expect(all).toContain(words);
  expect(all).not.toMatch(/\bmanage |discuss |webinar\/|[a-f0-9]{6}\b/u);
  const taken = await admin.type("/rostrum audit", at.admin);
  expect(taken.text).toContain("Take away");
};

/** Walks all of it; afterwards 4 announcements and 2 questions stand in the English places, 4 and 2 in the Japanese ones. */
export const walkThrough = async (stage: Stage): Promise<void> => {
  const scene = { ...stage, calendar: calendarOf(await stage.now()) };
  for (const act of [create, plan, announced, move, follow, discuss, withdraw, audited]) await act(scene);
};
