import type { Clock } from "../time/clock.ts";

/**
 * Why a platform is not connected. `lost`: the connection broke · `silent`: it was open and nothing came any more ·
 * `unreachable`: it could not be reached at all · `sessions`: the platform allows no new connection for now. These pass
 * by themselves. `shared`: it is connected, and the platform counts more connections than are ours. `absent`: it is
 * connected, and some of its spaces have to let us in anew. What follows does not pass. `install`: that space has to let us
 * in anew · `token`: not accepted (any more) · `appToken`: the one of Slack's two that opens the connection is not · `socket`: the way in that we use is switched off · `intents`: the platform does not let the bot
 * hear what it asks for · `version`: it does not speak our version any more · `size`: too many spaces for one connection.
 */
export type Why = "lost" | "silent" | "unreachable" | "sessions" | "shared" | "absent" | Final;
export type Final = "install" | "token" | "appToken" | "socket" | "intents" | "version" | "size";

/** How it stands with a platform. Times in milliseconds since 1970. */
export interface Condition {
  readonly state: "connecting" | "connected" | "stopped";
  readonly since: number;
  readonly why?: Why;
  /** Nothing is tried before. */
  readonly until?: number;
}

export interface Conditions {
  readonly now: () => Condition;
  /** `since` stays while the state does. */
  readonly set: (state: Condition["state"], because?: Pick<Condition, "why" | "until">) => void;
}

/** Remembers how it stands, and since when. */
export const createConditions = (clock: Pick<Clock, "now">): Conditions => {
  let condition: Condition = { state: "stopped", since: clock.now().epochMilliseconds };
  return {
    now: () => condition,
    set(state, because = {}) {
      const since = state === condition.state ? condition.since : clock.now().epochMilliseconds;
      condition = { state, since, ...because };
    },
  };
};
