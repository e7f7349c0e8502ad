import type { webApi } from "@slack/bolt";
import type { Call } from "../../core/bot/call.ts";
import type { Form } from "../../core/bot/form.ts";
import type { Message, Suggestion } from "../../core/bot/message.ts";
import type { Bot } from "../../core/bot/platform.ts";
import { fromOpenPress } from "../../core/bot/press.ts";
import type { Log } from "../../core/log.ts";
import { toLanguage } from "../../core/words/language.ts";
import { type Words, wordsIn } from "../../core/words/words.ts";
import { createAskers, type Typist } from "./account.ts";
import type { Asked } from "./call.ts";

export type Reply = Message | Form;
/** Who typed; how fresh the look must be is the desk's to decide. */
export type Who = Omit<Typist, "fresh">;

export interface Desk {
  /** `again`: an envelope that came before and is still being answered; it waits for the same answer. */
  ask(asked: Asked, who: Who): { readonly again: boolean; readonly reply: Promise<Reply> };
  suggest(asked: Asked, option: string, who: Who): Promise<readonly Suggestion[]>;
  /** The asker's words, for what the adapter says itself. */
  words(who: Who): Promise<Words>;
}

/** Whether a call only looks something up, as far as can be seen without the key of a draft. */
const isLookUp = ({ said }: Asked, { menu }: Bot): boolean => {
  const command = "command" in said ? said.command : fromOpenPress(said.press).command;
  return menu.find(({ name }) => name === command)?.rank === "member";
};

/** Asks the bot for somebody on Slack: who it is, is looked up first. */
export const createDesk = (bot: Bot, given: { client: webApi.WebClient; space: string; log: Log }): Desk => {
  const askers = createAskers(given);
  const running = new Map<string, Promise<Reply>>();
  const callOf = async (asked: Asked, typist: Typist): Promise<Call> => {
    const { account, locale } = await askers(typist);
    return { ...asked, asker: account, ...(locale !== undefined && { locale }) };
  };
  return {
    ask: (asked, who) => {
      const first = running.get(asked.id);
      if (first !== undefined) return { again: true, reply: first };
      const reply = callOf(asked, { ...who, fresh: !isLookUp(asked, bot) })
        .then((call) => bot.handle(call))
        .finally(() => running.delete(asked.id));
      running.set(asked.id, reply);
      return { again: false, reply };
    },
    suggest: async (asked, option, who) => bot.suggest(await callOf(asked, { ...who, fresh: false }), option),
    words: async (who) => wordsIn(toLanguage((await askers({ ...who, fresh: false })).locale) ?? "en"),
  };
};

/** Who typed: what Bolt read from the envelope goes before what the body says. */
export const toTypist = (
  context: { userId?: string; teamId?: string },
  body: { user: string; team: string | undefined },
): Who => ({
  user: context.userId ?? body.user,
  teams: [context.teamId, body.team],
});
