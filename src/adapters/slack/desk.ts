import type { webApi } from "@slack/bolt";
import type { Call } from "../../core/bot/call.ts";
import type { Form } from "../../core/bot/form.ts";
import type { Message, Suggestion } from "../../core/bot/message.ts";
import type { Bot } from "../../core/bot/platform.ts";
import type { Log } from "../../core/log.ts";
import { toLanguage } from "../../core/words/language.ts";
import { type Words, wordsIn } from "../../core/words/words.ts";
import { createAskers, type Typist } from "./account.ts";
import type { Asked } from "./call.ts";

export type Reply = Message | Form;

export interface Desk {
  /** `again`: an envelope that came before and is still being answered; it waits for the same answer. */
  ask(asked: Asked, typist: Typist): { readonly again: boolean; readonly reply: Promise<Reply> };
  suggest(asked: Asked, option: string, typist: Typist): Promise<readonly Suggestion[]>;
  /** The asker's words, for what the adapter says itself. */
  words(typist: Typist): Promise<Words>;
}

/** Asks the bot for somebody on Slack: who it is, is looked up first. */
export const createDesk = (bot: Bot, given: { client: webApi.WebClient; space: string; log: Log }): Desk => {
  const askers = createAskers(given);
  const running = new Map<string, Promise<Reply>>();
  const callOf = async (asked: Asked, typist: Typist): Promise<Call> => {
    const { account, locale } = await askers(typist);
    return { ...asked, asker: account, ...(locale !== undefined && { locale }) };
  };
  return {
    ask: (asked, typist) => {
      const first = running.get(asked.id);
      if (first !== undefined) return { again: true, reply: first };
      const reply = callOf(asked, typist)
        .then((call) => bot.handle(call))
        .finally(() => running.delete(asked.id));
      running.set(asked.id, reply);
      return { again: false, reply };
    },
    suggest: async (asked, option, typist) => bot.suggest(await callOf(asked, typist), option),
    words: async (typist) => wordsIn(toLanguage((await askers(typist)).locale) ?? "en"),
  };
};
