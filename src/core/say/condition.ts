import type { Condition } from "../bot/condition.ts";
import type { Words } from "../words/words.ts";

/** How it stands with a platform, and what to do, in sentences. `at` writes a time. */
export const sayCondition = (
  { condition: words }: Words,
  platform: string,
  { now, at }: { readonly now: Condition; readonly at: (ms: number) => string },
): readonly string[] => [
  now.why === undefined ? words[now.state](platform) : words.why[now.why](platform),
  ...(now.until === undefined ? [] : [words.until(at(now.until))]),
];
