import type { Option, Tools } from "../../core/bot/command.ts";
import { UserError } from "../../core/bot/errors.ts";
import { fold } from "../../core/network/fold.ts";

/** Whom an announcement is wanted to call, as it was typed: which group a name means is known once its platform is asked. */
export type Wish =
  | { readonly who: "everyone" | "here" }
  | { readonly who: "group"; readonly id: string }
  | { readonly who: "group"; readonly name: string };

/** A Discord role or a Slack user group as the platforms write it, or somebody: <@&1>, <!subteam^S1>, <@1>. */
const MARK = /^<(@&|!subteam\^|@!?)([\w-]{1,64})(?:\|[^>]*)?>$/u;
const WORDS: Readonly<Record<"everyone" | "here" | "none", readonly string[]>> = {
  everyone: ["everyone", "channel", "all", "全員"],
  here: ["here"],
  none: ["none", "nobody", "no one", "no", "off", "なし", "無し"],
};

const parse = (raw: string, { at }: Pick<Tools, "at">): Wish | undefined => {
  const typed = raw.trim();
  const [, mark, id = ""] = typed.match(MARK) ?? [];
  if (mark?.startsWith("@") && mark !== "@&") throw new UserError((words) => words.mention.person);
  // The role of everyone has the server's own id (Discord, docs topics/permissions).
  if (mark !== undefined) return id === at.space ? { who: "everyone" } : { who: "group", id };
  const name = fold(typed)
    .replace(/^<!([a-z]+)>$/u, "$1")
    .replace(/^@/u, "");
  if (WORDS.none.includes(name)) return undefined;
  if (WORDS.everyone.includes(name)) return { who: "everyone" };
  return WORDS.here.includes(name) ? { who: "here" } : { who: "group", name: typed.replace(/^[@＠]/u, "") };
};

/** Nobody, unless it is chosen. */
export const mentionOption = {
  kind: "line",
  required: false,
  parse,
  suggest: async (typed: string, { voice }: Tools) => {
    const { choices } = voice.words.mention;
    return (["everyone", "here", "none"] as const)
      .filter((value) => value.includes(fold(typed.trim()).replace(/^@/u, "")))
      .map((value) => ({ label: choices[value], value }));
  },
} as const satisfies Option<Wish | undefined>;
