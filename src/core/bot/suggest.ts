import type { Log } from "../log.ts";
import type { Store } from "../store/database.ts";
import type { Clock } from "../time/clock.ts";
import { mayUse, readWho, type Who } from "./asker.ts";
import type { Call } from "./call.ts";
import type { Command, Tools } from "./command.ts";
import { UserError } from "./errors.ts";
import { clean, headOf, toLabel } from "./plain.ts";
import type { Bot } from "./platform.ts";
import { saidBy } from "./seal.ts";
import { checkAccess, checkRank, findCommand, readTools } from "./understand.ts";

interface House {
  readonly commands: readonly Command[];
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

/** Most that a platform shows, and the longest value (Discord: 25 choices, 100 characters). */
const MOST_SUGGESTIONS = 25;
const VALUE_MOST = 100;
/** Nobody types more before looking at what is offered. */
const TYPED_MOST = 100;
/** Suggestions are asked for at every letter: a database that is away is one line a minute, not ten a second. */
const QUIET_MS = 60_000;

/** A role opens a command for its own webinar only, and the other options know which that is. */
const checkRole = async (command: Command, call: Call, { tools, option }: { tools: Tools; option: string }) => {
  const { webinar } = command.inputs;
  if (command.role === undefined || option === "webinar" || mayUse(tools.asker, command.rank)) return;
  const raw = call.options.webinar;
  checkRank(command, tools, {
    webinar: await (raw === undefined ? webinar?.otherwise?.(tools) : webinar?.parse(raw, tools)),
  });
};

/** PostgreSQL stores no NUL, and no person means one. */
const cleaned = (options: Call["options"]): Call["options"] =>
  Object.fromEntries(Object.entries(options).map(([name, value]) => [name, clean(value)]));

/** Who sets up a space that has no admin yet is no admin. */
const maySetUp = ({ anywhere, rank }: Command, { asker }: Who): boolean =>
  !anywhere || mayUse(asker, rank) || asker.account.rights.includes("administer");

/** What fits what is typed so far; nothing for who may not see it. */
export const createSuggest = (house: House): Bot["suggest"] => {
  let quietUntil = 0;
  const fail = (error: unknown, option: string): void => {
    const now = house.clock.now().epochMilliseconds;
    if (error instanceof UserError || now < quietUntil) return;
    quietUntil = now + QUIET_MS;
    house.log.error({ err: error, option }, "suggestions failed");
  };
  return async (given, option) => {
    try {
      const found = await house.store.transact(async (trx) => {
        // A form carries its press: what stands in it counts like what is typed.
        const now = house.clock.now();
        const asked = await saidBy(given, { trx, now });
        const call = { ...given, options: cleaned({ ...asked.options, ...given.options }) };
        const command = findCommand(house.commands, asked.command);
        const suggest = Object.hasOwn(command.inputs, option) ? command.inputs[option]?.suggest : undefined;
        if (suggest === undefined) return [];
        const who = await readWho(trx, call);
        checkAccess(command, who);
        if (!maySetUp(command, who)) return [];
        const tools = await readTools(house.commands, call, { trx, now, who, chosen: asked.language });
        await checkRole(command, call, { tools, option });
        const { [option]: typed = "", ...others } = call.options;
        return suggest(headOf(typed, TYPED_MOST), tools, others);
      });
      return found
        .filter(({ value }, n) => value.length <= VALUE_MOST && found.findIndex((one) => one.value === value) === n)
        .slice(0, MOST_SUGGESTIONS)
        .map(({ label, value }) => ({ label: toLabel(label), value }));
    } catch (error) {
      fail(error, option);
      return [];
    }
  };
};
