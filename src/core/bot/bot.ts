import { randomBytes } from "node:crypto";
import type { Log } from "../log.ts";
import type { Store } from "../store/database.ts";
import { keepAnswer, readAnswer } from "../store/drafts.ts";
import { fromJson } from "../store/json.ts";
import type { Clock } from "../time/clock.ts";
import { type Words, wordsIn } from "../words/words.ts";
import { keepActs, keepRefusal } from "./acts.ts";
import { sealingOf, toForm } from "./ask.ts";
import { mayOpen } from "./asker.ts";
import type { Call, PlatformName } from "./call.ts";
import type { Command } from "./command.ts";
import { UserError } from "./errors.ts";
import { createHear } from "./hear.ts";
import { type Button, buttons, type Message, message, type Reply, text } from "./message.ts";
import { toPage } from "./page.ts";
import type { Bot, Platform } from "./platform.ts";
import { type Press, press, toOpenPress } from "./press.ts";
import { checkQuota } from "./quota.ts";
import { saidBy, sealMessage } from "./seal.ts";
import { createSuggest } from "./suggest.ts";
import {
  type Answer,
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

/** In the last row of buttons, else in one of its own. */
const addButton = ({ blocks }: Reply, button: Button<Press>): Reply => {
  const last = blocks.at(-1);
  if (last?.block !== "buttons") return message(...blocks, buttons(button));
  return message(...blocks.slice(0, -1), buttons(...last.buttons, button));
};
/** Buttons in a row: Discord's limit. */
const ROW = 5;

/** The answer with *Share here*, where the command allows it. */
const shareable = (reply: Reply, { command, press: said, asked, tools }: Ready): Reply => {
  const options = command.share?.(asked);
  if (options === undefined || tools.at.channel === "") return reply;
  // The page that is shown is the one to share.
  const of = toOpenPress({ command: command.name, options, ...(said.page && { page: said.page }) });
  return addButton(reply, { label: tools.voice.words.share.button, press: press("share", { of }) });
};

/** The same answer in the language that the profile suggests besides. What changes something is not done again for it. */
const translatable = (reply: Reply, { command, press: said, tools }: Ready): Reply => {
  const { other: language } = tools;
  if (language === undefined || command.changes) return reply;
  const again = { command: command.name, options: said.options, ...(said.page && { page: said.page }), language };
  return addButton(reply, { label: wordsIn(language).languageNames[language], press: again });
};

/** What else there is below the root that was typed alone, for who may use it. */
const withMenu = (reply: Reply, root: string, { command, tools }: Ready): Reply => {
  const others = tools.menu.filter(
    (one) => one.name !== command.name && one.name.startsWith(`${root} `) && mayOpen(one, tools.asker),
  );
  const rows = Array.from({ length: Math.ceil(others.length / ROW) }, (_, n) => others.slice(n * ROW, (n + 1) * ROW));
  return message(
    ...reply.blocks,
    ...rows.map((row) => buttons(...row.map(({ name }) => ({ label: `/${name}`, press: press(name) })))),
  );
};

const run = async (
  house: House,
  ready: Ready,
  { seen, said: typed }: { seen: unknown; said: Call["said"] },
): Promise<Answer> => {
  const { command, asked, tools, press: said } = ready;
  try {
    const reply = await command.run(asked, tools, seen);
    if ("kind" in reply) {
      const shared = translatable(shareable(reply, ready), ready);
      const bare = "command" in typed && typed.menu === true && typed.command !== command.name;
      const whole = bare ? withMenu(shared, typed.command, ready) : shared;
      // Turning a page asks again, and what changes something is not to be done again for it.
      const page = command.changes ? whole : toPage(whole, { said, words: tools.voice.words });
      return await sealMessage(page, sealingOf(tools));
    }
    const next = findCommand(house.commands, reply.command);
    return await toForm(next, { options: reply.options, ask: reply.ask ?? [], problems: {} }, tools);
  } catch (error) {
    throw error instanceof UserError ? new Refused(ready, error) : error;
  }
};

const mistakeReply = (mistake: UserError, words: Words): Reply =>
  message(text(mistake.say(words)), buttons(...(mistake.offer?.(words) ?? [])));

/** What this call was answered with when it came first; a new one must be within what one person may change. */
const answeredBefore = async ({ command, tools }: Ready): Promise<Answer | undefined> => {
  const kept = await readAnswer(tools.trx, tools.id);
  if (kept !== undefined) return fromJson<Answer>(kept);
  await checkQuota(tools, command);
  return undefined;
};

const createHandle = (house: House): Bot["handle"] => {
  const { store, log, clock } = house;

  /** One transaction: understand, and run unless the command must first ask the platforms. */
  const answer = async (call: Call, seen?: { readonly value: unknown }): Promise<Answer | Ready> => {
    let changed = false;
    const step = await store.transact(async (trx) => {
      const now = clock.now();
      const said = await saidBy(call, { trx, now });
      const tools = await readTools(house.commands, call, { trx, now, chosen: said.language });
      const ready = await understand(house.commands, { said, filled: call.options }, tools);
      if (isAnswer(ready)) return ready;
      const { changes, inspect } = ready.command;
      // Before the platforms are asked: what comes again writes to nobody again either.
      const before = changes ? await answeredBefore(ready) : undefined;
      if (before !== undefined) return before;
      if (inspect !== undefined && seen === undefined) return ready;
      const reply = await run(house, ready, { seen: seen?.value, said: call.said });
      if (!changes) return reply;
      // A form that is shown has done nothing yet.
      if (reply.kind !== "form") await keepActs(ready);
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
      const now = clock.now();
      const said = await saidBy(call, { trx, now }).catch(() => undefined);
      const tools = await readTools(house.commands, call, { trx, now, chosen: said?.language });
      const mistake = error instanceof Refused ? error.mistake : error;
      await keepRefusal(mistake, tools);
      if (!(error instanceof Refused) || mistake.option === undefined)
        return sealMessage(mistakeReply(mistake, tools.voice.words), sealingOf(tools));
      const { command, press: meant } = error.ready;
      const problems = { [mistake.option]: mistake.say(tools.voice.words) };
      const ask = [...new Set([...(meant.ask ?? []), mistake.option])];
      return toForm(command, { options: meant.options, ask, problems }, tools);
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
        voice: first.tools.voice,
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

/** The house, from inside: what platforms call. */
export const createBot = (house: House): Bot => ({
  menu: menuOf(house.commands),
  handle: createHandle(house),
  suggest: createSuggest(house),
  hear: createHear(house),
});
