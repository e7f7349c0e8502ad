import type { Option, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import type { When } from "../../core/time/moment.ts";
import { whenOption, writtenWhen } from "./when.ts";

/** So many fit into a line when they are written out. */
const MOST = 16;
const SEPARATOR = /[;；\n]/u;

const parse = (raw: string, tools: Tools): readonly When[] => {
  const parts = raw
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length === 0) throw new UserError((words) => words.bot.empty);
  if (parts.length > MOST) throw new UserError((words) => words.discussion.tooMany(MOST));
  return parts.map((part) => whenOption.parse(part, tools));
};

/** One moment, or several: "+1d; +2d". */
export const momentsOption = {
  kind: "line",
  required: true,
  parse,
  suggest: whenOption.suggest,
} as const satisfies Option<readonly When[], true>;

/** As they are read back. */
export const writtenMoments = (moments: readonly When[]): string => moments.map(writtenWhen).join("; ");
