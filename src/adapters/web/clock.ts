import { z } from "zod";

/** Where the playground's clock can be put: when the next post goes out, on by so much, or to the real time. */
export type Jump = "post" | "hour" | "day" | "now";
export const jumps: readonly Jump[] = ["post", "hour", "day", "now"];

/** The time that it is in the playground. */
export interface PlaygroundClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** How far that is ahead of the real time, milliseconds. */
  ahead(): number;
  /** Puts the clock and does what comes due on the way; answers whether there was anything to go to. */
  jump(to: Jump): Promise<boolean>;
}

const asked = z.object({ to: z.enum(["post", "hour", "day", "now"]) });

/** What a page asks for; `undefined` for what no page of ours sends. */
export const toJump = (body: unknown): Jump | undefined => asked.safeParse(body).data?.to;
