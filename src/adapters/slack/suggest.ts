import type { BlockSuggestion, types } from "@slack/bolt";
import type { Suggestion } from "../../core/bot/message.ts";
import { type Asked, toOptionsOf } from "./call.ts";
import { fromKept, optionOf, toAddress } from "./kept.ts";
import { toOptions } from "./render.ts";

/** Lists that are filled while somebody types into a form. */

/** Slack: an option's value, 150 characters (docs composition-objects/option-object). */
export const VALUE = 150;
/** Slack: 100 options (docs external data source). */
const OPTIONS = 100;

/** What is being typed into which field of ours; `undefined` when the view is not ours. */
export const fromSuggestion = (body: BlockSuggestion, space: string): { asked: Asked; option: string } | undefined => {
  const kept = fromKept(body.view?.private_metadata);
  if (kept?.press === undefined) return undefined;
  const option = optionOf(body.block_id);
  const others = toOptionsOf(body.view?.state?.values ?? {});
  const options = { ...others, [option]: body.value };
  return { asked: { id: "", at: toAddress(space, kept), said: { press: kept.press }, options }, option };
};

/** The best first; what is typed stands below, so that words which are not offered can be said as well. */
export const toOffers = (found: readonly Suggestion[], typed: string): types.Option[] => {
  const words = typed.trim();
  const known = found.some(({ label, value }) => label === words || value === words);
  const own = known || words === "" || words.length > VALUE ? [] : [{ label: words, value: words }];
  const fitting = found.filter(({ value }) => value.length <= VALUE).slice(0, OPTIONS - own.length);
  return toOptions([...fitting, ...own]);
};
