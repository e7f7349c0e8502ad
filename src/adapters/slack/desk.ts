import type { webApi } from "@slack/bolt";
import type { Call } from "../../core/bot/call.ts";
import type { Form } from "../../core/bot/form.ts";
import type { Message } from "../../core/bot/message.ts";
import type { Bot } from "../../core/bot/platform.ts";
import { fromOpenPress } from "../../core/bot/press.ts";
import type { Log } from "../../core/log.ts";
import { createAskers, type Typist } from "./account.ts";
import type { Asked } from "./call.ts";

type Reply = Message | Form;

/** Whether a call only looks something up, as far as can be seen without the key of a draft. */
const isLookUp = ({ said }: Asked, { menu }: Bot): boolean => {
  const command = "command" in said ? said.command : fromOpenPress(said.press).command;
  return menu.find(({ name }) => name === command)?.rank === "member";
};

/** Asks the bot; an envelope that comes again while the first is being answered waits for the same answer. */
export const createDesk = (bot: Bot, given: { client: webApi.WebClient; space: string; log: Log }) => {
  const askers = createAskers(given);
  const running = new Map<string, Promise<Reply>>();
  const ask = async (asked: Asked, typist: Omit<Typist, "fresh">): Promise<Reply> => {
    const { account, locale } = await askers({ ...typist, fresh: !isLookUp(asked, bot) });
    const call: Call = { ...asked, asker: account, ...(locale !== undefined && { locale }) };
    return bot.handle(call);
  };
  return (asked: Asked, typist: Omit<Typist, "fresh">): { readonly again: boolean; readonly reply: Promise<Reply> } => {
    const first = running.get(asked.id);
    if (first !== undefined) return { again: true, reply: first };
    const reply = ask(asked, typist).finally(() => running.delete(asked.id));
    running.set(asked.id, reply);
    return { again: false, reply };
  };
};

export type Desk = ReturnType<typeof createDesk>;

/** Who typed: what Bolt read from the envelope goes before what the body says. */
export const toTypist = (
  context: { userId?: string; teamId?: string },
  body: { user: string; team: string | undefined },
): Omit<Typist, "fresh"> => ({
  user: context.userId ?? body.user,
  teams: [context.teamId, body.team],
});
