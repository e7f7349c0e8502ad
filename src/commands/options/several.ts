import type { Suggestion } from "../../core/bot/message.ts";
import { bestMatches } from "../../core/network/best-matches.ts";
import { fold } from "../../core/network/fold.ts";

/** What stands before the last comma, comma included, and the name that is being typed after it. */
const LIST = /^(.*[,、，])\s*([^,、，]*)$/su;

/** "London, Bangkok、東京" → each name. */
export const splitSeveral = (raw: string): readonly string[] =>
  raw
    .split(/[,、，;；]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** For a list of names: those given already stay, and the last one is completed. A name with a comma is found whole. */
export const suggestSeveral = (
  typed: string,
  names: readonly string[],
  textsOf: (name: string) => readonly string[] = (name) => [name],
): readonly Suggestion[] => {
  const whole = bestMatches(typed, names, textsOf);
  const [, given, last = ""] = typed.match(LIST) ?? [];
  if (whole.length > 0 || given === undefined) return whole.map((name) => ({ label: name, value: name }));
  const chosen = given.split(/[,、，]/u).map((name) => fold(name.trim()));
  const open = names.filter((name) => !textsOf(name).some((text) => chosen.includes(fold(text))));
  return bestMatches(last, open, textsOf).map((name) => {
    const list = `${given.trim()} ${name}`;
    return { label: list, value: list };
  });
};
