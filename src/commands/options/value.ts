import type { Option } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { isVisible } from "../../core/bot/plain.ts";

/** One line of the record: a title, a name. The record's own limit (src/record/shapes.ts). */
const LINE_MOST = 500;

const toLine = (raw: string): string => {
  const line = raw.replaceAll(/\s+/gu, " ").trim();
  if (!isVisible(line)) throw new UserError((words) => words.bot.empty);
  if (line.length > LINE_MOST) throw new UserError((words) => words.bot.tooLong(LINE_MOST, line.length));
  return line;
};

export const lineOption = { kind: "line", required: true, parse: toLine } as const satisfies Option<string, true>;
export const lineIfGiven = { kind: "line", required: false, parse: toLine } as const satisfies Option<string>;

/** How long a webinar is: the record's own limits. */
const [SHORTEST, LONGEST] = [5, 1440];
export const minutesOption = {
  kind: "line",
  required: false,
  parse: (raw: string): number => {
    const typed = raw.normalize("NFKC").trim();
    const [, hours, minutes] =
      /^(?:(\d{1,2})\s*h(?:ours?)?)?\s*(?:(\d{1,4})\s*(?:m(?:in(?:utes?)?)?|分)?)?$/iu.exec(typed) ?? [];
    const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
    if (typed === "" || !(total >= SHORTEST && total <= LONGEST))
      throw new UserError((words) => words.manage.minutes(SHORTEST, LONGEST));
    return total;
  },
} as const satisfies Option<number>;

/** Where people come in. Only https, and kept with its host in ASCII: nothing in it looks like another host. */
export const linkOption = {
  kind: "line",
  required: false,
  parse: (raw: string): string => {
    const url = URL.parse(raw.trim());
    if (url === null || url.protocol !== "https:" || url.href.length > LINE_MOST)
      throw new UserError((words) => words.manage.link);
    if (url.username !== "" || url.password !== "") throw new UserError((words) => words.manage.linkName(url.host));
    return url.href;
  },
} as const satisfies Option<string>;
