import { setTimeout as pause } from "node:timers/promises";
import type { Clock } from "../../core/time/clock.ts";
import type { Patience } from "./patience.ts";

/** Channels remembered; those whose turn has passed are forgotten beyond it. */
const CHANNELS = 500;

/** Resolves when the next post may go to this channel. Slack's own limits stay what decides: a 429 is obeyed besides. */
export const createPace = ({ clock, patience }: { readonly clock: Clock; readonly patience: Patience }) => {
  const turns = new Map<string, number>();
  let turn = 0;
  return async (channel: string): Promise<void> => {
    const now = clock.monotonicMs();
    const at = Math.max(now, turn, turns.get(channel) ?? 0);
    if (turns.size >= CHANNELS) for (const [one, until] of turns) if (until <= now) turns.delete(one);
    turns.set(channel, at + patience.placeMs);
    turn = at + patience.spaceMs;
    if (at > now) await pause(at - now);
  };
};
