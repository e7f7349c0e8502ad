import type { Platform } from "./core/bot/platform.ts";
import { platformNames } from "./core/network/place.ts";
import { sayCondition } from "./core/say/condition.ts";
import { wordsIn } from "./core/words/words.ts";

const isoAt = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(ms).toString();
/** How it stands with a platform, and what to do. */
export const sentenceOf = ({ name, condition }: Platform): string =>
  sayCondition(wordsIn("en"), platformNames[name], { now: condition(), at: isoAt }).join(" ");

/** What GET /health answers: `well` until something stands still, `ready` when everything is connected. */
export const toHealth = (version: string, platforms: readonly Platform[]) => {
  const states = platforms.map((platform) => platform.state());
  return {
    version,
    well: !states.includes("stopped"),
    ready: states.every((state) => state === "connected"),
    platforms: Object.fromEntries(
      platforms.map((platform) => {
        const { state, since } = platform.condition();
        return [platform.name, { state, since: isoAt(since), says: sentenceOf(platform) }];
      }),
    ),
  };
};
