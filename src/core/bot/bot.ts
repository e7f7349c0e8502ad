import { randomBytes } from "node:crypto";
import type { Log } from "../log.ts";
import type { Store } from "../store/database.ts";
import { keepAnswer, readAnswer } from "../store/drafts.ts";
import { fromJson } from "../store/json.ts";
import type { Clock } from "../time/clock.ts";
import { type Words, wordsIn } from "../words/words.ts";
import { sealingOf, toForm } from "./ask.ts";
import type { Call, PlatformName } from "./call.ts";
import type { Command } from "./command.ts";
import { UserError } from "./errors.ts";
import { createHear } from "./hear.ts";
import { buttons, type Message, message, type Reply, text } from "./message.ts";
import type { Bot, Platform } from "./platform.ts";
import { type Press, press, toOpenPress } from "./press.ts";
import { sealMessage, unseal } from "./seal.ts";
import {
  type Answer,
  checkAccess,
  findCommand,
  isAnswer,
  languageOf,
  menuOf,
  type Ready,
  readTools,
  understand,
} from "./understand.ts";

interface House {
  readonly commands: readonly Command[];
  readonly store: Store;
  readonly clock: Clock;
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  readonly log: Log;
  /** Called after something was changed: there may be something to deliver. */
  readonly changed: () => void;
}

/** A mistake that shows only while a command runs, at one of its options: the form comes back with it. */
class Refused extends Error {
  readonly ready: Ready;
  readonly mistake: UserError;
  constructor(ready: Ready, mistake: UserError) {
    super("refused");
    this.ready = ready;
    this.mistake = mistake;
  }
}

/** The answer with *Share here* in its last row, where the command allows it. */
const shareable = (reply: Reply, { command, asked, tools }: Pick<Ready, "command" | "asked" | "tools">): Reply => {
  const options = command.share?.(asked);
  if (options === undefined) return reply;
  const of = toOpenPress(press(command.name, options));
  const share = { label: tools.voice.words.share.button, press: press("share", { of }) };
  const last = reply.blocks.at(-1);
  if (last?.block !== "buttons" || last.buttons.length === ROW) return message(...reply.blocks, buttons(share));
  return message(...reply.blocks.slice(0, -1), buttons(...last.buttons, share));
};
/** Buttons in a row: Discord's limit. */
const ROW = 5;

const run = async (house: House, { command, asked, tools, press: said }: Ready, seen: unknown): Promise<Answer> => {
  try {
    const reply = await command.run(asked, tools, seen);
    if ("kind" in reply) return await sealMessage(shareable(reply, { command, asked, tools }), sealingOf(tools));
    const next = findCommand(house.commands, reply.command);
    return await toForm(next, { options: reply.options, ask: reply.ask ?? [], problems: {} }, tools);
  } catch (error) {
    throw error instanceof UserError ? new Refused({ command, asked, tools, press: said }, error) : error;
  }
};

const mistakeReply = (mistake: UserError, words: Words): Reply =>
  message(text(mistake.say(words)), buttons(...(mistake.offer?.(words) ?? [])));

const createHandle = (house: House): Bot["handle"] => {
  const { store, log, clock } = house;

  /** One transaction: understand, and run unless the command must first ask the platforms. */
  const answer = async (call: Call, seen?: { readonly value: unknown }): Promise<Answer | Ready> => {
    let changed = false;
    const step = await store.transact(async (trx) => {
      const tools = await readTools(house.commands, call, { trx, now: house.clock.now() });
      const said: Press =
        "press" in call.said
          ? await unseal(call.said.press, sealingOf(tools))
          : { command: call.said.command, options: {} };
      const ready = await understand(house.commands, { said, filled: call.options }, tools);
      if (isAnswer(ready) || (ready.command.inspect !== undefined && seen === undefined)) return ready;
      if (!ready.command.changes) return run(house, ready, seen?.value);
      const before = await readAnswer(trx, tools.id);
      if (before !== undefined) return fromJson<Answer>(before);
      const reply = await run(house, ready, seen?.value);
      await keepAnswer(trx, { id: tools.id, reply: JSON.stringify(reply), at: tools.now.epochMilliseconds });
      changed = true;
      return reply;
    });
    if (changed) house.changed();
    return step;
  };

  /** What a mistake is answered with; its own transaction, for the one it happened in is rolled back. */
  const refuse = (call: Call, error: UserError | Refused): Promise<Answer> =>
    store.transact(async (trx) => {
      const tools = await readTools(house.commands, call, { trx, now: house.clock.now() });
      const mistake = error instanceof Refused ? error.mistake : error;
      if (!(error instanceof Refused) || mistake.option === undefined)
        return sealMessage(mistakeReply(mistake, tools.voice.words), sealingOf(tools));
      const { command, press: said } = error.ready;
      const problems = { [mistake.option]: mistake.say(tools.voice.words) };
      const ask = [...new Set([...(said.ask ?? []), mistake.option])];
      return toForm(command, { options: said.options, ask, problems }, tools);
    });

  const fault = (call: Call, error: unknown): Message => {
    const reference = randomBytes(4).toString("hex");
    const name = "command" in call.said ? call.said.command : "a press";
    log.error({ err: error, reference, platform: call.at.platform, command: name }, "a call failed here");
    const words = wordsIn(languageOf(call, undefined, "en"));
    return { kind: "message", blocks: [text(words.bot.fault(reference))] };
  };

  return async (call) => {
    try {
      const first = await answer(call);
      const { inspect } = isAnswer(first) ? { inspect: undefined } : first.command;
      if (isAnswer(first)) return first;
      const outside = {
        platforms: house.platforms,
        read: store.transact,
        store,
        clock,
        asker: first.tools.asker,
        at: call.at,
      };
      const value = await inspect?.(first.asked, outside).catch((error: unknown) => {
        throw error instanceof UserError ? new Refused(first, error) : error;
      });
      const done = await answer(call, { value });
      if (isAnswer(done)) return done;
      throw new Error("a command asked the platforms twice");
    } catch (error) {
      if (!(error instanceof UserError || error instanceof Refused)) return fault(call, error);
      return refuse(call, error).catch((worse: unknown) => fault(call, worse));
    }
  };
};

/** Most that a platform shows (Discord: 25 choices). */
const MOST_SUGGESTIONS = 25;
/** Nobody types more before looking at what is offered. */
const TYPED_MOST = 100;

const createSuggest =
  (house: House): Bot["suggest"] =>
  async (call, option) => {
    try {
      return await house.store.transact(async (trx) => {
        const tools = await readTools(house.commands, call, { trx, now: house.clock.now() });
        const command = findCommand(house.commands, "command" in call.said ? call.said.command : "");
        checkAccess(command, tools);
        const found = await command.inputs[option]?.suggest?.((call.options[option] ?? "").slice(0, TYPED_MOST), tools);
        return (found ?? []).slice(0, MOST_SUGGESTIONS);
      });
    } catch (error) {
      if (!(error instanceof UserError)) house.log.error({ err: error, option }, "suggestions failed");
      return [];
    }
  };

/** The house, from inside: what platforms call. */
export const createBot = (house: House): Bot => ({
  menu: menuOf(house.commands),
  handle: createHandle(house),
  suggest: createSuggest(house),
  hear: createHear(house),
});
