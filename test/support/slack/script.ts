import type { Call } from "../../../src/core/bot/call.ts";
import type { Entry } from "../../../src/core/bot/entry.ts";
import type { Field, Form } from "../../../src/core/bot/form.ts";
import type { Message } from "../../../src/core/bot/message.ts";
import type { Bot, News } from "../../../src/core/bot/platform.ts";
import { localized } from "../../../src/core/words/words.ts";

/** A bot that answers what a test says, for what only the adapter does. */

type Answer = (call: Call, nth: number) => Message | Form | Promise<Message | Form>;

export interface ScriptedBot extends Bot {
  readonly calls: Call[];
  readonly news: News[];
  answer: Answer;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const option = (name: string, required = false): Entry["options"][number] => ({
  name,
  summary: localized(() => name),
  kind: "line",
  required,
  suggests: false,
});

const entry = (name: string, ...options: readonly Entry["options"][number][]): Entry => ({
  name,
  summary: localized(() => `About ${name}`),
  rank: "member",
  options,
});

export const menu: readonly Entry[] = [
  entry("webinar next"),
  entry("webinar show", option("webinar", true)),
  entry("announce schedule", option("webinar", true), option("where"), option("text")),
  entry("speaker", option("name", true), option("as")),
];

export const createScriptedBot = (answer: Answer): ScriptedBot => {
  const calls: Call[] = [];
  const news: News[] = [];
  return {
    menu,
    calls,
    news,
    answer,
    async handle(call) {
      calls.push(call);
      return this.answer(call, calls.length);
    },
    suggest: async () => [],
    hear: async (heard) => void news.push(heard),
  };
};

export const field = (name: string, more: Partial<Field> = {}): Field => ({
  option: name,
  label: `The ${name}`,
  kind: "line",
  required: true,
  ...more,
});

export const form = (press: string, ...fields: readonly Field[]): Form => ({
  kind: "form",
  title: "A talk",
  press,
  fields,
  labels: { submit: "Send", cancel: "Cancel", open: "Open the form" },
});
