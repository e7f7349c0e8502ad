import {
  createFront,
  createWeb,
  type Front,
  type FrontGiven,
  type Web,
  type WebGiven,
} from "../../../src/adapters/web/web.ts";
import type { Call } from "../../../src/core/bot/call.ts";
import type { Entry } from "../../../src/core/bot/entry.ts";
import type { Form } from "../../../src/core/bot/form.ts";
import { buttons, type Message, message, text } from "../../../src/core/bot/message.ts";
import type { Bot, News } from "../../../src/core/bot/platform.ts";
import { looks } from "../../../src/looks.ts";
import { wording } from "../wording.ts";
import { createMemoryBoard } from "./board.ts";
import { realTime } from "./clock.ts";

/** A bot at the seam that answers as it is told and remembers what it was asked. */
export interface Scripted extends Bot {
  readonly calls: readonly Call[];
  readonly news: readonly News[];
}

const both = (en: string, ja = en): Entry["summary"] => wording(en, ja);

export const menu: readonly Entry[] = [
  { name: "webinar", summary: both("The next webinar", "次回のウェビナー"), rank: "member", options: [] },
  { name: "webinar next", summary: both("The next webinar", "次回のウェビナー"), rank: "member", options: [] },
  {
    name: "webinar show",
    summary: both("One webinar", "ウェビナー"),
    rank: "member",
    options: [
      { name: "webinar", summary: both("Which one", "どれ"), kind: "line", required: true, suggests: true },
      {
        name: "as",
        summary: both("How long", "長さ"),
        kind: "choice",
        required: false,
        suggests: false,
        from: [
          { value: "short", label: both("Short", "短く") },
          { value: "long", label: both("In full", "全部") },
        ],
      },
      { name: "for", summary: both("For whom", "誰に"), kind: "account", required: false, suggests: false },
      { name: "place", summary: both("Where", "どこ"), kind: "channel", required: false, suggests: false },
    ],
  },
];

export const say = (said: string, ...rows: readonly (readonly [label: string, press: string])[]): Message =>
  message(text(said), rows.length === 0 ? undefined : buttons(...rows.map(([label, press]) => ({ label, press }))));

/** A form for a title and a day, with what was typed and what is wrong with it. */
export const titleForm = (values: Readonly<Record<string, string>> = {}, problem?: string): Form => ({
  kind: "form",
  title: "New webinar",
  press: "manage webinar create?%3Fask=title%2Cday",
  fields: [
    {
      option: "title",
      label: "Title",
      kind: "line",
      required: true,
      hint: "As it is announced",
      ...(values.title !== undefined && { value: values.title }),
      ...(problem !== undefined && { problem }),
    },
    {
      option: "about",
      label: "About",
      kind: "paragraph",
      required: false,
      ...(values.about && { value: values.about }),
    },
    { option: "who", label: "Moderator", kind: "account", required: false, ...(values.who && { value: values.who }) },
    { option: "where", label: "Place", kind: "channel", required: false, ...(values.where && { value: values.where }) },
    {
      option: "mode",
      label: "Held",
      kind: "choice",
      required: false,
      from: [
        { label: "Online", value: "online" },
        { label: "In a room", value: "room" },
      ],
      ...(values.mode && { value: values.mode }),
    },
  ],
  labels: { submit: "Create", cancel: "Cancel", open: "Open the form" },
});

export const script = (answer: (call: Call) => Message | Form | Promise<Message | Form>): Scripted => {
  const calls: Call[] = [];
  const news: News[] = [];
  return {
    menu,
    calls,
    news,
    async handle(call) {
      calls.push(call);
      return answer(call);
    },
    async suggest(call, option) {
      const all = [
        { label: "3rd webinar, 19 Feb 2022", value: "3" },
        { label: "4th webinar: two words", value: "4 draft" },
      ];
      return all.filter(({ label }) => label.includes(call.options[option] ?? ""));
    },
    async hear(heard) {
      news.push(heard);
    },
  };
};

export const personas: WebGiven["personas"] = [
  {
    user: "member",
    name: wording("A member", "会員"),
    rights: ["post"],
    groups: [],
    zone: "Europe/London",
    lines: ["/webinar next", "/webinar show 3"],
  },
  {
    user: "admin",
    name: wording("An admin", "管理者"),
    rights: ["administer", "post"],
    groups: ["g1"],
    zone: "Asia/Tokyo",
    locale: "ja",
  },
];
export const spaces: WebGiven["spaces"] = [
  { id: "playground", name: "Discord", guise: "discord", language: "en" },
  { id: "playground-slack", name: "Slack", guise: "slack", language: "ja" },
];
export const channels: WebGiven["channels"] = [
  { id: "discussion", space: "playground", name: "discussion" },
  { id: "announcements", space: "playground", name: "announcements" },
  { id: "slack-discussion", space: "playground-slack", name: "discussion" },
  { id: "direct-member", space: "playground", name: "rostrum", of: "member" },
];
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** A web platform on a free port, unless told otherwise. */
export const web = (given: Partial<WebGiven> = {}): Web =>
  createWeb({
    host: "127.0.0.1",
    port: 0,
    board: createMemoryBoard(),
    personas,
    spaces,
    channels,
    looks,
    clock: realTime,
    health: () => ({ well: true }),
    log: SILENT,
    ...given,
  });

/** What stands there without a playground. */
export const front = (given: Partial<FrontGiven> = {}): Front =>
  createFront({ host: "127.0.0.1", port: 0, health: () => ({ well: true }), log: SILENT, ...given });
