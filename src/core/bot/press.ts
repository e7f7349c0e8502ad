import { type Language, toLanguage } from "../words/language.ts";
import type { Options } from "./call.ts";

/**
 * A call written down, to be carried by a button, a choice or a form. `ask` names the options that a form asks for:
 * pressed without any of them it shows the form, with what is in `options` filled in.
 */
export interface Press {
  readonly command: string;
  readonly options: Options;
  readonly ask?: readonly string[];
  /** Which page of a long answer (page.ts); the first has none. */
  readonly page?: number;
  /** In which language it is to be answered, where the asker has chosen one; it goes on to what the answer carries. */
  readonly language?: Language;
}

/** What a private message's button may carry in the open: Discord's custom_id has 100 characters. */
export const PRESS_BYTES = 90;
/** On a public post Discord's custom_id also holds "~" and the 24 characters of the delivery's id. */
export const PUBLIC_PRESS_BYTES = 75;
/** A press that starts so is the key of a draft; all others are in the open. */
export const DRAFT_MARK = "#";

const ASK = "?ask";
const PAGE = "?page";
const LANGUAGE = "?lang";

/** "webinar show?webinar=3": stable for ever, since it stands on public posts. */
export const toOpenPress = ({ command, options, ask, page, language }: Press): string => {
  const fields = new URLSearchParams(options);
  if (ask !== undefined) fields.set(ASK, ask.join(","));
  if (page !== undefined) fields.set(PAGE, String(page));
  if (language !== undefined) fields.set(LANGUAGE, language);
  const query = fields.toString();
  return query === "" ? command : `${command}?${query}`;
};

/** Total: whatever was sent back, forged or old, becomes a press that is then checked like any call. */
export const fromOpenPress = (open: string): Press => {
  const mark = open.indexOf("?");
  if (mark === -1) return { command: open, options: {} };
  const fields = new URLSearchParams(open.slice(mark + 1));
  const ask = fields.get(ASK);
  const page = fields.get(PAGE) ?? "";
  const language = toLanguage(fields.get(LANGUAGE) ?? undefined);
  for (const own of [ASK, PAGE, LANGUAGE]) fields.delete(own);
  const press = {
    command: open.slice(0, mark),
    options: Object.fromEntries(fields),
    ...(/^[1-9]\d{0,3}$/u.test(page) && { page: Number(page) }),
    ...(language !== undefined && { language }),
  };
  return ask === null ? press : { ...press, ask: ask === "" ? [] : ask.split(",") };
};

export const press = (command: string, options: Options = {}, ask?: readonly string[]): Press =>
  ask === undefined ? { command, options } : { command, options, ask };
