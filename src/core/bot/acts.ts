import { randomBytes } from "node:crypto";
import { noteAct } from "../store/audit.ts";
import type { Change, Tools } from "./command.ts";
import type { UserError } from "./errors.ts";
import { cut } from "./plain.ts";
import type { Ready } from "./understand.ts";

/** What goes into the audit. */

let acts = 0;
/** The time, the order within it, and what tells two processes apart. */
const nextId = ({ epochMilliseconds }: Temporal.Instant): string => {
  acts = (acts + 1) % 1_000_000;
  return [
    String(epochMilliseconds).padStart(15, "0"),
    String(acts).padStart(6, "0"),
    randomBytes(3).toString("hex"),
  ].join("-");
};

/** As much of a value as an audit needs. */
const KEPT = 200;

/** What was done with a right. What everybody may do for themselves is nobody else's to read. */
export const keepActs = async ({ command, press: said, tools }: Ready): Promise<void> => {
  if (command.rank === "member") return;
  const { asker, trx, now, notes } = tools;
  const options = Object.fromEntries(Object.entries(said.options).map(([name, value]) => [name, cut(value, KEPT)]));
  // Called bare, such a command shows what there is.
  const bare = Object.keys(options).length === 0 ? [] : [{ about: "", after: options }];
  const changes: readonly Change[] = notes.length > 0 ? notes : bare;
  for (const { about, before = {}, after = {} } of changes)
    await noteAct(trx, {
      id: nextId(now),
      at: now.epochMilliseconds,
      by: asker.account,
      act: command.name,
      about,
      before,
      after,
      refused: false,
    });
};

export const keepRefusal = async (mistake: UserError, { trx, now, asker }: Tools): Promise<void> => {
  if (mistake.refused === undefined) return;
  await noteAct(trx, {
    id: nextId(now),
    at: now.epochMilliseconds,
    by: asker.account,
    act: mistake.refused,
    about: "",
    before: {},
    after: {},
    refused: true,
  });
};
