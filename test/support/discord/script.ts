import type { Call } from "../../../src/core/bot/call.ts";
import type { Entry, EntryOption } from "../../../src/core/bot/entry.ts";
import type { Form } from "../../../src/core/bot/form.ts";
import type { Suggestion } from "../../../src/core/bot/message.ts";
import { buttons, type Message, message, text } from "../../../src/core/bot/message.ts";
import type { Bot, News } from "../../../src/core/bot/platform.ts";
import { wording } from "../wording.ts";

/** A bot at the seam that answers what a test tells it to. */

type Answer = Message | Form;
export interface Script extends Bot {
  readonly calls: Call[];
  readonly news: News[];
  /** What is said next; a function sees the call. */
  answer: (call: Call) => Answer | Promise<Answer>;
  suggestions: (call: Call, option: string) => Promise<readonly Suggestion[]>;
  menu: readonly Entry[];
}

export const words = (en: string, ja = `${en}（日本語）`) => wording(en, ja);

export const option = (name: string, given: Partial<EntryOption> = {}): EntryOption => ({
  name,
  summary: words(`The ${name}`),
  kind: "line",
  required: false,
  suggests: false,
  ...given,
});

export const entry = (name: string, options: readonly EntryOption[] = []): Entry => ({
  name,
  summary: words(`Does ${name}`),
  rank: "member",
  options,
});

export const MENU: readonly Entry[] = [
  entry("webinar next"),
  entry("webinar show", [option("webinar", { suggests: true }), option("text", { kind: "paragraph" })]),
  entry("webinar talk add", [option("title", { required: true }), option("note")]),
  entry("webinar talk remove"),
  entry("speaker", [
    option("who", { kind: "account" }),
    option("where", { kind: "channel" }),
    option("how", {
      kind: "choice",
      from: [
        { value: "online", label: words("Online", "オンライン") },
        { value: "there", label: words("In person", "会場") },
      ],
    }),
  ]),
  entry("rostrum status"),
];

export const createScript = (answer: Script["answer"] = () => message(text("Well."))): Script => {
  const script: Script = {
    calls: [],
    news: [],
    answer,
    suggestions: async () => [],
    menu: MENU,
    handle: async (call) => {
      script.calls.push(call);
      return script.answer(call);
    },
    suggest: async (call, name) => {
      script.calls.push(call);
      return script.suggestions(call, name);
    },
    hear: async (news) => void script.news.push(news),
  };
  return script;
};

export const after = <T>(ms: number, value: T): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(value), ms));

/** Waits until something holds, looking every few milliseconds. */
export const until = async (holds: () => boolean, forMs = 5000): Promise<void> => {
  const end = performance.now() + forMs;
  while (!holds()) {
    if (performance.now() > end) throw new Error("it did not come to that");
    await after(5, undefined);
  }
};

/** A message, and a button for each press, labelled with it. */
export const said = (words: string, ...presses: readonly string[]): Message =>
  message(text(words), presses.length > 0 ? buttons(...presses.map((press) => ({ label: press, press }))) : undefined);

/** A form of two fields. */
export const form = (given: Partial<Form> = {}): Form => ({
  kind: "form",
  title: "A webinar",
  press: "webinar add?step=1",
  labels: { submit: "Send", cancel: "Cancel", open: "Open the form" },
  fields: [
    { option: "title", label: "Title", kind: "line", required: true, hint: "What it is about" },
    { option: "about", label: "About", kind: "paragraph", required: false },
  ],
  ...given,
});
