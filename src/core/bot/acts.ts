import { randomBytes } from "node:crypto";
import { firstId, noteAct } from "../store/audit.ts";
import type { Options } from "./call.ts";
import type { Change, Tools } from "./command.ts";
import type { UserError } from "./errors.ts";
import { cut } from "./plain.ts";
import { type Ready, webinarKey } from "./understand.ts";

/** What goes into the audit. */

let acts = 0;
/** The time, the order within it, and what tells two processes apart. */
const nextId = ({ epochMilliseconds }: Temporal.Instant): string => {
  acts = (acts + 1) % 1_000_000;
  return [firstId(epochMilliseconds), String(acts).padStart(6, "0"), randomBytes(3).toString("hex")].join("-");
};

/** As much of a value as an audit needs. */
const KEPT = 200;

/** Of two states of the same values, those that are others now. */
export const differing = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Required<Pick<Change, "before" | "after">> => {
  const names = Object.keys(after).filter((name) => after[name] !== before[name]);
  const only = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(names.map((name) => [name, values[name] ?? ""]));
  return { before: only(before), after: only(after) };
};

/** Of a command that notes nothing: what it was given, to the webinar that it meant. */
const changeOf = (options: Options, asked: Ready["asked"]): Change => {
  const key = webinarKey(asked);
  const given = Object.entries(options).filter(([name]) => key === undefined || name !== "webinar");
  return { about: key === undefined ? "" : `webinar/${key}`, after: Object.fromEntries(given) };
};

const cutAll = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cut(value, KEPT)]));

/** What was done with a right. What everybody may do for themselves is nobody else's to read. */
export const keepActs = async ({ command, press: said, asked, tools }: Ready): Promise<void> => {
  if (command.rank === "member") return;
  const { asker, trx, now, notes } = tools;
  const changes = notes.length > 0 ? notes.filter((one) => one !== "nothing") : [changeOf(said.options, asked)];
  for (const { about, before = {}, after = {} } of changes)
    await noteAct(trx, {
      id: nextId(now),
      at: now.epochMilliseconds,
      by: asker.account,
      act: command.name,
      about,
      before: cutAll(before),
      after: cutAll(after),
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
